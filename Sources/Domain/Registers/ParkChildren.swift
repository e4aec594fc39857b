/// One task of a park's plan for its circular retrofit 改造任务.
package struct ParkTask: Child {
  package var id = RecordID.unset
  package var kind = ""
  package var name = ""
  package var owner = ""
  package var project: RecordID?
  package var investment: Amount?
  package var invested: Amount?
  package var deadline: Month?
  package var finishedOn: Day?
  package var remark = ""

  package init() {}

  package static let fields: [Field<ParkTask>] = [
    .code("kind", \.kind, "任务类别", "Kind", ParkCodes.tasks).required(),
    .text("name", \.name, "任务(项目)", "Task", max: 200).required(),
    .text("owner", \.owner, "实施单位", "Carried out by", max: 100),
    .record("project", \.project, "项目库项目", "Project", "projects"),
    .amount("investment", \.investment, "计划投资", "Investment planned", .yuanWan),
    .amount("invested", \.invested, "完成投资", "Invested", .yuanWan),
    .month("deadline", \.deadline, "期限", "Deadline"),
    .day("finished_on", \.finishedOn, "完成日期", "Finished on"),
    .text("remark", \.remark, "备注", "Remark", max: 300),
  ]
}

/// One year of a park 历年数据.
package struct ParkYear: Child {
  package var id = RecordID.unset
  package var year: Int?
  package var output: Amount?
  package var valueAdded: Amount?
  package var energy: Amount?
  package var basis = ""
  package var water: Amount?
  package var waterReused: Amount?
  package var wasteMade: Amount?
  package var wasteUsed: Amount?
  package var co2: Amount?
  package var pvKilowatts: Amount?

  package init() {}

  package static let fields: [Field<ParkYear>] = [
    .year("year", \.year, "年度", "Year").required(),
    .amount("output", \.output, "工业总产值", "Output value", .yuanWan),
    .amount("value_added", \.valueAdded, "工业增加值", "Value added", .yuanWan),
    .amount("energy", \.energy, "综合能耗", "Energy", .tce),
    .code("basis", \.basis, "电力口径", "Electricity basis", Bases.list).required { $0.energy != nil },
    .amount("water", \.water, "取水量", "Water", .cubicMetre),
    .amount("water_reused", \.waterReused, "重复利用水量", "Water reused", .cubicMetre),
    .amount("waste_made", \.wasteMade, "固废产生量", "Solid waste made", .tonne),
    .amount("waste_used", \.wasteUsed, "固废利用量", "Solid waste used", .tonne),
    .amount("co2", \.co2, "碳排放", "CO2", .tonne),
    .amount("pv_kw", \.pvKilowatts, "光伏装机", "PV capacity", .kilowatt),
  ]
}

/// What the yearly assessment of its circular retrofit gave a park 年度评估.
package struct ParkGrade: Child {
  package var id = RecordID.unset
  package var year: Int?
  package var grade = ""
  package var score: Amount?
  package var assessedOn: Day?
  package var assessor = ""
  package var document = ""
  package var findings = ""
  package var rectifyBy: Day?
  package var rectifiedOn: Day?

  package init() {}

  package static let fields: [Field<ParkGrade>] = [
    .year("year", \.year, "评估年度", "Year").required(),
    .code("grade", \.grade, "等级", "Grade", ParkCodes.grades).required(),
    .amount("score", \.score, "得分", "Score", .none),
    .day("assessed_on", \.assessedOn, "评估日期", "Assessed on").required(),
    .text("assessor", \.assessor, "评估机构", "Assessed by"),
    .text("document", \.document, "公布文号", "Document").required(),
    .text("findings", \.findings, "存在问题", "Findings", max: 500).required { $0.grade == "failed" },
    .day("rectify_by", \.rectifyBy, "整改期限", "Correct by").required { $0.grade == "failed" },
    .day("rectified_on", \.rectifiedOn, "整改完成", "Corrected on"),
  ]
}

/// Short closed lists of the register of parks.
package enum ParkCodes {
  /// Who founded it.
  package static let levels = CodeList(
    "park_levels",
    [
      Code("nation", "国家级", "National"), Code("province", "省级", "Provincial"), Code("local", "市县级", "Local"),
    ])
  /// The ones that clauses 11 and 12 speak of 省级以上园区.
  package static let upper = ["nation", "province"]

  /// What it is.
  package static let kinds = CodeList(
    "park_kinds",
    [
      Code("development", "经济技术开发区", "Economic development zone"),
      Code("high_tech", "高新技术产业园区", "High-tech park"),
      Code("economic", "经济开发区", "Development zone"),
      Code("customs", "海关特殊监管区", "Customs area"),
      Code("chemical", "化工园区", "Chemical park"),
      Code("small_firms", "小微企业园", "Park of small firms"),
      Code("cluster", "产业集聚区", "Industrial cluster"),
      Code("other", "其他", "Other"),
    ])

  /// What the survey found.
  package static let surveys = CodeList(
    "park_surveys",
    [
      Code("ready", "具备改造条件", "Ready for a retrofit"), Code("done", "已完成改造", "Retrofitted already"),
      Code("not_ready", "暂不具备条件", "Not ready"), Code("exempt", "不需改造", "Needs none"),
    ])

  /// How far the circular retrofit is, by its days.
  package static let states = CodeList(
    "park_states",
    [
      Code("none", "未列入", "Not listed"), Code("listed", "已列入清单", "Listed"), Code("under_way", "实施中", "Under way"),
      Code("accepted", "已验收", "Accepted"), Code("done_before", "此前已完成", "Done before"),
    ])

  /// Grades of clause 11, best first.
  package static let grades = CodeList(
    "park_grades",
    [
      Code("excellent", "优秀", "Excellent"), Code("good", "良好", "Good"), Code("passed", "合格", "Passed"),
      Code("failed", "不合格", "Failed"),
    ])

  /// The seven directions of a circular retrofit.
  package static let tasks = CodeList(
    "park_tasks",
    [
      Code("layout", "空间布局合理化", "Layout"), Code("structure", "产业结构最优化", "Structure"),
      Code("chains", "产业链接循环化", "Chains"), Code("efficiency", "资源利用高效化", "Efficiency"),
      Code("pollution", "污染治理集中化", "Joint treatment"), Code("facilities", "基础设施绿色化", "Facilities"),
      Code("management", "运行管理规范化", "Management"),
    ])
}
