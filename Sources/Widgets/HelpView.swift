import Terminal

/// One line of help: a heading, or keys with what they do.
package struct HelpLine: Hashable, Sendable {
  /// The keys as people write them; blank on a heading.
  package let keys: CleanText
  /// What they do, or the heading.
  package let text: CleanText
  /// It heads the lines below it.
  package let isHeading: Bool

  /// A heading.
  package init(heading: CleanText) {
    keys = .empty
    text = heading
    isHeading = true
  }

  /// Keys and what they do.
  package init(keys: CleanText, text: CleanText) {
    self.keys = keys
    self.text = text
    isHeading = false
  }
}

/// The help of a screen: scrolled, and narrowed by typing after `/`.
package struct HelpView: Hashable, Sendable {
  /// What came of an event.
  package enum Outcome: Hashable, Sendable { case ignored, handled, closed }

  /// Its heading, in the language of the person.
  package let title: CleanText
  /// All of it, in order.
  package let lines: [HelpLine]
  /// What is looked for; blank shows everything.
  package private(set) var query = TextField()
  /// Whether typing goes into the search.
  package private(set) var searching = false
  /// How many of the shown lines are scrolled away.
  package private(set) var top = 0

  package init(title: CleanText, lines: [HelpLine]) {
    self.title = title
    self.lines = lines
  }

  /// The lines that hold what was typed, with the headings that they stand under.
  package var shown: [HelpLine] {
    let wanted = query.text.lowercased()
    guard !wanted.isEmpty else { return lines }
    var found: [HelpLine] = []
    var heading: HelpLine?
    for line in lines {
      if line.isHeading { heading = line }
      let matches = (line.keys.string + " " + line.text.string).lowercased().contains(wanted)
      guard !line.isHeading, matches else { continue }
      if let under = heading {
        found.append(under)
        heading = nil
      }
      found.append(line)
    }
    return found
  }

  /// `page` is how many rows are seen.
  package mutating func handle(_ event: Event, page: Int = 20) -> Outcome {
    if searching {
      switch event {
      case .key(.enter):
        searching = false
        return .handled
      case .key(.escape):
        searching = false
        query = TextField()
        return .handled
      case .key(.up), .key(.down), .key(.pageUp), .key(.pageDown): break
      default:
        guard query.handle(event) != .ignored else { return .ignored }
        top = 0
        return .handled
      }
    }
    guard case .key(let key) = event else { return scrollByWheel(event) }
    switch key.halfWidth {
    // Narrowed to what was sought, every line is a match.
    case .up, .character("k"), .character("N"): scroll(-1)
    case .down, .character("j"), .character("n"): scroll(1)
    case .pageUp: scroll(-page)
    case .pageDown, .character(" "): scroll(page)
    case .home, .character("g"): top = 0
    case .end, .character("G"): scroll(lines.count)
    case .character("/"): searching = true
    case .escape, .character("q"), .character("?"): return .closed
    default: return .ignored
    }
    return .handled
  }

  private mutating func scrollByWheel(_ event: Event) -> Outcome {
    guard case .mouse(let mouse) = event else { return .ignored }
    if mouse.action == .wheelUp { scroll(-3) }
    if mouse.action == .wheelDown { scroll(3) }
    return .handled
  }

  private mutating func scroll(_ step: Int) {
    top = min(max(0, top + step), max(0, shown.count - 1))
  }

  /// Draws over the whole canvas, whatever its size.
  package func draw(in canvas: inout Canvas, look: Look) {
    canvas.fill(canvas.bounds)
    let width = canvas.size.width
    canvas.put(title, x: 0, y: 0, width: width, style: .heading)
    let lines = shown
    let searchRow = searching || !query.editor.isEmpty ? 1 : 0
    let rows = canvas.size.height - 1 - searchRow
    if rows > 0 {
      let keys = min(lines.map(\.keys.width).max() ?? 0, max(0, width / 2 - 4))
      let first = min(top, max(0, lines.count - rows))
      for (row, line) in lines.dropFirst(first).prefix(rows).enumerated() {
        if line.isHeading {
          canvas.put(line.text, x: 0, y: row + 1, width: width, style: Style(.heading))
        } else {
          canvas.put(line.keys, x: 2, y: row + 1, width: keys, style: Style(.footerKey))
          canvas.put(line.text, x: keys + 4, y: row + 1, width: max(0, width - keys - 4))
        }
      }
      if lines.isEmpty { canvas.put(look.words.noMatch, x: 2, y: 1, width: max(0, width - 2), style: .dim) }
    }
    guard searchRow == 1 else { return }
    let y = canvas.size.height - 1
    canvas.put("/", x: 0, y: y, style: .accent)
    canvas.inside(Rect(x: 1, y: y, width: width - 1, height: 1)) { query.draw(in: &$0, focused: searching) }
  }
}
