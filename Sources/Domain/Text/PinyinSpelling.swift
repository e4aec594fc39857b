/// One way to read typed letters as pinyin: runs of neighbouring characters, small gaps between runs (`SpelledRuns`).
///
/// `anji` is an + ji; `anj` an + j; `ajsn` a j + s n, which finds 安吉某某水泥 too. A part is a whole syllable, an initial
/// (with zh, ch, sh), or, at the end, the beginning of a syllable.
struct PinyinSpelling: Hashable, Sendable {
  struct Part: Hashable, Sendable {
    let letters: String
    /// The syllable must be exactly this; otherwise it must begin with it.
    let isWhole: Bool

    func fits(_ syllable: String) -> Bool { isWhole ? syllable == letters : syllable.hasPrefix(letters) }

    /// Whether one of the table's members is such a syllable.
    func fits(_ table: Pinyin.Table, _ member: Int) -> Bool { fits(table.syllables[Int(table.members[member])]) }
  }

  /// Runs of parts; the characters of one run stand side by side, the runs in order.
  let runs: [[Part]]

  private static let limit = 24
  private static let ways = 48

  /// The ways to read some letters; none when they are no pinyin.
  static func all(of letters: String) -> [PinyinSpelling] {
    let bytes = Array(letters.utf8)
    guard !bytes.isEmpty, bytes.count <= limit, bytes.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return [] }
    var found: [[Part]] = []
    divide(letters[...], [], into: &found)
    var result = found.map { PinyinSpelling(runs: [$0]) }
    if bytes.count >= 4, bytes.count <= 12, bytes.allSatisfy({ ![0x69, 0x75, 0x76].contains($0) }) {
      result += gaps(letters[...]).map { groups in
        PinyinSpelling(runs: groups.map { $0.map { Part(letters: String($0), isWhole: false) } })
      }
    }
    return result
  }

  /// Parts from the front, longest first, a bounded number of ways.
  private static func divide(_ rest: Substring, _ parts: [Part], into found: inout [[Part]]) {
    if found.count >= ways { return }
    if rest.isEmpty {
      found.append(parts)
      return
    }
    for length in stride(from: min(6, rest.count), through: 1, by: -1) {
      let head = rest.prefix(length)
      let tail = rest.dropFirst(length)
      if tail.isEmpty {
        if Pinyin.isBeginning(head) {
          divide(tail, parts + [Part(letters: String(head), isWhole: false)], into: &found)
        }
      } else if length > 1 && Pinyin.isSyllable(head) {
        divide(tail, parts + [Part(letters: String(head), isWhole: true)], into: &found)
      } else if (length == 1 || ["zh", "ch", "sh"].contains(head)) && Pinyin.isBeginning(head) {
        divide(tail, parts + [Part(letters: String(head), isWhole: false)], into: &found)
      }
    }
  }

  /// Runs of two or three initials: any longer run is two of these.
  private static func gaps(_ letters: Substring) -> [[Substring]] {
    if letters.isEmpty { return [[]] }
    return [2, 3].filter { $0 <= letters.count && letters.count - $0 != 1 }.flatMap { length in
      gaps(letters.dropFirst(length)).map { [letters.prefix(length)] + $0 }
    }
  }

  /// What a text that is spelled so has in the index.
  var tokens: Set<SearchQuery.Token> {
    var tokens: Set<SearchQuery.Token> = []
    for run in runs {
      for part in run where part.isWhole { tokens.insert(.init(text: part.letters, isPrefix: false)) }
      if let last = run.last, !last.isWhole, last.letters.count > 1 || run.count == 1 {
        tokens.insert(.init(text: last.letters, isPrefix: true))
      }
      for (first, second) in zip(run, run.dropFirst()) {
        tokens.insert(.init(text: String(first.letters.prefix(1) + second.letters.prefix(1)), isPrefix: false))
      }
    }
    return tokens
  }

  /// Whether a text has the runs.
  func matches(_ text: SearchText) -> Bool {
    SpelledRuns.stand(runs, in: text.phrases) { matches($0, text, at: $1) }
  }

  private func matches(_ run: [Part], _ text: SearchText, at start: Int) -> Bool {
    let table = Pinyin.table
    return zip(run, text.chinese[start...]).allSatisfy { part, place in
      table.range(of: text.scalars[place]).contains { part.fits(table, $0) }
    }
  }
}

extension Pinyin {
  /// Whether some syllable begins with these letters.
  static func isBeginning(_ text: Substring) -> Bool { table.beginnings.contains(String(text)) }
}
