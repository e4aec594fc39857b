/// What waits in the three lists of the plan's fourth task and in the project library.
extension Project {
  package static let matters: [Matter] = [
    Matter(
      "projects.overdue", "节点逾期", "Milestone overdue", register: "projects", due: "next_due", isLate: true,
      bySettings: { DueState.overdue.filter(today: $0, reportDay: $1.reportDay) }),
    Matter("projects.problem", "问题待协调", "Problem to be solved", register: "projects") { _ in
      .where("open_problem", .equal, .flag(true))
    },
    Matter(
      "projects.never_reported", "从未报进展", "Never reported", register: "projects", due: "planned_finish", isLate: true,
      bySettings: { Unreported.filters(Self.reported(on: $0, $1))[0] }),
    Matter(
      "projects.unreported", "进展未报", "Not reported lately", register: "projects", due: "last_reported", isLate: true,
      bySettings: { Unreported.filters(Self.reported(on: $0, $1))[1] }),
  ]

  /// The last quarter whose reports were due.
  private static func reported(on today: Day, _ settings: PracticeSettings) -> Quarter {
    today > today.quarter.previous.lastDay.adding(days: settings.reportDay)
      ? today.quarter.previous : today.quarter.previous.previous
  }
}

extension EfficiencyLine {
  package static let matters: [Matter] = [
    Matter(
      "efficiency.unaddressed", "劣于基准无项目", "Below baseline, no project", register: "efficiency", due: "action_by",
      isLate: true
    ) { _ in .where("unaddressed", .equal, .flag(true)) }
  ]
}

extension Enterprise {
  package static let matters: [Matter] = [
    Matter("enterprises.over_budget", "用能超预算", "Over the energy budget", register: "enterprises", isLate: true) { _ in
      .where("budget_state", .equal, .text("over"), .text("forecast_over"))
    }
  ]
}

extension CarbonRating {
  package static let matters: [Matter] = [
    Matter("ratings.high_carbon", "高碳企业", "High-carbon enterprise", register: "ratings") { today in
      Filter.where("high_carbon", .equal, .flag(true)).and("year", .greaterOrEqual, .integer(today.year - 1))
    }
  ]
}
