import Domain

/// Reads a tally 调度: every indicator by region, sector or focus area for one quarter.
package enum ReadTally {
  /// The tally as the person sees it. What is out of their scope counts as nothing.
  package static func run(_ query: TallyQuery, in store: any Store, as environment: Environment) throws -> Tally {
    try store.read { try read(query, in: $0, store.reference, today: environment.today) }
  }

  /// The same inside a moment of the library that others are read from as well.
  package static func read(
    _ query: TallyQuery, in library: any StoreReading, _ reference: ReferenceTables, today: Day
  ) throws -> Tally {
    let plan = TallyPlan(query, reference)
    let reader = try TallyReader(plan, library, reference, today: today)
    return Tally(
      query: query, scope: plan.scope.label(reference), columns: plan.columns, rows: try reader.rows(),
      through: reader.through, head: try library.head())
  }
}

/// What a tally is made of: its columns, and the regions that each of them holds.
struct TallyPlan {
  let query: TallyQuery
  let scope: DashboardScope
  let columns: [Tally.Column]
  /// All regions of the scope.
  let regions: [String]
  /// The column of each region of the scope; the scope's own where it lies in none of the parts.
  let columnOfRegion: [String: Int]

  init(_ query: TallyQuery, _ reference: ReferenceTables) {
    self.query = query
    scope = DashboardScope(region: query.region, quarter: query.quarter)
    let all = reference.regions
    // A library may be one county's: its own code is in its scope too.
    regions = all.all.map(\.code).filter { all.isIn($0, query.region) }
    var columns = [
      Tally.Column(part: .whole, id: query.region, label: Label(zh: "合计", en: "Total"), lock: .open)
    ]
    var places: [String: Int] = [:]
    func add(_ part: Tally.Column.Part, _ id: String, _ label: Label) {
      columns.append(Tally.Column(part: part, id: id, label: label, lock: .open))
    }
    switch query.by {
    case .region:
      let parts = scope.parts(all)
      for part in parts {
        for code in [part.code] + all.codes(in: part.code) { places[code] = columns.count }
        add(.region, part.code, Label(zh: part.shortName, en: part.shortName))
      }
      if !parts.isEmpty, regions.contains(where: { places[$0] == nil }) {
        for code in regions where places[code] == nil { places[code] = columns.count }
        add(.own, query.region, Label(zh: "本级", en: "itself"))
      }
    case .sector: for code in Sectors.list.codes { add(.code, code.id, code.label) }
    case .focus: for code in FocusAreas.list.codes { add(.code, code.id, code.label) }
    }
    if query.by != .region { add(.code, "", Label(zh: "未分", en: "none")) }
    self.columns = columns
    columnOfRegion = places
  }
}
