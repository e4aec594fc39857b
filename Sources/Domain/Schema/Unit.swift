/// The unit an amount is kept in; a field has exactly one, whatever a spreadsheet's heading says.
package enum Unit: String, CaseIterable, Sendable {
  /// A count, a ratio or a figure whose unit stands elsewhere.
  case none = ""
  case percent = "%"
  /// Ten thousand yuan.
  case yuanWan = "万元"
  /// Tonnes of standard coal, 29 307 kJ a kilogram; the basis of electricity goes with the figure.
  case tce = "tce"
  case tcePerYear = "tce/a"
  case tonne = "t"
  case tonnePerYear = "t/a"
  case cubicMetre = "m3"
  case cubicMetrePerYear = "m3/a"
  case squareMetre = "m2"
  case kilowatt = "kW"
  case kilowattHour = "kWh"
  /// Ten thousand kWh.
  case wanKilowattHour = "万kWh"
  case gigajoule = "GJ"
  /// Ten thousand m³, of gas.
  case wanCubicMetre = "万m3"
  /// The product decides: kgce/t, kgoe/t, kWh/t ...; see the efficiency levels.
  case byProduct = "*"
  /// The indicator decides: 家, 项, 万kW, % ...; see the plan's targets.
  case byIndicator = "?"
  /// Things that are counted: 个, 台, 套, 家, 项.
  case piece = "个"
  case tcePerYuanWan = "tce/万元"
  case tonnePerYuanWan = "t/万元"
  case year = "a"
  case yuanWanPerTCE = "万元/tce"
  /// Tonnes of steam an hour, 蒸吨: the size of a boiler.
  case steamTonne = "t/h"
  case tonnePerDay = "t/d"
  case squareKilometre = "km2"

  /// What stands beside the figure on a screen.
  package var label: Label {
    switch self {
    case .none, .byProduct, .byIndicator: Label(zh: "", en: "")
    case .percent: Label(zh: "%", en: "%")
    case .yuanWan: Label(zh: "万元", en: "10k CNY")
    case .tce: Label(zh: "tce", en: "tce")
    case .tcePerYear: Label(zh: "tce/年", en: "tce/a")
    case .tonne: Label(zh: "吨", en: "t")
    case .tonnePerYear: Label(zh: "吨/年", en: "t/a")
    case .cubicMetre: Label(zh: "立方米", en: "m3")
    case .cubicMetrePerYear: Label(zh: "立方米/年", en: "m3/a")
    case .squareMetre: Label(zh: "平方米", en: "m2")
    case .kilowatt: Label(zh: "千瓦", en: "kW")
    case .kilowattHour: Label(zh: "千瓦时", en: "kWh")
    case .wanKilowattHour: Label(zh: "万kWh", en: "10k kWh")
    case .gigajoule: Label(zh: "GJ", en: "GJ")
    case .wanCubicMetre: Label(zh: "万立方米", en: "10k m3")
    case .piece: Label(zh: "个", en: "pcs")
    case .tcePerYuanWan: Label(zh: "tce/万元", en: "tce/10k CNY")
    case .tonnePerYuanWan: Label(zh: "吨/万元", en: "t/10k CNY")
    case .yuanWanPerTCE: Label(zh: "万元/tce", en: "10k CNY/tce")
    case .year: Label(zh: "年", en: "years")
    case .steamTonne: Label(zh: "蒸吨/时", en: "t/h")
    case .tonnePerDay: Label(zh: "吨/日", en: "t/d")
    case .squareKilometre: Label(zh: "平方公里", en: "km2")
    }
  }

  /// An amount's text with the unit behind it: `9 341 万元`, `9 341 ×10k CNY`. The cross parts the figure from a unit
  /// that begins with digits itself.
  package func behind(_ figure: String, _ language: Language) -> String {
    let name = beside[language]
    return name.isEmpty ? figure : figure + " " + name
  }

  /// What stands right beside a figure: the label, with a cross before a unit that begins with digits.
  package var beside: Label {
    let begins = label.en.first?.isNumber == true
    return begins ? Label(zh: label.zh, en: "×" + label.en) : label
  }
}
