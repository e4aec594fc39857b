import Domain

/// One moment of the library as one person sees it.
class GuardedReading: StoreReading {
  private let library: any StoreReading
  let guardian: Guardian

  init(_ library: any StoreReading, _ guardian: Guardian) {
    self.library = library
    self.guardian = guardian
  }

  var lookup: any StoreReading { library }

  func document(_ register: String, _ id: RecordID) throws -> Document? {
    try library.document(register, id).flatMap(guardian.shown)
  }

  func documents(_ register: String, where field: String, is value: Value) throws -> [Document] {
    let found = try library.documents(register, where: field, is: value)
    // Only a full code finds an enterprise across regions.
    let isCode = field == "key" || field == "credit_code"
    return found.filter { isCode || guardian.sees($0) }.compactMap(guardian.shown)
  }

  func investmentRange(ofKind kind: String) throws -> (low: Amount, high: Amount, count: Int)? {
    try library.investmentRange(ofKind: kind)
  }

  func find(_ register: String, key: String) throws -> RecordID? {
    guard let id = try library.find(register, key: key) else { return nil }
    return try isShown(register, id, everywhere: register == Enterprise.schema.id) ? id : nil
  }

  func find(_ register: String, idPrefix: String, limit: Int) throws -> [RecordID] {
    if guardian.isOpen { return try library.find(register, idPrefix: idPrefix, limit: limit) }
    var asked = max(64, limit)
    while true {
      let found = try library.find(register, idPrefix: idPrefix, limit: asked)
      let shown = try found.filter { try isShown(register, $0) }
      if shown.count >= limit || found.count < asked { return Array(shown.prefix(limit)) }
      asked *= 8
    }
  }

  private func isShown(_ register: String, _ id: RecordID, everywhere: Bool = false) throws -> Bool {
    if guardian.isOpen || everywhere { return true }
    return try library.document(register, id).map(guardian.sees) ?? false
  }

  func counts(_ register: String, by field: String, where filter: Filter) throws -> [String: Int] {
    try library.counts(register, by: field, where: guardian.filter(filter, register))
  }

  func totals(_ register: String, where filter: Filter, sums: [String]) throws -> Totals {
    try library.totals(register, where: guardian.filter(filter, register), sums: sums)
  }

  func figure(_ query: FigureQuery) throws -> Amount {
    try guardian.figure(query).map(library.figure) ?? .zero
  }

  func figures(_ query: FigureQuery, by part: FigurePart) throws -> [String: Amount] {
    try guardian.figure(query).map { try library.figures($0, by: part) } ?? [:]
  }

  func sums(_ query: SumsQuery) throws -> [PartSum] {
    if guardian.isOpen { return try library.sums(query) }
    // Each register's part of the regions asked for may be another.
    var places: [String: [Int]] = [:]
    for (place, term) in query.terms.enumerated() {
      if let register = Registers.measures[term.measure]?.register { places[register, default: []].append(place) }
    }
    var sums: [PartSum] = []
    for (register, places) in places {
      let asked = query.regions ?? guardian.reference.regions.all.map(\.code)
      var kept = query
      kept.terms = places.map { query.terms[$0] }
      kept.places = query.places.map { all in places.map { all[$0] } }
      kept.regions = asked.filter { guardian.sees(register, $0) }
      sums += try library.sums(kept).map {
        PartSum(
          term: places[$0.term], region: $0.region, part: $0.part, quarter: $0.quarter, amount: $0.amount)
      }
    }
    return sums
  }

  func changes(
    _ terms: [Indicator.Term], regions: [String], since position: Int, through: Day
  ) throws -> [FactChange] {
    if guardian.isOpen {
      return try library.changes(terms, regions: regions, since: position, through: through)
    }
    let registers = terms.map { Registers.measures[$0.measure]?.register ?? "" }
    return try library.changes(terms, regions: regions, since: position, through: through)
      .filter { guardian.sees(registers[$0.term], $0.region) }
  }

  func facts(_ measure: String, regions: [String], at position: Int?) throws -> [Fact] {
    let register = Registers.measures[measure]?.register ?? ""
    let seen = guardian.isOpen ? regions : regions.filter { guardian.sees(register, $0) }
    return try library.facts(measure, regions: seen, at: position)
  }

  func locks() throws -> [QuarterLock] {
    try library.locks().filter { guardian.isOpen || guardian.sees(QuarterRecord.schema.id, $0.region) }
  }

