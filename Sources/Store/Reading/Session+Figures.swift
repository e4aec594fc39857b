import Domain
import UseCases

extension Session {
  func figure(_ query: FigureQuery) throws -> Amount {
    try sums(query, by: "''")[""]?.amount ?? .zero
  }

  func figures(_ query: FigureQuery, by part: FigurePart) throws -> [String: Amount] {
    var parted: [String: WideSum]
    switch part {
    case .quarter: parted = try sums(query, by: Self.quarter)
    case .dimension(let place): parted = try sums(query, by: "d\(max(1, min(3, place + 1)))")
    case .region:
      guard let measure = connection.measures[query.measure] else { return [:] }
      if case .distinct = measure.amounts { return try distinctByRegion(query) }
      parted = [:]
      for (region, sum) in try sums(query, by: "region") {
        parted[step(region, below: query.region), default: WideSum()].add(high: sum.high, low: sum.low)
      }
    }
    return parted.filter { !$0.value.isZero }.mapValues(\.amount)
  }

  /// In facts the quarter follows from the day; counters keep it.
  private static let quarter = "quarter"
  private static let quarterOfDay = "(day / 10000 * 10 + (day / 100 % 100 + 2) / 3)"

  /// Where a region is counted one step below a scope: the city under a province, the county under a city.
  private func step(_ region: String, below scope: String?) -> String {
    let regions = reference.regions
    guard let scope, !scope.isEmpty else { return regions.city(of: region)?.code ?? region }
    guard regions[scope] != nil else { return region }
    var code = region
    while let found = regions[code], found.code != scope, found.parent != scope, !found.parent.isEmpty {
      code = found.parent
    }
    return code
  }

  /// A code counts once in each part, though it may have been met in several counties of it.
  private func distinctByRegion(_ query: FigureQuery) throws -> [String: Amount] {
    var parts: [String: [String]] = [:]
    let register = connection.measures[query.measure]?.register ?? ""
    for region in try wantedRegions(query) ?? connection.regions(register) {
      parts[step(region, below: query.region), default: []].append(region)
    }
    var figures: [String: Amount] = [:]
    for (part, regions) in parts {
      let sum = try distinct(query, by: "''", regions: regions)[""]
      if let sum, !sum.isZero { figures[part] = sum.amount }
    }
    return figures
  }

  /// All regions of the scope: an amount that is shared may stand where no record does.
  private func wantedRegions(_ query: FigureQuery) -> [String]? {
    guard let scope = query.region, !scope.isEmpty else { return nil }
    return Set([scope] + reference.regions.codes(in: scope)).sorted()
  }

  private func sums(_ query: FigureQuery, by part: String) throws -> [String: WideSum] {
    try settle()
    guard let measure = connection.measures[query.measure] else { return [:] }
    let regions = wantedRegions(query)
    if case .distinct = measure.amounts { return try distinct(query, by: part, regions: regions) }
    guard let number = try connection.knownNumber(of: query.measure) else { return [:] }
    var sums: [String: WideSum] = [:]
    let wanted = Wanted(query, number, regions)
    func add(_ sql: String, _ cells: [Cell]) throws {
      try connection.prepared(sql).each(cells) { row in
        let key = part == Self.quarter ? Quarter(number: row.int(0))?.text ?? "" : row.text(0)
        sums[key, default: WideSum()].add(high: row.integer(1), low: row.integer(2))
      }
    }
    func facts(_ from: Day?, _ through: Day?, _ state: String, _ stateCells: [Cell]) throws {
      let expression = part == Self.quarter ? Self.quarterOfDay : part
      let (test, cells) = wanted.facts(from, through)
      try add(
        "SELECT \(expression), SUM(amount / \(WideSum.base)), SUM(amount % \(WideSum.base)) FROM facts "
          + "WHERE \(test) AND \(state) GROUP BY 1", cells + stateCells)
    }
    if let at = query.at {
      let at = Cell.integer(Int64(at))
      try facts(query.from, query.through, "to_seq IS NULL AND from_seq <= ?", [at])
      try facts(query.from, query.through, "to_seq > ? AND from_seq <= ?", [at, at])
      return sums
    }
    for range in Wanted.partial(query.from, query.through) {
      try facts(range.from, range.through, "to_seq IS NULL", [])
    }
    let isWhole = !part.hasPrefix("d") && query.dimensions.allSatisfy { $0 == nil }
    // Below a city its regions are told apart.
    let areCitiesWhole = part != "region" || reference.regions[query.region ?? ""]?.level == .province
    let reaches = areCitiesWhole ? CounterReach.of(regions, reference.regions) : [CounterReach(regions: regions)]
    for reach in reaches {
      let wanted = Wanted(query, number, reach.regions)
      guard let (test, cells) = wanted.counters(query.from, query.through, isWhole: isWhole) else { continue }
      try add("SELECT \(part), SUM(high), SUM(low) FROM \(reach.table) WHERE \(test) GROUP BY 1", cells)
    }
    return sums
  }

