import Domain
import GRDBSQLite
import UseCases

/// A filter as SQL over `k` (the narrow table) and, where needed, `p` (the record).
struct Clause {
  var terms: [String] = []
  var cells: [Cell] = []
  var needsRecord = false
  /// Only conditions on the region, of which kept counts know.
  var isRegionOnly = true
  /// The regions that remain; nil is all.
  var regions: [String]?
  /// The one condition besides, if it asks for values of a field whose counts are kept by region.
  var tally: (field: String, values: [String])?
  /// Whether counts that are kept by region and `tally` tell all.
  var isKept: Bool { isRegionOnly || tally != nil }
  /// What is looked up in the search index; it stands first in the join.
  var search: String?

  var isEmpty: Bool { terms.isEmpty }
  var sql: String { terms.isEmpty ? "" : " WHERE " + terms.joined(separator: " AND ") }

  func from(_ plan: TablePlan, withRecord: Bool = false) -> String {
    " FROM " + (search.map { "\($0) s CROSS JOIN \(plan.keyTable) k ON k._no = s.rowid" } ?? "\(plan.keyTable) k")
      + (needsRecord || withRecord ? " JOIN \(plan.table) p ON p._no = k._no" : "")
  }
}

extension Connection {
  /// All regions that records of a register stand in or stood in.
  func regions(_ register: String) throws -> [String] {
    var regions: [String] = []
    try prepared("SELECT region FROM tallies WHERE register = ? AND field = '' ORDER BY region")
      .each([.text(register)]) { regions.append($0.text(0)) }
    return regions
  }

  /// Conditions and words as SQL. `sieve` looks words up in the index; without it each record is asked.
  func clause(_ filter: Filter, _ plan: TablePlan, _ reference: ReferenceTables, sieve: Bool = true) throws -> Clause {
    var clause = Clause()
    questions.removeAll()
    for condition in filter.conditions {
      if condition.field == "region", condition.op == .equal, !condition.values.isEmpty {
        try region(condition, plan, reference, &clause)
      } else {
        clause.tally = clause.isRegionOnly ? plan.tally(condition) : nil
        clause.isRegionOnly = false
        add(condition, plan, reference, &clause)
      }
    }
    if filter.words.isEmpty { return clause }
    let (query, matcher) = search(filter.words)
    if !query.isEmpty {
      clause.isRegionOnly = false
      clause.tally = nil
      let match = sieve ? query.matchExpression : nil
      if let match {
        clause.search = plan.searchTable
        clause.terms.append("s.\(plan.searchTable) MATCH ?")
        clause.cells.append(.text(match))
      }
      if match == nil || !query.isDecidedByIndex {
        questions.append(.words(matcher))
        clause.terms.append("ask(\(questions.count - 1), (SELECT text FROM \(plan.textTable) WHERE _no = k._no))")
      }
    }
    return clause
  }

  private func region(
    _ condition: Filter.Condition, _ plan: TablePlan, _ reference: ReferenceTables, _ clause: inout Clause
  ) throws {
    let all = try regions(plan.register.id)
    let scopes = condition.values.compactMap(\.text)
    let wanted = within(scopes, all, reference)
    if wanted.count == all.count { return }
    clause.regions = clause.regions.map { $0.filter(wanted.contains) } ?? wanted
    clause.terms.append("k.region IN (\(wanted.map { _ in "?" }.joined(separator: ",")))")
    clause.cells += wanted.map(Cell.text)
  }

  /// The regions that lie in one of the scopes; asked with nearly every query, so the last answers are kept.
  private func within(_ scopes: [String], _ all: [String], _ reference: ReferenceTables) -> [String] {
    let key = scopes.joined(separator: " ")
    if let known = scoped[key], known.all == all { return known.wanted }
    let wanted = all.filter { region in
      !region.isEmpty && scopes.contains { reference.regions.isIn(region, $0) }
    }
    if scoped.count > 100 { scoped.removeAll() }
    scoped[key] = (all, wanted)
    return wanted
  }

  private func add(
    _ condition: Filter.Condition, _ plan: TablePlan, _ reference: ReferenceTables, _ clause: inout Clause,
    isOneOfSeveral: Bool = false
  ) {
    let alternatives = condition.alternatives
    guard alternatives.count == 1 else {
      var either = Clause()
      for alternative in alternatives { add(alternative, plan, reference, &either, isOneOfSeveral: true) }
      clause.terms.append("(" + either.terms.joined(separator: " OR ") + ")")
      clause.cells += either.cells
      clause.needsRecord = clause.needsRecord || either.needsRecord
      return
    }
    if let dot = condition.field.firstIndex(of: ".") {
      let list = plan.list(String(condition.field[..<dot]))
      let field = String(condition.field[condition.field.index(after: dot)...])
      guard let list, let column = list.columns.first(where: { $0.field.id == field }) else {
        return constant(condition, &clause)
      }
      if condition.values.isEmpty {
        clause.terms.append(
          "\(condition.op == .notEqual ? "" : "NOT ")EXISTS (SELECT 1 FROM \(list.table) c "
            + "WHERE c._record = k._no AND c.\(column.name) IS NOT NULL)")
        return
      }
      let test = test(condition, "c." + column.name, column, isKey: false, reference, &clause.cells)
      // A link has an index. Beside another condition each side is looked up for itself; asking every record would read
      // them all.
      let isLink = condition.op == .equal && list.links.contains { $0.field.id == field }
      clause.terms.append(
        isOneOfSeveral || isLink
          ? "k._no IN (SELECT c._record FROM \(list.table) c WHERE \(test))"
          : "EXISTS (SELECT 1 FROM \(list.table) c WHERE c._record = k._no AND \(test))")
      return
    }
    guard let column = plan.column(condition.field) else { return constant(condition, &clause) }
    let known =
      column.codes.map { codes in condition.values.allSatisfy { $0.text.map { codes[$0] != nil } ?? false } } ?? true
    let equality = condition.op == .equal || condition.op == .notEqual
    let isKey = plan.isKey(column.field.id) && (column.codes == nil || (known && equality))
    if !isKey { clause.needsRecord = true }
    let name = (isKey ? "k." : "p.") + column.name
    clause.terms.append(test(condition, name, column, isKey: isKey, reference, &clause.cells))
  }

