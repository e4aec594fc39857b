/// A heading that names an energy carrier and in what it is metered: `电力（万千瓦时）`, `原煤消费量/吨`. Its column holds how much
/// of that carrier each record used.
package struct CarrierHeading: Hashable, Sendable {
  /// The carrier's code.
  package let carrier: String
  /// The code of the meter's unit; where the headings name none, that of the forms.
  package let unit: String?
  /// The headings name no unit, which has to be asked.
  let isUnitless: Bool
  /// The power of ten that turns the column's figures into that unit.
  package let power: Int
  /// Whether the headings over the carrier say nothing else than that it was used.
  package let isSure: Bool

  /// What stands behind a carrier's name where it is used.
  private static let uses = ["消费量", "消耗量", "使用量", "用量", "耗量", "实物量", "消费", "消耗"]
  /// Names that people give to what they use of a carrier.
  private static let spoken = ["用电量": "电力", "耗电量": "电力", "用气量": "天然气", "用汽量": "热力", "用热量": "热力"]
  /// Over a carrier, that it is what was used.
  private static let groups: Set<String> = [
    "能源", "能耗", "用能", "用能情况", "能源品种", "分品种用能", "分品种能源消费",
    "能源消费", "能源消费量", "能源消费情况", "能源消耗", "能源消耗量", "主要能源消费量", "主要能源消耗",
    "消费量", "消耗量", "用量", "实物量", "本月", "当月", "本期",
  ]
  /// Over a carrier, that its figures are others than what was used in the month.
  private static let others = [
    "购", "销", "库存", "产出", "回收", "外供", "同期", "上年", "去年", "上月", "年", "累计", "计划", "预算", "预计", "目标",
    "增", "降", "比", "折标", "折算", "标准煤", "系数", "排放", "碳", "费用", "电费", "金额", "价",
  ]

  /// Takes the headings of one column, from the top down; nil where they name no carrier, or figures that are not metered.
  package init?(_ headings: [String]) {
    let headings = headings.filter { !$0.isEmpty }
    guard let own = headings.last else { return nil }
    var over = headings.dropLast()
    let inner = HeadingText.readings(own)
    var found = inner.lazy.compactMap { reading in Self.carrier(reading.name).map { ($0, reading.unit) } }.first
    // 电力 over 消费量（万千瓦时）.
    if found == nil, let upper = over.last, let carrier = Self.carrier(HeadingText.bare(upper)),
      let use = inner.first(where: { Self.uses.contains($0.name) || $0.name == "数量" })
    {
      over.removeLast()
      found = (carrier, use.unit)
    }
    guard let found, !over.contains(where: { name in Self.others.contains { name.contains($0) } }) else { return nil }
    carrier = found.0
    isSure = over.allSatisfy { name in HeadingText.readings(name).contains { Self.groups.contains($0.name) } }
    let base = ReferenceTables.builtIn.energy.carrier(carrier, basis: .equivalentCalorific)?.base
    let above = over.reversed().lazy.flatMap { HeadingText.readings($0) }.compactMap(\.unit).first
    isUnitless = found.1 == nil && above == nil
    guard let spelled = found.1 ?? above else {
      unit = EnergyCodes.units.codes.first { EnergyCodes.unit($0.id) == base?.formUnit }?.id
      power = 0
      return
    }
    guard let (code, power) = Self.meter(spelled), let meter = EnergyCodes.unit(code),
      base.map({ meter.count(of: $0) != nil }) ?? true
    else { return nil }
    (unit, self.power) = (code, power)
  }

  /// The carrier and the unit that its figures are taken in.
  package var told: Label {
    let tables = ReferenceTables.builtIn
    func told(_ language: Language) -> String {
      let name = tables.name(.carrier, carrier, language) ?? carrier
      return unit.flatMap { EnergyCodes.units[$0] }.map { "\(name) \($0.label[language])" } ?? name
    }
    return Label(zh: told(.zh), en: told(.en))
  }

  private static func carrier(_ name: String) -> String? {
    if let spoken = spoken[name] { return ReferenceTables.builtIn.code(.carrier, named: spoken) }
    var name = name
    if let use = uses.first(where: { name.hasSuffix($0) && name.count > $0.count }) {
      name = String(name.dropLast(use.count))
    }
    guard name.unicodeScalars.contains(where: { $0.value > 0x2E80 }) else { return nil }
    // 电力(当量值) is a basis of 电力, not another carrier.
    return ReferenceTables.builtIn.code(.carrier, named: name)
      .flatMap { $0.hasSuffix("_eq") || $0.hasSuffix("_sub") ? nil : $0 }
  }

  /// A meter's unit and the power of ten to it; nil for what no meter shows, such as standard coal.
  private static func meter(_ spelled: String) -> (code: String, power: Int)? {
    switch Normalised.code(spelled).lowercased() {
    case "千瓦时", "kwh", "度": ("kwh", 0)
    case "万千瓦时", "万kwh", "万度", "10mwh": ("wan_kwh", 0)
    case "兆瓦时", "mwh": ("kwh", 3)
    case "亿千瓦时", "亿kwh", "亿度": ("wan_kwh", 4)
    case "千克", "公斤", "kg": ("kg", 0)
    case "吨", "t": ("tonne", 0)
    case "万吨", "万t": ("tonne", 4)
    case "立方米", "m3", "m³", "nm3", "nm³", "标准立方米", "标方", "方": ("m3", 0)
    case "千立方米": ("m3", 3)
    case "万立方米", "万m3", "万m³", "万nm3", "万nm³", "万标准立方米", "万标方", "万方": ("wan_m3", 0)
    case "兆焦", "mj": ("mj", 0)
    case "吉焦", "gj", "百万千焦": ("gj", 0)
    case "太焦", "tj": ("gj", 3)
    default: nil
    }
  }
}

