/// A progress report 进展: one a quarter, or a month where the plan asks for it.
package struct Progress: Child {
  package var id = RecordID.unset
  package var span = ""
  package var month: Month?
  package var invested: Amount?
  package var investedSoFar: Amount?
  package var status = ""
  package var pace = ""
  package var reason = ""
  package var problem = ""
  package var solver = ""
  package var problemState = ""
  package var solvedOn: Day?
  package var reportedOn: Day?
  package var periodEnd: Day?

  package init() {}

  package static let fields: [Field<Progress>] = [
    .code("span", \.span, "报告", "Report", ProjectCodes.spans)
      .help("不填为季报", "Blank is a quarter"),
    .month("month", \.month, "期末月", "Last month").required()
      .help("报告期的最后一个月，二季度填6月", "The last month of the period: June for the second quarter"),
    .amount("invested", \.invested, "本期完成投资", "Invested in the period", .yuanWan),
    .amount("invested_so_far", \.investedSoFar, "累计完成投资", "Invested so far", .yuanWan),
    .text("status", \.status, "形象进度", "Status of works", max: 500).required(),
    .code("pace", \.pace, "进度", "Pace", ProjectCodes.paces).required(),
    .code("reason", \.reason, "滞后原因", "Reason", ProjectCodes.delayReasons)
      .required { $0.pace == "delayed" || $0.pace == "stalled" },
    .text("problem", \.problem, "存在问题", "Problem", max: 500),
    .text("solver", \.solver, "协调单位", "To be solved by").required { !$0.problem.isEmpty },
    .code("problem_state", \.problemState, "问题状态", "State of problem", ProjectCodes.problemStates)
      .required { !$0.problem.isEmpty },
    .day("solved_on", \.solvedOn, "解决日期", "Solved on").required { $0.problemState == "solved" },
    .day("reported_on", \.reportedOn, "填报日期", "Reported on"),
    .day("period_end", \.periodEnd, "报告期末", "End of period").derived(),
  ]
}

/// A yearly plan 年度计划 that names the project; the province's makes a key project 省级重点.
package struct AnnualPlan: Child {
  package var id = RecordID.unset
  package var tier = ""
  package var year: Int?
  package var batch = ""
  package var document = ""
  package var documentDay: Day?
  package var kind = ""
  package var investment: Amount?
  package var state = ""
  /// The investment, where this row is the one that counts for its year.
  package var counted: Amount?
  package var countsOn: Day?

  package init() {}

  package static let fields: [Field<AnnualPlan>] = [
    .code("tier", \.tier, "层级", "Tier", Tier.codes).required(),
    .year("year", \.year, "计划年度", "Plan year").required(),
    .text("batch", \.batch, "批次", "Batch", max: 40),
    .text("document", \.document, "文号", "Document no."),
    .day("document_day", \.documentDay, "文件日期", "Document date"),
    .code("kind", \.kind, "新开工或续建", "New or carried on", ProjectCodes.planKinds),
    .amount("investment", \.investment, "年度计划投资", "Planned investment of the year", .yuanWan),
    .code("state", \.state, "状态", "State", ProjectCodes.planStates).required(),
    .amount("counted", \.counted, "计入的计划投资", "Planned investment that counts", .yuanWan).derived(),
    .day("counts_on", \.countsOn, "计入年度", "Counts from").derived(),
  ]
}

