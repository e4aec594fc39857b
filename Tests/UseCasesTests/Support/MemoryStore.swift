import Domain
import Synchronization

@testable import UseCases

/// A library in memory: what use cases need of a store, without its promises of durability.
final class MemoryStore: Store {
  struct State: Sendable {
    var documents: [String: [RecordID: Document]] = [:]
    var entries: [HistoryEntry] = []
    var serials: [String: Int] = [:]
    var settings: [String: String] = [:]
    var refreshed: [RecordID] = []
  }

  let info = LibraryInfo(id: RecordID(high: 1, low: 1), region: "330000", mark: "ZJ")
  let reference = ReferenceTables.builtIn
  let state = Mutex(State())

  func read<T>(_ body: (any StoreReading) throws -> T) throws -> T {
    try body(MemorySession(state.withLock { $0 }, reference, nil))
  }

  func write<T>(as environment: Environment, large: Bool, _ body: (any StoreWriting) throws -> T) throws -> T {
    let session = MemorySession(state.withLock { $0 }, reference, environment)
    let result = try body(session)
    state.withLock { $0 = session.state }
    return result
  }

  func list(_ query: Query) throws -> any RecordList { MemoryList(query, self) }
  func dataVersion() -> Int { 0 }
  func isShared() -> Bool { false }
  func verify(_ progress: (Double) -> Bool) -> [Label] { [] }
  func backup(to path: String, _ progress: (Double) -> Bool) {}

  func document(_ register: String, key: String) throws -> Document? {
    try read { library in
      guard let id = try library.find(register, key: key) else { return nil }
      return try library.document(register, id)
    }
  }
}

final class MemoryList: RecordList {
  let query: Query
  private let store: MemoryStore

  init(_ query: Query, _ store: MemoryStore) {
    self.query = query
    self.store = store
  }

  private var found: [Document] {
    let key = Registers.named(query.register)?.keyField ?? ""
    return store.state.withLock { $0.documents[query.register] ?? [:] }.values
      .filter { query.filter.matches($0, in: store.reference) }.sorted { $0[key].plain < $1[key].plain }
  }

  func count() -> Int { found.count }
  func countAtHand() -> Int? { found.count }
  func rows(_ places: Range<Int>, fields: [String]) -> [ListRow] {
    found.dropFirst(places.lowerBound).prefix(places.count).map { ListRow(id: $0.id, values: $0.values) }
  }
  func firstRows(_ number: Int, fields: [String]) -> (rows: [ListRow], isSearching: Bool) {
    (rows(0..<number, fields: fields), false)
  }
  func findAll() {}
  func place(of id: RecordID) -> Int? { found.firstIndex { $0.id == id } }
  func ids(limit: Int) -> [RecordID] { found.prefix(limit).map(\.id) }
}

final class MemorySession: StoreWriting {
  var state: MemoryStore.State
  private let reference: ReferenceTables
  private let environment: Environment?

  init(_ state: MemoryStore.State, _ reference: ReferenceTables, _ environment: Environment?) {
    self.state = state
    self.reference = reference
    self.environment = environment
  }

