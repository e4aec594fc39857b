import Terminal

extension FormView {
  /// The first line shown, so that the field with the focus and what is wrong with it are seen, moved no more than
  /// that needs.
  func visibleTop(_ layout: FormLayout, height: Int) -> Int {
    guard height > 0, let key = state.focus, let field = layout.field(key) else { return 0 }
    let last = field.line + field.height - 1 + (problem(key) == nil ? 0 : 1)
    // A section's heading comes along with its first line.
    let first = max(0, field.line - 1)
    var top = state.top
    if last >= top + height { top = last - height + 1 }
    if first < top { top = first }
    if field.line + min(field.height, height) > top + height { top = field.line + min(field.height, height) - height }
    return max(0, min(top, max(0, layout.lineCount - height)))
  }

  /// Keeps the scrolled place for the next frame and for coming back.
  package mutating func keepPlace(hooks: FormHooks) {
    state.top = visibleTop(layout(hooks), height: size.height)
  }

  /// Draws the lines around the focus; an open picker lies over them.
  package func draw(in canvas: inout Canvas, focused: Bool, hooks: FormHooks, look: Look) {
    canvas.fill(canvas.bounds)
    let layout = FormLayout(self, width: canvas.size.width, hooks: hooks, words: look.words)
    let top = visibleTop(layout, height: canvas.size.height)
    let seen = top..<top + canvas.size.height
    for (line, text) in layout.texts where seen.contains(line) { draw(text, y: line - top, in: &canvas) }
    for field in layout.fields where field.line < seen.upperBound && field.line + field.height > seen.lowerBound {
      draw(field, y: field.line - top, focused: focused, hooks, look, in: &canvas)
    }
    if let picker {
      let box = popup(picker, layout, top: top, in: canvas.size)
      canvas.inside(box) { canvas in
        let size = canvas.size
        canvas.fill(canvas.bounds, style: .line)
        if size.height > 1 {
          for y in 0..<size.height - 1 { canvas.put("│", x: size.width - 1, y: y, style: .line) }
          canvas.fill(Rect(x: 0, y: size.height - 1, width: size.width, height: 1), "─", style: .line)
        }
        canvas.inside(Rect(x: 0, y: 0, width: size.width - 1, height: max(1, size.height - 1))) {
          picker.draw(in: &$0, focused: focused, look: look)
        }
      }
    }
    // A form too narrow for its field keeps the caret at its edge.
    if let caret = canvas.caret, !canvas.bounds.isEmpty {
      canvas.caret = Point(
        x: min(max(0, caret.x), canvas.size.width - 1), y: min(max(0, caret.y), canvas.size.height - 1))
    }
  }

  private func draw(_ text: FormLayout.Text, y: Int, in canvas: inout Canvas) {
    switch text {
    case .rule(let title, let hint):
      canvas.fill(Rect(x: 0, y: y, width: canvas.size.width, height: 1), "─", style: .line)
      let heading = " " + title + " "
      canvas.put(heading.cut(to: max(0, canvas.size.width - 2)), x: 2, y: y, style: .heading)
      let x = canvas.size.width - hint.width - 4
      if hint.width > 0, x > heading.width + 4 { canvas.put(" " + hint + " ", x: x, y: y, style: .dim) }
    case .plain(let text, let x, let width, let align, let style):
      canvas.put(text, x: x, y: y, width: width, align: align, style: style)
    }
  }

  private func draw(
    _ field: FormLayout.Field, y: Int, focused: Bool, _ hooks: FormHooks, _ look: Look, in canvas: inout Canvas
  ) {
    let here = focused && field.key == state.focus
    let item = field.item
    if field.label.width > 0 {
      canvas.put(field.label, x: field.labelX, y: y, width: max(0, field.x - field.labelX - 1))
    }
    if field.isPlaceholder {
      let style = here ? Style(.fieldFocused) : Style(.placeholder)
      canvas.put("(" + look.words.addRow + ")", x: field.x, y: y, width: field.inner, style: style)
      if here { canvas.caret = Point(x: min(field.x, canvas.size.width - 1), y: y) }
      return
    }
    let style = style(of: field, here: here)
    // Cells of a child list stand close, so only the one with the focus has its brackets.
    if here || (field.grid == nil && !item.readonly && !item.derived) {
      canvas.put("[", x: field.x, y: y, style: here ? .accent : .dim)
      canvas.put("]", x: field.x + field.inner + 1, y: y, style: here ? .accent : .dim)
    }
    let box = Rect(x: field.x + 1, y: y, width: field.inner, height: field.height)
    canvas.inside(box) { drawInside(field, here: here, style, hooks, look, in: &$0) }
    var x = field.x + field.inner + 2
    if item.unit.width > 0, field.grid == nil {
      canvas.put(item.unit, x: x + 1, y: y, style: .dim)
      x += item.unit.width + 1
    }
    if field.noteRoom > 0, let note = hooks.note(field.key, text(field.key)) {
      canvas.put(note, x: x + 1, y: y, width: min(field.noteRoom, max(0, canvas.size.width - x - 1)), style: .dim)
    }
  }

  private func style(of field: FormLayout.Field, here: Bool) -> Style {
    if problem(field.key) != nil { return Style(.fieldError, bold: here) }
    if here { return Style(.fieldFocused) }
    if field.item.derived { return Style(.derived) }
    return field.item.readonly ? .dim : Style(.field)
  }

  private func drawInside(
    _ field: FormLayout.Field, here: Bool, _ style: Style, _ hooks: FormHooks, _ look: Look, in canvas: inout Canvas
  ) {
    let item = field.item
    let width = canvas.size.width
    canvas.fill(canvas.bounds, style: style)
    let mark: CleanText = item.isPicked ? "▾" : item.kind == .area ? "⤶" : .empty
    let room = mark.width > 0 && width > 4 ? width - 2 : width
    if room < width { canvas.put(mark, x: width - 1, y: 0, style: here ? style : .dim) }
    let kept = text(field.key)
    switch item.kind {
    case .toggle:
      canvas.put(kept.isEmpty ? " " : "✓", x: 0, y: 0, style: style)
      if here { canvas.caret = Point(x: 0, y: 0) }
    case .picker, .choice:
      canvas.put(label(of: item, field.key, kept, hooks), x: 0, y: 0, width: room, style: style)
      if here { canvas.caret = Point(x: 0, y: 0) }
    case .area where here:
      canvas.inside(Rect(x: 0, y: 0, width: room, height: canvas.size.height)) {
        TextArea.draw(editor, in: &$0, focused: true, style: style)
      }
    default:
      if here {
        let window = TextField.window(editor.characters, cursor: editor.cursor, width: room, focused: true)
        canvas.put(window.text, x: 0, y: 0, width: room, style: style)
        canvas.caret = Point(x: window.caret, y: 0)
      } else {
        var shown = unread[field.key] == nil ? hooks.shown(field.key, kept) : CleanText(kept)
        // Digits come before the gaps between thousands.
        if item.kind == .number, shown.width > room { shown = CleanText(shown.string.replacing(" ", with: "")) }
        canvas.put(shown, x: 0, y: 0, width: room, align: item.kind == .number ? .right : .left, style: style)
      }
    }
  }

  private func label(of item: FormItem, _ key: FormKey, _ kept: String, _ hooks: FormHooks) -> CleanText {
    if case .choice(let choices) = item.kind, let choice = choices.first(where: { $0.id == kept }) {
      return choice.label
    }
    return kept.isEmpty ? .empty : hooks.shown(key, kept)
  }
}
