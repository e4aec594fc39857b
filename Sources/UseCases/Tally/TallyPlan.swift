import Domain

/// What a tally is made of: its columns, the regions that each of them holds, and the locks that stand.
struct TallyPlan {
  let query: TallyQuery
  let scope: DashboardScope
  let columns: [Tally.Column]
  /// All regions of the scope.
  let regions: [String]
  /// The lock of each region whose quarter is locked.
  let locks: [String: QuarterLock]
  /// The position at which the library is looked at; nil is now.
  let at: Int?
  /// Whether any lock of any quarter has a part in the figures.
  let isTouched: Bool
  /// The readings that the scope's own lock was made with; nil where it is open.
  let readings: [String: String]?
  /// The position whose plan values and thresholds hold; nil for those of now.
  let decidedAt: Int?
  /// What of the quarter counts: up to its last day.
  let through: Day
  /// The last planned day that is overdue.
  let overdueThrough: Day
  private let columnOfRegion: [String: Int]
  private let isProvince: Bool

  init(_ query: TallyQuery, _ book: LockBook, _ reference: ReferenceTables, today: Day) {
    var query = query
    if query.quarter.quarter != 4 { query.edition = .quarterly }
    self.query = query
    let scope = DashboardScope(region: query.region, quarter: query.quarter)
    self.scope = scope
    let all = reference.regions
    let regions = all.all.map(\.code).filter { all.isIn($0, query.region) }
    self.regions = regions
    // A version of a lock is the library as it was when that lock was made, by the locks that stood then.
    let version = query.version.flatMap { wanted in
      book.versions(query.region, query.quarter, query.edition).first { $0.version == wanted }
    }
    let at = version.map { $0.position + 1 } ?? query.at
    self.at = at
    var locks: [String: QuarterLock] = [:]
    for region in regions { locks[region] = book.standing(region, query.quarter, query.edition, at: at) }
    if let version { locks[query.region] = version }
    self.locks = locks
    isTouched = book.touches(Set(regions), at: at) || version != nil
    readings = locks[query.region]?.readings
    decidedAt = locks[query.region]?.position ?? at
    through = query.quarter.lastDay
    overdueThrough = min(
      query.quarter.lastDay, DueState.lastOverdue(today: today, reportDay: reference.settings.reportDay))
    isProvince = all[query.region]?.level == .province

    let state = TallyLocks(regions: all, locks: locks)
    var columns = [
      Tally.Column(
        part: .whole, id: query.region, label: Label(zh: "合计", en: "Total"),
        lock: state.state(of: regions, query.region))
    ]
    var places: [String: Int] = [:]
    func add(_ part: Tally.Column.Part, _ id: String, _ label: Label, _ lock: LockState) {
      columns.append(Tally.Column(part: part, id: id, label: label, lock: lock))
    }
    switch query.by {
    case .region:
      let parts = scope.parts(all)
      for part in parts {
        let inside = Array(Set([part.code] + all.codes(in: part.code)))
        for code in inside { places[code] = columns.count }
        add(.region, part.code, Label(zh: part.shortName, en: part.shortName), state.state(of: inside, part.code))
      }
      let own = regions.filter { places[$0] == nil }
      if !parts.isEmpty, !own.isEmpty {
        for code in own { places[code] = columns.count }
        add(.own, query.region, Label(zh: "本级", en: "itself"), state.state(of: own, query.region))
      }
    case .sector: for code in Sectors.list.codes { add(.code, code.id, code.label, .open) }
    case .focus: for code in FocusAreas.list.codes { add(.code, code.id, code.label, .open) }
    }
    if query.by != .region { add(.code, "", Label(zh: "未分", en: "none"), .open) }
    self.columns = columns
    columnOfRegion = places
  }

  /// What the kept parts of figures begin with.
  var partPrefix: String { query.by == .region ? "" : query.by.rawValue + "/" }

  /// What is said where a figure has no such parts.
  var notParted: Label {
    query.by == .sector
      ? Label(zh: "不分领域", en: "not by sector") : Label(zh: "不分改造领域", en: "not by focus area")
  }

  /// What stands for a column where regions are not told apart.
  static func column(_ column: Int) -> String { "#\(column)" }

  /// The columns that a region counts in, as units.
  func columnUnits(_ region: String) -> [KnownFigures.Unit] {
    let whole = KnownFigures.Unit(region: Self.column(0), part: "")
    guard let column = columnOfRegion[region] else { return [whole] }
    return [whole, KnownFigures.Unit(region: Self.column(column), part: "")]
  }

  /// Whether the figures of a city's regions may come as one: no column and no lock tells them apart.
  var isByCity: Bool { isProvince && !isTouched }

  /// The regions of a column.
  func regionsOf(_ column: Int) -> [String] {
    column == 0 ? regions : regions.filter { columnOfRegion[$0] == column }
  }

  /// Whether the plan's own numbers are a column's targets: they are set for the province.
  func isPlans(_ column: Int) -> Bool { column == 0 && isProvince }

  /// The day at which pace is judged.
  func day(_ today: Day) -> Day { min(through, max(today, query.quarter.firstDay)) }
}

/// How far a set of regions is locked.
struct TallyLocks {
  let regions: Regions
  let locks: [String: QuarterLock]

  /// All of them, by their own locks; `head` is the region whose lock speaks for the whole.
  func state(of codes: [String], _ head: String) -> LockState {
    let locked = codes.count { locks[$0] != nil }
    guard locked > 0 else { return .open }
    guard locked == codes.count else { return .partly(locked: locked, of: codes.count) }
    // A group has no lock of its own: its last part speaks.
    guard let lock = locks[head] ?? codes.compactMap({ locks[$0] }).max(by: { $0.position < $1.position }) else {
      return .open
    }
    return .locked(
      version: lock.version, on: lock.lockedOn, by: lock.lockedBy,
      isUnreported: locks[head]?.isUnreported ?? codes.contains { locks[$0]?.isUnreported == true })
  }
}
