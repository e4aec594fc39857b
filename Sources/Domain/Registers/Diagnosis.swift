/// One on-site diagnosis of one enterprise by one provider 节能降碳诊断, with its recommendations (clause 1).
package struct Diagnosis: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var enterprise: RecordID?
  package var region = ""
  package var kind = "general"
  package var provider = ""
  package var providerCode = ""
  package var leader = ""
  package var members = ""
  package var plannedOn: Day?
  package var visitedOn: Day?
  package var days: Int?
  package var reportNumber = ""
  package var reportedOn: Day?
  package var confirmedOn: Day?
  package var checkedOn: Day?
  package var check = ""
  package var fee: Amount?
  package var subsidy: Amount?
  package var satisfaction = ""
  package var baseYear: Int?
  package var energy: Amount?
  package var basis = ""
  package var electricity: Amount?
  package var benchmarking = ""
  package var findings = ""
  package var contact = ""
  package var phone = ""
  package var remarks = ""
  package var recommendations: [Recommendation] = []
  package var answers: [RuleAnswer] = []

  // Derived from its days and recommendations, and carried over from the links.
  package var key = ""
  package var name = ""
  package var holderName = ""
  package var holderCode = ""
  package var creditCode = ""
  package var sector = ""
  package var isKeyUser = false
  package var state = "planned"
  package var isCounted = false
  package var recommended: Int?
  package var adopted: Int?
  package var converted: Int?
  package var openCount: Int?
  package var saving: Amount?
  package var investment: Amount?
  package var convertedSaving: Amount?

  package init() {}

  package static let schema = Schema<Diagnosis>(
    "diagnoses", Label(zh: "节能降碳诊断", en: "Diagnoses"), singular: Label(zh: "诊断", en: "Diagnosis"), clause: "三(一)1",
    key: "key", title: "name",
    fields: [
      .text("key", \.key, "标识", "Key", max: 60).carried(),
      .text("name", \.name, "企业与诊断", "Enterprise and visit", max: 200).carried(),
      .record("enterprise", \.enterprise, "企业", "Enterprise", "enterprises").required()
        .aliases("企业名称", "诊断企业", "统一社会信用代码"),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区"),
      .code("kind", \.kind, "诊断类型", "Kind", DiagnosisCodes.kinds).required(),
      .text("provider", \.provider, "诊断服务商", "Provider").required().aliases("服务商", "诊断机构", "服务机构"),
      .creditCode("provider_code", \.providerCode, "服务商信用代码", "Provider's credit code"),
      .text("leader", \.leader, "诊断组长", "Leader", max: 40),
      .text("members", \.members, "诊断人员", "Members", max: 200),
      .day("planned_on", \.plannedOn, "计划入户日期", "Planned for").running(),
      .day("visited_on", \.visitedOn, "入户日期", "Visited on").running().aliases("诊断日期", "现场诊断日期", "入户时间", "诊断时间"),
      .integer("days", \.days, "入户天数", "Days on site", 1...60).running(),
      .text("report_number", \.reportNumber, "报告编号", "Report number", max: 60).running()
        .required { $0.reportedOn != nil },
      .day("reported_on", \.reportedOn, "报告日期", "Reported on").running(),
      .day("confirmed_on", \.confirmedOn, "企业确认日期", "Confirmed by the enterprise on").running(),
      .day("checked_on", \.checkedOn, "抽查核验日期", "Checked on").running(),
      .code("check", \.check, "核验结论", "Outcome of the check", DiagnosisCodes.checks).running()
        .required { $0.checkedOn != nil },
      .amount("fee", \.fee, "服务费用", "Fee", .yuanWan).running(),
      .amount("subsidy", \.subsidy, "财政补助", "Subsidy", .yuanWan).running(),
      .code("satisfaction", \.satisfaction, "企业评价", "The enterprise's opinion", DiagnosisCodes.opinions).running(),
      .year("base_year", \.baseYear, "诊断基准年", "Base year").required { $0.reportedOn != nil },
      .amount("energy", \.energy, "基准年综合能耗", "Energy of the base year", .tce).required { $0.reportedOn != nil }
        .aliases("综合能耗"),
      .code("basis", \.basis, "电力口径", "Electricity basis", Bases.list)
        .required { $0.energy != nil || !$0.recommendations.isEmpty },
      .amount("electricity", \.electricity, "基准年用电量", "Electricity of the base year", .wanKilowattHour),
      .longText("benchmarking", \.benchmarking, "能效对标分析", "Benchmarking", max: 1000),
      .longText("findings", \.findings, "主要问题", "Findings").required { $0.reportedOn != nil }.aliases("存在问题"),
      .text("contact", \.contact, "企业联系人", "Contact", max: 40).running(),
      .phone("phone", \.phone, "联系电话", "Phone").running().aliases("电话", "手机", "联系方式"),
      .longText("remarks", \.remarks, "备注", "Remarks").running(),
      .text("holder_name", \.holderName, "企业名称", "Enterprise's name").carried(),
      .text("holder_code", \.holderCode, "企业标识", "Enterprise's key", max: 24).carried(),
      .text("credit_code", \.creditCode, "信用代码", "Credit code", max: 18).carried().shared(),
      .code("sector", \.sector, "领域", "Sector", Sectors.list).carried(),
      .flag("key_energy_user", \.isKeyUser, "重点用能", "Key energy user").carried(),
      .code("state", \.state, "状态", "State", DiagnosisCodes.states).derived(),
      .flag("counted", \.isCounted, "计入家数", "Counts").carried()
        .help(
          "2022至2024年该企业的首次入户，一个信用代码只计一次", "The enterprise's first visit in 2022 to 2024; a credit code counts once"),
      .integer("recommended", \.recommended, "建议数", "Recommendations").derived(),
      .integer("adopted", \.adopted, "采纳数", "Adopted").derived(),
      .integer("converted", \.converted, "已转项目", "Made projects").carried(),
      .integer("open_count", \.openCount, "采纳未转", "Adopted, no project").carried(),
      .amount("saving", \.saving, "建议节能量", "Saving recommended", .tcePerYear).derived(),
      .amount("investment", \.investment, "建议投资", "Investment recommended", .yuanWan).derived(),
      .amount("converted_saving", \.convertedSaving, "已转节能量", "Saving made projects", .tcePerYear).carried(),
    ],
    lists: [
      ChildList("recommendations", \.recommendations, "诊断建议", "Recommendations", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])
}
