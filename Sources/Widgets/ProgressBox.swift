import Terminal

/// Long work: how far it is, how fast, how long it still takes; Esc cancels it.
package struct ProgressBox: Hashable, Sendable {
  /// Its heading, in the language of the person.
  package let title: CleanText
  /// Records so far.
  package var done: Int
  /// Nil while it is not known how much there is.
  package var total: Int?
  /// Since the work began.
  package var elapsedMilliseconds: Int

  package init(title: CleanText, done: Int = 0, total: Int? = nil, elapsedMilliseconds: Int = 0) {
    self.title = title
    self.done = done
    self.total = total
    self.elapsedMilliseconds = elapsedMilliseconds
  }

  /// Whether the key cancels the work.
  package func cancels(_ key: Key) -> Bool { key == .escape }

  /// Units a second so far; nil in the first half second, when it would only jump about.
  package var rate: Int? {
    elapsedMilliseconds < 500 ? nil : Int(Double(max(0, done)) * 1000 / Double(elapsedMilliseconds))
  }

  /// Seconds left at the rate so far.
  package var secondsLeft: Int? {
    guard let total, let rate, rate > 0 else { return nil }
    return max(0, total - done) / rate + (max(0, total - done) % rate == 0 ? 0 : 1)
  }

  /// Draws over the whole canvas, whatever its size.
  package func draw(in canvas: inout Canvas, look: Look) {
    let content = Size(width: min(60, max(0, canvas.size.width - 4)), height: 3)
    Box.draw(Box.rect(content: content, in: canvas.size), title: title, in: &canvas) { canvas in
      let width = canvas.size.width
      let share = total.map { $0 > 0 ? min(1, max(0, Double(done) / Double($0))) : 1 }
      canvas.inside(Rect(x: 0, y: 0, width: width, height: 1)) {
        Bars.draw(share: share ?? 0, mark: nil, style: Style(.bar), in: &$0, look: look)
      }
      canvas.put(CleanText(figures(look.words, share)), x: 0, y: 1, width: width)
      canvas.put(look.words.escapeCancels, x: 0, y: 2, width: width, style: .dim)
    }
  }

  private func figures(_ words: WidgetWords, _ share: Double?) -> String {
    var parts = [total.map { "\(thin(done))/\(thin($0))" } ?? thin(done)]
    if let share { parts.append("\(Int(share * 100))%") }
    if let rate { parts.append("\(thin(rate)) \(words.perSecond.string)") }
    if let left = secondsLeft { parts.append(words.timeLeft.string + " " + Self.duration(left, words)) }
    return parts.joined(separator: "  ")
  }

  static func duration(_ seconds: Int, _ words: WidgetWords) -> String {
    if seconds < 60 { return "\(seconds)\(words.seconds.string)" }
    if seconds < 3600 { return "\(seconds / 60)\(words.minutes.string) \(seconds % 60)\(words.seconds.string)" }
    return "\(seconds / 3600)\(words.hours.string) \(seconds % 3600 / 60)\(words.minutes.string)"
  }
}
