import Terminal
import Testing

@testable import Widgets

/// Draws inside a larger canvas at a random place: what surrounds it must stay untouched.
private func check(_ size: Size, _ draw: (inout Canvas) -> Void) -> Bool {
  let outer = Size(width: size.width + 4, height: size.height + 2)
  var canvas = Canvas(size: outer)
  canvas.fill(canvas.bounds, "#")
  let inner = Rect(x: 2, y: 1, width: size.width, height: size.height)
  canvas.inside(inner, draw)
  for y in 0..<outer.height {
    for x in 0..<outer.width where !inner.contains(Point(x: x, y: y)) {
      if canvas[x, y].base != "#" { return false }
    }
  }
  if let caret = canvas.caret { return inner.contains(caret) }
  return true
}

private func size(_ chance: inout Chance) -> Size {
  Bool.random(using: &chance)
    ? Size(width: Int.random(in: 1...12, using: &chance), height: Int.random(in: 1...6, using: &chance))
    : Size(width: Int.random(in: 1...200, using: &chance), height: Int.random(in: 1...60, using: &chance))
}

private let looks = [Look.zh, Look.en, Look(.zh, ascii: true)]

/// Sends random events and draws at random sizes, `rounds` times.
private func fuzz(rounds: Int = 400, _ body: (Event, Size, Look, inout Chance) -> ((inout Canvas) -> Void)) {
  var chance = Chance(7)
  for round in 0..<rounds {
    let size = size(&chance)
    let event = Sample.event(&chance, size: size)
    let draw = body(event, size, looks[round % looks.count], &chance)
    #expect(check(size, draw), "round \(round), \(event), \(size)")
  }
}

@Test func fuzzTable() {
  for count in [0, 1, 30, 100_000] {
    for cells in [true, false] {
      var table = TableView(columns: Sample.columns, selectsCells: cells)
      let source = TableSource(count: count) { $0.map(Sample.row) }
      fuzz { event, size, look, _ in
        table.fit(size)
        _ = table.handle(event, source)
        if event == .key(.character("*")) { table.toggleMark(source) }
        return { table.draw(in: &$0, focused: true, source: source, look: look) }
      }
    }
  }
  var empty = TableView(columns: [])
  fuzz { event, size, look, _ in
    empty.fit(size)
    _ = empty.handle(event, TableSource([Sample.row(1)]))
    return { empty.draw(in: &$0, focused: false, source: TableSource([Sample.row(1)]), look: look) }
  }
}

@Test func fuzzForm() {
  var form = FormView(sections: Sample.sections, state: Sample.state)
  fuzz(rounds: 4000) { event, size, look, chance in
    form.fit(size)
    _ = form.handle(event, hooks: Sample.hooks)
    form.keepPlace(hooks: Sample.hooks)
    if Int.random(in: 0..<60, using: &chance) == 0 {
      form = FormView(
        sections: Sample.sections, state: Int.random(in: 0..<3, using: &chance) == 0 ? Sample.state : form.state)
      form.problems[FormKey("name")] = "名称与湖州市长兴县的一个项目重复，请核对后再填"
    }
    let rows = form.state.rows.values.joined().count
    #expect(form.state.focus.map { form.order.contains($0) } ?? false)
    if rows > 200 { form = FormView(sections: Sample.sections, state: Sample.state) }
    return { form.draw(in: &$0, focused: true, hooks: Sample.hooks, look: look) }
  }
}

@Test func fuzzTreeAndText() {
  let source: TreeView.Source = { parent in
    guard (parent ?? "").count < 4 else { return [] }
    return (0..<4).map {
      TreeNode(id: (parent ?? "") + "\($0)", label: "湖州市安吉县", count: "1 284", hasChildren: (parent ?? "").count < 3)
    }
  }
  var tree = TreeView(source: source)
  fuzz { event, size, look, _ in
    tree.fit(size)
    _ = tree.handle(event, source: source)
    return { tree.draw(in: &$0, focused: true, look: look) }
  }
  var area = TextArea("")
  var field = TextField("")
  fuzz(rounds: 1500) { event, size, _, _ in
    _ = area.handle(event, width: size.width)
    _ = field.handle(event)
    if area.text.count > 500 { area = TextArea("") }
    return { canvas in
      if size.height > 1 { area.draw(in: &canvas, focused: true) } else { field.draw(in: &canvas, focused: true) }
    }
  }
}

