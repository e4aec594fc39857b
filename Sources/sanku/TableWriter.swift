import Terminal

/// Rows for people at a terminal: columns aligned by cells, numbers to the right, everything cleaned.
struct TableWriter {
  struct Column {
    let heading: String
    let isNumber: Bool
  }

  /// A column but the last is never wider than this; what is cut ends in `…`.
  static let widest = 40
  /// Rows that are measured before the widths stand; later rows are cut to them.
  static let measured = 500

  private let columns: [Column]
  private let output: Output
  private var waiting: [[CleanText]] = []
  private var widths: [Int]?

  init(_ columns: [Column], to output: Output) {
    self.columns = columns
    self.output = output
    waiting.append(columns.map { CleanText($0.heading) })
  }

  mutating func row(_ cells: [String]) throws {
    let row = cells.map { CleanText($0) }
    if let widths { return try write(row, widths) }
    waiting.append(row)
    if waiting.count > Self.measured { try settle() }
  }

  /// Writes what is still waiting; a rule stands above `totals`.
  mutating func finish(totals: [String]? = nil) throws {
    let last = totals.map { $0.map { CleanText($0) } }
    if widths == nil { try settle(with: last) }
    guard let last, let widths else { return }
    try output.line(String(repeating: "─", count: min(120, widths.reduce(0, +) + 2 * max(0, widths.count - 1))))
    try write(last, widths)
  }

  private mutating func settle(with totals: [CleanText]? = nil) throws {
    var widths = columns.map { _ in 1 }
    for row in waiting + [totals ?? []] {
      for (place, cell) in row.enumerated() {
        widths[place] = min(place == row.count - 1 ? .max : Self.widest, max(widths[place], cell.width))
      }
    }
    self.widths = widths
    for row in waiting { try write(row, widths) }
    waiting = []
  }

  private func write(_ row: [CleanText], _ widths: [Int]) throws {
    var line = ""
    for (place, cell) in row.enumerated() {
      // A last column that is text runs on: later rows may be longer than those measured.
      let isOpen = place == row.count - 1 && !columns[place].isNumber
      let cut = isOpen ? cell : cell.cut(to: widths[place])
      let blanks = String(repeating: " ", count: max(0, widths[place] - cut.width))
      if place > 0 { line += "  " }
      line += columns[place].isNumber ? blanks + cut.string : cut.string + blanks
    }
    while line.last == " " { line.removeLast() }
    try output.line(line)
  }
}
