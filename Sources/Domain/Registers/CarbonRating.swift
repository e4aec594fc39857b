/// An enterprise's carbon-efficiency code of one year 工业碳效码 (clause 13), recomputed, and where it was used.
package struct CarbonRating: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var key = ""
  package var name = ""
  package var region = ""
  package var enterprise: RecordID?
  package var year: Int?
  package var source = "platform"
  package var batch = ""
  package var ratedOn: Day?
  package var validUntil: Day?
  package var level: Int?
  package var value: Amount?
  package var carbonBand = ""
  package var neutrality: Int?
  package var co2Stated: Amount?
  package var valueAddedStated: Amount?
  package var meanStated: Amount?
  package var remarks = ""
  package var uses: [RatingUse] = []
  package var answers: [RuleAnswer] = []

  // Derived from the figures, the thresholds of the year, and the enterprise.
  package var holderName = ""
  package var holderCode = ""
  package var sector = ""
  package var industry = ""
  package var isKeyUser = false
  package var co2: Amount?
  package var valueAdded: Amount?
  package var mean: Amount?
  package var meanSource = ""
  package var intensity: Amount?
  package var computedValue: Amount?
  package var computedLevel: Int?
  package var explanation = ""
  package var grade: Int?
  package var gap = ""
  package var isHighCarbon = false
  package var useCount: Amount?
  package var useAreas = ""

  package init() {}

  package static let schema = Schema<CarbonRating>(
    "ratings", Label(zh: "工业碳效码", en: "Carbon ratings"), singular: Label(zh: "碳效码", en: "Carbon rating"),
    clause: "三(六)13", key: "key", title: "name",
    fields: [
      .text("key", \.key, "标识", "Key", max: 40).carried(),
      .text("name", \.name, "企业与年度", "Enterprise and year", max: 200).carried(),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区"),
      .record("enterprise", \.enterprise, "企业", "Enterprise", "enterprises").required()
        .aliases("企业名称", "统一社会信用代码"),
      .year("year", \.year, "评价年度", "Year").required().aliases("年度", "年份"),
      .code("source", \.source, "来源", "Source", RatingCodes.sources).required(),
      .text("batch", \.batch, "批次", "Batch", max: 60),
      .day("rated_on", \.ratedOn, "赋码日期", "Rated on").required { $0.source != "computed" },
      .day("valid_until", \.validUntil, "有效期至", "Valid until"),
      .integer("level", \.level, "碳效等级", "Level", 1...5).aliases("碳效评价", "等级")
        .help("1级碳效最高，5级最低；平台未给的留空，由本库测算", "1 is best, 5 worst; blank where the platform gives none"),
      .amount("value", \.value, "碳效值", "Carbon-efficiency value", .none).aliases("碳效值K"),
      .code("carbon_band", \.carbonBand, "碳水平", "Carbon band", RatingCodes.bands).aliases("碳排放水平"),
      .integer("neutrality", \.neutrality, "碳中和等级", "Neutrality level", 1...5),
      .amount("co2_stated", \.co2Stated, "平台碳排放量", "CO2 as stated", .tonne)
        .help("不填则取企业清单该年数据", "Blank: that year's of the enterprise list"),
      .amount("value_added_stated", \.valueAddedStated, "平台增加值", "Value added as stated", .yuanWan),
      .amount("mean_stated", \.meanStated, "平台行业均值", "Industry mean as stated", .tonnePerYuanWan)
        .help("同行业单位增加值碳排放均值；不填则取参照表", "CO2 per value added of the industry; blank: the reference table"),
      .longText("remarks", \.remarks, "备注", "Remarks"),
      .text("holder_name", \.holderName, "企业名称", "Enterprise's name").carried(),
      .text("holder_code", \.holderCode, "企业标识", "Enterprise's key", max: 24).carried(),
      .code("sector", \.sector, "领域", "Sector", Sectors.list).carried(),
      .reference("industry", \.industry, "行业", "Industry", .industry).carried(),
      .flag("key_energy_user", \.isKeyUser, "重点用能", "Key energy user").carried(),
      .amount("co2", \.co2, "碳排放量", "CO2", .tonne).carried(),
      .amount("value_added", \.valueAdded, "增加值", "Value added", .yuanWan).carried(),
      .amount("mean", \.mean, "行业均值", "Industry mean", .tonnePerYuanWan).carried(),
      .text("mean_source", \.meanSource, "均值来源", "Source of the mean").carried(),
      .amount("intensity", \.intensity, "碳排放强度L", "CO2 per value added (L)", .tonnePerYuanWan).carried(),
      .amount("computed_value", \.computedValue, "测算碳效值K", "Value recomputed (K)", .none).carried(),
      .integer("computed_level", \.computedLevel, "测算等级", "Level recomputed", 1...5).carried(),
      .text("explanation", \.explanation, "测算过程", "How it was computed", max: 300).carried(),
      .integer("grade", \.grade, "采用等级", "Level used", 1...5).carried(),
      .code("gap", \.gap, "无等级原因", "Why no level", RatingCodes.gaps).carried(),
      .flag("high_carbon", \.isHighCarbon, "高碳企业", "High-carbon").carried(),
      .amount("use_count", \.useCount, "应用次数", "Uses", .none).derived(),
      .text("use_areas", \.useAreas, "应用领域", "Areas of use", max: 120).derived(),
    ],
    lists: [
      ChildList("uses", \.uses, "结果应用", "Uses", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])
}

