/// An industrial park 园区 (clauses 11 and 12): what the survey found, its circular retrofit, its yearly grades.
package struct Park: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var code = ""
  package var name = ""
  package var formerNames = ""
  package var region = ""
  package var level = ""
  package var kind = ""
  package var approvedOn: Day?
  package var approvedDocument = ""
  package var area: Amount?
  package var industries = ""
  package var isChemical = false
  package var manager = ""
  package var contact = ""
  package var phone = ""
  package var remarks = ""

  // The survey 基础摸排.
  package var surveyedOn: Day?
  package var survey = ""
  package var surveyReason = ""
  package var batch = ""
  package var listDocument = ""

  // The circular retrofit 循环化改造.
  package var preparedBy = ""
  package var planApprovedOn: Day?
  package var planDocument = ""
  package var planStart: Month?
  package var planDeadline: Month?
  package var planInvestment: Amount?
  package var acceptedOn: Day?
  package var acceptedDocument = ""

  package var tasks: [ParkTask] = []
  package var years: [ParkYear] = []
  package var grades: [ParkGrade] = []
  package var answers: [RuleAnswer] = []

  /// Everything the program works out.
  package var derived = ParkDerived()

  package init() {}

  package static let schema = Schema<Park>(
    "parks", Label(zh: "园区", en: "Parks"), singular: Label(zh: "园区", en: "Park"), clause: "三(五)11",
    also: ["三(五)12"], key: "code", title: "name",
    fields: [
      .text("code", \.code, "园区代码", "Code", max: 20).required().aliases("代码", "园区编号"),
      .text("name", \.name, "园区名称", "Name").required().aliases("园区", "名称", "开发区名称").lookup(),
      .text("former_names", \.formerNames, "曾用名", "Former names", max: 300),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区"),
      .code("level", \.level, "级别", "Level", ParkCodes.levels).required().aliases("园区级别"),
      .code("kind", \.kind, "类型", "Kind", ParkCodes.kinds).required().aliases("园区类型"),
      .day("approved_on", \.approvedOn, "批准设立日期", "Founded on"),
      .text("approved_document", \.approvedDocument, "批准文号", "Founding document"),
      .amount("area", \.area, "规划面积", "Area", .squareKilometre),
      .text("industries", \.industries, "主导产业", "Leading industries", max: 200),
      .flag("chemical", \.isChemical, "认定化工园区", "Recognised chemical park"),
      .text("manager", \.manager, "管理机构", "Managed by", max: 100),
      .text("contact", \.contact, "联系人", "Contact", max: 40).running(),
      .phone("phone", \.phone, "联系电话", "Phone").running().aliases("电话", "手机", "联系方式"),
      .longText("remarks", \.remarks, "备注", "Remarks").running(),
      .day("surveyed_on", \.surveyedOn, "摸排日期", "Surveyed on").running(),
      .code("survey", \.survey, "摸排结果", "Survey", ParkCodes.surveys).running().required { $0.surveyedOn != nil },
      .text("survey_reason", \.surveyReason, "情况说明", "Reason", max: 300).running()
        .required { $0.survey == "not_ready" || $0.survey == "exempt" },
      .text("batch", \.batch, "改造批次", "Batch", max: 20).running().help(
        "列入循环化改造清单的批次", "The batch of parks to be retrofitted"),
      .text("list_document", \.listDocument, "列入文号", "Document of the list").running().required { !$0.batch.isEmpty },
      .text("prepared_by", \.preparedBy, "方案编制单位", "Plan prepared by", max: 100).running(),
      .day("plan_approved_on", \.planApprovedOn, "方案批复日期", "Plan approved on").running(),
      .text("plan_document", \.planDocument, "方案批复文号", "Document of the plan").running()
        .required { $0.planApprovedOn != nil },
      .month("plan_start", \.planStart, "实施起", "Carried out from").running(),
      .month("plan_deadline", \.planDeadline, "实施期限", "Deadline").running().required { $0.planApprovedOn != nil },
      .amount("plan_investment", \.planInvestment, "方案总投资", "Investment planned", .yuanWan).running()
        .required { $0.planApprovedOn != nil },
      .day("accepted_on", \.acceptedOn, "改造验收日期", "Accepted on").running(),
      .text("accepted_document", \.acceptedDocument, "验收文号", "Document of acceptance").running()
        .required { $0.acceptedOn != nil },
    ] + derivedFields,
    lists: [
      ChildList("tasks", \.tasks, "改造任务", "Tasks", part: .running),
      ChildList("years", \.years, "历年数据", "Years", part: .running),
      ChildList("grades", \.grades, "年度评估", "Yearly grades", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])
}
