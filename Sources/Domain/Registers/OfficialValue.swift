/// One official value that a department sent 部门统计数据 (clauses 一, 2, 9).
package struct OfficialValue: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var region = ""
  package var indicator = ""
  package var period = ""
  package var reading = ""
  package var scope = ""
  package var value: Amount?
  package var department = ""
  package var document = ""
  package var receivedOn: Day?
  package var remarks = ""

  // Derived from the fields above and the plan.
  package var key = ""
  package var name = ""
  package var unit = ""
  package var periodEnd: Day?
  package var counts = false
  package var series = ""

  package var answers: [RuleAnswer] = []

  package init() {}

  package static let schema = Schema<OfficialValue>(
    "statistics", Label(zh: "部门统计数据", en: "Official statistics"), singular: Label(zh: "统计数据", en: "Official value"),
    clause: "一", also: ["三(一)2", "三(四)9"], key: "key", title: "name",
    fields: [
      .text("key", \.key, "标识", "Key", max: 120).derived(),
      .text("name", \.name, "数据名称", "Name of the value", max: 200).carried(),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区"),
      .reference("indicator", \.indicator, "指标", "Indicator", .indicator).required().aliases("指标名称", "统计指标"),
      .text("period", \.period, "期间", "Period", max: 20).required().aliases("报告期", "统计期", "时期", "月份")
        .help("2023、2023年二季度、2023年5月、2023年1-5月", "2023, 2023Q2 or 2023-05"),
      .code("reading", \.reading, "数值含义", "What it says", FigureCodes.readings).aliases("累计或当期")
        .help("不填按指标的通常口径", "Blank is what the indicator usually takes"),
      .code("scope", \.scope, "统计口径", "Scope", FigureCodes.scopes).aliases("口径")
        .help("不填按指标的口径", "Blank is the indicator's own"),
      .amount("value", \.value, "数值", "Value", .byIndicator).required().aliases("指标值", "统计值", "本期值", "累计值"),
      .text("department", \.department, "来源部门", "Source department").required().aliases("部门", "数据来源", "提供部门"),
      .text("document", \.document, "文号", "Document no.").aliases("来文"),
      .day("received_on", \.receivedOn, "收到日期", "Received on").required().aliases("收到时间", "提供日期"),
      .longText("remarks", \.remarks, "备注", "Remarks"),
      .text("unit", \.unit, "单位", "Unit", max: 20).carried(),
      .day("period_end", \.periodEnd, "期末", "End of the period").derived(),
      .flag("counts", \.counts, "计入调度", "Counts").derived(),
      .text("series", \.series, "同一数列", "Series", max: 80).derived().lookup(),
    ],
    lists: [
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running)
    ])

  package static let layout = Layout(
    sections: [
      Layout.Section(
        "数据", "Value",
        [["region"], ["indicator"], ["period", "period_end"], ["value", "unit"], ["reading", "scope"], ["counts"]]),
      Layout.Section("来源", "Source", [["department"], ["document", "received_on"], ["remarks"]]),
    ],
    columns: [
      .init("name", width: 30),
      .init("value", width: 12),
      .init("unit", width: 6),
      .init("period_end", width: 10, heading: ("期末", "End")),
      .init("department", width: 12),
      .init("received_on", width: 10, isDefault: false, heading: ("收到", "Received")),
      .init("scope", width: 10, isDefault: false),
      .init("reading", width: 14, isDefault: false),
      .init("region", width: 10, isDefault: false),
      .init("indicator", width: 20, isDefault: false),
      .init("counts", width: 8, isDefault: false),
      .init("document", width: 20, isDefault: false),
    ],
    sort: [Sort("period_end", descending: true), Sort("name")], search: ["name", "department", "document", "remarks"],
    indexed: ["region", "name"])

  /// One for each indicator that departments give; counted for the region itself: a city's rate is no part of the
  /// province's, and never sums.
  package static let measures: [Measure] = FigureCodes.official.map { indicator, name in
    Measure(
      "statistics.\(indicator)", Label(zh: "部门统计：\(name.zh)", en: "Official: \(name.en)"), unit: .byIndicator,
      register: "statistics",
      where: Filter.where("counts", .equal, .flag(true)).and("indicator", .equal, .text(indicator)), .sum("value"),
      day: "period_end",
      rule: Label(
        zh: "部门提供的本年累计值，按指标口径，各地区分列，不相加",
        en: "Year-to-date values of departments, in the indicator's scope; never summed"))
  }

  /// Blank reading and scope are the indicator's own; the period is written in one way.
  package mutating func derive(in context: DeriveContext) {
    let place = context.reference.regions[region]
    let known = Indicators.named(indicator, in: context.reference)
    let meant = FigureCodes.meant(indicator)
    if !indicator.isEmpty {
      if reading.isEmpty { reading = meant.reading }
      if scope.isEmpty { scope = meant.scope }
    }
    let read = ReportPeriod(parsing: period)
    if let read { period = read.text }
    periodEnd = read?.lastDay
    unit = known?.unit.zh ?? ""
    counts = read != nil && reading == meant.reading && scope == meant.scope
    // What is told up to a day is one value, whether the day ends a month, a quarter or a year.
    let span = reading == "in_period" ? period : periodEnd?.iso ?? period
    key = [indicator, region, span, reading, scope].joined(separator: "/")
    series = [indicator, region, reading, scope].joined(separator: "/")
    name = [
      place.map { context.reference.regions.path(of: $0.code) } ?? region, known?.label.zh ?? indicator,
      read?.label.zh ?? period,
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
