/// The writing of dates, shared by days, months and quarters.
enum DateText {
  /// The numbers of a date text: parted by one mark (`-`, `/`, `.`), by 年月日, or packed in fixed widths.
  static func parts(_ text: String, pieces: Int, packed: [Int]) -> [Int]? {
    let bytes = Array(Normalised.halfWidth(text).utf8)
    guard bytes.count <= 24 else { return nil }
    if bytes.count == packed.reduce(0, +), bytes.allSatisfy(isDigit) {
      var place = 0
      return packed.map { width in
        defer { place += width }
        return number(bytes[place..<place + width])
      }
    }
    var numbers: [Int] = []
    var marks: [String] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let digits = rest.prefix(while: isDigit)
      guard (1...4).contains(digits.count) else { return nil }
      numbers.append(number(digits))
      rest = rest.dropFirst(digits.count)
      let mark = rest.prefix { !isDigit($0) }
      if !mark.isEmpty { marks.append(String(decoding: mark, as: UTF8.self).filter { $0 != " " }) }
      rest = rest.dropFirst(mark.count)
    }
    guard numbers.count == pieces, bytes.prefix(while: isDigit).count == 4 else { return nil }
    let chinese = Array(["年", "月", "日"].prefix(pieces))
    let plain = ["-", "/", "."].contains { mark in marks == Array(repeating: mark, count: pieces - 1) }
    return plain || marks == chinese ? numbers : nil
  }

  /// A number with leading zeros up to a width.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
}
