/// The lines, bars and marks that screens draw, with the ASCII that stands in where a terminal or locale lacks them.
package enum Glyphs {
  /// True for a glyph that has a stand-in; such a glyph always takes one cell.
  package static func isGlyph(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    guard value >= 0x2190, value <= 0x2936 else { return false }
    return value >= 0x2500 && value <= 0x259F || value >= 0x2800 && value <= 0x28FF || marks[value] != nil
  }

  /// The ASCII that stands in for a glyph; nil for any other character.
  package static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    switch value {
    case 0x2500...0x257F: return line(value)
    case 0x2580: return "\""
    case 0x2581...0x2583: return "_"
    case 0x2584...0x2586: return "="
    case 0x2587, 0x2588: return "#"
    case 0x2589...0x258B, 0x2593: return "#"
    // The mark of the row under the cursor; a line in its place would look like the divider beside it.
    case 0x258C: return ">"
    case 0x258D...0x258F: return "|"
    case 0x2590, 0x2595: return "|"
    case 0x2591, 0x2592: return "."
    case 0x2594: return "~"
    case 0x2596...0x259F: return "#"
    case 0x2800: return " "
    case 0x2801...0x28FF: return "*"
    default: return marks[value]
    }
  }

  /// What is sent for a character where only ASCII can be: glyphs by their stand-in, Latin punctuation by its
  /// nearest, anything else as one `?` a cell.
  package static func asciiText(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    return ascii(scalar) ?? punctuation[scalar.value] ?? "?"
  }

  private static func line(_ value: UInt32) -> Unicode.Scalar {
    switch value {
    case 0x2550: return "="
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2574, 0x2576, 0x2578, 0x257A, 0x257C, 0x257E:
      return "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577, 0x2579, 0x257B, 0x257D,
      0x257F:
      return "|"
    case 0x2571: return "/"
    case 0x2572: return "\\"
    case 0x2573: return "X"
    default: return "+"
    }
  }

  private static let marks: [UInt32: Unicode.Scalar] = [
    0x2190: "<", 0x2191: "^", 0x2192: ">", 0x2193: "v", 0x21B5: "<", 0x23CE: "<", 0x25B2: "^", 0x25B4: "^",
    0x25B6: ">", 0x25B8: ">", 0x25BA: ">", 0x25BC: "v", 0x25BE: "v", 0x25C0: "<", 0x25C2: "<", 0x25C4: "<",
    0x25C6: "*", 0x25C7: "o", 0x25CB: "o", 0x25CF: "*", 0x2605: "*", 0x2606: "o", 0x2611: "x", 0x2610: "_",
    0x2713: "v", 0x2714: "v", 0x2936: "<", 0x2717: "x", 0x2718: "x", 0x26A0: "!",
  ]

  private static let punctuation: [UInt32: Unicode.Scalar] = [
    0xA0: " ", 0xB7: ".", 0xD7: "x", 0x2013: "-", 0x2014: "-", 0x2018: "'", 0x2019: "'", 0x201C: "\"", 0x201D: "\"",
    0x2026: "~", 0x2212: "-", 0x2009: " ", 0x202F: " ",
  ]
}
