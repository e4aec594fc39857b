import Terminal
import Testing

@testable import Widgets

private struct Situation {
  var canSave = true
}

private let group = Caption(zh: "记录", en: "Record")
private let table = ActionTable<Situation>([
  Action("move.down", name: Caption(zh: "下移", en: "Down"), group: group, keys: ["Down"]),
  Action(
    "find", name: Caption(zh: "查找", en: "Find"), group: group, keys: ["/"], twin: "^F", rank: 2),
  Action(
    "save", name: Caption(zh: "保存", en: "Save"), group: group, keys: ["^S"], rank: 1,
    disabled: { $0.canSave ? nil : Caption(zh: "没有改动", en: "Nothing changed") }),
  Action("help", name: Caption(zh: "帮助", en: "Help"), group: group, keys: ["?", "F1"], rank: 3),
])

@Test func keysFindTheirAction() {
  #expect(table.press(.character("／"), Situation()) == .run("find"))
  #expect(table.press(.character("？"), Situation()) == .run("help"))
  #expect(table.press(.control("S"), Situation()) == .run("save"))
  #expect(
    table.press(.control("s"), Situation(canSave: false)) == .refused(Caption(zh: "没有改动", en: "Nothing changed")))
  #expect(table.press(.character("/"), Situation(), typing: true) == .none)
  #expect(table.press(.character("x"), Situation()) == .none)
}

@Test func footerTellsTheTruth() {
  #expect(frame(30, 1) { table.footer(width: 30, Situation(), .zh).draw(in: &$0) } == ["/查找 ^S保存 ?帮助"])
  #expect(frame(30, 1) { table.footer(width: 30, Situation(canSave: false), .zh).draw(in: &$0) } == ["/查找 ?帮助"])
  #expect(frame(30, 1) { table.footer(width: 30, Situation(), .zh, typing: true).draw(in: &$0) } == ["^F查找 ^S保存 F1帮助"])
  // The most important first, where not all fit.
  #expect(table.footer(width: 7, Situation(), .zh).items.map(\.id) == ["save"])
  let footer = table.footer(width: 30, Situation(), .zh)
  #expect(footer.action(at: 0) == "find" && footer.action(at: 5) == nil && footer.action(at: 6) == "save")
}

@Test func conflictsAreFound() {
  #expect(table.conflicts().isEmpty)
  let bad = ActionTable<Situation>([
    Action("a", name: group, group: group, keys: ["x", "F2"]), Action("b", name: group, group: group, keys: ["F2"]),
    Action("c", name: group, group: group, keys: ["j", "F3"]), Action("d", name: group, group: group, keys: ["^M"]),
    Action("e", name: group, group: group, keys: ["no such key"]), Action("f", name: group, group: group, keys: ["y"]),
  ])
  #expect(bad.conflicts().count == 6, "\(bad.conflicts())")
}

@Test func chordsKeepTheirNames() {
  for name in ["^S", "F9", "Alt-3", "Enter", "PgDn", "x", "?", "空"] {
    #expect(KeyChord(named: name)?.name.string == name)
  }
  #expect(KeyChord(named: "^Up")?.key == .controlUp)
  #expect(KeyChord(named: "F99") == nil)
  #expect(KeyChord("Space").name(.zh) == "空格")
}

@Test func helpAndPaletteSayTheSame() {
  #expect(table.helpLines(.zh).map(\.text.string) == ["记录", "下移", "查找", "保存", "帮助"])
  #expect(table.helpLines(.zh)[2].keys == "/ ^F")
  let entries = table.paletteEntries(Situation(canSave: false), .zh)
  #expect(entries.last == Palette.Entry(id: "save", name: "保存", note: "没有改动"))
  let rebound = table.rebound(["save": ["F2"]])
  #expect(rebound.press(.function(2), Situation()) == .run("save"))
  #expect(rebound.press(.control("s"), Situation()) == .none)
}

@Test func frameKeepsTheCurrentTab() {
  let frame = Frame(
    tabs: ["我的", "总览", "项目库"].enumerated().map {
      Frame.Tab(digit: $0.offset, name: CleanText($0.element), waiting: $0.offset == 0 ? 3 : 0)
    },
    current: 2, session: "安吉县 填报员", message: Frame.Message("已保存", kind: .good))
  var canvas = Canvas(size: Size(width: 50, height: 5))
  let body = frame.draw(in: &canvas)
  #expect(canvas.row(0).hasPrefix("0我的3 1总览 [2项目库]") && canvas.row(0).hasSuffix("安吉县 填报员"))
  #expect(canvas.row(3) == "已保存" && body == Rect(x: 0, y: 1, width: 50, height: 2))
  #expect(frame.hit(Point(x: 8, y: 0), in: canvas.size) == .tab(1))
  #expect(frame.hit(Point(x: 4, y: 2), in: canvas.size) == .body(Point(x: 4, y: 1)))
  var narrow = Canvas(size: Size(width: 13, height: 5))
  frame.draw(in: &narrow)
  #expect(narrow.row(0) == "0 1 [2项目库]")
}
