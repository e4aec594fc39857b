import Domain
import GRDB
import GRDBSQLite
import UseCases

/// Proves that a library is what its history says, and that every kept number is a recount's.
struct Verifier {
  let session: Session
  let progress: (Double) -> Bool
  private var faults: [Label] = []
  private var alive: [String: Set<RecordID>] = [:]
  private var done = 0
  private var total = 1
  /// More faults than this say nothing new.
  private static let limit = 50

  init(_ session: Session, _ progress: @escaping (Double) -> Bool) {
    self.session = session
    self.progress = progress
  }

  private var connection: Connection { session.connection }

  mutating func run() throws -> [Label] {
    connection.packing.forget()
    try structure()
    // A broken file cannot be read record by record.
    guard faults.isEmpty else { return faults }
    let entries = try connection.once("SELECT COUNT(*) FROM history").first { $0.int(0) } ?? 0
    let records = try connection.registers.reduce(0) { sum, register in
      let table = try connection.plan(register.id).table
      return try sum + (connection.once("SELECT COUNT(*) FROM \(table)").first { $0.int(0) } ?? 0)
    }
    total = max(1, entries + records)
    try history()
    let facts = FactKeeper(connection, session.reference)
    for register in connection.registers where faults.count < Self.limit {
      try self.records(try connection.plan(register.id), facts)
    }
    guard faults.count < Self.limit else { return faults }
    try numbers(facts)
    if connection.plans[QuarterRecord.schema.id] != nil {
      var locks = try LockVerifier(session)
      faults += try locks.faults()
    }
    return faults
  }

  private mutating func fault(_ zh: String, _ en: String) { faults.append(Label(zh: zh, en: en)) }

  private mutating func advance() throws {
    done += 1
    if done % 512 == 0, !progress(min(1, Double(done) / Double(total))) { throw StoreError.interrupted }
  }

