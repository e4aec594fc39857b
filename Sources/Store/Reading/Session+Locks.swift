import Domain
import UseCases

extension Session {
  func locks() throws -> [QuarterLock] {
    // Registers of a test's own have no quarters.
    guard connection.plans[QuarterRecord.schema.id] != nil else { return [] }
    var locks: [QuarterLock] = []
    try connection.prepared(
      """
      SELECT l._id, q."region", q."quarter", q."edition", l."version", l."position", l."locked_on", l."locked_by",
        l."unreported", l."readings", l."unlocked_at"
      FROM "quarters__locks" l JOIN "quarters" q ON q._no = l._record ORDER BY l."version"
      """
    ).each { row in
      guard let id = row.id(0), let quarter = Quarter(parsing: row.text(2)),
        let edition = TallyQuery.Edition(rawValue: row.text(3)), let day = Day(number: row.int(6))
      else { return }
      locks.append(
        QuarterLock(
          id: id, region: row.text(1), quarter: quarter, edition: edition, version: row.int(4), position: row.int(5),
          lockedOn: day, lockedBy: row.text(7), isUnreported: row.int(8) == 1,
          readings: QuarterRecord.readings(row.text(9)), unlockedAt: row.isNull(10) ? nil : row.int(10)))
    }
    return locks
  }

  func lockedFigures(of locks: [RecordID], parts: String) throws -> [RecordID: [LockedFigure]] {
    var names: [Int64: String] = [:]
    try connection.prepared("SELECT no, id FROM measures").each { names[$0.integer(0)] = $0.text(1) }
    var figures: [RecordID: [LockedFigure]] = [:]
    let statement = try connection.prepared(
      "SELECT measure, part, cumulative, year, period, late, late_in_year FROM locked "
        + (parts.isEmpty ? "WHERE lock = ? AND part = ''" : "WHERE lock = ? AND part >= ? AND part < ?"))
    for lock in locks {
      var found: [LockedFigure] = []
      // Every part that begins so stands before the next character.
      let cells: [Cell] = parts.isEmpty ? [.id(lock)] : [.id(lock), .text(parts), .text(parts + "\u{10FFFF}")]
      try statement.each(cells) { row in
        found.append(
          LockedFigure(
            term: names[row.integer(0)] ?? "", part: row.text(1),
            sums: TallySums(
              period: Amount(scaled: row.integer(4)), year: Amount(scaled: row.integer(3)),
              cumulative: Amount(scaled: row.integer(2))), late: Amount(scaled: row.integer(5)),
            lateInYear: Amount(scaled: row.integer(6))))
      }
      figures[lock] = found
    }
    return figures
  }

  func keep(_ figures: [LockedFigure], of lock: RecordID) throws {
    let statement = try connection.prepared("INSERT INTO locked VALUES (?,?,?,?,?,?,?,?)")
    for figure in figures where !figure.isZero {
      statement.bind(1, lock)
      statement.bind(2, figure.part)
      statement.bind(3, try connection.number(of: figure.term))
      statement.bind(4, figure.sums.cumulative.scaled)
      statement.bind(5, figure.sums.year.scaled)
      statement.bind(6, figure.sums.period.scaled)
      statement.bind(7, figure.late.scaled)
      statement.bind(8, figure.lateInYear.scaled)
      try statement.run()
    }
  }

  func facts(_ measure: String, regions: [String], at position: Int?) throws -> [Fact] {
    try settle()
    guard let number = try connection.knownNumber(of: measure), !regions.isEmpty else { return [] }
    var facts: [Fact] = []
    let marks = regions.map { _ in "?" }.joined(separator: ",")
    func add(_ state: String, _ cells: [Cell]) throws {
      try connection.prepared(
        "SELECT region, d1, d2, d3, day, amount, subject FROM facts WHERE measure = ? AND region IN (\(marks)) AND "
          + state
      ).each([.integer(number)] + regions.map(Cell.text) + cells) { row in
        facts.append(
          Fact(
            measure: measure, region: row.text(0), dimensions: [row.text(1), row.text(2), row.text(3)],
            day: Day(number: row.int(4)), amount: Amount(scaled: row.integer(5)), subject: row.text(6)))
      }
    }
    guard let position else {
      try add("to_seq IS NULL", [])
      return facts
    }
    let at = Cell.integer(Int64(position))
    try add("to_seq IS NULL AND from_seq <= ?", [at])
    try add("to_seq > ? AND from_seq <= ?", [at, at])
    return facts
  }

  func position(before instant: Instant) throws -> Int {
    var low = 0
    var high = try head().sequence
    while low < high {
      let middle = low + (high - low + 1) / 2
      if let entry = try entries(from: middle, limit: 1).first, entry.at < instant {
        low = middle
      } else {
        high = middle - 1
      }
    }
    // A clock that jumped back leaves earlier times behind later ones: these were known too.
    while let entry = try entries(from: low + 1, limit: 1).first, entry.at < instant { low += 1 }
    return low
  }
}
