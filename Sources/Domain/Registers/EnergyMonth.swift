/// An enterprise's energy use of one month by carrier 用能台账 (clauses 5 and 14); 两高 projects are marked.
package struct EnergyMonth: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var key = ""
  package var name = ""
  package var region = ""
  package var enterprise: RecordID?
  package var month: Month?
  package var source = "report"
  package var reportedOn: Day?
  package var greenElectricity: Amount?
  package var isTwoHigh = false
  package var project: RecordID?
  package var approvalNumber = ""
  package var approvedEnergy: Amount?
  package var remarks = ""
  package var carriers: [CarrierUse] = []
  package var answers: [RuleAnswer] = []

  // Derived from the rows, and carried over from the links.
  package var holderName = ""
  package var holderCode = ""
  package var sector = ""
  package var projectName = ""
  package var monthEnd: Day?
  package var year: Int?
  package var electricity: Amount?
  package var energy: Amount?
  package var energyPrimary: Amount?
  package var co2: Amount?

  package init() {}

  package static let schema = Schema<EnergyMonth>(
    "energy", Label(zh: "用能台账", en: "Energy accounts"), singular: Label(zh: "月用能", en: "Month of energy"),
    clause: "三(二)5", also: ["三(六)14"], key: "key", title: "name",
    fields: [
      .text("key", \.key, "标识", "Key", max: 40).carried(),
      .text("name", \.name, "企业与月份", "Enterprise and month", max: 200).carried(),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区"),
      .record("enterprise", \.enterprise, "企业", "Enterprise", "enterprises").required().mirrored()
        .aliases("企业名称", "统一社会信用代码"),
      .month("month", \.month, "月份", "Month").required().aliases("年月", "报告期"),
      .code("source", \.source, "数据来源", "Source", EnergyCodes.sources).required(),
      .day("reported_on", \.reportedOn, "报送日期", "Reported on"),
      .amount("green_electricity", \.greenElectricity, "其中绿电", "Green power within", .wanKilowattHour)
        .aliases("绿电", "绿色电力"),
      .flag("two_high", \.isTwoHigh, "两高项目", "High-energy project")
        .help("高耗能、高排放项目的用能，按节能审查意见监管", "Energy of a project of high use or emission, held against its approval"),
      .record("project", \.project, "所属项目", "Project", "projects"),
      .text("approval_number", \.approvalNumber, "节能审查文号", "Approval no.").required { $0.isTwoHigh },
      .amount("approved_energy", \.approvedEnergy, "批复年用能", "Approved a year", .tcePerYear).required { $0.isTwoHigh },
      .longText("remarks", \.remarks, "备注", "Remarks"),
      .text("holder_name", \.holderName, "企业名称", "Enterprise's name").carried(),
      .text("holder_code", \.holderCode, "企业标识", "Enterprise's key", max: 24).carried(),
      .code("sector", \.sector, "领域", "Sector", Sectors.list).carried(),
      .text("project_name", \.projectName, "项目名称", "Project's name").carried(),
      .day("month_end", \.monthEnd, "月末", "End of month").derived(),
      .year("year", \.year, "年度", "Year").derived(),
      .amount("electricity", \.electricity, "用电量", "Electricity", .wanKilowattHour).derived(),
      .amount("tce", \.energy, "综合能耗(当量)", "Energy (calorific)", .tce).derived(),
      .amount("tce_primary", \.energyPrimary, "综合能耗(等价)", "Energy (primary)", .tce).derived(),
      .amount("co2", \.co2, "碳排放", "CO2", .tonne).derived(),
    ],
    lists: [
      ChildList("carriers", \.carriers, "分品种用能", "Carriers"),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])
}

