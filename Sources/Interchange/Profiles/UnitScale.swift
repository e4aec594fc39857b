import Domain

/// Another unit for an amount, a power of ten away: 亿元 for 万元, 万吨标准煤 for tce.
package struct UnitScale: Hashable, Sendable {
  /// As it stands in a heading: 亿元.
  package let name: String
  /// The amount in this unit is the one in the field's unit times ten to this power.
  package let power: Int

  /// The units that amounts kept in one unit may be given in, the official ones first.
  package static func of(_ unit: Unit) -> [UnitScale] {
    func scale(_ name: String, _ power: Int) -> UnitScale { UnitScale(name: name, power: power) }
    switch unit {
    case .yuanWan: return [scale("万元", 0), scale("亿元", -4), scale("元", 4), scale("千元", 1), scale("百万元", -2)]
    case .tce, .tcePerYear:
      return [
        scale("吨标准煤", 0), scale("万吨标准煤", -4), scale("千克标准煤", 3), scale("吨标准煤/年", 0), scale("万吨标准煤/年", -4),
        scale("tce", 0),
      ]
    case .tonne, .tonnePerYear:
      return [
        scale("吨", 0), scale("万吨", -4), scale("吨二氧化碳", 0), scale("万吨二氧化碳", -4), scale("千克", 3), scale("吨/年", 0),
        scale("万吨/年", -4), scale("吨二氧化碳/年", 0),
      ]
    case .kilowatt: return [scale("千瓦", 0), scale("万千瓦", -4), scale("兆瓦", -3), scale("kW", 0), scale("MW", -3)]
    case .kilowattHour: return [scale("千瓦时", 0), scale("万千瓦时", -4), scale("kWh", 0)]
    case .wanKilowattHour: return [scale("万千瓦时", 0), scale("亿千瓦时", -4), scale("千瓦时", 4), scale("万kWh", 0)]
    case .cubicMetre, .cubicMetrePerYear: return [scale("立方米", 0), scale("万立方米", -4), scale("亿立方米", -8)]
    case .wanCubicMetre: return [scale("万立方米", 0), scale("立方米", 4), scale("亿立方米", -4)]
    case .squareMetre: return [scale("平方米", 0), scale("万平方米", -4)]
    case .gigajoule: return [scale("GJ", 0), scale("吉焦", 0), scale("太焦", -3)]
    default: return []
    }
  }

  /// The scale of that name for a unit.
  package init?(_ name: String, of unit: Unit) {
    guard let found = Self.of(unit).first(where: { FieldNames.folded($0.name) == FieldNames.folded(name) }) else {
      return nil
    }
    self = found
  }

  private init(name: String, power: Int) { (self.name, self.power) = (name, power) }

  /// The amount in this unit as exact plain digits, none lost however far the point moves.
  package func digits(_ amount: Amount) -> String {
    let magnitude = String(amount.scaled.magnitude)
    // The point stands so many digits from the right.
    let decimals = 4 - power
    var digits = magnitude
    if decimals < 0 { digits += String(repeating: "0", count: -decimals) }
    var whole = digits
    var fraction = ""
    if decimals > 0 {
      digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      whole = String(digits.dropLast(decimals))
      fraction = String(digits.suffix(decimals))
      while fraction.last == "0" { fraction.removeLast() }
    }
    whole = String(whole.drop { $0 == "0" })
    if whole.isEmpty { whole = "0" }
    return (amount.isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
