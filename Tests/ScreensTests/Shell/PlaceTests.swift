import Domain
import Terminal
import Testing
import UseCases

@testable import Screens

/// A dropped line, and the next login.
@Suite struct PlaceTests {
  /// The program as it starts the next time, `later` milliseconds on.
  private func next(_ desk: Desk, later: Int64 = 60_000) -> App {
    let first = desk.services.environment
    let moment = Instant(milliseconds: first.now().milliseconds + later)
    let environment = Environment(actor: first.actor, access: first.access, now: { moment }, newID: first.newID)
    let services = Services(
      store: desk.store, scratch: desk.services.scratch, environment: environment, language: .zh, launch: { _ in })
    var app = App(services, roots: Roots.all, start: .mine, size: Size(width: 80, height: 24))
    app.returnToPlace()
    return app
  }

  @Test(arguments: [Event.hangup, .signal(1), .signal(15)])
  func theRecordComesBackOnItsPageAndLine(_ end: Event) throws {
    let desk = try Desk(region: nil)
    desk.press("j<Enter><Tab><Tab>jj")
    let left = try #require(desk.record)
    desk.send(end)
    let app = next(desk)
    let record = try #require(app.screen as? RecordScreen)
    #expect(app.tab == .projects && app.depth == 2)
    #expect(record.id == left.id && record.current == left.current && record.current > 0)
    #expect(record.spot == left.spot && record.spot.line > 0)
    // The list below is there too: the keys for the next and the previous record go on.
    #expect(record.list != nil)
  }

  @Test func theListComesBackOnItsRowAndTier() throws {
    let desk = try Desk(region: nil)
    desk.press("zj<S-Tab>")
    let left = try #require(desk.library)
    desk.send(.hangup)
    let list = try #require(next(desk).screen as? LibraryScreen)
    #expect(list.current == left.current && list.filter.tier == left.filter.tier && list.filter.tier != .all)
    #expect(list.pane == left.pane)
  }

  @Test func theDashboardComesBackOnItsFigure() throws {
    let desk = try Desk(region: nil)
    desk.press("1vv<Tab><Tab>[")
    let left = try #require(desk.app.screen as? OverviewScreen)
    desk.send(.hangup)
    let board = try #require(next(desk).screen as? OverviewScreen)
    #expect(board.view == left.view && board.scope == left.scope && board.place.spot == left.place.spot)
    #expect(board.place.spot != nil)
  }

  @Test func theDeskComesBackOnItsLine() throws {
    let desk = try Desk(region: nil)
    desk.press("0jj")
    let left = try #require(desk.app.screen as? MineScreen)
    let first = try #require(next(desk).screen as? MineScreen)
    desk.send(.hangup)
    let mine = try #require(next(desk).screen as? MineScreen)
    #expect(mine.cursor == left.cursor && first.cursor != left.cursor)
  }

  @Test func whoQuitsBeginsAtTheBeginning() throws {
    let desk = try Desk(region: nil)
    desk.press("<Enter><C-q>")
    #expect(desk.exitStatus == 0)
    #expect(next(desk).tab == .mine)
  }

  @Test func aPlaceIsTakenOnceAndOnlyWhileItIsRecent() throws {
    let desk = try Desk(region: nil)
    desk.press("<Enter>")
    desk.send(.hangup)
    #expect(next(desk, later: 4 * 86_400_000).tab == .mine)
    desk.send(.hangup)
    #expect(next(desk).tab == .projects)
    #expect(next(desk).tab == .mine)
  }

  @Test func aRecordThatIsGoneLeavesTheListBelow() throws {
    let desk = try Desk(region: nil)
    desk.press("<Enter>")
    let id = try #require(desk.record?.id)
    desk.send(.hangup)
    try desk.store.write(as: desk.services.environment) { library in
      let text = try #require(try library.setting("王建国", "place"))
      let gone = text.replacing(id.text, with: RecordID(high: 9, low: 9).text)
      try library.setSetting("王建国", "place", gone + "\n\tgarbage\nrecord")
    }
    let app = next(desk)
    #expect(app.depth == 1 && app.tab == .projects && app.screen is LibraryScreen)
  }

  @Test(arguments: ["", "2", "99\t5", "x\ty", "2\tx", "\n\n", "2\t1688430000000\nlist\tprojects\n"])
  func whatCannotBeReadIsNoPlace(_ text: String) throws {
    let desk = try Desk(region: nil)
    try desk.store.write(as: desk.services.environment) { try $0.setSetting("王建国", "place", text) }
    #expect([.mine, .projects].contains(next(desk).tab))
  }
}
