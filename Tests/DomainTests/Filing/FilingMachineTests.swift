import Testing

@testable import Domain

@Suite struct FilingMachineTests {
  private static let faults = [FieldFault(field: "saving_source", reason: "无计算依据")]
  private static let day = Day(number: 20_230_703) ?? .first

  /// Where a project can be, by name, and the steps that can be taken there; every other step is refused.
  private static let table: [(place: String, reach: @Sendable (inout FilingStage) throws -> Void, can: Set<String>)] = [
    ("draft", { _ in }, ["submit county", "submit city", "submit province"]),
    ("submitted", { try $0.take(.submit(to: .county), by: "clerk") }, ["withdraw", "review"]),
    (
      "in review",
      {
        try $0.take(.submit(to: .county), by: "clerk")
        try $0.take(.beginReview, by: "county")
      }, ["hand over", "release", "admit", "return"]
    ),
    (
      "lapsed",
      {
        try $0.take(.submit(to: .county), by: "clerk")
        try $0.take(.beginReview, by: "county")
        $0.today = $0.today.adding(days: 8)
      }, ["withdraw", "review"]
    ),
    (
      "returned",
      {
        try $0.take(.submit(to: .county), by: "clerk")
        try $0.review(by: "county", .sendBack(faults: faults, reason: ""))
      }, ["submit county", "submit city", "submit province"]
    ),
    ("in county", { try $0.climb(to: .county) }, ["recommend county", "change", "exit county", "plan county"]),
    (
      "recommended",
      {
        try $0.climb(to: .county)
        try $0.take(.recommend(from: .county, batch: "", rank: nil, document: ""), by: "county")
      }, ["withdraw", "review", "plan county"]
    ),
    (
      "returned by the city",
      {
        try $0.climb(to: .county)
        try $0.take(.recommend(from: .county, batch: "", rank: nil, document: ""), by: "county")
        try $0.review(by: "city", .sendBack(faults: faults, reason: ""))
      }, ["recommend county", "ask county", "change", "exit county", "plan county"]
    ),
    (
      "in all",
      { try $0.climb(to: .province) },
      ["change", "exit county", "exit city", "exit province", "plan county", "plan city", "plan province"]
    ),
    (
      "changing",
      {
        try $0.climb(to: .county)
        try $0.take(.requestChange(proposal: $0.renaming(to: "新"), reason: ""), by: "clerk")
      }, ["withdraw", "review", "plan county"]
    ),
    (
      "left",
      {
        try $0.climb(to: .county)
        try $0.take(.requestExit(from: .county, kind: .notBuilt, reason: "停", document: ""), by: "clerk")
        try $0.review(by: "county", .admit(on: day, document: ""))
      }, ["submit county", "submit city", "submit province"]
    ),
  ]

  private static func steps(_ stage: FilingStage) -> [(String, FilingStep, String)] {
    var steps: [(String, FilingStep, String)] = [
      ("withdraw", .withdraw, "clerk"), ("review", .beginReview, "other"), ("hand over", .handOver(to: "x"), "county"),
      ("release", .release, "county"), ("admit", .admit(on: day, document: ""), "county"),
      ("return", .sendBack(faults: faults, reason: ""), "county"),
      ("change", .requestChange(proposal: stage.renaming(to: "改名"), reason: ""), "clerk"),
    ]
    for tier in Tier.allCases {
      steps += [
        ("submit \(tier)", .submit(to: tier), "clerk"),
        ("recommend \(tier)", .recommend(from: tier, batch: "", rank: nil, document: ""), "county"),
        ("ask \(tier)", .askCorrection(tier, faults: faults, reason: ""), "county"),
        ("exit \(tier)", .requestExit(from: tier, kind: .notBuilt, reason: "停", document: ""), "clerk"),
        ("plan \(tier)", .plan(PlanEntry(tier, year: 2023, .listed, documentDay: day)), "county"),
      ]
    }
    return steps
  }

  @Test(arguments: table.indices) func onlyTheStepsOfThePlaceCanBeTaken(_ index: Int) throws {
    let (place, reach, can) = Self.table[index]
    var stage = FilingStage()
    try reach(&stage)
    let taken = Self.steps(stage).filter { stage.refusal($0.1, by: $0.2) == nil }.map(\.0)
    #expect(Set(taken) == can, "\(place)")
    for (name, step, person) in Self.steps(stage) where can.contains(name) {
      var next = stage
      try next.take(step, by: person)
      #expect(next.project.filings.count(where: \.isOpen) <= 1, "\(name)")
    }
  }

  @Test func errorsStopWhatGoesToATier() throws {
    var stage = FilingStage()
    #expect(stage.refusal(.submit(to: .county), by: "clerk", errors: 2)?.hasPrefix("2 error") == true)
    try stage.climb(to: .county)
    #expect(stage.refusal(.requestChange(proposal: "x", reason: ""), by: "clerk", errors: 1) != nil)
    #expect(stage.refusal(.recommend(from: .county, batch: "", rank: nil, document: ""), by: "c", errors: 1) != nil)
  }

