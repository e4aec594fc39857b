/// The three spans that a tally tells of.
package enum TallySpan: String, CaseIterable, Sendable {
  /// 本期: the quarter. After a lock of the quarter before, what was reported late for it (补报上季) is in here.
  case period
  /// 本年: the year up to the quarter's end.
  case year
  /// 累计: everything up to the quarter's end; for a stock, what stands then.
  case cumulative

  /// The span's name.
  package var label: Label {
    switch self {
    case .period: Label(zh: "本季", en: "quarter")
    case .year: Label(zh: "本年", en: "year")
    case .cumulative: Label(zh: "累计", en: "cumulative")
    }
  }
}

/// One amount for each span, in the measure's own unit.
package struct TallySums: Hashable, Sendable {
  /// Dated in the quarter.
  package var period: Amount
  /// Dated in the year up to the quarter's end.
  package var year: Amount
  /// Dated up to the quarter's end, from the first fact on. What has no date is all of it in each span.
  package var cumulative: Amount

  package init(period: Amount = .zero, year: Amount = .zero, cumulative: Amount = .zero) {
    self.period = period
    self.year = year
    self.cumulative = cumulative
  }

  /// Nothing at all.
  package static let zero = TallySums()

  /// The amount of one span.
  package subscript(span: TallySpan) -> Amount {
    switch span {
    case .period: period
    case .year: year
    case .cumulative: cumulative
    }
  }

  /// Span by span.
  package static func + (left: TallySums, right: TallySums) -> TallySums {
    TallySums(
      period: left.period + right.period, year: left.year + right.year,
      cumulative: left.cumulative + right.cumulative)
  }

  /// Span by span; what a later state has more than an earlier one.
  package static func - (left: TallySums, right: TallySums) -> TallySums {
    TallySums(
      period: left.period - right.period, year: left.year - right.year,
      cumulative: left.cumulative - right.cumulative)
  }
}

/// One indicator in one column of a tally.
package struct TallyCell: Hashable, Sendable {
  /// What kind of figure it is.
  package enum Content: Hashable, Sendable {
    /// Amounts that add up over regions and quarters, in the measure's unit (`Indicator.shown` turns them into the
    /// target's).
    case sums(TallySums)
    /// A share of two such amounts, cumulative: conversion, coverage.
    case share(part: Amount, whole: Amount)
    /// Fields wholly at the level, of how many, and the product lowest down.
    case fields(met: Int, of: Int, lowest: EfficiencyShares.Product?)
    /// An official value: of the quarter or month, of the year, and cumulative, in the target's unit; nil is not given.
    case official(period: Amount?, year: Amount?, cumulative: Amount?)
    /// This library's own estimate in per cent, of the figures of a year, and how many of the key energy users it covers.
    case estimate(value: Amount?, year: Int, firms: Amount, of: Amount)
    /// Nothing, and why: no list yet, no official value, cannot be parted like this.
    case none(Label)
  }

  /// What stands in the cell.
  package var content: Content
  /// What was reported for quarters that were locked before (补报上季), within `period`; zero where there is none.
  package var late = Amount.zero
  /// The same figures of the quarter before; nil where there are none.
  package var before: TallySums?
  /// The same figures of the same quarter one year before; nil where there are none.
  package var yearBefore: TallySums?
  /// What has changed in a locked quarter since its lock 锁定后更正: the figure now less the locked one; zero in an open one.
  package var corrected = TallySums.zero
  /// The yearly target 年度目标, in the target's unit; nil where the region has none. Targets of regions are the measures
  /// `targets.yearly` (parted by `indicator`, `year`) and `targets.cumulative` (parted by `indicator`): one fact for each
  /// target in force, of exactly its region.
  package var yearlyTarget: Amount?
  /// The cumulative target 累计目标, in the target's unit; nil where the region has none.
  package var cumulativeTarget: Amount?
  /// Done, due, pace, forecast and gap against the cumulative target, in the target's unit; nil where nothing is counted.
  package var standing: Standing?
  /// The same within the year, against the yearly target; nil without one.
  package var yearStanding: Standing?

  package init(_ content: Content) { self.content = content }

  /// What an own estimate stands on: 2022年，覆盖重点用能企业 12/30家; nil for other figures.
  package var coverage: Label? {
    guard case .estimate(_, let year, let firms, let all) = content else { return nil }
    return Label(
      zh: "\(year)年，覆盖重点用能企业 \(firms.grouped)/\(all.grouped)家",
      en: "\(year), \(firms.grouped) of \(all.grouped) key users covered")
  }

  /// The sums; nil for what is no sum.
  package var sums: TallySums? { if case .sums(let sums) = content { sums } else { nil } }

  /// A span's change on the quarter before; nil where there is nothing to compare.
  package func changeOnPeriod(_ span: TallySpan) -> Amount? {
    sums.flatMap { sums in before.map { sums[span] - $0[span] } }
  }

  /// A span's change on the same quarter of the year before; nil where there is nothing to compare.
  package func changeOnYear(_ span: TallySpan) -> Amount? {
    sums.flatMap { sums in yearBefore.map { sums[span] - $0[span] } }
  }
}
