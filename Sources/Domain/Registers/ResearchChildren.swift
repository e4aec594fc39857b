/// A unit that takes part in a research project 联合单位.
package struct ResearchPartner: Child {
  package var id = RecordID.unset
  package var name = ""
  package var kind = ""
  package var enterprise: RecordID?
  package var task = ""
  package var share: Amount?

  package init() {}

  package static let fields: [Field<ResearchPartner>] = [
    .text("name", \.name, "单位名称", "Name", max: 200).required(),
    .code("kind", \.kind, "类型", "Kind", ResearchCodes.partners).required(),
    .record("enterprise", \.enterprise, "企业清单", "On the enterprise list", "enterprises"),
    .text("task", \.task, "承担任务", "Task", max: 300),
    .amount("share", \.share, "承担经费", "Share of the budget", .yuanWan),
  ]
}

/// What is to be reached by when 阶段目标.
package struct ResearchMilestone: Child {
  package var id = RecordID.unset
  package var name = ""
  package var planned: Day?
  package var actual: Day?
  package var remark = ""

  package init() {}

  package static let fields: [Field<ResearchMilestone>] = [
    .text("name", \.name, "阶段目标", "Goal", max: 200).required(),
    .day("planned", \.planned, "计划日期", "Planned").required(),
    .day("actual", \.actual, "完成日期", "Reached on"),
    .text("remark", \.remark, "备注", "Remark", max: 300),
  ]
}

/// What came of it 成果: a patent, a standard, a prototype, a first set.
package struct ResearchResult: Child {
  package var id = RecordID.unset
  package var kind = ""
  package var name = ""
  package var number = ""
  package var day: Day?

  package init() {}

  package static let fields: [Field<ResearchResult>] = [
    .code("kind", \.kind, "类型", "Kind", ResearchCodes.results).required(),
    .text("name", \.name, "成果名称", "Name", max: 200).required(),
    .text("number", \.number, "编号", "Number", max: 60),
    .day("day", \.day, "取得日期", "Day"),
  ]
}

/// Short closed lists of the research register.
package enum ResearchCodes {
  /// Who approved it.
  package static let levels = CodeList(
    "research_levels",
    [
      Code("nation", "国家", "National"), Code("province", "省级", "Provincial"), Code("city", "市级", "City"),
      Code("county", "县级", "County"),
    ])

  /// Directions that clause 6 names, and the rest.
  package static let directions = CodeList(
    "research_directions",
    [
      Code("electrification", "电能替代", "Electrification"),
      Code("hydrogen", "氢能应用", "Hydrogen"),
      Code("feedstock", "高碳原料替代", "Low-carbon feedstock"),
      Code("circular", "可循环生产工艺", "Circular processes"),
      Code("clean_process", "清洁高效工艺装备", "Clean and efficient processes"),
      Code("storage", "储能与多能互补", "Storage and multi-energy"),
      Code("carbon_capture", "碳捕集利用", "Carbon capture and use"),
      Code("other", "其他", "Other"),
    ])

  /// Where it stands, by its days.
  package static let states = CodeList(
    "research_states",
    [
      Code("proposed", "申报", "Proposed"), Code("under_way", "攻关中", "Under way"),
      Code("accepted", "已验收", "Accepted"), Code("stopped", "已终止", "Stopped"),
    ])

  /// What the acceptance found.
  package static let outcomes = CodeList(
    "research_outcomes",
    [Code("passed", "通过", "Passed"), Code("closed", "结题", "Closed"), Code("failed", "不通过", "Failed")])

  /// Kinds of partners.
  package static let partners = CodeList(
    "research_partners",
    [
      Code("firm", "企业", "Enterprise"), Code("university", "高校", "University"),
      Code("institute", "科研院所", "Institute"), Code("other", "其他", "Other"),
    ])

  /// Kinds of results.
  package static let results = CodeList(
    "research_results",
    [
      Code("patent", "专利", "Patent"), Code("standard", "标准", "Standard"), Code("prototype", "样机", "Prototype"),
      Code("line", "示范线", "Demonstration line"), Code("first_set", "首台(套)", "First set"),
      Code("software", "软件", "Software"), Code("paper", "论文", "Paper"),
    ])
}