  private func distinct(_ query: FigureQuery, by part: String, regions: [String]?) throws -> [String: WideSum] {
    try settle()
    guard let number = try connection.knownNumber(of: query.measure) else { return [:] }
    let (test, cells) = Wanted(query, number, regions).facts(query.from, query.through)
    let expression = part == Self.quarter ? Self.quarterOfDay : part
    let state = query.at == nil ? "to_seq IS NULL" : "from_seq <= ? AND (to_seq IS NULL OR to_seq > ?)"
    let stateCells = query.at.map { [Cell.integer(Int64($0)), .integer(Int64($0))] } ?? []
    var sums: [String: WideSum] = [:]
    try connection.prepared(
      "SELECT part, COUNT(*) FROM (SELECT \(expression) AS part, subject FROM facts WHERE \(test) AND \(state) "
        + "GROUP BY part, subject HAVING SUM(amount) > 0) GROUP BY part"
    ).each(cells + stateCells) { row in
      let key = part == Self.quarter ? Quarter(number: row.int(0))?.text ?? "" : row.text(0)
      sums[key, default: WideSum()].add(row.integer(1) * Amount.scale, times: 1)
    }
    return sums
  }
}

/// The conditions of a figure, for facts and for the counters kept by quarter.
private struct Wanted {
  let number: Int64
  var tests: [String] = []
  var cells: [Cell] = []

  init(_ query: FigureQuery, _ number: Int64, _ regions: [String]?) {
    self.number = number
    if let regions {
      tests.append("region IN (\(regions.map { _ in "?" }.joined(separator: ",")))")
      cells += regions.map(Cell.text)
    }
    for (place, value) in query.dimensions.prefix(3).enumerated() {
      guard let value else { continue }
      tests.append("d\(place + 1) = ?")
      cells.append(.text(value))
    }
  }

  func facts(_ from: Day?, _ through: Day?) -> (String, [Cell]) {
    var tests = ["measure = ?"]
    var cells: [Cell] = [.integer(number)]
    if from != nil || through != nil {
      tests.append("day BETWEEN ? AND ?")
      cells.append(.integer(Int64((from ?? .first).number)))
      cells.append(.integer(Int64((through ?? .last).number)))
    }
    return ((tests + self.tests).joined(separator: " AND "), cells + self.cells)
  }

  /// The whole quarters of a span; nil if there are none.
  func counters(_ from: Day?, _ through: Day?, isWhole: Bool) -> (String, [Cell])? {
    let any = CounterKey.any
    var tests = ["measure = ?", isWhole ? "d1 = '\(any)' AND d2 = '\(any)' AND d3 = '\(any)'" : "d1 <> '\(any)'"]
    var cells: [Cell] = [.integer(number)]
    if from != nil || through != nil {
      let first = from.map { $0 == $0.quarter.firstDay ? $0.quarter : $0.quarter.next } ?? Day.first.quarter
      let last = through.map { $0 == $0.quarter.lastDay ? $0.quarter : $0.quarter.previous } ?? Day.last.quarter
      guard first <= last else { return nil }
      tests.append("quarter BETWEEN ? AND ?")
      cells += [.integer(Int64(first.number)), .integer(Int64(last.number))]
    }
    return ((tests + self.tests).joined(separator: " AND "), cells + self.cells)
  }

  /// The begun quarters at a span's ends, whose facts are added up one by one.
  static func partial(_ from: Day?, _ through: Day?) -> [(from: Day, through: Day)] {
    let low = from.flatMap { $0 == $0.quarter.firstDay ? nil : $0 }
    let high = through.flatMap { $0 == $0.quarter.lastDay ? nil : $0 }
    if let from, let through, from.quarter == through.quarter {
      return low == nil && high == nil || through < from ? [] : [(from, through)]
    }
    if let from, let through, through < from { return [] }
    var ranges: [(from: Day, through: Day)] = []
    if let low { ranges.append((low, low.quarter.lastDay)) }
    if let high { ranges.append((high.quarter.firstDay, high)) }
    return ranges
  }
}
