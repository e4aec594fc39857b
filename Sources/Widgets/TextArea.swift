import Terminal

/// Several lines of text being edited, wrapped to the width they are drawn in.
package struct TextArea: Hashable, Sendable {
  /// The text, the cursor and the undo.
  package var editor: TextEditor

  /// Without a cursor it stands behind the text.
  package init(_ text: String = "", cursor: Int? = nil) {
    editor = TextEditor(text, cursor: cursor, multiline: true)
  }

  /// What has been typed.
  package var text: String { editor.text }

  /// `width` is the width it is drawn in: up and down move by drawn lines.
  package mutating func handle(_ event: Event, width: Int) -> TextEditor.Result {
    switch event {
    case .key(.enter):
      editor.insert("\n")
      return .changed
    case .key(.up): return Self.moveLine(&editor, -1, width: width) ? .moved : .ignored
    case .key(.down): return Self.moveLine(&editor, 1, width: width) ? .moved : .ignored
    case .key(let key): return editor.handle(key)
    case .paste(let text):
      editor.insert(text)
      return .changed
    default: return .ignored
    }
  }

  /// Draws over the whole canvas, whatever its size.
  package func draw(in canvas: inout Canvas, focused: Bool, style: Style? = nil) {
    Self.draw(editor, in: &canvas, focused: focused, style: style ?? Style(focused ? .fieldFocused : .field))
  }

  /// Draws the lines around the cursor, as many as the canvas has rows.
  static func draw(_ editor: TextEditor, in canvas: inout Canvas, focused: Bool, style: Style) {
    canvas.fill(canvas.bounds, style: style)
    let (width, height) = (canvas.size.width, canvas.size.height)
    guard width > 0, height > 0 else { return }
    let lines = wrap(editor.characters, width: width)
    let place = caret(editor, lines: lines)
    let top = focused ? max(0, min(place.y - height / 2, lines.count - height)) : 0
    for row in 0..<min(height, lines.count - top) {
      let characters = editor.characters[lines[top + row]]
      var line = CleanText(String(characters.filter { $0 != "\n" }))
      // What continues below the last row drawn says so.
      if !focused, row == height - 1, top + height < lines.count { line = (line + "……").cut(to: width) }
      canvas.put(line, x: 0, y: row, width: width, style: style)
    }
    if focused { canvas.caret = Point(x: min(place.x, width - 1), y: place.y - top) }
  }

  /// The characters of each drawn line; a line feed ends its line and belongs to it.
  static func wrap(_ characters: [Character], width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    for (index, character) in characters.enumerated() {
      if character == "\n" {
        lines.append(start..<index + 1)
        (start, used) = (index + 1, 0)
        continue
      }
      let cells = CleanText(String(character)).width
      // One cell stays free for the caret at the end of a line.
      if used + cells > max(1, width - 1), index > start {
        lines.append(start..<index)
        (start, used) = (index, 0)
      }
      used += cells
    }
    lines.append(start..<characters.count)
    return lines
  }

  static func caret(_ editor: TextEditor, lines: [Range<Int>]) -> Point {
    let row = lines.lastIndex { $0.lowerBound <= editor.cursor } ?? 0
    let before = editor.characters[lines[row].lowerBound..<editor.cursor]
    return Point(x: before.reduce(0) { $0 + CleanText(String($1)).width }, y: row)
  }

  /// Moves the cursor by drawn lines; false at the first and last line, so that a form can go to the next field.
  static func moveLine(_ editor: inout TextEditor, _ step: Int, width: Int) -> Bool {
    let lines = wrap(editor.characters, width: width)
    let place = caret(editor, lines: lines)
    let row = place.y + step
    guard lines.indices.contains(row) else { return false }
    var used = 0
    var target = lines[row].lowerBound
    let end = lines[row].upperBound
    while target < end, editor.characters[target] != "\n" {
      let cells = CleanText(String(editor.characters[target])).width
      if used + cells > place.x { break }
      used += cells
      target += 1
    }
    // At a soft break the end of a line is the beginning of the next one.
    if target == end, row < lines.count - 1, target > lines[row].lowerBound { target -= 1 }
    editor.move(to: target)
    return true
  }
}
