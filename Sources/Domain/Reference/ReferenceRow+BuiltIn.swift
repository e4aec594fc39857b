extension ReferenceRow {
  /// The rows of a table that ship in the program, in its order.
  package static func builtIn(_ table: Table) -> [ReferenceRow] {
    switch table {
    case .regions: rows(table, BuiltIn.regions)
    case .regionRenames: rows(table, BuiltIn.regionRenames)
    case .regionGroups: rows(table, BuiltIn.regionGroups)
    case .industries:
      BuiltIn.cut(BuiltIn.industries[...], at: 0x0A).flatMap { BuiltIn.cut($0, at: 0x3B) }
        .map { ReferenceRow(table: table, cells: BuiltIn.cut($0, at: 0x7C)) }
    case .efficiencyLevels:
      BuiltIn.rows(BuiltIn.efficiencyLevels).map { ReferenceRow(table: table, cells: $0 + ["2021", ""]) }
    case .energyFactors: rows(table, BuiltIn.energyFactors)
    case .fuelFactors: rows(table, BuiltIn.fuelFactors)
    case .gridFactors: rows(table, BuiltIn.gridFactors)
    case .planTargets: rows(table, BuiltIn.planTargets)
    case .entryTests: rows(table, BuiltIn.entryTests)
    case .exclusiveSupports: rows(table, BuiltIn.exclusiveSupports)
    case .settings: rows(table, BuiltIn.settings)
    case .indicators: IndicatorSettings.usual.map { ReferenceRow(table: table, values: $0) }
    case .carbonLevels: rows(table, BuiltIn.carbonLevels)
    case .carbonMeans: []
    case .assessment: rows(table, BuiltIn.assessment)
    }
  }

  private static func rows(_ table: Table, _ text: String) -> [ReferenceRow] {
    BuiltIn.rows(text).map { ReferenceRow(table: table, cells: $0) }
  }
}
