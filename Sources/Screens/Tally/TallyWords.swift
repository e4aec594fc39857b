import Domain
import UseCases
import Widgets

/// How a tally's figures stand on the screen: in the target's unit, short, and never rounded up to a target.
struct TallyWords {
  let language: Language
  let span: TallySpan

  /// The indicator with its unit; a part of another stands in from it.
  func name(_ indicator: Indicator) -> String {
    let unit = indicator.unit[language]
    return (indicator.parent == nil ? "" : "  ") + indicator.label[language] + (unit.isEmpty ? "" : " " + unit)
  }

  /// An amount of the indicator's measures, in its target's unit.
  func amount(_ amount: Amount, _ indicator: Indicator) -> String {
    guard indicator.divisor > 1 else { return short(amount) }
    let text = indicator.shown(amount)
    // Exact digits, cut to one or two decimals.
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text }
    let isSmall = parts[0].hasSuffix("0") && parts[0].count <= 2
    let decimals = parts[1].prefix(isSmall ? 2 : 1)
    return decimals.allSatisfy { $0 == "0" } ? String(parts[0]) : parts[0] + "." + decimals
  }

  /// Whole from a thousand on, else with what decimals it has, two at the most.
  private func short(_ amount: Amount) -> String {
    let cut = amount.magnitude >= Amount(1000) ? Amount.scale : Amount.scale / 100
    return Amount(scaled: amount.scaled / cut * cut).grouped
  }

  /// What is missing of a share, to two decimals and never less than it is.
  func points(_ gap: Amount) -> String {
    let step = Amount.scale / 100
    return Amount(scaled: (gap.scaled + step - 1) / step * step).plain
  }

  /// What stands in a cell.
  func figure(_ cell: TallyCell, _ indicator: Indicator) -> String {
    switch cell.content {
    case .sums(let sums): return amount(sums[span], indicator)
    case .share(let part, let whole): return Ratio(part, whole)?.text ?? "—"
    case .fields(let met, let of, _): return "\(met)/\(of)"
    case .official(let period, let year, let cumulative):
      let value = span == .period ? period : span == .year ? year : cumulative
      return value.map(short) ?? "—"
    case .estimate(let value, _, _, _): return span == .cumulative ? value.map(short) ?? "—" : "—"
    case .none: return "—"
    }
  }

  /// Where a cell stands in the span that is shown.
  func standing(_ cell: TallyCell) -> Standing? { span == .cumulative ? cell.standing : cell.yearStanding }
}

extension TallySpan {
  /// The one that `m` goes to.
  var next: TallySpan {
    switch self {
    case .cumulative: .year
    case .year: .period
    case .period: .cumulative
    }
  }
}
