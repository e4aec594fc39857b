/// All rules of an event; ids are permanent.
extension PromotionEvent {
  package static let rules: [Rule<PromotionEvent>] = [
    CommonRules.ownRegion("R360", \.region),
    Rule("R361", .record, .error, "已举办的日期不晚于今天", "What was held is past", fields: ["day", "state"]) { event, context in
      guard event.state == "held", RuleTools.isFuture(event.day, context) else { return [] }
      return [.init("日期晚于今天，不能是已举办", "This day lies ahead: it cannot have been held", fields: ["day"])]
    },
    Rule("R362", .record, .warning, "日期已过的应填结果", "An event that is over has its result", fields: ["state"]) {
      event, context in
      guard event.state == "planned", let day = event.day, day < context.today else { return [] }
      return [.init("活动日期已过，请改为已举办或取消", "Its day has passed; say whether it was held")]
    },
    Rule(
      "R363", .library, .warning, "签约企业与项目单位一致", "The agreement's enterprise holds the project",
      fields: ["agreements.project", "agreements.enterprise"]
    ) { event, context in
      event.agreements.compactMap { row in
        guard let project = context.linked(Project.self, row.project), let firm = row.enterprise,
          project.enterprise != firm
        else { return nil }
        return .row(
          row.id, "项目“\(project.name)”不是该企业的，请核对", "“\(project.name)” is not this enterprise's; please check",
          "agreements.project")
      }
    },
    Rule("R364", .record, .error, "已对应项目的状态为已转为项目", "With a project, it became one", fields: ["agreements.state"]) {
      event, _ in
      event.agreements.compactMap { row in
        guard row.project != nil, row.state != "converted" else { return nil }
        return .row(row.id, "已选项目，请把状态改为已转为项目", "A project is named: set the state", "agreements.state")
      }
    },
    Rule(
      "R365", .record, .warning, "签约一年未转项目", "An agreement of a year ago is no project yet",
      fields: ["agreements.project"]
    ) {
      event, context in
      event.agreements.compactMap { row in
        guard row.state == "signed", let day = row.signedOn, day.adding(days: 365) < context.today else { return nil }
        return .row(
          row.id, "签约已满一年尚未转为项目，请跟踪或注明未落实", "Signed over a year ago and no project: follow it up",
          "agreements.project")
      }
    },
  ]
}
