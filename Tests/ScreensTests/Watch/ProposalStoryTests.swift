import Domain
import Terminal
import Testing
import UseCases

@testable import Screens

/// Providers, experts and the list of inspections are proposed with reasons.
@Suite struct ProposalStoryTests {
  @Test func providersNearAndAtHomeInTheTradeComeFirst() throws {
    let office = try WatchDesk()
    office.desk.press("3/")
    office.desk.press("ajsn<Enter><Enter>")
    let frame = office.desk.press("V")
    let screen = try #require(office.desk.app.screen as? ProposalScreen)
    #expect(screen.rows.map(\.title) == ["安吉拟泉节能科技有限公司", "杭州拟川绿色技术有限公司"], "\(frame)")
    #expect(frame.contains("同县(市、区)") && frame.contains("行业小类一致(3011)"), "\(frame)")
    #expect(office.desk.press("<Enter>").contains("安吉拟泉节能科技有限公司"))
  }

  @Test func scoresFollowDistanceTradeAndRecord() throws {
    var provider = Provider()
    provider.region = "330523"
    var area = ProviderArea()
    area.region = "330000"
    provider.areas = [area]
    var trade = ProviderTrade()
    trade.sector = "building_materials"
    trade.industry = "3011"
    provider.trades = [trade]
    func score(_ region: String, _ industry: String, _ sector: String = "building_materials") -> Int? {
      let need = ProposeProviders.Need(region: region, industry: industry, sector: sector)
      return ProposeProviders.fit(provider, need, 0, .builtIn)?.score
    }
    #expect(score("330523", "3011") == 80)
    #expect(score("330521", "3011") == 72)
    #expect(score("330106", "3011") == 60)
    #expect(score("330523", "3012") == 74)
    #expect(score("330523", "3099") == 68)
    #expect(score("330523", "2011") == 62)
    #expect(score("330523", "1711", "textile") == nil)
    provider.areas[0].region = "330100"
    #expect(score("330523", "3011") == nil)
  }

  /// Nobody of the project's own county is proposed; who is asked stands beside the filing with points and mean.
  @Test func expertsWithoutInterestAreAskedAndTheirMeanShown() throws {
    let office = try WatchDesk()
    let project = try office.document("projects", "3号窑余热发电")
    let found = try ProposeExperts.run(project, in: office.services.store, today: office.today)
    #expect(found.fits.map(\.name) == ["李某丁"] && found.avoided == 1)
    office.desk.press("2/")
    office.desk.press("余热发电<Enter><Enter>V")
    office.desk.press("j<Enter>")
    let screen = try #require(office.desk.app.screen as? ProposalScreen)
    #expect(screen.rows.map(\.title) == ["李某丁 样例建材科学研究院"])
    #expect(office.desk.frame.contains("回避1人"), "\(office.desk.frame)")
    office.desk.press("A")
    let frame = office.desk.press("y")
    #expect(frame.contains("已请1位专家评审"), "\(frame)")
    let opinions = try office.services.store.read {
      try $0.documents("opinions", where: "project", is: .record(project.id))
    }
    var opinion = Opinion.schema.record(try #require(opinions.first))
    #expect(opinion.dueOn == office.today.adding(days: 10) && opinion.assignedBy == "王建国")
    opinion.isWithoutInterest = true
    opinion.givenOn = office.today
    opinion.verdict = "agree"
    opinion.score = Amount(87)
    opinion.text = "方案可行"
    var other = opinion
    other.id = Scene.newID()
    other.score = Amount(80)
    other.verdict = "agree_changed"
    other.state = "given"
    other.points = Amount(80)
    opinion.state = "given"
    opinion.points = Amount(87)
    let summary = OpinionSummary([opinion, other])
    #expect(summary.given == 2 && summary.agree == 1 && summary.agreeChanged == 1 && summary.mean?.plain == "83.5")
  }

  /// An expert with an interest cannot be assigned, whoever names them.
  @Test func anInterestStopsTheAssignment() throws {
    let office = try WatchDesk()
    let project = try office.document("projects", "3号窑余热发电")
    let near = try #require(office.ids["本县专家"])
    #expect(throws: UseCaseError.self) {
      _ = try AssignExperts.run([near], for: project, in: office.services.store, as: office.services.environment)
    }
    let none = try office.services.store.read {
      try $0.documents("opinions", where: "project", is: .record(project.id))
    }
    #expect(none.isEmpty)
  }

  @Test func theListOfInspectionsIsProposedAndTakenUp() throws {
    let office = try WatchDesk()
    let frame = office.desk.press("8V")
    #expect(frame.contains("2023年监察名单建议") && frame.contains("安吉某某水泥") && frame.contains("碳效5级"), "\(frame)")
    office.desk.press("*A")
    let said = office.desk.press("湖节监〔2023〕1号<Enter>")
    #expect(said.contains("已列入1家"), "\(said)")
    #expect(office.desk.frame.contains("没有合适的建议"))
    let listed = try office.services.store.read {
      try $0.documents("inspections", where: "enterprise", is: .record(try #require(office.ids["安吉水泥"])))
    }
    #expect(listed.first?["list_document"].text == "湖节监〔2023〕1号" && listed.first?["reason"].text == "level_five")
  }

  /// Not within a year of the last visit, but the other reasons stand for themselves.
  @Test func whoWasVisitedWithinAYearIsNotProposedForTheRatingAlone() throws {
    let office = try WatchDesk()
    try office.inspect("去年", deadline: Day(number: 20_221_130) ?? .first, year: 2022)
    var visited = Inspection.schema.record(try office.document("inspections", "去年"))
    visited.visitedOn = office.today.adding(days: -200)
    visited.findings = []
    _ = try SaveRecord.run(
      Inspection.schema.document(visited), base: visited.revision, in: office.services.store,
      as: office.services.environment)
    func reasons() throws -> [[String]] {
      try ProposeInspections.run(year: 2023, region: nil, in: office.services.store, today: office.today).map(\.reasons)
    }
    #expect(try reasons() == [])
    try office.account(budget: 1200, months: [90, 90, 90])
    #expect(try reasons() == [["over_budget"]])
  }
}

private enum Scene {
  static func newID() -> RecordID { RecordID(high: 77, low: 1) }
}
