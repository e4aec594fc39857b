extension ReferenceRow {
  /// What a column of a table holds; text where nothing else is said.
  private enum Content {
    case text, amount, factor, year, count, yesNo, region, scope
    case choice([String])

    func holds(_ value: String, _ tables: ReferenceTables) -> Bool {
      switch self {
      case .text: true
      case .amount: Amount(parsing: value) != nil
      case .factor: Factor(parsing: value) != nil
      case .year: Int(value).map { (1900...2999).contains($0) } ?? false
      case .count: Int(value).map { (1...99).contains($0) } ?? false
      case .yesNo: value == "yes" || value == "no"
      case .region: tables.regions[value] != nil
      case .scope: tables.regions[value] != nil || tables.regionGroup(named: value) != nil
      case .choice(let known): known.contains(value)
      }
    }

    var wanted: Label {
      switch self {
      case .text: Label(zh: "应为文字", en: "takes text")
      case .amount: Label(zh: "应为数，最多四位小数", en: "takes a number with four decimals at most")
      case .factor: Label(zh: "应为大于零的数，最多六位小数", en: "takes a number above zero, six decimals at most")
      case .year: Label(zh: "应为四位年份", en: "takes a year of four digits")
      case .count: Label(zh: "应为1至99的整数", en: "takes a whole number from 1 to 99")
      case .yesNo: Label(zh: "应为 yes 或 no", en: "takes yes or no")
      case .region: Label(zh: "应为已有的地区代码", en: "takes the code of a known region")
      case .scope: Label(zh: "应为已有的地区代码或分组", en: "takes the code of a known region, or a group")
      case .choice(let known):
        Label(zh: "应为其中之一：\(known.joined(separator: " "))", en: "takes one of \(known.joined(separator: ", "))")
      }
    }
  }

  /// Why the row cannot stand in its table, naming the column; `tables` are those it will stand in.
  package func problem(in tables: ReferenceTables) -> TextProblem? {
    for column in table.columns {
      let value = values[column] ?? ""
      if value.isEmpty {
        guard table.neededColumns.contains(column) else { continue }
        return said(column, "不能为空", "must be given")
      }
      if value.contains("|") || value.contains("\n") {
        return said(column, "不能含有“|”和换行", "may have no “|” and no line feed")
      }
      if let problem = problem(column, value, tables) { return problem }
    }
    guard !tables.overlaid(with: [self]).rejected.isEmpty else { return nil }
    return TextProblem(
      zh: "\(table.label.zh)“\(key)”：\(table.demand.zh)", en: "\(table.rawValue) “\(key)”: \(table.demand.en)")
  }

  private func problem(_ column: String, _ value: String, _ tables: ReferenceTables) -> TextProblem? {
    let content = Self.content(table, column)
    if content.holds(value, tables) { return nil }
    let wanted = content.wanted
    return said(column, "\(wanted.zh)，现为“\(value)”", "\(wanted.en), not “\(value)”")
  }

  private func said(_ column: String, _ zh: String, _ en: String) -> TextProblem {
    TextProblem(zh: "\(table.rawValue)“\(key)”的 \(column) \(zh)", en: "\(table.rawValue) “\(key)”: \(column) \(en)")
  }

  private static func content(_ table: Table, _ column: String) -> Content {
    switch (table, column) {
    case (.regions, "level"): .choice(Region.Level.allCases.map(\.rawValue))
    case (.regions, "parent_code"), (.regionRenames, "new_code"), (.regionGroups, "code"): .region
    case (.efficiencyLevels, "province"): .region
    case (.regionRenames, "kind"): .choice(["upgrade", "merge", "split"])
    case (.regionRenames, "effective_year"), (.regionGroups, "from"), (.regionGroups, "to"): .year
    case (.efficiencyLevels, "edition"), (.gridFactors, "data_year"), (.planTargets, "deadline_year"): .year
    case (_, "verified"), (.exclusiveSupports, "excludes"): .yesNo
    case (.efficiencyLevels, "benchmark"), (.efficiencyLevels, "baseline"), (_, "value"): .amount
    case (.entryTests, "least_saving"), (.entryTests, "least_investment"): .amount
    case (.entryTests, "most_years"): .count
    case (.entryTests, "group"), (.entryTests, "exempt"): .scope
    case (.entryTests, "tier"): .choice(Tier.allCases.map(\.rawValue))
    case (.entryTests, "severity"): .choice(["warning", "error"])
    case (_, "kgce_low"), (_, "kgce_high"), (_, "factor"): .factor
    case (.energyFactors, "physical_unit"): .choice(["kg", "m3", "kWh", "MJ", "t", "kgoe"])
    case (.fuelFactors, "unit"): .choice(["kgCO2/kg", "kgCO2/m3", "tCO2/GJ", "tCO2/t"])
    case (.gridFactors, "unit"): .choice(["kgCO2/kWh", "tCO2/MWh"])
    case (.planTargets, "direction"): .choice(["at least", "reduce by", "threshold: at most"])
    case (.exclusiveSupports, "one"), (.exclusiveSupports, "other"): .choice(Supports.list.codes.map(\.id))
    case (.indicators, "id"): .choice(IndicatorSettings.usual.compactMap { $0["id"] })
    case (.indicators, "start_value"): .amount
    case (.settings, "name"): .choice(PracticeSettings.Name.allCases.map(\.rawValue))
    case (.carbonLevels, "from_year"), (.carbonMeans, "data_year"): .year
    case (.carbonLevels, "level_1"), (.carbonLevels, "level_2"), (.carbonLevels, "level_3"), (.carbonLevels, "level_4"):
      .amount
    case (.carbonMeans, "mean"), (.assessment, "points"), (.assessment, "each"): .amount
    case (.assessment, "kind"): .choice(AssessmentTable.Kind.allCases.map(\.rawValue))
    default: .text
    }
  }
}

