/// All reference tables: what ships in the program, and over it the rows that the library's administrator added.
package struct ReferenceTables: Sendable {
  /// Units that report, their groups and former names (GB/T 2260 and the library's own).
  package private(set) var regions: Regions
  /// GB/T 4754-2017, sections B to D.
  package private(set) var industries: Industries
  /// Benchmark and baseline consumption by product, in dated editions.
  package private(set) var efficiency: EfficiencyLevels
  /// Standard-coal factors of energy carriers (GB/T 2589).
  package private(set) var energy: EnergyFactors
  /// CO2 factors of fuels, and of the grid by year.
  package private(set) var carbon: CarbonFactors
  /// The numbered targets of the plan.
  package private(set) var targets: PlanTargets
  /// What a tier asks of a project that is to enter it.
  package private(set) var entryTests: EntryTests
  /// Supports that one project may not both receive.
  package private(set) var exclusiveSupports: ExclusiveSupports
  /// Numbers that a province may set otherwise: days of review, report and grace, limits of the pace.
  package private(set) var settings: PracticeSettings
  /// How the plan is read where it is ambiguous, and from where ratios start.
  package private(set) var indicators: IndicatorSettings
  /// Limits and industry means of carbon efficiency.
  package private(set) var carbonLevels: CarbonLevels
  /// The items and weights by which regions are assessed (四(四)).
  package private(set) var assessment: AssessmentTable
  /// The library's own rows that stand over what ships.
  package private(set) var own: [ReferenceRow] = []

  /// The tables as shipped; parsed once, when first asked for.
  package static let builtIn = ReferenceTables()

  private init() {
    regions = Regions()
    industries = Industries()
    efficiency = EfficiencyLevels()
    energy = EnergyFactors()
    carbon = CarbonFactors()
    targets = PlanTargets()
    entryTests = EntryTests()
    exclusiveSupports = ExclusiveSupports()
    settings = PracticeSettings()
    indicators = IndicatorSettings()
    carbonLevels = CarbonLevels()
    assessment = AssessmentTable()
  }

  /// These tables with rows over them, and the rows that could not be read.
  ///
  /// Rows may come in any order: one that needs another (a county its city, a group its members) waits for it.
  package func overlaid(with rows: [ReferenceRow]) -> (tables: ReferenceTables, rejected: [ReferenceRow]) {
    var result = self
    result.own += rows
    var waiting = ReferenceRow.Table.allCases.flatMap { table in rows.filter { $0.table == table } }
    while true {
      let rest = waiting.filter { !result.add($0) }
      if rest.isEmpty || rest.count == waiting.count { return (result, rest) }
      waiting = rest
    }
  }

  private mutating func add(_ row: ReferenceRow) -> Bool {
    switch row.table {
    case .regions: regions.add(region: row.cells)
    case .regionRenames: regions.add(rename: row.cells)
    case .regionGroups: regions.add(group: row.cells)
    case .industries: industries.add(row.cells)
    case .efficiencyLevels: efficiency.add(row.cells)
    case .energyFactors: energy.add(row.cells)
    case .fuelFactors: carbon.add(fuel: row.cells)
    case .gridFactors: carbon.add(grid: row.cells)
    case .planTargets: targets.add(row.cells)
    case .entryTests: entryTests.add(row.cells)
    case .exclusiveSupports: exclusiveSupports.add(row.cells)
    case .settings: settings.add(row.cells)
    case .indicators: indicators.add(row.cells)
    case .carbonLevels: carbonLevels.add(level: row.cells)
    case .carbonMeans: carbonLevels.add(mean: row.cells)
    case .assessment: assessment.add(row.cells)
    }
  }
}
