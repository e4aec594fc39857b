import Domain
import Terminal
import UseCases
import Widgets

extension WatchScreen {
  package func draw(in canvas: inout Canvas, _ look: Look) {
    canvas.fill(canvas.bounds)
    let areas = areas
    if areas.isSplit || pane == .matters { canvas.inside(areas.matters) { drawMatters(in: &$0) } }
    if areas.isSplit {
      for y in 0..<canvas.size.height { canvas.put("│", x: areas.matters.width, y: y, style: .line) }
    }
    if areas.isSplit || pane == .rows { canvas.inside(areas.rows) { drawRows(in: &$0) } }
    guard let picker else { return }
    let title = CleanText(Label(zh: "看哪里", en: "Look at")[language])
    let content = Size(width: 44, height: picker.wantedHeight)
    Box.draw(Box.rect(content: content, in: canvas.size), title: title, in: &canvas) { canvas in
      picker.draw(in: &canvas, look: look)
    }
  }

  private func drawMatters(in canvas: inout Canvas) {
    let name = reference.regions[region]?.name ?? region
    canvas.put(CleanText(name), x: 1, y: 0, width: max(0, canvas.size.width - 1), style: .heading)
    let all = Label(zh: "全部", en: "Everything")
    let lines = [(all, waiting)] + Self.matters.map { (MattersOf.name($0), counts[$0.id]) }
    let here = current.map { $0 + 1 } ?? 0
    for (y, place) in (topMatter..<lines.count).prefix(max(0, canvas.size.height - 1)).enumerated() {
      let (label, count) = lines[place]
      let isHere = place == here
      let style: Style =
        isHere ? (pane == .matters ? .selected : Style(.selectedInactive)) : count == 0 ? .dim : .text
      if isHere { canvas.put("▌", x: 0, y: y + 1, style: .accent) }
      let number = CleanText(count.map { thin($0) } ?? "…")
      let room = max(0, canvas.size.width - 2 - number.width)
      canvas.put(CleanText(label[language]), x: 1, y: y + 1, width: room, style: style)
      canvas.put(
        number, x: 1 + room, y: y + 1, width: max(0, canvas.size.width - 1 - room), align: .right,
        style: isHere ? style : place > 0 && Self.matters[place - 1].isLate && count ?? 0 > 0 ? .warning : .dim)
    }
  }

  /// The columns with their widths: deadline, region, owner, matter where all are shown, and the title with the rest.
  private func columns(_ width: Int) -> [(title: Label, width: Int)] {
    var columns = [
      (Label(zh: "期限", en: "Due"), 10), (Label(zh: "地区", en: "Region"), 8), (Label(zh: "责任", en: "Owner"), 8),
    ]
    if current == nil { columns.append((Label(zh: "事项", en: "Matter"), language == .zh ? 10 : 12)) }
    while columns.count > 1, columns.reduce(0, { $0 + $1.1 + 1 }) + 12 > width { columns.remove(at: columns.count - 1) }
    let rest = max(0, width - columns.reduce(0) { $0 + $1.1 + 1 } - 1)
    return columns.map { (title: $0.0, width: $0.1) } + [(title: Label(zh: "对象", en: "What"), width: rest)]
  }

  private func drawRows(in canvas: inout Canvas) {
    let columns = columns(canvas.size.width)
    var x = 1
    for column in columns {
      canvas.put(CleanText(column.title[language]), x: x, y: 0, width: column.width, style: .dim)
      x += column.width + 1
    }
    if total == 0 {
      let said = Label(zh: "✓ 没有这类事项", en: "✓ Nothing of this kind waits")
      canvas.put(CleanText(said[language]), x: 1, y: 1, width: max(0, canvas.size.width - 1), style: Style(.good))
      return
    }
    for y in 0..<max(0, min(canvas.size.height - 1, total - topRow)) {
      let place = topRow + y
      guard rows.indices.contains(place - first) else { continue }
      draw(rows[place - first], y: y + 1, isHere: place == cursor, columns, in: &canvas)
    }
  }

  private func draw(
    _ row: MatterRow, y: Int, isHere: Bool, _ columns: [(title: Label, width: Int)], in canvas: inout Canvas
  ) {
    let style: Style = isHere ? (pane == .rows ? .selected : Style(.selectedInactive)) : .text
    if isHere {
      canvas.fill(Rect(x: 1, y: y, width: max(0, canvas.size.width - 1), height: 1), style: style)
      canvas.put("▌", x: 0, y: y, style: .accent)
    }
    let matter = Self.matters.first { $0.id == row.matter }?.label[language] ?? ""
    let due = row.due?.iso ?? "—"
    let region = reference.regions[row.region]?.name ?? row.region
    let texts = [due, region, row.owner, matter]
    var x = 1
    for (place, column) in columns.enumerated() {
      let isTitle = place == columns.count - 1
      let text = isTitle ? row.title : texts[place]
      let cell = isHere ? style : place == 0 ? (isPast(row) ? .warning : .text) : isTitle ? .text : .dim
      canvas.put(CleanText(text), x: x, y: y, width: column.width, style: cell)
      x += column.width + 1
    }
  }

  private func isPast(_ row: MatterRow) -> Bool { row.due.map { $0 < today } ?? row.isLate }
}
