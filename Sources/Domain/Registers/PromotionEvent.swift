/// A demonstration meeting, training or matchmaking 推广对接活动 (clauses 7, 15, 16), and the agreements that came of it.
package struct PromotionEvent: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var code = ""
  package var name = ""
  package var region = ""
  package var kind = ""
  package var day: Day?
  package var days: Int?
  package var place = ""
  package var organiser = ""
  package var partners = ""
  package var sector = ""
  package var topics = ""
  package var document = ""
  package var people: Int?
  package var firms: Int?
  package var state = "planned"
  package var summary = ""
  package var remarks = ""
  package var agreements: [Agreement] = []
  package var answers: [RuleAnswer] = []

  // Derived from the agreements.
  package var agreementCount: Amount?
  package var convertedCount: Amount?
  package var agreedAmount: Amount?

  package init() {}

  package static let schema = Schema<PromotionEvent>(
    "events", Label(zh: "推广对接活动", en: "Events"), singular: Label(zh: "活动", en: "Event"), clause: "三(三)7",
    also: ["三(七)15", "三(七)16"], key: "code", title: "name",
    fields: [
      .text("code", \.code, "活动编号", "Event no.", max: 40).issued(),
      .text("name", \.name, "活动名称", "Name").required(),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases("地区", "主办地区"),
      .code("kind", \.kind, "活动类型", "Kind", EventCodes.kinds).required(),
      .day("day", \.day, "日期", "Day").required(),
      .integer("days", \.days, "天数", "Days", 1...60),
      .text("place", \.place, "地点", "Place", max: 200).required(),
      .text("organiser", \.organiser, "主办单位", "Organiser").required(),
      .text("partners", \.partners, "协办单位", "Partners", max: 300),
      .code("sector", \.sector, "行业领域", "Sector", Sectors.list).help("分行业召开的填行业", "Where held for one sector"),
      .text("topics", \.topics, "推广内容", "What was shown", max: 500).required(),
      .text("document", \.document, "通知文号", "Document no."),
      .integer("people", \.people, "参加人数", "People", 0...100_000).required { $0.state == "held" },
      .integer("firms", \.firms, "参加企业", "Enterprises", 0...100_000),
      .code("state", \.state, "状态", "State", EventCodes.states).required(),
      .longText("summary", \.summary, "活动小结", "Summary"),
      .longText("remarks", \.remarks, "备注", "Remarks"),
      .amount("agreement_count", \.agreementCount, "签约项数", "Agreements", .none).derived(),
      .amount("converted_count", \.convertedCount, "转为项目", "Became projects", .none).derived(),
      .amount("agreed_amount", \.agreedAmount, "签约金额", "Agreed", .yuanWan).derived(),
    ],
    lists: [
      ChildList("agreements", \.agreements, "对接签约", "Agreements", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])

  package mutating func derive(in context: DeriveContext) {
    let converted = agreements.count { $0.project != nil }
    agreementCount = agreements.isEmpty ? nil : Amount(agreements.count)
    convertedCount = converted == 0 ? nil : Amount(converted)
    agreedAmount = agreements.isEmpty ? nil : Amount.sum(agreements.compactMap(\.amount))
  }
}

/// An agreement that an event brought, and the project it became.
package struct Agreement: Child {
  package var id = RecordID.unset
  package var enterprise: RecordID?
  package var provider: RecordID?
  package var kind = ""
  package var content = ""
  package var amount: Amount?
  package var signedOn: Day?
  package var project: RecordID?
  package var state = "intended"
  package var remark = ""

  package init() {}

  package static let fields: [Field<Agreement>] = [
    .record("enterprise", \.enterprise, "企业", "Enterprise", "enterprises").required(),
    .record("provider", \.provider, "服务商", "Provider", "providers"),
    .code("kind", \.kind, "合作方式", "Kind", EventCodes.agreements).required(),
    .text("content", \.content, "内容", "Content", max: 300).required(),
    .amount("amount", \.amount, "金额", "Amount", .yuanWan),
    .day("signed_on", \.signedOn, "签约日期", "Signed on").required { $0.state != "intended" },
    .record("project", \.project, "转为项目", "Project", "projects").required { $0.state == "converted" },
    .code("state", \.state, "状态", "State", EventCodes.agreementStates).required(),
    .text("remark", \.remark, "备注", "Remark", max: 300),
  ]
}

