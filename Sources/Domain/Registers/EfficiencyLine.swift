/// One line's unit consumption for one product in one year, against the national levels 能效清单 (clause 4).
package struct EfficiencyLine: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var key = ""
  package var name = ""
  package var region = ""
  package var enterprise: RecordID?
  package var line = ""
  package var state = "running"
  package var year: Int?
  package var product = ""
  package var capacity: Amount?
  package var output: Amount?
  package var consumption: Amount?
  package var comparable: Amount?
  package var basis = ""
  package var source = ""
  package var action = ""
  package var actionReason = ""
  package var actionBy: Month?
  package var expectedConsumption: Amount?
  package var project: RecordID?
  package var retiredOn: Day?
  package var remarks = ""

  // Derived from the levels in force, and carried over from the links.
  package var holderName = ""
  package var holderCode = ""
  package var sector = ""
  package var industry = ""
  package var projectName = ""
  package var productField = ""
  package var productSector = ""
  package var levelUnit = ""
  package var judged: Amount?
  package var benchmark: Amount?
  package var baseline: Amount?
  package var grade = ""
  package var gapToBenchmark: Amount?
  package var gapToBaseline: Amount?
  package var edition = ""
  package var isVerified = false
  package var isEditionOutdated = false
  package var expectedGrade = ""
  package var weight: Amount?
  package var hasProject = false
  package var isUnaddressed = false

  package var answers: [RuleAnswer] = []

  package init() {}

  package static let schema = Schema<EfficiencyLine>(
    "efficiency", Label(zh: "能效清单", en: "Efficiency list"), singular: Label(zh: "生产线", en: "Line"), clause: "三(二)4",
    key: "key", title: "name",
    fields: [
      .text("key", \.key, "标识", "Key", max: 200).carried(),
      .text("name", \.name, "企业与生产线", "Enterprise and line", max: 200).carried(),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区"),
      .record("enterprise", \.enterprise, "企业", "Enterprise", "enterprises").required()
        .aliases("企业名称", "统一社会信用代码"),
      .text("line", \.line, "生产线", "Line", max: 60).required().aliases("生产线名称", "装置名称"),
      .code("state", \.state, "状态", "State", EfficiencyCodes.states).required(),
      .year("year", \.year, "数据年度", "Year").required().aliases("年度", "年份"),
      .reference("product", \.product, "产品与工艺", "Product and process", .product).required().aliases("产品"),
      .amount("capacity", \.capacity, "产能", "Capacity", .byProduct).required().aliases("设计产能"),
      .amount("output", \.output, "产量", "Output", .byProduct).required { $0.state == "running" },
      .amount("consumption", \.consumption, "单耗", "Unit consumption", .byProduct).required { $0.state == "running" }
        .aliases("单位产品能耗", "单位产品综合能耗"),
      .amount("comparable", \.comparable, "可比单耗", "Comparable consumption", .byProduct).aliases("可比值"),
      .code("basis", \.basis, "电力口径", "Electricity basis", Bases.list).required(),
      .text("source", \.source, "数据来源", "Source", max: 200),
      .code("action", \.action, "后续措施", "Action", EfficiencyCodes.actions)
        .required { $0.state == "running" && !$0.grade.isEmpty && $0.grade != Grades.above },
      .text("action_reason", \.actionReason, "原因", "Reason", max: 300).required { $0.action == "none" },
      .month("action_by", \.actionBy, "完成时限", "By when").required { !$0.action.isEmpty && $0.action != "none" },
      .amount("expected_consumption", \.expectedConsumption, "预期单耗", "Expected consumption", .byProduct)
        .required { $0.action == "retrofit" },
      .record("project", \.project, "改造项目", "Project", "projects"),
      .day("retired_on", \.retiredOn, "淘汰日期", "Retired on").required { $0.state == "retired" },
      .longText("remarks", \.remarks, "备注", "Remarks"),
      .text("holder_name", \.holderName, "企业名称", "Enterprise's name").carried(),
      .text("holder_code", \.holderCode, "企业标识", "Enterprise's key", max: 24).carried(),
      .code("sector", \.sector, "企业领域", "Sector", Sectors.list).carried(),
      .reference("industry", \.industry, "行业", "Industry", .industry).carried(),
      .text("project_name", \.projectName, "项目名称", "Project's name").carried(),
      .text("product_field", \.productField, "产品", "Product", max: 60).derived(),
      .code("product_sector", \.productSector, "产品领域", "Product's sector", Sectors.list).derived(),
      .text("level_unit", \.levelUnit, "单耗单位", "Unit of levels", max: 30).derived(),
      .amount("judged", \.judged, "对标单耗", "Value judged", .byProduct).derived(),
      .amount("benchmark", \.benchmark, "标杆水平", "Benchmark", .byProduct).derived(),
      .amount("baseline", \.baseline, "基准水平", "Baseline", .byProduct).derived(),
      .code("grade", \.grade, "能效水平", "Grade", Grades.list).derived(),
      .amount("gap_benchmark", \.gapToBenchmark, "与标杆差", "Gap to benchmark", .byProduct).derived(),
      .amount("gap_baseline", \.gapToBaseline, "与基准差", "Gap to baseline", .byProduct).derived(),
      .text("edition", \.edition, "对标版本", "Edition", max: 20).derived(),
      .flag("level_verified", \.isVerified, "水平已核实", "Levels verified").derived(),
      .flag("outdated", \.isEditionOutdated, "版本待更新", "Edition outdated").derived(),
      .code("expected_grade", \.expectedGrade, "预期水平", "Expected grade", Grades.list).derived(),
      .amount("weight", \.weight, "折能产能", "Energy-weighted capacity", .tcePerYear).derived(),
      .flag("has_project", \.hasProject, "有改造项目", "Has a project").carried(),
      .flag("unaddressed", \.isUnaddressed, "劣于基准且无措施", "Below baseline, nothing planned").carried(),
    ],
    lists: [
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running)
    ])
}

