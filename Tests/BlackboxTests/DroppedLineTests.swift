import Foundation
import TestTerminal
import Testing

/// A line that drops, and the next login.
@Suite struct DroppedLineTests {
  @Test func theNextStartGoesBackToTheRecordAndItsPage() throws {
    let room = try Room.madeUp()
    let desk = try Desk(room).atProjects()
    desk.press("jjj<Enter><Tab><Tab>")
    desk.session.rest()
    // The counts on the tabs come in when they are known.
    let left = desk.lines.dropFirst().dropLast(2)
    #expect(desk.lines[0].contains("[2项目库"))
    desk.session.signal(SIGHUP)
    #expect(desk.session.waitForEnd() == 129)

    let again = try Desk(room).opened()
    #expect(again.lines.dropFirst().dropLast(2) == left && again.lines[0].contains("[2项目库"))
    again.press("q")
    try again.sees("[2项目库")
    #expect(again.quit() == 0)
    // Who has left by the door begins at the beginning.
    let third = try Desk(room).opened()
    #expect(third.lines.dropFirst().dropLast(2) != left)
    #expect(third.quit() == 0)
  }

  @Test func overSSHTypingPlaceFilterAndRowComeBack() throws {
    let host = try SSHHost()
    defer { withExtendedLifetime(host) {} }
    let first = try host.terminal("clerk")
    #expect(first.wait { $0.contains("项目库") }, "\(first.screen)")
    first.type("<Alt-2>")
    #expect(first.wait(for: "[2项目库"), "\(first.screen)")
    first.type("finvestment>=100<Enter><F9>")
    first.settle(quiet: 300)
    first.type("jj")
    first.settle(quiet: 300)
    let rows = first.lines.dropFirst().dropLast(2)
    #expect(first.screen.contains("投资") && !first.screen.contains("没有记录"), "\(first.screen)")
    first.type("<F5>")
    #expect(first.wait(for: "必填"), "\(first.screen)")
    first.type("<Tab>3号窑余热发电")
    #expect(first.wait(for: "3号窑余热发电"), "\(first.screen)")
    first.settle(quiet: 300)
    let form = first.lines
    // The client is gone from one moment to the next, as a laptop that is shut.
    first.signal(SIGKILL)
    #expect(host.waitForSession(of: "clerk", toEnd: true) == nil)

    let second = try host.terminal("clerk")
    #expect(second.wait(for: "没有保存") || second.screen.contains("未存的输入"), "\(second.screen)")
    second.type("<Enter>")
    #expect(second.wait(for: "已恢复未存的输入"), "\(second.screen)")
    #expect(second.lines.dropFirst(2).dropLast(2) == form.dropFirst(2).dropLast(2))
    second.type("<Esc>")
    second.settle(quiet: 300)
    // Throws the typing away.
    second.type("<Down><Down><Enter>")
    #expect(second.wait { !$0.contains("必填") && $0.contains("[2项目库") }, "\(second.screen)")
    second.settle(quiet: 300)
    #expect(second.lines.dropFirst().dropLast(2) == rows)
    second.type("<^Q>")
    #expect(second.waitForEnd() == 0)
  }
}
