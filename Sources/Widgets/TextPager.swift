import Terminal

/// A long text to be read: wrapped, scrolled, searched with `/`, `n` and `N`.
package struct TextPager: Hashable, Sendable {
  /// What came of an event.
  package enum Outcome: Hashable, Sendable { case ignored, handled, closed }

  /// One line as it was given; drawing wraps it.
  package struct Line: Hashable, Sendable {
    /// What is read.
    package let text: CleanText
    /// How it looks.
    package let style: Style

    package init(_ text: CleanText, style: Style = .text) {
      self.text = text
      self.style = style
    }
  }

  /// Its heading, in the language of the person.
  package let title: CleanText
  /// From the top down.
  package let lines: [Line]
  /// How many drawn lines are scrolled away.
  package private(set) var top = 0
  /// What is looked for.
  package private(set) var query = TextField()
  /// Whether typing goes into the search.
  package private(set) var searching = false
  private var size = Size(width: 80, height: 22)

  package init(title: CleanText, lines: [Line]) {
    self.title = title
    self.lines = lines
  }

  /// Tells the pager how large it is drawn.
  package mutating func fit(_ size: Size) { self.size = size }

  private func wrapped(_ width: Int) -> [Line] {
    lines.flatMap { line in line.text.wrapped(to: max(1, width)).map { Line($0, style: line.style) } }
  }

  private func matches(_ line: Line) -> Bool {
    !query.editor.isEmpty && line.text.string.localizedMatch(query.text)
  }

  /// Does what an event means here.
  package mutating func handle(_ event: Event) -> Outcome {
    if searching {
      if event == .key(.enter) || event == .key(.escape) {
        searching = false
        if event == .key(.escape) { query = TextField() } else { find(1, from: top - 1) }
        return .handled
      }
      return query.handle(event) == .ignored ? .ignored : .handled
    }
    if case .mouse(let mouse) = event {
      scroll(mouse.action == .wheelUp ? -3 : mouse.action == .wheelDown ? 3 : 0)
      return .handled
    }
    guard case .key(let key) = event else { return .ignored }
    switch key.halfWidth {
    case .up, .character("k"): scroll(-1)
    case .down, .character("j"): scroll(1)
    case .pageUp: scroll(-max(1, size.height - 1))
    case .pageDown, .character(" "): scroll(max(1, size.height - 1))
    case .home, .character("g"): top = 0
    case .end, .character("G"): scroll(wrapped(size.width).count)
    case .character("/"): searching = true
    case .character("n"): find(1, from: top)
    case .character("N"): find(-1, from: top)
    case .escape, .character("q"): return .closed
    default: return .ignored
    }
    return .handled
  }

  private mutating func scroll(_ step: Int) {
    top = max(0, min(top + step, wrapped(size.width).count - max(1, size.height - 1)))
  }

  private mutating func find(_ step: Int, from line: Int) {
    let all = wrapped(size.width)
    var next = line + step
    while all.indices.contains(next) {
      if matches(all[next]) { return top = next }
      next += step
    }
  }

  /// Draws over the whole canvas, whatever its size.
  package func draw(in canvas: inout Canvas, look: Look) {
    canvas.fill(canvas.bounds)
    let (width, height) = (canvas.size.width, canvas.size.height)
    canvas.put(title, x: 0, y: 0, width: width, style: .heading)
    let rows = height - 1 - (searching ? 1 : 0)
    let all = wrapped(width)
    for (row, line) in all.dropFirst(max(0, min(top, all.count - 1))).prefix(max(0, rows)).enumerated() {
      canvas.put(line.text, x: 0, y: row + 1, width: width, style: matches(line) ? Style(.match) : line.style)
    }
    guard searching, height > 0 else { return }
    canvas.put("/", x: 0, y: height - 1, style: .accent)
    canvas.inside(Rect(x: 1, y: height - 1, width: width - 1, height: 1)) { query.draw(in: &$0, focused: true) }
  }
}
