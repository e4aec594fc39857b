import Terminal

/// A strip of stages over months: planned above, actual below, a line for today.
package struct Gantt: Hashable, Sendable {
  /// One stage; days are counted from any fixed day, the same for all.
  package struct Stage: Hashable, Sendable {
    /// What it is called.
    package let name: CleanText
    /// First and last day as planned; nil where nothing is.
    package let planned: ClosedRange<Int>?
    /// First and last day as it was; nil until it is over.
    package let actual: ClosedRange<Int>?
    /// It was over later than planned.
    package let late: Bool

    package init(name: CleanText, planned: ClosedRange<Int>?, actual: ClosedRange<Int>?, late: Bool = false) {
      self.name = name
      self.planned = planned
      self.actual = actual
      self.late = late
    }
  }

  /// A mark of the scale, such as the first day of a month.
  package struct Tick: Hashable, Sendable {
    /// Counted as the stages' days.
    package let day: Int
    /// What is shown.
    package let label: CleanText

    package init(day: Int, label: CleanText) {
      self.day = day
      self.label = label
    }
  }

  /// From the top down.
  package let stages: [Stage]
  /// From left to right; those that would touch are left out.
  package let ticks: [Tick]
  /// Counted as the stages' days; nil draws no line.
  package let today: Int?

  package init(stages: [Stage], ticks: [Tick], today: Int?) {
    self.stages = stages
    self.ticks = ticks
    self.today = today
  }

  /// Rows wanted: the scale, and one for each stage, two for one that has begun.
  package var wantedHeight: Int { 1 + stages.count + stages.count { $0.actual != nil } }

  /// Draws over the whole canvas, whatever its size.
  package func draw(in canvas: inout Canvas, look: Look) {
    canvas.fill(canvas.bounds)
    let (width, height) = (canvas.size.width, canvas.size.height)
    let names = min((stages.map(\.name.width).max() ?? 0) + 1, width / 3)
    let room = width - names
    let ranges = stages.flatMap { [$0.planned, $0.actual].compactMap { $0 } }
    let days = ranges.flatMap { [$0.lowerBound, $0.upperBound] } + ticks.map(\.day)
    guard room > 0, let first = days.min(), let last = days.max() else { return }
    let span = Double(max(1, last - first + 1))
    func column(_ day: Int) -> Int {
      names + min(room - 1, max(0, Int(Double(day - first) / span * Double(room))))
    }
    var free = names
    for tick in ticks.sorted(by: { $0.day < $1.day }) {
      let x = column(tick.day)
      guard x >= free, x + tick.label.width <= width else { continue }
      free = x + canvas.put(tick.label, x: x, y: 0, style: .dim) + 1
    }
    var y = 1
    for stage in stages {
      canvas.put(stage.name, x: 0, y: y, width: max(0, names - 1))
      if let planned = stage.planned {
        let start = column(planned.lowerBound)
        let bar = Rect(x: start, y: y, width: column(planned.upperBound) - start + 1, height: 1)
        canvas.fill(bar, look.ascii ? "-" : "▒", style: Style(.barTrack))
      }
      if let actual = stage.actual {
        let start = column(actual.lowerBound)
        let bar = Rect(x: start, y: y + 1, width: column(actual.upperBound) - start + 1, height: 1)
        canvas.fill(bar, look.ascii ? "#" : "█", style: Style(stage.late ? .warning : .bar))
        y += 1
      }
      y += 1
    }
    guard let today, today >= first, today <= last else { return }
    for y in 1..<max(1, min(height, wantedHeight)) {
      canvas.put(look.ascii ? "|" : "│", x: column(today), y: y, style: Style(.barMark, bold: true))
    }
  }
}
