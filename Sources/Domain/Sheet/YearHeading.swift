/// A heading that speaks of one year: 2021 of `2021年综合能耗`, of `综合能耗（2021年）`, and of `综合能耗` under or over `2021年`.
package struct YearHeading: Hashable, Sendable {
  /// Which year.
  package let year: Int
  /// The headings without it, from the top down; the last is the column's own.
  let names: [String]
  /// Units that stand with the year or over the column, the nearest first.
  let units: [String]

  /// What makes it another figure than the year's.
  private static let others = [
    "目标", "计划", "预计", "预算", "预测", "规划", "同期", "同比", "上年", "半年", "季", "月", "累计", "增长", "增速", "增幅", "下降", "降低", "降幅",
    "变化", "较", "比",
  ]

  /// Takes the headings of one column, from the top down; nil where they name no year, several, or nothing but one.
  package init?(_ headings: [String]) {
    guard headings.contains(where: { $0.unicodeScalars.contains { "12１２".unicodeScalars.contains($0) } }) else {
      return nil
    }
    var names: [String] = []
    var units: [String] = []
    var year: Int?
    for heading in headings {
      let text = HeadingText.bare(Normalised.halfWidth(heading))
      guard let (found, rest) = Self.parts(Array(text)) else {
        names.append(heading)
        continue
      }
      guard year == nil || year == found, Self.parts(Array(rest)) == nil else { return nil }
      year = found
      if rest.first == "(", rest.last == ")" {
        units.append(String(rest.dropFirst().dropLast()))
      } else if !rest.isEmpty {
        names.append(rest)
      }
    }
    guard let year, let own = names.last, !own.isEmpty else { return nil }
    let above = names.dropLast().reversed()
    if above.contains(where: { name in Self.others.contains { name.contains($0) } }) { return nil }
    self.year = year
    self.names = names
    self.units = units + above.flatMap { HeadingText.readings($0).compactMap(\.unit) }
  }

  /// Whether headings speak of a time that is no single year, or of more than its figure.
  static func isOther(_ headings: [String]) -> Bool {
    headings.contains { $0.contains(#/(19|20)\d\d/#) } && YearHeading(headings) == nil
  }

  /// 2021年 before the name or behind it in brackets; 2021 alone too. 2021-2025年 and 2021年以来 are several.
  private static func parts(_ text: [Character]) -> (year: Int, rest: String)? {
    if let year = year(text.prefix(4)), text.count == 4 || !text[4].isNumber {
      var rest = text.dropFirst(4)
      for mark in ["年度", "年"] where rest.starts(with: mark) {
        rest = rest.dropFirst(mark.count)
        return rest.first.map { "-—~至到以底末".contains($0) } == true ? nil : (year, String(rest))
      }
      return rest.isEmpty || rest.first == "(" ? (year, String(rest)) : nil
    }
    guard let open = text.firstIndex(of: "("), open > 0, let close = text[open...].firstIndex(of: ")"),
      let (year, rest) = parts(Array(text[(open + 1)..<close])), rest.isEmpty
    else { return nil }
    return (year, String(text[..<open] + text[(close + 1)...]))
  }

  private static func year(_ text: ArraySlice<Character>) -> Int? {
    guard text.count == 4, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(String(text)).flatMap { (1900...2099).contains($0) ? $0 : nil }
  }
}

extension ListSpec {
  /// The year by which its rows are told apart, and by nothing else; nil where there is none.
  package var yearField: String? {
    guard identity.count == 1, let field = field(identity[0]), field.kind == .year else { return nil }
    return field.id
  }
}

extension ElectricityBasis {
  /// What a column's headings say; nil where they say nothing. 二氧化碳当量 is something else.
  static func spelled(in headings: [String]) -> ElectricityBasis? {
    if headings.contains(where: { $0.contains("等价") }) { return .equivalentCoal }
    return headings.contains { $0.contains("当量") && !$0.contains("碳") && !$0.lowercased().contains("co2") }
      ? .equivalentCalorific : nil
  }
}

extension Register {
  /// Whether a path leads to a figure of some year.
  func isYearly(_ path: String) -> Bool {
    path.firstIndex(of: ".").flatMap { list(String(path[..<$0])) }?.yearField != nil
      || field(path)?.isDerived == true
        && lists.contains { list in
          list.yearField != nil && list.field(path) != nil
        }
  }

  /// The year whose row of a child list a column fills; nil where its field is of no such list.
  package func year(of column: SheetMapping.Column) -> Int? {
    guard let year = column.year, let path = column.path, let dot = path.firstIndex(of: "."),
      list(String(path[..<dot]))?.yearField != nil
    else { return nil }
    return year
  }
}

extension HeadingMatch {
  /// The field of a list by years that a year's column means; nil where it means none, or one of several lists.
  ///
  /// What stands in brackets must be a unit: 综合能耗（目标） is another figure.
  func exact(_ heading: YearHeading) -> Target? {
    for reading in HeadingText.readings(heading.names.last ?? "") {
      if let unit = reading.unit, !Unit.isKnown(unit) { continue }
      let found = (listed[reading.name.lowercased()] ?? []).filter { path in
        register.list(String(path.prefix { $0 != "." }))?.yearField != nil
      }
      guard found.count == 1 else { continue }
      guard case .amount(let unit)? = register.field(path: found[0])?.kind else {
        return Target(path: found[0], how: .alias, power: nil)
      }
      if let own = reading.unit, unit.refuses(own) { return nil }
      let power = (reading.unit.map { [$0] } ?? heading.units).lazy.compactMap { unit.power(from: $0) }.first
      return Target(path: found[0], how: .alias, power: power)
    }
    return nil
  }
}