  func document(_ register: String, _ id: RecordID) -> Document? { state.documents[register]?[id] }
  func documents(_ register: String, where field: String, is value: Value) -> [Document] {
    (state.documents[register] ?? [:]).values.filter { $0[field] == value }
  }
  func investmentRange(ofKind kind: String) -> (low: Amount, high: Amount, count: Int)? { nil }
  func find(_ register: String, key: String) -> RecordID? {
    guard let field = Registers.named(register)?.keyField else { return nil }
    return documents(register, where: field, is: .text(key)).first?.id
  }
  func find(_ register: String, idPrefix: String, limit: Int) -> [RecordID] {
    Array((state.documents[register] ?? [:]).keys.filter { $0.text.hasPrefix(idPrefix) }.sorted().prefix(limit))
  }
  func counts(_ register: String, by field: String, where filter: Filter) -> [String: Int] {
    (state.documents[register] ?? [:]).values.filter { filter.matches($0, in: reference) }
      .reduce(into: [:]) { $0[$1[field].plain, default: 0] += 1 }
  }
  func totals(_ register: String, where filter: Filter, sums: [String]) -> Totals {
    let found = (state.documents[register] ?? [:]).values.filter { filter.matches($0, in: reference) }
    return Totals(
      count: found.count,
      sums: Dictionary(
        sums.map { field in (field, Amount.sum(found.compactMap { $0[field].amount }) ?? .zero) },
        uniquingKeysWith: { $1 }))
  }
  private func facts(_ query: FigureQuery) -> [Fact] {
    guard let measure = Registers.measures[query.measure] else { return [] }
    return (state.documents[measure.register] ?? [:]).values.flatMap { measure.facts(of: $0, in: reference) }
      .filter { fact in
        reference.regions.isIn(fact.region, query.region ?? "")
          && query.from.map { from in fact.day.map { $0 >= from } ?? false } ?? true
          && query.through.map { through in fact.day.map { $0 <= through } ?? false } ?? true
          && zip(query.dimensions, fact.dimensions).allSatisfy { $0 == nil || $0 == $1 }
      }
  }
  private func sum(_ facts: [Fact]) -> Amount {
    let distinct = Set(facts.map(\.subject).filter { !$0.isEmpty })
    return distinct.isEmpty ? Amount.sum(facts.map(\.amount)) ?? .zero : Amount(distinct.count)
  }
  func reference(at position: Int) -> ReferenceTables { reference }
  func figure(_ query: FigureQuery) -> Amount { sum(facts(query)) }
  func figures(_ query: FigureQuery, by part: FigurePart) -> [String: Amount] {
    Dictionary(grouping: facts(query)) { fact in
      switch part {
      case .region: reference.regions.city(of: fact.region)?.code ?? fact.region
      case .dimension(let place): fact.dimensions[place]
      case .quarter: fact.day?.quarter.text ?? ""
      }
    }
    .mapValues(sum)
  }
  func sums(_ query: SumsQuery) -> [PartSum] {
    query.terms.enumerated().flatMap { place, term -> [PartSum] in
      let found = facts(FigureQuery(term.measure, dimensions: term.dimensions))
        .filter { fact in query.regions.map { $0.contains(fact.region) } ?? true }
      let parted = Dictionary(grouping: found) { fact in
        let dimension = query.places.map { $0[place].map { fact.dimensions[$0] } ?? "" }
        return [
          dimension ?? fact.region, String(fact.day?.quarter.number ?? 0), query.isByRegion ? fact.region : "",
        ]
      }
      return parted.map { key, facts in
        PartSum(
          term: place, region: query.areRegionsTold ? facts[0].region : "",
          part: query.places == nil ? "" : key[0], quarter: Int(key[1]) ?? 0, amount: sum(facts))
      }
    }
  }
  func changes(_ terms: [Indicator.Term], regions: [String], since position: Int, through: Day) -> [FactChange] { [] }
  func locks() -> [QuarterLock] {
    (state.documents["quarters"] ?? [:]).values.flatMap { QuarterRecord.schema.record($0).quarterLocks }
  }
  func lockedFigures(of locks: [RecordID], parts: String) -> [RecordID: [LockedFigure]] { [:] }
  func facts(_ measure: String, regions: [String], at position: Int?) -> [Fact] {
    facts(FigureQuery(measure)).filter { regions.contains($0.region) }
  }
  func position(before instant: Instant) -> Int { state.entries.last { $0.at < instant }?.sequence ?? 0 }
  func keep(_ figures: [LockedFigure], of lock: RecordID) {}
  func candidates(
    _ register: String, words: String, where filter: Filter, limit: Int, fields: [String]
  ) -> [ListRow] { [] }
  func history(_ register: String, _ id: RecordID) -> [HistoryEntry] {
    state.entries.filter { $0.register == register && $0.record == id }
  }
  func recentEntries(by person: String, limit: Int) -> [HistoryEntry] {
    Array(state.entries.reversed().filter { $0.person == person }.prefix(limit))
  }
  func entries(from sequence: Int, limit: Int) -> [HistoryEntry] {
    Array(state.entries.dropFirst(max(0, sequence - 1)).prefix(limit))
  }
  func head() -> (sequence: Int, hash: String) { (state.entries.count, "") }
  func setting(_ person: String, _ name: String) -> String? { state.settings["\(person)/\(name)"] }

  func save(_ document: Document, base: Int, action: String, note: String, permit: Permit) throws -> Int {
    let old = self.document(document.register, document.id)
    guard (old?.revision ?? 0) == base else { throw StoreError.conflict(current: old) }
    var saved = document
    saved.revision = base + 1
    state.documents[document.register, default: [:]][document.id] = saved
    enter(action, document.register, document.id, old, saved)
    return saved.revision
  }
  func refresh(_ document: Document) {
    state.documents[document.register, default: [:]][document.id] = document
    state.refreshed.append(document.id)
  }
  func delete(_ register: String, _ id: RecordID, base: Int, action: String, permit: Permit) throws {
    let old = document(register, id)
    guard old?.revision == base else { throw StoreError.conflict(current: old) }
    state.documents[register]?[id] = nil
    enter(action, register, id, old, nil)
  }
  func nextSerial(_ scope: String) -> Int {
    state.serials[scope, default: 0] += 1
    return state.serials[scope] ?? 0
  }
  func setSetting(_ person: String, _ name: String, _ value: String?) { state.settings["\(person)/\(name)"] = value }

  func setReference(
    _ table: ReferenceRow.Table, _ key: String, _ row: ReferenceRow?, source: String
  ) -> ReferenceTables { reference }

  private func enter(_ action: String, _ register: String, _ id: RecordID, _ old: Document?, _ new: Document?) {
    guard let environment else { return }
    let (fields, rows) = HistoryEntry.changes(from: old, to: new)
    state.entries.append(
      HistoryEntry(
        sequence: state.entries.count + 1, at: environment.now(), person: environment.actor.person, origin: .cli,
        action: action, register: register, record: id, changes: fields, rows: rows))
  }
}
