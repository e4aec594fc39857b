/// How one region's library works 层级设置: one record a region that has settings of its own.
package struct TierSettings: Record {
  /// A reason that the tier usually gives 常用原因.
  package struct Reason: Child {
    package var id = RecordID.unset
    package var reason = ""
    package var field = ""

    package init() {}

    package static let fields: [Field<Reason>] = [
      .text("reason", \.reason, "原因", "Reason", max: 300).required(),
      .text("field", \.field, "字段", "Field", max: 60)
        .help("字段标识；不填为整条记录", "A field's id; blank is the whole record"),
    ]
  }

  /// How many recommendations the tier takes from a region in a year 推荐名额.
  package struct Quota: Child {
    package var id = RecordID.unset
    package var year: Int?
    package var region = ""
    package var count: Int?

    package init() {}

    package static let fields: [Field<Quota>] = [
      .year("year", \.year, "年度", "Year").required(),
      .reference("region", \.region, "地区", "Region", .region).required(),
      .integer("count", \.count, "名额", "Number", 0...100_000).required(),
    ]
  }

  package var id = RecordID.unset
  package var revision = 0
  package var region = ""
  package var isWaived = false
  package var reviewedBy = ""
  package var reviewDays: Int?
  package var documentWord = ""
  package var remarks = ""
  package var name = ""
  package var reasons: [Reason] = []
  package var quotas: [Quota] = []

  package init() {}

  package static let schema = Schema<TierSettings>(
    "tiers", Label(zh: "层级设置", en: "Tier settings"), singular: Label(zh: "层级设置", en: "Settings of a tier"),
    clause: "三(一)2", key: "region", title: "name",
    fields: [
      .reference("region", \.region, "归口地区", "Region", .region).required(),
      .flag("waived", \.isWaived, "免审", "Review waived")
        .help("上报即入库，不经审核", "What is submitted is admitted at once"),
      .reference("reviewed_by", \.reviewedBy, "代审地区", "Reviewed by", .region)
        .help("由该地区的审核员代为审核", "Reviewers of that region decide for this one"),
      .integer("review_days", \.reviewDays, "审核时限(工作日)", "Working days of a review", 1...60)
        .help("不填为5个工作日", "Blank is 5 working days"),
      .text("document_word", \.documentWord, "文号代字", "Document word", max: 20)
        .help("如 湖经信", "The words before the year in the number of a document"),
      .longText("remarks", \.remarks, "备注", "Remarks"),
      .text("name", \.name, "地区名称", "Region's name").carried(),
    ],
    lists: [
      ChildList("reasons", \.reasons, "常用原因", "Usual reasons"),
      ChildList("quotas", \.quotas, "推荐名额", "Quotas"),
    ])

  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [["region"], ["waived", "reviewed_by"], ["review_days", "document_word"], ["remarks"]]),
      Layout.Section("常用原因", "Usual reasons", list: "reasons"),
      Layout.Section("推荐名额", "Quotas", list: "quotas"),
    ],
    columns: [
      .init("name", width: 20), .init("region", width: 8, isDefault: false), .init("waived", width: 4),
      .init("reviewed_by", width: 10),
      .init("review_days", width: 6, heading: ("时限", "Days")), .init("document_word", width: 10),
    ],
    sort: [Sort("region")], search: ["name", "document_word", "remarks"])

  package static let measures: [Measure] = []

  package static let rules: [Rule<TierSettings>] = [
    Rule(
      "T1", .record, .error, "代审地区不能是本地区", "A tier is reviewed by another region, not by its own",
      fields: ["reviewed_by"]
    ) { settings, _ in
      guard !settings.reviewedBy.isEmpty, settings.reviewedBy == settings.region else { return [] }
      return [Rule.Fault("代审地区是本地区，请改为上级地区或清空", "Reviewed by its own region: name another, or leave it blank")]
    }
  ]

  package mutating func derive(in context: DeriveContext) {
    name = context.reference.regions[region]?.name ?? ""
  }
}

extension TierSettings {
  /// A region's settings; what every tier starts from where it has none.
  package static func of(_ region: String, in library: any LibraryLookup) throws -> TierSettings {
    try library.documents(schema.id, where: "region", is: .text(region)).first.map(schema.record)
      ?? standard(region)
  }

  /// What a tier without settings of its own works by.
  package static func standard(_ region: String) -> TierSettings {
    var settings = TierSettings()
    settings.region = region
    settings.reasons = usualReasons.map { field, text in
      var reason = Reason()
      reason.field = field
      reason.reason = text
      return reason
    }
    return settings
  }

  private static let usualReasons: [(String, String)] = [
    ("saving_source", "节能量无计算依据，请补充计算过程和数据来源"),
    ("basis", "电力折标口径不明确，请注明当量或等价"),
    ("content", "改造内容过于笼统，请写明改造前后的工艺、设备和规模"),
    ("investment_declared", "投资额与措施明细不一致，请核对"),
    ("energy.before", "改造前能耗与企业用能台账不符，请核实"),
    ("deadline", "改造期限超出申报要求，请核实计划竣工时间"),
    ("project_code", "项目代码与备案信息不一致，请核对"),
    ("unit_after", "改造后单耗未达标杆水平，请说明原因"),
    ("", "与已入库项目疑似重复，请说明区别或合并申报"),
    ("", "不属于节能降碳技术改造范围"),
  ]

  /// How the tiers of a project work, by tier: what the filing machine asks for.
  package static func rules(
    for region: String, in library: any LibraryLookup, _ reference: ReferenceTables
  ) throws -> [Tier: TierRules] {
    let regions = reference.regions
    var rules: [Tier: TierRules] = [:]
    for tier in Tier.allCases {
      guard let unit = regions.ancestor(of: region, at: tier.level) else { continue }
      let settings = try of(unit.code, in: library)
      let reviewing = regions[settings.reviewedBy]
      rules[tier] = TierRules(
        region: unit.code, reviewingRegion: reviewing?.code, unit: (reviewing ?? unit).name,
        isWaived: settings.isWaived, reviewDays: settings.reviewDays ?? reference.settings.reviewDays)
    }
    return rules
  }
}