  private mutating func structure() throws {
    var answers: [String] = []
    do {
      try connection.once("PRAGMA integrity_check(20)").each { answers.append($0.text(0)) }
    } catch let failure as Failure where failure.code & 0xFF == SQLITE_CORRUPT {
      answers = [failure.message]
    }
    for answer in answers where answer != "ok" { fault("文件结构：\(answer)", "File structure: \(answer)") }
    let made = try Scaffold.ofNew(connection.registers)
    let odd = try Scaffold.of(connection).symmetricDifference(made).map(\.name).sorted()
    if let first = odd.first {
      fault("表的定义“\(first)”不是本程序所建", "The definition of “\(first)” is not the one that sanku made")
    }
    let region = try connection.value("region") ?? ""
    let mark = try connection.value("mark") ?? ""
    if session.reference.regions[region] == nil || !mark.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
      fault("库所属地区“\(region)”或编号字母“\(mark)”不对", "The library's region “\(region)” or mark “\(mark)” is wrong")
    }
    var broken = 0
    try connection.once("PRAGMA foreign_key_check").each { _ in broken += 1 }
    if broken > 0 { fault("\(broken)行子表没有所属记录", "\(broken) child rows belong to no record") }
  }

  private mutating func history() throws {
    var chain = HistoryChain()
    var packages = PackageRecount()
    var own = OwnRecount(connection.registers, mark: try connection.value("mark") ?? "")
    var problem: Int?
    let statement = try connection.once("SELECT sequence, line, hash, record, person FROM history ORDER BY sequence")
    while problem == nil, try statement.step() {
      try advance()
      let link = HistoryChain.Link(
        sequence: statement.int(0), line: try connection.packing.line(statement.bytes(1)) ?? [],
        hash: statement.text(2))
      do {
        let entry = try chain.check(link)
        if entry.record != statement.id(3) || entry.person != statement.text(4) {
          problem = link.sequence
        }
        own.add(entry)
        packages.add(entry)
        guard let id = entry.record else { continue }
        if entry.action == HistoryEntry.delete {
          alive[entry.register]?.remove(id)
        } else {
          alive[entry.register, default: []].insert(id)
        }
      } catch {
        problem = error.sequence
      }
    }
    if let problem {
      fault(
        "历史在第\(problem)条断开：该条被改动、删除或插入",
        "The history breaks at entry \(problem): it was changed, removed or put in")
    }
    // What a broken history tells proves nothing.
    if problem == nil { faults += try own.faults(connection) + packages.faults(session) }
  }

  private mutating func records(_ plan: TablePlan, _ facts: FactKeeper) throws {
    let reader = RecordReader(connection: connection, plan: plan)
    let index = SearchIndex(connection: connection, plan: plan)
    var words = WordSum()
    var count = 0
    let statement = try connection.once("SELECT _no FROM \(plan.table) ORDER BY _no")
    while try statement.step() {
      let no = statement.integer(0)
      try advance()
      count += 1
      guard let (document, seal) = try reader.document(no: no), faults.count < Self.limit else { return }
      try check(document, seal, no, plan)
      let text = index.text(document)
      let kept = try connection.prepared("SELECT text FROM \(plan.textTable) WHERE _no = ?").first([.integer(no)]) {
        $0.text(0)
      }
      if kept.map({ Array($0.utf8) }) != Array(SearchTokens.folded(text).utf8) { wrongText(document, plan) }
      for token in SearchTokens.tokens(for: text) { words.add(token, no) }
      facts.tally(plan, document, 1)
      for measure in plan.register.measures {
        let wanted = measure.facts(of: document, in: session.reference)
        guard let number = try connection.knownNumber(of: measure.id) else {
          if !wanted.isEmpty { wrongFacts(document, plan) }
          continue
        }
        for fact in wanted { facts.recount(fact, number, measure) }
        let kept = try facts.open(measure.id, number, no)
        if kept.sorted(by: Fact.precedes) != wanted.sorted(by: Fact.precedes) { wrongFacts(document, plan) }
      }
    }
    let expected = alive[plan.register.id]?.count ?? 0
    if count != expected {
      fault(
        "\(plan.register.label.zh)有\(count)条，按历史应为\(expected)条",
        "\(plan.register.label.en) holds \(count) records, the history says \(expected)")
    }
    for table in [plan.keyTable, plan.textTable]
    where try connection.once("SELECT COUNT(*) FROM \(table)").first([], { $0.int(0) }) != count {
      fault(
        "\(plan.register.label.zh)的索引表行数不符", "The index table of \(plan.register.label.en) has a wrong number of rows")
    }
    try self.words(plan, words)
  }

  private mutating func wrongText(_ document: Document, _ plan: TablePlan) {
    let name = name(document, plan)
    fault("\(name)：检索文字与记录不符", "\(name): the text that is searched is not that of the record")
  }

  private mutating func wrongFacts(_ document: Document, _ plan: TablePlan) {
    let name = name(document, plan)
    fault("\(name)：统计事实与记录不符", "\(name): the kept facts are not those of the record")
  }

  private func name(_ document: Document, _ plan: TablePlan) -> String {
    let key = document[plan.register.keyField].plain
    return key.isEmpty ? "\(plan.register.id) #\(document.id.text)" : "\(plan.register.id) \(key)"
  }

  private mutating func check(_ document: Document, _ seal: Int64, _ no: Int64, _ plan: TablePlan) throws {
    let name = name(document, plan)
    guard Seal.of(document, plan) == seal else {
      return fault("\(name)：内容在库外被改动", "\(name): its contents were changed by something else than sanku")
    }
    var replayed: Document?
    try connection.prepared("SELECT line FROM history WHERE record = ? ORDER BY sequence").each([.id(document.id)]) {
      row in
      let line = try connection.packing.line(row.bytes(0)) ?? []
      if let entry = try? CanonicalReader.entry(line), entry.register == plan.register.id {
        replayed = entry.applied(to: replayed)
      }
    }
    let wanted = plan.inHistory(document, session.digest)
    guard let replayed, plan.inHistory(replayed, nil) == wanted else {
      return fault("\(name)：与历史不符", "\(name): it is not what the history says")
    }
    let names = (["_no"] + plan.keys.map(\.name)).joined(separator: ", ")
    let keys = try connection.prepared("SELECT \(names) FROM \(plan.keyTable) WHERE _no = ?").first([.integer(no)]) {
      row in plan.keys.indices.map { row.cell($0 + 1) }
    }
    let orders = plan.ordered.isEmpty ? [] : try self.orders(no, plan)
    guard keys == plan.keys.map({ $0.key(document[$0.field.id]) }),
      orders
        == plan.ordered.map({ column in document[column.field.id].text.map { .text(Pinyin.sortKey(of: $0)) } ?? .null })
    else {
      return fault("\(name)：索引列与记录不符", "\(name): its index columns are not those of the record")
    }
  }

  private func orders(_ no: Int64, _ plan: TablePlan) throws -> [Cell] {
    let names = plan.ordered.map { "\"_order_\($0.field.id)\"" }.joined(separator: ", ")
    return try connection.prepared("SELECT \(names) FROM \(plan.table) WHERE _no = ?").first([.integer(no)]) { row in
      plan.ordered.indices.map { row.cell($0) }
    } ?? []
  }

  /// Which record has which word, by the index, against a recount.
  private mutating func words(_ plan: TablePlan, _ wanted: WordSum) throws {
    let table = "temp.\"\(plan.register.id)_words\""
    try connection.run("DROP TABLE IF EXISTS \(table)")
    try connection.run("CREATE VIRTUAL TABLE \(table) USING fts5vocab(main, \(plan.searchTable), instance)")
    var found = WordSum()
    var isSame = true
    do {
      try connection.once("SELECT term, doc FROM \(table)").each { found.add($0.text(0), $0.integer(1)) }
      isSame = found == wanted
    } catch let failure as Failure where failure.code & 0xFF == SQLITE_CORRUPT {
      isSame = false
    }
    try connection.run("DROP TABLE \(table)")
    if !isSame {
      fault(
        "\(plan.register.label.zh)的检索索引与记录不符",
        "The search index of \(plan.register.label.en) is not that of its records")
    }
  }

  private mutating func numbers(_ facts: FactKeeper) throws {
    var odd = 0
    for (table, counters) in facts.counters {
      var counters = counters.filter { !$0.value.isZero }
      try connection.once("SELECT measure, region, d1, d2, d3, quarter, high, low FROM \(table)").each { row in
        let key = CounterKey(
          measure: row.integer(0), region: row.text(1), dimensions: [row.text(2), row.text(3), row.text(4)],
          quarter: row.int(5))
        let sum = WideSum(high: row.integer(6), low: row.integer(7))
        if sum == counters[key] || sum.isZero {
          counters[key] = sum.isZero ? counters[key] : nil
        } else {
          counters[key] = sum
        }
      }
      odd += counters.count
    }
    if odd > 0 { fault("\(odd)个统计计数与重算不符", "\(odd) kept figures differ from a recount") }
    var tallies = facts.tallies.filter { !$0.value.isZero }
    try connection.once("SELECT register, field, region, value, high, low FROM tallies").each { row in
      let key = TallyKey(register: row.text(0), field: row.text(1), region: row.text(2), value: row.text(3))
      let sum = WideSum(high: row.integer(4), low: row.integer(5))
      if sum == tallies[key] || sum.isZero {
        tallies[key] = sum.isZero ? tallies[key] : nil
      } else {
        tallies[key] = sum
      }
    }
    if !tallies.isEmpty { fault("\(tallies.count)个清单计数与重算不符", "\(tallies.count) kept counts differ from a recount") }
    let open = try connection.once("SELECT COUNT(*) FROM facts WHERE to_seq IS NULL").first { $0.int(0) } ?? 0
    let expected = facts.factCount
    if open != expected {
      fault("统计事实应有\(expected)条，实有\(open)条", "There are \(open) open facts, a recount finds \(expected)")
    }
  }
}

