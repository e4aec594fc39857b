import Domain
import Terminal

/// Prints one record for people: sections of fields, then its child lists as tables.
struct RecordPrinter {
  private let session: Session
  private let register: Register
  private let output: Output

  init(_ session: Session, _ register: Register, _ output: Output) {
    self.session = session
    self.register = register
    self.output = output
  }

  func print(_ document: Document, _ key: (String, RecordID) -> String) throws {
    try heading("\(document[register.keyField].plain)  \(document[register.titleField].plain)")
    let width = register.fields.map { CleanText($0.label.said).width }.max() ?? 0
    for field in register.fields where !document[field.id].isEmpty {
      let label = CleanText(field.label.said)
      let blanks = String(repeating: " ", count: max(0, width - label.width))
      try output.line(label.string + blanks + "  " + CleanText(shown(document[field.id], field, key)).string)
    }
    for list in register.lists {
      guard let rows = document.children[list.id], !rows.isEmpty else { continue }
      try output.line("")
      try heading("\(list.label.said) (\(rows.count))")
      let fields = list.fields.filter { field in rows.contains { !$0[field.id].isEmpty } }
      var table = TableWriter(
        fields.map { .init(heading: $0.label.said, isNumber: $0.kind.isNumber) }, to: output)
      for row in rows {
        try table.row(
          fields.map { field in
            if case .record(let id) = row[field.id], case .record(let register) = field.kind {
              return key(register, id)
            }
            return row[field.id].shown(field.kind, Words.language, session.reference)
          })
      }
      try table.finish()
    }
  }

  private func shown(_ value: Value, _ field: FieldSpec, _ key: (String, RecordID) -> String) -> String {
    if case .record(let id) = value, case .record(let register) = field.kind { return key(register, id) }
    let text = value.shown(field.kind, Words.language, session.reference)
    return value.amount == nil ? text : field.unit.behind(text, Words.language)
  }

  private func heading(_ text: String) throws {
    try output.line("── " + CleanText(text).string)
  }
}
