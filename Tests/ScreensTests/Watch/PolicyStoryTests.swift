import Domain
import Terminal
import Testing
import UseCases

@testable import Screens

/// The plan's clauses as a tree, F1 twice leads there; the yearly assessment with its reasons.
@Suite struct PolicyStoryTests {
  @Test func aClauseShowsItsWordsDepartmentsFiguresAndRegisters() throws {
    let office = try WatchDesk()
    office.desk.press("8L")
    for _ in PlanText.clauses {
      if (office.desk.app.screen as? PolicyScreen)?.clause.id == "三(一)2" { break }
      office.desk.press("j")
    }
    office.desk.send(.resize(Size(width: 80, height: 40)))
    let frame = office.desk.frame
    for wanted in ["责任单位", "省经信厅", "组织实施技改项目", "/6000项", "项目库"] {
      #expect(frame.contains(wanted), "\(wanted) in\n\(frame)")
    }
    office.desk.press("<Tab>G")
    for _ in 0..<10 where (office.desk.app.screen as? PolicyScreen) != nil { office.desk.press("<Enter>") }
    #expect(office.desk.library != nil, "\(office.desk.frame)")
  }

  @Test func f1TwiceLeadsFromAFieldToItsClause() throws {
    let office = try WatchDesk()
    let first = office.desk.press("4<Enter><F1>")
    #expect(first.contains("再按F1"), "\(first)")
    office.desk.press("<F1>")
    let screen = try #require(office.desk.app.screen as? PolicyScreen)
    #expect(screen.clause.id == "三(二)4")
    #expect(office.desk.frame.contains("能效"))
  }

  @Test func theDutiesOfThePlanAreEnteredOnce() throws {
    let office = try WatchDesk()
    let wanted = PlanDuties.all(region: "330000", ReferenceTables.builtIn.targets).count
    office.desk.press("8LI")
    #expect(office.desk.press("y").contains("已生成\(wanted)项任务"), "\(office.desk.frame)")
    #expect(try EnterDuties.run(in: office.services.store, as: office.services.environment) == 0)
    let duty = try office.services.store.read { library in
      try library.find("duties", key: "三(一)1-2").flatMap { try library.document("duties", $0) }
    }
    #expect(duty?["lead"].text == "省经信厅" && duty?["target"].text == "T01")
    #expect(try office.services.store.verify { _ in true } == [])
  }

  @Test func everyPointHasItsReason() throws {
    let office = try WatchDesk()
    try office.inspect("整改", deadline: Day(number: 20_230_620) ?? .first)
    let scores = try AssessRegions.run(
      year: 2023, region: "330500", in: office.services.store, today: office.today)
    #expect(scores.count == ReferenceTables.builtIn.regions.children(of: "330500").count)
    let anji = try #require(scores.first { $0.region == "330523" })
    func item(_ id: String) throws -> AssessedItem { try #require(anji.items.first { $0.item.id == id }) }
    #expect(try item("started").points == nil && item("started").reason.zh.contains("没有这项目标"))
    #expect(try item("rectification").points == Amount(parsing: "-0.5"))
    // One line of cement between the levels: all of it at the baseline.
    #expect(try item("baseline").points == Amount(15) && item("baseline").reason.zh == "2022年1条线中1条达到基准")
    // Of the members in 安吉 the first has an overdue start.
    #expect(try item("on_time").reason.zh.hasPrefix("在库2项中逾期"))
    let expected = (anji.given.scaled * 100 * 10_000 / anji.outOf.scaled) + anji.taken.scaled + anji.added.scaled
    #expect(abs((anji.score?.scaled ?? 0) - expected) <= 1)
  }

  @Test func theScoresAreAScreenAndOpenTheirRecords() throws {
    let office = try WatchDesk()
    try office.inspect("整改", deadline: Day(number: 20_230_620) ?? .first)
    let frame = office.desk.press("8K")
    #expect(frame.contains("湖州市 2023年度考核") && frame.contains("安吉县") && frame.contains("没有这项目标"), "\(frame)")
    for _ in 0..<10 {
      if (office.desk.app.screen as? AssessmentScreen)?.score?.region == "330523" { break }
      office.desk.press("j")
    }
    office.desk.press("<Tab>G")
    for _ in 0..<12 {
      let screen = office.desk.app.screen as? AssessmentScreen
      if screen?.score?.items[screen?.item ?? 0].item.id == "rectification" { break }
      office.desk.press("k")
    }
    office.desk.press("<Enter>")
    #expect(office.desk.library?.register.id == "inspections", "\(office.desk.frame)")
  }

  @Test func everySizeIsDrawn() throws {
    let office = try WatchDesk()
    for keys in ["8L", "qK", "qV"] {
      office.desk.press(keys)
      for (width, height) in [(1, 1), (20, 5), (40, 10), (60, 12), (80, 24), (200, 60)] {
        office.desk.send(.resize(Size(width: width, height: height)))
        for more in ["<Tab>j", "G", "<Tab>j", "g"] { office.desk.press(more) }
      }
    }
  }
}
