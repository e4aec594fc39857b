/// A search: terms that must all be found, each in one of several ways.
package struct SearchQuery: Hashable, Sendable {
  /// A token that a text must have, whole or as a beginning.
  package struct Token: Hashable, Sendable {
    /// As `SearchTokens` writes it.
    package let text: String
    /// Any token that begins with `text` will do.
    package let isPrefix: Bool
  }

  /// One term: at least one of the alternatives must be there with all its tokens.
  package struct Term: Hashable, Sendable {
    /// Each a set of tokens that must all be there; one set is enough.
    package let alternatives: [Set<Token>]
    /// The run as typed, folded; matched literally.
    let literal: [Unicode.Scalar]
    let isWord: Bool
    let spellings: [PinyinSpelling]
    /// A number and initials typed as one word (`3hyyr` for 3号窑余热), each to be found.
    let parts: [Term]
  }

  /// The terms; none when nothing searchable was typed, and then everything matches.
  package let terms: [Term]
  /// Words of digits mixed with Chinese (`3号窑`), which must stand in the text as typed.
  let phrases: [[Unicode.Scalar]]

  /// True when everything matches.
  package var isEmpty: Bool { terms.isEmpty }

  /// Reads what was typed: blanks part words, every word must be found.
  package init(_ text: String) {
    let folded = SearchText(String(text.unicodeScalars.prefix(64)))
    terms = folded.runs.prefix(8).map { Term(Array(folded.scalars[$0.range]), isWord: $0.isWord) }
    phrases = folded.scalars.split(whereSeparator: \.properties.isWhitespace).map(Array.init).filter { word in
      word.contains { $0.value > 0x7F } && word.contains { (0x30...0x39).contains($0.value) }
    }
  }

  /// Whether a text holds what was sought; the last word on what the index brings.
  package func matches(_ text: String) -> Bool {
    if isEmpty { return true }
    let folded = SearchText(text)
    return terms.allSatisfy { $0.matches(folded) } && phrases.allSatisfy { folded.place(of: $0) != nil }
  }

  /// The sieve in the syntax of SQLite's FTS5; nil when it holds nothing back.
  ///
  /// A letter that most syllables begin with, or a digit, is in nearly every text: the index would gather nearly all of
  /// its entries, at one go that nothing can interrupt.
  package var matchExpression: String? {
    let terms = terms.filter { !$0.isBroad }
    if terms.isEmpty { return nil }
    return terms.map { term in
      let alternatives = term.alternatives.map { tokens in
        tokens.map { "\"\($0.text)\"" + ($0.isPrefix ? "*" : "") }.sorted().joined(separator: " AND ")
      }
      return "(" + alternatives.map { "(\($0))" }.sorted().joined(separator: " OR ") + ")"
    }.joined(separator: " AND ")
  }

  /// Whether a set of tokens passes the sieve.
  package func passes(_ tokens: Set<String>) -> Bool {
    terms.allSatisfy { term in
      term.alternatives.contains { wanted in
        wanted.allSatisfy { token in
          token.isPrefix ? tokens.contains { $0.hasPrefix(token.text) } : tokens.contains(token.text)
        }
      }
    }
  }
}

extension SearchQuery.Term {
  fileprivate var isBroad: Bool {
    guard isWord else { return false }
    switch String(String.UnicodeScalarView(literal)) {
    case "zh", "ch", "sh": return true
    case let letters: return letters.count == 1 && !["e", "i", "o", "u", "v"].contains(letters)
    }
  }

  fileprivate init(_ scalars: [Unicode.Scalar], isWord: Bool) {
    literal = scalars
    self.isWord = isWord
    var pieces: [String] = []
    let length = isWord ? 3 : 2
    SearchTokens.pieces(of: scalars[...], length: length) { pieces.append(String(String.UnicodeScalarView($0))) }
    let isPrefix = scalars.count < length
    var ways = [Set(pieces.map { SearchQuery.Token(text: $0, isPrefix: isPrefix) })]
    let letters = String(String.UnicodeScalarView(scalars))
    spellings = isWord ? PinyinSpelling.all(of: letters) : []
    ways += spellings.map(\.tokens)
    let parts = isWord ? Self.parts(of: scalars) : []
    self.parts = parts
    if parts.count == 2 {
      ways += parts[0].alternatives.flatMap { first in parts[1].alternatives.map { first.union($0) } }
    }
    // A way that asks for more than another one adds nothing.
    let distinct = Array(Set(ways))
    alternatives = distinct.filter { way in !distinct.contains { $0 != way && $0.isSubset(of: way) } }
  }

  /// Digits, then two letters or more; nothing where the word is of another shape.
  private static func parts(of scalars: [Unicode.Scalar]) -> [SearchQuery.Term] {
    let digits = scalars.prefix { (0x30...0x39).contains($0.value) }
    let letters = scalars[digits.endIndex...]
    guard !digits.isEmpty, (2...12).contains(letters.count), letters.allSatisfy({ (0x61...0x7A).contains($0.value) })
    else {
      return []
    }
    return [SearchQuery.Term(Array(digits), isWord: true), SearchQuery.Term(Array(letters), isWord: true)]
  }

  fileprivate func matches(_ text: SearchText) -> Bool {
    if parts.count == 2, parts.allSatisfy({ $0.matches(text) }) { return true }
    if isWord && literal.count < 3 {
      // The index knows short pieces only where a word, or three of its neighbours, begin.
      let found = text.runs.contains { run in
        run.isWord
          && (run.range.count <= 3
            ? text.scalars[run.range].starts(with: literal)
            : (run.range.lowerBound...run.range.upperBound - 3).contains {
              text.scalars[$0..<run.range.upperBound].starts(with: literal)
            })
      }
      if found { return true }
    } else if text.place(of: literal) != nil {
      return true
    }
    return !spellings.isEmpty && !text.chinese.isEmpty && spellings.contains { $0.matches(text) }
  }
}

extension SearchText {
  /// Where a run of characters begins in the text.
  func place(of wanted: [Unicode.Scalar]) -> Int? {
    guard let first = wanted.first, wanted.count <= scalars.count else { return nil }
    return (0...scalars.count - wanted.count).first { place in
      scalars[place] == first && scalars[place...].starts(with: wanted)
    }
  }
}
