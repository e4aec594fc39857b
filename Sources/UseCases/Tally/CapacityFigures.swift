import Domain

/// Capacity by product and grade, region by region: what shares at baseline and benchmark are made of.
struct CapacityFigures {
  private let plan: TallyPlan
  /// Of each column.
  private var shares: [EfficiencyShares] = []

  static let measure = "efficiency.capacity"

  /// The terms that a lock keeps for one year of data.
  static func terms(year: Int) -> [Indicator.Term] {
    EfficiencyLevel.Grade.allCases.map { Indicator.Term(measure, dimensions: [$0.rawValue, nil, String(year)]) }
  }

  /// The latest year of data up to a quarter's.
  static func year(
    of quarter: Quarter, in regions: [String], at position: Int?, _ library: any StoreReading
  ) throws -> Int? {
    try library.sums(SumsQuery([Indicator.Term(measure)], regions: regions, places: [2], at: position))
      .compactMap { $0.amount > .zero ? Int($0.part) : nil }.filter { $0 <= quarter.year }.max()
  }

  init(_ plan: TallyPlan, _ book: LockBook, _ library: any StoreReading) throws {
    self.plan = plan
    // By region, then grade, then product.
    var capacities: [String: [String: [String: Amount]]] = [:]
    let open = plan.regions.filter { plan.locks[$0] == nil }
    if !open.isEmpty, let year = try Self.year(of: plan.query.quarter, in: plan.regions, at: plan.at, library) {
      let terms = Self.terms(year: year)
      var query = SumsQuery(terms, regions: open, places: terms.map { _ in 1 }, at: plan.at)
      query.isByRegion = true
      query.isByCity = plan.isByCity
      for sum in try library.sums(query) {
        let grade = EfficiencyLevel.Grade.allCases[sum.term].rawValue
        capacities[sum.region, default: [:]][grade, default: [:]][sum.part, default: .zero] += sum.amount
      }
    }
    let kept =
      plan.locks.isEmpty ? [:] : try library.lockedFigures(of: plan.locks.values.map(\.id), parts: "product/")
    for (region, lock) in plan.locks {
      for figure in kept[lock.id] ?? [] {
        let words = figure.term.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard words.count > 1, words[0] == Self.measure else { continue }
        let product = String(figure.part.dropFirst("product/".count))
        capacities[region, default: [:]][words[1], default: [:]][product, default: .zero] += figure.sums.cumulative
      }
    }
    shares = plan.columns.indices.map { column in
      var sums: [String: [String: Amount]] = [:]
      for region in plan.regionsOf(column) {
        for (grade, products) in capacities[region] ?? [:] {
          sums[grade, default: [:]].merge(products, uniquingKeysWith: +)
        }
      }
      func of(_ grade: EfficiencyLevel.Grade) -> [String: Amount] { sums[grade.rawValue] ?? [:] }
      return EfficiencyShares(atBenchmark: of(.benchmark), between: of(.between), below: of(.below))
    }
  }

  func cell(_ indicator: Indicator, _ grade: EfficiencyLevel.Grade, _ column: Int) -> TallyCell {
    guard plan.columns[column].part != .code else { return TallyCell(.none(plan.notParted)) }
    let shares = shares[column]
    guard !shares.products.isEmpty else {
      return TallyCell(.none(Label(zh: "能效清单尚无对标数据", en: "The efficiency list has no graded line yet")))
    }
    let (met, of, lowest) = shares.headline(atLeast: grade, percent: indicator.value ?? Amount(100))
    return TallyCell(.fields(met: met, of: of, lowest: lowest))
  }
}