extension EfficiencyLine {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [["enterprise"], ["region"], ["line", "state"], ["product"], ["year", "basis"], ["source"]]),
      Layout.Section(
        "能效", "Efficiency",
        [
          ["capacity", "output"], ["consumption", "comparable"], ["level_unit", "judged"], ["benchmark", "baseline"],
          ["grade", "edition"], ["gap_benchmark", "gap_baseline"], ["level_verified", "outdated"],
        ]),
      Layout.Section(
        "后续措施", "Action",
        [
          ["action", "action_by"], ["action_reason"], ["expected_consumption", "expected_grade"], ["project"],
          ["retired_on"], ["remarks"],
        ]),
    ],
    columns: [
      .init("name", width: 24),
      .init("product_field", width: 10),
      .init("year", width: 4, heading: ("年度", "Year")),
      .init("judged", width: 9, heading: ("单耗", "Value")),
      .init("grade", width: 10),
      .init("action", width: 8, heading: ("措施", "Action")),
      .init("action_by", width: 7, heading: ("时限", "By")),
      .init("region", width: 8, isDefault: false),
      .init("capacity", width: 12, isDefault: false),
      .init("output", width: 12, isDefault: false),
      .init("benchmark", width: 9, isDefault: false),
      .init("baseline", width: 9, isDefault: false),
      .init("gap_benchmark", width: 9, isDefault: false),
      .init("level_unit", width: 12, isDefault: false),
      .init("state", width: 6, isDefault: false),
      .init("product", width: 20, isDefault: false),
      .init("project_name", width: 20, isDefault: false),
    ],
    sort: [Sort("name")],
    search: ["name", "line", "holder_name", "holder_code", "product_field", "project_name"],
    totals: ["weight"],
    indexed: ["name", "region", "judged", "action_by"])
}
