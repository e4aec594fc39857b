/// A joint research project on a core technology 联合攻关项目 (clause 6).
package struct Research: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var code = ""
  package var number = ""
  package var name = ""
  package var region = ""
  package var enterprise: RecordID?
  package var leadName = ""
  package var level = "province"
  package var direction = ""
  package var sector = ""
  package var content = ""
  package var goal = ""
  package var call = ""
  package var approvedOn: Day?
  package var approvedDocument = ""
  package var startMonth: Month?
  package var deadline: Month?
  package var budget: Amount?
  package var grantPlanned: Amount?
  package var grantPaid: Amount?
  package var spent: Amount?
  package var saving: Amount?
  package var co2Cut: Amount?
  package var acceptedOn: Day?
  package var acceptedDocument = ""
  package var acceptance = ""
  package var stoppedOn: Day?
  package var stopReason = ""
  package var technology: RecordID?
  package var leader = ""
  package var contact = ""
  package var phone = ""
  package var remarks = ""
  package var partners: [ResearchPartner] = []
  package var milestones: [ResearchMilestone] = []
  package var results: [ResearchResult] = []
  package var answers: [RuleAnswer] = []

  // Derived from its days and lists, and carried over from the links.
  package var holderName = ""
  package var holderCode = ""
  package var state = "proposed"
  package var nextDue: Day?
  package var resultCount: Int?

  package init() {}

  package static let schema = Schema<Research>(
    "research", Label(zh: "联合攻关项目", en: "Joint research"), singular: Label(zh: "攻关项目", en: "Research project"),
    clause: "三(三)6", key: "code", title: "name",
    fields: [
      .text("code", \.code, "登记编号", "Code", max: 24).issued(),
      .text("number", \.number, "立项编号", "Project number", max: 40).required { $0.approvedOn != nil }
        .aliases("项目编号", "合同编号"),
      .text("name", \.name, "项目名称", "Name", max: 200).required().aliases("攻关项目名称", "名称"),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区"),
      .record("enterprise", \.enterprise, "牵头企业", "Lead enterprise", "enterprises")
        .required { $0.leadName.isEmpty }.aliases("承担单位", "统一社会信用代码").outside("lead_name"),
      .text("lead_name", \.leadName, "牵头单位(清单外)", "Lead (not on the list)", max: 200)
        .help("牵头的是高校、院所等企业清单以外的单位时填", "Where a university or institute leads"),
      .code("level", \.level, "立项层级", "Level", ResearchCodes.levels).required().aliases("级别"),
      .code("direction", \.direction, "攻关方向", "Direction", ResearchCodes.directions).required().aliases("技术方向"),
      .code("sector", \.sector, "应用领域", "Sector", Sectors.list),
      .longText("content", \.content, "攻关内容", "Content").required().aliases("主要研究内容"),
      .longText("goal", \.goal, "考核目标", "Goal", max: 1000).required { $0.approvedOn != nil }.aliases("考核指标"),
      .text("call", \.call, "榜单(指南)", "Call", max: 100).help("如 2023年度第一批", "The call or list that it answers"),
      .day("approved_on", \.approvedOn, "立项日期", "Approved on"),
      .text("approved_document", \.approvedDocument, "立项文号", "Document of approval").required { $0.approvedOn != nil },
      .month("start_month", \.startMonth, "开始时间", "Start month"),
      .month("deadline", \.deadline, "完成期限", "Deadline").required { $0.approvedOn != nil }.aliases("结题时间"),
      .amount("budget", \.budget, "总经费", "Budget", .yuanWan).required { $0.approvedOn != nil }.aliases("总投入"),
      .amount("grant_planned", \.grantPlanned, "财政资助(核定)", "Grant, awarded", .yuanWan).aliases("财政经费"),
      .amount("grant_paid", \.grantPaid, "财政资助(已拨)", "Grant, paid", .yuanWan).running(),
      .amount("spent", \.spent, "累计支出", "Spent so far", .yuanWan).running(),
      .amount("saving", \.saving, "预期节能量", "Expected saving", .tcePerYear),
      .amount("co2_cut", \.co2Cut, "预期减碳量", "Expected CO2 cut", .tonnePerYear),
      .day("accepted_on", \.acceptedOn, "验收日期", "Accepted on").running(),
      .text("accepted_document", \.acceptedDocument, "验收文号", "Document of acceptance").running()
        .required { $0.acceptedOn != nil },
      .code("acceptance", \.acceptance, "验收结论", "Outcome", ResearchCodes.outcomes).running()
        .required { $0.acceptedOn != nil },
      .day("stopped_on", \.stoppedOn, "终止日期", "Stopped on").running(),
      .text("stop_reason", \.stopReason, "终止原因", "Reason of stop", max: 300).running()
        .required { $0.stoppedOn != nil },
      .record("technology", \.technology, "形成目录技术", "Technology of the catalogue", "catalogue").running(),
      .text("leader", \.leader, "项目负责人", "Leader", max: 40),
      .text("contact", \.contact, "联系人", "Contact", max: 40).running(),
      .phone("phone", \.phone, "联系电话", "Phone").running().aliases("电话", "手机", "联系方式"),
      .longText("remarks", \.remarks, "备注", "Remarks").running(),
      .text("holder_name", \.holderName, "牵头单位", "Lead", max: 200).carried(),
      .text("holder_code", \.holderCode, "企业标识", "Enterprise's key", max: 24).carried(),
      .code("state", \.state, "状态", "State", ResearchCodes.states).derived(),
      .day("next_due", \.nextDue, "最近应完成节点", "Next due").derived(),
      .integer("result_count", \.resultCount, "成果数", "Results").derived(),
    ],
    lists: [
      ChildList("partners", \.partners, "联合单位", "Partners"),
      ChildList("milestones", \.milestones, "阶段目标", "Milestones", part: .running),
      ChildList("results", \.results, "成果", "Results", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])

  package mutating func derive(in context: DeriveContext) {
    let holder = context.linked(Enterprise.self, enterprise)
    holderName = holder?.name ?? leadName
    holderCode = holder?.key ?? ""
    state =
      if stoppedOn != nil {
        "stopped"
      } else if acceptedOn != nil {
        "accepted"
      } else {
        approvedOn != nil ? "under_way" : "proposed"
      }
    var open = milestones.filter { $0.actual == nil }.compactMap(\.planned)
    if let deadline { open.append(deadline.lastDay) }
    nextDue = state == "under_way" ? open.min() : nil
    resultCount = results.isEmpty ? nil : results.count
  }
}

