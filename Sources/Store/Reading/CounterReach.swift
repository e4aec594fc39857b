import Domain

/// Where the kept figures of some regions stand: a city all of whose regions are wanted is read in one.
struct CounterReach {
  var table = CounterKey.byRegion
  /// Exactly these; nil is all.
  let regions: [String]?

  static func of(_ wanted: [String]?, _ tree: Regions) -> [CounterReach] {
    guard let wanted else { return [CounterReach(regions: nil)] }
    var rest = Set(wanted)
    var cities: [String] = []
    for code in wanted where tree[code]?.level == .city {
      let inside = tree.codes(in: code)
      guard inside.allSatisfy(rest.contains) else { continue }
      cities.append(code)
      rest.subtract(inside)
    }
    return [
      CounterReach(table: CounterKey.byCity, regions: cities),
      CounterReach(regions: rest.sorted()),
    ].filter { $0.regions?.isEmpty == false }
  }
}
