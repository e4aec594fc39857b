extension Indicators {
  /// What a tally tells beside the plan's targets.
  static let further: [IndicatorDefinition] = stocks + events + amounts + ratios + estimates

  private static func item(
    _ id: String, _ zh: String, _ en: String, _ nature: Indicator.Nature = .flow, under parent: String? = nil,
    of measure: String? = nil, dimensions: [String?] = []
  ) -> IndicatorDefinition {
    amount(id, zh, en, Units.items, 1, nature, under: parent, of: measure ?? "projects.\(id)", dimensions: dimensions)
  }

  /// The rule is the measure's own, which the figure is counted by.
  private static func amount(
    _ id: String, _ zh: String, _ en: String, _ unit: Label, _ divisor: Int, _ nature: Indicator.Nature = .flow,
    under parent: String? = nil, isEstimate: Bool = false, yearlyFrom: String? = nil, of measure: String,
    dimensions: [String?] = []
  ) -> IndicatorDefinition {
    let rule = Registers.measures[measure]?.rule ?? Label(zh: "", en: "")
    return IndicatorDefinition(
      id, zh, en, unit: unit, clause: "三（一）2", nature: nature, under: parent, isEstimate: isEstimate,
      yearlyFrom: yearlyFrom,
      .counts([.init(measure, dimensions: dimensions)], divisor: divisor, list: Lists.projects), rule: rule.zh, rule.en)
  }

  private static let stocks: [IndicatorDefinition] = [
    item("in_library", "在库", "In the library", .stock),
    item("in_county", "县级库", "County libraries", .stock, under: "in_library"),
    item("in_city", "市级库", "City libraries", .stock, under: "in_library"),
    item("in_province", "省级库", "Provincial library", .stock, under: "in_library"),
    item("reserve", "储备", "Reserve", .stock, under: "in_library"),
    item("building", "实施", "Under way", .stock, under: "in_library"),
    item("finished", "竣工待验收", "Completed, not accepted", .stock, under: "in_library"),
    item("settled", "已验收", "Accepted", .stock, under: "in_library"),
    item("halted", "终止", "Stopped", .stock, under: "in_library"),
  ]

  private static let events: [IndicatorDefinition] =
    [
      item("entries", "入库", "Admitted"),
      item("starts", "开工", "Started"),
      item("completed", "竣工", "Completed"),
      item("accepted", "验收", "Accepted"),
      item("taken_off", "核减", "Taken off"),
      item("exits", "退出", "Left"),
    ]
    + ExitKind.codes.codes.map { kind in
      item(
        "exits_\(kind.id)", kind.label.zh, kind.label.en, under: "exits", of: "projects.exits",
        dimensions: [kind.id])
    }

  private static let amounts: [IndicatorDefinition] = [
    amount("investment", "计划投资", "Investment planned", Units.yi, 10_000, .stock, of: "projects.investment"),
    amount(
      "invested", "完成投资", "Investment made", Units.yi, 10_000, yearlyFrom: "projects.plan_investment",
      of: "projects.invested"),
    amount(
      "plan_investment", "年度计划投资", "Planned for the year", Units.yi, 10_000, of: "projects.plan_investment"),
    amount("saving", "预期节能(当量)", "Saving expected", Units.wanTce, 10_000, .stock, of: "projects.saving"),
    amount(
      "started_saving", "组织实施预期节能(当量)", "Saving expected, started", Units.wanTce, 10_000,
      of: "projects.started_saving"),
    amount(
      "verified_saving", "核定节能(当量)", "Saving verified", Units.wanTce, 10_000, of: "projects.verified_saving"),
    amount(
      "pv_connected", "本库光伏并网", "PV connected here", Units.wanKilowatt, 10_000, under: "roof_pv",
      isEstimate: true, of: "projects.pv_connected"),
    amount(
      "pv_planned", "本库光伏计划", "PV planned here", Units.wanKilowatt, 10_000, .stock, under: "roof_pv",
      isEstimate: true, of: "projects.pv_planned"),
    item("overdue", "逾期", "Overdue", .state, of: "projects.due"),
    item("unreported", "未报进展", "Without a report", .state, of: "projects.silent"),
  ]

  /// How far things go on: diagnosed, in the library, started, verified; and who of the key users was diagnosed.
  private static let ratios: [IndicatorDefinition] = [
    ratio(
      "diagnosed_reserved", "诊断转储备", "Diagnosed, then admitted", ["diagnoses.admitted_projects"],
      ["diagnoses.enterprises"],
      Lists.diagnoses, "由诊断建议产生并入库的项目与诊断企业之比，可超过100%",
      "Projects admitted out of recommendations, per enterprise diagnosed; can exceed 100 %"),
    ratio(
      "reserved_started", "储备转实施", "Admitted, then started", ["projects.starts"], ["projects.entries"], Lists.projects,
      "累计开工项目占累计入库项目", "Started of all that were ever admitted"),
    ratio(
      "started_verified", "实施转核定", "Started, then verified", ["projects.verified"], ["projects.starts"], Lists.projects,
      "累计核定节能量的项目占累计开工项目", "Verified of all that were started"),
    ratio(
      "key_coverage", "重点用能企业诊断覆盖", "Key users diagnosed", ["diagnoses.key_users"], ["enterprises.key_firms"],
      Lists.diagnoses, "已诊断的重点用能企业占全部重点用能企业", "Key energy users diagnosed, of all"),
  ]

  /// Beside the official value, never instead.
  private static let estimates: [IndicatorDefinition] = [
    estimate("energy_own", "本库能耗下降", "Energy intensity here, cut", under: "energy_intensity", .energy),
    estimate("carbon_own", "本库碳排放下降", "Carbon intensity here, cut", under: "carbon_intensity", .carbon),
    estimate("water_own", "本库水耗下降", "Water intensity here, cut", under: "water_intensity", .water),
    estimate("waste_own", "本库固废利用率", "Solid-waste use here", under: "solid_waste", .waste),
  ]

  private static func estimate(
    _ id: String, _ zh: String, _ en: String, under parent: String, _ estimate: OwnEstimate
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id, zh, en, unit: Units.percent, clause: "一、总体目标", nature: .state, isRatio: true, under: parent, isEstimate: true,
      .estimate(estimate), rule: estimate.rule.zh, estimate.rule.en)
  }

  private static func ratio(
    _ id: String, _ zh: String, _ en: String, _ part: [String], _ whole: [String], _ list: Label, _ ruleZh: String,
    _ ruleEn: String
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id, zh, en, unit: Units.percent, clause: "三（一）1", isRatio: true,
      .share(of: part.map { .init($0) }, in: whole.map { .init($0) }, list: list), rule: ruleZh, ruleEn)
  }
}
