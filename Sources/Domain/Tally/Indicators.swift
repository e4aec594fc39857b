/// All indicators of the plan, in the order of its text; figures, quotes and departments come from `plan-targets.csv`.
package enum Indicators {
  /// Those whose target row is at hand.
  package static func all(in reference: ReferenceTables) -> [Indicator] {
    definitions.compactMap { $0.indicator(reference.targets) }
  }

  /// The indicator of an id.
  package static func named(_ id: String, in reference: ReferenceTables) -> Indicator? {
    definitions.first { $0.id == id }?.indicator(reference.targets)
  }

  private struct Definition: Sendable {
    let id: String
    let label: Label
    let unit: Label
    let targets: [String]
    let source: Indicator.Source
    var isRatio = false
    let rule: Label

    func indicator(_ table: PlanTargets) -> Indicator? {
      let rows = targets.compactMap { table[$0] }
      guard let row = rows.first, let deadline = Day(year: row.deadlineYear, month: 12, day: 31) else { return nil }
      return Indicator(
        id: id, label: label, unit: unit, targets: targets, clause: row.section, quote: row.quote, value: row.value,
        direction: row.direction, deadline: deadline,
        departments: rows.map(\.departments).first { !$0.isEmpty } ?? [], source: source, isRatio: isRatio, rule: rule)
    }
  }

  private static let firms = Label(zh: "家", en: "")
  private static let items = Label(zh: "项", en: "")
  private static let percent = Label(zh: "%", en: "%")

  private static let definitions: [Definition] = [
    Definition(
      id: "diagnoses", label: Label(zh: "入户诊断企业", en: "Enterprises diagnosed"), unit: firms, targets: ["T01", "G01"],
      source: .missing(list: Label(zh: "节能降碳诊断", en: "diagnoses")),
      rule: Label(zh: "一个信用代码计一次，按首次入户日期", en: "A credit code counts once, by its first on-site visit")),
    Definition(
      id: "started", label: Label(zh: "组织实施技改项目", en: "Projects carried out"), unit: items, targets: ["T03", "G02"],
      source: .measure("projects.started", divisor: 1),
      rule: Label(
        zh: "实际开工(含竣工、验收)，按归口地区计一次，无论在哪级库；储备不计，完成出库不减，终止、重复并入核减",
        en: "Actually started, once, in its region, whichever tier holds it; no reserves; stops and duplicates come off"
      )),
    Definition(
      id: "key_started", label: Label(zh: "其中省级重点", en: "of which key projects"), unit: items,
      targets: ["T02", "G03"], source: .measure("projects.key_started", divisor: 1),
      rule: Label(
        zh: "列入省级年度计划且已实际开工，含在6000项之内", en: "On a provincial yearly plan and actually started; within the 6 000")),
    Definition(
      id: "roof_pv", label: Label(zh: "工业屋顶光伏并网", en: "Industrial rooftop PV"), unit: Label(zh: "万kW", en: "×10MW"),
      targets: ["T04"], source: .measure("projects.pv_connected", divisor: 10_000),
      rule: Label(
        zh: "按并网日期；官方值以部门统计为准，未录入时显示本库项目的并网容量(本库测算)",
        en: "By grid date; the official value comes from statistics, until then this library's own projects")),
    Definition(
      id: "energy_intensity", label: Label(zh: "规上增加值能耗下降", en: "Energy intensity, cut"), unit: percent,
      targets: ["G04"], source: .statistics(beside: []), isRatio: true,
      rule: Label(zh: "部门统计，累计降幅=1-∏(1-年降幅)", en: "Official; cumulative fall = 1 - product of (1 - yearly fall)")),
    Definition(
      id: "carbon_intensity", label: Label(zh: "规上增加值碳排放下降", en: "Carbon intensity, cut"), unit: percent,
      targets: ["G05"], source: .statistics(beside: []), isRatio: true,
      rule: Label(zh: "部门统计，累计降幅=1-∏(1-年降幅)", en: "Official; cumulative fall = 1 - product of (1 - yearly fall)")),
    Definition(
      id: "water_intensity", label: Label(zh: "规上增加值水耗下降", en: "Water intensity (above scale), cut"), unit: percent,
      targets: ["G06"], source: .statistics(beside: []), isRatio: true,
      rule: Label(zh: "部门统计，规上口径", en: "Official, above-scale industry")),
    Definition(
      id: "water_intensity_all", label: Label(zh: "工业增加值水耗下降", en: "Water intensity (all industry), cut"),
      unit: percent, targets: ["T17"], source: .statistics(beside: []), isRatio: true,
      rule: Label(zh: "部门统计，全部工业口径，与规上分列", en: "Official, all industry, apart from above scale")),
    Definition(
      id: "solid_waste", label: Label(zh: "固废综合利用率", en: "Solid-waste utilisation"), unit: percent,
      targets: ["T16", "G07"], source: .statistics(beside: []), isRatio: true,
      rule: Label(zh: "部门统计", en: "Official")),
    Definition(
      id: "baseline", label: Label(zh: "能效基准全达标", en: "Capacity at baseline"), unit: percent, targets: ["T06", "G08"],
      source: .efficiency(atLeast: .between), isRatio: true,
      rule: Label(
        zh: "分产品与工艺按产能计，全部达到的领域n/N及最低产品；2023年目标按2021版判定",
        en: "By capacity within each product and process; fields wholly there, n of N, and the lowest; 2021 edition")),
    Definition(
      id: "benchmark", label: Label(zh: "能效标杆产能", en: "Capacity at benchmark"), unit: percent, targets: ["T07", "G09"],
      source: .efficiency(atLeast: .benchmark), isRatio: true,
      rule: Label(zh: "分产品与工艺按产能计，达到50%的领域n/N及最低产品", en: "By capacity within each product; fields at 50 %, n of N")),
    Definition(
      id: "factories", label: Label(zh: "省级绿色低碳工厂", en: "Green low-carbon factories"), unit: firms, targets: ["T05"],
      source: titles, rule: awarded),
    Definition(
      id: "audits", label: Label(zh: "清洁生产审核验收", en: "Clean-production audits"), unit: firms, targets: ["T10"],
      source: .missing(list: Label(zh: "清洁生产审核", en: "audits")), rule: Label(zh: "按验收日期", en: "By acceptance")),
    Definition(
      id: "zero_waste", label: Label(zh: "省级无废工厂", en: "Zero-waste factories"), unit: firms, targets: ["T11"],
      source: titles, rule: awarded),
    Definition(
      id: "water_saving", label: Label(zh: "节水型企业", en: "Water-saving enterprises"), unit: firms, targets: ["T12"],
      source: titles, rule: awarded),
    Definition(
      id: "water_benchmark", label: Label(zh: "标杆型节水企业", en: "Benchmark water savers"), unit: firms, targets: ["T13"],
      source: titles, rule: awarded),
    Definition(
      id: "water_leaders", label: Label(zh: "水效领跑者", en: "Water-efficiency leaders"), unit: firms, targets: ["T14"],
      source: titles, rule: awarded),
    Definition(
      id: "water_parks", label: Label(zh: "节水标杆园区", en: "Benchmark water-saving parks"), unit: Label(zh: "个", en: ""),
      targets: ["T15"], source: titles, rule: awarded),
    Definition(
      id: "parks", label: Label(zh: "省级绿色低碳园区", en: "Green low-carbon parks"), unit: Label(zh: "家", en: ""),
      targets: ["T18"], source: titles, rule: awarded),
  ]

  private static let titles = Indicator.Source.missing(list: Label(zh: "认定名单", en: "recognitions"))
  private static let awarded = Label(
    zh: "2022至2024年在目标所指层级新认定的，撤销另列", en: "Titles awarded 2022 to 2024 at the level named; withdrawals apart")
}
