import Domain
import Interchange

/// Prints the entries of one record for people, or as rows: one line a changed field.
struct HistoryPrinter {
  private let session: Session
  private let register: Register
  private let output: Output

  init(_ session: Session, _ register: Register, _ output: Output) {
    self.session = session
    self.register = register
    self.output = output
  }

  func print(_ entries: [HistoryEntry]) throws {
    let headings = [
      ("序号", "entry"), ("时间", "when"), ("人员", "who"), ("操作", "what"), ("字段", "field"), ("原值", "before"),
      ("新值", "after"),
    ]
    let format = session.options.rows(.table)
    if format == .json { return try output.line(JSONValue.array(entries.map(Self.object)).text) }
    var rows = try TextRows(
      headings.map { say($0.0, $0.1) }, format, numbers: [0], mark: session.options.mark ?? false,
      to: output)
    for entry in entries {
      let action = format == .csv ? entry.action : entry.actionLabel.said
      let head = ["\(entry.sequence)", entry.at.local, entry.person, action]
      for change in entry.changes {
        try rows.row(head + cells(change, register.field(change.field), path: change.field))
      }
      for row in entry.rows {
        let list = register.list(row.list)
        let name = list?.label.said ?? row.list
        if row.changes.isEmpty { try rows.row(head + [name, place(row.before), place(row.after)]) }
        for change in row.changes {
          try rows.row(
            head + cells(change, list?.field(change.field), path: "\(name)[\(place(row.after ?? row.before))]"))
        }
      }
    }
    try rows.finish()
  }

  private func place(_ place: Int?) -> String { place.map { "\($0 + 1)" } ?? "" }

  private func cells(_ change: HistoryEntry.Change, _ field: FieldSpec?, path: String) -> [String] {
    guard let field else { return [path, change.before.plain, change.after.plain] }
    let name = path == field.id ? field.label.said : path + field.label.said
    return [
      name, change.before.shown(field.kind, Words.language, session.reference),
      change.after.shown(field.kind, Words.language, session.reference),
    ]
  }

  private static func object(_ entry: HistoryEntry) -> JSONValue {
    .object([
      .init("sequence", .number("\(entry.sequence)")), .init("at", .string(entry.at.iso)),
      .init("person", .string(entry.person)), .init("origin", .string(entry.origin.rawValue)),
      .init("action", .string(entry.action)), .init("note", .string(entry.note)),
      .init("changes", .array(entry.changes.map(object))),
      .init(
        "rows",
        .array(
          entry.rows.map { row in
            .object([
              .init("list", .string(row.list)), .init("row", .string(row.row.text)),
              .init("before", row.before.map { .number("\($0)") } ?? .null),
              .init("after", row.after.map { .number("\($0)") } ?? .null),
              .init("changes", .array(row.changes.map(object))),
            ])
          })),
    ])
  }

  private static func object(_ change: HistoryEntry.Change) -> JSONValue {
    .object([
      .init("field", .string(change.field)), .init("before", .string(change.before.plain)),
      .init("after", .string(change.after.plain)),
    ])
  }
}
