import Terminal

/// A question or a word to the person, over the middle of the screen.
package struct Dialog: Hashable, Sendable {
  /// What is wanted of the person.
  package enum Kind: Hashable, Sendable {
    /// Any key closes it but those that go up and down a long one.
    case message
    /// Yes, no or back; `count` is the number of records that it is about.
    case question(count: Int?)
    /// One line to be typed.
    case input
    /// One of a list.
    case choice([CleanText])
  }

  /// What came of an event.
  package enum Outcome: Hashable, Sendable {
    case ignored, handled, cancelled
    case closed, yes, no
    /// What was typed; may be blank.
    case typed(String)
    /// The index of the choice.
    case chosen(Int)
  }

  /// What is wanted of the person.
  package let kind: Kind
  /// Its heading, in the language of the person.
  package let title: CleanText
  /// What is said, a line each, in the language of the person.
  package let lines: [CleanText]
  /// How its frame looks: a warning, an error.
  package let style: Style
  /// The line that is typed into; used by `.input` alone.
  package private(set) var field: TextField
  /// Index of what is under the cursor; of a message's first line that is seen.
  package private(set) var cursor = 0
  /// Lines of a message that are sure to be seen at once.
  private static let short = 4

  /// `cursor` is where a choice begins.
  package init(
    _ kind: Kind, title: CleanText, lines: [CleanText] = [], text: String = "", cursor: Int = 0, style: Style = .line
  ) {
    self.kind = kind
    self.title = title
    self.lines = lines
    self.style = style
    field = TextField(text)
    if case .choice(let choices) = kind { self.cursor = min(max(0, cursor), max(0, choices.count - 1)) }
  }

  /// Does what an event means here.
  package mutating func handle(_ event: Event) -> Outcome {
    switch kind {
    case .message:
      guard case .key(let key) = event else { return .ignored }
      return lines.count > Self.short && scroll(key) ? .handled : .closed
    case .question: return answer(event)
    case .input:
      if event == .key(.enter) { return .typed(field.text) }
      if event == .key(.escape) { return .cancelled }
      return field.handle(event) == .ignored ? .ignored : .handled
    case .choice(let choices): return choose(event, choices.count)
    }
  }

  private mutating func scroll(_ key: Key) -> Bool {
    let last = lines.count - 1
    switch key {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(last, cursor + 1)
    case .pageUp: cursor = max(0, cursor - Self.short)
    case .pageDown: cursor = min(last, cursor + Self.short)
    default: return false
    }
    return true
  }

  private func answer(_ event: Event) -> Outcome {
    guard case .key(let key) = event else { return .ignored }
    switch key.halfWidth {
    // Enter says yes: the question names the number of records, and Esc is the way out.
    case .character("y"), .character("Y"), .enter: return .yes
    case .character("n"), .character("N"): return .no
    case .escape, .character("q"): return .cancelled
    default: return .handled
    }
  }

  private mutating func choose(_ event: Event, _ count: Int) -> Outcome {
    guard case .key(let key) = event else { return .ignored }
    switch key.halfWidth {
    case .up, .character("k"): cursor = max(0, cursor - 1)
    case .down, .character("j"): cursor = min(max(0, count - 1), cursor + 1)
    case .home, .character("g"): cursor = 0
    case .end, .character("G"): cursor = max(0, count - 1)
    case .enter: return count > 0 ? .chosen(cursor) : .cancelled
    case .escape, .character("q"): return .cancelled
    case .character(let digit):
      guard let number = digit.wholeNumberValue, number >= 1, number <= count else { return .handled }
      return .chosen(number - 1)
    default: return .handled
    }
    return .handled
  }

  private func hint(_ words: WidgetWords) -> CleanText {
    switch kind {
    case .message: words.anyKey
    case .question: words.yes + "  " + words.no + "  " + words.cancel
    case .input, .choice: words.ok + "  " + words.cancel
    }
  }

  /// Draws over the whole canvas, whatever its size.
  package func draw(in canvas: inout Canvas, look: Look) {
    let room = max(2, min(canvas.size.width - 4, 72))
    var text = lines.flatMap { $0.wrapped(to: room) }
    if case .question(let count?) = kind { text.append(CleanText(thin(count)) + " " + look.words.records) }
    var rows: [CleanText] = []
    if case .choice(let choices) = kind {
      rows = choices.enumerated().map { ($0.offset < 9 ? CleanText("\($0.offset + 1) ") : "  ") + $0.element }
    }
    let isInput = kind == .input
    let hint = hint(look.words)
    let widest = ((text + rows + [hint]).map(\.width) + [title.width + 2]).max() ?? 0
    let wanted = Size(
      width: min(room, max(widest, isInput ? 40 : 0)), height: text.count + rows.count + (isInput ? 1 : 0) + 2)
    Box.draw(Box.rect(content: wanted, in: canvas.size), title: title, style: style, in: &canvas) { canvas in
      let size = canvas.size
      // What has to be answered is seen even where the words before it are not.
      let answer = max(rows.count, isInput ? 1 : 0)
      let textRows = max(0, min(text.count, size.height - min(answer, size.height) - 2))
      let isLong = kind == .message && textRows < text.count
      let seen = isLong ? lines.dropFirst(cursor).flatMap { $0.wrapped(to: room) } : text
      for (y, line) in seen.prefix(textRows).enumerated() { canvas.put(line, x: 0, y: y, width: size.width) }
      if isInput {
        canvas.inside(Rect(x: 0, y: min(textRows, size.height - 1), width: size.width, height: 1)) {
          field.draw(in: &$0, focused: true)
        }
      }
      let shown = max(1, min(rows.count, size.height - textRows - 1))
      let top = max(0, cursor - shown + 1)
      for (y, row) in rows.dropFirst(top).prefix(shown).enumerated() {
        canvas.put(row, x: 0, y: textRows + y, width: size.width, style: top + y == cursor ? .selected : .text)
      }
      if size.height > max(1, answer) + textRows - (answer == 0 ? 1 : 0) {
        let hint = isLong && lines.count > Self.short ? look.words.moreBelow : hint
        canvas.put(hint, x: 0, y: size.height - 1, width: size.width, style: .dim)
      }
    }
  }
}