/// Where the project stands in one tier's library: one row a tier.
package struct Membership: Child {
  package var id = RecordID.unset
  package var tier = ""
  package var state = ""
  package var admittedOn: Day?
  package var admittedDocument = ""
  package var isDirect = false
  package var isWaived = false
  package var reviewedFor = ""
  package var recommendedOn: Day?
  package var batch = ""
  package var rank: Int?
  package var recommendedDocument = ""
  package var exitedOn: Day?
  package var exitKind = ""
  package var exitDocument = ""
  package var exitReason = ""
  package var firstAdmittedOn: Day?

  package init() {}

  package static let fields: [Field<Membership>] = [
    .code("tier", \.tier, "层级", "Tier", Tier.codes).required(),
    .code("state", \.state, "状态", "State", MembershipState.codes).required(),
    .day("admitted_on", \.admittedOn, "入库日期", "Admitted on")
      .required { $0.state == "admitted" || $0.state == "exited" },
    .text("admitted_document", \.admittedDocument, "入库文号", "Admission document"),
    .flag("direct", \.isDirect, "直接入库", "Entered directly"),
    .flag("waived", \.isWaived, "免审", "Review waived"),
    .text("reviewed_for", \.reviewedFor, "代审单位", "Reviewed by"),
    .day("recommended_on", \.recommendedOn, "推荐日期", "Recommended on"),
    .text("batch", \.batch, "推荐批次", "Batch", max: 40),
    .integer("rank", \.rank, "推荐排序", "Rank", 1...100_000),
    .text("recommended_document", \.recommendedDocument, "推荐文号", "Recommendation document"),
    .day("exited_on", \.exitedOn, "出库日期", "Left on").required { $0.state == "exited" },
    .code("exit_kind", \.exitKind, "出库类型", "Kind of exit", ExitKind.codes).required { $0.state == "exited" },
    .text("exit_document", \.exitDocument, "出库文号", "Exit document"),
    .text("exit_reason", \.exitReason, "出库原因", "Reason of exit", max: 2000),
    .day("first_admitted", \.firstAdmittedOn, "首次入库日期", "First admitted on")
      .help("出库后再入库的，为第一次入库的日期", "Where it entered again after an exit: the day of the first time"),
  ]
}

/// One filing with one tier: an admission, a change or an exit, from submission to outcome.
package struct FilingRecord: Child {
  package var id = RecordID.unset
  package var tier = ""
  package var kind = ""
  package var number: Int?
  package var submittedOn: Day?
  package var submittedBy = ""
  package var submittedRevision: Int?
  package var reviewer = ""
  package var openedOn: Day?
  package var outcome = ""
  package var decidedOn: Day?
  package var decidedBy = ""
  package var document = ""
  package var opinion = ""
  package var faults = ""
  package var reason = ""
  package var exitKind = ""
  package var proposal = ""
  package var batch = ""
  package var isWaived = false

  package init() {}

  package static let fields: [Field<FilingRecord>] = [
    .code("tier", \.tier, "层级", "Tier", Tier.codes).required(),
    .code("kind", \.kind, "事项", "Kind", FilingKind.codes).required(),
    .integer("number", \.number, "次数", "Number", 1...10_000),
    .day("submitted_on", \.submittedOn, "上报日期", "Submitted on"),
    .text("submitted_by", \.submittedBy, "上报人", "Submitted by", max: 60),
    .integer("submitted_revision", \.submittedRevision, "上报版本", "Revision submitted"),
    .text("reviewer", \.reviewer, "审核人", "Reviewer", max: 60),
    .day("opened_on", \.openedOn, "开始审核", "Review begun on"),
    .code("outcome", \.outcome, "结果", "Outcome", FilingOutcome.codes).required(),
    .day("decided_on", \.decidedOn, "办结日期", "Decided on"),
    .text("decided_by", \.decidedBy, "办结人", "Decided by", max: 60),
    .text("document", \.document, "文号", "Document no."),
    .text("opinion", \.opinion, "审核意见", "Reviewer's opinion", max: 300)
      .help("同意入库、变更或出库的理由", "Why the entry, the change or the exit was admitted"),
    .longText("faults", \.faults, "退回字段与原因", "Fields at fault", max: 20_000)
      .help("每行一项：字段标识、制表符、原因", "One a line: field id, tab, reason"),
    .longText("reason", \.reason, "说明", "Reason", max: 2000),
    .code("exit_kind", \.exitKind, "出库类型", "Kind of exit", ExitKind.codes),
    .longText("proposal", \.proposal, "变更内容", "Proposed copy", max: 1_000_000),
    .text("batch", \.batch, "批次", "Batch", max: 40),
    .flag("waived", \.isWaived, "免审", "Review waived"),
  ]
}
