import Domain
import UseCases

/// Which kept number a change adds to.
struct CounterKey: Hashable {
  let measure: Int64
  let region: String
  let dimensions: [String]
  /// yyyyq; 0 for undated facts.
  let quarter: Int

  /// What stands for any value of every dimension: figures that are not parted by one read far fewer counters.
  static let any = "*"
  static let all = [any, any, any]

  /// The table of sums by region, and that of sums by city, whose regions are together in one row.
  static let byRegion = "counters"
  static let byCity = "city_counters"

  /// The same measure and quarter, of another region and other dimensions.
  func over(_ region: String, _ dimensions: [String]) -> CounterKey {
    CounterKey(measure: measure, region: region, dimensions: dimensions, quarter: quarter)
  }
}

/// Which count of a register's list a change adds to. The field is blank for the records themselves, `+field` for a
/// sum, `?field` for how many have the field at all.
struct TallyKey: Hashable {
  let register: String
  let field: String
  let region: String
  let value: String
}

/// An exact sum in two halves, so that no sum of entered amounts can overflow: `high` x 10^9 + `low`.
struct WideSum: Hashable {
  static let base: Int64 = 1_000_000_000
  var high: Int64 = 0
  var low: Int64 = 0

  mutating func add(_ amount: Int64, times sign: Int64) {
    high += amount / Self.base * sign
    low += amount % Self.base * sign
  }

  mutating func add(high: Int64, low: Int64) {
    self.high += high
    self.low += low
  }

  var isZero: Bool { high == 0 && low == 0 }

  /// The sum, which stops at the largest amount there is.
  var amount: Amount {
    let (product, overflow) = high.multipliedReportingOverflow(by: Self.base)
    let (sum, over) = product.addingReportingOverflow(low)
    return overflow || over ? Amount(scaled: high < 0 ? .min : .max) : Amount(scaled: sum)
  }
}

/// Keeps facts, counters and tallies in step with the records; what is counted is gathered and written in one go.
final class FactKeeper {
  let connection: Connection
  let reference: ReferenceTables
  private var gathered: [CounterKey: WideSum] = [:]
  private var firsts: [Int64: [String: Fact]] = [:]
  private(set) var tallies: [TallyKey: WideSum] = [:]
  /// Facts counted less facts taken off.
  private(set) var factCount = 0

  init(_ connection: Connection, _ reference: ReferenceTables) {
    self.connection = connection
    self.reference = reference
  }

  /// A record went from one state to another, either may be nil, by the entry `sequence`.
  func change(_ plan: TablePlan, no: Int64, from old: Document?, to new: Document?, sequence: Int) throws {
    if let old { tally(plan, old, -1) }
    if let new { tally(plan, new, 1) }
    let measures = plan.register.measures
    // By place: taken out of its array a measure is copied whole, filter and all.
    for place in measures.indices {
      let before = old.map { measures[place].facts(of: $0, in: reference) } ?? []
      let after = new.map { measures[place].facts(of: $0, in: reference) } ?? []
      if before == after { continue }
      let measure = measures[place]
      let number = try connection.number(of: measure.id)
      let subjects = measure.countsFirst ? Set((before + after).map(\.subject)) : []
      let former = try subjects.compactMap { try first(measure.id, number, $0) }
      defer { factCount += after.count - before.count }
      if !before.isEmpty {
        try close(number, no, sequence)
        if subjects.isEmpty { for fact in before { count(fact, number, -1) } }
      }
      for fact in after {
        try insert(fact, number, no, sequence)
        if subjects.isEmpty { count(fact, number, 1) }
      }
      for fact in former { count(fact, number, -1) }
      for fact in try subjects.compactMap({ try first(measure.id, number, $0) }) { count(fact, number, 1) }
    }
  }

  /// Where and when a code was met first, by the open facts.
  private func first(_ measure: String, _ number: Int64, _ subject: String) throws -> Fact? {
    try connection.prepared(
      """
      SELECT region, d1, d2, d3, day FROM facts
      WHERE measure = ? AND subject = ? AND subject <> '' AND to_seq IS NULL ORDER BY day, region, d1, d2, d3 LIMIT 1
      """
    ).first([.integer(number), .text(subject)]) { row in
      Fact(
        measure: measure, region: row.text(0), dimensions: [row.text(1), row.text(2), row.text(3)],
        day: Day(number: row.int(4)), amount: Amount(1), subject: subject)
    }
  }

  /// Counts one fact of a recount of all; of codes that count once the first is kept until all have been seen, and who
  /// has no code is not counted.
  func recount(_ fact: Fact, _ number: Int64, _ measure: Measure) {
    factCount += 1
    guard measure.countsFirst else { return count(fact, number, 1) }
    guard !fact.subject.isEmpty else { return }
    if let known = firsts[number]?[fact.subject], !Fact.isEarlier(fact, known) { return }
    firsts[number, default: [:]][fact.subject] = fact
  }