/// One use of the code's result 碳效评价结果应用: finance, land, energy, discharge, green power.
package struct RatingUse: Child {
  package var id = RecordID.unset
  package var area = ""
  package var day: Day?
  package var party = ""
  package var content = ""
  package var effect = ""
  package var amount: Amount?
  package var document = ""

  package init() {}

  package static let fields: [Field<RatingUse>] = [
    .code("area", \.area, "领域", "Area", RatingCodes.areas).required(),
    .day("day", \.day, "日期", "Day").required(),
    .text("party", \.party, "应用单位", "Used by").required(),
    .text("content", \.content, "应用内容", "What for", max: 300).required(),
    .code("effect", \.effect, "应用结果", "Effect", RatingCodes.effects),
    .amount("amount", \.amount, "金额", "Money", .yuanWan).help("贷款、优惠或电费金额", "Loan, relief or electricity bill"),
    .text("document", \.document, "文号", "Document no."),
  ]
}

extension CarbonRating {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["enterprise"], ["region", "year"], ["source", "batch"], ["rated_on", "valid_until"], ["level", "value"],
          ["carbon_band", "neutrality"], ["remarks"],
        ]),
      Layout.Section(
        "测算", "Recomputed",
        [
          ["co2_stated", "value_added_stated"], ["mean_stated"], ["co2", "value_added"], ["mean", "mean_source"],
          ["intensity", "computed_value"], ["computed_level", "grade"], ["gap", "high_carbon"], ["explanation"],
        ]),
      Layout.Section("结果应用", "Uses", list: "uses"),
    ],
    columns: [
      .init("holder_name", width: 24, heading: ("企业", "Enterprise")),
      .init("year", width: 4, heading: ("年度", "Year")),
      .init("grade", width: 4, heading: ("等级", "Lvl")),
      .init("computed_value", width: 8, heading: ("碳效K", "K")),
      .init("carbon_band", width: 6),
      .init("high_carbon", width: 4, heading: ("高碳", "High")),
      .init("key_energy_user", width: 4, heading: ("重点", "Key")),
      .init("use_areas", width: 9, heading: ("应用", "Used")),
      .init("region", width: 8, heading: ("地区", "Region")),
      .init("name", width: 28, isDefault: false),
      .init("level", width: 4, isDefault: false),
      .init("intensity", width: 10, isDefault: false),
      .init("gap", width: 14, isDefault: false),
      .init("sector", width: 8, isDefault: false),
      .init("industry", width: 12, isDefault: false),
      .init("rated_on", width: 10, isDefault: false),
    ],
    sort: [Sort("grade", descending: true), Sort("name")],
    search: ["name", "holder_name", "holder_code", "uses.party", "uses.content"],
    indexed: ["name", "region", "grade", "year"])

  /// Each figure is parted by the year of the rating.
  package static let measures: [Measure] = [
    Measure(
      "ratings.count", Label(zh: "碳效赋码企业", en: "Enterprises rated"), register: "ratings", where: .all,
      .distinct("holder_code"), by: ["year", "grade", "sector"],
      rule: Label(zh: "碳效码清单中的企业，一年计一次", en: "Enterprises with a rating, once a year")),
    Measure(
      "ratings.high_carbon", Label(zh: "高碳企业", en: "High-carbon enterprises"), register: "ratings",
      where: .where("high_carbon", .equal, .flag(true)), .distinct("holder_code"), by: ["year", "grade", "sector"],
      rule: Label(zh: "5级，或碳水平为高碳且4级以上", en: "Level 5, or of the high band at level 4")),
    Measure(
      "ratings.no_value_added", Label(zh: "增加值不大于零", en: "No value added"), register: "ratings",
      where: .where("gap", .equal, .text("value_added")), .distinct("holder_code"), by: ["year", "sector"],
      rule: Label(zh: "增加值不大于零，不评等级，单列", en: "Value added of nothing or less: no level, listed apart")),
    Measure(
      "ratings.uses", Label(zh: "碳效结果应用", en: "Uses of ratings"), register: "ratings", where: .all, .sum("use_count"),
      by: ["year", "grade", "sector"], rule: Label(zh: "碳效评价结果应用次数", en: "Times a rating was used")),
  ]
}
