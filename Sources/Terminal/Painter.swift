/// Turns frames into the fewest bytes that make a terminal show them; pure, so that tests play them back.
///
/// Sequences are ECMA-48's, which every terminal with a cursor that can be placed has understood since the VT100.
struct Painter {
  let capabilities: Capabilities
  var theme: Theme
  /// What the terminal shows; nil before the first frame and when it must be painted from nothing.
  private(set) var shown: [PaintedCell]?
  private(set) var size = Size(width: 0, height: 0)
  private var output: [UInt8] = []
  private var pen = Appearance.plain
  /// Where the terminal's cursor is; nil when that depends on the terminal.
  private var cursor: Point?
  private var caretIsVisible: Bool?

  init(capabilities: Capabilities, theme: Theme) {
    self.capabilities = capabilities
    self.theme = theme
  }

  /// Forgets what the terminal shows: the next frame is painted whole.
  mutating func forget() {
    shown = nil
  }

  /// The bytes that turn what is shown into `canvas`; empty where nothing differs.
  mutating func frame(_ canvas: Canvas) -> [UInt8] {
    output.removeAll(keepingCapacity: true)
    let width = canvas.size.width
    if shown == nil || size != canvas.size {
      size = canvas.size
      pen = .plain
      caretIsVisible = nil
      send("\u{1B}[m\u{1B}[H\u{1B}[2J")
      cursor = Point(x: 0, y: 0)
      shown = Array(repeating: .blank, count: width * size.height)
    }
    let old = shown ?? []
    let new = painted(canvas)
    if old != new {
      var ways = [way(from: old, to: new, nil)]
      if capabilities.scrolls, let scroll = Scroll.find(from: old, to: new, size: size) {
        ways.append(way(from: old, to: new, scroll))
      }
      if let best = ways.min(by: { $0.output.count < $1.output.count }) { self = best }
    }
    shown = new
    placeCaret(canvas.caret.flatMap { canvas.bounds.contains($0) ? $0 : nil })
    return output
  }

  // MARK: rows

  private func painted(_ canvas: Canvas) -> [PaintedCell] {
    var cells: [PaintedCell] = []
    cells.reserveCapacity(size.width * size.height)
    var last: (style: Style, look: Appearance)?
    for y in 0..<size.height {
      for x in 0..<size.width {
        let cell = canvas[x, y]
        if last?.style != cell.style { last = (cell.style, theme.look(cell.style, capabilities.colors)) }
        cells.append(PaintedCell(cell, last?.look ?? .plain))
      }
    }
    return cells
  }

  /// This painter after it has painted one of the ways to the new frame: with or without a shift of lines, and row by row
  /// or look by look, whichever is shorter.
  private func way(from old: [PaintedCell], to new: [PaintedCell], _ scroll: Scroll?) -> Painter {
    var base = self
    var old = old
    if let scroll { base.apply(scroll, to: &old) }
    let width = size.width
    var pieces: [Piece] = []
    for y in 0..<size.height {
      let row = y * width..<(y + 1) * width
      if old[row] != new[row] { pieces += base.pieces(y, old: old[row], new: new[row]) }
    }
    var byRow = base
    for piece in pieces { byRow.paint(piece, new) }
    var looks: [Appearance] = []
    for piece in pieces where !looks.contains(piece.look) { looks.append(piece.look) }
    guard looks.count > 1 else { return byRow }
    var byLook = base
    for look in looks { for piece in pieces where piece.look == look { byLook.paint(piece, new) } }
    return byLook.output.count < byRow.output.count ? byLook : byRow
  }

  /// Cells of one look side by side in a row; `isTail` is to be erased to the end of the line.
  private struct Piece {
    let x: Int
    let y: Int
    /// Where the cells stand in the frame.
    var cells: Range<Int>
    let look: Appearance
    var isTail = false
  }

  private mutating func paint(_ piece: Piece, _ cells: [PaintedCell]) {
    guard piece.isTail else { return write(cells[piece.cells], x: piece.x, y: piece.y) }
    move(piece.x, piece.y)
    // What colour the letters would have does not show in blanks.
    if pen.background != piece.look.background || !pen.erasable { set(piece.look) }
    send("\u{1B}[K")
  }

