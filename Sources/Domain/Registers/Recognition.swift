/// A title held by an enterprise or a park 认定名单: awarded, reviewed each year, perhaps withdrawn (clauses 3, 7, 9, 10, 12,
/// 13).
package struct Recognition: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var title = ""
  package var level = ""
  package var holderKind = "enterprise"
  package var enterprise: RecordID?
  package var park: RecordID?
  package var listedName = ""
  package var creditCode = ""
  package var region = ""
  package var object = ""
  package var year: Int?
  package var batch = ""
  package var awardedOn: Day?
  package var document = ""
  package var certificate = ""
  package var assessor = ""
  package var score: Amount?
  package var validUntil: Day?
  package var withdrawnOn: Day?
  package var withdrawal = ""
  package var withdrawnDocument = ""
  package var withdrawnRemark = ""
  package var remarks = ""
  package var reviews: [RecognitionReview] = []
  package var answers: [RuleAnswer] = []

  // Derived from its days and reviews, and carried over from the links.
  package var key = ""
  package var name = ""
  package var holderName = ""
  package var holderCode = ""
  package var isMatched = false
  package var state = "held"
  package var lastReview: Int?
  package var lastOutcome = ""
  package var nextReview: Day?

  package init() {}

  package static let schema = Schema<Recognition>(
    "recognitions", Label(zh: "认定名单", en: "Titles"), singular: Label(zh: "认定", en: "Title"), clause: "三(一)3",
    also: ["三(三)7", "三(四)9", "三(四)10", "三(五)11", "三(五)12", "三(六)13"], key: "key", title: "name",
    fields: [
      .text("key", \.key, "标识", "Key", max: 300).carried(),
      .text("name", \.name, "主体与称号", "Holder and title", max: 300).carried(),
      .code("title", \.title, "称号", "Title", Titles.list).required().aliases("认定称号", "荣誉称号", "类别"),
      .code("level", \.level, "层级", "Level", RecognitionCodes.levels).required().aliases("级别", "认定层级"),
      .code("holder_kind", \.holderKind, "主体类型", "Kind of holder", RecognitionCodes.holders).required(),
      .record("enterprise", \.enterprise, "企业", "Enterprise", "enterprises"),
      .record("park", \.park, "园区", "Park", "parks").mirrored(),
      .text("listed_name", \.listedName, "名单上的名称", "Name on the list", max: 200)
        .required { $0.enterprise == nil && $0.park == nil }
        .aliases("企业名称", "单位名称", "园区名称", "名称")
        .help("公布名单上的名称；核对后选企业或园区", "As published; the enterprise or park is chosen when it has been checked"),
      .creditCode("credit_code", \.creditCode, "统一社会信用代码", "Credit code").aliases("信用代码", "社会信用代码"),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区"),
      .text("object", \.object, "认定对象", "What is recognised", max: 200)
        .required { Titles.withObject.contains($0.title) }
        .help("首台(套)的装备、绿色设计的产品、应用场景的名称", "The equipment, product or application that the title is for"),
      .year("year", \.year, "认定年度", "Year").required().aliases("年度"),
      .text("batch", \.batch, "批次", "Batch", max: 20),
      .day("awarded_on", \.awardedOn, "公布日期", "Awarded on").required().aliases("认定日期", "发文日期"),
      .text("document", \.document, "公布文号", "Document").required().aliases("文号"),
      .text("certificate", \.certificate, "证书编号", "Certificate", max: 60),
      .text("assessor", \.assessor, "评价机构", "Assessing body").aliases("第三方机构", "评估机构"),
      .amount("score", \.score, "评价得分", "Score", .none),
      .day("valid_until", \.validUntil, "有效期至", "Valid until"),
      .day("withdrawn_on", \.withdrawnOn, "撤销日期", "Withdrawn on").running(),
      .code("withdrawal", \.withdrawal, "撤销原因", "Reason of withdrawal", RecognitionCodes.withdrawals).running()
        .required { $0.withdrawnOn != nil },
      .text("withdrawn_document", \.withdrawnDocument, "撤销文号", "Document of withdrawal").running()
        .required { $0.withdrawnOn != nil },
      .text("withdrawn_remark", \.withdrawnRemark, "撤销说明", "Remark on withdrawal", max: 300).running()
        .required { $0.withdrawal == "other" },
      .longText("remarks", \.remarks, "备注", "Remarks").running(),
      .text("holder_name", \.holderName, "主体名称", "Holder", max: 200).carried(),
      .text("holder_code", \.holderCode, "主体代码", "Holder's code", max: 24).carried(),
      .flag("matched", \.isMatched, "已核对主体", "Holder known").derived(),
      .code("state", \.state, "状态", "State", RecognitionCodes.states).derived(),
      .year("last_review", \.lastReview, "最近复核年度", "Last review").derived(),
      .code("last_outcome", \.lastOutcome, "最近复核结论", "Last outcome", RecognitionCodes.outcomes).derived(),
      .day("next_review", \.nextReview, "应复核日期", "Next review").derived(),
    ],
    lists: [
      ChildList("reviews", \.reviews, "年度复核", "Yearly reviews", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])

  package mutating func derive(in context: DeriveContext) {
    let firm = holderKind == "park" ? nil : context.linked(Enterprise.self, enterprise)
    let place = holderKind == "park" ? context.linked(Park.self, park) : nil
    holderName = firm?.name ?? place?.name ?? listedName
    holderCode = firm?.key ?? place?.code ?? creditCode
    isMatched = holderKind == "park" ? park != nil : enterprise != nil
    let words = Titles.list[title]?.label.zh ?? ""
    name = [holderName, object, words].filter { !$0.isEmpty }.joined(separator: " ")
    let holder = holderCode.isEmpty ? holderName : holderCode
    let parts = [title, level, year.map(String.init) ?? "", holder, object]
    key = title.isEmpty || holder.isEmpty ? id.ownKey : parts.filter { !$0.isEmpty }.joined(separator: "/")
    let last = reviews.filter { $0.year != nil }.max { ($0.year ?? 0) < ($1.year ?? 0) }
    lastReview = last?.year
    lastOutcome = last?.outcome ?? ""
    state = withdrawnOn != nil ? "withdrawn" : lastOutcome == "rectify" ? "rectifying" : "held"
    // What was awarded in one year is reviewed by the end of the next, and so on each year.
    nextReview = nil
    guard withdrawnOn == nil, Titles.reviewed.contains(title), let base = lastReview ?? year else { return }
    nextReview = Day(year: base + 1, month: 12, day: 31)
  }
}

