/// Who has not reported progress for a quarter: projects under way without a report that reaches its end.
package enum Unreported {
  /// Two filters without a record in common: never reported, and not lately. Their counts add up.
  package static func filters(_ quarter: Quarter) -> [Filter] {
    let running = Filter.where("member", .equal, .flag(true)).and("stage", .equal, .text("under_way"))
      .and("actual_start", .lessOrEqual, .day(quarter.lastDay))
    return [running.and("last_reported"), running.and("last_reported", .less, .day(quarter.lastDay))]
  }
}