  /// A field that the register does not have is empty in every record.
  private func constant(_ condition: Filter.Condition, _ clause: inout Clause) {
    let holds = condition.values.isEmpty ? condition.op != .notEqual : condition.op == .notEqual
    clause.terms.append(holds ? "1" : "0")
  }

  private func test(
    _ condition: Filter.Condition, _ name: String, _ column: TablePlan.Column, isKey: Bool,
    _ reference: ReferenceTables, _ cells: inout [Cell]
  ) -> String {
    if condition.values.isEmpty { return condition.op == .notEqual ? "\(name) IS NOT NULL" : "\(name) IS NULL" }
    if condition.op != .notEqual, condition.values.contains(.empty) {
      var filled = condition
      filled.values.removeAll { $0.isEmpty }
      if filled.values.isEmpty { return "\(name) IS NULL" }
      return "(\(name) IS NULL OR \(test(filled, name, column, isKey: isKey, reference, &cells)))"
    }
    var condition = condition
    if condition.isRegion, condition.op == .equal || condition.op == .notEqual {
      // In or under: every region of the scopes.
      let codes = condition.values.compactMap(\.text).flatMap { [$0] + reference.regions.codes(in: $0) }
      condition.values = Set(codes).sorted().map { .text($0) }
    }
    let fits = condition.values.allSatisfy(column.storage.holds)
    guard fits, condition.op != .contains else {
      questions.append(.condition(condition, column.storage, reference))
      return "ask(\(questions.count - 1), \(name))"
    }
    cells += condition.values.map { isKey ? column.key($0) : Cell($0) }
    let marks = condition.values.map { _ in "?" }
    switch condition.op {
    case .equal: return "\(name) IN (\(marks.joined(separator: ",")))"
    case .notEqual: return "(\(name) IS NULL OR \(name) NOT IN (\(marks.joined(separator: ","))))"
    default:
      return "(" + marks.map { "\(name) \(condition.op.rawValue) \($0)" }.joined(separator: " OR ") + ")"
    }
  }
}

/// What SQL cannot say itself; asked row by row through the function `ask(number, value)`.
enum Question {
  case condition(Filter.Condition, Storage, ReferenceTables)
  case words(SearchMatcher)

  func answer(_ value: OpaquePointer?) -> Bool {
    switch self {
    case .condition(let condition, let storage, let reference):
      let cell = Cell(value)
      var document = Document(register: "", id: RecordID(high: 0, low: 0))
      if let dot = condition.field.firstIndex(of: ".") {
        let field = String(condition.field[condition.field.index(after: dot)...])
        let row = ChildRow(id: document.id, values: storage.value(cell).isEmpty ? [:] : [field: storage.value(cell)])
        document.children[String(condition.field[..<dot])] = [row]
      } else {
        document[condition.field] = storage.value(cell)
      }
      return condition.matches(document, in: reference)
    case .words(let matcher):
      // SQLite's own bytes: a copy of each would cost more than looking at it.
      let start = sqlite3_value_text(value)
      return matcher.matches(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value))))
    }
  }
}

extension SearchQuery {
  /// Whether the index alone tells, without a look at the text: one pair or one character of Chinese each.
  var isDecidedByIndex: Bool {
    terms.allSatisfy { term in
      guard term.alternatives.count == 1, let only = term.alternatives.first, only.count == 1, let token = only.first
      else { return false }
      return token.text.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    }
  }
}

extension Connection {
  /// Makes `ask` known to SQLite. It reads from the connection that it belongs to, and so never outlives it.
  func installAsk() throws {
    let me = Unmanaged.passUnretained(self).toOpaque()
    let code = sqlite3_create_function_v2(
      pointer, "ask", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, me,
      { context, _, arguments in
        guard let context, let arguments, let data = sqlite3_user_data(context) else { return }
        let connection = Unmanaged<Connection>.fromOpaque(data).takeUnretainedValue()
        let number = Int(sqlite3_value_int64(arguments[0]))
        guard connection.questions.indices.contains(number), connection.spend() else {
          return sqlite3_result_error_code(context, SQLITE_INTERRUPT)
        }
        sqlite3_result_int(context, connection.questions[number].answer(arguments[1]) ? 1 : 0)
      }, nil, nil, nil)
    guard code == SQLITE_OK else { throw Failure(pointer) }
  }

  /// Counts one question against the allowance of a quick look; false when it is used up.
  private func spend() -> Bool {
    guard let left = allowance else { return true }
    allowance = left - 1
    return left > 0
  }
}

extension Cell {
  init(_ value: OpaquePointer?) {
    switch sqlite3_value_type(value) {
    case SQLITE_NULL: self = .null
    case SQLITE_INTEGER: self = .integer(sqlite3_value_int64(value))
    case SQLITE_BLOB:
      guard sqlite3_value_bytes(value) == 16, let start = sqlite3_value_blob(value) else {
        self = .null
        return
      }
      self = .id(
        RecordID(
          high: UInt64(bigEndian: start.loadUnaligned(as: UInt64.self)),
          low: UInt64(bigEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self))))
    default:
      let start = sqlite3_value_text(value)
      let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
      self = .text(String(decoding: bytes, as: UTF8.self))
    }
  }
}
