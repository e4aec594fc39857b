import Terminal

/// A row of values as little columns, the highest of them full.
package enum Sparkline {
  /// The newest `width` values, one a cell; a missing one is a blank, zero is the lowest step.
  package static func text(_ values: [Double?], width: Int, look: Look) -> CleanText {
    let steps = Array(look.ascii ? "_.-=+*%#" : "▁▂▃▄▅▆▇█")
    let shown = values.suffix(max(0, width))
    let highest = shown.compactMap { $0 }.filter(\.isFinite).max() ?? 0
    return CleanText(
      String(
        shown.map { value -> Character in
          guard let value, value.isFinite else { return " " }
          guard highest > 0 else { return steps[0] }
          return steps[min(7, max(0, Int(value / highest * 7.999)))]
        }))
  }
}
