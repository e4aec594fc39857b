import Terminal
import Widgets

/// A table under the lines that say what it lists; a screen too low for both shows the table alone.
extension TableView {
  /// Rows that `lines` of heading take on a screen of this size.
  static func headingRows(_ size: Size, lines: Int = 1) -> Int { size.height > 2 * lines + 1 ? lines : 0 }

  /// Where the table begins.
  static func origin(_ size: Size, lines: Int = 1) -> Point { Point(x: 0, y: headingRows(size, lines: lines)) }

  mutating func fit(under lines: Int, _ size: Size) {
    fit(Size(width: size.width, height: max(1, size.height - Self.headingRows(size, lines: lines))))
  }

  /// Paints the whole screen: `heading` where it has room, and the table under it.
  func draw(
    in canvas: inout Canvas, under lines: Int = 1, source: TableSource, look: Look, heading: (inout Canvas) -> Void
  ) {
    canvas.fill(canvas.bounds)
    let top = Self.headingRows(canvas.size, lines: lines)
    if top > 0 { heading(&canvas) }
    let rect = Rect(x: 0, y: top, width: canvas.size.width, height: max(0, canvas.size.height - top))
    canvas.inside(rect) { draw(in: &$0, focused: true, source: source, look: look) }
  }
}

extension Canvas {
  /// One line of heading.
  mutating func putHeading(_ text: CleanText, y: Int = 0, style: Style = .heading) {
    put(text, x: 1, y: y, width: max(0, size.width - 1), style: style)
  }
}
