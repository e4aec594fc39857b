import Domain

/// How a workbook shows the figures of its cells, by style: what of them are dates, shares, or padded codes.
final class CellStyles: XMLListener, @unchecked Sendable {
  /// What a figure means by its format.
  enum Shape: Hashable, Sendable {
    case plain
    case day
    /// A time without a date, or a length of time.
    case time
    case percent
    /// Digits with leading zeros up to a width.
    case padded(Int)
  }

  private(set) var shapes: [Shape] = []
  private var formats: [Int: Shape] = [:]
  private var isCells = false

  /// The shape of a style's number.
  subscript(_ style: Int) -> Shape { shapes.indices.contains(style) ? shapes[style] : .plain }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt" {
      guard let id = attributes.number("numFmtId"), let code = attributes.text("formatCode") else { return }
      formats[id] = Self.shape(of: code)
    } else if name == "cellXfs" {
      isCells = true
    } else if name == "xf", isCells, shapes.count < 70_000 {
      let id = attributes.number("numFmtId") ?? 0
      shapes.append(formats[id] ?? Self.builtIn(id))
    }
  }

  func end(_ name: XMLName) { if name == "cellXfs" { isCells = false } }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// The formats that every spreadsheet knows by number (ECMA-376 18.8.30), the East Asian ones among them.
  static func builtIn(_ id: Int) -> Shape {
    switch id {
    case 9, 10: .percent
    case 14...17, 22, 27...31, 34...36, 50...54, 57, 58: .day
    case 18...21, 32, 33, 45...47, 55, 56: .time
    default: .plain
    }
  }

  /// What a format's code shows.
  static func shape(of code: String) -> Shape {
    var letters: [Character] = []
    var isQuoted = false
    var isBracket = false
    var isSkipped = false
    // Only the first part, for positive figures, counts.
    for character in code {
      if isSkipped {
        isSkipped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isBracket {
        isBracket = character != "]"
        if "hHmMsS".contains(character), letters.isEmpty { letters.append("t") }
      } else {
        switch character {
        case "\"": isQuoted = true
        case "[": isBracket = true
        case "\\", "_", "*": isSkipped = true
        case ";": return shape(letters)
        default: letters.append(character)
        }
      }
    }
    return shape(letters)
  }

  private static func shape(_ letters: [Character]) -> Shape {
    let text = String(letters).lowercased()
    if text.hasPrefix("general") { return .plain }
    if text.contains("%") { return .percent }
    if letters.count >= 2, letters.count <= 20, letters.allSatisfy({ $0 == "0" }) { return .padded(letters.count) }
    if text.contains(where: { "yd年月日".contains($0) }) { return .day }
    if text.first == "t" || text.contains("h") || text.contains("s") { return .time }
    // A lone m is a month.
    return text.contains("m") ? .day : .plain
  }
}
