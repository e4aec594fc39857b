import Domain

/// Adds up what the store gives for all indicators at once, and makes rows of it.
struct TallyReader {
  let plan: TallyPlan
  let library: any StoreReading
  let reference: ReferenceTables
  let today: Day
  let indicators: [Indicator]
  let book: LockBook
  private let terms: [Indicator.Term]
  private let placeOfTerm: [Indicator.Term: Int]
  private var known: KnownFigures
  private let capacities: CapacityFigures
  private let official: OfficialFigures
  private let estimates: EstimateFigures
  /// The quarters that are told of: this one, four before it for the forecast and the year before.
  private let quarters: [Quarter]
  /// Where each column's figures come from, for each of these quarters.
  private var sources: [[[KnownFigures.Source]]] = []

  init(
    _ plan: TallyPlan, _ book: LockBook, _ library: any StoreReading, _ reference: ReferenceTables, today: Day
  ) throws {
    self.plan = plan
    self.book = book
    self.library = library
    self.reference = reference
    self.today = today
    indicators = Indicators.tallied(in: reference, readings: plan.readings)
    var terms: [Indicator.Term] = []
    var places: [Indicator.Term: Int] = [:]
    for indicator in indicators where indicator.absence == nil && indicator.isCounted {
      for term in (indicator.allTerms + (indicator.yearlyFrom.map { [Indicator.Term($0)] } ?? [])).map(\.added)
      where places[term] == nil {
        places[term] = terms.count
        terms.append(term)
      }
    }
    self.terms = terms
    placeOfTerm = places
    quarters = (0...4).map { plan.query.quarter.adding(quarters: -$0) }
    known = KnownFigures(
      terms, quarters: quarters, book, at: plan.at, overdueThrough: plan.overdueThrough.quarter)
    capacities = try CapacityFigures(plan, book, library)
    official = try OfficialFigures(plan, indicators, library, reference)
    estimates = try EstimateFigures(plan, library)
    try read()
    sources = plan.columns.indices.map { column in
      let units = units(column)
      return quarters.map { quarter in units.map { known.source(quarter, $0, lock($0.region, quarter)) } }
    }
  }

  // MARK: reading

  private mutating func read() throws {
    let isParted = plan.query.by != .region
    // Without locks nothing hangs on single regions, and a column's sums are all that is needed.
    let isOpen = !plan.isTouched
    var query = SumsQuery(terms, regions: plan.regions, at: plan.at)
    query.isByCity = plan.isByCity
    var starts: [String: [Int]] = [:]
    for sum in try library.sums(query) {
      if starts[sum.region] == nil {
        let units = isOpen ? plan.columnUnits(sum.region) : [KnownFigures.Unit(region: sum.region, part: "")]
        starts[sum.region] = units.map { known.start(of: $0) }
      }
      for start in starts[sum.region] ?? [] {
        known.add(sum.amount, term: sum.term, quarter: sum.quarter, at: start)
      }
    }
    if isParted {
      var query = query
      query.places = terms.map { Registers.measures[$0.measure]?.place(of: plan.query.by) }
      query.isByRegion = !isOpen
      for sum in try library.sums(query) {
        let unit = KnownFigures.Unit(
          region: isOpen ? plan.query.region : sum.region, part: plan.partPrefix + sum.part)
        known.add(sum.amount, term: sum.term, quarter: sum.quarter, at: known.start(of: unit))
      }
    }
    guard plan.isTouched else { return }
    let wanted = Set(quarters.flatMap { [$0, $0.previous, KnownFigures.yearBefore($0)] })
    let locks = plan.regions.flatMap { region in
      wanted.flatMap { quarter in
        TallyQuery.Edition.allCases.compactMap { book.standing(region, quarter, $0, at: plan.at) }
      }
    }
    var figures = try library.lockedFigures(of: locks.map(\.id), parts: "")
    if isParted {
      let parted = try library.lockedFigures(of: locks.map(\.id), parts: plan.partPrefix)
      figures.merge(parted) { $0 + $1 }
    }
    known.keep(figures, of: locks)
  }

  // MARK: adding up

  private func lock(_ region: String, _ quarter: Quarter) -> QuarterLock? {
    quarter == plan.query.quarter ? plan.locks[region] : book.settled(region, quarter, at: plan.at)
  }

  /// The units that make up a column.
  private func units(_ column: Int) -> [KnownFigures.Unit] {
    let part = plan.columns[column]
    if !plan.isTouched {
      return [
        part.part == .code
          ? KnownFigures.Unit(region: plan.query.region, part: plan.partPrefix + part.id)
          : KnownFigures.Unit(region: TallyPlan.column(column), part: "")
      ]
    }
    if part.part == .code {
      return plan.regions.map { KnownFigures.Unit(region: $0, part: plan.partPrefix + part.id) }
    }
    return plan.regionsOf(column).map { KnownFigures.Unit(region: $0, part: "") }
  }

