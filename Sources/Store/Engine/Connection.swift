import Domain
import GRDBSQLite
import UseCases

/// A usual range of investment with what tells how far the library has moved on since it was found.
struct KnownRange {
  let range: (low: Amount, high: Amount, count: Int)?
  /// Records of the kind then, as they were looked through and as they were counted.
  let seen: Int, kept: Int
  let saves: Int
}

/// The one open connection: prepared statements kept for reuse, and the plans of all registers.
///
/// Used only on the queue that serves the connection.
final class Connection {
  let pointer: OpaquePointer
  let path: String
  let plans: [String: TablePlan]
  let registers: [Register]
  let measures: [String: Measure]
  private var statements: [String: Prepared] = [:]
  /// Numbers that stand for measures in facts and counters.
  var measureNumbers: [String: Int64] = [:]
  private(set) lazy var packing = LinePacking(self)
  /// Goes up with each write through this connection, which `PRAGMA data_version` does not show.
  var writes = 0
  /// What the query at hand asks row by row; see `ask`.
  var questions: [Question] = []
  /// The words searched for last, read: one key press asks several queries about the same words.
  private var words: (text: String, query: SearchQuery, matcher: SearchMatcher)?
  /// How many questions a quick look may still ask; nil without a limit.
  var allowance: Int?
  /// Which of some regions lie in scopes, as long as the reference tables stay as they are.
  var scoped: [String: (all: [String], wanted: [String])] = [:]
  /// Kept for `investmentRange`: how many records there were, and what came of them.
  var ranges: [String: KnownRange] = [:]
  /// How many records were saved through this connection.
  var saves = 0

  init(_ pointer: OpaquePointer, path: String, registers: [Register]) {
    self.pointer = pointer
    self.path = path
    self.registers = registers
    plans = Dictionary(registers.map { ($0.id, TablePlan($0)) }, uniquingKeysWith: { first, _ in first })
    measures = Dictionary(
      registers.flatMap(\.measures).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The statement of this text, prepared once. Not for use inside itself.
  func prepared(_ sql: String) throws -> Prepared {
    if let statement = statements[sql] { return statement }
    let statement = try Prepared(pointer, sql)
    if statements.count > 400 { statements.removeAll() }
    statements[sql] = statement
    return statement
  }

  /// A statement that is used once.
  func once(_ sql: String) throws -> Prepared { try Prepared(pointer, sql) }

  func run(_ sql: String) throws {
    guard sqlite3_exec(pointer, sql, nil, nil, nil) == SQLITE_OK else { throw Failure(pointer) }
  }

  func forgetStatements() { statements.removeAll() }

  /// Typed words as a search, and what asks a text for them.
  func search(_ text: String) -> (query: SearchQuery, matcher: SearchMatcher) {
    if let words, words.text.utf8.elementsEqual(text.utf8) { return (words.query, words.matcher) }
    let query = SearchTokens.query(text)
    let matcher = SearchMatcher(query)
    words = (text, query, matcher)
    return (query, matcher)
  }

  func plan(_ register: String) throws -> TablePlan {
    guard let plan = plans[register] else {
      throw StoreError.failed(
        Label(zh: "没有名为“\(register)”的清单", en: "There is no register named “\(register)”"))
    }
    return plan
  }

  func value(_ name: String) throws -> String? {
    try prepared("SELECT value FROM library WHERE name = ?").first([.text(name)]) { $0.text(0) }
  }

  func setValue(_ name: String, _ value: String) throws {
    try prepared("INSERT INTO library VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")
      .execute([.text(name), .text(value)])
  }

  /// The number that stands for a measure, given at its first use.
  func number(of measure: String) throws -> Int64 {
    if let number = measureNumbers[measure] { return number }
    try prepared("INSERT OR IGNORE INTO measures (id) VALUES (?)").execute([.text(measure)])
    let number = try prepared("SELECT no FROM measures WHERE id = ?").first([.text(measure)]) { $0.integer(0) } ?? 0
    measureNumbers[measure] = number
    return number
  }

  /// The same without giving a new one.
  func knownNumber(of measure: String) throws -> Int64? {
    if let number = measureNumbers[measure] { return number }
    return try prepared("SELECT no FROM measures WHERE id = ?").first([.text(measure)]) { $0.integer(0) }
  }
}
