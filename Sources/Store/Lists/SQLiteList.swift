import Domain
import UseCases

/// An opened query.
///
/// Everything in an indexed order is walked along the index (`IndexWalk`), from the nearest place known. Any other order
/// and every filter is kept as an array of row numbers while the list lives - after a quick look for the first rows only,
/// since the first window must not wait for the last record.
///
/// Everything it keeps is touched inside `store.access` alone, which serves one thread after another.
final class SQLiteList: RecordList, @unchecked Sendable {
  let query: Query
  private let store: SQLiteStore
  private let plan: TablePlan
  private let sort: [Sort]
  private var walk: IndexWalk?
  private var numbers: [Int64]?
  /// The first rows, once looked for, while not all are known.
  private var first: [Int64]?
  private var known: Int?
  /// What the library was when the above was read.
  private var version: (Int, Int)?
  /// The window that is looked for before everything is.
  static let quickRows = 200
  /// Opcodes and questions a quick look may take: some 20 ms.
  static let quickSteps: Int32 = 80_000
  var quickQuestions = 5000
  /// So many that the index finds are sooner looked at all than walked to.
  static let fewMatches = 3000

  init(_ store: SQLiteStore, _ query: Query, _ plan: TablePlan) {
    self.store = store
    self.query = query
    self.plan = plan
    var seen = Set<String>()
    let wanted = query.sort.isEmpty ? plan.register.layout.sort : query.sort
    sort = wanted.filter { plan.column($0.field) != nil && seen.insert($0.field).inserted }
  }

  func count() throws -> Int {
    try store.access { session in
      try follow(session)
      if let known { return known }
      let count = try session.count(plan, query.filter)
      known = count
      return count
    }
  }

  func countAtHand() throws -> Int? {
    try store.access { session in
      try follow(session)
      if known == nil {
        known = try session.keptCount(plan, try session.connection.clause(query.filter, plan, session.reference))
      }
      return known
    }
  }

  func rows(_ places: Range<Int>, fields: [String]) throws -> [ListRow] {
    try store.access { session in
      try follow(session)
      let reader = RecordReader(connection: session.connection, plan: plan)
      let places = max(0, places.lowerBound)..<max(0, places.upperBound)
      let rows = try reader.rows(try numbers(places, session), fields: fields)
      return rows
    }
  }

  func firstRows(_ number: Int, fields: [String]) throws -> (rows: [ListRow], isSearching: Bool) {
    try store.access { session in
      try follow(session)
      let reader = RecordReader(connection: session.connection, plan: plan)
      if let walk { return (try reader.rows(try walk.numbers(0..<number), fields: fields), false) }
      try look(session)
      let found = numbers ?? first ?? []
      return (try reader.rows(found.prefix(number), fields: fields), numbers == nil && found.count < number)
    }
  }

  func findAll() throws {
    try store.access { session in
      try follow(session)
      if walk == nil { _ = try all(session) }
    }
  }

  func place(of id: RecordID) throws -> Int? {
    try store.access { session in
      try follow(session)
      guard let row = try RecordReader(connection: session.connection, plan: plan).row(of: id) else { return nil }
      if let walk { return try walk.place(of: row.no) }
      // Mostly the record stands among the first rows, or is found no more.
      guard try finds(row.no, session) else { return nil }
      try look(session)
      if numbers == nil, let place = first?.firstIndex(of: row.no) { return place }
      return try all(session).firstIndex(of: row.no)
    }
  }

  /// Whether the filter finds one record.
  private func finds(_ no: Int64, _ session: Session) throws -> Bool {
    let clause = try session.connection.clause(query.filter, plan, session.reference, sieve: false)
    let terms = (clause.terms + ["k._no = ?"]).joined(separator: " AND ")
    return try session.connection.prepared("SELECT 1" + clause.from(plan) + " WHERE " + terms)
      .first(clause.cells + [.integer(no)]) { _ in true } ?? false
  }

  func ids(limit: Int) throws -> [RecordID] {
    try store.access { session in
      try follow(session)
      let numbers = try numbers(0..<max(0, limit), session)
      let statement = try session.connection.prepared("SELECT _id FROM \(plan.table) WHERE _no = ?")
      return try numbers.compactMap { try statement.first([.integer($0)]) { $0.id(0) } ?? nil }
    }
  }

  /// Forgets what was read when the library is not what it was.
  private func follow(_ session: Session) throws {
    try session.settle()
    let data = try session.connection.prepared("PRAGMA data_version").first { $0.int(0) } ?? 0
    let version = (data, session.connection.writes)
    if let before = self.version, before == version, session.environment == nil { return }
    self.version = version
    numbers = nil
    first = nil
    known = nil
    walk = nil
    let clause = try session.connection.clause(query.filter, plan, session.reference)
    guard clause.isEmpty, sort.count <= 1 else { return }
    if let key = sort.first {
      guard plan.counted.contains(key.field), let order = plan.order(of: key.field) else { return }
      let filled = Int(try session.kept(plan, "?" + key.field).scaled)
      let count = Int(try session.kept(plan, "").scaled)
      walk = IndexWalk(session.connection, order.table, order.column, key.descending, filled: filled, count: count)
      known = count
    } else {
      let count = Int(try session.kept(plan, "").scaled)
      walk = IndexWalk(session.connection, plan.table, nil, false, filled: 0, count: count)
      known = count
    }
  }

