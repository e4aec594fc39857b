import Domain

/// The sums that own estimates are made of, region by region and year by year: of now, or as a lock kept them.
struct EstimateFigures {
  private let plan: TallyPlan
  /// By region, then year, then term.
  private var sums: [String: [Int: [String: Amount]]] = [:]

  static let prefix = "year/"
  static let terms = OwnEstimate.allCases.flatMap(\.terms)

  /// The last year whose figures a quarter can tell of: its own once it has ended.
  static func lastYear(_ quarter: Quarter) -> Int { quarter.quarter == 4 ? quarter.year : quarter.year - 1 }

  init(_ plan: TallyPlan, _ library: any StoreReading) throws {
    self.plan = plan
    let open = plan.regions.filter { plan.locks[$0] == nil }
    if !open.isEmpty {
      for sum in try Self.read(open, at: plan.at, isByCity: plan.isByCity, library) { add(sum.amount, sum) }
    }
    guard !plan.locks.isEmpty else { return }
    let kept = try library.lockedFigures(of: plan.locks.values.map(\.id), parts: Self.prefix)
    for (region, lock) in plan.locks {
      for figure in kept[lock.id] ?? [] {
        guard let year = Int(figure.part.dropFirst(Self.prefix.count)) else { continue }
        sums[region, default: [:]][year, default: [:]][figure.term, default: .zero] += figure.sums.cumulative
      }
    }
  }

  private mutating func add(_ amount: Amount, _ sum: PartSum) {
    guard let year = Int(sum.part) else { return }
    sums[sum.region, default: [:]][year, default: [:]][Self.terms[sum.term].key, default: .zero] += amount
  }

  /// By region and year as they stand.
  private static func read(
    _ regions: [String], at position: Int?, isByCity: Bool = false, _ library: any StoreReading
  ) throws -> [PartSum] {
    var query = SumsQuery(terms, regions: regions, places: terms.map { _ in 0 }, at: position)
    query.isByRegion = true
    query.isByCity = isByCity
    return try library.sums(query)
  }

  /// What a lock keeps of one region.
  static func kept(_ region: String, _ library: any StoreReading) throws -> [LockedFigure] {
    try read([region], at: nil, library).map { sum in
      LockedFigure(
        term: terms[sum.term].key, part: prefix + sum.part,
        sums: TallySums(period: sum.amount, year: sum.amount, cumulative: sum.amount))
    }
  }

  /// `firms` are all key users of the column.
  func cell(_ estimate: OwnEstimate, _ column: Int, firms: Amount) -> TallyCell {
    guard plan.columns[column].part != .code else { return TallyCell(.none(plan.notParted)) }
    // One year for all columns, so that they can be set beside one another.
    let counted = estimate.terms[0].key
    let last = Self.lastYear(plan.query.quarter)
    let year = plan.regions.flatMap { sums[$0].map(Array.init) ?? [] }
      .filter { $0.key <= last && ($0.value[counted] ?? .zero) > .zero }.map(\.key).max()
    guard let year else {
      return TallyCell(.none(Label(zh: "重点用能企业尚无可比的年度数据", en: "No key user has figures to compare yet")))
    }
    let regions = plan.regionsOf(column)
    let amounts = estimate.terms.map { term in
      regions.reduce(Amount.zero) { $0 + (sums[$1]?[year]?[term.key] ?? .zero) }
    }
    return TallyCell(.estimate(value: estimate.value(amounts), year: year, firms: amounts[0], of: firms))
  }
}
