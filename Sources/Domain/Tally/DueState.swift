/// How late a planned day without an actual one is: 临期 until the report that would tell is due, 逾期 after.
package enum DueState: Hashable, Sendable {
  case dueSoon, overdue

  /// A quarter's reports are due on this day of the next month, unless the province set another (`PracticeSettings`).
  package static let reportDay = 10

  /// Nil while the day has not passed.
  package init?(due: Day, today: Day, reportDay: Int = DueState.reportDay) {
    guard due < today else { return nil }
    self = today > due.quarter.lastDay.adding(days: reportDay) ? .overdue : .dueSoon
  }

  /// 逾期 or 临期.
  package var label: Label {
    self == .overdue ? Label(zh: "逾期", en: "overdue") : Label(zh: "临期", en: "due")
  }

  /// The last planned day that is overdue today: the end of the newest quarter whose report day has passed.
  package static func lastOverdue(today: Day, reportDay: Int = DueState.reportDay) -> Day {
    let ended = today.quarter.previous
    return today > ended.lastDay.adding(days: reportDay) ? ended.lastDay : ended.previous.lastDay
  }

  /// The projects in this state today.
  package func filter(today: Day, reportDay: Int = DueState.reportDay) -> Filter {
    let last = Self.lastOverdue(today: today, reportDay: reportDay)
    let members = Filter.where("member", .equal, .flag(true))
    switch self {
    case .overdue: return members.and("next_due", .lessOrEqual, .day(last))
    case .dueSoon: return members.and("next_due", .greater, .day(last)).and("next_due", .less, .day(today))
    }
  }
}
