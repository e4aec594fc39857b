import Domain
import Terminal
import Testing
import UseCases

@testable import Screens

@Suite struct MineScreenTests {
  @Test(arguments: [(80, 24), (120, 40), (40, 10)])
  func asKept(_ size: (width: Int, height: Int)) throws {
    let desk = try DashboardDesk(projects: nil, region: "330500", width: size.width, height: size.height, start: .mine)
    try Golden.check(desk.frame, "mine-\(size.width)x\(size.height)")
  }

  @Test func englishIsComplete() throws {
    let desk = try DashboardDesk(projects: nil, region: "330500", language: .en, start: .mine)
    try Golden.check(desk.frame, "mine-en-80x24")
  }

  @Test func theTabCountsFromTheStart() throws {
    let desk = try DashboardDesk(projects: 400, region: "330000", start: .overview)
    let returned = try desk.documents("projects").count { $0["filing"].text == "returned" }
    #expect(returned > 0)
    #expect(desk.frame.contains("0我的\(returned) "))
  }

  @Test func emptyIsAGoodSign() throws {
    let desk = try DashboardDesk(projects: 0, start: .mine)
    #expect(desk.frame.contains("好兆头"))
    #expect(desk.frame.contains("没有退回的项目"))
    desk.press("<Enter><Down><Tab><Up>")
    #expect(desk.mine != nil)
  }

  /// What each part must hold, found by looking at every record.
  @Test func everyPartHoldsExactlyItsRecords() throws {
    let desk = try DashboardDesk(projects: 400, region: "330000", start: .mine)
    let today = desk.services.today
    let projects = try desk.documents("projects").map { Project.schema.record($0) }
    // 2023-07-04: the report on the second quarter is due on July 10, so overdue is what was due by March 31.
    let overdue = try #require(Day(parsing: "2023-03-31"))
    let ended = try #require(Day(parsing: "2023-06-30"))
    func count(_ holds: (Project) -> Bool) -> Int { projects.count(where: holds) }
    let wanted = [
      "returned": count { $0.derived.filing == "returned" },
      "overdue": count { $0.derived.isMember && ($0.derived.nextDue ?? .last) <= overdue },
      "due": count {
        guard let due = $0.derived.nextDue else { return false }
        return $0.derived.isMember && due > overdue && due <= today.adding(days: 30)
      },
      "unreported": count {
        $0.derived.isMember && $0.derived.stage == "under_way" && ($0.derived.actualStart ?? .last) <= ended
          && ($0.derived.lastReported ?? .first) < ended
      },
      "drafts": count { $0.derived.filing == "draft" },
    ]
    for (id, count) in wanted {
      let section = try #require(desk.mine?.content.sections.first { $0.id == id })
      #expect(section.count == count, "\(id)")
      #expect(section.rows.count == min(count, MineContent.most), "\(id)")
    }
    #expect(wanted.values.reduce(0, +) > 20)
  }

  @Test func aRowOpensItsRecordAndAHeadingTheList() throws {
    let desk = try DashboardDesk(projects: 400, region: "330000", start: .mine)
    desk.press("<Home>")
    for _ in 0..<7 {
      guard let target = desk.mine?.target else {
        desk.press("<Tab>")
        continue
      }
      desk.press("<Enter>")
      if case .record(_, let id) = target { #expect((desk.app.screen as? RecordScreen)?.id == id) }
      desk.press("q")
      #expect(desk.mine?.target == target)
      desk.press("<Tab>")
    }
    let index = try #require(desk.mine?.content.sections.firstIndex { $0.id == "due" })
    desk.press("<End>")
    for _ in 0..<200 where desk.mine?.cursor != .heading(index) { desk.press("<Up>") }
    #expect(desk.mine?.cursor == .heading(index))
    desk.press("<Enter>")
    #expect(try desk.library?.window?.list.count() == desk.library.map { try desk.store.list($0.query).count() })
    #expect(desk.library != nil)
  }

  @Test func unsavedTypingIsTakenUpAgain() throws {
    let desk = try DashboardDesk(projects: 20, start: .mine)
    var document = Document(register: "projects", id: desk.services.environment.newID())
    document["name"] = .text("3号窑余热发电")
    try desk.services.scratch.keep(
      Scratch(document: document, base: 0, focus: "name", savedAt: desk.services.environment.now()), person: "王建国")
    desk.press("1")
    desk.press("0")
    desk.send(.resize(Size(width: 80, height: 24)))
    var mine = try #require(desk.mine)
    try mine.refresh(desk.services)
    #expect(mine.content.sections.first?.rows.first?.title == "3号窑余热发电")
    #expect(try MineContent.waiting(desk.services) >= 1)
    mine.cursor = .row(0, 0)
    let effects = try mine.perform("mine.open", desk.services)
    guard case .open(let screen) = try #require(effects.first) else {
      Issue.record("nothing opens")
      return
    }
    #expect(screen is FormScreen)
    _ = try mine.answer(.yes, to: "discard", desk.services)
    #expect(mine.content.sections.first?.rows.isEmpty == true)
  }

  @Test func everySizeIsDrawn() throws {
    let desk = try DashboardDesk(projects: 60, region: "330500", start: .mine)
    for size in BoardSizes.some {
      desk.send(.resize(size))
      if size.width % 4 == 0 { desk.press("<Down>") }
    }
    desk.send(.resize(Size(width: 80, height: 24)))
    #expect(desk.mine != nil)
  }
}
