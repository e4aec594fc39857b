/// The frame being composed: a grid of cells that everything is drawn into, clipped, before anything is sent.
///
/// Coordinates are local to the canvas (0, 0 is its top left), whatever part of the screen it covers. No call can
/// leave half of a wide character behind: the half that is not overwritten becomes a blank.
package struct Canvas {
  /// Of this canvas, in cells, whatever part of it may be clipped.
  package let size: Size
  /// Where the hardware cursor stands, so that an input method's window follows it; nil hides it.
  package var caret: Point?

  /// Where a text stands in a room that is wider.
  package enum Alignment: Sendable { case left, right, center }

  /// The whole grid, row by row; shared down to the innermost part being drawn, so that nothing is copied.
  private var cells: [Cell]
  private let grid: Size
  /// Where this canvas begins on the grid, and which part of the grid it may write.
  private let origin: Point
  private let clip: Rect

  /// A frame of blanks; a negative size is none.
  package init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    grid = self.size
    origin = Point(x: 0, y: 0)
    clip = Rect(x: 0, y: 0, width: grid.width, height: grid.height)
    cells = Array(repeating: .blank, count: grid.width * grid.height)
  }

  /// A part of `parent`, whose cells it takes over until it is done.
  private init(part rect: Rect, of parent: Canvas, cells: [Cell]) {
    size = rect.size
    grid = parent.grid
    origin = Point(x: parent.origin.x &+ rect.x, y: parent.origin.y &+ rect.y)
    clip = parent.clip.intersection(Rect(x: origin.x, y: origin.y, width: rect.width, height: rect.height))
    self.cells = cells
  }

  /// The whole canvas, in its own coordinates.
  package var bounds: Rect { Rect(x: 0, y: 0, width: size.width, height: size.height) }

  /// The cell at a place of this canvas; a blank outside it.
  package subscript(_ x: Int, _ y: Int) -> Cell {
    guard bounds.contains(Point(x: x, y: y)) else { return .blank }
    let column = origin.x + x
    let line = origin.y + y
    guard column >= 0, column < grid.width, line >= 0, line < grid.height else {
      return .blank
    }
    return cells[line * grid.width + column]
  }

  /// Writes `text` from `point`, clipped to the canvas; returns the cells used.
  @discardableResult
  package mutating func put(_ text: CleanText, x: Int, y: Int, style: Style = .text) -> Int {
    let line = origin.y &+ Self.bounded(y)
    guard line >= clip.y, line < clip.maxY, x < size.width else { return text.width }
    var column = origin.x &+ Self.bounded(x)
    var last: Int?
    for scalar in text.string.unicodeScalars {
      let width = Width.of(scalar)
      if width == 0 {
        if let last { cells[last].add(mark: scalar) }
        continue
      }
      if column >= clip.maxX { break }
      last = set(Cell(scalar, width: UInt8(width), style: style), column: column, line: line)
      column += width
    }
    return text.width
  }

  /// Writes `text` into exactly `width` cells: cut with `…` where too wide, padded with blanks where too narrow.
  package mutating func put(
    _ text: CleanText, x: Int, y: Int, width: Int, align: Alignment = .left, style: Style = .text
  ) {
    let width = Self.bounded(width)
    let x = Self.bounded(x)
    guard width > 0 else { return }
    let shown = text.cut(to: width)
    let spare = width - shown.width
    let before =
      switch align {
      case .left: 0
      case .right: spare
      case .center: spare / 2
      }
    fill(Rect(x: x, y: y, width: before, height: 1), style: style)
    put(shown, x: x + before, y: y, style: style)
    fill(Rect(x: x + before + shown.width, y: y, width: spare - before, height: 1), style: style)
  }

  /// Fills a rectangle with one single-width character.
  package mutating func fill(_ rect: Rect, _ character: Character = " ", style: Style = .text) {
    let clean = CleanText(String(character))
    let cell = Cell(clean.width == 1 ? clean.string.unicodeScalars.first ?? " " : " ", style: style)
    let area = onGrid(rect)
    for line in area.y..<area.maxY where area.width > 0 {
      clear(column: area.x, line: line)
      clear(column: area.maxX - 1, line: line)
      for column in area.x..<area.maxX { cells[line * grid.width + column] = cell }
    }
  }

  /// Changes the style of cells already written.
  package mutating func restyle(_ rect: Rect, style: Style) {
    let area = onGrid(rect)
    for line in area.y..<area.maxY where area.width > 0 {
      let row = line * grid.width
      for column in area.x..<area.maxX { cells[row + column].style = style }
      // Both halves of a wide character look alike.
      if cells[row + area.x].isContinuation, area.x > 0 { cells[row + area.x - 1].style = style }
      if cells[row + area.maxX - 1].width == 2, area.maxX < grid.width { cells[row + area.maxX].style = style }
    }
  }

  /// Draws `body` into `rect` with local coordinates and clipping; a caret it sets is carried over.
  package mutating func inside(_ rect: Rect, _ body: (inout Canvas) -> Void) {
    let rect = Self.bounded(rect)
    let taken = cells
    cells = []
    var part = Canvas(part: rect, of: self, cells: taken)
    body(&part)
    if part.cells.count == grid.width * grid.height, part.grid == grid {
      swap(&cells, &part.cells)
    } else {
      // The body put another canvas in its place: nothing of that one belongs to this grid.
      cells = Array(repeating: .blank, count: grid.width * grid.height)
    }
    if let inner = part.caret { caret = Point(x: inner.x + rect.x, y: inner.y + rect.y) }
  }

  /// One row as text, a wide character standing once, without the blanks at its end: what a test compares.
  package func row(_ y: Int) -> String {
    var text = ""
    for x in 0..<size.width { self[x, y].append(to: &text) }
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    return text
  }

  /// All rows, each ended by a line feed: a golden frame.
  package var text: String {
    (0..<size.height).map { row($0) + "\n" }.joined()
  }

  /// The part of a local rectangle that may be written, on the grid.
  private func onGrid(_ rect: Rect) -> Rect {
    let rect = Self.bounded(rect)
    return clip.intersection(Rect(x: origin.x + rect.x, y: origin.y + rect.y, width: rect.width, height: rect.height))
  }

  /// Far outside any screen is as good as anywhere outside, and sums of it cannot overflow.
  private static func bounded(_ value: Int) -> Int { min(max(value, -1_000_000), 1_000_000) }

  private static func bounded(_ rect: Rect) -> Rect {
    Rect(x: bounded(rect.x), y: bounded(rect.y), width: bounded(rect.width), height: bounded(rect.height))
  }

  /// Writes one cell and, for a wide character, its continuation; returns where marks that follow belong.
  private mutating func set(_ cell: Cell, column: Int, line: Int) -> Int? {
    let row = line * grid.width
    if cell.width == 2 {
      let fits = column >= clip.x && column + 1 < clip.maxX
      guard fits else {
        // Half of it lies outside: the half inside is a blank.
        for half in [column, column + 1] where half >= clip.x && half < clip.maxX {
          clear(column: half, line: line)
          cells[row + half] = Cell(style: cell.style)
        }
        return nil
      }
      clear(column: column, line: line)
      clear(column: column + 1, line: line)
      cells[row + column] = cell
      cells[row + column + 1] = Cell(width: 0, style: cell.style)
    } else {
      guard column >= clip.x, column < clip.maxX else { return nil }
      clear(column: column, line: line)
      cells[row + column] = cell
    }
    return row + column
  }

  /// Turns the other half of a wide character, of which the half at `column` is about to go, into a blank.
  private mutating func clear(column: Int, line: Int) {
    let index = line * grid.width + column
    let cell = cells[index]
    if cell.width == 0, column > 0 {
      cells[index - 1] = Cell(style: cells[index - 1].style)
    } else if cell.width == 2, column + 1 < grid.width {
      cells[index + 1] = Cell(style: cells[index + 1].style)
    }
  }
}
