import Terminal
import Testing

@testable import Widgets

@Test func asksForAWindowOnly() {
  var asked: [Range<Int>] = []
  let source = TableSource(count: 1_000_000) { range in
    asked.append(range)
    return range.map(Sample.row)
  }
  var table = TableView(columns: Sample.columns)
  table.fit(Size(width: 80, height: 20))
  for key: Key in [.end, .up, .pageUp, .home, .down, .character("Ｇ"), .pageDown] {
    asked = []
    #expect(table.handle(.key(key), source) == .moved)
    _ = frame(80, 20) { table.draw(in: &$0, focused: true, source: source, look: .zh) }
    #expect(asked.map(\.count).reduce(0, +) <= 20)
    #expect(asked.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= 1_000_000 })
  }
  #expect(table.place.cursorID == "p999999")
  #expect(table.position(source) == "1 000 000/1 000 000")
}

@Test(arguments: [1, 2, 3, 7, 20])
func aStepOverTheEdgeTurnsHalfAPage(_ rows: Int) {
  let source = TableSource((0..<100).map(Sample.row))
  var table = TableView(columns: Sample.columns)
  table.turnsHalfPages = true
  table.fit(Size(width: 80, height: rows + 1))
  var turns = 0
  for key: Key in [.down, .up] {
    for _ in 0..<120 {
      let before = table.place
      _ = table.handle(.key(key), source)
      let after = table.place
      // The cursor is always seen, and drawing finds the place that moving left.
      #expect((after.top..<after.top + rows).contains(after.cursor) && (0...100 - rows).contains(after.top))
      #expect(table.top(rows: rows, count: 100) == after.top)
      if after.top == before.top { continue }
      turns += 1
      let rest = after.top == 0 ? before.top : 100 - rows - before.top
      #expect([1 + rows / 2, rest].contains(abs(after.top - before.top)))
    }
    #expect(table.place.cursor == (key == .down ? 99 : 0))
  }
  #expect(turns <= 2 * (100 / (1 + rows / 2) + 1))
  table.go(to: 50, source)
  table.turnsHalfPages = false
  let top = table.place.top
  for _ in 0..<rows + 1 { _ = table.handle(.key(.down), source) }
  #expect(table.place.top > top && table.place.cursor == table.place.top + rows - 1)
}

@Test func drawsLikeTheFrame() {
  var table = TableView(columns: Array(Sample.columns.prefix(3)))
  table.sort = [TableSort("saving", descending: true)]
  let source = TableSource([0, 30, 104].map(Sample.row))
  table.toggleMark(source)
  let rows = frame(34, 4) { table.draw(in: &$0, focused: true, source: source, look: .zh) }
  #expect(
    rows == [
      " 项目名称           层级 预期节能▾", "●0号窑余热发电      省★          0", "▌30号窑余热发电     省★      1 110",
      " 104号窑余热发电    省★      3 848",
    ])
  #expect(table.marked == ["p0"])
}

@Test func cursorStaysOnItsRecord() {
  var table = TableView(columns: Sample.columns)
  table.fit(Size(width: 80, height: 6))
  let source = TableSource((0..<50).map(Sample.row))
  table.go(to: 20, source)
  let top = table.place.top
  let moved = TableSource(((-7)..<50).map { $0 < 0 ? TableRow(id: "n\($0)", cells: []) : Sample.row($0) })
  table.reload(moved) { id in (0..<50).firstIndex { "p\($0)" == id }.map { $0 + 7 } }
  #expect(table.place.cursor == 27 && table.place.cursorID == "p20" && table.place.top == top + 7)
  table.reload(TableSource([Sample.row(1)])) { _ in nil }
  #expect(table.place.cursor == 0 && table.place.cursorID == "p1")
  table.reload(TableSource([])) { _ in nil }
  #expect(table.place.cursorID == nil)
  #expect(frame(30, 2) { table.draw(in: &$0, focused: true, source: TableSource([]), look: .zh) }[1] == " 没有记录")
}

@Test func scrollsSidewaysWithTheFirstColumnFrozen() {
  var table = TableView(columns: Sample.columns)
  let source = TableSource([Sample.row(1)])
  table.fit(Size(width: 28, height: 3))
  var seen: Set<String> = []
  for _ in 0..<6 {
    let rows = frame(28, 3) { table.draw(in: &$0, focused: true, source: source, look: .zh) }
    #expect(rows[1].hasPrefix("▌1号窑"))
    for column in Sample.columns where rows[0].contains(column.title.string) { seen.insert(column.id) }
    _ = table.handle(.key(.right), source)
  }
  #expect(seen.count == Sample.columns.count, "\(seen)")
  #expect(table.handle(.key(.right), source) == .ignored)
}

@Test func cellsOpenAndMouseSorts() {
  var table = TableView(columns: Sample.columns, selectsCells: true)
  let source = TableSource((0..<5).map(Sample.row))
  table.fit(Size(width: 80, height: 6))
  _ = table.handle(.key(.down), source)
  _ = table.handle(.key(.right), source)
  #expect(table.handle(.key(.enter), source) == .open(id: "p1", column: "tier"))
  let press = Mouse(action: .press, point: Point(x: 2, y: 0))
  #expect(table.handle(.mouse(press), source) == .sort(column: "name"))
  let double = Mouse(action: .doublePress, point: Point(x: 2, y: 4))
  #expect(table.handle(.mouse(double), source) == .open(id: "p3", column: "name"))
  table.sort(by: "name")
  table.sort(by: "due", adding: true)
  table.sort(by: "name")
  #expect(table.sort == [TableSort("name", descending: true), TableSort("due")])
}
