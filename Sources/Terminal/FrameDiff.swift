/// Compares frames for people: both of them, and under each row that differs the cells that do.
package enum FrameDiff {
  /// Nil where both are equal; blanks at the ends of rows do not count.
  package static func describe(expected: String, actual: String) -> String? {
    let left = rows(expected)
    let right = rows(actual)
    guard left != right else { return nil }
    var lines = ["expected | actual (~ the hidden half of a wide character, ^ a cell that differs)"]
    for index in 0..<max(left.count, right.count) {
      let one = index < left.count ? left[index] : []
      let other = index < right.count ? right[index] : []
      lines.append("\(pad(index)) - \(one.joined())")
      if one == other { continue }
      lines.append("\(pad(index)) + \(other.joined())")
      lines.append("      " + marks(one, other))
      lines.append("    half \(halves(one)) | \(halves(other))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same for a canvas, whose hidden halves and marks are those of its cells.
  package static func describe(expected: String, actual: Canvas) -> String? {
    describe(expected: expected, actual: actual.text)
  }

  /// Each row's cells, a wide character followed by an empty one.
  private static func rows(_ text: String) -> [[String]] {
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var cells: [String] = []
      for scalar in line.unicodeScalars {
        let width = Width.of(scalar)
        if width == 0, let last = cells.lastIndex(where: { !$0.isEmpty }) {
          cells[last].unicodeScalars.append(scalar)
          continue
        }
        cells.append(String(scalar))
        if width == 2 { cells.append("") }
      }
      while cells.last == " " { cells.removeLast() }
      return cells
    }
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }

  private static func marks(_ one: [String], _ other: [String]) -> String {
    (0..<max(one.count, other.count)).map { index in
      (index < one.count ? one[index] : " ") == (index < other.count ? other[index] : " ") ? " " : "^"
    }.joined()
  }

  private static func halves(_ cells: [String]) -> String {
    cells.map { $0.isEmpty ? "~" : $0 }.joined()
  }

  private static func pad(_ index: Int) -> String {
    String(repeating: " ", count: max(0, 3 - String(index).count)) + String(index)
  }
}