  @Test func theUpperTierTakesNoMoreThanItsQuota() throws {
    var stage = FilingStage()
    try stage.climb(to: .county)
    let step = FilingStep.recommend(from: .county, batch: "", rank: nil, document: "")
    #expect(stage.refusal(step, by: "county", quota: .init(limit: 3, used: 3))?.contains("3 are recommended") == true)
    #expect(stage.refusal(step, by: "county", quota: .init(limit: 3, used: 2)) == nil)
  }

  @Test func aReturnIsKeptAndTheNextSubmissionIsTheSecond() throws {
    var stage = FilingStage()
    try stage.take(.submit(to: .county), by: "clerk")
    try stage.review(by: "county", .sendBack(faults: Self.faults, reason: "材料不全"))
    #expect(stage.project.freeze(stage.rules) == nil)
    #expect(stage.project.derived.filing == "returned" && stage.project.derived.returnedBy == "county")
    try stage.take(.submit(to: .county), by: "clerk")
    let filings = stage.project.filings
    #expect(filings.map(\.number) == [1, 2] && filings.map(\.outcome) == ["returned", "waiting"])
    #expect(filings.map(\.submittedRevision) == [1, 4])
    #expect(FieldFault.read(filings[0].faults) == Self.faults && filings[0].decidedBy == "county")
    #expect(stage.project.derived.waitingTier == "county" && stage.project.derived.returnedBy.isEmpty)
  }

  @Test func withdrawingPutsEverythingBack() throws {
    var stage = FilingStage()
    try stage.take(.submit(to: .county), by: "clerk")
    try stage.take(.withdraw, by: "clerk")
    #expect(stage.project.state(in: .county) == .none && stage.project.derived.filing == "draft")
    try stage.climb(to: .county)
    try stage.take(.recommend(from: .county, batch: "第1批", rank: 2, document: "x"), by: "county")
    #expect(stage.project.derived.recommendedCity == stage.today)
    try stage.take(.withdraw, by: "county")
    let row = try #require(stage.project.membership(.county))
    #expect(row.recommendedOn == nil && row.rank == nil && row.batch.isEmpty && row.state == "admitted")
    #expect(stage.project.derived.recommendedCity == nil && stage.project.state(in: .city) == .none)
  }

  @Test func aChangePassesEveryTierAndThenAlone() throws {
    var stage = FilingStage()
    try stage.climb(to: .province)
    try stage.take(.requestChange(proposal: stage.renaming(to: "改名后"), reason: "更名"), by: "clerk")
    for tier in Tier.allCases {
      #expect(stage.project.name == "3号窑余热发电" && stage.project.derived.waitingTier == tier.rawValue)
      try stage.review(by: tier.rawValue, .admit(on: stage.today, document: ""))
    }
    #expect(stage.project.name == "改名后" && stage.project.openFiling == nil && stage.project.memberOf == Tier.allCases)
    #expect(stage.project.filings.suffix(3).map(\.tier) == ["county", "city", "province"])
    #expect(stage.project.filings.suffix(3).allSatisfy { $0.submittedBy == "clerk" && $0.kind == "change" })
  }

  @Test func aReturnAtAnyTierEndsTheChange() throws {
    var stage = FilingStage()
    try stage.climb(to: .city)
    try stage.take(.requestChange(proposal: stage.renaming(to: "改名后"), reason: ""), by: "clerk")
    try stage.review(by: "county", .admit(on: stage.today, document: ""))
    try stage.review(by: "city", .sendBack(faults: Self.faults, reason: ""))
    #expect(stage.project.name == "3号窑余热发电" && stage.project.openFiling == nil)
    #expect(stage.project.memberOf == [.county, .city])
  }

  @Test func anExitLeavesTheOtherTiers() throws {
    var stage = FilingStage()
    try stage.climb(to: .province)
    try stage.take(.requestExit(from: .province, kind: .movedOut, reason: "调整", document: "浙2号"), by: "province")
    try stage.review(by: "second", .admit(on: stage.today, document: ""))
    #expect(stage.project.memberOf == [.county, .city])
    let row = try #require(stage.project.membership(.province))
    #expect(row.exitKind == "moved_out" && row.exitDocument == "浙2号" && row.exitedOn == stage.today)
    // Entering again is a new admission; the first one's day stays.
    let first = stage.today
    stage.today = stage.today.adding(days: 40)
    try stage.take(.recommend(from: .city, batch: "", rank: nil, document: ""), by: "city")
    try stage.review(by: "province", .admit(on: stage.today, document: "浙3号"))
    #expect(stage.project.membership(.province)?.firstAdmittedOn == first)
    #expect(stage.project.derived.admittedProvince == stage.today && stage.project.derived.admittedOn == first)
  }

