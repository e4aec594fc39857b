/// Numbers that rules use and a province may set otherwise: the table `settings`.
package struct PracticeSettings: Hashable, Sendable {
  /// The numbers there are; the raw values are permanent.
  package enum Name: String, CaseIterable, Sendable {
    /// Working days after which a review lapses.
    case reviewDays = "review_days"
    /// A quarter's reports are due on this day of the month after it.
    case reportDueDay = "report_due_day"
    /// Days after the due day from which the tier above may lock for a region.
    case lockGraceDays = "lock_grace_days"
    /// Done / due from which on a figure is ahead.
    case paceAhead = "pace_ahead"
    /// Done / due below which a figure is behind; no more than `pace_ahead`.
    case paceNormal = "pace_normal"

    /// What may be set.
    package var range: ClosedRange<Amount> {
      switch self {
      case .reviewDays: Amount(1)...Amount(250)
      case .lockGraceDays: Amount(0)...Amount(90)
      case .reportDueDay: Amount(1)...Amount(31)
      case .paceAhead, .paceNormal: Amount(scaled: 1)...Amount(100)
      }
    }

    /// Days are counted whole.
    package var isWhole: Bool { self != .paceAhead && self != .paceNormal }
  }

  private var values: [Name: Amount] = [:]

  init() {
    for row in BuiltIn.rows(BuiltIn.settings) { _ = add(row) }
  }

  /// Working days after which a review lapses.
  package var reviewDays: Int { whole(.reviewDays) }

  /// The day of the next month on which a quarter's reports are due.
  package var reportDay: Int { whole(.reportDueDay) }

  /// Days after the due day from which the tier above may lock for a region 代锁.
  package var lockGraceDays: Int { whole(.lockGraceDays) }

  /// From where on a figure is ahead or on pace.
  package var pace: Pace.Thresholds {
    let ahead = (values[.paceAhead] ?? .zero).scaled
    return Pace.Thresholds(ahead: ahead, normal: min(ahead, (values[.paceNormal] ?? .zero).scaled))
  }

  private func whole(_ name: Name) -> Int { Int((values[name] ?? .zero).scaled / Amount(1).scaled) }

  mutating func add(_ cells: [Substring]) -> Bool {
    guard cells.count >= 2, let name = Name(rawValue: String(cells[0])), let value = Amount(parsing: String(cells[1])),
      name.range.contains(value), !name.isWhole || value.scaled % Amount(1).scaled == 0
    else { return false }
    values[name] = value
    return true
  }
}
