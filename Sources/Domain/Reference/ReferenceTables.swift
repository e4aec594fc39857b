/// All reference tables: what ships in the program, and over it the rows that the library's administrator added.
package struct ReferenceTables: Sendable {
  package private(set) var regions: Regions
  package private(set) var industries: Industries
  package private(set) var efficiency: EfficiencyLevels
  package private(set) var energy: EnergyFactors
  package private(set) var carbon: CarbonFactors
  package private(set) var targets: PlanTargets

  /// The tables as shipped; parsed once, when first asked for.
  package static let builtIn = ReferenceTables()

  private init() {
    regions = Regions()
    industries = Industries()
    efficiency = EfficiencyLevels()
    energy = EnergyFactors()
    carbon = CarbonFactors()
    targets = PlanTargets()
  }

  /// These tables with rows over them, in their order, and the rows that could not be read.
  package func overlaid(with rows: [ReferenceRow]) -> (tables: ReferenceTables, rejected: [ReferenceRow]) {
    var result = self
    var rejected: [ReferenceRow] = []
    for row in rows where !result.add(row) { rejected.append(row) }
    return (result, rejected)
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
    }
  }
}
