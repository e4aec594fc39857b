/// How far a figure is against what is due by time 进度, by thresholds that are data.
package enum Pace: String, CaseIterable, Sendable {
  case ahead, normal, behind

  /// In ten-thousandths of done / due: from 1.10 on ahead, below 0.90 behind.
  package struct Thresholds: Hashable, Sendable {
    /// From here on ahead.
    package let ahead: Int64
    /// From here on normal.
    package let normal: Int64

    /// The usual ones unless the province set others.
    package init(ahead: Int64 = 11_000, normal: Int64 = 9000) {
      self.ahead = ahead
      self.normal = normal
    }
  }

  /// Nil where nothing is due yet.
  package init?(done: Amount, due: Amount, thresholds: Thresholds = Thresholds()) {
    guard let ratio = Ratio(done, due) else { return nil }
    self = ratio.isAtLeast(thresholds.ahead) ? .ahead : ratio.isAtLeast(thresholds.normal) ? .normal : .behind
  }

  /// 超前, 正常 or 滞后.
  package var label: Label {
    switch self {
    case .ahead: Label(zh: "超前", en: "ahead")
    case .normal: Label(zh: "正常", en: "on pace")
    case .behind: Label(zh: "滞后", en: "behind")
    }
  }
}

/// The span over which a target falls due evenly 序时.
package struct Schedule: Hashable, Sendable {
  /// The first day.
  package let start: Day
  /// The last day.
  package let deadline: Day

  /// The plan begins with 2022, whenever it was published.
  package static let planStart = Day(year: 2022, month: 1, day: 1) ?? .first

  /// From the plan's start unless told.
  package init(start: Day = Schedule.planStart, deadline: Day) {
    self.start = start
    self.deadline = deadline
  }

  /// To the end of a year.
  package init(start: Day = Schedule.planStart, endOf year: Int) {
    self.init(start: start, deadline: Day(year: year, month: 12, day: 31) ?? .last)
  }

  /// What of `target` is due at the end of `day`, from `base` at the start; all of it from the deadline on.
  package func due(_ target: Amount, at day: Day, from base: Amount = .zero) -> Amount {
    let whole = start.days(to: deadline) + 1
    let past = min(max(start.days(to: day) + 1, 0), whole)
    guard whole > 0 else { return target }
    return (target - base).times(Int64(past), over: Int64(whole)).map { base + $0 } ?? target
  }

  /// How much of the time has passed at the end of `day`.
  package func share(at day: Day) -> Ratio? {
    let whole = start.days(to: deadline) + 1
    return Ratio(Amount(min(max(start.days(to: day) + 1, 0), whole)), Amount(whole))
  }

  /// The figure at the deadline if it goes on as in the last four quarters, rounded down to the ten-thousandth.
  ///
  /// `recent` are the increments of the last quarters, newest first, that of `day`'s own quarter as far as it has gone;
  /// those before the start are left out.
  package func forecast(done: Amount, at day: Day, recent: [Amount]) -> Amount? {
    guard day < deadline else { return done }
    let quarter = day.quarter
    let known = min(4, recent.count, max(0, Int(quarter.index) - Int(start.quarter.index) + 1))
    guard known > 0, let sum = Amount.sum(recent.prefix(known)) else { return nil }
    // Quarters still to come: what is left of this one, and the whole ones after it.
    let length = Int64(quarter.firstDay.days(to: quarter.lastDay) + 1)
    let left = Int64(day.days(to: quarter.lastDay))
    let more = Int64(Int(deadline.quarter.index) - Int(quarter.index))
    let product = Int128(sum.scaled) * Int128(more * length + left)
    let divisor = Int128(Int64(known) * length - left)
    var growth = product / divisor
    if product % divisor < 0 { growth -= 1 }
    return Int64(exactly: growth).flatMap { done.adding(Amount(scaled: $0)) }
  }
}
