import Terminal

/// Horizontal bars: filled to an eighth of a cell, on a track, with a mark where one should be by now.
package enum Bars {
  /// Draws one bar over the canvas's first row. `share` and `mark` are parts of the whole, 0 to 1; more is cut off.
  package static func draw(
    share: Double, mark: Double?, style: Style = Style(.bar), in canvas: inout Canvas, look: Look
  ) {
    let width = canvas.size.width
    guard width > 0 else { return }
    canvas.fill(Rect(x: 0, y: 0, width: width, height: 1), look.ascii ? "." : "░", style: Style(.barTrack))
    let eighths = Int((clamp(share) * Double(width) * 8).rounded())
    let full = eighths / 8
    canvas.fill(Rect(x: 0, y: 0, width: full, height: 1), look.ascii ? "#" : "█", style: style)
    if !look.ascii, eighths % 8 > 0 {
      canvas.put(CleanText(String(Array("▏▎▍▌▋▊▉")[eighths % 8 - 1])), x: full, y: 0, style: style)
    }
    if let mark {
      let x = min(width - 1, Int(clamp(mark) * Double(width)))
      canvas.put(look.ascii ? "|" : "│", x: x, y: 0, style: Style(.barMark, bold: true))
    }
  }

  /// Draws parts of one whole beside each other; `parts` are shares of `total`, in the order of the series' colours.
  package static func drawStacked(parts: [Double], total: Double, in canvas: inout Canvas, look: Look) {
    let width = canvas.size.width
    guard width > 0 else { return }
    canvas.fill(Rect(x: 0, y: 0, width: width, height: 1), look.ascii ? "." : "░", style: Style(.barTrack))
    guard total > 0 else { return }
    let glyphs: [Character] = look.ascii ? ["#", "=", "+", "-", "o"] : ["█", "▓", "▒", "▚", "▞"]
    var sum = 0.0
    var x = 0
    for (index, part) in parts.enumerated() {
      sum += part.isFinite ? max(0, part) : 0
      // Ends are rounded from the running sum, so that the parts add up to the whole.
      let end = Int((clamp(sum / total) * Double(width)).rounded())
      canvas.fill(
        Rect(x: x, y: 0, width: end - x, height: 1), glyphs[index % glyphs.count], style: Style(series(index)))
      x = max(x, end)
    }
  }

  /// The colour of a series.
  package static func series(_ index: Int) -> Role {
    [.series1, .series2, .series3, .series4, .series5][max(0, index) % 5]
  }

  static func clamp(_ share: Double) -> Double { share.isFinite ? min(1, max(0, share)) : 0 }
}
