/// An energy carrier and its standard-coal factor in kgce for one base unit (GB/T 2589).
package struct EnergyCarrier: Hashable, Sendable {
  /// Permanent, snake_case; what energy rows keep.
  package let id: String
  /// What it is called.
  package let name: Label
  /// The unit that one factor is for.
  package let base: EnergyUnit.Base
  /// The factor, or the lower end of its range; nil while unset.
  package let low: Factor?
  /// The upper end of a range; nil for a single figure.
  package let high: Factor?
  /// False while the figure has not been compared with the standard; shown with it.
  package let verified: Bool
  /// What is to be known about the figure; may be empty.
  package let note: String

  /// The factor used: the upper end of a range, so that energy is not understated.
  package var factor: Factor? { high ?? low }
  /// True where the factor depends on the fuel's quality, which is said with the figure.
  package var isRange: Bool { high != nil }
}

/// Standard-coal factors of all carriers. The electricity of a meter is the carrier `electricity`, by a basis.
package struct EnergyFactors: Sendable {
  private var byID: [String: EnergyCarrier] = [:]
  /// All carriers in the order of the table.
  package var all: [EnergyCarrier] { order.compactMap { byID[$0] } }
  private var order: [String] = []

  /// The carrier that stands for metered electricity; its factor depends on the basis.
  package static let electricity = "electricity"

  init() {
    for row in BuiltIn.rows(BuiltIn.energyFactors) { _ = add(row) }
  }

  /// The carrier whose factor is used on a basis; nil for an unknown one.
  package func carrier(_ id: String, basis: ElectricityBasis) -> EnergyCarrier? {
    switch id {
    case Self.electricity: byID[basis == .equivalentCalorific ? "electricity_eq" : "electricity_sub"]
    case "heat": byID["heat_eq"]
    default: byID[id]
    }
  }

  /// Standard coal in tce of a quantity, rounded once; `unit` nil is the form's (万kWh, t, 万m³, GJ).
  ///
  /// nil when the carrier is unknown, its factor is unset (等价), the unit does not fit, or the result is too large.
  package func tce(
    _ carrier: String, _ quantity: Amount, _ unit: EnergyUnit? = nil, basis: ElectricityBasis
  ) -> Amount? {
    guard let found = self.carrier(carrier, basis: basis), let factor = found.factor,
      let count = (unit ?? found.base.formUnit).count(of: found.base)
    else { return nil }
    let (numerator, overflow) = factor.scaled.multipliedReportingOverflow(by: count)
    return overflow ? nil : quantity.times(numerator, over: Factor.scale * 1000)
  }

  mutating func add(_ cells: [Substring]) -> Bool {
    guard cells.count >= 8, !cells[0].isEmpty, let base = EnergyUnit.Base(rawValue: String(cells[3])) else {
      return false
    }
    let low = Factor(parsing: cells[4])
    let high = Factor(parsing: cells[5])
    guard low != nil || cells[4].isEmpty, high != nil || cells[5].isEmpty else { return false }
    if let low, let high, high < low { return false }
    let carrier = EnergyCarrier(
      id: String(cells[0]), name: Label(zh: String(cells[1]), en: String(cells[2])), base: base, low: low, high: high,
      verified: cells[6] == "yes", note: String(cells[7]))
    if byID.updateValue(carrier, forKey: carrier.id) == nil { order.append(carrier.id) }
    return true
  }
}
