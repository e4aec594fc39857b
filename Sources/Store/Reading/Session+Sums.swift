import Domain
import UseCases

extension Session {
  func sums(_ query: SumsQuery) throws -> [PartSum] {
    try settle()
    guard let position = query.at else { return try kept(query) }
    var sums: [SumKey: WideSum] = [:]
    for sum in try kept(query) {
      let key = SumKey(term: sum.term, region: sum.region, part: sum.part, quarter: sum.quarter)
      sums[key, default: WideSum()].add(sum.amount.scaled, times: 1)
    }
    let index = try TermIndex(query.terms, connection)
    let regions = query.regions.map(Set.init)
    func add(_ change: ChangedFact, _ sign: Int64) {
      for term in index.terms(change) {
        if regions.map({ !$0.contains(change.region) }) ?? false { continue }
        var part = ""
        if let places = query.places {
          guard let place = places[term] else { continue }
          part = change.dimensions[place]
        }
        let region = query.areRegionsTold ? change.region : ""
        let key = SumKey(term: term, region: region, part: part, quarter: change.quarter)
        sums[key, default: WideSum()].add(change.amount, times: sign)
      }
    }
    var codes: Set<Code> = []
    try eachChange(since: position) { change in
      if index.firsts.contains(change.measure) {
        codes.insert(Code(measure: change.measure, subject: change.subject))
        return
      }
      // What came and went again since was not known then, and is not known now.
      let isNew = change.from > position
      if !isNew || change.to == nil { add(change, isNew ? -1 : 1) }
    }
    for code in codes {
      let facts = try facts(of: code)
      if let now = facts.filter({ $0.to == nil }).min(by: ChangedFact.isEarlier) { add(now, -1) }
      if let then = facts.filter({ $0.stood(at: position) }).min(by: ChangedFact.isEarlier) { add(then, 1) }
    }
    return sums.filter { !$0.value.isZero }.map {
      PartSum(
        term: $0.key.term, region: $0.key.region, part: $0.key.part, quarter: $0.key.quarter, amount: $0.value.amount)
    }
  }

  private struct SumKey: Hashable {
    let term: Int
    let region: String
    let part: String
    let quarter: Int
  }

  /// The sums as they are now.
  private func kept(_ query: SumsQuery) throws -> [PartSum] {
    let areCitiesWhole = query.at == nil && (query.isByCity || !query.areRegionsTold)
    let reaches =
      areCitiesWhole ? CounterReach.of(query.regions, reference.regions) : [CounterReach(regions: query.regions)]
    var sums: [PartSum] = []
    for reach in reaches { try add(query, reach, to: &sums) }
    return sums
  }

  private func add(_ query: SumsQuery, _ reach: CounterReach, to sums: inout [PartSum]) throws {
    let wanted = reach.regions.map(Set.init)
    let isByRegion = query.areRegionsTold
    for (place, term) in query.terms.enumerated() {
      guard let number = try connection.knownNumber(of: term.measure) else { continue }
      var part = "''"
      if let places = query.places {
        guard let dimension = places[place] else { continue }
        part = "d\(dimension + 1)"
      }
      let (sql, cells) = counters(term, number, isByRegion ? "region" : "''", part, reach)
      // Rows of one region follow one another.
      var (region, isWanted) = ("", !isByRegion || wanted.map { $0.contains("") } ?? true)
      try connection.prepared(sql).each(cells) { row in
        let sum = WideSum(high: row.integer(3), low: row.integer(4))
        if sum.isZero { return }
        let found = row.text(0)
        if found != region { (region, isWanted) = (found, wanted.map { $0.contains(found) } ?? true) }
        guard isWanted else { return }
        sums.append(PartSum(term: place, region: region, part: row.text(1), quarter: row.int(2), amount: sum.amount))
      }
    }
  }

  /// Figures that no dimension parts read the counters over all values, which are far fewer.
  private func counters(
    _ term: Indicator.Term, _ number: Int64, _ region: String, _ part: String, _ reach: CounterReach
  ) -> (sql: String, cells: [Cell]) {
    let any = CounterKey.any
    let isWhole = part == "''" && term.dimensions.allSatisfy { $0 == nil }
    var tests = ["measure = ?", isWhole ? "d1 = '\(any)' AND d2 = '\(any)' AND d3 = '\(any)'" : "d1 <> '\(any)'"]
    var cells: [Cell] = [.integer(number)]
    for (place, value) in term.dimensions.prefix(3).enumerated() {
      guard let value else { continue }
      tests.append("d\(place + 1) = ?")
      cells.append(.text(value))
    }
    if region == "region", let first = reach.regions?.min(), let last = reach.regions?.max() {
      // Walking from the first to the last is quicker than looking each one up.
      tests.append("region BETWEEN ? AND ?")
      cells += [.text(first), .text(last)]
    } else if let regions = reach.regions {
      tests.append("region IN (\(regions.map { _ in "?" }.joined(separator: ",")))")
      cells += regions.map(Cell.text)
    }
    let test = tests.joined(separator: " AND ")
    // By region each counter is one row already.
    if isWhole { return ("SELECT region, '', quarter, high, low FROM \(reach.table) WHERE \(test)", cells) }
    return (
      "SELECT \(region), \(part), quarter, SUM(high), SUM(low) FROM \(reach.table) WHERE \(test) GROUP BY 1, 2, 3",
      cells
    )
  }
}
