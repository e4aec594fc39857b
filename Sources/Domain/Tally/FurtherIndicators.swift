extension Indicators {
  /// What a tally tells beside the plan's targets.
  static let further: [IndicatorDefinition] = stocks + events + amounts

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
    amount("invested", "完成投资", "Investment made", Units.yi, 10_000, of: "projects.invested"),
    amount("saving", "预期节能(当量)", "Saving expected", Units.wanTce, 10_000, .stock, of: "projects.saving"),
    amount(
      "verified_saving", "核定节能(当量)", "Saving verified", Units.wanTce, 10_000, of: "projects.verified_saving"),
    amount(
      "pv_planned", "本库光伏计划", "PV planned here", Units.wanKilowatt, 10_000, .stock, under: "roof_pv",
      isEstimate: true, of: "projects.pv_planned"),
    item("overdue", "逾期", "Overdue", .stock, of: "projects.due"),
  ]
}
