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
    case entryTests = "entry_tests"
    case exclusiveSupports = "exclusive_supports"
    case settings
    case indicators
    case carbonLevels = "carbon_levels"
    case carbonMeans = "carbon_means"
    case assessment
  }

  /// The table that it is a row of.
  package let table: Table
  /// Values by column; a missing one is empty.
  package let values: [String: String]

  /// Keeps what is filled; whether the row makes sense is for `ReferenceRow+Checking` to say.
  package init(table: Table, values: [String: String]) {
    self.table = table
    self.values = values.filter { !$0.value.isEmpty }
  }

  /// A row from the cells of a built-in table, in the order of the columns.
  init(table: Table, cells: [Substring]) {
    let pairs = zip(table.columns, cells.map(String.init))
    self.init(table: table, values: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }

  /// The cells in the order of the table's columns.
  var cells: [Substring] { table.columns.map { Substring(values[$0] ?? "") } }

  /// What tells the row from the others of its table: its key columns with `|` between them.
  package var key: String { table.keyColumns.map { values[$0] ?? "" }.joined(separator: "|") }
}

extension ReferenceRow.Table {
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
    case .entryTests:
      ["id", "tier", "group", "exempt", "least_saving", "least_investment", "most_years", "severity", "note"]
    case .exclusiveSupports: ["one", "other", "excludes", "note"]
    case .settings: ["name", "value", "note"]
    case .indicators: ["id", "reading", "start_value", "note"]
    case .carbonLevels: ["from_year", "level_1", "level_2", "level_3", "level_4", "source"]
    case .carbonMeans: ["industry", "data_year", "mean", "source"]
    case .assessment: ["id", "kind", "source", "points", "each", "name_zh", "name_en"]
    }
  }

  /// The columns that tell rows apart.
  package var keyColumns: [String] {
    switch self {
    case .regions, .industries: ["code"]
    case .regionRenames: ["old_code", "new_code"]
    case .regionGroups: ["group", "code"]
    case .efficiencyLevels: ["edition", "province", "product", "process_or_condition"]
    case .energyFactors, .fuelFactors, .planTargets, .entryTests, .indicators: ["id"]
    case .gridFactors: ["scope", "data_year"]
    case .exclusiveSupports: ["one", "other"]
    case .settings: ["name"]
    case .carbonLevels: ["from_year"]
    case .carbonMeans: ["industry", "data_year"]
    case .assessment: ["id"]
    }
  }

  /// Records hold what follows from the table, so that a change of it derives them again; the others are asked when a
  /// record is checked or a figure is read.
  package var isKeptInRecords: Bool {
    switch self {
    case .planTargets, .entryTests, .exclusiveSupports, .settings, .indicators, .assessment: false
    default: true
    }
  }

  /// The table's name.
  package var label: Label {
    switch self {
    case .regions: Label(zh: "地区", en: "Regions")
    case .regionRenames: Label(zh: "地区变更", en: "Changes of regions")
    case .regionGroups: Label(zh: "地区分组", en: "Groups of regions")
    case .industries: Label(zh: "行业", en: "Industries")
    case .efficiencyLevels: Label(zh: "能效水平", en: "Efficiency levels")
    case .energyFactors: Label(zh: "折标系数", en: "Standard-coal factors")
    case .fuelFactors: Label(zh: "燃料碳排放因子", en: "CO2 factors of fuels")
    case .gridFactors: Label(zh: "电力碳排放因子", en: "CO2 factors of the grid")
    case .planTargets: Label(zh: "规划目标", en: "The plan's targets")
    case .entryTests: Label(zh: "入库条件", en: "Entry tests")
    case .exclusiveSupports: Label(zh: "互斥的支持", en: "Supports that exclude each other")
    case .settings: Label(zh: "规则参数", en: "Numbers that rules use")
    case .indicators: Label(zh: "指标口径", en: "Readings of indicators")
    case .carbonLevels: Label(zh: "碳效等级界限", en: "Limits of carbon levels")
    case .carbonMeans: Label(zh: "行业碳排放强度均值", en: "Industry means of CO2 per value added")
    case .assessment: Label(zh: "考核指标与权重", en: "Assessment items and weights")
    }
  }
}
