import Domain

/// How much waits for a person: cheap enough to be asked with every frame's data.
package struct Waiting: Hashable, Sendable {
  /// Records that wait for the person's tiers.
  package var toReview = 0
  /// Records that came back to the person's tiers: to their clerks, or to reviewers from the tier above.
  package var returned = 0

  /// Nothing.
  package init() {}

  /// Both together: the number on a tab.
  package var count: Int { toReview + returned }

  /// Counts, from numbers that are kept.
  package static func count(in store: any Store, as environment: Environment) throws -> Waiting {
    try store.read { library in
      var waiting = Waiting()
      for station in try Station.all(of: environment, in: library, store) {
        waiting.toReview += try library.totals(Project.schema.id, where: station.filter, sums: []).count
      }
      for filter in returnedFilters(in: store, as: environment) {
        waiting.returned += try library.totals(Project.schema.id, where: filter, sums: []).count
      }
      return waiting
    }
  }

  /// The records that came back to the person's tiers; each record is in one of the filters only.
  package static func returnedFilters(in store: any Store, as environment: Environment) -> [Filter] {
    let access = environment.access
    if access.isAlone { return [Filter.anyTier("returned_by")] }
    var filters: [Filter] = []
    for grant in Set(access.grants) where grant.registers.isEmpty || grant.registers.contains(Project.schema.id) {
      guard let level = store.reference.regions[grant.region]?.level,
        let tier = Tier.allCases.first(where: { $0.level == level })
      else { continue }
      let own = Filter.where("region", .equal, .text(grant.region))
      switch grant.role {
      case .clerk: filters.append(own.and("returned_by", .equal, .text(tier.rawValue)))
      case .reviewer:
        guard let next = tier.next else { continue }
        filters.append(own.and("returned_by", .equal, .text(next.rawValue)))
      default: continue
      }
    }
    var seen = Set<Filter>()
    return filters.filter { seen.insert($0).inserted }
  }
}

/// A tier whose reviewer the person is: which records wait there.
package struct Station: Hashable, Sendable {
  /// The region whose library it is; blank for every one.
  package let region: String
  /// The tier; nil for every one.
  package let tier: Tier?

  /// The records that wait there.
  package var filter: Filter {
    let filter =
      tier.map { Filter.where("waiting_tier", .equal, .text($0.rawValue)) } ?? .anyTier("waiting_tier")
    return region.isEmpty ? filter : filter.and("region", .equal, .text(region))
  }

  /// A person's own tiers, and those that theirs reviews for 代审; everything for who is alone in the library.
  package static func all(
    of environment: Environment, in library: any StoreReading, _ store: any Store
  ) throws -> [Station] {
    let access = environment.access
    if access.isAlone { return [Station(region: "", tier: nil)] }
    let regions = store.reference.regions
    func station(_ region: String) -> Station? {
      guard let level = regions[region]?.level else { return nil }
      return Station(region: region, tier: Tier.allCases.first { $0.level == level })
    }
    var stations: [Station] = []
    let reviewing = Set(
      access.grants.filter {
        $0.role == .reviewer && ($0.registers.isEmpty || $0.registers.contains(Project.schema.id))
      }.map(\.region))
    for region in reviewing.sorted() {
      let own = try TierSettings.of(region, in: library.lookup)
      if own.reviewedBy.isEmpty, let station = station(region) { stations.append(station) }
      let others = try library.lookup.documents(TierSettings.schema.id, where: "reviewed_by", is: .text(region))
      stations += others.compactMap { $0["region"].text.flatMap(station) }
    }
    return stations
  }
}

extension Filter {
  /// A field names some tier: said by the tiers, since those counts are kept.
  fileprivate static func anyTier(_ field: String) -> Filter {
    Filter([Condition(field, .equal, Tier.allCases.map { .text($0.rawValue) })])
  }
}
