import Domain
import Foundation
import Testing
import UseCases

@testable import Screens

@Suite struct LibraryStoryTests {
  @Test func opensAtOwnRegionWithCounts() throws {
    let desk = try Desk()
    #expect(desk.frame.contains("[2项目库]"))
    #expect(desk.library?.filter.scope == "330523")
    #expect(desk.library?.window?.count == 3)
    #expect(desk.library?.counts.members == 2)
    #expect(desk.library?.counts.count(in: "330000", desk.store.reference.regions) == 4)
    #expect(desk.frame.contains("在库2 不在库1"))
  }

  @Test func searchFollowsEachKey() throws {
    let desk = try Desk(region: nil)
    desk.press("/")
    #expect(desk.app.screen?.isTyping == true)
    var counts: [Int] = []
    for key in ["a", "g", "l", "m"] {
      desk.press(key)
      counts.append(desk.library?.window?.count ?? -1)
    }
    // 锅炉煤改气 by its first letters after one wrong start is not found; 安吉 is in every holder but one.
    #expect(counts[0] >= 4)
    desk.press("<Esc>")
    #expect(desk.library?.window?.count == 5)
    desk.press("/glmgq<Enter>")
    #expect(desk.library?.window?.count == 1)
    #expect(desk.library?.filter.words == "glmgq")
    #expect(desk.frame.contains("锅炉煤改气及集中供热"))
    #expect(desk.library?.counts.totals.count == 1)
    desk.press("<Esc>")
    #expect(desk.library?.window?.count == 5)
  }

  /// A key held down shows where the cursor is and no more; at rest everything is there, and nothing is done to a record
  /// that was not looked at.
  @Test func whatPassesByIsNotPreviewed() throws {
    let desk = try Desk(region: nil)
    func preview() -> String { desk.rows.suffix(5).prefix(2).joined() }
    #expect(preview().contains("3号窑余热发电"))
    desk.press("<Down>")
    let second = try #require(desk.library?.preview?.id)
    #expect(desk.app.due == nil && desk.library?.current == second)
    for _ in 0..<2 {
      desk.passed.add(40)
      desk.press("<Down>")
      #expect(desk.library?.preview == nil && desk.app.due == LibraryScreen.rest)
      #expect(preview().allSatisfy { $0 == " " })
    }
    desk.passed.add(100)
    desk.send(.wake)
    #expect(desk.library?.preview == nil && desk.app.due == 20)
    desk.passed.add(20)
    desk.send(.wake)
    #expect(desk.library?.preview?.id == desk.library?.current && desk.app.due == nil)
    #expect(!preview().allSatisfy { $0 == " " })
    // The last is a draft, the one before is none: what D asks about is what the cursor stands on.
    desk.passed.add(500)
    desk.press("G")
    desk.passed.add(500)
    desk.press("<Up>")
    desk.passed.add(40)
    desk.press("<Down>D")
    #expect(desk.frame.contains("屋顶光伏6.2MW”"))
    desk.press("n")
    desk.passed.add(500)
    desk.press("<Down>")
    desk.passed.add(40)
    desk.press("<Up>D")
    #expect(!desk.frame.contains("删除1条草稿"))
    // A clock that goes back keeps nothing waiting.
    desk.passed.add(0 &- 10_000)
    desk.press("<Down>")
    #expect(desk.library?.preview != nil && desk.app.due == nil)
  }

  @Test func matchesAreWalkedWithNAlsoAfterTheSearch() throws {
    let desk = try Desk(region: nil)
    #expect(desk.press("n").contains("还没有查找过"))
    desk.press("/安吉<Enter>g")
    let found = desk.library?.window?.count ?? 0
    #expect(found > 1 && found < 5)
    let first = desk.library?.current
    desk.press("n")
    let second = desk.library?.current
    #expect(second != first)
    desk.press("N")
    #expect(desk.library?.current == first)
    // The whole list again: the keys go on from match to match.
    desk.press("<Esc>g")
    #expect(desk.library?.window?.count == 5)
    var seen = [desk.library?.current]
    while !desk.press("n").contains("后面没有") { seen.append(desk.library?.current) }
    #expect(seen.contains(first) && seen.contains(second))
    #expect((found...found + 1).contains(seen.count))
    #expect(desk.press("G").contains("后面没有") == false)
    while !desk.press("N").contains("前面没有") {}
    #expect(desk.library?.current == first)
  }

  @Test func treeNarrowsAndTabChangesPane() throws {
    let desk = try Desk(region: nil)
    #expect(desk.library?.window?.count == 5)
    desk.press("<Tab>j")
    #expect(desk.library?.filter.scope == "330100")
    #expect(desk.library?.window?.count == 1)
    desk.press("<Enter>")
    #expect(desk.library?.pane == .table)
    desk.press("t")
    #expect(desk.library?.areas.hasTree == false)
  }

  @Test func oneLineFilterIsBuiltAndKept() throws {
    let desk = try Desk(region: nil)
    desk.press("f预期节能>=400<Enter>")
    #expect(desk.library?.window?.count == 5)
    desk.press("<F9>")
    #expect(desk.library?.window?.count == 3)
    #expect(desk.library?.counts.totals.sums["saving"] == Amount(3871 + 486 + 1904))
    desk.press("f<C-s>节能大户<Enter>")
    #expect(desk.frame.contains("节能大户"))
    desk.press("X")
    #expect(desk.library?.window?.count == 5)
    desk.press("F<Enter>")
    #expect(desk.library?.window?.count == 3)
  }

