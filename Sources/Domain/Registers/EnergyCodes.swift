/// Short closed lists of the energy accounts.
package enum EnergyCodes {
  /// How the figures came in.
  package static let sources = CodeList(
    "energy_sources",
    [
      Code("report", "企业报表", "Enterprise's report"),
      Code("online", "在线监测", "Online monitoring"),
      Code("grid", "电力公司", "Power company"),
      Code("audit", "能源审计", "Energy audit"),
    ])

  /// Units of meters; see `EnergyUnit`.
  package static let units = CodeList(
    "meter_units",
    [
      Code("kwh", "千瓦时", "kWh"),
      Code("wan_kwh", "万千瓦时", "10 000 kWh"),
      Code("kg", "千克", "kg"),
      Code("tonne", "吨", "t"),
      Code("m3", "立方米", "m3"),
      Code("wan_m3", "万立方米", "10 000 m3"),
      Code("mj", "兆焦", "MJ"),
      Code("gj", "吉焦", "GJ"),
    ])

  /// The unit of a code; nil for none.
  static func unit(_ code: String) -> EnergyUnit? {
    switch code {
    case "kwh": .kilowattHour
    case "wan_kwh": .tenThousandKilowattHours
    case "kg": .kilogram
    case "tonne": .tonne
    case "m3": .cubicMetre
    case "wan_m3": .tenThousandCubicMetres
    case "mj": .megajoule
    case "gj": .gigajoule
    default: nil
    }
  }

  /// How an enterprise stands to its year's budget.
  package static let budgetStates = CodeList(
    "budget_states",
    [
      Code("over", "已超预算", "Over"),
      Code("forecast_over", "预计超预算", "Will be over"),
      Code("within", "预算内", "Within"),
      Code("no_use", "未报用能", "No use reported"),
    ])
}
