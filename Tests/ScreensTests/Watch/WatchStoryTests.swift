import Domain
import Terminal
import Testing
import UseCases

@testable import Screens

/// What waits for somebody, one list, each opening its record; findings entered on the spot.
@Suite struct WatchStoryTests {
  @Test func everythingThatWaitsStandsInOneListByDeadline() throws {
    let office = try WatchDesk()
    try office.inspect("整改", deadline: Day(number: 20_230_620) ?? .first)
    try office.account(budget: 1200, months: [90, 90, 90])
    let frame = office.desk.press("8")
    #expect(frame.contains("[8督办") && frame.contains("整改逾期") && frame.contains("高碳企业"), "\(frame)")
    let rows = office.desk.rows
    let first = try #require(rows.firstIndex { $0.contains("2023-06-20") })
    #expect(rows[first].contains("安吉县") && rows[first].contains("张三"), "\(rows[first])")
    #expect(rows.contains { $0.contains("用能超预算") })
  }

  /// Who has not reported goes by the day that the province has set, not by the usual one.
  @Test func whoHasNotReportedGoesByTheProvincesOwnReportDay() throws {
    let today = try #require(Day(number: 20_230_704))
    // On July 4 the reports of the second quarter are due on the 10th: those of the first are asked for.
    let usual = try #require(MattersOf.all.first { $0.id == "projects.never_reported" })
    let settings = ReferenceTables.builtIn.settings
    let own = ReferenceTables.builtIn.overlaid(with: [
      ReferenceRow(table: .settings, values: ["name": "report_due_day", "value": "2"])
    ]).tables.settings
    let (first, second) = (try #require(Quarter(number: 20_231)), try #require(Quarter(number: 20_232)))
    #expect(usual.filter(on: today, settings) == Unreported.filters(first)[0])
    #expect(usual.filter(on: today, own) == Unreported.filters(second)[0])
  }

  /// The tab has the number of everything that waits in one's own region, as the list itself counts it.
  @Test func theTabCountsWhatWaits() throws {
    let office = try WatchDesk()
    try office.inspect("整改", deadline: Day(number: 20_230_620) ?? .first)
    let frame = office.desk.press("8")
    let screen = try #require(office.desk.app.screen as? WatchScreen)
    let waiting = try #require(screen.waiting)
    #expect(waiting > 0 && frame.contains("[8督办\(waiting)]"), "\(frame)")
  }

  /// Counting reads many lists: what others write is counted in once a minute, and at once where one goes to look.
  @Test func whatOthersWriteIsCountedOnceAMinute() throws {
    let office = try WatchDesk()
    let desk = office.desk
    let other = try SQLiteOther.open(desk.folder + "/library.sanku")
    func othersFind(_ name: String) throws {
      try office.inspect(name, deadline: Day(number: 20_230_620) ?? .first, by: other)
    }
    desk.press("3")
    let first = try #require(desk.app.waiting[.watch])
    try othersFind("甲")
    desk.send(.wake)
    desk.press(":<Esc>jk")
    #expect(desk.app.waiting[.watch] == first)
    desk.passed.add(UInt64(App.watchPause))
    desk.send(.wake)
    let second = try #require(desk.app.waiting[.watch])
    #expect(second > first)
    try othersFind("乙")
    desk.press("8")
    #expect(try #require(desk.app.waiting[.watch]) > second)
    desk.press("3")
    try othersFind("丙")
    desk.send(.wake)
    #expect(try #require(desk.app.due) > 55_000)
    try other.close()
  }

  @Test func aMatterIsChosenAndItsRecordOpened() throws {
    let office = try WatchDesk()
    try office.inspect("整改", deadline: Day(number: 20_230_620) ?? .first)
    office.desk.press("8<Tab>")
    for _ in WatchScreen.matters {
      if (office.desk.app.screen as? WatchScreen)?.matter?.id == "inspections.overdue" { break }
      office.desk.press("j")
    }
    let screen = try #require(office.desk.app.screen as? WatchScreen)
    #expect(screen.matter?.id == "inspections.overdue" && screen.total == 1)
    let frame = office.desk.press("<Tab><Enter>")
    #expect(frame.contains("安吉某某水泥有限公司 2023年") && frame.contains("整改中"), "\(frame)")
    #expect(office.desk.press("q").contains("[8督办"))
  }

  /// Put right and verified, it waits no longer; the year after it is due again, until that was done.
  @Test func whatWasPutRightIsDueAgainNextYear() throws {
    let office = try WatchDesk()
    try office.inspect("整改", deadline: Day(number: 20_220_620) ?? .first, year: 2022)
    var inspection = Inspection.schema.record(try office.document("inspections", "整改"))
    inspection.findings[0].rectifiedOn = Day(number: 20_220_610)
    inspection.findings[0].proof = "更换清单及照片"
    inspection.findings[0].verifiedOn = Day(number: 20_220_615)
    inspection.findings[0].verifiedBy = "张三"
    inspection.outcome = "rectified"
    inspection.closedOn = Day(number: 20_220_616)
    let saved = try SaveRecord.run(
      Inspection.schema.document(inspection), base: inspection.revision, in: office.services.store,
      as: office.services.environment)
    #expect(saved.document["state"].text == "closed" && saved.document["recheck_year"].integer == 2023)
    let proposals = try ProposeInspections.run(
      year: 2023, region: "330500", in: office.services.store, today: office.today)
    #expect(proposals.first?.reasons == ["level_five", "last_year"] && proposals.first?.previous == inspection.id)
    _ = try ListInspections.run(
      proposals, year: 2023, document: "湖节监〔2023〕1号", in: office.services.store, as: office.services.environment)
    let listed = try office.services.store.read {
      try $0.documents("inspections", where: "previous", is: .record(inspection.id))
    }
    var again = Inspection.schema.record(try #require(listed.first))
    #expect(again.kind == "recheck" && again.reasonText.contains("应复查"))
    again.visitedOn = office.today
    _ = try SaveRecord.run(
      Inspection.schema.document(again), base: again.revision, in: office.services.store,
      as: office.services.environment)
    #expect(try office.document("inspections", "整改")["recheck_year"].isEmpty)
    #expect(try office.services.store.verify { _ in true } == [])
  }

  @Test func aFindingIsEnteredOnTheSpotForTheEnterpriseUnderTheCursor() throws {
    let office = try WatchDesk()
    office.desk.press("8<Tab>")
    for _ in WatchScreen.matters {
      if (office.desk.app.screen as? WatchScreen)?.matter?.id == "ratings.high_carbon" { break }
      office.desk.press("j")
    }
    let frame = office.desk.press("<Tab>i")
    let form = try #require(office.desk.app.screen as? FormScreen)
    #expect(form.document["enterprise"].record == office.ids["安吉水泥"])
    #expect(form.document["kind"].text == "on_the_spot" && form.document["visited_on"].day == office.today)
    #expect(frame.contains("节能监察") || frame.contains("监察"), "\(frame)")
  }

  @Test func theRegionIsChosenAndTheListFollows() throws {
    let office = try WatchDesk()
    office.desk.press("8r")
    office.desk.press("德清<Enter>")
    let screen = try #require(office.desk.app.screen as? WatchScreen)
    #expect(screen.region == "330521" && screen.total == 0)
    #expect(office.desk.frame.contains("德清县"))
  }

  @Test func everySizeIsDrawn() throws {
    let office = try WatchDesk()
    try office.inspect("整改", deadline: Day(number: 20_230_620) ?? .first)
    office.desk.press("8")
    for (width, height) in [(1, 1), (20, 5), (40, 10), (59, 24), (60, 12), (80, 24), (120, 40), (200, 60)] {
      office.desk.send(.resize(Size(width: width, height: height)))
      for keys in ["<Tab>j", "<Tab>j", "G", "g"] { office.desk.press(keys) }
    }
  }
}
