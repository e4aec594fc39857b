import Domain
import UseCases

/// The figures around a list: what the tree and the status line show.
struct ListCounts: Sendable {
  /// Records by region, each region's own; members only where the register knows membership.
  var regions: [String: Int] = [:]
  var totals = Totals(count: 0, sums: [:])
  /// Of those counted in `totals`, how many are members; nil where the register knows no membership.
  var members: Int?

  /// Reads them at one moment; a key that holds the counting is heard between one count and the next.
  static func read(
    _ register: Register, _ filter: ListFilter, in store: any Store, isCancelled: () -> Bool = { false }
  ) throws -> ListCounts {
    let hasMembers = register.field("member") != nil
    return try store.read { library in
      var tree = filter.beyondScope
      // Behind a figure the tree counts what the figure counts.
      if hasMembers, filter.fixed.isEmpty { tree = tree.and("member", .equal, .flag(true)) }
      let whole = filter.whole
      let sums = Array(register.layout.totals.prefix(2))
      func unlessHeld<T>(_ read: () throws -> T) throws -> T {
        if isCancelled() { throw StoreError.interrupted }
        return try read()
      }
      let totals = try unlessHeld { try library.totals(register.id, where: whole, sums: sums) }
      let regions = try unlessHeld { try library.counts(register.id, by: "region", where: tree) }
      var members: Int?
      if hasMembers, filter.fixed.isEmpty {
        // The tree has counted the members of every region.
        let isTop = filter.scope == filter.top
        let inScope = regions.filter { isTop || store.reference.regions.isIn($0.key, filter.scope) }
        members = inScope.values.reduce(0, +)
      } else if hasMembers {
        members = try unlessHeld {
          try library.totals(register.id, where: whole.and("member", .equal, .flag(true)), sums: []).count
        }
      }
      return ListCounts(regions: regions, totals: totals, members: members)
    }
  }

  /// A region's count with all below it.
  func count(in code: String, _ regions: Regions) -> Int {
    regions.codes(in: code).reduce(0) { $0 + (self.regions[$1] ?? 0) }
  }
}
