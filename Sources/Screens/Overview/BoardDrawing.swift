import Terminal
import Widgets

extension BoardPlan {
  /// Draws the page as far as it is seen, the selected spot plain to see without colour.
  func draw(_ place: BoardPlace, in canvas: inout Canvas, _ look: Look) {
    let height = canvas.size.height
    for (index, placed) in placed.enumerated() {
      let rect = placed.rect
      let y = rect.y - place.pageTop
      guard y < height, y + rect.height > 0 else { continue }
      canvas.inside(Rect(x: rect.x, y: y, width: rect.width, height: rect.height)) { canvas in
        draw(index, placed, place, in: &canvas, look)
      }
    }
  }

  private func draw(_ index: Int, _ placed: Placed, _ place: BoardPlace, in canvas: inout Canvas, _ look: Look) {
    let top = top(index, place.tops)
    var y = 0
    if let title = placed.block.title {
      drawTitle(title, hidden: placed.block.rows.count - placed.room, top: top, in: &canvas)
      y = 1
    }
    if let chart = placed.block.chart {
      canvas.inside(Rect(x: 1, y: y, width: canvas.size.width - 1, height: placed.room)) {
        chart.draw(in: &$0, look: look)
      }
    }
    for row in placed.block.rows.dropFirst(top).prefix(placed.room) {
      for piece in row {
        draw(piece, y: y, isSelected: piece.spot != nil && piece.spot == place.spot, in: &canvas, look)
      }
      y += 1
    }
  }

  /// A line with the heading in it, and which way there is more.
  private func drawTitle(_ title: CleanText, hidden: Int, top: Int, in canvas: inout Canvas) {
    let width = canvas.size.width
    canvas.fill(Rect(x: 0, y: 0, width: width, height: 1), "─", style: .line)
    let end = 2 + min(title.width, max(0, width - 3))
    canvas.put(" " + title.cut(to: max(0, width - 4)) + " ", x: 1, y: 0, style: .heading)
    guard hidden > 0, width > end + 8 else { return }
    let mark = CleanText(" \(top > 0 ? "▴" : "")\(top < hidden ? "▾" : "")\(hidden) ")
    canvas.put(mark, x: width - mark.width - 1, y: 0, style: .dim)
  }

  private func draw(_ piece: BoardPiece, y: Int, isSelected: Bool, in canvas: inout Canvas, _ look: Look) {
    let rect = Rect(x: piece.x, y: y, width: piece.width, height: 1)
    switch piece.content {
    case .text(let text, let style, let right):
      canvas.put(text, x: piece.x, y: y, width: piece.width, align: right ? .right : .left, style: style)
    case .bar(let share, let mark, let style):
      canvas.inside(rect) { Bars.draw(share: share, mark: mark, style: style, in: &$0, look: look) }
    case .stacked(let parts):
      canvas.inside(rect) { Bars.drawStacked(parts: parts, total: parts.reduce(0, +), in: &$0, look: look) }
    case .sparkline(let values):
      canvas.put(Sparkline.text(values, width: piece.width, look: look), x: piece.x, y: y, style: Style(.bar))
    }
    guard isSelected else { return }
    canvas.restyle(rect, style: .selected)
    // A mark beside it where there is room: seen without colour.
    if piece.x > 0, canvas[piece.x - 1, y].base == " " { canvas.put("▸", x: piece.x - 1, y: y, style: .accent) }
  }
}
