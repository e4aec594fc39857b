import Domain
import Terminal
import Widgets

extension RegistersScreen {
  /// Where the parts stand at a size: a narrow screen loses the plan's actions, a low one the lines below.
  struct Areas {
    let list: Rect
    let below: Rect
    /// Cells of the columns; what waits takes the rest.
    let part: Int
    let name: Int
    let count: Int

    init(_ size: Size, isWide: Bool) {
      let all = Rect(x: 0, y: 0, width: size.width, height: size.height)
      let (main, bottom) = all.splitBottom(size.height >= 12 ? 3 : 0)
      (_, list) = main.splitTop(1)
      below = bottom
      part = size.width >= 72 ? 23 : 0
      name = isWide ? 24 : 17
      count = 7
    }

    var matters: Int { part + name + count + 3 }
  }

  var areas: Areas { Areas(size, isWide: language == .en) }

  /// One text of a line: the register, or a matter with its count.
  struct Piece {
    let x: Int
    let text: CleanText
    let stop: Int
    let isLate: Bool
  }

  func pieces(_ row: Row) -> [Piece] {
    var pieces = [Piece(x: areas.part + 1, text: CleanText(row.register.label[language]), stop: 0, isLate: false)]
    var x = areas.matters
    for (place, (matter, count)) in row.matters.enumerated() {
      let text = CleanText(matter.label[language]) + " " + CleanText(thin(count))
      pieces.append(Piece(x: x, text: text, stop: place + 1, isLate: matter.isLate))
      x += text.width + 2
    }
    return pieces
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    canvas.fill(canvas.bounds)
    drawHeading(in: &canvas)
    guard !rows.isEmpty else {
      canvas.put(look.words.nothingHere, x: 1, y: 1, width: max(0, canvas.size.width - 1), style: .dim)
      return
    }
    for (y, index) in (top..<min(rows.count, top + areas.list.height)).enumerated() {
      draw(rows[index], index, y: areas.list.y + y, in: &canvas)
    }
    drawBelow(in: &canvas)
  }

  private func drawHeading(in canvas: inout Canvas) {
    func put(_ zh: String, _ en: String, _ x: Int, _ width: Int, _ align: Canvas.Alignment = .left) {
      canvas.put(
        CleanText(Label(zh: zh, en: en)[language]), x: x, y: 0, width: max(0, width), align: align, style: .dim)
    }
    if areas.part > 0 { put("行动", "Action of the plan", 1, areas.part - 1) }
    put("台账", "Register", areas.part + 1, areas.name)
    put("记录", "Records", areas.part + areas.name + 1, areas.count, .right)
    put("待办", "Waiting", areas.matters, size.width - areas.matters)
  }

  private func draw(_ row: Row, _ index: Int, y: Int, in canvas: inout Canvas) {
    let isHere = index == spot.row
    // The action is named once, and again at the top of the page.
    if areas.part > 0, index == top || index == 0 || rows[index - 1].part != row.part {
      let name = CleanText(row.part.rawValue) + " " + CleanText(row.part.label[language])
      canvas.put(name, x: 1, y: y, width: areas.part - 2, style: .heading)
    }
    let count = row.count.map { CleanText(thin($0)) } ?? "…"
    canvas.put(
      count, x: areas.part + areas.name + 1, y: y, width: areas.count, align: .right,
      style: row.count == 0 ? .dim : .text)
    for piece in pieces(row) {
      let room = piece.stop == 0 ? areas.name - 1 : size.width - piece.x
      guard room > 0 else { continue }
      let isSelected = isHere && piece.stop == spot.stop
      if isSelected { canvas.put("▌", x: piece.x - 1, y: y, style: .accent) }
      let style: Style =
        isSelected ? .selected : piece.isLate ? .warning : piece.stop > 0 ? .dim : .text
      canvas.put(piece.text, x: piece.x, y: y, width: min(piece.text.width, room), style: style)
    }
  }

  /// The clauses of the register under the cursor, and all that waits in it.
  private func drawBelow(in canvas: inout Canvas) {
    guard areas.below.height >= 3, let row = current else { return }
    let y = areas.below.y
    let width = max(0, size.width - 1)
    canvas.fill(Rect(x: 0, y: y, width: size.width, height: 1), "─", style: .line)
    let clauses = row.register.clauses.map { id in
      id + (PlanClauses.named(id).map { " " + $0.label[language] } ?? "")
    }
    canvas.put(CleanText(clauses.joined(separator: "  ")), x: 1, y: y + 1, width: width, style: .text)
    let matters = row.matters
    let waiting =
      row.waiting == nil
      ? Label(zh: "正在统计…", en: "Counting ...")[language]
      : matters.isEmpty
        ? "✓ " + Label(zh: "没有待办", en: "Nothing waits")[language]
        : matters.map { "\($0.matter.label[language]) \(thin($0.count))" }.joined(separator: "  ")
    canvas.put(CleanText(waiting), x: 1, y: y + 2, width: width, style: .dim)
  }
}
