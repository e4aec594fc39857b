/// Days in order, none ahead of today where it is an actual one, and what is overdue.
extension Project {
  static let dateRules: [Rule<Project>] = [
    Rule(
      "R06", .record, .error, "改造期限不应早于改造时间", "The deadline does not precede the start",
      fields: ["start_month", "deadline"]
    ) { project, _ in
      guard let start = project.startMonth, let end = project.deadline, end < start else { return [] }
      return [.init("改造期限\(end.iso)早于改造时间\(start.iso)，请改正", "The deadline \(end.iso) precedes the start \(start.iso)")]
    },
    Rule(
      "R08", .record, .error, "计划日期应按节点先后排列", "Planned days follow the order of the stages",
      fields: ["milestones.planned"]
    ) { project, _ in outOfOrder(project.milestones, \.planned, "planned", "计划", "planned") },
    Rule(
      "R09", .record, .error, "实际日期应按节点先后排列", "Actual days follow the order of the stages",
      fields: ["milestones.actual"]
    ) { project, _ in outOfOrder(project.milestones, \.actual, "actual", "实际", "actual") },
    Rule(
      "R10", .record, .error, "实际日期不应晚于今天", "No actual day lies ahead",
      fields: ["milestones.actual", "grid_date", "stop_date", "procedures.day", "progress.reported_on"]
    ) { project, context in
      var faults: [Rule<Project>.Fault] = []
      func check(_ day: Day?, _ field: String, _ row: RecordID?) {
        guard let day, RuleTools.isFuture(day, context) else { return }
        faults.append(
          .init("实际日期\(day.iso)晚于今天，请改正", "The actual day \(day.iso) lies ahead; correct it", fields: [field], row: row)
        )
      }
      for row in project.milestones { check(row.actual, "milestones.actual", row.id) }
      for row in project.procedures { check(row.day, "procedures.day", row.id) }
      for row in project.progress { check(row.reportedOn, "progress.reported_on", row.id) }
      check(project.gridDate, "grid_date", nil)
      check(project.stopDate, "stop_date", nil)
      return faults
    },
    Rule("R11", .record, .error, "同一节点只填一行", "One row a stage", fields: ["milestones.stage"]) { project, _ in
      var seen: Set<String> = []
      return project.milestones.filter { !$0.stage.isEmpty && !seen.insert($0.stage).inserted }.map { row in
        let name = ProjectCodes.milestones[row.stage]?.label
        return .row(
          row.id, "“\(name?.zh ?? row.stage)”重复，请并为一行", "“\(name?.en ?? row.stage)” twice; keep one row",
          "milestones.stage")
      }
    },
    Rule(
      "R12", .record, .warning, "节点计划应与改造时间、期限一致", "Milestones agree with start month and deadline",
      fields: ["start_month", "deadline", "milestones.planned"]
    ) { project, _ in
      var faults: [Rule<Project>.Fault] = []
      func check(_ stage: String, _ month: Month?, _ field: String, _ zh: String, _ en: String) {
        guard let row = project.milestones.first(where: { $0.stage == stage }), let planned = row.planned, let month,
          planned.month != month
        else { return }
        faults.append(
          .init(
            "\(zh)\(month.iso)与节点计划\(planned.iso)不一致，请改为相同",
            "\(en) \(month.iso) differs from the milestone's \(planned.iso)",
            fields: [field, "milestones.planned"], row: row.id))
      }
      check("start", project.startMonth, "start_month", "改造时间", "The start month")
      check("completion", project.deadline, "deadline", "改造期限", "The deadline")
      return faults
    },
    Rule(
      "R13", .record, .warning, "较早节点应有实际日期", "Earlier stages have their actual day", fields: ["milestones.actual"]
    ) { project, _ in
      let order = ProjectCodes.milestones
      let reached = project.milestones.filter { $0.actual != nil }.map { order.position(of: $0.stage) }.max() ?? -1
      let needed: Set<String> = ["start", "completion"]
      return order.codes.filter { needed.contains($0.id) && order.position(of: $0.id) < reached }.compactMap { code in
        if project.milestones.contains(where: { $0.stage == code.id && $0.actual != nil }) { return nil }
        return .init(
          "后续节点已完成，“\(code.label.zh)”尚无实际日期，请补填",
          "Later stages are done but “\(code.label.en)” has no actual day; add it")
      }
    },
    Rule(
      "R14", .record, .warning, "计划日期已到的节点应填实际日期", "A planned day that has passed has its actual one",
      fields: ["milestones.actual"]
    ) { project, context in
      guard let due = project.derived.nextDue,
        let state = DueState(due: due, today: context.today, reportDay: context.reference.settings.reportDay)
      else { return [] }
      let days = due.days(to: context.today)
      return [
        .init(
          "节点计划\(due.iso)已过\(days)天(\(state.label.zh))，请填实际日期或报进展",
          "The milestone of \(due.iso) is \(days) days past (\(state.label.en)); give the actual day or report")
      ]
    },
  ]

  private static func outOfOrder(
    _ milestones: [Milestone], _ day: KeyPath<Milestone, Day?>, _ field: String, _ zh: String, _ en: String
  ) -> [Rule<Project>.Fault] {
    let order = ProjectCodes.milestones
    let dated = milestones.filter { $0[keyPath: day] != nil }
      .sorted { order.position(of: $0.stage) < order.position(of: $1.stage) }
    return zip(dated, dated.dropFirst()).compactMap { earlier, later in
      guard earlier.stage != later.stage, let first = earlier[keyPath: day], let second = later[keyPath: day],
        second < first, let one = order[earlier.stage]?.label, let two = order[later.stage]?.label
      else { return nil }
      return .row(
        later.id, "\(zh)“\(two.zh)”\(second.iso)早于“\(one.zh)”\(first.iso)，请改正",
        "The \(en) day of “\(two.en)” \(second.iso) precedes “\(one.en)” \(first.iso)", "milestones.\(field)")
    }
  }
}
