/// A solution provider 节能降碳工程解决方案服务商 (clause 16), by region served and industry, with its term.
package struct Provider: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var creditCode = ""
  package var name = ""
  package var region = ""
  package var address = ""
  package var level = "province"
  package var batch = ""
  package var document = ""
  package var appointedOn: Day?
  package var termUntil: Day?
  package var state = "listed"
  package var removedOn: Day?
  package var removedReason = ""
  package var isPromoted = false
  package var staff: Int?
  package var qualifications = ""
  package var contact = ""
  package var phone = ""
  package var remarks = ""
  package var areas: [ProviderArea] = []
  package var trades: [ProviderTrade] = []
  package var works: [ProviderWork] = []
  package var reviews: [ProviderReview] = []
  package var answers: [RuleAnswer] = []

  // Derived from the rows.
  package var sectors = ""
  package var workCount: Amount?
  package var savingDelivered: Amount?
  package var latestGrade = ""

  package init() {}

  package static let schema = Schema<Provider>(
    "providers", Label(zh: "服务商", en: "Providers"), singular: Label(zh: "服务商", en: "Provider"), clause: "三(七)16",
    also: ["三(一)1"], key: "credit_code", title: "name",
    fields: [
      .creditCode("credit_code", \.creditCode, "统一社会信用代码", "Credit code").required().aliases("信用代码", "社会信用代码"),
      .text("name", \.name, "服务商名称", "Name").required().aliases("单位名称", "服务机构"),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases("地区", "所在地区"),
      .text("address", \.address, "地址", "Address", max: 200),
      .code("level", \.level, "层级", "Level", Tier.codes).required(),
      .text("batch", \.batch, "批次", "Batch", max: 60),
      .text("document", \.document, "公布文号", "Document no."),
      .day("appointed_on", \.appointedOn, "公布日期", "Listed on").required(),
      .day("term_until", \.termUntil, "有效期至", "Term until").required(),
      .code("state", \.state, "状态", "State", ProviderCodes.states).required(),
      .day("removed_on", \.removedOn, "移出日期", "Removed on").required { $0.state == "removed" },
      .text("removed_reason", \.removedReason, "移出原因", "Why removed", max: 300).required { $0.state == "removed" },
      .flag("promoted", \.isPromoted, "全省推广", "Promoted"),
      .integer("staff", \.staff, "技术人员", "Technical staff", 0...100_000),
      .text("qualifications", \.qualifications, "资质", "Qualifications", max: 300),
      .text("contact", \.contact, "联系人", "Contact", max: 40).running(),
      .phone("phone", \.phone, "联系电话", "Phone").running().aliases("电话", "手机", "联系方式"),
      .longText("remarks", \.remarks, "备注", "Remarks"),
      .text("sectors", \.sectors, "服务领域", "Sectors", max: 200).derived(),
      .amount("work_count", \.workCount, "业绩项数", "Works", .none).derived(),
      .amount("saving_delivered", \.savingDelivered, "业绩节能量", "Saving delivered", .tcePerYear).derived(),
      .code("latest_grade", \.latestGrade, "最近考评", "Latest grade", ProviderCodes.grades).derived(),
    ],
    lists: [
      ChildList("areas", \.areas, "服务区域", "Regions served"),
      ChildList("trades", \.trades, "服务行业", "Industries served"),
      ChildList("works", \.works, "服务业绩", "Works", part: .running),
      ChildList("reviews", \.reviews, "年度考评", "Yearly reviews", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])

  package mutating func derive(in context: DeriveContext) {
    let known = Set(trades.map(\.sector))
    sectors = Sectors.list.codes.filter { known.contains($0.id) }.map(\.label.zh).joined(separator: " ")
    workCount = works.isEmpty ? nil : Amount(works.count)
    savingDelivered = works.isEmpty ? nil : Amount.sum(works.compactMap(\.saving))
    latestGrade = reviews.max { ($0.year ?? 0) < ($1.year ?? 0) }?.grade ?? ""
  }
}

/// A region that a provider serves.
package struct ProviderArea: Child {
  package var id = RecordID.unset
  package var region = ""

  package init() {}

  package static let fields: [Field<ProviderArea>] = [
    .reference("region", \.region, "地区", "Region", .region).required()
  ]
}

/// An industry that a provider serves, and with what.
package struct ProviderTrade: Child {
  package var id = RecordID.unset
  package var sector = ""
  package var industry = ""
  package var service = ""
  package var detail = ""

  package init() {}

  package static let fields: [Field<ProviderTrade>] = [
    .code("sector", \.sector, "领域", "Sector", Sectors.list).required(),
    .reference("industry", \.industry, "行业", "Industry", .industry),
    .code("service", \.service, "服务类型", "Service", ProviderCodes.services).required(),
    .text("detail", \.detail, "专长", "Specialty", max: 200),
  ]
}

