import Terminal
import Testing

@testable import Widgets

@Test func questionNamesItsRecords() {
  var dialog = Dialog(.question(count: 1284), title: "全部入库")
  let text = frame(60, 8) { dialog.draw(in: &$0, look: .zh) }.joined(separator: "\n")
  #expect(text.contains("全部入库") && text.contains("1 284 条记录") && text.contains("y是"))
  #expect(dialog.handle(.key(.character("ｙ"))) == .yes)
  #expect(dialog.handle(.key(.character("x"))) == .handled)
  #expect(dialog.handle(.key(.escape)) == .cancelled)
}

@Test func inputAndChoiceAnswer() {
  var input = Dialog(.input, title: "文号", text: "湖经信")
  for event in type("〔2023〕") { _ = input.handle(event) }
  #expect(input.handle(.key(.enter)) == .typed("湖经信〔2023〕"))
  var choice = Dialog(.choice(["资料不全", "无计算依据"]), title: "原因")
  #expect(choice.handle(.key(.character("2"))) == .chosen(1))
  _ = choice.handle(.key(.down))
  #expect(choice.handle(.key(.enter)) == .chosen(1))
}

@Test func aLongMessageIsReadToItsEnd() {
  var dialog = Dialog(.message, title: "第2行", lines: (1...30).map { "第\($0)处" })
  func text() -> String { frame(40, 10) { dialog.draw(in: &$0, look: .zh) }.joined(separator: "\n") }
  #expect(text().contains("第1处") && !text().contains("第30处") && text().contains("↑↓"))
  for _ in 0..<40 { #expect(dialog.handle(.key(.down)) == .handled) }
  #expect(text().contains("第30处"))
  #expect(dialog.handle(.key(.up)) == .handled)
  #expect(text().contains("第29处") && text().contains("第30处"))
  #expect(dialog.handle(.key(.enter)) == .closed)
  var short = Dialog(.message, title: "好", lines: ["写好了"])
  #expect(short.handle(.key(.down)) == .closed)
}

@Test func filterIsBuiltStepByStep() {
  var filter = FilterBuilder(fields: [
    .init(
      id: "stage", name: "阶段", operators: [.init(id: "is", name: "等于")], choices: [PickerItem(id: "build", label: "实施")]
    ),
    .init(id: "saving", name: "预期节能", operators: [.init(id: "ge", name: "不小于"), .init(id: "le", name: "不大于")]),
  ])
  filter.begin()
  for event in type("预") + [.key(.enter), .key(.down), .key(.enter)] + type("500") + [.key(.enter)] {
    _ = filter.handle(event)
  }
  _ = filter.handle(.key(.control("n")))
  for event: Event in [.key(.enter), .key(.enter)] { _ = filter.handle(event) }
  #expect(filter.conditions.map(filter.text).map(\.string) == ["预期节能 不大于 500", "阶段 等于 实施"])
  #expect(filter.handle(.key(.function(9))) == .applied(filter.conditions))
}

@Test func treeUnfoldsAndComesBack() {
  var asked: [String?] = []
  let source: TreeView.Source = { parent in
    asked.append(parent)
    switch parent {
    case nil: return [TreeNode(id: "33", label: "浙江省", count: "1 284", hasChildren: true)]
    case "33":
      return [TreeNode(id: "3301", label: "杭州市", count: "211", hasChildren: true), TreeNode(id: "3305", label: "湖州市")]
    default: return []
    }
  }
  var tree = TreeView(source: source)
  #expect(asked == [nil])
  _ = tree.handle(.key(.right), source: source)
  #expect(tree.lines.count == 3 && !asked.contains("3301"))
  #expect(frame(16, 2) { tree.draw(in: &$0, focused: true, look: .zh) } == ["▌▾浙江省   1 284", "  ▸杭州市    211"])
  #expect(tree.jump { $0.label.string.hasPrefix("湖") } && tree.place.cursorID == "3305")
  let again = TreeView(place: tree.place, source: source)
  #expect(again.lines == tree.lines && again.cursor == 2)
  #expect(tree.handle(.key(.left), source: source) == .moved("33"))
}

@Test func choosersKeepTheFirstColumn() {
  var columns = ColumnChooser(Sample.columns.map { .init(id: $0.id, name: $0.title, shown: true) })
  for key: Key in [.character(" "), .down, .character(" "), .down, .controlDown] { _ = columns.handle(.key(key)) }
  #expect(columns.handle(.key(.enter)) == .chosen(["name", "due", "saving", "city"]))
  var sort = SortChooser(columns: Sample.columns.map { ($0.id, $0.title) }, sort: [])
  for key: Key in [.down, .down, .character(" "), .character(" "), .down, .character(" ")] {
    _ = sort.handle(.key(key))
  }
  #expect(sort.handle(.key(.enter)) == .chosen([TableSort("saving", descending: true), TableSort("due")]))
}

@Test func helpIsSearched() {
  var help = HelpView(
    title: "帮助",
    lines: [
      HelpLine(heading: "移动"), HelpLine(keys: "j", text: "下移"), HelpLine(heading: "记录"),
      HelpLine(keys: "x", text: "导出"),
    ])
  for event in type("/导") { _ = help.handle(event) }
  #expect(help.shown.map(\.text) == ["记录", "导出"])
  _ = help.handle(.key(.escape))
  #expect(help.shown.count == 4 && help.handle(.key(.escape)) == .closed)
}