  @Test func whatIsWaivedIsAdmittedAtOnceAndSaysSo() throws {
    var stage = FilingStage()
    stage.rules[.county] = TierRules(region: "330523", unit: "安吉县", isWaived: true)
    try stage.take(.submit(to: .county), by: "clerk")
    let row = try #require(stage.project.membership(.county))
    #expect(row.state == "admitted" && row.isWaived && row.admittedOn == stage.today)
    #expect(stage.project.filings.map(\.outcome) == ["admitted"] && stage.project.filings[0].isWaived)
    // A change passes the waived tier and waits with the next.
    try stage.take(.recommend(from: .county, batch: "", rank: nil, document: ""), by: "county")
    try stage.review(by: "city", .admit(on: stage.today, document: ""))
    try stage.take(.requestChange(proposal: stage.renaming(to: "改名后"), reason: ""), by: "clerk")
    #expect(stage.project.openFiling?.tier == "city" && stage.project.name == "3号窑余热发电")
  }

  @Test func whoReviewsForATierIsPrinted() throws {
    var stage = FilingStage()
    stage.rules[.county] = TierRules(region: "330523", reviewingRegion: "330500", unit: "湖州市")
    try stage.climb(to: .county)
    #expect(stage.project.membership(.county)?.reviewedFor == "湖州市")
  }

  @Test func aDirectEntryIsMarked() throws {
    var stage = FilingStage()
    try stage.take(.submit(to: .city), by: "city clerk")
    #expect(stage.project.membership(.city)?.isDirect == true && stage.project.state(in: .county) == .none)
  }

  @Test func aPlanListsAdjustsAndTakesOff() throws {
    var stage = FilingStage()
    try stage.climb(to: .province)
    func entry(_ state: PlanEntry.State) -> FilingStep {
      .plan(PlanEntry(.province, year: 2023, state, document: "浙9号", documentDay: stage.today))
    }
    #expect(stage.refusal(entry(.adjusted), by: "p") != nil)
    try stage.take(entry(.listed), by: "p")
    #expect(stage.project.derived.isKeyProject && stage.refusal(entry(.listed), by: "p") != nil)
    try stage.take(entry(.adjusted), by: "p")
    #expect(stage.project.derived.isKeyProject)
    try stage.take(entry(.movedOut), by: "p")
    #expect(!stage.project.derived.isKeyProject && stage.project.derived.inProvince)
  }

  @Test(arguments: [
    ("20230703", "20230703", 0), ("20230703", "20230704", 1), ("20230703", "20230707", 4),
    ("20230703", "20230709", 4), ("20230703", "20230710", 5), ("20230707", "20230710", 1),
    ("20230703", "20230731", 20), ("20230710", "20230703", 0), ("20230708", "20230709", 0),
  ])
  func workingDaysAreMondayToFriday(_ from: String, _ to: String, _ days: Int) throws {
    #expect(try #require(Day(parsing: from)).workingDays(to: try #require(Day(parsing: to))) == days)
  }

  @Test func whatIsFrozenSaysWhyAndWhoOpensIt() throws {
    var stage = FilingStage()
    #expect(stage.project.freeze(stage.rules) == nil)
    try stage.take(.submit(to: .county), by: "clerk")
    #expect(try #require(stage.project.freeze(stage.rules)).message.zh.contains("撤回后可改"))
    try stage.take(.beginReview, by: "李审")
    let held = try #require(stage.project.freeze(stage.rules))
    #expect(held.holder == "李审" && held.since == stage.today && held.message.zh.contains("李审审核中"))
    try stage.take(.admit(on: stage.today, document: ""), by: "李审")
    #expect(try #require(stage.project.freeze(stage.rules)).message.zh.contains("变更"))
  }

  @Test func aProposalIsReadBackAsItWasWritten() throws {
    let register = try #require(Registers.named("projects"))
    var stage = FilingStage()
    var measure = ProjectMeasure()
    measure.id = RecordID(high: 9, low: 9)
    measure.name = "余热锅炉\"一\"\n二"
    stage.project.measures = [measure]
    stage.project.contact = "张三"
    let document = Project.schema.document(stage.project)
    let text = Proposal.write(document, register)
    #expect(Proposal.read(text, of: document).map { $0.values } == DeclaredPart.of(document, register).values)
    #expect(!text.contains("张三"))
    var other = document
    other["contact"] = .text("李四")
    other["name"] = .text("别的")
    other.children["measures"] = nil
    let applied = try #require(Proposal.applied(text, to: other, register))
    #expect(applied["contact"] == .text("李四") && applied["name"] == document["name"])
    #expect(applied.children["measures"] == document.children["measures"])
    #expect(Proposal.applied("x", to: other, register) == nil)
    #expect(DeclaredPart.differs(other, document, register))
    other = document
    other["contact"] = .text("李四")
    #expect(!DeclaredPart.differs(other, document, register))
    #expect(DeclaredPart.differs([.running], other, document, register))
  }
}
