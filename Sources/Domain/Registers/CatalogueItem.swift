/// A recommended process, technology or piece of equipment 技术装备推广目录 (clause 7).
package struct CatalogueItem: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var number = ""
  package var name = ""
  package var kind = ""
  package var region = ""
  package var list = "recommended"
  package var year: Int?
  package var batch = ""
  package var publishedOn: Day?
  package var document = ""
  package var publisher = ""
  package var enterprise: RecordID?
  package var owner = ""
  package var focusArea = ""
  package var principle = ""
  package var conditions = ""
  package var savingRate: Amount?
  package var unitSaving: Amount?
  package var unitInvestment: Amount?
  package var payback: Amount?
  package var shareNow: Amount?
  package var shareExpected: Amount?
  package var isFirstSet = false
  package var validUntil: Day?
  package var withdrawnOn: Day?
  package var withdrawnReason = ""
  package var contact = ""
  package var phone = ""
  package var remarks = ""
  package var sectors: [CatalogueSector] = []
  package var cases: [CatalogueCase] = []
  package var answers: [RuleAnswer] = []

  // Derived, and carried over from the links.
  package var state = "listed"
  package var holderName = ""
  package var holderCode = ""
  package var uses: Int?

  package init() {}

  package static let schema = Schema<CatalogueItem>(
    "catalogue", Label(zh: "技术装备推广目录", en: "Catalogue"), singular: Label(zh: "目录条目", en: "Catalogue item"),
    clause: "三(三)7", key: "number", title: "name",
    fields: [
      .text("number", \.number, "目录编号", "Number", max: 40).required().aliases("编号", "序号"),
      .text("name", \.name, "名称", "Name", max: 200).required().aliases("技术名称", "装备名称", "工艺名称"),
      .code("kind", \.kind, "类别", "Kind", CatalogueCodes.kinds).required().aliases("类型"),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases("地区", "推荐地区"),
      .code("list", \.list, "目录", "List", CatalogueCodes.lists).required(),
      .year("year", \.year, "年度", "Year").required().aliases("发布年度"),
      .text("batch", \.batch, "批次", "Batch", max: 20),
      .day("published_on", \.publishedOn, "发布日期", "Published on").required(),
      .text("document", \.document, "发布文号", "Document").required().aliases("文号"),
      .text("publisher", \.publisher, "发布单位", "Publisher").aliases("发布部门"),
      .record("enterprise", \.enterprise, "技术依托单位", "Supporting enterprise", "enterprises").aliases("研制单位", "依托单位")
        .outside("owner"),
      .text("owner", \.owner, "依托单位(清单外)", "Owner (not on the list)", max: 200),
      .code("focus_area", \.focusArea, "改造领域", "Focus area", FocusAreas.list).required(),
      .longText("principle", \.principle, "技术原理与要点", "Principle", max: 1000).required().aliases("技术原理", "主要内容"),
      .longText("conditions", \.conditions, "适用条件", "Conditions", max: 1000).aliases("适用范围"),
      .amount("saving_rate", \.savingRate, "节能率", "Saving rate", .percent),
      .amount("unit_saving", \.unitSaving, "单位节能量", "Saving per unit", .tcePerYear)
        .help("典型一台(套)每年的节能量", "What a typical set saves in a year"),
      .amount("unit_investment", \.unitInvestment, "单位投资", "Investment per unit", .yuanWan),
      .amount("payback", \.payback, "投资回收期", "Payback", .year),
      .amount("share_now", \.shareNow, "目前推广比例", "Share now", .percent),
      .amount("share_expected", \.shareExpected, "预期推广比例", "Share expected", .percent),
      .flag("first_set", \.isFirstSet, "首台(套)", "First set"),
      .day("valid_until", \.validUntil, "有效期至", "Valid until"),
      .day("withdrawn_on", \.withdrawnOn, "移出日期", "Taken off on").running(),
      .text("withdrawn_reason", \.withdrawnReason, "移出原因", "Why taken off", max: 300).running()
        .required { $0.withdrawnOn != nil },
      .text("contact", \.contact, "联系人", "Contact", max: 40).running(),
      .phone("phone", \.phone, "联系电话", "Phone").running().aliases("电话", "手机", "联系方式"),
      .longText("remarks", \.remarks, "备注", "Remarks").running(),
      .code("state", \.state, "状态", "State", CatalogueCodes.states).derived(),
      .text("holder_name", \.holderName, "依托单位", "Owner", max: 200).carried(),
      .text("holder_code", \.holderCode, "企业标识", "Enterprise's key", max: 24).carried(),
      .integer("uses", \.uses, "选用项目数", "Projects that use it").carried(),
    ],
    lists: [
      ChildList("sectors", \.sectors, "适用行业", "Sectors"),
      ChildList("cases", \.cases, "应用案例", "Cases", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])

  package mutating func derive(in context: DeriveContext) {
    let holder = context.linked(Enterprise.self, enterprise)
    holderName = holder?.name ?? owner
    holderCode = holder?.key ?? ""
    state = withdrawnOn == nil ? "listed" : "withdrawn"
    let found = id == .unset ? 0 : context.count(Project.self, where: "measures.catalogue", is: .record(id))
    uses = found > 0 ? found : nil
  }
}

