import Domain
import UseCases

/// A fact that came or went after a position.
struct ChangedFact {
  let record: Int64
  let measure: Int64
  let region: String
  let dimensions: [String]
  /// yyyymmdd; 0 without a day.
  let day: Int
  let amount: Int64
  let subject: String
  let from: Int
  let to: Int?

  static let columns = "record, measure, region, d1, d2, d3, day, amount, subject, from_seq, to_seq"

  /// From a row of `columns`.
  init(_ row: Prepared) {
    record = row.integer(0)
    measure = row.integer(1)
    region = row.text(2)
    dimensions = [row.text(3), row.text(4), row.text(5)]
    day = row.int(6)
    amount = row.integer(7)
    subject = row.text(8)
    from = row.int(9)
    to = row.isNull(10) ? nil : row.int(10)
  }

  /// Whether it was known after an entry.
  func stood(at position: Int) -> Bool { from <= position && to.map { $0 > position } ?? true }

  /// Of two facts of one code the one that counts.
  static func isEarlier(_ left: ChangedFact, _ right: ChangedFact) -> Bool {
    (left.day, left.region, left.dimensions[0], left.dimensions[1], left.dimensions[2])
      < (right.day, right.region, right.dimensions[0], right.dimensions[1], right.dimensions[2])
  }

  /// yyyyq; 0 without a day.
  var quarter: Int { day == 0 ? 0 : day / 10_000 * 10 + (day / 100 % 100 + 2) / 3 }
}

/// Which terms a fact adds to.
struct TermIndex {
  private let byMeasure: [Int64: [(place: Int, dimensions: [String?])]]
  /// Measures of codes that count once.
  let firsts: Set<Int64>

  init(_ terms: [Indicator.Term], _ connection: Connection) throws {
    var index: [Int64: [(place: Int, dimensions: [String?])]] = [:]
    var firsts: Set<Int64> = []
    for (place, term) in terms.enumerated() {
      guard let number = try connection.knownNumber(of: term.measure) else { continue }
      index[number, default: []].append((place, term.dimensions))
      if connection.measures[term.measure]?.countsFirst == true { firsts.insert(number) }
    }
    byMeasure = index
    self.firsts = firsts
  }

  func terms(_ fact: ChangedFact) -> [Int] {
    (byMeasure[fact.measure] ?? []).compactMap { place, wanted in
      zip(wanted, fact.dimensions).allSatisfy { $0 == nil || $0 == $1 } ? place : nil
    }
  }
}

extension Session {
  /// Every fact that came or went after an entry, each once.
  ///
  /// Facts are written in the order of their entries and never moved, so what came later stands behind one place of the
  /// table, which is found by halving: no index is needed for it.
  func eachChange(since position: Int, _ body: (ChangedFact) throws -> Void) throws {
    let columns = ChangedFact.columns
    let first = try firstRow(after: position)
    try connection.prepared("SELECT \(columns) FROM facts WHERE rowid >= ? ORDER BY rowid").each([.integer(first)]) {
      row in
      let fact = ChangedFact(row)
      if fact.from > position { try body(fact) }
    }
    try connection.prepared("SELECT \(columns) FROM facts INDEXED BY facts_closed WHERE to_seq > ? AND from_seq <= ?")
      .each([.integer(Int64(position)), .integer(Int64(position))]) { try body(ChangedFact($0)) }
  }

  /// The number of the first fact that an entry after `position` brought; beyond the last where there is none.
  private func firstRow(after position: Int) throws -> Int64 {
    var low: Int64 = 0
    var high = (try connection.prepared("SELECT MAX(rowid) FROM facts").first { $0.integer(0) } ?? 0) + 1
    while low < high {
      let middle = low + (high - low) / 2
      let found = try connection.prepared(
        "SELECT rowid, from_seq FROM facts WHERE rowid >= ? ORDER BY rowid LIMIT 1"
      ).first([.integer(middle)]) { ($0.integer(0), $0.int(1)) }
      if let (row, from) = found, from <= position { low = row + 1 } else { high = middle }
    }
    return low
  }

  /// A code that counts once, in one measure.
  struct Code: Hashable {
    let measure: Int64
    let subject: String
  }

  /// All facts that a code ever had.
  func facts(of code: Code) throws -> [ChangedFact] {
    var facts: [ChangedFact] = []
    try connection.prepared(
      "SELECT \(ChangedFact.columns) FROM facts WHERE measure = ? AND subject = ? AND subject <> ''"
    ).each([.integer(code.measure), .text(code.subject)]) { facts.append(ChangedFact($0)) }
    return facts
  }

  func changes(_ terms: [Indicator.Term], regions: [String], since position: Int, through: Day) throws -> [FactChange] {
    try settle()
    struct Key: Hashable {
      let sequence: Int
      let record: Int64
      let term: Int
      let region: String
      let day: Int
    }
    let index = try TermIndex(terms, connection)
    let wanted = Set(regions)
    var sums: [Key: WideSum] = [:]
    func add(_ fact: ChangedFact, _ sequence: Int, _ sign: Int64) {
      guard wanted.contains(fact.region), fact.day > 0, fact.day <= through.number else { return }
      for term in index.terms(fact) {
        let key = Key(sequence: sequence, record: fact.record, term: term, region: fact.region, day: fact.day)
        sums[key, default: WideSum()].add(fact.amount, times: sign)
      }
    }
    var codes: Set<Code> = []
    try eachChange(since: position) { fact in
      if index.firsts.contains(fact.measure) {
        codes.insert(Code(measure: fact.measure, subject: fact.subject))
        return
      }
      if fact.from > position { add(fact, fact.from, 1) }
      if let to = fact.to { add(fact, to, -1) }
    }
    for code in codes {
      let facts = try self.facts(of: code)
      var counted = facts.filter { $0.stood(at: position) }.min(by: ChangedFact.isEarlier)
      let entries = Set(facts.flatMap { [$0.from, $0.to ?? 0] }).filter { $0 > position }.sorted()
      for entry in entries {
        let next = facts.filter { $0.stood(at: entry) }.min(by: ChangedFact.isEarlier)
        if let counted { add(counted, entry, -1) }
        if let next { add(next, entry, 1) }
        counted = next
      }
    }
    var ids: [String: [Int64: RecordID]] = [:]
    func id(_ term: Int, _ no: Int64) throws -> RecordID? {
      guard let register = connection.measures[terms[term].measure]?.register else { return nil }
      if let known = ids[register]?[no] { return known }
      let table = try connection.plan(register).table
      let found = try connection.prepared("SELECT _id FROM \(table) WHERE _no = ?").first([.integer(no)]) { $0.id(0) }
      if let id = found ?? nil { ids[register, default: [:]][no] = id }
      return found ?? nil
    }
    return try sums.filter { !$0.value.isZero }.sorted {
      ($0.key.sequence, $0.key.record, $0.key.term, $0.key.region, $0.key.day)
        < ($1.key.sequence, $1.key.record, $1.key.term, $1.key.region, $1.key.day)
    }.compactMap { key, sum in
      guard let day = Day(number: key.day) else { return nil }
      return FactChange(
        sequence: key.sequence, record: try id(key.term, key.record), term: key.term, region: key.region, day: day,
        amount: sum.amount)
    }
  }
}
