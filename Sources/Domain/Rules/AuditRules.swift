/// All rules of an audit; ids are permanent.
extension Audit {
  /// Place and days, then the reason, then schemes.
  package static let rules: [Rule<Audit>] = courseRules + schemeRules

  private static let courseRules: [Rule<Audit>] = [
    CommonRules.ownRegion("R241", \.region),
    CommonRules.region("R242", of: \.enterprise, is: \.region),
    CommonRules.past(
      "R243",
      [
        ("listed_on", \.listedOn), ("started_on", \.startedOn), ("announced_on", \.announcedOn),
        ("reported_on", \.reportedOn), ("assessed_on", \.assessedOn), ("accepted_on", \.acceptedOn),
      ]),
    CommonRules.order(
      "R244",
      [
        ("started_on", \.startedOn), ("reported_on", \.reportedOn), ("assessed_on", \.assessedOn),
        ("accepted_on", \.acceptedOn),
      ]),
    CommonRules.once(
      "R245", "同一企业、年度、轮次只登记一次", "One record for an enterprise, year and round", key: \.key,
      fields: ["enterprise", "year", "round"]),
    Rule("R246", .record, .error, "自愿审核没有强制原因", "What is voluntary has no legal reason", fields: ["kind", "reason"]) {
      audit, _ in
      guard audit.kind == "voluntary", !audit.reason.isEmpty else { return [] }
      return [
        .init("自愿性审核不填强制原因，请清除或改为强制性", "A voluntary audit has no legal reason; clear it, or make the audit mandatory")
      ]
    },
    Rule(
      "R247", .record, .warning, "强制审核应在名单公布后两个月内启动、一年内完成", "A mandatory audit begins in two months, ends in a year",
      fields: ["started_on", "due_on"]
    ) { audit, context in
      guard audit.kind == "mandatory", let listed = audit.listedOn else { return [] }
      var faults: [Rule<Audit>.Fault] = []
      let begun = audit.startedOn ?? context.today
      if begun > listed.adding(days: 62) {
        faults.append(
          .init(
            audit.startedOn == nil ? "名单公布已过两个月，尚未启动，请督促" : "启动晚于名单公布后两个月，请核对",
            audit.startedOn == nil
              ? "Listed over two months ago, and not begun" : "Begun over two months after the listing",
            fields: ["started_on"]))
      }
      if let due = audit.dueOn, due > listed.adding(days: 366) {
        faults.append(
          .init("应完成期限超过名单公布后一年，请核对", "It is due over a year after the listing; please check", fields: ["due_on"]))
      }
      return faults
    },
    Rule(
      "R248", .library, .warning, "高耗能原因应有劣于基准的生产线", "“Energy above the limit” goes with a line below baseline",
      fields: ["reason"]
    ) { audit, context in
      guard audit.reason == "high_energy", let firm = audit.enterprise else { return [] }
      let lines = context.records(EfficiencyLine.self, where: "enterprise", is: .record(firm))
      guard !lines.isEmpty, !lines.contains(where: { $0.grade == Grades.below }) else { return [] }
      return [
        .init(
          "该企业在能效清单上没有劣于基准的生产线，请核对原因", "None of its lines on the efficiency list is below baseline; check the reason")
      ]
    },
  ]

  private static let schemeRules: [Rule<Audit>] = [
    Rule(
      "R249", .record, .warning, "验收通过的应有已实施的方案", "What was accepted carried schemes out", fields: ["schemes.done_on"]
    ) {
      audit, _ in
      guard audit.acceptance == "passed", !audit.schemes.contains(where: { $0.doneOn != nil }) else { return [] }
      return [.init("已通过验收，但没有已实施的方案，请补充", "It was accepted, but no scheme was carried out; add them")]
    },
    Rule(
      "R250", .record, .error, "方案的完成日期不晚于今天", "Schemes carried out are past", fields: ["schemes.done_on"]
    ) { audit, context in
      audit.schemes.compactMap { row in
        guard RuleTools.isFuture(row.doneOn, context) else { return nil }
        return .row(row.id, "“\(row.name)”的完成日期晚于今天，请改正", "“\(row.name)” is done ahead of today", "schemes.done_on")
      }
    },
  ]
}
