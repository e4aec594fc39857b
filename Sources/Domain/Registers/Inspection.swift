/// An inspection of an enterprise or its key equipment 节能监察 (clauses 13 and 四(四)): list, visit, findings, 限期整改, re-check.
package struct Inspection: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var code = ""
  package var name = ""
  package var region = ""
  package var enterprise: RecordID?
  package var year: Int?
  package var kind = "special"
  package var reason = ""
  package var reasonText = ""
  package var listDocument = ""
  package var listedOn: Day?
  package var plannedOn: Day?
  package var scope = ""
  package var equipment = ""
  package var body = ""
  package var inspectors = ""
  package var visitedOn: Day?
  package var reportNumber = ""
  package var outcome = ""
  package var penalty: Amount?
  package var penaltyDocument = ""
  package var closedOn: Day?
  package var cancelReason = ""
  package var previous: RecordID?
  package var remarks = ""
  package var findings: [InspectionFinding] = []
  package var answers: [RuleAnswer] = []

  // Derived from the findings, and carried over from the enterprise.
  package var holderName = ""
  package var holderCode = ""
  package var sector = ""
  package var isKeyUser = false
  package var state = "listed"
  package var findingCount: Amount?
  package var violationCount: Amount?
  package var openCount: Amount?
  package var nextDeadline: Day?
  package var recheckYear: Int?

  package init() {}

  package static let schema = Schema<Inspection>(
    "inspections", Label(zh: "节能监察", en: "Inspections"), singular: Label(zh: "监察", en: "Inspection"),
    clause: "四(四)", also: ["三(六)13"], key: "code", title: "name",
    fields: [
      .text("code", \.code, "监察编号", "Inspection no.", max: 40).issued(),
      .text("name", \.name, "企业与年度", "Enterprise and year", max: 200).carried(),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区"),
      .record("enterprise", \.enterprise, "企业", "Enterprise", "enterprises").required()
        .aliases("企业名称", "统一社会信用代码", "被监察单位"),
      .year("year", \.year, "名单年度", "List of year").required().aliases("年度", "年份"),
      .code("kind", \.kind, "监察类型", "Kind", InspectionCodes.kinds).required(),
      .code("reason", \.reason, "列入原因", "Why listed", InspectionCodes.reasons).required(),
      .text("reason_text", \.reasonText, "原因说明", "Reason in words", max: 500),
      .text("list_document", \.listDocument, "名单文号", "List's document no."),
      .day("listed_on", \.listedOn, "列入日期", "Listed on"),
      .day("planned_on", \.plannedOn, "计划日期", "Planned on"),
      .code("scope", \.scope, "监察内容", "Scope", InspectionCodes.scopes).required { $0.visitedOn != nil },
      .text("equipment", \.equipment, "重点用能设备", "Key equipment", max: 200),
      .text("body", \.body, "监察机构", "Inspecting body").required { $0.visitedOn != nil },
      .text("inspectors", \.inspectors, "监察人员", "Inspectors").required { $0.visitedOn != nil }
        .help("现场监察不少于两人", "At least two on a visit"),
      .day("visited_on", \.visitedOn, "现场日期", "Visited on"),
      .text("report_number", \.reportNumber, "监察报告号", "Report no."),
      .code("outcome", \.outcome, "监察结果", "Outcome", InspectionCodes.outcomes).required { $0.closedOn != nil },
      .amount("penalty", \.penalty, "罚款", "Fine", .yuanWan).required { $0.outcome == "penalised" },
      .text("penalty_document", \.penaltyDocument, "处罚决定书文号", "Penalty's document no.")
        .required { $0.outcome == "penalised" },
      .day("closed_on", \.closedOn, "办结日期", "Closed on"),
      .text("cancel_reason", \.cancelReason, "取消原因", "Why cancelled", max: 300),
      .record("previous", \.previous, "上次监察", "Previous inspection", "inspections").mirrored(),
      .longText("remarks", \.remarks, "备注", "Remarks"),
      .text("holder_name", \.holderName, "企业名称", "Enterprise's name").carried(),
      .text("holder_code", \.holderCode, "企业标识", "Enterprise's key", max: 24).carried(),
      .code("sector", \.sector, "领域", "Sector", Sectors.list).carried(),
      .flag("key_energy_user", \.isKeyUser, "重点用能", "Key energy user").carried(),
      .code("state", \.state, "状态", "State", InspectionCodes.states).derived(),
      .amount("finding_count", \.findingCount, "发现问题", "Findings", .none).derived(),
      .amount("violation_count", \.violationCount, "违法行为", "Violations", .none).derived(),
      .amount("open_count", \.openCount, "待整改", "To be put right", .none).derived(),
      .day("next_deadline", \.nextDeadline, "整改期限", "Put right by").derived(),
      .year("recheck_year", \.recheckYear, "应复查年度", "Re-check due in").carried(),
    ],
    lists: [
      ChildList("findings", \.findings, "发现问题与整改", "Findings", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])
}

