import Domain

/// Adds up what the store gives for all indicators at once, and makes rows of it.
struct TallyReader {
  let plan: TallyPlan
  let library: any StoreReading
  let reference: ReferenceTables
  let today: Day
  let indicators: [Indicator]
  /// What of the quarter counts: up to its last day, or to today while it lasts.
  let through: Day
  private let terms: [Indicator.Term]
  private let placeOfTerm: [Indicator.Term: Int]
  /// By term, column and quarter number.
  private var series: [[[Int: Amount]]]

  init(_ plan: TallyPlan, _ library: any StoreReading, _ reference: ReferenceTables, today: Day) throws {
    self.plan = plan
    self.library = library
    self.reference = reference
    self.today = today
    indicators = Indicators.tallied(in: reference)
    let quarter = plan.query.quarter
    through = quarter.lastDay
    var terms: [Indicator.Term] = []
    var places: [Indicator.Term: Int] = [:]
    for indicator in indicators where indicator.absence == nil && indicator.isCounted {
      for term in indicator.allTerms where places[term] == nil {
        places[term] = terms.count
        terms.append(term)
      }
    }
    self.terms = terms
    placeOfTerm = places
    let columns = plan.columns.count
    series = terms.map { _ in Array(repeating: [:], count: columns) }
    try read()
  }

  private mutating func read() throws {
    for sum in try library.sums(SumsQuery(terms, regions: plan.regions)) {
      series[sum.term][0][sum.quarter, default: .zero] += sum.amount
      if let column = plan.columnOfRegion[sum.part] {
        series[sum.term][column][sum.quarter, default: .zero] += sum.amount
      }
    }
    guard plan.query.by != .region else { return }
    let columns = Dictionary(
      plan.columns.enumerated().filter { $1.part == .code }.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
    let places = terms.map { Registers.measures[$0.measure]?.place(of: plan.query.by) }
    for sum in try library.sums(SumsQuery(terms, regions: plan.regions, places: places)) {
      guard let column = columns[sum.part] else { continue }
      series[sum.term][column][sum.quarter, default: .zero] += sum.amount
    }
  }

  func rows() throws -> [Tally.Row] {
    try indicators.map { indicator in
      Tally.Row(
        indicator: indicator,
        cells: try plan.columns.indices.map { try cell(indicator, $0) })
    }
  }

  private func cell(_ indicator: Indicator, _ column: Int) throws -> TallyCell {
    if let absence = indicator.absence { return TallyCell(.none(absence)) }
    if plan.columns[column].part == .code, !indicator.allTerms.allSatisfy(isParted) {
      return TallyCell(.none(Label(zh: "不分\(plan.query.by == .sector ? "领域" : "改造领域")", en: "not parted so")))
    }
    switch indicator.source {
    case .counts(let terms, _, _): return counted(indicator, terms, column)
    case .share(let part, let whole, _):
      return TallyCell(
        .share(
          part: sums(part, column, plan.query.quarter).cumulative,
          whole: sums(whole, column, plan.query.quarter).cumulative))
    case .efficiency(let grade): return try fields(indicator, grade, column)
    case .statistics: return TallyCell(.none(indicator.absence ?? indicator.rule))
    }
  }

  private func isParted(_ term: Indicator.Term) -> Bool {
    Registers.measures[term.measure]?.place(of: plan.query.by) != nil
  }

  private func counted(_ indicator: Indicator, _ terms: [Indicator.Term], _ column: Int) -> TallyCell {
    let quarter = plan.query.quarter
    let sums = sums(terms, column, quarter)
    var cell = TallyCell(.sums(sums))
    cell.before = self.sums(terms, column, quarter.previous)
    cell.yearBefore = self.sums(terms, column, quarter.adding(quarters: -4))
    if column == 0, reference.regions[plan.query.region]?.level == .province { cell.cumulativeTarget = indicator.value }
    cell.standing = indicator.standing(
      done: indicator.inTargetUnit(sums.cumulative), at: day, target: cell.cumulativeTarget,
      recent: (0..<4).map { indicator.inTargetUnit(self.sums(terms, column, quarter.adding(quarters: -$0)).period) },
      thresholds: reference.settings.pace)
    return cell
  }

  /// The day at which pace is judged.
  private var day: Day { min(through, max(today, plan.query.quarter.firstDay)) }

  private func sums(_ terms: [Indicator.Term], _ column: Int, _ quarter: Quarter) -> TallySums {
    var sums = TallySums.zero
    for term in terms {
      guard let place = placeOfTerm[term] else { continue }
      for (number, amount) in series[place][column] where number <= quarter.number {
        let amount = term.sign > 0 ? amount : -amount
        sums.cumulative += amount
        if number / 10 == quarter.year || number == 0 { sums.year += amount }
        if number == quarter.number || number == 0 { sums.period += amount }
      }
    }
    return sums
  }

  /// Shares of capacity within each product, of the latest year of data.
  private func fields(_ indicator: Indicator, _ grade: EfficiencyLevel.Grade, _ column: Int) throws -> TallyCell {
    let scope = plan.columns[column]
    guard scope.part != .own else { return TallyCell(.none(Label(zh: "不分本级", en: "not parted so"))) }
    var base = FigureQuery("efficiency.capacity", region: scope.part == .region ? scope.id : plan.query.region)
    let years = try library.figures(base, by: .dimension(2)).keys.compactMap(Int.init)
    guard let year = years.filter({ $0 <= plan.query.quarter.year }).max() else {
      return TallyCell(.none(Label(zh: "能效清单尚无对标数据", en: "The efficiency list has no graded line yet")))
    }
    let capacities = try EfficiencyLevel.Grade.allCases.map { grade in
      base.dimensions = [grade.rawValue, nil, String(year)]
      return try library.figures(base, by: .dimension(1))
    }
    let shares = EfficiencyShares(atBenchmark: capacities[0], between: capacities[1], below: capacities[2])
    let (met, of, lowest) = shares.headline(atLeast: grade, percent: indicator.value ?? Amount(100))
    var cell = TallyCell(.fields(met: met, of: of, lowest: lowest))
    if column == 0 { cell.cumulativeTarget = indicator.value }
    return cell
  }
}

extension Indicator {
  /// Its figure comes from measures that add up.
  var isCounted: Bool {
    switch source {
    case .counts, .share: true
    case .efficiency, .statistics: false
    }
  }
}
