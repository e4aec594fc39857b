/// One recommendation of a diagnosis 诊断建议, and the project that came of it.
package struct Recommendation: Child {
  package var id = RecordID.unset
  package var number = ""
  package var kind = ""
  package var content = ""
  package var cost = ""
  package var investment: Amount?
  package var saving: Amount?
  package var co2: Amount?
  package var benefit: Amount?
  package var technology: RecordID?
  package var adoption = ""
  package var reason = ""
  package var plannedBy: Month?
  package var doneOn: Day?
  package var project: RecordID?
  package var stage = ""
  package var isConverted = false
  package var admittedOn: Day?

  package init() {}

  /// What costs little is done at once and needs no project.
  package var needsProject: Bool { cost != "none" && doneOn == nil }

  package static let fields: [Field<Recommendation>] = [
    .text("number", \.number, "编号", "No.", max: 10).required().aliases("序号"),
    .code("kind", \.kind, "类型", "Kind", ProjectKinds.list).required(),
    .text("content", \.content, "建议内容", "Recommendation", max: 300).required().aliases("改造建议", "建议"),
    .code("cost", \.cost, "费用档", "Cost", DiagnosisCodes.costs).required(),
    .amount("investment", \.investment, "投资", "Investment", .yuanWan).required { $0.cost != "none" },
    .amount("saving", \.saving, "节能量", "Saving", .tcePerYear),
    .amount("co2", \.co2, "减碳量", "CO2 cut", .tonnePerYear),
    .amount("benefit", \.benefit, "年收益", "Benefit a year", .yuanWan),
    .record("technology", \.technology, "推广目录", "Catalogue", "catalogue"),
    .code("adoption", \.adoption, "企业意见", "Decision", DiagnosisCodes.adoptions),
    .text("reason", \.reason, "不采纳原因", "Why declined", max: 200).required { $0.adoption == "declined" },
    .month("planned_by", \.plannedBy, "计划完成", "Planned by"),
    .day("done_on", \.doneOn, "自行完成日期", "Done on (without a project)"),
    .record("project", \.project, "转化项目", "Project", "projects").carried(),
    .code("stage", \.stage, "项目阶段", "Project's stage", ProjectCodes.stages).carried(),
    .flag("converted", \.isConverted, "已转化", "Made a project").carried(),
    .day("admitted_on", \.admittedOn, "项目入库日期", "Project admitted on").carried()
      .help("由该建议产生的项目首次入库的日期，终止不撤去", "When a project out of it was first admitted; a stop does not take it back"),
  ]
}

/// Short closed lists of the register of diagnoses.
package enum DiagnosisCodes {
  /// What was looked at.
  package static let kinds = CodeList(
    "diagnosis_kinds",
    [
      Code("general", "综合诊断", "General"), Code("air", "空压系统", "Compressed air"),
      Code("motors", "电机系统", "Motors"), Code("boilers", "锅炉窑炉", "Boilers and kilns"),
      Code("waste_heat", "余热余压", "Waste heat"), Code("refrigeration", "制冷空调", "Refrigeration"),
      Code("power", "变配电", "Power supply"), Code("carbon", "降碳专项", "Carbon"),
    ])

  /// Where it stands, by its days.
  package static let states = CodeList(
    "diagnosis_states",
    [
      Code("planned", "待入户", "Planned"), Code("visited", "已入户", "Visited"), Code("reported", "已出报告", "Reported"),
      Code("confirmed", "企业已确认", "Confirmed"),
    ])

  /// What a spot check of the report found.
  package static let checks = CodeList(
    "diagnosis_checks",
    [Code("passed", "合格", "Passed"), Code("redo", "退回重做", "To be redone"), Code("failed", "不合格", "Failed")])

  /// What the enterprise thinks of the service.
  package static let opinions = CodeList(
    "diagnosis_opinions",
    [
      Code("satisfied", "满意", "Satisfied"), Code("fair", "基本满意", "Fairly satisfied"),
      Code("dissatisfied", "不满意", "Not satisfied"),
    ])

  /// What a recommendation costs.
  package static let costs = CodeList(
    "recommendation_costs",
    [Code("none", "无低费", "Little or nothing"), Code("medium", "中费", "Medium"), Code("high", "高费", "High")])

  /// What the enterprise decided.
  package static let adoptions = CodeList(
    "adoptions",
    [
      Code("adopted", "采纳", "Adopted"), Code("considering", "考虑中", "Considered"), Code("declined", "不采纳", "Declined"),
    ])
}