  /// Ends a record's open facts of one measure; those that this very entry opened were never known.
  func close(_ number: Int64, _ no: Int64, _ sequence: Int) throws {
    try connection.prepared("DELETE FROM facts WHERE record = ? AND measure = ? AND to_seq IS NULL AND from_seq >= ?")
      .execute([.integer(no), .integer(number), .integer(Int64(sequence))])
    try connection.prepared("UPDATE facts SET to_seq = ? WHERE record = ? AND measure = ? AND to_seq IS NULL")
      .execute([.integer(Int64(sequence)), .integer(no), .integer(number)])
  }

  func insert(_ fact: Fact, _ number: Int64, _ no: Int64, _ sequence: Int) throws {
    let statement = try connection.prepared("INSERT INTO facts VALUES (?,?,?,?,?,?,?,?,?,?,NULL)")
    statement.bind(1, no)
    statement.bind(2, number)
    statement.bind(3, fact.region)
    for place in 0..<3 { statement.bind(place + 4, fact.dimensions[place]) }
    statement.bind(7, fact.day?.number ?? 0)
    statement.bind(8, fact.amount.scaled)
    statement.bind(9, fact.subject)
    statement.bind(10, sequence)
    try statement.run()
  }

  func count(_ fact: Fact, _ number: Int64, _ sign: Int64) {
    let key = CounterKey(
      measure: number, region: fact.region, dimensions: fact.dimensions, quarter: fact.day?.quarter.number ?? 0)
    gathered[key, default: WideSum()].add(fact.amount.scaled, times: sign)
  }

  /// What was counted, by the values of the dimensions and over all of them: the rows of each table of counters.
  var counters: [String: [CounterKey: WideSum]] {
    for (number, facts) in firsts {
      for fact in facts.values { count(fact, number, 1) }
    }
    firsts.removeAll()
    var (byRegion, byCity) = (gathered, [CounterKey: WideSum]())
    for (key, sum) in gathered {
      let whole = key.over(key.region, CounterKey.all)
      byRegion[whole, default: WideSum()].add(high: sum.high, low: sum.low)
      guard let city = reference.regions.city(of: key.region)?.code else { continue }
      for dimensions in [key.dimensions, CounterKey.all] {
        byCity[key.over(city, dimensions), default: WideSum()].add(high: sum.high, low: sum.low)
      }
    }
    return [CounterKey.byRegion: byRegion, CounterKey.byCity: byCity]
  }

  func tally(_ plan: TablePlan, _ document: Document, _ sign: Int64) {
    let register = plan.register.id
    let region = document["region"].text ?? ""
    func add(_ field: String, _ value: String, _ amount: Int64) {
      let key = TallyKey(register: register, field: field, region: region, value: value)
      tallies[key, default: WideSum()].add(amount, times: sign)
    }
    add("", "", 1)
    for column in plan.tallied { add(column.field.id, document[column.field.id].plain, 1) }
    for field in plan.register.layout.totals {
      if let amount = document[field].amount { add("+" + field, "", amount.scaled) }
    }
    for field in plan.counted where !document[field].isEmpty { add("?" + field, "", 1) }
  }

  /// Writes what was gathered. Needed before kept numbers are read in the same transaction, and at its end.
  func flush() throws {
    for (table, counters) in counters {
      for (key, sum) in counters where !sum.isZero {
        let statement = try connection.prepared(
          """
          INSERT INTO \(table) VALUES (?,?,?,?,?,?,?,?)
          ON CONFLICT DO UPDATE SET high = high + excluded.high, low = low + excluded.low
          """)
        statement.bind(1, key.measure)
        statement.bind(2, key.region)
        for place in 0..<3 { statement.bind(place + 3, key.dimensions[place]) }
        statement.bind(6, key.quarter)
        statement.bind(7, sum.high)
        statement.bind(8, sum.low)
        try statement.run()
      }
    }
    for (key, sum) in tallies where !sum.isZero {
      let statement = try connection.prepared(
        """
        INSERT INTO tallies VALUES (?,?,?,?,?,?)
        ON CONFLICT DO UPDATE SET high = high + excluded.high, low = low + excluded.low
        """)
      statement.bind(1, key.register)
      statement.bind(2, key.field)
      statement.bind(3, key.region)
      statement.bind(4, key.value)
      statement.bind(5, sum.high)
      statement.bind(6, sum.low)
      try statement.run()
    }
    gathered.removeAll(keepingCapacity: true)
    tallies.removeAll(keepingCapacity: true)
  }
}
