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

  /// The faults of a filing's text; lines without a tab are reasons for the whole record.
  package static func read(_ text: String) -> [FieldFault] {
    text.split(whereSeparator: \.isNewline).map { line in
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2
        ? FieldFault(field: String(parts[0]), reason: String(parts[1])) : FieldFault(field: "", reason: String(line))
    }
  }

  /// The text of faults; line ends within a reason become blanks.
  package static func write(_ faults: [FieldFault]) -> String {
    faults.map { fault in
      let reason = String(fault.reason.map { $0.isNewline || $0 == "\t" ? " " : $0 })
      return fault.field.isEmpty ? reason : "\(fault.field)\t\(reason)"
    }.joined(separator: "\n")
  }
}