extension Recognition {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["title", "level"], ["holder_kind", "region"], ["enterprise"], ["park"], ["listed_name"], ["credit_code"],
          ["object"], ["matched", "state"], ["remarks"],
        ]),
      Layout.Section(
        "认定", "Award",
        [
          ["year", "batch"], ["awarded_on"], ["document"], ["certificate"], ["assessor", "score"], ["valid_until"],
        ]),
      Layout.Section("年度复核", "Yearly reviews", list: "reviews"),
      Layout.Section("复核情况", "Reviews", [["last_review", "last_outcome"], ["next_review"]]),
      Layout.Section(
        "撤销", "Withdrawal", [["withdrawn_on", "withdrawal"], ["withdrawn_document"], ["withdrawn_remark"]]),
    ],
    columns: [
      .init("holder_name", width: 22),
      .init("title", width: 18),
      .init("level", width: 6),
      .init("year", width: 4, heading: ("年度", "Year")),
      .init("state", width: 6),
      .init("next_review", width: 10, heading: ("应复核", "Review")),
      .init("region", width: 8, isDefault: false),
      .init("object", width: 20, isDefault: false),
      .init("awarded_on", width: 10, isDefault: false),
      .init("document", width: 20, isDefault: false),
      .init("last_review", width: 6, isDefault: false, heading: ("复核年", "Last")),
      .init("last_outcome", width: 8, isDefault: false, heading: ("结论", "Outcome")),
      .init("withdrawn_on", width: 10, isDefault: false),
      .init("withdrawal", width: 14, isDefault: false),
      .init("matched", width: 6, isDefault: false, heading: ("核对", "Known")),
      .init("batch", width: 8, isDefault: false),
      .init("assessor", width: 16, isDefault: false),
    ],
    sort: [Sort("holder_name")],
    search: ["holder_name", "listed_name", "holder_code", "object", "document", "batch"],
    indexed: ["holder_name", "region", "next_review", "awarded_on"])
}
