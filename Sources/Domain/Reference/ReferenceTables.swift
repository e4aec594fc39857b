/// All reference tables: what ships in the program, and over it the rows that the library's administrator added.
package struct ReferenceTables: Sendable {
  package private(set) var regions: Regions
  package private(set) var industries: Industries
  package private(set) var efficiency: EfficiencyLevels
  package private(set) var energy: EnergyFactors
  package private(set) var carbon: CarbonFactors
  package private(set) var targets: PlanTargets
  package private(set) var entryTests: EntryTests
  package private(set) var exclusiveSupports: ExclusiveSupports
  package private(set) var settings: PracticeSettings
  package private(set) var indicators: IndicatorSettings
  package private(set) var carbonLevels: CarbonLevels
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