extension Research {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["name"], ["enterprise"], ["lead_name"], ["region", "level"], ["direction", "sector"], ["content"], ["goal"],
          ["leader", "contact"], ["phone"], ["remarks"],
        ]),
      Layout.Section(
        "立项", "Approval",
        [
          ["call"], ["code"], ["approved_on", "number"], ["approved_document"], ["start_month", "deadline"],
          ["budget", "grant_planned"], ["grant_paid", "spent"], ["saving", "co2_cut"],
        ]),
      Layout.Section("联合单位", "Partners", list: "partners"),
      Layout.Section("阶段目标", "Milestones", list: "milestones"),
      Layout.Section("成果", "Results", list: "results"),
      Layout.Section(
        "验收", "Acceptance",
        [
          ["accepted_on", "acceptance"], ["accepted_document"], ["technology"], ["stopped_on"], ["stop_reason"],
          ["state", "next_due", "result_count"],
        ]),
    ],
    columns: [
      .init("name", width: 24),
      .init("holder_name", width: 16),
      .init("level", width: 4, heading: ("层级", "Level")),
      .init("state", width: 6),
      .init("deadline", width: 7, heading: ("期限", "Due")),
      .init("budget", width: 8, heading: ("总经费", "Budget")),
      .init("region", width: 8, isDefault: false),
      .init("direction", width: 12, isDefault: false),
      .init("number", width: 16, isDefault: false),
      .init("grant_planned", width: 10, isDefault: false, heading: ("资助", "Grant")),
      .init("grant_paid", width: 10, isDefault: false, heading: ("已拨", "Paid")),
      .init("approved_on", width: 10, isDefault: false),
      .init("accepted_on", width: 10, isDefault: false),
      .init("result_count", width: 6, isDefault: false),
    ],
    sort: [Sort("name")],
    search: ["name", "code", "number", "holder_name", "content", "partners.name", "results.name"],
    totals: ["budget", "grant_planned"],
    indexed: ["name", "region", "deadline"])

  private static let live = Filter.where("state", .notEqual, .text("proposed"))

  package static let measures: [Measure] = [
    Measure(
      "research.approved", Label(zh: "立项攻关项目", en: "Research projects approved"), register: "research", where: live,
      .count, day: "approved_on", reversedOn: "stopped_on", by: ["level", "direction", "state"],
      rule: Label(zh: "按立项日期计，终止的自终止之日核减", en: "By the day of approval; stops come off on their day")),
    Measure(
      "research.accepted", Label(zh: "通过验收的攻关项目", en: "Research projects accepted"), register: "research",
      where: .where("acceptance", .equal, .text("passed")), .count, day: "accepted_on", by: ["level", "direction"],
      rule: Label(zh: "验收结论为通过的，按验收日期", en: "Accepted with a pass, by the day of acceptance")),
    Measure(
      "research.budget", Label(zh: "攻关总经费", en: "Research budgets"), unit: .yuanWan, register: "research", where: live,
      .sum("budget"), day: "approved_on", by: ["level"],
      rule: Label(zh: "立项项目的总经费，按立项日期", en: "Budgets of approved projects, by the day of approval")),
  ]

  package static let matters: [Matter] = [
    Matter("research.late", "节点逾期", "Overdue", register: "research", due: "next_due", isLate: true) { today in
      .where("next_due", .less, .day(today))
    },
    Matter("research.due", "九十天内到期", "Due in 90 days", register: "research", due: "next_due") { today in
      Filter.where("next_due", .greaterOrEqual, .day(today)).and(
        "next_due", .lessOrEqual, .day(today.adding(days: 90)))
    },
  ]
}
