/// What a region is scored by in the yearly assessment 四(四): the table `assessment`.
package struct AssessmentTable: Hashable, Sendable {
  /// How an item gives points.
  package enum Kind: String, CaseIterable, Sendable {
    /// An indicator's figure against what of the region's target is due: all points from the whole on.
    case target
    /// A share of two figures: all points at 100 %.
    case share
    /// Each matter takes points off, up to the item's.
    case penalty
    /// Each counted thing adds points, up to the item's.
    case bonus
  }

  /// One item with its weight.
  package struct Item: Hashable, Sendable {
    /// Permanent, snake_case; a library's own row of this id takes the place of the shipped one.
    package let id: String
    /// How it gives points.
    package let kind: Kind
    /// An indicator, a share, a matter or a measure, by the kind.
    package let source: String
    /// The most it can give or take.
    package let points: Amount
    /// What one thing takes off or adds.
    package let each: Amount?
    /// What the sheet calls it.
    package let label: Label
  }

  /// In the order of the table.
  package private(set) var items: [Item] = []

  /// Shares that an item may name: the part and the whole, each a measure with wanted dimensions.
  package enum Share: String, CaseIterable, Sendable {
    /// Lines at the baseline or better, of the lines with a grade.
    case atBaseline = "efficiency.at_baseline"
    /// Members without an overdue milestone, of all members.
    case onTime = "projects.on_time"
  }

  init() {
    for row in BuiltIn.rows(BuiltIn.assessment) { _ = add(row) }
  }

  /// A row with no points takes its item out.
  mutating func add(_ cells: [Substring]) -> Bool {
    guard cells.count >= 6, !cells[0].isEmpty, let kind = Kind(rawValue: String(cells[1])), !cells[2].isEmpty,
      let points = Amount(parsing: String(cells[3])), points >= .zero
    else { return false }
    let each = cells[4].isEmpty ? nil : Amount(parsing: String(cells[4]))
    guard kind == .target || kind == .share || each.map({ $0 > .zero }) ?? false else { return false }
    if kind == .share, Share(rawValue: String(cells[2])) == nil { return false }
    let english = cells.count > 6 && !cells[6].isEmpty ? cells[6] : cells[5]
    let item = Item(
      id: String(cells[0]), kind: kind, source: String(cells[2]), points: points, each: each,
      label: Label(zh: String(cells[5]), en: String(english)))
    let place = items.firstIndex { $0.id == item.id }
    if points == .zero {
      if let place { items.remove(at: place) }
    } else if let place {
      items[place] = item
    } else {
      items.append(item)
    }
    return true
  }
}