  private func numbers(_ places: Range<Int>, _ session: Session) throws -> [Int64] {
    if let walk { return try walk.numbers(places) }
    if numbers == nil, places.upperBound <= Self.quickRows {
      try look(session)
      if numbers == nil, let first, places.upperBound <= first.count { return Array(first[places]) }
    }
    let all = try all(session)
    let end = min(places.upperBound, all.count)
    return places.lowerBound < end ? Array(all[places.lowerBound..<end]) : []
  }

  private func all(_ session: Session) throws -> [Int64] {
    if let numbers { return numbers }
    let found = try sortedByNumber(session) ?? sorted(session, "")
    numbers = found
    known = found.count
    return found
  }

  private func sorted(_ session: Session, _ limit: String) throws -> [Int64] {
    let connection = session.connection
    let clause = try connection.clause(query.filter, plan, session.reference)
    let (order, needsRecord) = order(session)
    let sql = "SELECT k._no" + clause.from(plan, withRecord: needsRecord) + clause.sql + order + limit
    var found: [Int64] = []
    try connection.prepared(sql).each(clause.cells) { found.append($0.integer(0)) }
    return found
  }

  /// The same for one column of whole numbers, put in order here: a third of the time that SQLite's sorter takes. Nil for
  /// other orders.
  private func sortedByNumber(_ session: Session) throws -> [Int64]? {
    guard sort.count == 1, let key = sort.first, let order = plan.order(of: key.field), plan.holdsNumbers(key.field)
    else { return nil }
    let clause = try session.connection.clause(query.filter, plan, session.reference)
    let isRecord = order.table == plan.table
    let sql =
      "SELECT k._no, \(isRecord ? "p." : "k.")\(order.column)" + clause.from(plan, withRecord: isRecord) + clause.sql
    var filled: [(value: Int64, no: Int64)] = []
    var empty: [Int64] = []
    try session.connection.prepared(sql).each(clause.cells) { row in
      if row.isNull(1) { empty.append(row.integer(0)) } else { filled.append((row.integer(1), row.integer(0))) }
    }
    filled.sort { key.descending ? $0 > $1 : $0 < $1 }
    empty.sort { key.descending ? $0 > $1 : $0 < $1 }
    return filled.map(\.no) + empty
  }

  /// The order with empty values last and, among equals, the order of making.
  private func order(_ session: Session) -> (sql: String, needsRecord: Bool) {
    var keys: [String] = []
    var needsRecord = false
    for key in sort {
      guard let order = plan.order(of: key.field) else { continue }
      if order.table == plan.table { needsRecord = true }
      let name = (order.table == plan.table ? "p." : "k.") + order.column
      keys.append("\(name) IS NULL, \(name)\(key.descending ? " DESC" : "")")
    }
    keys.append("k._no" + (sort.first?.descending == true ? " DESC" : ""))
    return (" ORDER BY " + keys.joined(separator: ", "), needsRecord)
  }

  /// Looks for the first rows, once: afterwards either they are known or all are.
  private func look(_ session: Session) throws {
    guard numbers == nil, first == nil else { return }
    guard try hasMany(session) else {
      _ = try all(session)
      return
    }
    let (found, isAll) = try walkBriefly(session)
    if isAll { (numbers, known) = (found, found.count) } else { first = found }
  }

  /// Walks the order's index and asks each record, but not for long: where many match, the first rows are found at once.
  private func walkBriefly(_ session: Session) throws -> (found: [Int64], isAll: Bool) {
    guard let key = sort.first, sort.count == 1, plan.counted.contains(key.field),
      let order = plan.order(of: key.field)
    else {
      let found = try sorted(session, " LIMIT \(Self.quickRows)")
      return (found, found.count < Self.quickRows)
    }
    let connection = session.connection
    let clause = try connection.clause(query.filter, plan, session.reference, sieve: false)
    let isRecord = order.table == plan.table
    let name = (isRecord ? "p." : "k.") + order.column
    let from =
      isRecord
      ? " FROM \(plan.table) p INDEXED BY \"\(plan.register.id)_by_\(key.field)\" CROSS JOIN \(plan.keyTable) k ON k._no = p._no"
      : " FROM \(plan.keyTable) k INDEXED BY \"\(plan.register.id)_by_\(key.field)\""
        + (clause.needsRecord ? " CROSS JOIN \(plan.table) p ON p._no = k._no" : "")
    let direction = key.descending ? " DESC" : ""
    let rest = ([""] + clause.terms).joined(separator: " AND ")
    let table = isRecord ? "p" : "k"
    var found: [Int64] = []
    // Rows found before time is up are the first ones all the same.
    let isDone = try connection.briefly(Self.quickSteps, quickQuestions) {
      for part in ["\(name) IS NOT NULL", "\(name) IS NULL"] where found.count < Self.quickRows {
        let sql =
          "SELECT k._no\(from) WHERE \(part)\(rest) ORDER BY \(name)\(direction), \(table)._no\(direction) "
          + "LIMIT \(Self.quickRows - found.count)"
        try connection.once(sql).each(clause.cells) { found.append($0.integer(0)) }
      }
    }
    return (found, isDone && found.count < Self.quickRows)
  }

  /// Whether the words, if there are any, are those of many.
  private func hasMany(_ session: Session) throws -> Bool {
    let clause = try session.connection.clause(Filter(words: query.filter.words), plan, session.reference)
    guard let search = clause.search, let match = clause.cells.first else { return true }
    let limit = Self.fewMatches
    let found = try session.connection.prepared(
      "SELECT COUNT(*) FROM (SELECT 1 FROM \(search) WHERE \(search) MATCH ? LIMIT \(limit))"
    ).first([match]) { $0.int(0) }
    return found == limit
  }
}