extension PromotionEvent {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["name"], ["kind", "sector"], ["region", "state"], ["day", "days"], ["place"], ["organiser"], ["partners"],
          ["topics"], ["document"], ["people", "firms"], ["summary"], ["remarks"],
        ]),
      Layout.Section("对接签约", "Agreements", list: "agreements"),
      Layout.Section("成效", "Results", [["agreement_count", "converted_count"], ["agreed_amount", "code"]]),
    ],
    columns: [
      .init("name", width: 30),
      .init("region", width: 8, heading: ("地区", "Region")),
      .init("kind", width: 10, heading: ("类型", "Kind")),
      .init("day", width: 10),
      .init("agreement_count", width: 4, heading: ("签约", "Agr.")),
      .init("converted_count", width: 4, heading: ("转项", "Proj")),
      .init("state", width: 6),
      .init("sector", width: 8, isDefault: false),
      .init("agreed_amount", width: 10, isDefault: false),
      .init("people", width: 6, isDefault: false),
      .init("firms", width: 6, isDefault: false),
      .init("organiser", width: 18, isDefault: false),
      .init("code", width: 18, isDefault: false),
    ],
    sort: [Sort("day", descending: true), Sort("name")],
    search: ["name", "code", "place", "organiser", "topics", "agreements.content"],
    totals: ["agreed_amount"],
    indexed: ["name", "region", "day"])

  private static let held = Filter.where("state", .equal, .text("held"))

  /// What events count for.
  package static let measures: [Measure] = [
    Measure(
      "events.held", Label(zh: "推广对接活动", en: "Events held"), register: "events", where: held, .count, day: "day",
      by: ["kind", "sector"], rule: Label(zh: "已举办的活动，按日期", en: "Held, by their day")),
    Measure(
      "events.agreements", Label(zh: "对接签约", en: "Agreements"), register: "events", where: held,
      .sum("agreement_count"), day: "day", by: ["kind", "sector"],
      rule: Label(zh: "活动达成的签约与意向，逐项计", en: "Agreements and intentions of events held")),
    Measure(
      "events.converted", Label(zh: "签约转为项目", en: "Agreements that became projects"), register: "events", where: held,
      .sum("converted_count"), day: "day", by: ["kind", "sector"],
      rule: Label(zh: "已对应项目库项目的签约，按活动日期", en: "With a project in the library, by the event's day")),
  ]

  /// Events that should have been reported.
  package static let matters: [Matter] = [
    Matter("events.unreported", "活动未填结果", "Event without result", register: "events", due: "day", isLate: true) {
      today in
      .where("state", .equal, .text("planned")).and("day", .less, .day(today))
    }
  ]
}

/// Short closed lists of the events.
package enum EventCodes {
  /// What kind of event.
  package static let kinds = CodeList(
    "event_kinds",
    [
      Code("demonstration", "现场推广会", "Demonstration"), Code("training", "技术培训", "Training"),
      Code("matchmaking", "供需对接会", "Matchmaking"), Code("consultation", "专家会诊", "Consultation"),
      Code("lecture", "政策宣讲", "Policy lecture"),
    ])

  /// Where it stands.
  package static let states = CodeList(
    "event_states",
    [Code("planned", "计划", "Planned"), Code("held", "已举办", "Held"), Code("cancelled", "取消", "Cancelled")])

  /// What an agreement is about.
  package static let agreements = CodeList(
    "agreement_kinds",
    [
      Code("contract", "合同能源管理", "Energy-performance contract"), Code("equipment", "设备采购", "Equipment"),
      Code("works", "工程总包", "Works"), Code("diagnosis", "诊断服务", "Diagnosis"), Code("research", "技术合作", "Research"),
      Code("finance", "融资", "Finance"),
    ])

  /// What has become of an agreement.
  package static let agreementStates = CodeList(
    "agreement_states",
    [
      Code("intended", "意向", "Intended"), Code("signed", "已签约", "Signed"), Code("converted", "已转为项目", "A project"),
      Code("dropped", "未落实", "Dropped"),
    ])
}
