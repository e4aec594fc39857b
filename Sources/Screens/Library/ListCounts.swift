import Domain
import UseCases

/// The figures around a list: what the tree and the status line show.
struct ListCounts: Sendable {
  /// Records by region, each region's own; members only where the register knows membership.
  var regions: [String: Int] = [:]
  var totals = Totals(count: 0, sums: [:])
  /// Of those counted in `totals`, how many are members; nil where the register knows no membership.
  var members: Int?

  /// Reads them at one moment.
  static func read(_ register: Register, _ filter: ListFilter, in store: any Store) throws -> ListCounts {
    let hasMembers = register.field("member") != nil
    return try store.read { library in
      var tree = filter.beyondScope
      // Behind a figure the tree counts what the figure counts.
      if hasMembers, filter.fixed.isEmpty { tree = tree.and("member", .equal, .flag(true)) }
      let whole = filter.whole
      let sums = Array(register.layout.totals.prefix(2))
      return ListCounts(
        regions: try library.counts(register.id, by: "region", where: tree),
        totals: try library.totals(register.id, where: whole, sums: sums),
        members: hasMembers
          ? try library.totals(register.id, where: whole.and("member", .equal, .flag(true)), sums: []).count : nil)
    }
  }

  /// A region's count with all below it.
  func count(in code: String, _ regions: Regions) -> Int {
    regions.codes(in: code).reduce(0) { $0 + (self.regions[$1] ?? 0) }
  }
}
