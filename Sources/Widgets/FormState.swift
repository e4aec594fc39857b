/// Everything typed into a form and where one is in it: what the scratch keeps, and what a screen comes back to.
package struct FormState: Hashable, Sendable, Codable {
  package var texts: [FormKey: String] = [:]
  /// Row ids of each child list, in order.
  package var rows: [String: [String]] = [:]
  package var focus: FormKey?
  package var caret = 0
  package var top = 0
  /// Number of the next row made here; its id is `new-` and the number.
  package var nextRow = 1

  package init() {}

  package init(texts: [FormKey: String], rows: [String: [String]] = [:]) {
    self.texts = texts
    self.rows = rows
  }

  mutating func newRowID() -> String {
    defer { nextRow += 1 }
    return "new-\(nextRow)"
  }
}
