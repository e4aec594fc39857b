/// Reads a typed amount into the one unit that its field is kept in.
///
/// `5200`, `5,200`, `0.52亿`, `5200万元`, `52000000元` for 万元; `1.2万tce` for tce; `5MW` for kW. A field kept in 万 takes
/// a bare `5200万` as 5200, which is what people mean there.
package enum AmountText {
  /// The amount in `unit`, or what is wrong with the text and what to write.
  package static func read(_ text: String, in unit: Unit) -> Result<Amount, TextProblem> {
    if let amount = Amount(parsing: text) {
      guard let tenThousands = bareTenThousands(text), unit.isInTenThousands else { return .success(amount) }
      return scaled(tenThousands.digits, by: tenThousands.factor, over: 1, unit)
    }
    let folded = Normalised.halfWidth(text)
    for spelling in unit.spellings where folded.hasSuffix(spelling.text) {
      let digits = Normalised.trimmed(String(folded.dropLast(spelling.text.count)))
      guard Amount(parsing: digits) != nil else { continue }
      return scaled(digits, by: spelling.factor, over: spelling.divisor, unit)
    }
    // 30平方公里: the unit that the field is kept in, and that nobody spells otherwise.
    for own in [unit.label.zh, unit.label.en] where !own.isEmpty && folded.hasSuffix(own) {
      let digits = Normalised.trimmed(String(folded.dropLast(own.count)))
      if Amount(parsing: digits) != nil { return scaled(digits, by: 1, over: 1, unit) }
    }
    let compact = Normalised.code(text)
    if let rounded = Amount(parsing: compact, rounding: true) {
      // What a spreadsheet's binary fractions leave (`12.300000000000001`, `1.5E+5`) is no decimal that somebody typed.
      let decimals = compact.split(separator: ".").last?.utf8.count ?? 0
      if decimals > 9 || compact.contains("E") || compact.contains("e") { return .success(rounded) }
      return .failure(TextProblem(zh: "最多四位小数", en: "At most four decimals"))
    }
    let named = unit.label.zh.isEmpty ? "" : "（\(unit.label.zh)）"
    let namedEnglish = unit.label.en.isEmpty ? "" : " (\(unit.label.en))"
    return .failure(
      TextProblem(
        zh: "请写数字\(named)，如 5200、5,200、0.52亿", en: "Write a number\(namedEnglish), such as 5200 or 5,200"))
  }

  private static func scaled(_ digits: String, by factor: Int64, over divisor: Int64, _ unit: Unit)
    -> Result<Amount, TextProblem>
  {
    guard let typed = Amount(parsing: digits) else {
      return .failure(TextProblem(zh: "请写数字", en: "Write a number"))
    }
    if divisor == 1 {
      let (product, overflow) = typed.scaled.multipliedReportingOverflow(by: factor)
      if !overflow && abs(product) <= Amount.limit.scaled { return .success(Amount(scaled: product)) }
      return .failure(TextProblem(zh: "数字过大，请核对单位", en: "The number is too large; check the unit"))
    }
    guard typed.scaled % divisor == 0 else {
      return .failure(
        TextProblem(zh: "换算成\(unit.label.zh)后超过四位小数，请取整", en: "In \(unit.label.en) it has over four decimals; round it")
      )
    }
    return .success(Amount(scaled: typed.scaled / divisor))
  }

  /// The digits before a bare 万 or 亿, and what that is in ten thousands.
  private static func bareTenThousands(_ text: String) -> (digits: String, factor: Int64)? {
    let typed = Normalised.halfWidth(text)
    guard let last = typed.last, last == "万" || last == "亿" else { return nil }
    return (Normalised.trimmed(String(typed.dropLast())), last == "万" ? 1 : 10_000)
  }
}

extension Unit {
  /// A measure of its own, not a count or a figure whose unit stands elsewhere.
  var isMeasure: Bool { ![.none, .byProduct, .byIndicator, .percent].contains(self) }

