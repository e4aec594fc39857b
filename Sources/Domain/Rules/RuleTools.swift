/// Small judgements that many rules share.
enum RuleTools {
  /// Whether two amounts differ by more than so many percent of the second.
  static func differ(_ left: Amount, _ right: Amount, percent: Int64) -> Bool {
    let gap = (left - right).magnitude
    guard let wide = gap.times(100, over: percent) else { return true }
    return wide > right.magnitude
  }

  /// A part of a whole in percent, one decimal, never rounded up.
  static func percent(_ part: Amount, of whole: Amount) -> String {
    guard let ratio = Ratio(part, whole) else { return "—" }
    return String(ratio.text.dropLast())
  }

  /// An actual date after today.
  static func isFuture(_ day: Day?, _ context: RuleContext) -> Bool { day.map { $0 > context.today } ?? false }
}

extension Rule.Fault {
  /// A fault in one row of a child list.
  static func row(_ id: RecordID, _ zh: String, _ en: String, _ fields: String...) -> Rule.Fault {
    Rule.Fault(zh, en, fields: fields, row: id)
  }
}
