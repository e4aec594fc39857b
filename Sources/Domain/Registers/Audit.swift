/// A clean-production audit 清洁生产审核, mandatory or voluntary, by stage; counted at its acceptance (clause 8).
package struct Audit: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var enterprise: RecordID?
  package var region = ""
  package var year: Int?
  package var round: Int?
  package var kind = ""
  package var reason = ""
  package var reasonText = ""
  package var listedOn: Day?
  package var listDocument = ""
  package var dueOn: Day?
  package var consultant = ""
  package var startedOn: Day?
  package var announcedOn: Day?
  package var reportedOn: Day?
  package var assessedOn: Day?
  package var assessment = ""
  package var acceptedOn: Day?
  package var acceptance = ""
  package var acceptedBy = ""
  package var document = ""
  package var level = ""
  package var subsidy: Amount?
  package var contact = ""
  package var phone = ""
  package var remarks = ""
  package var schemes: [AuditScheme] = []
  package var answers: [RuleAnswer] = []

  // Derived from its days and schemes, and carried over from the links.
  package var key = ""
  package var name = ""
  package var holderName = ""
  package var holderCode = ""
  package var creditCode = ""
  package var sector = ""
  package var isAboveScale = false
  package var stage = "listed"
  package var isCounted = false
  package var nextDue: Day?
  package var schemeCount: Int?
  package var schemesDone: Int?
  package var investment: Amount?
  package var saving: Amount?
  package var waterSaved: Amount?
  package var wasteCut: Amount?
  package var benefit: Amount?

  package init() {}

  package static let schema = Schema<Audit>(
    "audits", Label(zh: "清洁生产审核", en: "Clean-production audits"), singular: Label(zh: "审核", en: "Audit"),
    clause: "三(四)8", key: "key", title: "name",
    fields: [
      .text("key", \.key, "标识", "Key", max: 60).carried(),
      .text("name", \.name, "企业与审核", "Enterprise and audit", max: 200).carried(),
      .record("enterprise", \.enterprise, "企业", "Enterprise", "enterprises").required()
        .aliases("企业名称", "审核企业", "统一社会信用代码"),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区"),
      .year("year", \.year, "名单年度", "Year of the list").required().aliases("审核年度", "年度"),
      .integer("round", \.round, "审核轮次", "Round", 1...20).required().aliases("轮次"),
      .code("kind", \.kind, "审核性质", "Kind", AuditCodes.kinds).required().aliases("审核类型", "性质"),
      .code("reason", \.reason, "强制原因", "Reason", AuditCodes.reasons).required { $0.kind == "mandatory" }
        .aliases("双超双有高耗能", "强制审核原因"),
      .text("reason_text", \.reasonText, "原因说明", "Reason in words", max: 200)
        .help("超标因子、有毒有害物质名称、限额标准等", "The pollutant, the toxic substance, the limit that was broken"),
      .day("listed_on", \.listedOn, "名单公布日期", "Listed on").required { $0.kind == "mandatory" },
      .text("list_document", \.listDocument, "名单文号", "Document of the list").required { $0.kind == "mandatory" },
      .day("due_on", \.dueOn, "应完成期限", "Due on").required { $0.kind == "mandatory" }.aliases("完成期限"),
      .text("consultant", \.consultant, "咨询服务机构", "Consultant").running().aliases("咨询机构"),
      .day("started_on", \.startedOn, "启动日期", "Started on").running(),
      .day("announced_on", \.announcedOn, "信息公布日期", "Data made public on").running()
        .help("列入名单后一个月内公布能源消耗、有毒物质、排放情况", "Within a month of the listing: energy, toxic substances, emissions"),
      .day("reported_on", \.reportedOn, "提交报告日期", "Reported on").running(),
      .day("assessed_on", \.assessedOn, "评估日期", "Assessed on").running(),
      .code("assessment", \.assessment, "评估结论", "Assessment", AuditCodes.outcomes).running()
        .required { $0.assessedOn != nil },
      .day("accepted_on", \.acceptedOn, "验收日期", "Accepted on").running(),
      .code("acceptance", \.acceptance, "验收结论", "Outcome", AuditCodes.outcomes).running()
        .required { $0.acceptedOn != nil },
      .text("accepted_by", \.acceptedBy, "验收部门", "Accepted by").running().required { $0.acceptedOn != nil },
      .text("document", \.document, "验收文号", "Document of acceptance").running().required { $0.acceptedOn != nil },
      .code("level", \.level, "清洁生产水平", "Level reached", AuditCodes.levels).running(),
      .amount("subsidy", \.subsidy, "补助资金", "Subsidy", .yuanWan).running(),
      .text("contact", \.contact, "联系人", "Contact", max: 40).running(),
      .phone("phone", \.phone, "联系电话", "Phone").running().aliases("电话", "手机", "联系方式"),
      .longText("remarks", \.remarks, "备注", "Remarks").running(),
      .text("holder_name", \.holderName, "企业名称", "Enterprise's name").carried(),
      .text("holder_code", \.holderCode, "企业标识", "Enterprise's key", max: 24).carried(),
      .text("credit_code", \.creditCode, "信用代码", "Credit code", max: 18).carried().shared(),
      .code("sector", \.sector, "领域", "Sector", Sectors.list).carried(),
      .flag("above_scale", \.isAboveScale, "规上", "Above scale").carried(),
      .code("stage", \.stage, "阶段", "Stage", AuditCodes.stages).derived(),
      .flag("counted", \.isCounted, "计入家数", "Counts").carried()
        .help(
          "2022至2024年该企业首次通过验收，一个信用代码只计一次", "The enterprise's first acceptance in 2022 to 2024; a code counts once"),
      .day("next_due", \.nextDue, "未完成期限", "Open until").derived(),
      .integer("scheme_count", \.schemeCount, "方案数", "Schemes").derived(),
      .integer("schemes_done", \.schemesDone, "已实施方案", "Schemes carried out").derived(),
      .amount("investment", \.investment, "方案投资", "Investment", .yuanWan).derived(),
      .amount("saving", \.saving, "节能量", "Energy saved", .tcePerYear).derived(),
      .amount("water_saved", \.waterSaved, "节水量", "Water saved", .cubicMetrePerYear).derived(),
      .amount("waste_cut", \.wasteCut, "减排固废", "Solid waste cut", .tonnePerYear).derived(),
      .amount("benefit", \.benefit, "年经济效益", "Benefit a year", .yuanWan).derived(),
    ],
    lists: [
      ChildList("schemes", \.schemes, "清洁生产方案", "Schemes", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])
}

