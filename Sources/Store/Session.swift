import Domain
import UseCases

/// One transaction: what use cases see as the library.
final class Session {
  let connection: Connection
  /// As the transaction found or made them.
  private(set) var reference: ReferenceTables
  /// Nil while only reading.
  let environment: Environment?
  let digest: PrivateDigest
  private(set) var facts: FactKeeper
  let words = SearchQueue()
  private(set) var chain: HistoryChain?
  /// While writing: records read lately, as an import reads one enterprise for each of its projects.
  private var recent: [RecordID: Document] = [:]
  /// Counts by the former tables are made anew before the transaction ends.
  private var isRecountDue = false

  init(_ connection: Connection, _ reference: ReferenceTables, _ digest: PrivateDigest, _ environment: Environment?) {
    self.connection = connection
    self.reference = reference
    self.digest = digest
    self.environment = environment
    facts = FactKeeper(connection, reference)
  }

  func reader(_ register: String) throws -> RecordReader {
    RecordReader(connection: connection, plan: try connection.plan(register))
  }

  /// Adds an entry to the history and returns its sequence.
  func append(_ entry: HistoryEntry) throws -> Int {
    if self.chain == nil { try connection.packing.follow() }
    var chain = try self.chain ?? HistoryChain(sequence: head().sequence, head: head().hash)
    let link = chain.append(entry)
    let statement = try connection.prepared("INSERT INTO history VALUES (?, ?, ?, ?, ?)")
    statement.bind(1, link.sequence)
    if let record = entry.record { statement.bind(2, record) } else { statement.bindNull(2) }
    statement.bind(3, entry.person)
    statement.bind(4, bytes: try connection.packing.pack(link.line))
    statement.bind(5, link.hash)
    try statement.run()
    self.chain = chain
    return link.sequence
  }

  /// To be called before a record is written, and with what was written after it.
  func forget(_ id: RecordID) { recent[id] = nil }

  func remember(_ document: Document) {
    guard environment != nil else { return }
    if recent.count > 64 { recent.removeAll() }
    recent[document.id] = document
  }

  /// Writes what is gathered in memory, so that kept numbers can be read or the transaction end.
  func settle() throws {
    try facts.flush()
    try words.flush()
  }

  /// Works by other reference tables from here on.
  func use(_ tables: ReferenceTables, recounting: Bool) throws {
    try settle()
    reference = tables
    connection.scoped.removeAll()
    facts = FactKeeper(connection, tables)
    isRecountDue = isRecountDue || recounting
  }

  /// What is left to do before the transaction ends.
  func finish() throws {
    try settle()
    if isRecountDue { try Rebuild.run(connection, isMigrated: false) }
  }
}

extension Session: StoreReading {
  func document(_ register: String, _ id: RecordID) throws -> Document? {
    if let known = recent[id], known.register == register { return known }
    let document = try reader(register).document(id)
    if let document { remember(document) }
    return document
  }

  func documents(_ register: String, where field: String, is value: Value) throws -> [Document] {
    let reader = try reader(register)
    guard let place = reader.plan.place(of: field) else { return [] }
    let test = value.isEmpty ? "IS NULL" : "= ?"
    let cells = value.isEmpty ? [] : [Cell(value)]
    var found: [(no: Int64, id: RecordID?)] = []
    // A child row's table does not tell the record's id, by which one read lately is known.
    let id = place.table == reader.plan.table ? "_id" : "NULL"
    try connection.prepared(
      "SELECT DISTINCT \(place.number), \(id) FROM \(place.table) WHERE \(place.column) \(test) ORDER BY 1"
    ).each(cells) { found.append(($0.integer(0), $0.id(1))) }
    return try found.compactMap { no, id in
      if let known = id.flatMap({ recent[$0] }), known.register == register { return known }
      return try reader.document(no: no)?.document
    }
  }

  func count(_ register: String, where field: String, is value: Value) throws -> Int {
    guard let place = try connection.plan(register).place(of: field) else { return 0 }
    let test = value.isEmpty ? "IS NULL" : "= ?"
    return try connection.prepared(
      "SELECT COUNT(DISTINCT \(place.number)) FROM \(place.table) WHERE \(place.column) \(test)"
    ).first(value.isEmpty ? [] : [Cell(value)]) { $0.int(0) } ?? 0
  }

