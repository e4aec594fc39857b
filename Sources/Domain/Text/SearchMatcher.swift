import Foundation

/// A search made ready to be asked of very many texts, which come folded (`SearchTokens.folded`) and as bytes.
///
/// Answers as `SearchQuery.matches` does. For one thread at a time.
package final class SearchMatcher {
  private struct Term {
    let literal: [UInt8]
    /// One or two letters, found only where a word or three of its neighbours begin.
    let isShort: Bool
    /// Spellings, their runs, and for each character of a run whether a set of readings will do.
    let spellings: [[[[Bool]]]]
    /// A number and initials that will do as well, both of them.
    let parts: [Term]
  }

  private let terms: [Term]
  private let phrases: [[UInt8]]
  /// Of the text at hand: the sets of readings of its Chinese characters.
  private var sets: [Int] = []
  /// And the phrases that they stand in.
  private var places: [Int] = []
  private var isRead = false

  /// Reads the query once; each text is then matched without reading it again.
  package init(_ query: SearchQuery) {
    let table = Pinyin.table
    var known: [PinyinSpelling.Part: [Bool]] = [:]
    func fits(_ part: PinyinSpelling.Part) -> [Bool] {
      if let fits = known[part] { return fits }
      let syllables = table.syllables.map { part.fits($0) }
      let fits = (0..<table.setCount).map { set in
        table.range(ofSet: set).contains { syllables[Int(table.members[$0])] }
      }
      known[part] = fits
      return fits
    }
    func ready(_ term: SearchQuery.Term) -> Term {
      Term(
        literal: Self.bytes(term.literal), isShort: term.isWord && term.literal.count < 3,
        spellings: term.spellings.map { $0.runs.map { $0.map(fits) } }, parts: term.parts.map(ready))
    }
    terms = query.terms.map(ready)
    phrases = query.phrases.map(Self.bytes)
  }

  private static func bytes(_ scalars: [Unicode.Scalar]) -> [UInt8] {
    Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  /// Whether a folded text holds what was sought.
  package func matches(_ text: UnsafeRawBufferPointer) -> Bool {
    isRead = false
    return terms.allSatisfy { holds($0, text) } && phrases.allSatisfy { has($0, text) }
  }

  private func holds(_ term: Term, _ text: UnsafeRawBufferPointer) -> Bool {
    if term.isShort ? hasShort(term.literal, text) : has(term.literal, text) { return true }
    if !term.parts.isEmpty, term.parts.allSatisfy({ holds($0, text) }) { return true }
    if term.spellings.isEmpty { return false }
    if !isRead { read(text) }
    return term.spellings.contains(where: isSpelled)
  }

  private func has(_ bytes: [UInt8], _ text: UnsafeRawBufferPointer) -> Bool {
    bytes.withUnsafeBytes { wanted in
      guard let start = text.baseAddress, let first = wanted.baseAddress, wanted.count > 1 else { return false }
      // Neighbouring characters often share a first byte, hardly ever the two that follow.
      let second = wanted.count > 2 ? 1 : 0
      let mark = first.loadUnaligned(fromByteOffset: second, as: UInt16.self)
      var place = 0
      while place + wanted.count <= text.count {
        if start.loadUnaligned(fromByteOffset: place + second, as: UInt16.self) == mark,
          memcmp(start + place, first, wanted.count) == 0
        {
          return true
        }
        place += 1
      }
      return false
    }
  }

  private func hasShort(_ bytes: [UInt8], _ text: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place < text.count {
      guard Self.isWord(text[place]) else {
        place += 1
        continue
      }
      let start = place
      while place < text.count, Self.isWord(text[place]) { place += 1 }
      for from in start..<max(start + 1, place - 2)
      where from + bytes.count <= place && text[from] == bytes[0]
        && text[from + bytes.count - 1] == bytes[bytes.count - 1]
      {
        return true
      }
    }
    return false
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte >= 0x61 ? byte <= 0x7A : byte >= 0x30 && byte <= 0x39 }

  /// Notes the readings of the Chinese characters, all of which are three bytes.
  private func read(_ text: UnsafeRawBufferPointer) {
    let table = Pinyin.table
    isRead = true
    sets.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var phrase = 0
    var place = 0
    while place < text.count {
      let lead = text[place]
      if lead < 0x80 {
        if SpelledRuns.endsPhrase(UInt32(lead)) { phrase += 1 }
      } else if lead & 0xF0 == 0xE0, place + 2 < text.count {
        let value = UInt32(lead & 0x0F) << 12 | UInt32(text[place + 1] & 0x3F) << 6 | UInt32(text[place + 2] & 0x3F)
        if SearchText.isChinese(value) {
          sets.append(table.set(of: value))
          places.append(phrase)
        } else if SpelledRuns.endsPhrase(value) {
          phrase += 1
        }
      }
      place += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
  }

  private func isSpelled(_ runs: [[[Bool]]]) -> Bool {
    SpelledRuns.stand(runs, in: places) { fits($0, $1) }
  }

  private func fits(_ run: [[Bool]], _ start: Int) -> Bool {
    for place in run.indices where !run[place][sets[start + place]] { return false }
    return true
  }
}
