import Domain
import Terminal
import Testing
import UseCases

@testable import Screens

@Suite struct AppTests {
  @Test func paletteFindsByPinyin() throws {
    let desk = try Desk()
    desk.press(":paixu")
    #expect(desk.frame.contains("排序"))
    desk.press("<Enter>")
    #expect(desk.frame.contains("按哪一列排序"))
    desk.press("<Esc>")
    #expect(desk.library != nil)
  }

  @Test func helpListsEveryKey() throws {
    let desk = try Desk()
    desk.press("?")
    #expect(desk.frame.contains("查找"))
    desk.press("q")
    #expect(desk.frame.contains("[2项目库]"))
  }

  @Test func inputMethodGetsAHint() throws {
    let desk = try Desk()
    desk.send(.key(.character("安")))
    #expect(desk.frame.contains("输入法处于中文状态"))
    desk.send(.key(.character("ｆ")))
    #expect(desk.frame.contains("加条件"))
  }

  @Test func messageStaysUntilAKey() throws {
    let desk = try Desk()
    desk.press("gD")
    #expect(desk.frame.contains("只有草稿可以删除"))
    desk.send(.wake)
    #expect(desk.frame.contains("只有草稿可以删除"))
    desk.press("j")
    #expect(!desk.frame.contains("只有草稿可以删除"))
  }

  @Test func languageSwitches() throws {
    let desk = try Desk()
    desk.press("<A-l>")
    #expect(desk.frame.contains("Projects"))
    desk.press("<A-l>")
    #expect(desk.frame.contains("项目库"))
  }

  @Test func escapeNeverQuits() throws {
    let desk = try Desk()
    desk.press("<Esc><Esc>")
    #expect(desk.exitStatus == nil)
    desk.press("q")
    #expect(desk.exitStatus == 0)
  }

  @Test func typingIsAskedAboutBeforeQuitting() throws {
    let desk = try Desk()
    desk.press("i安吉<Enter>新项目")
    #expect(desk.hasUnsaved)
    desk.press("<C-q>")
    #expect(desk.exitStatus == nil)
    #expect(desk.frame.contains("退出"))
    desk.press("<Esc>")
    #expect(desk.exitStatus == nil)
    desk.press("<C-q>y")
    #expect(desk.exitStatus == 0)
    #expect(desk.services.scratch.load(person: "王建国") != nil)
  }

  @Test func signalKeepsTyping() throws {
    let desk = try Desk()
    desk.press("i安吉<Enter>新项目")
    desk.send(.signal(15))
    #expect(desk.services.scratch.load(person: "王建国") != nil)
  }

  @Test func keysOfEveryTableAgree() {
    #expect(LibraryScreen.actions.conflicts() == [])
    #expect(RecordScreen.actions.conflicts() == [])
  }
}