extension Audit {
  package mutating func derive(in context: DeriveContext) {
    let holder = context.linked(Enterprise.self, enterprise)
    holderName = holder?.name ?? ""
    holderCode = holder?.key ?? ""
    creditCode = holder?.creditCode ?? ""
    sector = holder?.sector ?? ""
    isAboveScale = holder?.aboveScale ?? false
    let words = [year.map { "\($0)年" } ?? "", AuditCodes.kinds[kind]?.label.zh ?? ""].joined()
    name = [holderName, words].filter { !$0.isEmpty }.joined(separator: " ")
    key =
      holderCode.isEmpty
      ? id.ownKey : [holderCode, year.map(String.init) ?? "", round.map(String.init) ?? ""].joined(separator: "/")
    stage =
      if acceptedOn != nil {
        acceptance == "passed" ? "accepted" : "correcting"
      } else if assessedOn != nil {
        "assessed"
      } else if reportedOn != nil {
        "reported"
      } else {
        startedOn != nil ? "started" : "listed"
      }
    nextDue = stage == "accepted" ? nil : dueOn
    schemeCount = schemes.isEmpty ? nil : schemes.count
    schemesDone = schemes.isEmpty ? nil : schemes.count { $0.doneOn != nil }
    let done = schemes.filter { $0.doneOn != nil }
    investment = Amount.total(done.map(\.investment))
    saving = Amount.total(done.map(\.saving))
    waterSaved = Amount.total(done.map(\.water))
    wasteCut = Amount.total(done.map(\.waste))
    benefit = Amount.total(done.map(\.benefit))
    isCounted = isFirstAcceptance(in: context)
  }

  /// Among all passed acceptances of the credit code within the plan's years the earliest one.
  private func isFirstAcceptance(in context: DeriveContext) -> Bool {
    guard acceptance == "passed", let acceptedOn, PlanSpan.holds(acceptedOn), !creditCode.isEmpty else { return false }
    let others = context.records(Audit.self, where: "credit_code", is: .text(creditCode))
    return !others.contains { other in
      guard other.id != id, other.acceptance == "passed", let day = other.acceptedOn, PlanSpan.holds(day) else {
        return false
      }
      return (day, other.id) < (acceptedOn, id)
    }
  }
}
