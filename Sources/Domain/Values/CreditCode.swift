/// A unified social credit code 统一社会信用代码 (GB 32100-2015): 18 characters, both check characters right.
package struct CreditCode: Hashable, Comparable, Sendable {
  /// The 18 characters, normalised.
  package let text: String

  /// Why a text is no credit code.
  package enum Problem: Hashable, Sendable {
    /// Not 18 characters; so many were found.
    case length(Int)
    /// A character that no code has: I O S V Z, marks, Chinese.
    case character(Character)
    /// The shape a spreadsheet leaves when it took the code for a number.
    case spreadsheet
    /// The 17th character, the organisation code's own check (GB 11714), is wrong.
    case organisationCheck
    /// The 18th character, the check of the whole, is wrong.
    case checkCharacter
    /// Both checks pass but no province has such a region code: a warning, not an error.
    case unknownRegion
  }

  /// Normalises (blanks, width, case, apostrophe, hyphens) and checks; a region that is unknown is let through.
  package init?(_ text: String) {
    let code = Self.normalise(text)
    switch Self.problem(in: code) {
    case nil, .unknownRegion?: self.text = code
    default: return nil
    }
  }

  package static func < (a: CreditCode, b: CreditCode) -> Bool { a.text < b.text }

  /// The code's text as it ought to be written; checks nothing.
  package static func normalise(_ text: String) -> String {
    if text.utf8.allSatisfy({ ranks[Int($0)] >= 0 }) { return text }
    return Normalised.code(text).uppercased().filter { $0 != "-" }
  }

  /// What is wrong with a text taken exactly as written, or nil.
  package static func problem(in text: String) -> Problem? {
    let bytes = Array(text.utf8)
    if bytes.first == 0x23 || zip(bytes, bytes.dropFirst()).contains(where: { $0 == (0x45, 0x2B) }) {
      return .spreadsheet
    }
    if bytes.count != 18 || !bytes.allSatisfy({ ranks[Int($0)] >= 0 }) {
      guard text.count == 18 else { return .length(text.count) }
      return text.first { $0.asciiValue.map { ranks[Int($0)] < 0 } ?? true }.map(Problem.character)
    }
    let sum = zip(bytes, weights).reduce(0) { $0 + ranks[Int($1.0)] * $1.1 }
    guard ranks[Int(bytes[17])] == (31 - sum % 31) % 31 else {
      return bytes[15...].allSatisfy { $0 == 0x30 } ? .spreadsheet : .checkCharacter
    }
    guard organisationCheck(bytes[8..<16]) == bytes[16] else { return .organisationCheck }
    let province = String(decoding: bytes[2..<4], as: UTF8.self)
    return provinces.contains(province) ? nil : .unknownRegion
  }

  /// The region code of the registering authority, which need not be the plant's county.
  package var registrationRegion: String { String(text.dropFirst(2).prefix(6)) }

  /// By byte, its place among the 31 characters of codes; -1 for any other.
  private static let ranks: [Int] = {
    var ranks = [Int](repeating: -1, count: 256)
    for (rank, byte) in "0123456789ABCDEFGHJKLMNPQRTUWXY".utf8.enumerated() { ranks[Int(byte)] = rank }
    return ranks
  }()

  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

  /// GB/T 2260 provinces, and 10 for bodies registered with the State itself.
  private static let provinces = Set(
    "10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82"
      .split(separator: " ").map(String.init))

  private static func organisationCheck(_ body: ArraySlice<UInt8>) -> UInt8 {
    let sum = zip(body, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { total, pair in
      total + (pair.0 <= 0x39 ? Int(pair.0) - 0x30 : Int(pair.0) - 0x41 + 10) * pair.1
    }
    switch 11 - sum % 11 {
    case 10: return 0x58
    case 11: return 0x30
    case let digit: return UInt8(0x30 + digit)
    }
  }
}

extension CreditCode.Problem {
  /// What to do about it.
  package var label: Label {
    switch self {
    case .length(let count):
      Label(zh: "统一社会信用代码应为18位，现为\(count)位", en: "A credit code has 18 characters, this has \(count)")
    case .character(let character):
      Label(
        zh: "统一社会信用代码不会有字符“\(character)”，请核对易混字母",
        en: "No credit code has the character “\(character)”; check for look-alikes")
    case .spreadsheet:
      Label(
        zh: "代码被表格软件当作数字改动过，请按文本重新录入",
        en: "A spreadsheet took this code for a number; enter it again as text")
    case .organisationCheck:
      Label(zh: "第17位校验码不符，请核对", en: "The 17th character does not check; compare with the licence")
    case .checkCharacter:
      Label(zh: "第18位校验码不符，请核对", en: "The 18th character does not check; compare with the licence")
    case .unknownRegion:
      Label(zh: "登记机关行政区划码不存在，请核对", en: "The registering region in the code is unknown; please check")
    }
  }
}

extension CreditCode: CustomStringConvertible {
  package var description: String { text }
}