/// A sum over (word, record) pairs that comes out the same in any order.
private struct WordSum: Equatable {
  private var count = 0
  private var sum = 0

  mutating func add(_ word: String, _ no: Int64) {
    var hasher = Hasher()
    hasher.combine(word)
    hasher.combine(no)
    count += 1
    sum &+= hasher.finalize()
  }
}

/// One definition of a table or index.
private struct Scaffold: Hashable {
  let type: String
  let name: String
  let table: String
  let sql: String

  /// Those of an opened library.
  static func of(_ connection: Connection) throws -> Set<Scaffold> {
    var all: Set<Scaffold> = []
    try connection.once("SELECT type, name, tbl_name, sql FROM main.sqlite_schema").each { row in
      all.insert(Scaffold(type: row.text(0), name: row.text(1), table: row.text(2), sql: row.text(3)))
    }
    return all
  }

  /// Those of a library made now, in memory.
  static func ofNew(_ registers: [Register]) throws -> Set<Scaffold> {
    let queue = try DatabaseQueue()
    return try queue.inDatabase { database in
      guard let pointer = database.sqliteConnection else { return [] }
      let connection = Connection(pointer, path: ":memory:", registers: registers)
      try Migrations.make(connection, registers)
      return try of(connection)
    }
  }
}

extension TablePlan {
  /// The part of a record that entries hold: nothing derived, private values as digests (`nil`: they are digests already).
  func inHistory(_ document: Document, _ digest: PrivateDigest?) -> Document {
    var result = withoutCarried(document)
    func keep(_ values: inout [String: Value], _ fields: [FieldSpec]) {
      for field in fields {
        if field.isDerived { values[field.id] = nil }
        if field.isPrivate, let digest, let value = values[field.id] { values[field.id] = digest.standIn(for: value) }
      }
    }
    keep(&result.values, register.fields)
    for list in register.lists {
      guard var rows = result.children[list.id] else { continue }
      for place in rows.indices { keep(&rows[place].values, list.fields) }
      result.children[list.id] = rows
    }
    return result
  }
}

extension SQLiteStore {
  package func verify(_ progress: (Double) -> Bool) throws -> [Label] {
    do {
      return try withoutActuallyEscaping(progress) { progress in
        try access { session in
          var verifier = Verifier(session, progress)
          return try verifier.run()
        }
      }
    } catch StoreError.damaged(_, let reason) {
      return [reason]
    }
  }
}
