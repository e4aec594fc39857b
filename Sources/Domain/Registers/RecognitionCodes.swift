/// The titles of the plan, and of the departments' lists that go with it.
package enum Titles {
  /// The choices.
  package static let list = CodeList(
    "titles",
    [
      Code("green_factory", "绿色低碳工厂", "Green low-carbon factory"),
      Code("green_park", "绿色低碳工业园区", "Green low-carbon park"),
      Code("zero_waste_factory", "无废工厂", "Zero-waste factory"),
      Code("water_saving", "节水型企业", "Water-saving enterprise"),
      Code("water_benchmark", "标杆型节水企业", "Benchmark water saver"),
      Code("water_leader", "水效领跑者", "Water-efficiency leader"),
      Code("water_park", "节水标杆园区", "Benchmark water-saving park"),
      Code("green_design", "工业产品绿色设计示范企业", "Green-design enterprise"),
      Code("recycler", "再生资源骨干企业", "Leading recycler"),
      Code("industry_conditions", "行业规范条件企业", "Meets the trade's conditions"),
      Code("remanufacturer", "再制造企业", "Remanufacturer"),
      Code("first_set", "首台(套)", "First set"),
      Code("typical_park", "循环化改造典型园区", "Typical circular park"),
      Code("carbon_scenario", "碳效优秀应用场景", "Carbon-code application"),
    ])
  /// Those that parks hold.
  package static let ofParks: Set<String> = ["green_park", "water_park", "typical_park"]
  /// Those that are given for a product, a machine or an application, which is named.
  package static let withObject: Set<String> = ["green_design", "first_set", "carbon_scenario"]
  /// Those that are reviewed each year (有进有出).
  package static let reviewed: Set<String> = [
    "green_factory", "green_park", "zero_waste_factory", "water_saving", "water_benchmark", "water_leader",
    "water_park", "recycler", "industry_conditions", "remanufacturer",
  ]
  /// The levels at which a title is given; every one where nothing is said.
  package static let levels: [String: Set<String>] = [
    "green_factory": ["province", "city", "county"], "zero_waste_factory": ["province", "city", "county"],
    "green_park": ["nation", "province", "city"], "green_design": ["nation"], "industry_conditions": ["nation"],
    "typical_park": ["province", "city"],
  ]
}

/// One yearly review of a title 年度复核.
package struct RecognitionReview: Child {
  package var id = RecordID.unset
  package var year: Int?
  package var reviewedOn: Day?
  package var outcome = ""
  package var score: Amount?
  package var document = ""
  package var finding = ""
  package var rectifyBy: Day?

  package init() {}

  package static let fields: [Field<RecognitionReview>] = [
    .year("year", \.year, "复核年度", "Year").required(),
    .day("reviewed_on", \.reviewedOn, "复核日期", "Reviewed on").required(),
    .code("outcome", \.outcome, "结论", "Outcome", RecognitionCodes.outcomes).required(),
    .amount("score", \.score, "得分", "Score", .none),
    .text("document", \.document, "文号", "Document"),
    .text("finding", \.finding, "存在问题", "Finding", max: 300).required { $0.outcome == "rectify" },
    .day("rectify_by", \.rectifyBy, "整改期限", "Correct by").required { $0.outcome == "rectify" },
  ]
}

/// Short closed lists of the register of titles.
package enum RecognitionCodes {
  /// Who awarded it.
  package static let levels = CodeList(
    "recognition_levels",
    [
      Code("nation", "国家级", "National"), Code("province", "省级", "Provincial"), Code("city", "市级", "City"),
      Code("county", "县级", "County"),
    ])

  /// Who holds it.
  package static let holders = CodeList(
    "recognition_holders", [Code("enterprise", "企业", "Enterprise"), Code("park", "园区", "Park")])

  /// Where it stands.
  package static let states = CodeList(
    "recognition_states",
    [Code("held", "有效", "Held"), Code("rectifying", "整改中", "Correcting"), Code("withdrawn", "已撤销", "Withdrawn")])

  /// What a review found.
  package static let outcomes = CodeList(
    "recognition_outcomes",
    [Code("passed", "通过", "Passed"), Code("rectify", "限期整改", "To correct"), Code("failed", "不通过", "Failed")])

  /// Why a title was withdrawn.
  package static let withdrawals = CodeList(
    "recognition_withdrawals",
    [
      Code("review_failed", "复核不通过", "Review failed"), Code("accident", "发生安全、环保事故", "Accident"),
      Code("dishonest", "弄虚作假或严重失信", "Dishonest"), Code("energy_violation", "节能违法", "Energy law broken"),
      Code("closed", "停产或注销", "Closed down"), Code("moved_out", "迁出本地", "Moved away"),
      Code("waived", "自愿放弃", "Given up"), Code("upgraded", "升级替代", "Replaced by a higher one"),
      Code("other", "其他", "Other"),
    ])
}
