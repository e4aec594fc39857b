/// A reason given once for a warning 说明: as long as it stands, the warning counts as answered.
package struct RuleAnswer: Child {
  /// The child list of every register that keeps them.
  package static let list = "answers"

  package var id = RecordID.unset
  package var rule = ""
  /// What the warning is about, as `Finding.about`: a child row's or other record's id, or a field; blank for the whole.
  package var row = ""
  package var reason = ""
  package var person = ""
  package var day: Day?

  package init() {}

  package static let fields: [Field<RuleAnswer>] = [
    .text("rule", \.rule, "规则", "Rule", max: 40).required(),
    .text("row", \.row, "所指", "About", max: 60)
      .help("提醒所指的子表行、另一记录或字段的标识，没有则空", "The id of the row, record or field that the warning is about, if one"),
    .text("reason", \.reason, "说明", "Reason", max: 300).required(),
    .text("person", \.person, "说明人", "By", max: 40),
    .day("day", \.day, "说明日期", "Answered on"),
  ]
}

extension Document {
  /// The reason given for a warning, if one.
  package func answer(to finding: Finding) -> String? {
    answers.first { Self.isAnswer($0, finding) }?["reason"].text
  }

  /// Keeps a reason in place of an earlier one; a blank reason takes the answer back.
  package mutating func setAnswer(
    _ reason: String, to finding: Finding, by person: String, on day: Day, newID: () -> RecordID
  ) {
    var rows = answers
    let place = rows.firstIndex { Self.isAnswer($0, finding) }
    if reason.isEmpty {
      if let place { rows.remove(at: place) }
    } else {
      var row = place.map { rows[$0] } ?? ChildRow(id: newID())
      row["rule"] = .text(finding.rule)
      row["row"] = finding.about.isEmpty ? .empty : .text(finding.about)
      row["reason"] = .text(reason)
      row["person"] = .text(person)
      row["day"] = .day(day)
      if let place { rows[place] = row } else { rows.append(row) }
    }
    children[RuleAnswer.list] = rows.isEmpty ? nil : rows
  }

  /// Lets answers follow the rows that they are about, where these were given other ids.
  package mutating func moveAnswers(_ newID: (String) -> String?) {
    children[RuleAnswer.list] = children[RuleAnswer.list]?.map { answer in
      var answer = answer
      if let moved = answer["row"].text.flatMap(newID) { answer["row"] = .text(moved) }
      return answer
    }
  }

  private var answers: [ChildRow] { children[RuleAnswer.list] ?? [] }

  private static func isAnswer(_ answer: ChildRow, _ finding: Finding) -> Bool {
    answer["rule"].text == finding.rule && (answer["row"].text ?? "") == finding.about && !answer["reason"].isEmpty
  }
}
