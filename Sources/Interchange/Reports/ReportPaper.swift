import Domain

/// What stands on a report besides its figures: who reports, under which number, who filled and checked it, and when.
package struct ReportPaper: Hashable, Sendable {
  /// The reporting unit 填报单位.
  package let unit: String
  /// The document's number 文号; may be blank, to be written by hand.
  package let document: String
  /// Who filled it in 填表人; may be blank, to be written by hand.
  package let filledBy: String
  /// Who checked it 审核人; may be blank, to be written by hand.
  package let checkedBy: String
  /// The date of the report.
  package let day: Day

  package init(unit: String, document: String = "", filledBy: String = "", checkedBy: String = "", day: Day) {
    (self.unit, self.document, self.filledBy, self.checkedBy, self.day) = (unit, document, filledBy, checkedBy, day)
  }

  /// The lines under a report, blanks where nothing was given.
  package func signatures(_ language: Language) -> [(name: String, text: String)] {
    func blank(_ text: String) -> String { text.isEmpty ? "　　　　　　" : text }
    return language == .zh
      ? [
        ("填报单位（盖章）", blank(unit)), ("填表人", blank(filledBy)), ("审核人", blank(checkedBy)), ("单位负责人", blank("")),
        ("填报日期", SignatureWords.date(day)),
      ]
      : [
        ("Reported by (seal)", blank(unit)), ("Filled by", blank(filledBy)), ("Checked by", blank(checkedBy)),
        ("Head of unit", blank("")), ("Date", day.iso),
      ]
  }
}