  @Test func wrongFilterSaysWhy() throws {
    let desk = try Desk()
    desk.press("f颜色=红<Enter>")
    #expect(desk.frame.contains("没有字段"))
  }

  @Test func sortsByChosenColumnAndBack() throws {
    let desk = try Desk(region: nil)
    func first() -> String? { desk.library?.window?[0..<1].first?["name"].text }
    #expect(first() == "3号窑余热发电")
    desk.press("s1")
    #expect(desk.library?.table.sort.first?.column == "name")
    desk.press("s1")
    #expect(desk.library?.table.sort.first?.descending == true)
  }

  @Test func tierCycles() throws {
    let desk = try Desk(region: nil)
    var counts: [Int] = []
    for _ in 0..<5 {
      desk.press("z")
      counts.append(desk.library?.window?.count ?? -1)
    }
    #expect(counts == [4, 2, 1, 0, 5])
  }

  @Test func marksAreExported() throws {
    let desk = try Desk(region: nil)
    desk.press("<Space><Space>")
    #expect(desk.library?.table.marked.count == 2)
    desk.press("x")
    let path = desk.folder + "/marked.csv"
    desk.press("<C-u>")
    desk.send(.paste(path))
    desk.press("<Enter>")
    #expect(desk.frame.contains("已导出2条"))
    #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count == 2)
    desk.press("*")
    #expect(desk.library?.table.marked.count == 5)
    desk.press("<A-u>")
    #expect(desk.library?.table.marked.isEmpty == true)
  }

  @Test func columnsAreChosenAndKept() throws {
    let desk = try Desk(region: nil)
    desk.press("cj<Space><Enter>")
    #expect(desk.library?.chosen?.contains("tier") == false)
    desk.press("<C-q>")
    #expect(desk.exitStatus == 0)
    let again = App(desk.services, roots: Roots.all, start: .projects, size: .init(width: 80, height: 24))
    #expect((again.screen as? LibraryScreen)?.chosen?.contains("tier") == false)
  }

  @Test func ownDraftIsDeletedAfterAsking() throws {
    let desk = try Desk()
    desk.press("/wdgf<Enter>")
    #expect(desk.library?.window?.count == 1)
    desk.press("D")
    #expect(desk.frame.contains("删除1条草稿"))
    desk.press("n")
    #expect(desk.library?.window?.count == 1)
    desk.press("Dy")
    #expect(desk.library?.window?.count == 0)
    #expect(desk.frame.contains("草稿已删除"))
  }

  @Test func admittedRecordIsNoDraft() throws {
    let desk = try Desk()
    desk.press("gD")
    #expect(desk.frame.contains("只有草稿可以删除"))
  }

  @Test func placeIsTheSameAfterComingBack() throws {
    let desk = try Desk(region: nil)
    desk.press("jj")
    let before = desk.library?.table.place
    desk.press("<Enter>")
    #expect(desk.record != nil)
    desk.press("q")
    #expect(desk.library?.table.place == before)
  }

  @Test func otherRegistersAreTheSameMachine() throws {
    let desk = try Desk(region: nil)
    desk.press("3")
    #expect(desk.library?.register.id == "enterprises")
    #expect(desk.library?.window?.count == 2)
    desk.press("4")
    #expect(desk.library?.register.id == "efficiency")
    #expect(desk.frame.contains("标杆至基准") || desk.frame.contains("劣于基准") || desk.frame.contains("优于标杆"))
  }

  @Test func overdueAndDueSoonAreMarked() throws {
    let desk = try Desk()
    func row(_ name: String, _ deadline: String) -> String? {
      desk.rows.first { $0.contains(name) && $0.contains(deadline) }
    }
    #expect(row("3号窑余热发电", "2024-05")?.contains("临") == true)
    #expect(row("电机系统", "2024-08")?.contains("临") == false)
    // A draft has no milestone to keep.
    #expect(row("屋顶光伏6.2MW", "2024-03")?.contains("逾") == false)
    let all = try Desk(region: nil)
    #expect(all.rows.first { $0.contains("锅炉煤改气") && $0.contains("2022-11") }?.contains("逾") == true)
    all.press("f逾期<F9>")
    let overdue = all.rows.filter { $0.contains(" 逾") }
    #expect(all.library?.window?.count == overdue.count)
  }

  @Test func anotherPersonsSaveIsSeenAtTheNextKey() throws {
    let desk = try Desk(region: nil)
    let path = desk.folder + "/library.sanku"
    let other = try SQLiteOther.open(path)
    defer { try? other.close() }
    let id = try #require(desk.ids["定型机废气余热回收"])
    var document = try #require(try other.read { try $0.document("projects", id) })
    let base = document.revision
    document["name"] = .text("新名称余热回收")
    // As an admitted change is: the form does not save what a tier has frozen.
    let environment = desk.services.environment
    let permit = try environment.access.permit(.edit, Subject("projects", region: document["region"].plain))
    try other.write(as: environment) { try $0.save(document, base: base, action: "change", permit: permit) }
    #expect(!desk.frame.contains("新名称"))
    desk.press("j")
    #expect(desk.frame.contains("新名称"))
  }
}
