import Domain
import UseCases

extension Session {
  func sums(_ query: SumsQuery) throws -> [PartSum] {
    try settle()
    var sums: [PartSum] = []
    for (place, term) in query.terms.enumerated() {
      guard let number = try connection.knownNumber(of: term.measure) else { continue }
      var part = "region"
      if let places = query.places {
        guard let dimension = places[place] else { continue }
        part = "d\(dimension + 1)"
      }
      let (sql, cells) = counters(term, number, part, query.regions)
      try connection.prepared(sql).each(cells) { row in
        let sum = WideSum(high: row.integer(2), low: row.integer(3))
        if sum.isZero { return }
        sums.append(PartSum(term: place, part: row.text(0), quarter: row.int(1), amount: sum.amount))
      }
    }
    return sums
  }

  /// Figures that no dimension parts read the counters over all values, which are far fewer.
  private func counters(
    _ term: Indicator.Term, _ number: Int64, _ part: String, _ regions: [String]?
  ) -> (sql: String, cells: [Cell]) {
    let any = CounterKey.any
    let isWhole = part == "region" && term.dimensions.allSatisfy { $0 == nil }
    var tests = ["measure = ?", isWhole ? "d1 = '\(any)' AND d2 = '\(any)' AND d3 = '\(any)'" : "d1 <> '\(any)'"]
    var cells: [Cell] = [.integer(number)]
    for (place, value) in term.dimensions.prefix(3).enumerated() {
      guard let value else { continue }
      tests.append("d\(place + 1) = ?")
      cells.append(.text(value))
    }
    if let regions {
      tests.append("region IN (\(regions.map { _ in "?" }.joined(separator: ",")))")
      cells += regions.map(Cell.text)
    }
    let test = tests.joined(separator: " AND ")
    // By region each counter is one row already.
    if isWhole { return ("SELECT region, quarter, high, low FROM counters WHERE \(test)", cells) }
    return ("SELECT \(part), quarter, SUM(high), SUM(low) FROM counters WHERE \(test) GROUP BY 1, 2", cells)
  }
}