  /// The figures of the quarter that lies so many quarters back.
  private func figure(_ terms: [Indicator.Term], _ column: Int, back: Int = 0) -> KnownFigures.Figure {
    var whole = KnownFigures.Figure()
    for term in terms {
      guard let place = placeOfTerm[term.added] else { continue }
      for source in sources[column][back] {
        let found = known.figure(place, source)
        whole.sums = term.sign > 0 ? whole.sums + found.sums : whole.sums - found.sums
        whole.late += term.sign > 0 ? found.late : -found.late
        whole.lateInYear += term.sign > 0 ? found.lateInYear : -found.lateInYear
      }
    }
    return whole
  }

  private func correction(_ terms: [Indicator.Term], _ column: Int) -> TallySums {
    var whole = TallySums.zero
    guard plan.isTouched, plan.at == nil else { return whole }
    for term in terms {
      guard let place = placeOfTerm[term.added] else { continue }
      for source in sources[column][0] where source.isLocked {
        let found = known.correction(place, source)
        whole = term.sign > 0 ? whole + found : whole - found
      }
    }
    return whole
  }

  // MARK: cells

  func rows() throws -> [Tally.Row] {
    indicators.map { indicator in
      Tally.Row(indicator: indicator, cells: plan.columns.indices.map { cell(indicator, $0) })
    }
  }

  private func cell(_ indicator: Indicator, _ column: Int) -> TallyCell {
    if let absence = indicator.absence, indicator.isCounted { return TallyCell(.none(absence)) }
    if plan.columns[column].part == .code, indicator.isCounted, !indicator.allTerms.allSatisfy(isParted) {
      return TallyCell(.none(plan.notParted))
    }
    switch indicator.source {
    case .counts(let terms, _, _): return counted(indicator, terms, column)
    case .share(let part, let whole, _):
      let (done, all) = (figure(part, column), figure(whole, column))
      return TallyCell(.share(part: done.sums.cumulative, whole: all.sums.cumulative))
    case .efficiency(let grade):
      var cell = capacities.cell(indicator, grade, column)
      cell.cumulativeTarget = plan.isPlans(column) ? indicator.value : nil
      return cell
    case .estimate(let estimate):
      let firms = figure([Indicator.Term(OwnEstimate.firms)], column)
      return estimates.cell(estimate, column, firms: firms.sums.cumulative)
    case .statistics(let rule):
      return official.cell(
        indicator, rule, plan.columns[column], plan.isPlans(column) ? indicator.value : nil, day: plan.day(today),
        thresholds: reference.settings.pace)
    }
  }

  private func isParted(_ term: Indicator.Term) -> Bool {
    Registers.measures[term.measure]?.place(of: plan.query.by) != nil
  }

  private func counted(_ indicator: Indicator, _ terms: [Indicator.Term], _ column: Int) -> TallyCell {
    let quarter = plan.query.quarter
    let figures = quarters.indices.map { figure(terms, column, back: $0) }
    var cell = TallyCell(.sums(figures[0].sums))
    cell.late = figures[0].late
    if indicator.nature != .state {
      cell.before = figures[1].sums
      cell.yearBefore = figures[4].sums
    }
    cell.corrected = correction(terms, column)
    cell.cumulativeTarget = official.target(indicator, plan.columns[column], year: nil)
    if cell.cumulativeTarget == nil, plan.isPlans(column) { cell.cumulativeTarget = indicator.value }
    cell.yearlyTarget = official.target(indicator, plan.columns[column], year: quarter.year)
    if let yearly = indicator.yearlyFrom {
      cell.yearlyTarget = indicator.inTargetUnit(figure([Indicator.Term(yearly)], column).sums.year)
    }
    guard indicator.nature != .state else { return cell }
    cell.standing = indicator.standing(
      done: indicator.inTargetUnit(figures[0].sums.cumulative), at: plan.day(today), target: cell.cumulativeTarget,
      recent: figures.prefix(4).map { indicator.inTargetUnit($0.sums.period) }, thresholds: reference.settings.pace)
    if let target = cell.yearlyTarget {
      let start = Day(year: quarter.year, month: 1, day: 1) ?? quarter.firstDay
      cell.yearStanding = indicator.standing(
        done: indicator.inTargetUnit(figures[0].sums.year), at: plan.day(today), target: target,
        recent: figures.prefix(quarter.quarter).map { indicator.inTargetUnit($0.sums.period) },
        thresholds: reference.settings.pace, schedule: Schedule(start: start, endOf: quarter.year))
    }
    return cell
  }
}

extension Indicator {
  /// Its figure comes from measures that add up.
  var isCounted: Bool {
    switch source {
    case .counts, .share: true
    case .efficiency, .statistics, .estimate: false
    }
  }
}