  /// Kept in ten thousands of something.
  var isInTenThousands: Bool { self == .yuanWan || self == .wanKilowattHour || self == .wanCubicMetre }

  struct Spelling {
    let text: String
    let factor: Int64
    let divisor: Int64

    init(_ text: String, _ factor: Int64 = 1, over divisor: Int64 = 1) {
      self.text = text
      self.factor = factor
      self.divisor = divisor
    }
  }

  /// How people write the unit behind a figure, longest first, and what that is in the unit kept.
  var spellings: [Spelling] {
    switch self {
    case .percent, .byIndicator: [Spelling("%"), Spelling("％")]
    case .yuanWan:
      [
        Spelling("亿元", 10_000), Spelling("亿人民币", 10_000), Spelling("百万元", 100), Spelling("千万元", 1000),
        Spelling("千元", over: 10), Spelling("万元"), Spelling("元", over: 10_000),
      ]
    case .tce, .tcePerYear:
      ["千克标准煤", "公斤标准煤", "千克标煤", "kgce"].map { Spelling($0, over: 1000) }
        + ["tce/年", "tce/a", "tce", "吨标准煤/年", "吨标准煤", "吨标煤/年", "吨标煤"].flatMap {
          [Spelling("万" + $0, 10_000), Spelling($0)]
        }
    case .tonne, .tonnePerYear:
      [
        "吨二氧化碳当量", "吨二氧化碳/年", "吨二氧化碳", "tCO2e", "tCO2/年", "tCO2/a", "tCO2", "吨CO2", "吨/年", "t/年", "t/a", "吨", "t",
      ].flatMap { [Spelling("万" + $0, 10_000), Spelling($0)] }
        + ["千克", "公斤", "kg"].map { Spelling($0, over: 1000) }
    case .cubicMetre, .cubicMetrePerYear:
      ["立方米/年", "m3/a", "m³/a", "立方米", "立方", "m3", "m³", "方"].flatMap {
        [Spelling("万" + $0, 10_000), Spelling($0)]
      }
    case .squareMetre:
      [Spelling("公顷", 10_000), Spelling("hm2", 10_000)]
        + ["平方米", "m2", "m²", "㎡", "平方"].flatMap { [Spelling("万" + $0, 10_000), Spelling($0)] }
    case .kilowatt:
      [
        Spelling("万千瓦", 10_000), Spelling("万kW", 10_000), Spelling("兆瓦", 1000), Spelling("MW", 1000),
        Spelling("GW", 1_000_000), Spelling("万千瓦峰", 10_000), Spelling("MWp", 1000), Spelling("兆瓦峰", 1000),
        Spelling("kWp"), Spelling("千瓦"), Spelling("kW"), Spelling("kw"), Spelling("KW"),
      ]
    case .kilowattHour:
      [
        Spelling("万千瓦时", 10_000), Spelling("万kWh", 10_000), Spelling("MWh", 1000), Spelling("千瓦时"),
        Spelling("kWh"), Spelling("度"),
      ]
    case .wanKilowattHour:
      [
        Spelling("亿千瓦时", 10_000), Spelling("亿kWh", 10_000), Spelling("亿度", 10_000), Spelling("GWh", 100),
        Spelling("万千瓦时"), Spelling("万kWh"), Spelling("万度"),
        Spelling("千瓦时", over: 10_000), Spelling("kWh", over: 10_000), Spelling("度", over: 10_000),
      ]
    case .gigajoule: [Spelling("GJ"), Spelling("吉焦")]
    case .wanCubicMetre:
      [
        Spelling("亿立方米", 10_000), Spelling("万立方米"), Spelling("万m3"), Spelling("万m³"), Spelling("万方"),
        Spelling("立方米", over: 10_000),
      ]
    case .piece: ["个", "台", "套", "家", "项"].map { Spelling($0) }
    default: []
    }
  }
}
