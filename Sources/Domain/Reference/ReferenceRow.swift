/// One row that an administrator added to a reference table; it stands over the built-in row with the same key.
package struct ReferenceRow: Hashable, Sendable {
  /// Which table it belongs to.
  package enum Table: String, CaseIterable, Sendable {
    case regions
    case regionRenames = "region_renames"
    case regionGroups = "region_groups"
    case industries
    case efficiencyLevels = "efficiency_levels"
    case energyFactors = "energy_factors"
    case fuelFactors = "fuel_factors"
    case gridFactors = "grid_factors"
    case planTargets = "plan_targets"

    /// The columns of a row, in order; the same as in `reference/*.csv`, and those an overlay needs besides.
    package var columns: [String] {
      switch self {
      case .regions: ["code", "name", "level", "parent_code"]
      case .regionRenames: ["old_code", "old_name", "new_code", "new_name", "effective_year", "kind", "note"]
      case .regionGroups: ["code", "group", "from", "to", "verified"]
      case .industries: ["code", "name"]
      case .efficiencyLevels:
        [
          "sector", "product", "process_or_condition", "indicator", "unit", "benchmark", "baseline", "standard",
          "verified", "confidence", "corroboration", "edition", "province",
        ]
      case .energyFactors:
        ["id", "name_zh", "name_en", "physical_unit", "kgce_low", "kgce_high", "verified", "note"]
      case .fuelFactors: ["id", "name_zh", "name_en", "factor", "unit", "verified", "note"]
      case .gridFactors: ["scope", "name_zh", "data_year", "factor", "unit", "source", "verified"]
      case .planTargets:
        [
          "id", "section", "indicator_zh", "indicator_en", "value", "unit", "direction", "deadline_year",
          "responsible_departments_zh", "quote_zh", "note",
        ]
      }
    }
  }

  package let table: Table
  /// Values by column; a missing one is empty.
  package let values: [String: String]

  package init(table: Table, values: [String: String]) {
    self.table = table
    self.values = values
  }

  /// The cells in the order of the table's columns.
  var cells: [Substring] { table.columns.map { Substring(values[$0] ?? "") } }
}
