/// Who has not reported progress for a quarter: projects under way without a report that reaches its end.
package enum Unreported {
  /// Members under way by the day since which they owe a report: the kept sums say how many there are, and where.
  package static let measure = "projects.silent"

  /// Those that never reported and those that did not lately: filters without a record in common.
  package static func filters(_ quarter: Quarter) -> [Filter] {
    [filter(quarter).and("last_reported"), filter(quarter).and("last_reported", .notEqual)]
  }

  /// Both of them as one list.
  package static func filter(_ quarter: Quarter) -> Filter {
    .where("silent_since", .lessOrEqual, .day(quarter.lastDay))
  }

  /// Whose report is expected, whether it is there or not.
  package static func expected(_ quarter: Quarter) -> Filter {
    Filter.where("member", .equal, .flag(true)).and("stage", .equal, .text("under_way"))
      .and("actual_start", .lessOrEqual, .day(quarter.lastDay))
  }

  /// The day on which the reports of a quarter are due, as the province has set it.
  package static func due(_ quarter: Quarter, in reference: ReferenceTables) -> Day {
    quarter.lastDay.adding(days: reference.settings.reportDay)
  }

  /// The quarter that is reported on: the one that has ended until its reports are due, then the present one.
  package static func quarter(today: Day, in reference: ReferenceTables) -> Quarter {
    let ended = today.quarter.previous
    return today <= due(ended, in: reference) ? ended : today.quarter
  }
}