/// Something a provider did: a diagnosis, a retrofit, an energy-performance contract.
package struct ProviderWork: Child {
  package var id = RecordID.unset
  package var day: Day?
  package var service = ""
  package var enterprise: RecordID?
  package var content = ""
  package var saving: Amount?
  package var amount: Amount?
  package var rating: Int?

  package init() {}

  package static let fields: [Field<ProviderWork>] = [
    .day("day", \.day, "完成日期", "Done on").required(),
    .code("service", \.service, "服务类型", "Service", ProviderCodes.services).required(),
    .record("enterprise", \.enterprise, "企业", "Enterprise", "enterprises"),
    .text("content", \.content, "内容", "Content", max: 300).required(),
    .amount("saving", \.saving, "年节能量", "Saving a year", .tcePerYear),
    .amount("amount", \.amount, "合同金额", "Contract", .yuanWan),
    .integer("rating", \.rating, "企业评价", "Enterprise's mark", 1...5).help("1至5分", "1 to 5"),
  ]
}

/// A year's review of a provider: 定期迭代更新.
package struct ProviderReview: Child {
  package var id = RecordID.unset
  package var year: Int?
  package var grade = ""
  package var day: Day?
  package var document = ""
  package var remark = ""

  package init() {}

  package static let fields: [Field<ProviderReview>] = [
    .year("year", \.year, "年度", "Year").required(),
    .code("grade", \.grade, "等次", "Grade", ProviderCodes.grades).required(),
    .day("day", \.day, "日期", "Day"),
    .text("document", \.document, "文号", "Document no."),
    .text("remark", \.remark, "说明", "Remark", max: 300),
  ]
}

extension Provider {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["name"], ["credit_code", "region"], ["address"], ["staff", "qualifications"], ["contact", "phone"],
          ["remarks"],
        ]),
      Layout.Section(
        "公布", "Listing",
        [
          ["level", "batch"], ["document"], ["appointed_on", "term_until"], ["state", "promoted"],
          ["removed_on", "removed_reason"], ["work_count", "saving_delivered"], ["sectors", "latest_grade"],
        ]),
      Layout.Section("服务区域", "Regions served", list: "areas"),
      Layout.Section("服务行业", "Industries served", list: "trades"),
      Layout.Section("服务业绩", "Works", list: "works"),
      Layout.Section("年度考评", "Yearly reviews", list: "reviews"),
    ],
    columns: [
      .init("name", width: 26),
      .init("region", width: 8, heading: ("地区", "Region")),
      .init("sectors", width: 14),
      .init("level", width: 4),
      .init("state", width: 6),
      .init("work_count", width: 4, heading: ("业绩", "Work")),
      .init("term_until", width: 10, heading: ("有效期至", "Until")),
      .init("credit_code", width: 18, isDefault: false),
      .init("saving_delivered", width: 10, isDefault: false),
      .init("latest_grade", width: 6, isDefault: false),
      .init("promoted", width: 4, isDefault: false),
      .init("contact", width: 8, isDefault: false),
    ],
    sort: [Sort("name")],
    search: ["name", "credit_code", "qualifications", "trades.detail", "works.content"],
    totals: ["saving_delivered"],
    indexed: ["name", "region", "term_until"])

  /// What providers count for.
  package static let measures: [Measure] = [
    Measure(
      "providers.count", Label(zh: "在册服务商", en: "Providers listed"), register: "providers",
      where: .where("state", .equal, .text("listed")), .distinct("credit_code"), by: ["level", "latest_grade"],
      rule: Label(zh: "在册的服务商，一个信用代码计一家", en: "Listed now; one credit code counts once"))
  ]

  /// Terms that end.
  package static let matters: [Matter] = [
    Matter("providers.term", "服务商到期", "Term over", register: "providers", due: "term_until", isLate: true) { today in
      .where("state", .equal, .text("listed")).and("term_until", .less, .day(today))
    }
  ]
}

/// Short closed lists of the providers.
package enum ProviderCodes {
  /// Whether a provider may be proposed.
  package static let states = CodeList(
    "provider_states",
    [
      Code("listed", "在册", "Listed"), Code("suspended", "暂停", "Suspended"), Code("removed", "移出", "Removed"),
    ])

  /// What a provider does.
  package static let services = CodeList(
    "provider_services",
    [
      Code("diagnosis", "节能诊断", "Diagnosis"), Code("design", "方案设计", "Design"),
      Code("works", "工程实施", "Works"), Code("contract", "合同能源管理", "Energy-performance contract"),
      Code("platform", "能碳管理平台", "Energy platform"), Code("carbon", "碳管理", "Carbon management"),
      Code("audit", "清洁生产审核", "Clean-production audit"),
    ])

  /// Grades of a yearly review.
  package static let grades = CodeList(
    "provider_grades",
    [
      Code("excellent", "优秀", "Excellent"), Code("good", "良好", "Good"), Code("passed", "合格", "Passed"),
      Code("failed", "不合格", "Failed"),
    ])
}
