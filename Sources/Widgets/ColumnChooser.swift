import Terminal

/// Which columns of a table are shown, and in which order; the first stays first and shown.
package struct ColumnChooser: Hashable, Sendable {
  /// What came of an event.
  package enum Outcome: Hashable, Sendable {
    case ignored, handled, cancelled
    /// The ids of the columns shown, in order.
    case chosen([String])
  }

  /// A column that may be shown.
  package struct Choice: Hashable, Sendable {
    /// Permanent id.
    package let id: String
    /// What it is called.
    package let name: CleanText
    /// Whether it is; the first always is.
    package var shown: Bool

    package init(id: String, name: CleanText, shown: Bool) {
      self.id = id
      self.name = name
      self.shown = shown
    }
  }

  /// In the order in which they are to be shown, those left out among them.
  package private(set) var choices: [Choice]
  /// Index of what is under the cursor.
  package private(set) var cursor = 0

  /// The columns as they are now; the first is made to be shown.
  package init(_ choices: [Choice]) {
    self.choices = choices
    if !choices.isEmpty { self.choices[0].shown = true }
  }

  /// Does what an event means here.
  package mutating func handle(_ event: Event) -> Outcome {
    guard case .key(let key) = event else { return .ignored }
    switch key.halfWidth {
    case .up, .character("k"): cursor = max(0, cursor - 1)
    case .down, .character("j"): cursor = min(max(0, choices.count - 1), cursor + 1)
    case .home, .character("g"): cursor = 0
    case .end, .character("G"): cursor = max(0, choices.count - 1)
    case .character(" "): if cursor > 0 { choices[cursor].shown.toggle() }
    case .controlUp: move(-1)
    case .controlDown: move(1)
    case .enter: return .chosen(choices.filter(\.shown).map(\.id))
    case .escape, .character("q"): return .cancelled
    default: return .ignored
    }
    return .handled
  }

  private mutating func move(_ step: Int) {
    let other = cursor + step
    guard cursor > 0, other > 0, other < choices.count else { return }
    choices.swapAt(cursor, other)
    cursor = other
  }

  /// Draws over the whole canvas, whatever its size.
  package func draw(in canvas: inout Canvas, look: Look) {
    let rows = choices.map { choice -> CleanText in (choice.shown ? "[✓] " : "[ ] ") + choice.name }
    ListBox.draw(rows, cursor: cursor, title: look.words.columns, hint: look.words.columnsHint, in: &canvas)
  }
}
