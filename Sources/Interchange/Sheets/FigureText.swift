import Domain

/// A spreadsheet's figure as the text that people see, worked on its digits alone: no binary fraction is ever made of it.
enum FigureText {
  /// Significant digits that a spreadsheet keeps; what follows is the remainder of a binary fraction.
  private static let significant = 15

  /// A figure's sign, digits and the place of its point behind the first of them.
  struct Parts {
    var isNegative = false
    var digits: [UInt8] = []
    var point = 0

    init?(_ text: [UInt8]) {
      var rest = text[...]
      if let sign = rest.first, sign == 0x2D || sign == 0x2B {
        isNegative = sign == 0x2D
        rest = rest.dropFirst()
      }
      var exponent = 0
      if let mark = rest.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }) {
        guard let power = Int(String(decoding: rest[(mark + 1)...], as: UTF8.self)), abs(power) < 400 else {
          return nil
        }
        exponent = power
        rest = rest[..<mark]
      }
      var whole: Int?
      for byte in rest {
        if byte == 0x2E, whole == nil {
          whole = digits.count
        } else if byte >= 0x30, byte <= 0x39, digits.count < 400 {
          digits.append(byte)
        } else {
          return nil
        }
      }
      guard !digits.isEmpty else { return nil }
      point = (whole ?? digits.count) + exponent
      let zeros = digits.prefix { $0 == 0x30 }.count
      digits.removeFirst(zeros)
      point -= zeros
      round()
    }

    /// To as many digits as a spreadsheet shows, half up; zeros at the end go.
    private mutating func round() {
      if digits.count > significant {
        let up = digits[significant] >= 0x35
        digits.removeLast(digits.count - significant)
        var place = digits.count - 1
        while up, place >= 0 {
          if digits[place] < 0x39 {
            digits[place] += 1
            break
          }
          digits[place] = 0x30
          place -= 1
        }
        if up, place < 0 {
          digits.insert(0x31, at: 0)
          point += 1
        }
      }
      while digits.last == 0x30 { digits.removeLast() }
      if digits.isEmpty { point = 0 }
    }

    /// Times a power of ten.
    func shifted(_ power: Int) -> Parts {
      var parts = self
      if !parts.digits.isEmpty { parts.point += power }
      return parts
    }

    /// Plain digits; beyond what a spreadsheet keeps exactly, the form that shows it: `9.13305E+17`.
    var text: String {
      guard !digits.isEmpty else { return "0" }
      let sign = isNegative ? "-" : ""
      if point > significant || point < -20 {
        let power = point - 1
        let rest = String(decoding: digits.dropFirst(), as: UTF8.self)
        return sign + String(decoding: digits.prefix(1), as: UTF8.self) + (rest.isEmpty ? "" : "." + rest)
          + (power < 0 ? "E-" : "E+") + String(abs(power))
      }
      if point <= 0 {
        return sign + "0." + String(repeating: "0", count: -point) + String(decoding: digits, as: UTF8.self)
      }
      if point >= digits.count {
        return sign + String(decoding: digits, as: UTF8.self) + String(repeating: "0", count: point - digits.count)
      }
      return sign + String(decoding: digits[..<point], as: UTF8.self) + "."
        + String(decoding: digits[point...], as: UTF8.self)
    }

    /// The whole part, for dates; nil where it is no day's number.
    var whole: Int? {
      guard !isNegative, point <= 8 else { return nil }
      var number = 0
      for place in 0..<max(0, point) { number = number * 10 + (place < digits.count ? Int(digits[place] - 0x30) : 0) }
      return number
    }
  }

  /// What a cell of this shape shows. What is no figure stays as it stands.
  static func shown(_ bytes: [UInt8], _ shape: CellStyles.Shape, is1904: Bool) -> String {
    // Most figures are short and plain.
    if shape == .plain, bytes.count <= significant, bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      bytes.count == 1 || bytes.first != 0x30
    {
      return String(decoding: bytes, as: UTF8.self)
    }
    guard let parts = Parts(bytes) else { return String(decoding: bytes, as: UTF8.self) }
    switch shape {
    case .plain, .time: return parts.text
    case .percent: return parts.shifted(2).text + "%"
    case .padded(let width):
      let text = parts.text
      return !text.contains(".") && text.utf8.count < width
        ? String(repeating: "0", count: width - text.utf8.count) + text : text
    case .day:
      guard let serial = parts.whole, let day = CellRepair.day(serial: serial, is1904: is1904) else {
        return parts.text
      }
      return day.iso
    }
  }

  /// A figure that reads as two months: 2023.1.
  static func isDoubtful(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 6 && bytes[4] == 0x2E && bytes[5] == 0x31
      && ((bytes[0] == 0x31 && bytes[1] == 0x39) || (bytes[0] == 0x32 && bytes[1] == 0x30))
  }
}
