/// A heading taken apart: its name, and the unit that stands with it.
package struct HeadingText: Hashable, Sendable {
  /// The heading without its unit.
  package let name: String
  /// What stands in brackets or behind a stroke or blank: `亿元` of `投资（亿元）`, `万元` of `投资/万元`.
  package let unit: String?

  /// All ways to read a heading, the whole of it first.
  package static func readings(_ heading: String) -> [HeadingText] {
    let whole = bare(heading)
    guard !whole.isEmpty else { return [] }
    var readings = [HeadingText(name: whole, unit: nil)]
    let text = Array(Normalised.halfWidth(whole.replacing("【", with: "(").replacing("】", with: ")")))
    if let close = text.lastIndex(where: { ")]".contains($0) }),
      let open = text[..<close].lastIndex(where: { "([".contains($0) }), open > 0
    {
      let rest = String(text[(close + 1)...])
      readings.append(HeadingText(name: String(text[..<open]) + rest, unit: unit(text[(open + 1)..<close])))
    }
    for mark in ["/", ":", ",", "，", "、"] {
      if let place = text.firstIndex(where: { String($0) == mark }), place > 0, place + 1 < text.count {
        readings.append(HeadingText(name: String(text[..<place]), unit: unit(text[(place + 1)...])))
      }
    }
    // 总投资亿元, with nothing between.
    for size in [6, 5, 4, 3, 2, 1] where size < text.count {
      let tail = String(text[(text.count - size)...])
      guard size > 1 ? Unit.isKnown(tail) : ["元", "吨"].contains(tail) else { continue }
      var name = text[..<(text.count - size)]
      while let last = name.last, "_-·".contains(last) { name.removeLast() }
      if !name.isEmpty { readings.append(HeadingText(name: String(name), unit: tail)) }
      break
    }
    return readings
  }

  /// `单位：万元` in brackets names the unit.
  private static func unit(_ text: ArraySlice<Character>) -> String? {
    var unit = Normalised.code(String(text))
    for word in ["单位:", "单位"] where unit.hasPrefix(word) { unit = String(unit.dropFirst(word.count)) }
    // 亿元，含税
    let first = unit.split(whereSeparator: { ",，、;；".contains($0) }).first.map(String.init) ?? ""
    if first != unit, Unit.isKnown(first) { return first }
    return unit.isEmpty ? nil : unit
  }

  /// Without blanks, line breaks, the star of required fields, 其中 before a part, and a colon at the end.
  package static func bare(_ heading: String) -> String {
    var text = Normalised.code(heading.replacing("\n", with: "").replacing("\r", with: ""))
    while let first = text.first, "*★※".contains(first) { text.removeFirst() }
    while let last = text.last, "*★※:".contains(last) { text.removeLast() }
    for word in ["其中:", "其中"] where text.hasPrefix(word) && text.count > word.count {
      text = String(text.dropFirst(word.count))
    }
    return text
  }
}

extension Unit {
  /// The power of ten by which figures under a heading with this unit are turned into the field's; nil where the unit is
  /// another one's.
  package func power(from spelled: String) -> Int? {
    let wanted = Normalised.code(spelled).lowercased()
    if wanted == rawValue.lowercased() || wanted == label.zh.lowercased() || wanted == label.en.lowercased() {
      return 0
    }
    for spelling in spellings where Normalised.code(spelling.text).lowercased() == wanted {
      if let power = Self.power(of: spelling.factor), let over = Self.power(of: spelling.divisor) {
        return power - over
      }
    }
    return nil
  }

  /// Whether what stands in a heading's brackets is a measure that no field is kept in, such as 百万美元 or 亩: figures under
  /// it cannot be taken for any other.
  static func isForeign(_ spelled: String) -> Bool {
    if isKnown(spelled) { return false }
    let word = Normalised.code(spelled).lowercased()
    // 2022年 and 本年度 say when.
    guard let first = word.first, let last = word.last, !first.isASCII || !first.isNumber,
      !["年度", "季度", "月度"].contains(where: word.hasSuffix)
    else { return false }
    // 千克标准煤, 吨二氧化碳当量, 万元（现价） and MWp.
    return "元吨瓦度时亩顷米克升焦卡".contains(last)
      || ["吨", "千克", "公斤", "万", "亿", "百万", "千"].contains(where: word.hasPrefix)
      || word.wholeMatch(of: #/[kmgt]?(wh?|wp|j|g|gce|gco2e?|t)(/.+)?/#) != nil
  }

  /// Whether figures under a heading with this unit are none of the field's.
  func refuses(_ spelled: String) -> Bool {
    guard power(from: spelled) == nil else { return false }
    if self == .byProduct { return Self.isScaled(spelled) }
    return Self.isKnown(spelled) || isMeasure && Self.isForeign(spelled)
  }

  /// Whether a measure is ten thousand, or a thousandth, of those that products and energies are kept in: 万吨, 千瓦时,
  /// 吨标准煤/吨.
  private static func isScaled(_ spelled: String) -> Bool {
    let word = Normalised.code(spelled).lowercased()
    if ["万千瓦时", "万kwh", "万度", "万立方米", "万m3", "万重量箱", "万标准立方米"].contains(where: word.hasPrefix) { return false }
    return ["万", "亿", "百万", "千吨", "千瓦时", "千立方米", "kwh", "度", "mwh", "gwh", "吨标准煤", "吨标煤", "tce", "克"]
      .contains(where: word.hasPrefix)
  }

  private static func power(of number: Int64) -> Int? {
    var rest = number
    var power = 0
    while rest >= 10, rest % 10 == 0 { (rest, power) = (rest / 10, power + 1) }
    return rest == 1 ? power : nil
  }

  /// Whether some field could be kept in what is spelled so: a word in brackets that is no unit means nothing.
  package static func isKnown(_ spelled: String) -> Bool {
    known.contains(Normalised.code(spelled).lowercased())
  }

  /// As `power` compares them: each heading of each of the first rows is asked for several ends.
  private static let known: Set<String> = {
    let names = allCases.flatMap { [$0.rawValue, $0.label.zh, $0.label.en] + $0.spellings.map(\.text) }
    return Set(
      names.map { Normalised.code($0).lowercased() }.filter { name in
        allCases.contains { $0.power(from: name) != nil }
      } + ["美元", "欧元", "港元", "日元"])
  }()
}
