/// The efficiency level that judges one line, with what its record keeps of it.
struct LineLevel: Sendable {
  let row: EfficiencyLevel
  /// The data's year falls under a newer edition than is at hand.
  let isOutdated: Bool

  var benchmark: Amount { row.benchmark }
  var baseline: Amount { row.baseline }
  var edition: String { String(row.edition) }
  var isVerified: Bool { row.verified }
  var unit: String { row.unit }
  var field: String { row.product }

  /// The plan's sector: 煤化工 counts as 化工.
  var sector: String { Sectors.list.codes.first { $0.label.zh == row.sector }?.id ?? "chemical" }

  func grade(_ value: Amount) -> String { row.grade(of: value).rawValue }

  /// Standard coal of an output at a unit consumption, in tce; nil for units that do not give coal by quantity.
  func tce(of output: Amount, at consumption: Amount, in reference: ReferenceTables) -> Amount? {
    let factor: Int64
    switch unit.prefix(while: { $0 != "/" }) {
    case "kgce": factor = Factor.scale
    case "kgoe":
      guard unit == "kgoe/t", let oil = reference.energy.carrier("kgoe", basis: .equivalentCalorific)?.factor
      else { return nil }
      factor = oil.scaled
    case "kWh":
      let power = reference.energy.carrier(EnergyFactors.electricity, basis: .equivalentCalorific)
      guard let kilowattHour = power?.factor else { return nil }
      factor = kilowattHour.scaled
    default: return nil
    }
    let (numerator, overflow) = consumption.scaled.multipliedReportingOverflow(by: factor)
    return overflow ? nil : output.times(numerator, over: Amount.scale * Factor.scale * 1000)
  }

  /// Capacity x baseline in tce 折能加权: this library's own estimate; only where the level is verified and positive.
  func weight(of capacity: Amount, in reference: ReferenceTables) -> Amount? {
    isVerified && baseline > .zero ? tce(of: capacity, at: baseline, in: reference) : nil
  }
}

extension ReferenceTables {
  /// The level for a product's code (`水泥熟料`, `烧碱/离子膜法液碱,≥30%`) and a data year; the region's province may have its own.
  func level(product code: String, year: Int?, region: String = "") -> LineLevel? {
    guard let year, !code.isEmpty else { return nil }
    let parts = code.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let province = regions.province(of: region)?.code ?? ""
    let row = efficiency.level(
      product: String(parts[0]), process: parts.count > 1 ? String(parts[1]) : "", year: year, province: province)
    return row.map { LineLevel(row: $0, isOutdated: efficiency.edition(for: year).label != nil) }
  }
}
