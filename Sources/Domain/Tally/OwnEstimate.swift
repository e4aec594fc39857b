/// This library's own estimate 本库测算 beside an official value: sums over the key energy users that have the figures, with
/// how many of all key users these are; never instead of the official one.
package enum OwnEstimate: String, CaseIterable, Sendable {
  /// Energy per value added, carbon per value added, water per value added: how far they fell since the base year.
  case energy, carbon, water
  /// Solid waste used, of what was made in the year.
  case waste

  /// The year that falls are counted from: the one before the plan.
  package static let baseYear = 2021

  /// The firms, all key users of the list, that it is told beside.
  package static let firms = "enterprises.key_firms"

  /// What is taken of each year.
  var amount: YearAmount {
    let output = "value_added_comparable"
    switch self {
    case .energy: return YearAmount("energy", over: output, base: Self.baseYear, isEnergy: true, take: .firm)
    case .carbon: return YearAmount("co2", over: output, base: Self.baseYear, take: .firm)
    case .water: return YearAmount("water", over: output, base: Self.baseYear, take: .firm)
    case .waste: return YearAmount("waste_used", over: "waste_made", take: .firm)
    }
  }

  private var takes: [(name: String, take: YearAmount.Take)] {
    let own: [(String, YearAmount.Take)] = [("firms", .firm), ("now", .figure), ("by", .divisor)]
    return self == .waste ? own : own + [("base", .figureInBase), ("base_by", .divisorInBase)]
  }

  private var label: Label {
    switch self {
    case .energy: Label(zh: "能耗强度测算", en: "Energy intensity, estimated")
    case .carbon: Label(zh: "碳排放强度测算", en: "Carbon intensity, estimated")
    case .water: Label(zh: "水耗强度测算", en: "Water intensity, estimated")
    case .waste: Label(zh: "固废利用率测算", en: "Solid-waste use, estimated")
    }
  }

  /// How it is counted, in words.
  package var rule: Label {
    guard self != .waste else {
      return Label(
        zh: "重点用能企业中当年产生量、利用量俱全的，利用量之和与产生量之和之比；只舍不入",
        en: "Of key energy users with both figures of the year, waste used of all made; rounded down")
    }
    let figure =
      switch self {
      case .carbon: Label(zh: "碳排放", en: "carbon")
      case .water: Label(zh: "取水量", en: "water")
      default: Label(zh: "综合能耗(当量)", en: "energy (calorific)")
      }
    return Label(
      zh: "重点用能企业中\(Self.baseYear)年与当年\(figure.zh)、可比价增加值俱全的，两项之和相除，与\(Self.baseYear)年比的降幅；只舍不入",
      en:
        "Of key energy users with \(figure.en) and comparable value added of \(Self.baseYear) and the year, the fall of "
        + "the sums' ratio since \(Self.baseYear); rounded down")
  }

  private func id(_ name: String) -> String { "enterprises.estimate_\(rawValue)_\(name)" }

  /// The measures that it is made of, parted by year; the firms counted first.
  package var measures: [Measure] {
    takes.map { name, take in
      Measure(
        id(name), label, register: "enterprises",
        where: Filter.where("plant", .equal, .text("00")).and("key_energy_user", .equal, .flag(true)),
        .years(amount.taking(take)), by: [YearAmount.list + ".year"], rule: rule)
    }
  }

  /// The measures as a lock keeps them.
  package var terms: [Indicator.Term] { takes.map { Indicator.Term(id($0.name)) } }

  /// The estimate in per cent, out of sums in the order of `terms`; nil where nothing is to be divided by.
  package func value(_ sums: [Amount]) -> Amount? {
    guard sums.count == terms.count else { return nil }
    let (now, by) = (Int128(sums[1].scaled), Int128(sums[2].scaled))
    if self == .waste { return Self.percent(now, of: by) }
    let (base, baseBy) = (Int128(sums[3].scaled), Int128(sums[4].scaled))
    // 1 - (now / by) / (base / baseBy)
    return Self.percent(base * by - now * baseBy, of: base * by)
  }

  /// Rounded down, so that no estimate reaches a target by rounding.
  private static func percent(_ part: Int128, of whole: Int128) -> Amount? {
    guard whole > 0 else { return nil }
    let (product, overflow) = part.multipliedReportingOverflow(by: Int128(Amount(100).scaled))
    guard !overflow else { return nil }
    let quotient = product / whole - (product % whole < 0 ? 1 : 0)
    return Int64(exactly: quotient).map { Amount(scaled: $0) }
  }
}
