import Terminal

/// One line of text being edited, scrolled sideways so that the cursor is always seen.
package struct TextField: Hashable, Sendable {
  /// The text, the cursor and the undo.
  package var editor: TextEditor

  /// Without a cursor it stands behind the text.
  package init(_ text: String = "", cursor: Int? = nil) {
    editor = TextEditor(text, cursor: cursor)
  }

  /// What has been typed.
  package var text: String { editor.text }

  /// Does what an event means here.
  package mutating func handle(_ event: Event) -> TextEditor.Result {
    switch event {
    case .key(let key): return editor.handle(key)
    case .paste(let text):
      editor.insert(text)
      return .changed
    default: return .ignored
    }
  }

  /// Draws over the whole width of the canvas's first row, the caret where the cursor stands.
  package func draw(in canvas: inout Canvas, focused: Bool, placeholder: CleanText = .empty, style: Style? = nil) {
    let style = style ?? Style(focused ? .fieldFocused : .field)
    let line = Rect(x: 0, y: 0, width: canvas.size.width, height: 1)
    canvas.fill(line, style: style)
    guard !canvas.bounds.isEmpty else { return }
    if editor.isEmpty {
      canvas.put(placeholder, x: 0, y: 0, width: canvas.size.width, style: Style(.placeholder))
      if focused { canvas.caret = Point(x: 0, y: 0) }
      return
    }
    let window = Self.window(editor.characters, cursor: editor.cursor, width: canvas.size.width, focused: focused)
    canvas.put(window.text, x: 0, y: 0, width: canvas.size.width, style: style)
    if focused { canvas.caret = Point(x: window.caret, y: 0) }
  }

  /// The part of `characters` that `width` cells show, and the caret's column in it. It moves by half a width at a
  /// time, so that typing at the end does not shift the text at every key; `…` stands where more is.
  package static func window(
    _ characters: [Character], cursor: Int, width: Int, focused: Bool
  ) -> (text: CleanText, caret: Int) {
    guard width > 1 else { return (.empty, 0) }
    let widths = characters.map { CleanText(String($0)).width }
    let total = widths.reduce(0, +)
    let caret = widths[..<min(cursor, widths.count)].reduce(0, +)
    guard focused, total >= width else { return (CleanText(String(characters)), min(caret, width - 1)) }
    let half = max(1, width / 2)
    var start = 0
    // The cell before the window's end is kept for the `…` or the caret itself.
    while caret - start >= width - 1 { start += half }
    guard start > 0 else { return (CleanText(String(characters)).cut(to: width), caret) }
    var dropped = 0
    var first = 0
    while first < widths.count, dropped < start + 1 {
      dropped += widths[first]
      first += 1
    }
    let shown = CleanText(
      "…" + String(repeating: " ", count: max(0, dropped - start - 1)) + String(characters[first...]))
    return (shown.cut(to: width), min(max(0, caret - start), width - 1))
  }
}