  func find(_ register: String, key: String) throws -> RecordID? {
    let plan = try connection.plan(register)
    guard let column = plan.column(plan.register.keyField), !key.isEmpty else { return nil }
    return try connection.prepared("SELECT _id FROM \(plan.table) WHERE \(column.name) = ? ORDER BY _no LIMIT 1")
      .first([.text(key)]) { $0.id(0) } ?? nil
  }

  func find(_ register: String, idPrefix: String, limit: Int) throws -> [RecordID] {
    let plan = try connection.plan(register)
    let digits = idPrefix.lowercased().filter { $0 != "-" }
    guard digits.utf8.count <= 32, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }), limit > 0 else { return [] }
    func bound(_ filler: String) -> RecordID? {
      let hex = digits + String(repeating: filler, count: 32 - digits.utf8.count)
      guard let high = UInt64(hex.prefix(16), radix: 16), let low = UInt64(hex.suffix(16), radix: 16) else {
        return nil
      }
      return RecordID(high: high, low: low)
    }
    guard let from = bound("0"), let through = bound("f") else { return [] }
    var found: [RecordID] = []
    try connection.prepared("SELECT _id FROM \(plan.table) WHERE _id >= ? AND _id <= ? ORDER BY _id LIMIT ?")
      .each([.id(from), .id(through), .integer(Int64(limit))]) { if let id = $0.id(0) { found.append(id) } }
    // A dash in the wrong place is no beginning of an id.
    return found.filter { $0.text.hasPrefix(idPrefix.lowercased()) || !idPrefix.contains("-") }
  }

  func history(_ register: String, _ id: RecordID) throws -> [HistoryEntry] {
    try entries("WHERE record = ? ORDER BY sequence", [.id(id)]).filter { $0.register == register }
  }

  func recentEntries(by person: String, limit: Int) throws -> [HistoryEntry] {
    try entries("WHERE person = ? ORDER BY sequence DESC LIMIT ?", [.text(person), .integer(Int64(limit))])
  }

  func entries(from sequence: Int, limit: Int) throws -> [HistoryEntry] {
    try entries(
      "WHERE sequence >= ? ORDER BY sequence LIMIT ?", [.integer(Int64(sequence)), .integer(Int64(limit))])
  }

  func reference(at position: Int) throws -> ReferenceTables {
    // Entries that are about no record are few, and have an index to themselves.
    let changes = try entries("WHERE record IS NULL ORDER BY sequence", [])
      .filter { $0.register == ReferenceEntry.register }
    guard changes.contains(where: { $0.sequence > position }) else { return reference }
    var rows: [ReferenceEntry.Place: [String: String]] = [:]
    for entry in changes where entry.sequence <= position { _ = ReferenceEntry.apply(entry, to: &rows) }
    return OwnReference.tables(
      rows.sorted { ($0.key.table, $0.key.key) < ($1.key.table, $1.key.key) }.compactMap { place, values in
        ReferenceRow.Table(rawValue: place.table).map { ReferenceRow(table: $0, values: values) }
      })
  }

  private func entries(_ rest: String, _ cells: [Cell]) throws -> [HistoryEntry] {
    var entries: [HistoryEntry] = []
    try connection.prepared("SELECT sequence, line FROM history \(rest)").each(cells) { row in
      let line = try connection.packing.line(row.bytes(1))
      if let line, let entry = try? CanonicalReader.entry(line) {
        entries.append(entry)
      } else {
        throw Damage(
          label: Label(zh: "历史第\(row.int(0))条无法读取", en: "entry \(row.int(0)) of the history cannot be read"))
      }
    }
    return entries
  }

  func head() throws -> (sequence: Int, hash: String) {
    if let chain { return (chain.sequence, chain.head) }
    return try connection.prepared("SELECT sequence, hash FROM history ORDER BY sequence DESC LIMIT 1")
      .first { ($0.int(0), $0.text(1)) } ?? (0, HistoryChain.origin)
  }

  func setting(_ person: String, _ name: String) throws -> String? {
    try connection.prepared("SELECT value FROM settings WHERE person = ? AND name = ?")
      .first([.text(person), .text(name)]) { $0.text(0) }
  }
}
