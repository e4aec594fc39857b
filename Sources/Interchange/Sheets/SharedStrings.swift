import Domain
import Foundation

/// The texts that a workbook's cells share, in one block of memory.
final class SharedStrings: XMLListener, @unchecked Sendable {
  /// How many there may be, and bytes of them.
  static let limits = (count: 4_000_000, bytes: 96 << 20)

  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  private var isText = false
  private var isPhonetic = false
  private(set) var isTooLarge = false

  var count: Int { ends.count }

  /// The text of a number; nil where the cell names one that is not there.
  subscript(_ number: Int) -> String? {
    guard ends.indices.contains(number) else { return nil }
    let start = number == 0 ? 0 : Int(ends[number - 1])
    return XMLText.decoded(bytes[start..<Int(ends[number])])
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "t" { isText = !isPhonetic } else if name == "rPh" { isPhonetic = true }
  }

  func end(_ name: XMLName) {
    if name == "t" {
      isText = false
    } else if name == "rPh" {
      isPhonetic = false
    } else if name == "si" {
      ends.append(Int32(bytes.count))
      if ends.count > Self.limits.count { isTooLarge = true }
    }
  }

  func text(_ more: UnsafeBufferPointer<UInt8>) {
    guard isText, !isTooLarge else { return }
    if bytes.count + more.count > Self.limits.bytes {
      isTooLarge = true
    } else {
      bytes += more
    }
  }

  static func read(_ entry: ZipEntry?) throws -> SharedStrings {
    let strings = SharedStrings()
    guard let entry else { return strings }
    let parser = try XMLParser(strings)
    while try entry.next({ try parser.feed($0) }) {
      if strings.isTooLarge { throw ZipArchive.tooLarge }
    }
    try parser.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    if strings.isTooLarge { throw ZipArchive.tooLarge }
    return strings
  }
}

/// Texts as workbooks write them.
enum XMLText {
  /// UTF-8 with `_x000D_` and the like as the characters they stand for; line ends as line feeds.
  static func decoded(_ bytes: some Collection<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(0x5F), text.contains("_x") else { return text }
    var result = ""
    var rest = Substring(text)
    while let mark = rest.range(of: "_x") {
      let digits = rest[mark.upperBound...].prefix(4)
      let tail = rest[mark.upperBound...].dropFirst(4)
      if digits.utf8.count == 4, tail.first == "_", let value = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result += rest[..<mark.lowerBound]
        if scalar != "\r" { result.unicodeScalars.append(scalar) }
        rest = tail.dropFirst()
      } else {
        result += rest[..<mark.upperBound]
        rest = rest[mark.upperBound...]
      }
    }
    return result + rest
  }
}
