/// One field that a reviewer sent back, with the reason; kept a line each in a filing's `faults`.
package struct FieldFault: Hashable, Sendable {
  /// A field's id, or `list.field`.
  package let field: String
  /// Why, in the reviewer's words.
  package let reason: String

  /// A fault of one field.
  package init(field: String, reason: String) {
    self.field = field
    self.reason = reason
  }

  /// The faults of a filing's text; lines that do not begin with a field's id are reasons for the whole record.
  ///
  /// A file's cleaning turns the tab into a blank, so either parts the id from the reason.
  package static func read(_ text: String) -> [FieldFault] {
    text.split(whereSeparator: \.isNewline).map { line in
      let parts = line.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "\t" || $0 == " " }
      guard parts.count == 2, isField(parts[0]) else { return FieldFault(field: "", reason: String(line)) }
      return FieldFault(field: String(parts[0]), reason: String(parts[1]))
    }
  }

  private static func isField(_ id: Substring) -> Bool {
    Registers.named(Project.schema.id)?.field(path: String(id)) != nil
  }

  /// The text of faults; line ends within a reason become blanks.
  package static func write(_ faults: [FieldFault]) -> String {
    faults.map { fault in
      let reason = String(fault.reason.map { $0.isNewline || $0 == "\t" ? " " : $0 })
      return fault.field.isEmpty ? reason : "\(fault.field)\t\(reason)"
    }.joined(separator: "\n")
  }
}