extension ListSpec {
  /// The field that holds how much of a carrier was used, in a list whose rows are told apart by the carrier and that keeps
  /// the meter's unit; nil for any other list.
  package var meteredField: String? {
    guard identity.count == 1, field(identity[0])?.kind == .reference(.carrier), field("meter_unit") != nil else {
      return nil
    }
    return "quantity"
  }
}

extension Register {
  /// Where what a carrier's column holds goes; nil where the register has no such list.
  package var meteredPath: String? {
    lists.lazy.compactMap { list in list.meteredField.map { "\(list.id).\($0)" } }.first
  }

  /// What sets a column apart from others of one field: its year, or its carrier.
  package func item(of column: SheetMapping.Column) -> String? {
    year(of: column).map(String.init) ?? carrier(of: column)?.carrier
  }

  /// The carrier whose row of a child list a column fills.
  package func carrier(of column: SheetMapping.Column) -> CarrierHeading? {
    column.path != nil && column.path == meteredPath ? column.carrier : nil
  }
}

extension HeadingMatch {
  /// What a carrier's column fills; nil where the register keeps no carriers, or the headings name none.
  func metered(_ headings: [String]) -> (path: String, heading: CarrierHeading)? {
    meteredPath.flatMap { path in CarrierHeading(headings).map { (path, $0) } }
  }
}

extension SheetLayout {
  /// Gives columns that are called by a carrier to the list of carriers, unless that has a column for the carrier itself:
  /// one that names no unit is a question. Beside such columns 用电量 is no sum, but electricity's.
  static func meter(_ columns: inout [SheetMapping.Column], _ match: HeadingMatch) {
    guard let path = match.meteredPath,
      !columns.contains(where: { $0.path?.hasPrefix(path.prefix { $0 != "." } + ".") == true && $0.path != path })
    else {
      for place in columns.indices { columns[place].carrier = nil }
      return
    }
    for place in columns.indices where columns[place].path == path {
      if let heading = columns[place].carrier { fill(&columns[place], path, heading) }
    }
    let open = columns.indices.filter {
      columns[$0].carrier != nil && columns[$0].path == nil && !columns[$0].isLeftOut && !columns[$0].isIdle
    }
    let sums = columns.indices.filter { place in
      columns[place].carrier != nil && columns[place].how != .id
        && columns[place].path.flatMap { match.register.field($0) }?.isDerived == true
    }
    if !columns.contains(where: { $0.carrier != nil && ($0.path == nil || $0.path == path) }) { return }
    // A quantity beside those of carriers is of none that is known.
    for place in columns.indices where columns[place].path == path && columns[place].carrier == nil {
      (columns[place].path, columns[place].power) = (nil, nil)
    }
    var taken = Set(columns.filter { $0.path == path }.compactMap(\.carrier?.carrier))
    let wanted = (open + sums).sorted()
    for isSure in [true, false] {
      for place in wanted {
        guard let heading = columns[place].carrier, heading.isSure == isSure, taken.insert(heading.carrier).inserted
        else { continue }
        columns[place].how = .alias
        fill(&columns[place], path, heading)
      }
    }
  }

  /// What is not said, or stands under another heading, is a question; what a person mapped is none.
  private static func fill(_ column: inout SheetMapping.Column, _ path: String, _ heading: CarrierHeading) {
    (column.path, column.power) = (path, heading.power)
    if column.how != nil, heading.isUnitless || !heading.isSure { column.how = .likeness }
  }
}
