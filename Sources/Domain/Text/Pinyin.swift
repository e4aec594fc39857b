/// Readings of Chinese characters, without tones (ü is v), from a table in the program.
///
/// A character may have several readings: search goes by each of them, the order of lists by the usual one, which a
/// word list settles for region names (长兴 is chang xing) and common words.
package enum Pinyin {
  /// All readings of a character, the usual one first; empty when it has none.
  package static func readings(of scalar: Unicode.Scalar) -> [String] {
    table.range(of: scalar).map { table.syllables[Int(table.members[$0])] }
  }

  /// The usual reading of each character in a text; a character without one stands as itself, in lower case.
  package static func syllables(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var result: [String] = []
    var place = 0
    while place < scalars.count {
      if let word = word(at: place, in: scalars) {
        result += word
        place += word.count
        continue
      }
      result.append(readings(of: scalars[place]).first ?? scalars[place].properties.lowercaseMapping)
      place += 1
    }
    return result
  }

  /// The first letters of a text's Chinese characters: 安吉县 is `ajx`.
  package static func initials(of text: String) -> String {
    let isChinese = text.unicodeScalars.map { !table.range(of: $0).isEmpty }
    return String(zip(syllables(of: text), isChinese).compactMap { $1 ? $0.first : nil })
  }

  /// A text whose order by bytes is the order of lists: by pinyin, Latin letters beside it, numbers by their value.
  ///
  /// `2号窑` stands before `12号窑`. Equal readings are told apart by the text itself, so the order is total.
  package static func sortKey(of text: String) -> String {
    let folded = Normalised.halfWidth(text)
    var key = ""
    var digits = ""
    func flush() {
      guard !digits.isEmpty else { return }
      let significant = digits.drop { $0 == "0" }
      key.unicodeScalars.append(Unicode.Scalar(UInt8(0x30 + min(75, significant.count))))
      key += significant
      digits = ""
    }
    let scalars = Array(folded.unicodeScalars)
    for (syllable, scalar) in zip(syllables(of: folded), scalars) {
      if (0x30...0x39).contains(scalar.value) {
        digits.unicodeScalars.append(scalar)
        continue
      }
      flush()
      key += syllable
      if scalar.value >= 0x3400 { key += " " }
    }
    flush()
    return key + "\t" + text
  }

  /// The readings of the longest listed word that begins at a place.
  private static func word(at place: Int, in scalars: [Unicode.Scalar]) -> [String]? {
    guard let words = table.words[scalars[place]] else { return nil }
    return words.first { scalars[place...].starts(with: $0.text) }?.readings
  }

  /// Whether a text is one whole syllable.
  static func isSyllable(_ text: Substring) -> Bool { table.syllableSet.contains(String(text)) }

  static let table = Table()

  /// The generated text, parsed once.
  struct Table: Sendable {
    /// Every syllable.
    private(set) var syllables: [String] = []
    private(set) var syllableSet: Set<String> = []
    /// What some syllable begins with, whole syllables too.
    private(set) var beginnings: Set<String> = []
    /// The readings of all sets, one after another, as places in `syllables`.
    private(set) var members: [UInt16] = []
    /// Where each set begins in `members`; one more than there are sets.
    private var starts: [Int32] = [0]
    /// The last set, which is empty.
    private var none = 0
    private(set) var words: [Unicode.Scalar: [(text: [Unicode.Scalar], readings: [String])]] = [:]

    init() {
      var known: [Substring: UInt16] = [:]
      for set in BuiltIn.cut(PinyinTable.sets[...], at: 0x20) {
        for reading in BuiltIn.cut(set, at: 0x2C) where reading != "-" {
          if known[reading] == nil {
            known[reading] = UInt16(syllables.count)
            syllables.append(String(reading))
          }
          members.append(known[reading] ?? 0)
        }
        starts.append(Int32(members.count))
      }
      none = starts.count - 1
      starts.append(Int32(members.count))
      syllableSet = Set(syllables)
      for syllable in syllables {
        for length in syllable.indices { beginnings.insert(String(syllable[...length])) }
      }
      for line in PinyinTable.words.split(separator: "\n") {
        let parts = line.split(separator: "=")
        guard parts.count == 2, let first = parts[0].unicodeScalars.first else { continue }
        let word = (Array(parts[0].unicodeScalars), parts[1].split(separator: " ").map(String.init))
        words[first, default: []].append(word)
      }
      for first in words.keys { words[first]?.sort { $0.text.count > $1.text.count } }
    }

    /// How many sets of readings there are.
    var setCount: Int { starts.count - 1 }

    /// The places in `members` of a character's readings.
    func range(of scalar: Unicode.Scalar) -> Range<Int> { range(ofSet: set(of: scalar.value)) }

    func range(ofSet set: Int) -> Range<Int> { Int(starts[set])..<Int(starts[set + 1]) }

    /// The number of a character's set of readings; of the empty one when it has none.
    func set(of value: UInt32) -> Int {
      switch value {
      case 0x4E00...0x9FFF: set(PinyinTable.unified, Int(value) - 0x4E00)
      case 0x3400...0x4DBF: set(PinyinTable.extensionA, Int(value) - 0x3400)
      default: none
      }
    }

    private func set(_ codes: StaticString, _ place: Int) -> Int {
      guard place * 2 + 1 < codes.utf8CodeUnitCount else { return none }
      func digit(_ byte: UInt8) -> Int { Int(byte) - (byte > 0x5C ? 0x24 : 0x23) }
      let set = digit(codes.utf8Start[place * 2]) * 91 + digit(codes.utf8Start[place * 2 + 1])
      return set < none ? set : none
    }
  }
}