/// One carrier of a month in the meter's unit, its standard coal on both bases with the factor kept, and CO2.
package struct CarrierUse: Child {
  package var id = RecordID.unset
  package var carrier = ""
  package var quantity: Amount?
  package var meterUnit = ""
  package var factor: Amount?
  package var energy: Amount?
  package var energyPrimary: Amount?
  package var co2: Amount?
  package var factors = ""

  package init() {}

  package static let fields: [Field<CarrierUse>] = [
    .reference("carrier", \.carrier, "能源品种", "Carrier", .carrier).required().aliases("能源", "品种"),
    .amount("quantity", \.quantity, "消费量", "Quantity", .byProduct).required().aliases("用量", "数量"),
    .code("meter_unit", \.meterUnit, "计量单位", "Meter's unit", EnergyCodes.units)
      .help("不填为万kWh、吨、万立方米、GJ", "Blank: 10 000 kWh, t, 10 000 m3 or GJ"),
    .amount("factor", \.factor, "实测折标系数", "Measured factor", .byProduct)
      .help("按实测热值填；不填取参照表", "By measured heat value; blank: the reference table"),
    .amount("tce", \.energy, "折标煤(当量)", "tce (calorific)", .tce).derived(),
    .amount("tce_primary", \.energyPrimary, "折标煤(等价)", "tce (primary)", .tce).derived(),
    .amount("co2", \.co2, "碳排放", "CO2", .tonne).derived(),
    .text("factors", \.factors, "采用系数", "Factors used", max: 200).derived(),
  ]
}

extension EnergyMonth {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["enterprise"], ["region", "month"], ["source", "reported_on"], ["two_high", "project"],
          ["approval_number", "approved_energy"], ["remarks"],
        ]),
      Layout.Section("分品种用能", "Carriers", list: "carriers"),
      Layout.Section(
        "合计", "Sums", [["electricity", "green_electricity"], ["tce", "tce_primary"], ["co2", "year"]]),
    ],
    columns: [
      .init("holder_name", width: 22, heading: ("企业", "Enterprise")),
      .init("month", width: 7),
      .init("electricity", width: 10, heading: ("用电/万kWh", "10 MWh")),
      .init("tce", width: 10, heading: ("当量tce", "tce")),
      .init("co2", width: 9, heading: ("CO2/t", "CO2/t")),
      .init("two_high", width: 4, heading: ("两高", "High")),
      .init("region", width: 8, heading: ("地区", "Region")),
      .init("name", width: 32, isDefault: false),
      .init("tce_primary", width: 10, isDefault: false, heading: ("等价tce", "tce(p)")),
      .init("green_electricity", width: 10, isDefault: false),
      .init("sector", width: 8, isDefault: false),
      .init("source", width: 8, isDefault: false),
      .init("reported_on", width: 10, isDefault: false),
    ],
    sort: [Sort("month", descending: true), Sort("name")],
    search: ["name", "holder_name", "holder_code", "approval_number", "project_name"],
    totals: ["tce", "electricity", "co2"],
    indexed: ["name", "region", "month", "tce"])

  /// Dated by the month's last day, so that a quarter is the sum of its months.
  package static let measures: [Measure] = [
    Measure(
      "energy.tce", Label(zh: "台账能耗(当量)", en: "Energy in accounts (calorific)"), unit: .tce, register: "energy",
      where: .all, .sum("tce"), day: "month_end", by: ["sector", "two_high"],
      rule: Label(zh: "各月分品种用能折标准煤之和(当量)", en: "Standard coal of every carrier and month, calorific basis")),
    Measure(
      "energy.electricity", Label(zh: "台账用电", en: "Electricity in accounts"), unit: .wanKilowattHour,
      register: "energy", where: .all, .sum("electricity"), day: "month_end", by: ["sector", "two_high"],
      rule: Label(zh: "各月用电量之和", en: "Electricity of every month")),
    Measure(
      "energy.co2", Label(zh: "台账碳排放", en: "CO2 in accounts"), unit: .tonne, register: "energy", where: .all,
      .sum("co2"), day: "month_end", by: ["sector", "two_high"],
      rule: Label(zh: "各月分品种用能的碳排放之和", en: "CO2 of every carrier and month")),
  ]
}
