/// Everything typed into a form and where one is in it: what the scratch keeps, and what a screen comes back to.
package struct FormState: Hashable, Sendable, Codable {
  /// Every text as it stands, read or not; a field that is absent is blank.
  package var texts: [FormKey: String] = [:]
  /// Row ids of each child list, in order.
  package var rows: [String: [String]] = [:]
  /// The place that has the keys; nil in a form without places.
  package var focus: FormKey?
  /// The caret's place in the focused text, in characters.
  package var caret = 0
  /// How many rows of the form are scrolled away.
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