  /// The pieces of a row that differ.
  private func pieces(_ y: Int, old: ArraySlice<PaintedCell>, new: ArraySlice<PaintedCell>) -> [Piece] {
    var pieces: [Piece] = []
    let width = size.width
    let start = new.startIndex
    let oldStart = old.startIndex
    let blankFrom = trailingBlanks(new)
    var x = 0
    while x < width {
      guard new[start + x] != old[oldStart + x] else {
        x += 1
        continue
      }
      // A changed right half belongs to its left one.
      if new[start + x].isContinuation, x > 0 { x -= 1 }
      if x >= blankFrom, canErase(from: x, new[start + x]) {
        let cells = start + x..<start + width
        return pieces + [Piece(x: x, y: y, cells: cells, look: new[start + x].look, isTail: true)]
      }
      var end = x + 1
      var same = 0
      var probe = end
      while probe < width, probe < blankFrom || width - blankFrom < 4, same < 4 {
        if new[start + probe] != old[oldStart + probe] {
          end = probe + 1
          same = 0
        } else {
          // A short run that did not change costs less than moving over it.
          same += 1
        }
        probe += 1
      }
      if end < width, new[start + end].isContinuation { end += 1 }
      var begin = x
      for place in x..<end {
        let cell = new[start + place]
        // A blank goes with what stands before it where it looks the same there.
        let isBlank = cell.isBare && place > begin && new[start + begin].look.shows(cell)
        if place == x || cell.isContinuation || isBlank { continue }
        if cell.look == new[start + begin].look { continue }
        pieces.append(Piece(x: begin, y: y, cells: start + begin..<start + place, look: new[start + begin].look))
        begin = place
      }
      pieces.append(Piece(x: begin, y: y, cells: start + begin..<start + end, look: new[start + begin].look))
      x = end
    }
    return pieces
  }

  /// Where a row's blanks of one look begin that erasing to the end of the line would make.
  private func trailingBlanks(_ row: ArraySlice<PaintedCell>) -> Int {
    guard let last = row.last else { return 0 }
    var count = 0
    for cell in row.reversed() {
      guard cell == last, cell.base == " ", cell.width == 1 else { break }
      count += 1
    }
    return row.count - count
  }

  private func canErase(from x: Int, _ cell: PaintedCell) -> Bool {
    size.width - x >= 4 && cell.look.erasable
      && (cell.look.background == nil || capabilities.erasesWithBackground)
  }

  private mutating func write(_ cells: ArraySlice<PaintedCell>, x: Int, y: Int) {
    var column = x
    for cell in cells {
      defer { column += 1 }
      if cell.isContinuation { continue }
      let isLast = y == size.height - 1 && column + Int(cell.width) >= size.width
      if isLast && !capabilities.holdsLastCell { continue }
      move(column, y)
      if !cell.isBare || !pen.shows(cell) { set(cell.look) }
      append(cell)
      let next = column + Int(cell.width)
      cursor = next < size.width ? Point(x: next, y: y) : nil
    }
  }

  private mutating func append(_ cell: PaintedCell) {
    var text = ""
    switch capabilities.repertoire {
    case .full:
      append(cell, to: &text)
    case .asciiGlyphs:
      if let ascii = Glyphs.ascii(cell.base) { text.unicodeScalars.append(ascii) } else { append(cell, to: &text) }
    case .ascii:
      for _ in 0..<cell.width { text.unicodeScalars.append(Glyphs.asciiText(cell.base)) }
    }
    output += text.utf8
  }

  private func append(_ cell: PaintedCell, to text: inout String) {
    Cell(cell.base, width: cell.width, marks: cell.marks).append(to: &text)
  }

  // MARK: scrolling

  private mutating func apply(_ scroll: Scroll, to old: inout [PaintedCell]) {
    set(.plain)
    let count = abs(scroll.lines)
    send("\u{1B}[\(scroll.top + 1);\(scroll.bottom + 1)r")
    if scroll.lines > 0 {
      send("\u{1B}[\(scroll.bottom + 1);1H" + String(repeating: "\n", count: count))
    } else {
      send("\u{1B}[\(scroll.top + 1);1H" + String(repeating: "\u{1B}M", count: count))
    }
    // Where the cursor goes with the region is not the same everywhere; some leave it where it was.
    send("\u{1B}[r\u{1B}[H")
    cursor = Point(x: 0, y: 0)
    scroll.apply(to: &old, width: size.width, erased: .blank)
  }

  // MARK: pen and cursor

  private mutating func set(_ look: Appearance) {
    guard look != pen else { return }
    send(look.sequence(from: pen))
    pen = look
  }

  private mutating func move(_ x: Int, _ y: Int) {
    if cursor == Point(x: x, y: y) { return }
    if let cursor, cursor.y == y, x > 0 {
      send("\u{1B}[\(x + 1)G")
    } else if let cursor, x == 0, y >= cursor.y, y - cursor.y <= 3 {
      send("\r" + String(repeating: "\n", count: y - cursor.y))
    } else if let cursor, y == cursor.y + 1 {
      // One byte shorter than naming the row too; a line feed keeps the column.
      send(x == cursor.x ? "\n" : "\n\u{1B}[\(x + 1)G")
    } else {
      send(x == 0 ? (y == 0 ? "\u{1B}[H" : "\u{1B}[\(y + 1)H") : "\u{1B}[\(y + 1);\(x + 1)H")
    }
    self.cursor = Point(x: x, y: y)
  }

  private mutating func placeCaret(_ caret: Point?) {
    if let caret { move(caret.x, caret.y) }
    guard caretIsVisible != (caret != nil) else { return }
    send(caret == nil ? "\u{1B}[?25l" : "\u{1B}[?25h")
    caretIsVisible = caret != nil
  }

  private mutating func send(_ sequence: String) {
    output += sequence.utf8
  }
}