/// One finding of a visit, with its 限期整改 and the proof.
package struct InspectionFinding: Child {
  package var id = RecordID.unset
  package var day: Day?
  package var kind = ""
  package var text = ""
  package var basis = ""
  package var isViolation = false
  package var noticeNumber = ""
  package var noticeDay: Day?
  package var deadline: Day?
  package var rectifiedOn: Day?
  package var proof = ""
  package var verifiedOn: Day?
  package var verifiedBy = ""

  package init() {}

  package static let fields: [Field<InspectionFinding>] = [
    .day("day", \.day, "发现日期", "Found on").required(),
    .code("kind", \.kind, "问题类型", "Kind", InspectionCodes.findings).required(),
    .text("text", \.text, "问题", "Finding", max: 500).required(),
    .text("basis", \.basis, "法律依据", "Legal basis", max: 200).required { $0.isViolation },
    .flag("violation", \.isViolation, "违法", "Violation"),
    .text("notice_number", \.noticeNumber, "限期整改文号", "Notice no.").required { $0.deadline != nil },
    .day("notice_day", \.noticeDay, "下达日期", "Notice of"),
    .day("deadline", \.deadline, "整改期限", "Put right by").required { $0.isViolation },
    .day("rectified_on", \.rectifiedOn, "整改完成", "Put right on"),
    .text("proof", \.proof, "佐证材料", "Proof", max: 300).required { $0.rectifiedOn != nil },
    .day("verified_on", \.verifiedOn, "复查日期", "Verified on"),
    .text("verified_by", \.verifiedBy, "复查人员", "Verified by").required { $0.verifiedOn != nil },
  ]

  /// Still to be put right, or not yet verified.
  package var isOpen: Bool { deadline != nil && verifiedOn == nil }
}

extension Inspection {
  package mutating func derive(in context: DeriveContext) {
    let holder = context.linked(Enterprise.self, enterprise)
    holderName = holder?.name ?? ""
    holderCode = holder?.key ?? ""
    sector = holder?.sector ?? ""
    isKeyUser = holder?.keyEnergyUser ?? false
    name = [holderName, year.map { "\($0)年" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    func count(_ holds: (InspectionFinding) -> Bool) -> Amount? {
      let number = findings.count(where: holds)
      return number == 0 ? nil : Amount(number)
    }
    findingCount = count { _ in true }
    violationCount = count(\.isViolation)
    openCount = count(\.isOpen)
    nextDeadline = findings.filter(\.isOpen).compactMap(\.deadline).min()
    state =
      if !cancelReason.isEmpty {
        "cancelled"
      } else if closedOn != nil, openCount == nil {
        "closed"
      } else if openCount != nil {
        "rectifying"
      } else {
        visitedOn == nil ? "listed" : "visited"
      }
    // Whoever broke the law is looked at again in the next year, until that was done.
    let isDone = id != .unset && isRechecked(context.library)
    recheckYear = violationCount == nil || isDone ? nil : (visitedOn?.year ?? year).map { $0 + 1 }
  }

  private func isRechecked(_ library: any LibraryLookup) -> Bool {
    let later = (try? library.documents("inspections", where: "previous", is: .record(id))) ?? []
    return later.contains { !$0["visited_on"].isEmpty }
  }
}