extension ReferenceRow.Table {
  fileprivate var neededColumns: [String] {
    switch self {
    case .regions: ["code", "name", "level"]
    case .regionRenames: ["old_code", "old_name", "new_code", "new_name", "effective_year", "kind"]
    case .regionGroups: ["code", "group"]
    case .industries: ["code", "name"]
    case .efficiencyLevels: ["product", "unit", "benchmark", "baseline", "edition"]
    case .energyFactors: ["id", "name_zh", "physical_unit"]
    case .fuelFactors: ["id", "name_zh", "factor", "unit"]
    case .gridFactors: ["scope", "name_zh", "data_year", "factor", "unit"]
    case .planTargets: ["id", "indicator_zh", "value", "direction", "deadline_year"]
    case .entryTests: ["id", "tier"]
    case .exclusiveSupports: ["one", "other", "excludes"]
    case .settings: ["name", "value"]
    case .indicators: ["id"]
    case .carbonLevels: ["from_year", "level_1", "level_2", "level_3", "level_4", "source"]
    case .carbonMeans: ["industry", "data_year", "mean", "source"]
    case .assessment: ["id", "kind", "source", "points", "name_zh"]
    }
  }

  /// What a row must be that each of its columns does not say.
  fileprivate var demand: Label {
    switch self {
    case .regions:
      Label(
        zh: "代码应为6位，上级应已有；已有地区不能改换层级和上级",
        en: "a code has six characters and a known parent; a known region keeps its level and parent")
    case .industries:
      Label(zh: "代码应为3至4位数字，且上一级已有", en: "a code has 3 or 4 digits and stands under a known one")
    case .regionGroups: Label(zh: "组名不能含“-”", en: "a group's name has no “-”")
    case .efficiencyLevels: Label(zh: "标杆水平不能大于基准水平", en: "the benchmark may not be above the baseline")
    case .energyFactors: Label(zh: "系数上限不能小于下限", en: "the upper factor may not be below the lower")
    case .exclusiveSupports: Label(zh: "两项支持不能相同", en: "the two supports must differ")
    case .settings:
      Label(
        zh: "数值超出范围：review_days 为1至250天，report_due_day 为1至31日，lock_grace_days 为0至90天，pace_ahead、pace_normal 大于0（如1.1）",
        en:
          "out of range: review_days takes 1 to 250, report_due_day 1 to 31, lock_grace_days 0 to 90, pace_ahead and pace_normal more than 0"
      )
    case .indicators:
      Label(
        zh: "reading 应为该指标的口径之一：\(IndicatorSettings.choices)",
        en: "reading takes one of the indicator's own: \(IndicatorSettings.choices)")
    case .carbonLevels: Label(zh: "四个界限应大于零且逐级增大", en: "the four limits are above zero and rise")
    case .assessment:
      Label(
        zh: "来源应为已有的指标、事项或统计口径编号；扣分、加分项应填每项分值",
        en: "the source is the id of an indicator, a matter or a measure; what is taken off or added says how much each"
      )
    default: Label(zh: "这一行不能用，请核对各列", en: "the row cannot be used; check its columns")
    }
  }
}