extension CatalogueItem {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["name"], ["kind", "number"], ["region", "focus_area"], ["enterprise"], ["owner"], ["principle"],
          ["conditions"], ["contact", "phone"], ["remarks"],
        ]),
      Layout.Section("适用行业", "Sectors", list: "sectors"),
      Layout.Section(
        "效果", "Effect",
        [
          ["saving_rate", "unit_saving"], ["unit_investment", "payback"], ["share_now", "share_expected"],
          ["first_set", "uses"],
        ]),
      Layout.Section(
        "发布", "Publication",
        [
          ["list", "year"], ["batch", "published_on"], ["document"], ["publisher"], ["valid_until", "state"],
          ["withdrawn_on"], ["withdrawn_reason"],
        ]),
      Layout.Section("应用案例", "Cases", list: "cases"),
    ],
    columns: [
      .init("name", width: 24),
      .init("kind", width: 6),
      .init("year", width: 4, heading: ("年度", "Year")),
      .init("state", width: 6),
      .init("saving_rate", width: 7, heading: ("节能率", "Saves%")),
      .init("uses", width: 6, heading: ("选用", "Uses")),
      .init("number", width: 12),
      .init("holder_name", width: 20, isDefault: false),
      .init("region", width: 8, isDefault: false),
      .init("focus_area", width: 16, isDefault: false),
      .init("payback", width: 8, isDefault: false, heading: ("回收期", "Payback")),
      .init("list", width: 12, isDefault: false),
      .init("published_on", width: 10, isDefault: false),
    ],
    sort: [Sort("name")],
    search: ["name", "number", "holder_name", "principle", "cases.name"],
    indexed: ["name", "region", "uses"])

  package static let measures: [Measure] = [
    Measure(
      "catalogue.published", Label(zh: "发布推广目录", en: "Published in the catalogue"), register: "catalogue", where: .all,
      .count, day: "published_on", reversedOn: "withdrawn_on", by: ["kind", "focus_area", "list"],
      rule: Label(zh: "按发布日期计，移出的自移出之日核减", en: "By the day of publication; what was taken off comes off on its day")),
    Measure(
      "catalogue.used", Label(zh: "已被项目选用的条目", en: "Items that projects use"), register: "catalogue",
      where: .where("uses", .greater, .integer(0)), .count, by: ["kind", "focus_area"],
      rule: Label(zh: "改造措施中选用了该条目的项目不少于一个", en: "At least one project has a measure that names the item")),
    Measure(
      "catalogue.first_sets", Label(zh: "首台(套)", en: "First sets"), register: "catalogue",
      where: .where("first_set", .equal, .flag(true)), .count, day: "published_on", reversedOn: "withdrawn_on",
      by: ["kind"], rule: Label(zh: "标为首台(套)的条目，按发布日期", en: "Items marked as first sets, by publication")),
  ]

  package static let matters: [Matter] = [
    Matter(
      "catalogue.expired", "已过有效期", "Past its validity", register: "catalogue", due: "valid_until", isLate: true
    ) { today in
      Filter.where("valid_until", .less, .day(today)).and("withdrawn_on")
    },
    Matter("catalogue.unused", "尚无项目选用", "Not used yet", register: "catalogue") { _ in
      Filter.where("uses").and("withdrawn_on")
    },
  ]
}
