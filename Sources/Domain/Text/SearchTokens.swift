/// The tokens under which a text is indexed, so that a search looks up a few of them instead of reading every text.
///
/// A text is folded (half-width, lower case) and its first `limit` characters parted into runs of Chinese characters and
/// words of letters and digits; other marks part runs. Indexed are:
/// - every pair of neighbours in a Chinese run, and the run's last character alone. One character is then found as the
///   beginning of a token (安 by 安吉), two or more by their pairs. SQLite's own trigrams cannot find two characters.
/// - every three neighbours of a word, a shorter word whole: a piece of a code of three or more is found anywhere in it,
///   one or two letters at a word's beginning or anywhere three begin with them.
/// - every reading of every Chinese character (`an`, `ji`), for whole or begun syllables;
/// - the first letters of neighbouring Chinese characters, by every reading (`aj`), whatever stands between, for initials.
///
/// Tokens are letters, digits and Chinese characters alone, so any tokenizer that parts at blanks keeps them. They are a
/// sieve: every text that `SearchQuery.matches` accepts has the tokens of the query, the reverse is for `matches` to say.
package enum SearchTokens {
  /// How many characters of a text can be searched.
  package static let limit = 256

  /// The distinct tokens of a text, about five for each Chinese character.
  package static func tokens(for text: String) -> [String] {
    var seen = Set<String>()
    return line(for: text).split(separator: " ").map(String.init).filter { seen.insert($0).inserted }
  }

  /// The tokens with blanks between them, as the index takes them. Hardly any stands twice, which does it no harm.
  package static func line(for text: String) -> String {
    let folded = SearchText(text)
    var line = TokenLine()
    for run in folded.runs {
      let scalars = folded.scalars[run.range]
      if run.isWord {
        pieces(of: scalars, length: 3) { line.add($0) }
      } else {
        pieces(of: scalars, length: 2) { line.add($0) }
        if scalars.count > 1 { line.add(scalars.suffix(1)) }
      }
    }
    let table = Pinyin.table
    var previous: [UInt8] = []
    for place in folded.chinese {
      var initials: [UInt8] = []
      for place in table.range(of: folded.scalars[place]) {
        let member = Int(table.members[place])
        line.add(syllable: table.syllables[member], member)
        if let initial = table.syllables[member].utf8.first, !initials.contains(initial) { initials.append(initial) }
      }
      for first in previous {
        for second in initials { line.add([Unicode.Scalar(first), Unicode.Scalar(second)]) }
      }
      previous = initials
    }
    return line.text
  }

  /// The part of a text that is searched, folded: what `SearchMatcher` looks at.
  package static func folded(_ text: String) -> String {
    String(String.UnicodeScalarView(SearchText(text).scalars))
  }

  /// What was typed, read as a search.
  package static func query(_ text: String) -> SearchQuery { SearchQuery(text) }

  /// Every piece of so many neighbours; a shorter text is one piece.
  static func pieces(
    of scalars: ArraySlice<Unicode.Scalar>, length: Int, _ body: (ArraySlice<Unicode.Scalar>) -> Void
  ) {
    guard scalars.count > length else { return body(scalars) }
    for start in scalars.startIndex...(scalars.endIndex - length) { body(scalars[start..<start + length]) }
  }
}

/// A text made ready for search.
struct SearchText {
  struct Run {
    let range: Range<Int>
    /// Letters and digits; otherwise Chinese characters and others that stand alone.
    let isWord: Bool
  }

  /// Folded characters, the first 256.
  let scalars: [Unicode.Scalar]
  private(set) var runs: [Run] = []
  /// Places of the characters that have a reading.
  private(set) var chinese: [Int] = []
  /// For each of them the number of the phrase that it stands in.
  private(set) var phrases: [Int] = []

  init(_ text: String) {
    var folded: [Unicode.Scalar] = []
    folded.reserveCapacity(min(SearchTokens.limit, text.utf8.count))
    for scalar in text.unicodeScalars {
      if folded.count == SearchTokens.limit { break }
      Self.fold(scalar, into: &folded)
    }
    scalars = folded
    var start = 0
    var kind = Kind.mark
    var phrase = 0
    for place in 0...folded.count {
      let next = place < folded.count ? Kind(folded[place]) : .mark
      if next == .chinese {
        chinese.append(place)
        phrases.append(phrase)
      } else if place < folded.count, SpelledRuns.endsPhrase(folded[place].value) {
        phrase += 1
      }
      if next.run == kind.run { continue }
      if kind != .mark { runs.append(Run(range: start..<place, isWord: kind == .word)) }
      (start, kind) = (place, next)
    }
  }

  private static func fold(_ scalar: Unicode.Scalar, into folded: inout [Unicode.Scalar]) {
    switch scalar.value {
    case 0x41...0x5A: folded.append(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0xFF21...0xFF3A: folded.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0 + 32)))
    case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x200B...0x200F, 0x2060, 0xFEFF: break
    case 0..<0x80, 0x3400...0x9FFF: folded.append(scalar)
    default: folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  static func isChinese(_ value: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value)
  }

  enum Kind {
    case mark, word, chinese, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: self = .word
      case 0..<0x80: self = .mark
      case let value where SearchText.isChinese(value): self = .chinese
      default:
        let properties = scalar.properties
        self = properties.isAlphabetic || properties.numericType != nil ? .other : .mark
      }
    }

    /// Chinese characters and others share runs.
    var run: Int { self == .mark ? 0 : self == .word ? 1 : 2 }
  }
}