@Test func fuzzDialogs() {
  let kinds: [Dialog.Kind] = [
    .message, .question(count: 1284), .input, .choice((0..<30).map { "原因\($0)" }), .choice([]),
  ]
  for kind in kinds {
    var dialog = Dialog(kind, title: "全部入库", lines: ["将入库本批全部记录，入库后由本级管理，退回须另行说明。", ""])
    fuzz(rounds: 200) { event, _, look, _ in
      _ = dialog.handle(event)
      return { dialog.draw(in: &$0, look: look) }
    }
  }
  let entries = (0..<40).map { Palette.Entry(id: "\($0)", name: "导出当前筛选\($0)", note: "F6") }
  var palette = Palette(entries) { $0.name.string.contains($1) }
  var help = HelpView(title: "帮助", lines: [HelpLine(heading: "移动"), HelpLine(keys: "j ↓", text: "下移")])
  var pager = TextPager(title: "条款", lines: Sample.words.map { TextPager.Line(CleanText($0)) })
  var columns = ColumnChooser(Sample.columns.map { .init(id: $0.id, name: $0.title, shown: true) })
  var sort = SortChooser(columns: Sample.columns.map { ($0.id, $0.title) }, sort: [])
  var filter = FilterBuilder(fields: [
    .init(
      id: "stage", name: "阶段",
      operators: [.init(id: "is", name: "等于"), .init(id: "none", name: "为空", takesValue: false)],
      choices: [PickerItem(id: "build", label: "实施")]),
    .init(id: "saving", name: "预期节能", operators: [.init(id: "ge", name: "不小于")]),
  ])
  fuzz(rounds: 3000) { event, size, look, chance in
    pager.fit(size)
    _ = palette.handle(event) { $0.name.string.contains($1) }
    _ = help.handle(event)
    _ = pager.handle(event)
    _ = columns.handle(event)
    _ = sort.handle(event)
    _ = filter.handle(event)
    let which = Int.random(in: 0..<7, using: &chance)
    let box = ProgressBox(title: "导入", done: which * 100, total: which == 3 ? 0 : 500, elapsedMilliseconds: which * 400)
    return { canvas in
      switch which {
      case 0: palette.draw(in: &canvas, look: look)
      case 1: help.draw(in: &canvas, look: look)
      case 2: pager.draw(in: &canvas, look: look)
      case 3: columns.draw(in: &canvas, look: look)
      case 4: sort.draw(in: &canvas, look: look)
      case 5: filter.draw(in: &canvas, look: look)
      default: box.draw(in: &canvas, look: look)
      }
    }
  }
}

@Test func fuzzChartsAndFrame() {
  fuzz(rounds: 2000) { _, size, look, chance in
    func number() -> Double {
      [0, -3, 1e300, .nan, .infinity, 0.5, 12].randomElement(using: &chance).map { $0 * 1.0 } ?? 0
    }
    let values: [Double?] = (0..<Int.random(in: 0...30, using: &chance)).map { $0 % 5 == 4 ? nil : number() }
    let share = number()
    let first = Int.random(in: -50...50, using: &chance)
    let frame = Frame(
      tabs: (0..<9).map { Frame.Tab(digit: $0, name: "项目库", waiting: $0) }, current: first % 9, session: "浙江省 主管",
      message: first > 0 ? Frame.Message("已保存", kind: .error, tail: "1/2") : nil)
    let which = abs(first) % 6
    return { canvas in
      switch which {
      case 0: Bars.draw(share: share, mark: share, in: &canvas, look: look)
      case 1: Bars.drawStacked(parts: values.compactMap { $0 }, total: share, in: &canvas, look: look)
      case 2: canvas.put(Sparkline.text(values, width: size.width, look: look), x: 0, y: 0)
      case 3:
        LineChart(series: [.init(name: "入库", values: values)], times: ["2022", "2023年二季度", "2024"])
          .draw(in: &canvas, look: look)
      case 4:
        Gantt(
          stages: [.init(name: "安装调试", planned: first...first + 90, actual: nil, late: true)],
          ticks: [.init(day: first, label: "2023-06")], today: first + 30
        ).draw(in: &canvas, look: look)
      default: frame.draw(in: &canvas, messageRow: size.height % 2 == 0)
      }
    }
  }
}
