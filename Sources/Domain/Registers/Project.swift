/// A retrofit project of the three-tier reserve library 三级储备项目库 (clauses 2 and 4).
package struct Project: Record {
  package var id = RecordID.unset
  package var revision = 0

  // Declared: what it is, who holds it, where.
  package var libraryCode = ""
  package var region = ""
  package var name = ""
  package var holderKind = "enterprise"
  package var enterprise: RecordID?
  package var park = ""
  package var industrialPark: RecordID?
  package var energyService = ""
  package var projectCode = ""
  package var isCodeExempt = false
  package var division = ""
  package var site = ""
  package var focusArea = ""
  package var kind = ""
  package var content = ""
  package var startMonth: Month?
  package var deadline: Month?
  package var diagnosis: RecordID?
  package var recommendation = ""
  package var line: RecordID?
  package var lineName = ""

  // Declared: what its kind asks for.
  package var pvKilowatts: Amount?
  package var pvArea: Amount?
  package var storageKilowatts: Amount?
  package var storageKilowattHours: Amount?
  package var wasteKind = ""
  package var wasteTonnes: Amount?
  package var reuseBefore: Amount?
  package var reuseAfter: Amount?

  // Declared: expected result.
  package var basis = ""
  package var baseYear: Int?
  package var savingDeclared: Amount?
  package var savingMethod = ""
  package var savingSource = ""
  package var renewableOutput: Amount?
  package var substitutionDeclared: Amount?
  package var co2Declared: Amount?
  package var waterSaving: Amount?
  package var benchmarking = ""
  package var benchmarkingReason = ""
  package var unitBefore: Amount?
  package var unitAfter: Amount?
  package var levelClaimed = ""
  package var benchmarkWaiver = ""

  // Declared: money and helpers.
  package var investmentEquipment: Amount?
  package var investmentConstruction: Amount?
  package var investmentOther: Amount?
  package var investmentDeclared: Amount?
  package var fundCentral: Amount?
  package var fundProvince: Amount?
  package var fundCity: Amount?
  package var fundCounty: Amount?
  package var fundOwn: Amount?
  package var fundLoans: Amount?
  package var provider = ""

  // Running: from start to exit.
  package var contact = ""
  package var phone = ""
  package var gridDate: Day?
  package var gridKilowatts: Amount?
  package var stopDate: Day?
  package var stopReason = ""
  package var stopRemark = ""
  package var savingVerified: Amount?
  package var verifiedBasis = ""
  package var verifiedBy = ""
  package var mergedInto: RecordID?
  package var formerCodes = ""
  package var remarks = ""

  // Child lists.
  package var energy: [EnergyUse] = []
  package var measures: [ProjectMeasure] = []
  package var milestones: [Milestone] = []
  package var shares: [ProjectShare] = []
  package var procedures: [Procedure] = []
  package var supports: [Support] = []
  package var progress: [Progress] = []
  package var plans: [AnnualPlan] = []
  package var memberships: [Membership] = []
  package var filings: [FilingRecord] = []
  package var attachments: [Attachment] = []
  package var answers: [RuleAnswer] = []

  /// Everything the program works out.
  package var derived = ProjectDerived()

  package init() {}

  package static let schema = Schema<Project>(
    "projects", Label(zh: "项目库", en: "Projects"), singular: Label(zh: "项目", en: "Project"), clause: "三(一)2",
    also: ["二(一)", "二(二)", "二(三)", "二(四)", "四(二)", "四(三)", "四(四)"], key: "library_code", title: "name",
    fields: identity + kindFields + expected + money + running + derivedFields,
    lists: [
      ChildList("energy", \.energy, "分品种能源", "Energy by carrier"),
      ChildList(
        "measures", \.measures, "改造措施", "Measures",
        aliases: ["措施", "主要措施", "主要改造措施", "节能改造措施", "技改措施", "节能措施", "降碳措施", "节能降碳措施", "技术改造措施"]),
      ChildList(
        "milestones", \.milestones, "时间节点", "Milestones", part: .running, aliases: ["节点", "进度节点", "进度安排", "实施进度"]),
      ChildList("shares", \.shares, "分县份额", "Shares by county"),
      ChildList("procedures", \.procedures, "手续与要素", "Procedures", part: .running),
      ChildList("supports", \.supports, "政策支持", "Supports", part: .running),
      ChildList("progress", \.progress, "进展", "Progress", part: .running),
      ChildList("plans", \.plans, "年度计划", "Yearly plans", part: .running),
      ChildList("memberships", \.memberships, "入库情况", "Memberships", part: .filing),
      ChildList("filings", \.filings, "申报记录", "Filings", part: .filing),
      ChildList("attachments", \.attachments, "附件目录", "Attachments", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])
}
