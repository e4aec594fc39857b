/// One indicator's yearly or cumulative target for one region 目标分解 (clause 一).
package struct RegionTarget: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var region = ""
  package var indicator = ""
  package var span = "cumulative"
  package var year: Int?
  package var value: Amount?
  package var start: Amount?
  package var split = ""
  package var splitNote = ""
  package var document = ""
  package var documentDay: Day?
  package var version: Int?
  package var remarks = ""

  // Derived from the fields above and the plan.
  package var key = ""
  package var name = ""
  package var unit = ""
  package var series = ""
  package var isInForce = false

  package var answers: [RuleAnswer] = []

  package init() { version = 1 }

  package static let schema = Schema<RegionTarget>(
    "targets", Label(zh: "目标分解", en: "Targets of regions"), singular: Label(zh: "目标", en: "Target"), clause: "一",
    key: "key", title: "name",
    fields: [
      .text("key", \.key, "标识", "Key", max: 120).derived(),
      .text("name", \.name, "目标名称", "Target's name", max: 200).carried(),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区"),
      .reference("indicator", \.indicator, "指标", "Indicator", .indicator).required().aliases("指标名称", "目标指标"),
      .code("span", \.span, "目标类型", "Kind of target", FigureCodes.spans).required().aliases("年度或累计"),
      .year("year", \.year, "目标年度", "Target year").required().aliases("年度", "年份")
        .help("累计目标填截止年度", "Of a cumulative target the year in which it ends"),
      .amount("value", \.value, "目标值", "Target value", .byIndicator).required().aliases("目标", "任务数", "下达数"),
      .amount("start", \.start, "起始值", "Start value", .byIndicator)
        .help("比率类指标的起始值，有了才有进度", "A ratio has a pace only where its start value is known"),
      .code("split", \.split, "分解依据", "Basis of the split", FigureCodes.splits).required(),
      .text("split_note", \.splitNote, "依据说明", "Note on the split", max: 300),
      .text("document", \.document, "文号", "Document no.").aliases("下达文号"),
      .day("document_day", \.documentDay, "文件日期", "Document date").required { !$0.document.isEmpty },
      .integer("version", \.version, "版本", "Version", 1...1000).required(),
      .longText("remarks", \.remarks, "备注", "Remarks"),
      .text("unit", \.unit, "单位", "Unit", max: 20).carried(),
      .text("series", \.series, "同类目标", "Series", max: 80).derived().lookup(),
      .flag("in_force", \.isInForce, "计入调度", "In force").derived(),
    ],
    lists: [
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running)
    ])

  package static let layout = Layout(
    sections: [
      Layout.Section(
        "目标", "Target",
        [["region"], ["indicator"], ["span", "year"], ["value", "start"], ["unit", "version"]]),
      Layout.Section("依据", "Basis", [["split", "document_day"], ["document"], ["split_note"], ["remarks"]]),
    ],
    columns: [
      .init("name", width: 30),
      .init("value", width: 12),
      .init("unit", width: 6),
      .init("split", width: 10, heading: ("依据", "Basis")),
      .init("document_day", width: 10, heading: ("文件日期", "Dated")),
      .init("version", width: 4, heading: ("版本", "Ver.")),
      .init("region", width: 10, isDefault: false),
      .init("indicator", width: 20, isDefault: false),
      .init("span", width: 10, isDefault: false),
      .init("year", width: 6, isDefault: false),
      .init("start", width: 12, isDefault: false),
      .init("document", width: 20, isDefault: false),
    ],
    sort: [Sort("region"), Sort("name")], search: ["name", "document", "remarks"], indexed: ["region", "name"])

  /// Counted for the region itself: what stands on it and on what lies under it is the same target twice, and never sums.
  package static let measures: [Measure] = [
    Measure(
      "targets.yearly", Label(zh: "年度目标", en: "Yearly target"), unit: .byIndicator, register: "targets",
      where: inForce.and("span", .equal, .text("yearly")), .sum("value"), by: ["indicator", "year"],
      rule: Label(zh: "各地区各指标的年度目标，上下级分列，不相加", en: "Each region's own yearly target; never summed over tiers")),
    Measure(
      "targets.cumulative", Label(zh: "累计目标", en: "Cumulative target"), unit: .byIndicator, register: "targets",
      where: inForce.and("span", .equal, .text("cumulative")), .sum("value"), by: ["indicator"],
      rule: Label(
        zh: "各地区各指标到期限的累计目标，上下级分列，不相加", en: "Each region's own target up to the deadline; never summed over tiers")),
    Measure(
      "targets.start", Label(zh: "目标起始值", en: "Start value"), unit: .byIndicator, register: "targets",
      where: inForce.and("span", .equal, .text("cumulative")), .sum("start"), by: ["indicator"],
      rule: Label(zh: "比率类指标的起始值", en: "What a ratio starts from")),
  ]

  private static let inForce = Filter.where("in_force", .equal, .flag(true))

  package mutating func derive(in context: DeriveContext) {
    let place = context.reference.regions[region]
    let meant = Indicators.named(indicator, in: context.reference)
    unit = meant?.unit.zh ?? ""
    let period = year.map { Self.period(span: span, year: $0) } ?? ""
    key = [indicator, region, period].joined(separator: "/")
    series = indicator.isEmpty || period.isEmpty ? "" : Self.series(indicator: indicator, period: period)
    // Steps on the way to the end are kept, and are not what the end is judged by.
    isInForce = span == "yearly" || year == meant?.schedule.deadline.year
    let words = span == "yearly" ? "\(year.map(String.init) ?? "")年" : "至\(year.map(String.init) ?? "")年累计"
    name = [place.map { context.reference.regions.path(of: $0.code) } ?? region, meant?.label.zh ?? indicator, words]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// How the years of a target are written: `2023` for the year, `2022-2024` from the plan's start to the end of that year.
  package static func period(span: String, year: Int) -> String {
    span == "yearly" ? String(year) : "\(Schedule.planStart.year)-\(year)"
  }

  /// What all regions' targets of one indicator and period have in common: `started/2022-2024`.
  package static func series(indicator: String, period: String) -> String { "\(indicator)/\(period)" }
}
