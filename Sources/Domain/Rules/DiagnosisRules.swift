/// All rules of a diagnosis; ids are permanent.
extension Diagnosis {
  /// Place, days, then recommendations.
  package static let rules: [Rule<Diagnosis>] = courseRules + recommendationRules

  private static let courseRules: [Rule<Diagnosis>] = [
    CommonRules.ownRegion("R201", \.region),
    CommonRules.region("R202", of: \.enterprise, is: \.region),
    CommonRules.past(
      "R203",
      [
        ("visited_on", \.visitedOn), ("reported_on", \.reportedOn), ("confirmed_on", \.confirmedOn),
        ("checked_on", \.checkedOn),
      ]),
    CommonRules.order(
      "R204", [("visited_on", \.visitedOn), ("reported_on", \.reportedOn), ("confirmed_on", \.confirmedOn)]),
    CommonRules.once(
      "R205", "同一企业、类型、日期只登记一次", "One record for an enterprise, kind and day", key: \.key,
      fields: ["enterprise", "visited_on"]),
    Rule("R206", .record, .warning, "有入户日期才计入家数", "Only what was visited counts", fields: ["visited_on", "planned_on"])
    {
      diagnosis, _ in
      guard diagnosis.visitedOn == nil, diagnosis.plannedOn == nil else { return [] }
      return [.init("没有入户日期，也没有计划日期，请至少填一项", "It has neither the day of the visit nor a planned one; give one")]
    },
    Rule(
      "R207", .library, .warning, "基准年能耗应与企业清单一致", "The base year's energy agrees with the enterprise list",
      fields: ["energy", "base_year"]
    ) { diagnosis, context in
      guard let firm = context.linked(Enterprise.self, diagnosis.enterprise),
        let year = firm.year(diagnosis.baseYear), year.basis == diagnosis.basis, let known = year.energy,
        let energy = diagnosis.energy, RuleTools.differ(energy, known, percent: 10)
      else { return [] }
      return [
        .init(
          "填报\(energy.grouped)tce，企业清单该年为\(known.grouped)tce，相差超过一成，请核对",
          "\(energy.grouped) tce here, \(known.grouped) on the enterprise list for that year: over 10 % apart")
      ]
    },
  ]

  private static let recommendationRules: [Rule<Diagnosis>] = [
    Rule(
      "R208", .record, .error, "建议编号不重复", "Each recommendation has its own number", fields: ["recommendations.number"]
    ) { diagnosis, _ in
      var seen: Set<String> = []
      return diagnosis.recommendations.compactMap { row in
        guard !row.number.isEmpty, !seen.insert(row.number).inserted else { return nil }
        return .row(
          row.id, "编号“\(row.number)”重复，请改成不同的编号", "No. “\(row.number)” is given twice; change one",
          "recommendations.number")
      }
    },
    Rule(
      "R209", .record, .warning, "建议节能量不应超过能耗三成", "The recommendations save no more than three tenths",
      fields: ["recommendations.saving", "energy"]
    ) { diagnosis, _ in
      guard let saving = diagnosis.saving, let energy = diagnosis.energy, energy > .zero,
        let most = energy.times(3, over: 10), saving > most
      else { return [] }
      return [
        .init(
          "建议节能量合计\(saving.grouped)tce，超过基准年能耗的三成，请核对",
          "They save \(saving.grouped) tce in all, above three tenths of the energy; please check")
      ]
    },
    Rule(
      "R210", .record, .warning, "已出报告的应有建议", "A report has recommendations", fields: ["recommendations.content"]
    ) { diagnosis, _ in
      guard diagnosis.reportedOn != nil, diagnosis.recommendations.isEmpty else { return [] }
      return [.init("报告没有登记诊断建议，请补充", "No recommendation of the report is entered; add them")]
    },
    Rule(
      "R284", .record, .warning, "采纳的中高费建议应转为储备项目", "What was adopted becomes a project",
      fields: ["recommendations.adoption"]
    ) { diagnosis, context in
      guard let reported = diagnosis.reportedOn, reported.adding(days: 180) < context.today else { return [] }
      return diagnosis.recommendations.compactMap { row in
        guard row.adoption == "adopted", row.needsProject, !row.isConverted else { return nil }
        return .row(
          row.id, "建议\(row.number)采纳已过半年，尚无项目，请转为储备项目(记录页上按 Y)或说明",
          "No. \(row.number) was adopted half a year ago and has no project; make one (Y on the record) or say why",
          "recommendations.adoption")
      }
    },
  ]
}