  func lockedFigures(of locks: [RecordID], parts: String) throws -> [RecordID: [LockedFigure]] {
    let found = try library.lockedFigures(of: locks, parts: parts)
    if guardian.isOpen { return found }
    let regions = Dictionary(
      try library.locks().map { ($0.id, $0.region) }, uniquingKeysWith: { first, _ in first })
    return found.reduce(into: [:]) { result, entry in
      result[entry.key] = entry.value.filter { figure in
        let measure = figure.term.prefix { $0 != "|" }
        let register = Registers.measures[String(measure)]?.register ?? ""
        return guardian.sees(register, regions[entry.key] ?? "")
      }
    }
  }

  func reference(at position: Int) throws -> ReferenceTables { try library.reference(at: position) }

  func position(before instant: Instant) throws -> Int { try library.position(before: instant) }

  func candidates(
    _ register: String, words: String, where filter: Filter, limit: Int, fields: [String]
  ) throws -> [ListRow] {
    if guardian.isOpen {
      return try library.candidates(register, words: words, where: filter, limit: limit, fields: fields)
    }
    guard register == Enterprise.schema.id else {
      let rows = try library.candidates(
        register, words: words, where: guardian.filter(filter, register), limit: limit,
        fields: fields + ["region"])
      return rows.map { guardian.row($0, register, fields) }
    }
    // Of enterprises elsewhere, name and code can be picked; other fields neither show nor are searched.
    let rows = try library.candidates(
      register, words: words, where: filter, limit: limit * 2, fields: fields + Guardian.open.sorted())
    let query = SearchTokens.query(words)
    let found = rows.filter { row in
      guardian.sees(register, row["region"].text ?? "")
        || words.isEmpty || query.matches(row["name"].plain + " " + row["key"].plain)
    }
    return found.prefix(limit).map { guardian.row($0, register, fields) }
  }

  func history(_ register: String, _ id: RecordID) throws -> [HistoryEntry] {
    let entries = try library.history(register, id)
    if guardian.isOpen { return entries }
    return try isSeen(register, id, entries) ? entries : []
  }

  func recentEntries(by person: String, limit: Int) throws -> [HistoryEntry] {
    if guardian.isOpen { return try library.recentEntries(by: person, limit: limit) }
    var asked = limit
    while true {
      let found = try library.recentEntries(by: person, limit: asked)
      let seen = try seen(found)
      if seen.count >= limit || found.count < asked { return Array(seen.prefix(limit)) }
      asked *= 4
    }
  }

  func entries(from sequence: Int, limit: Int) throws -> [HistoryEntry] {
    if guardian.isOpen { return try library.entries(from: sequence, limit: limit) }
    var result: [HistoryEntry] = []
    var next = sequence
    while result.count < limit {
      let page = try library.entries(from: next, limit: 500)
      guard let last = page.last else { break }
      result += try seen(page)
      next = last.sequence + 1
    }
    return Array(result.prefix(limit))
  }

  private func seen(_ entries: [HistoryEntry]) throws -> [HistoryEntry] {
    var known: [RecordID: Bool] = [:]
    return try entries.filter { entry in
      if guardian.scope(entry.register) == .everything { return true }
      guard let id = entry.record else { return false }
      if let answer = known[id] { return answer }
      let answer = try isSeen(entry.register, id, nil)
      known[id] = answer
      return answer
    }
  }

  /// Whether a record's entries are in scope: by where it lies, or, if it is gone, where it lay last.
  private func isSeen(_ register: String, _ id: RecordID, _ entries: [HistoryEntry]?) throws -> Bool {
    if let document = try library.document(register, id) { return guardian.sees(document) }
    let entries = try entries ?? library.history(register, id)
    var region = ""
    for change in entries.flatMap(\.changes) where change.field == "region" {
      region = change.after.text ?? change.before.text ?? region
    }
    return guardian.sees(register, region)
  }

  func head() throws -> (sequence: Int, hash: String) { try library.head() }

  func setting(_ person: String, _ name: String) throws -> String? {
    isOwn(person) ? try library.setting(person, name) : nil
  }

  /// A person's own settings, and those that are nobody's.
  func isOwn(_ person: String) -> Bool { guardian.isOpen || person.isEmpty || person == guardian.access.person }
}
