/// How a carbon-efficiency value becomes a level, and the industry means it is measured by: the tables `carbon_levels` and
/// `carbon_means`, both dated.
package struct CarbonLevels: Sendable {
  /// The four limits in force from a data year on: at most the first is level 1, above the last is level 5.
  package struct Thresholds: Hashable, Sendable {
    /// The first data year.
    package let from: Int
    /// Four, rising.
    package let limits: [Amount]
    /// The document that sets them.
    package let source: String

    /// The level of K = (CO2 / value added) / mean, compared exactly; nil where it cannot be computed.
    package func level(co2: Amount, valueAdded: Amount, mean: Amount) -> Int? {
      guard valueAdded > .zero, mean > .zero else { return nil }
      let scale = Int128(Amount.scale)
      let (left, tooLarge) = Int128(co2.scaled).multipliedReportingOverflow(by: scale * scale)
      let (base, overflow) = Int128(valueAdded.scaled).multipliedReportingOverflow(by: Int128(mean.scaled))
      guard !tooLarge, !overflow else { return nil }
      for (place, limit) in limits.enumerated() {
        let (right, overflow) = base.multipliedReportingOverflow(by: Int128(limit.scaled))
        if overflow || left <= right { return place + 1 }
      }
      return limits.count + 1
    }
  }

  /// An industry's CO2 per value added in a year, t/万元.
  package struct Mean: Hashable, Sendable {
    /// A class, group or division of GB/T 4754.
    package let industry: String
    /// The data year.
    package let year: Int
    /// t CO2 for 10 000 yuan of value added.
    package let mean: Amount
    /// Who published it, or the administrator's own note of where it comes from.
    package let source: String
  }

  private var thresholds: [Thresholds] = []
  private var means: [String: [Mean]] = [:]

  init() {
    for row in BuiltIn.rows(BuiltIn.carbonLevels) { _ = add(level: row) }
  }

  /// The thresholds in force for data of a year; nil for years before the first ones.
  package func thresholds(for year: Int) -> Thresholds? { thresholds.last { $0.from <= year } }

  /// The mean of the finest entered industry that holds `industry`: that year's, otherwise the nearest earlier one.
  package func mean(of industry: String, year: Int) -> Mean? {
    var code = industry
    while !code.isEmpty {
      if let found = means[code]?.last(where: { $0.year <= year }) { return found }
      code.removeLast()
    }
    return nil
  }

  mutating func add(level cells: [Substring]) -> Bool {
    guard cells.count >= 6, let from = Int(cells[0]) else { return false }
    let limits = cells[1...4].compactMap { Amount(parsing: String($0)) }
    guard limits.count == 4, limits[0] > .zero, zip(limits, limits.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return false
    }
    thresholds.removeAll { $0.from == from }
    thresholds.append(Thresholds(from: from, limits: limits, source: String(cells[5])))
    thresholds.sort { $0.from < $1.from }
    return true
  }

  mutating func add(mean cells: [Substring]) -> Bool {
    guard cells.count >= 4, !cells[0].isEmpty, let year = Int(cells[1]),
      let mean = Amount(parsing: String(cells[2])), mean > .zero
    else { return false }
    let row = Mean(industry: String(cells[0]), year: year, mean: mean, source: String(cells[3]))
    means[row.industry] = ((means[row.industry] ?? []).filter { $0.year != year } + [row]).sorted { $0.year < $1.year }
    return true
  }
}
