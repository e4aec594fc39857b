import Domain
import UseCases

/// Recounts every lock from the facts at its position, and holds it against what was kept and what the history says.
struct LockVerifier {
  let connection: Connection
  let session: Session
  private let locks: [QuarterLock]
  private let book: LockBook
  private let terms: [Indicator.Term]
  private let index: TermIndex
  private let measures: [Measure?]
  /// By lock, then part and term: the three cumulative sums that its figures follow from.
  private var sums: [RecordID: [Key: Sums]] = [:]

  private struct Key: Hashable {
    let part: String
    let term: Int
  }

  private struct Sums {
    var total = WideSum()
    var before = WideSum()
    var yearBefore = WideSum()
  }

  init(_ session: Session) throws {
    self.session = session
    connection = session.connection
    locks = try session.locks()
    book = LockBook(locks)
    terms = Indicators.allTerms
    index = try TermIndex(terms, session.connection)
    measures = terms.map { Registers.measures[$0.measure] }
  }

  /// What is wrong; empty for sound locks.
  mutating func faults() throws -> [Label] {
    guard !locks.isEmpty else { return [] }
    try addUp()
    var faults: [Label] = []
    let digests = try digests()
    for lock in locks {
      let name = "\(session.reference.regions.path(of: lock.region)) \(lock.quarter.text)"
      let kept = try ["", "sector/", "focus/"].flatMap {
        try session.lockedFigures(of: [lock.id], parts: $0)[lock.id] ?? []
      }
      let others = try ["product/", "year/"].flatMap {
        try session.lockedFigures(of: [lock.id], parts: $0)[lock.id] ?? []
      }
      if LockedFigure.digest(kept + others) != digests[lock.id] {
        faults.append(
          Label(
            zh: "\(name)锁定的数据与历史中的摘要不符", en: "\(name): the locked figures are not those whose digest the history has"))
      }
      let wanted = try recount(lock)
      if Set(kept.map(\.line)) != Set(wanted.filter { !$0.isZero }.map(\.line)) {
        faults.append(
          Label(zh: "\(name)锁定的数据与按历史位置重算不符", en: "\(name): the locked figures differ from a recount at their position")
        )
      }
    }
    let orphans =
      try connection.once(
        "SELECT COUNT(DISTINCT lock) FROM locked WHERE lock NOT IN (SELECT _id FROM quarters__locks)"
      ).first([], { $0.int(0) }) ?? 0
    if orphans > 0 { faults.append(Label(zh: "\(orphans)份锁定数据没有所属锁定", en: "\(orphans) kept locks belong to no lock")) }
    return faults
  }

  private func digests() throws -> [RecordID: String] {
    var digests: [RecordID: String] = [:]
    try connection.once("SELECT _id, digest FROM quarters__locks").each { row in
      if let id = row.id(0) { digests[id] = row.text(1) }
    }
    return digests
  }

  /// One pass over all facts that ever were.
  private mutating func addUp() throws {
    let byRegion = Dictionary(grouping: locks, by: \.region)
    let statement = try connection.once("SELECT \(ChangedFact.columns) FROM facts")
    var codes: [Session.Code: [ChangedFact]] = [:]
    while try statement.step() {
      let fact = ChangedFact(statement)
      if index.firsts.contains(fact.measure) {
        codes[Session.Code(measure: fact.measure, subject: fact.subject), default: []].append(fact)
        continue
      }
      for lock in byRegion[fact.region] ?? [] where fact.stood(at: lock.position) { add(fact, lock) }
    }
    for facts in codes.values {
      for lock in locks {
        let first = facts.filter { $0.stood(at: lock.position) }.min(by: ChangedFact.isEarlier)
        if let first, first.region == lock.region { add(first, lock) }
      }
    }
  }

  private mutating func add(_ fact: ChangedFact, _ lock: QuarterLock) {
    guard fact.quarter <= lock.quarter.number else { return }
    for term in index.terms(fact) { add(fact, term, lock) }
  }

  private mutating func add(_ fact: ChangedFact, _ term: Int, _ lock: QuarterLock) {
    var parts = [""]
    for parting in [TallyQuery.Parting.sector, .focus] {
      if let place = measures[term]?.place(of: parting) {
        parts.append(parting.rawValue + "/" + fact.dimensions[place])
      }
    }
    for part in parts {
      var sums = self.sums[lock.id]?[Key(part: part, term: term)] ?? Sums()
      sums.total.add(fact.amount, times: 1)
      if fact.quarter <= lock.quarter.previous.number { sums.before.add(fact.amount, times: 1) }
      if fact.quarter <= (lock.quarter.year - 1) * 10 + 4 { sums.yearBefore.add(fact.amount, times: 1) }
      self.sums[lock.id, default: [:]][Key(part: part, term: term)] = sums
    }
  }

  private func recount(_ lock: QuarterLock) throws -> [LockedFigure] {
    let lastYear = Quarter(year: lock.quarter.year - 1, quarter: 4) ?? lock.quarter
    let before = try base(lock, lock.quarter.previous)
    let yearBefore = try base(lock, lastYear)
    var keys = Set((sums[lock.id] ?? [:]).keys)
    for base in [before, yearBefore] { keys.formUnion((base ?? [:]).keys) }
    return keys.map { key in
      let sums = sums[lock.id]?[key] ?? Sums()
      let total = sums.total.amount
      let term = terms[key.term]
      guard measures[key.term]?.day != nil, !Indicators.standing.contains(term.measure) else {
        return LockedFigure(
          term: term.key, part: key.part, sums: TallySums(period: total, year: total, cumulative: total))
      }
      let from = before.map { $0[key] ?? .zero } ?? sums.before.amount
      let yearFrom = yearBefore.map { $0[key] ?? .zero } ?? sums.yearBefore.amount
      return LockedFigure(
        term: term.key, part: key.part,
        sums: TallySums(period: total - from, year: total - yearFrom, cumulative: total),
        late: sums.before.amount - from, lateInYear: sums.yearBefore.amount - yearFrom)
    }
  }

  /// What an earlier quarter was locked with when this lock was made; nil where it was open.
  private func base(_ lock: QuarterLock, _ quarter: Quarter) throws -> [Key: Amount]? {
    guard let base = book.settled(lock.region, quarter, at: lock.position) else { return nil }
    return (sums[base.id] ?? [:]).mapValues(\.total.amount)
  }
}
