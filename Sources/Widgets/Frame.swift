import Terminal

/// What surrounds every screen: tabs and session above, a message line and the keys below.
package struct Frame: Hashable, Sendable {
  /// One name of the first line.
  package struct Tab: Hashable, Sendable {
    /// The digit that opens it.
    package let digit: Int
    /// What it is called.
    package let name: CleanText
    /// What waits there; 0 shows nothing.
    package let waiting: Int

    package init(digit: Int, name: CleanText, waiting: Int = 0) {
      self.digit = digit
      self.name = name
      self.waiting = waiting
    }

    var label: CleanText { CleanText("\(digit)\(name.string)" + (waiting > 0 ? "\(waiting)" : "")) }
  }

  /// What the program says of the last key, or of what is shown.
  package struct Message: Hashable, Sendable {
    /// How much it matters; an error and a warning stand out.
    package enum Kind: Sendable { case plain, good, warning, error }
    /// How much it matters.
    package let kind: Kind
    /// One sentence, in the language of the person.
    package let text: CleanText
    /// Shown at the right end, such as `1/2`.
    package let tail: CleanText

    package init(_ text: CleanText, kind: Kind = .plain, tail: CleanText = .empty) {
      self.kind = kind
      self.text = text
      self.tail = tail
    }
  }

  /// What the mouse met.
  package enum Hit: Hashable, Sendable {
    /// The tab of this digit.
    case tab(Int)
    /// The action of this id, in the footer.
    case action(String)
    /// The message, which then goes.
    case message
    /// In the screen itself, in its own coordinates.
    case body(Point)
  }

  /// In the order of their digits.
  package var tabs: [Tab]
  /// The digit of the tab that is seen.
  package var current: Int
  /// Who works where, at the right end of the first line.
  package var session: CleanText
  /// Above the footer; nil says nothing.
  package var message: Message?
  /// The keys that work now.
  package var footer: Footer

  package init(tabs: [Tab], current: Int, session: CleanText, message: Message? = nil, footer: Footer = .empty) {
    self.tabs = tabs
    self.current = current
    self.session = session
    self.message = message
    self.footer = footer
  }

  /// Where things stand: from 3 rows on tabs, from 2 on the footer; a message takes the row above the footer, and the
  /// footer's own row where there are fewer than 4.
  package struct Layout: Hashable, Sendable {
    /// The first line; empty below 3 rows.
    package let tabs: Rect
    /// The screen itself.
    package let body: Rect
    /// The message's row; the footer's own where there is no room for two.
    package let message: Rect
    /// The last line; empty below 2 rows.
    package let footer: Rect
  }

  /// The layout of `size`; `messageRow` keeps the row free even while nothing is said, so that nothing jumps.
  package static func layout(_ size: Size, messageRow: Bool) -> Layout {
    let all = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let (tabs, below) = all.splitTop(size.height >= 3 ? 1 : 0)
    let (middle, footer) = below.splitBottom(size.height >= 2 ? 1 : 0)
    guard messageRow else { return Layout(tabs: tabs, body: middle, message: footer, footer: footer) }
    guard size.height >= 4 else { return Layout(tabs: tabs, body: middle, message: footer, footer: footer) }
    let (body, message) = middle.splitBottom(1)
    return Layout(tabs: tabs, body: body, message: message, footer: footer)
  }

  /// Draws everything but the body, and returns where the body goes.
  @discardableResult
  package func draw(in canvas: inout Canvas, messageRow: Bool = false) -> Rect {
    let layout = Self.layout(canvas.size, messageRow: messageRow || message != nil)
    canvas.inside(layout.tabs) { drawTabs(in: &$0) }
    if !layout.footer.isEmpty { canvas.inside(layout.footer) { footer.draw(in: &$0) } }
    if let message { canvas.inside(layout.message) { draw(message, in: &$0) } }
    return layout.body
  }

  private func draw(_ message: Message, in canvas: inout Canvas) {
    let role: Role =
      switch message.kind {
      case .plain: .message
      case .good: .good
      case .warning: .warning
      case .error: .error
      }
    let tail = message.tail.width > 0 && message.tail.width < canvas.size.width ? message.tail.width + 1 : 0
    let mark: CleanText = message.kind == .error || message.kind == .warning ? "! " : ""
    canvas.put(mark + message.text, x: 0, y: 0, width: canvas.size.width - tail, style: Style(role))
    if tail > 0 { canvas.put(message.tail, x: canvas.size.width - tail + 1, y: 0, style: .dim) }
  }

  private struct PlacedTab {
    let index: Int
    let text: CleanText
    let x: Int
  }

  /// Tabs that fit `width`, the current one always among them: names shrink to digits before anything is left out.
  private func placedTabs(_ width: Int) -> [PlacedTab] {
    func place(_ labels: [(Int, CleanText)]) -> [PlacedTab] {
      var x = 0
      return labels.map { index, label in
        let text = index == current ? "[" + label + "]" : label
        defer { x += text.width + 1 }
        return PlacedTab(index: index, text: text, x: x)
      }
    }
    let full = place(tabs.enumerated().map { ($0.offset, $0.element.label) })
    if let last = full.last, last.x + last.text.width <= width { return full }
    let short = place(
      tabs.enumerated().map { ($0.offset, $0.offset == current ? $0.element.label : CleanText("\($0.element.digit)")) })
    if let last = short.last, last.x + last.text.width <= width { return short }
    return place(tabs.enumerated().filter { $0.offset == current }.map { ($0.offset, $0.element.label) })
  }

  private func drawTabs(in canvas: inout Canvas) {
    canvas.fill(canvas.bounds, style: Style(.tab))
    let placed = placedTabs(canvas.size.width)
    var end = 0
    for tab in placed {
      let style = tab.index == current ? Style(.tabCurrent, bold: true) : Style(.tab)
      end = tab.x + canvas.put(tab.text, x: tab.x, y: 0, style: style)
    }
    let room = canvas.size.width - end - 1
    guard room > 1, session.width > 0 else { return }
    let shown = session.cut(to: room)
    canvas.put(shown, x: canvas.size.width - shown.width, y: 0, style: Style(.tab))
  }

  /// What a press at `point` of the whole screen means.
  package func hit(_ point: Point, in size: Size, messageRow: Bool = false) -> Hit {
    let layout = Self.layout(size, messageRow: messageRow || message != nil)
    if layout.tabs.contains(point) {
      for tab in placedTabs(size.width) where point.x >= tab.x && point.x < tab.x + tab.text.width {
        return .tab(tab.index)
      }
    }
    if message != nil, layout.message.contains(point) { return .message }
    if layout.footer.contains(point), let action = footer.action(at: point.x) { return .action(action) }
    return .body(Point(x: point.x - layout.body.x, y: point.y - layout.body.y))
  }
}
