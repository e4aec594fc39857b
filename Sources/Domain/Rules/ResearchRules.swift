/// All rules of a research project; ids are permanent.
extension Research {
  /// Place and days, then money and partners.
  package static let rules: [Rule<Research>] = [
    CommonRules.ownRegion("R221", \.region),
    CommonRules.region("R222", of: \.enterprise, is: \.region),
    CommonRules.past(
      "R223", [("approved_on", \.approvedOn), ("accepted_on", \.acceptedOn), ("stopped_on", \.stoppedOn)]),
    CommonRules.order("R224", [("approved_on", \.approvedOn), ("accepted_on", \.acceptedOn)]),
    Rule(
      "R225", .record, .error, "完成期限不早于开始时间", "The deadline is not before the start",
      fields: ["start_month", "deadline"]
    ) { project, _ in
      guard let start = project.startMonth, let end = project.deadline, end < start else { return [] }
      return [.init("完成期限早于开始时间，请改正", "The deadline is before the start; correct one of them")]
    },
    Rule(
      "R226", .record, .warning, "经费应相互合理", "The money fits together",
      fields: ["budget", "grant_planned", "grant_paid", "partners.share"]
    ) { project, _ in
      var faults: [Rule<Research>.Fault] = []
      if let grant = project.grantPlanned, let budget = project.budget, grant > budget {
        faults.append(
          .init("财政资助大于总经费，请核对", "The grant exceeds the budget; please check", fields: ["grant_planned", "budget"]))
      }
      if let paid = project.grantPaid, let grant = project.grantPlanned, paid > grant {
        faults.append(
          .init("已拨资助大于核定数，请核对", "More was paid than awarded; please check", fields: ["grant_paid", "grant_planned"]))
      }
      if let budget = project.budget, let shares = Amount.sum(project.partners.compactMap(\.share)), shares > budget {
        faults.append(
          .init(
            "各联合单位承担经费之和\(shares.grouped)万元，大于总经费，请核对",
            "The partners' shares add up to \(shares.grouped), above the budget", fields: ["partners.share", "budget"]))
      }
      return faults
    },
    Rule("R227", .record, .warning, "联合攻关应有联合单位", "Joint research has partners", fields: ["partners.name"]) {
      project, _ in
      guard project.approvedOn != nil, project.partners.isEmpty else { return [] }
      return [.init("已立项但没有联合单位，请补充", "It was approved, but no partner is named; add them")]
    },
    Rule(
      "R228", .record, .warning, "通过验收的应有成果", "What was accepted has results", fields: ["results.name", "acceptance"]
    ) { project, _ in
      guard project.acceptance == "passed", project.results.isEmpty else { return [] }
      return [.init("验收通过但未登记成果，请补充", "It passed, but no result is entered; add them")]
    },
    Rule(
      "R229", .record, .error, "阶段目标的完成日期不晚于今天", "Milestones reached are past", fields: ["milestones.actual"]
    ) { project, context in
      project.milestones.compactMap { row in
        guard RuleTools.isFuture(row.actual, context) else { return nil }
        return .row(
          row.id, "“\(row.name)”的完成日期晚于今天，请改正", "“\(row.name)” is reached ahead of today", "milestones.actual")
      }
    },
  ]
}
