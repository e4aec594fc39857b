import Terminal

/// One candidate of a picker.
package struct PickerItem: Hashable, Sendable {
  /// What is kept when it is chosen: a code.
  package let id: String
  /// What is shown.
  package let label: CleanText
  /// What tells it from others of the same name, shown dim at the right.
  package let note: CleanText

  package init(id: String, label: CleanText, note: CleanText = .empty) {
    self.id = id
    self.label = label
    self.note = note
  }
}

/// The window of candidates that was asked for, and how many there are in all.
package struct PickerPage: Hashable, Sendable {
  /// How many candidates there are in all.
  package let count: Int
  /// Those of the range, best first; fewer at the end.
  package let items: [PickerItem]
  /// Whether what was typed may become a new record.
  package let canCreate: Bool

  package init(count: Int, items: [PickerItem], canCreate: Bool = false) {
    self.count = count
    self.items = items
    self.canCreate = canCreate
  }

  /// A page out of a list that is all at hand.
  package init(all: [PickerItem], range: Range<Int>, canCreate: Bool = false) {
    let bounded = range.clamped(to: 0..<all.count)
    self.init(count: all.count, items: Array(all[bounded]), canCreate: canCreate)
  }
}

/// A list that is typed into: candidates follow each key, only a window of them is ever asked for.
package struct Picker: Hashable, Sendable {
  /// Answers a query with the candidates of a range, best first; matching (names, codes, pinyin) is its business.
  package typealias Source = (_ query: String, _ range: Range<Int>) -> PickerPage

  /// What came of an event.
  package enum Outcome: Hashable, Sendable {
    case ignored, handled, cancelled
    /// A candidate was taken.
    case chosen(PickerItem)
    /// The text typed is to become a new record.
    case create(String)
  }

  /// What was typed.
  package private(set) var query: TextField
  /// Index of the candidate under the cursor; `count` is the line that creates.
  package private(set) var cursor = 0
  /// The index of the first candidate that is shown.
  package private(set) var top = 0
  /// The candidates of the window, as last asked for.
  package private(set) var page = PickerPage(count: 0, items: [])
  /// How many candidates are asked for and shown.
  package let rows: Int

  /// Asks `source` for the first window at once; `rows` candidates are shown, one at least.
  package init(query: String = "", rows: Int = 8, source: Source) {
    self.query = TextField(query)
    self.rows = max(1, rows)
    ask(source)
  }

  /// How many lines there are to move over, the one that creates among them.
  private var lines: Int { page.count + (offersNew ? 1 : 0) }
  private var offersNew: Bool { page.canCreate && !query.editor.isEmpty }

  /// Does what an event means here.
  package mutating func handle(_ event: Event, source: Source) -> Outcome {
    switch event {
    case .key(.escape): return .cancelled
    case .key(.up): return go(to: cursor - 1, source)
    case .key(.down): return go(to: cursor + 1, source)
    case .key(.pageUp): return go(to: cursor - rows, source)
    case .key(.pageDown): return go(to: cursor + rows, source)
    case .key(.controlUp): return go(to: 0, source)
    case .key(.controlDown): return go(to: lines - 1, source)
    case .key(.enter), .key(.tab): return choose()
    case .mouse(let mouse): return handle(mouse, source)
    default: break
    }
    switch query.handle(event) {
    case .ignored: return .ignored
    case .moved: return .handled
    case .changed:
      (cursor, top) = (0, 0)
      ask(source)
      return .handled
    }
  }

  private mutating func handle(_ mouse: Mouse, _ source: Source) -> Outcome {
    switch mouse.action {
    case .wheelUp: return go(to: cursor - 3, source)
    case .wheelDown: return go(to: cursor + 3, source)
    case .press, .doublePress:
      let line = top + mouse.point.y - 1
      guard mouse.point.y > 0, line < lines else { return .handled }
      _ = go(to: line, source)
      return choose()
    }
  }

  private mutating func go(to line: Int, _ source: Source) -> Outcome {
    cursor = min(max(0, line), max(0, lines - 1))
    let old = top
    top = min(max(top, cursor - rows + 1), cursor)
    if top != old { ask(source) }
    return .handled
  }

  private mutating func ask(_ source: Source) {
    page = source(query.text, top..<top + rows)
  }

  private func choose() -> Outcome {
    if offersNew, cursor >= page.count { return .create(query.text) }
    let index = cursor - top
    guard page.items.indices.contains(index) else { return .handled }
    return .chosen(page.items[index])
  }

  /// The rows it wants: the query, its candidates, the line that creates, at least one for "no match".
  package var wantedHeight: Int { 1 + min(rows, max(1, lines)) }

  /// Draws query and candidates over the whole canvas.
  package func draw(in canvas: inout Canvas, focused: Bool = true, look: Look) {
    canvas.fill(canvas.bounds)
    let width = canvas.size.width
    canvas.inside(Rect(x: 0, y: 0, width: width, height: 1)) { canvas in
      canvas.put("/", x: 0, y: 0, style: .accent)
      canvas.inside(Rect(x: 1, y: 0, width: width - 1, height: 1)) { query.draw(in: &$0, focused: focused) }
    }
    let height = canvas.size.height - 1
    guard height > 0 else { return }
    if lines == 0 { canvas.put(look.words.noCandidate, x: 1, y: 1, width: width - 1, style: .dim) }
    // A canvas lower than the window shows the part of it around the cursor.
    let first = top + max(0, cursor - top - height + 1)
    for row in 0..<min(height, rows) where first + row < lines {
      draw(line: first + row, y: row + 1, in: &canvas, look)
    }
  }

  private func draw(line: Int, y: Int, in canvas: inout Canvas, _ look: Look) {
    let width = canvas.size.width
    let style = line == cursor ? Style.selected : .text
    canvas.put(line == cursor ? "▌" : " ", x: 0, y: y, style: .accent)
    if line >= page.count {
      canvas.put(
        "+ " + look.words.createNew + " “" + CleanText(query.text) + "”", x: 1, y: y, width: width - 1, style: style)
      return
    }
    guard page.items.indices.contains(line - top) else { return }
    let item = page.items[line - top]
    let note = item.note.cut(to: max(0, width - 1 - min(item.label.width, width * 2 / 3) - 1))
    canvas.put(item.label, x: 1, y: y, width: max(0, width - 1), style: style)
    if note.width > 0 {
      canvas.put(" " + note, x: width - note.width - 1, y: y, style: line == cursor ? style : .dim)
    }
  }
}
