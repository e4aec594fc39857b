/// Pairs of supports that one project may not both receive.
package struct ExclusiveSupports: Hashable, Sendable {
  /// Two codes of `Supports.list`.
  package struct Pair: Hashable, Sendable {
    /// The first.
    package let one: String
    /// The one that it shuts out, and that shuts it out.
    package let other: String
  }

  /// In the order of the table.
  package private(set) var pairs: [Pair] = []

  init() {
    for row in BuiltIn.rows(BuiltIn.exclusiveSupports) { _ = add(row) }
  }

  /// A row that does not exclude takes its pair out, whichever of the two it names first.
  mutating func add(_ cells: [Substring]) -> Bool {
    guard cells.count >= 3, cells[0] != cells[1], let one = Supports.list[String(cells[0])]?.id,
      let other = Supports.list[String(cells[1])]?.id, cells[2] == "yes" || cells[2] == "no"
    else { return false }
    pairs.removeAll { $0 == Pair(one: one, other: other) || $0 == Pair(one: other, other: one) }
    if cells[2] == "yes" { pairs.append(Pair(one: one, other: other)) }
    return true
  }
}
