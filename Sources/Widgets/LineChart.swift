import Terminal

/// Lines over time in braille dots, two by four a cell, with an axis of values and one of times.
package struct LineChart: Hashable, Sendable {
  /// One line.
  package struct Series: Hashable, Sendable {
    /// What it is called.
    package let name: CleanText
    /// One for each place on the time axis; nil breaks the line.
    package let values: [Double?]

    package init(name: CleanText, values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  /// Drawn in their order, each in a style of its own.
  package var series: [Series]
  /// A label for each place on the time axis; as many as fit are shown.
  package var times: [CleanText]
  /// How values are written on the axis.
  package var label: @Sendable (Double) -> CleanText

  package init(
    series: [Series], times: [CleanText],
    label: @escaping @Sendable (Double) -> CleanText = { CleanText(thin(Int($0.rounded()))) }
  ) {
    self.series = series
    self.times = times
    self.label = label
  }

  package static func == (left: LineChart, right: LineChart) -> Bool {
    left.series == right.series && left.times == right.times
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(series)
    hasher.combine(times)
  }

  /// Draws over the whole canvas, whatever its size.
  package func draw(in canvas: inout Canvas, look: Look) {
    canvas.fill(canvas.bounds)
    let all = series.flatMap { $0.values.compactMap { $0 } }.filter { $0.isFinite && abs($0) < 1e15 }
    let low = min(0, all.min() ?? 0)
    let high = max(low + 1, all.max() ?? 1)
    let (topLabel, lowLabel) = (label(high), label(low))
    let axis = min(max(topLabel.width, lowLabel.width) + 1, canvas.size.width / 3)
    let plot = Rect(x: axis, y: 1, width: canvas.size.width - axis, height: canvas.size.height - 2)
    drawLegend(in: &canvas, look)
    guard plot.width > 0, plot.height > 0 else { return }
    if axis > 1 {
      canvas.put(topLabel, x: 0, y: plot.y, width: axis - 1, align: .right, style: .dim)
      if plot.height > 1 {
        canvas.put(lowLabel, x: 0, y: plot.maxY - 1, width: axis - 1, align: .right, style: .dim)
      }
      for y in plot.y..<plot.maxY { canvas.put("│", x: axis - 1, y: y, style: .line) }
    }
    canvas.inside(plot) { canvas in
      for (index, line) in series.enumerated() { draw(line, index, low: low, high: high, in: &canvas, look) }
    }
    drawTimes(plot, in: &canvas)
  }

  private func drawLegend(in canvas: inout Canvas, _ look: Look) {
    var x = 0
    for (index, line) in series.enumerated() where x < canvas.size.width {
      let mark = look.ascii ? CleanText(String(Self.letter(index))) : "■"
      x += canvas.put(mark, x: x, y: 0, style: Style(Bars.series(index)))
      x += canvas.put(line.name, x: x, y: 0) + 2
    }
  }

  private func drawTimes(_ plot: Rect, in canvas: inout Canvas) {
    var free = plot.x
    for (index, time) in times.enumerated() {
      let place = times.count > 1 ? index * (plot.width - 1) / (times.count - 1) : 0
      let x = min(plot.x + place, plot.maxX - time.width)
      guard x >= free, time.width > 0 else { continue }
      free = x + canvas.put(time, x: x, y: plot.maxY, style: .dim) + 1
    }
  }

  private static func letter(_ index: Int) -> Character { Array("*+ox#")[index % 5] }

  private func draw(_ line: Series, _ index: Int, low: Double, high: Double, in canvas: inout Canvas, _ look: Look) {
    let (columns, rows) = look.ascii ? (1, 1) : (2, 4)
    let size = Size(width: canvas.size.width * columns, height: canvas.size.height * rows)
    var dots: [Point: UInt32] = [:]
    func dot(_ x: Int, _ y: Int) {
      let bits: [UInt32] = [0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80]
      dots[Point(x: x / columns, y: y / rows), default: 0] |= bits[look.ascii ? 0 : x % 2 * 4 + y % 4]
    }
    var last: (x: Int, y: Int)?
    for (place, value) in line.values.enumerated() {
      guard let value, value.isFinite, abs(value) < 1e15 else {
        last = nil
        continue
      }
      let x = line.values.count > 1 ? place * (size.width - 1) / (line.values.count - 1) : 0
      let share = Bars.clamp((value - low) / (high - low))
      let y = size.height - 1 - Int((share * Double(size.height - 1)).rounded())
      if let from = last {
        let steps = max(1, max(abs(x - from.x), abs(y - from.y)))
        for step in 0...steps { dot(from.x + (x - from.x) * step / steps, from.y + (y - from.y) * step / steps) }
      } else {
        dot(x, y)
      }
      last = (x, y)
    }
    for (point, bits) in dots {
      guard let scalar = Unicode.Scalar(0x2800 + bits) else { continue }
      let glyph = look.ascii ? Self.letter(index) : Character(scalar)
      canvas.put(CleanText(String(glyph)), x: point.x, y: point.y, style: Style(Bars.series(index)))
    }
  }
}
