import Glibc

/// How many cells a character takes: from Unicode's own table, since libc knows neither newer Han nor other locales.
package enum Width {
  /// The Unicode version that the table was generated from.
  package static var unicodeVersion: String { WidthTable.unicodeVersion }

  /// Cells of the ambiguous class (`①“…—·℃Ⅲ■`): 1, or 2 where `SANKU_AMBIGUOUS=2` says that the terminal draws it so.
  package static let ambiguous: Int = getenv("SANKU_AMBIGUOUS").map { String(cString: $0) } == "2" ? 2 : 1

  /// Cells of one scalar in this process: 0 (joins the cell before it), 1 or 2.
  ///
  /// The glyphs of lines, bars and marks take one cell in any case: where they would take two, ASCII stands in.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0xA1 { return 1 }
    if value >= 0x4E00 && value <= 0x9FFF { return 2 }
    if Glyphs.isGlyph(scalar) { return 1 }
    return of(scalar, ambiguous: ambiguous)
  }

  /// Cells of one scalar by Unicode alone, with the ambiguous class as given.
  package static func of(_ scalar: Unicode.Scalar, ambiguous: Int) -> Int {
    let value = scalar.value
    if value < 0xA1 { return 1 }
    let ranges = WidthTable.ranges
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > ranges[middle * 2 + 1] & 0xFF_FFFF { low = middle + 1 } else { high = middle }
    }
    guard low < ranges.count / 2, ranges[low * 2] <= value else { return 1 }
    switch ranges[low * 2 + 1] >> 24 {
    case 0: return 0
    case 2: return 2
    default: return ambiguous
    }
  }

  /// Cells of a string that is clean already.
  package static func of(_ string: some StringProtocol) -> Int {
    string.unicodeScalars.reduce(0) { $0 + of($1) }
  }
}
