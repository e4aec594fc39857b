/// Progress, grid connection, stop and acceptance.
extension Project {
  static let runningRules: [Rule<Project>] = [
    Rule(
      "R40", .record, .error, "每个报告期只报一次，且不早报", "One report a period, not before its end is near",
      fields: ["progress.month"]
    ) { project, context in
      var seen: Set<Month> = []
      return project.progress.compactMap { row in
        guard let month = row.month else { return nil }
        if !seen.insert(month).inserted {
          return .row(row.id, "\(month.iso)期已有一份进展，请并为一份", "\(month.iso) is reported twice; keep one", "progress.month")
        }
        guard month > context.today.quarter.lastMonth else { return nil }
        return .row(row.id, "报告期\(month.iso)尚未开始，请改正", "The period \(month.iso) has not begun", "progress.month")
      }
    },
    Rule(
      "R41", .record, .warning, "累计完成投资应逐期增加且不超总投资", "Investment so far grows and stays within the total",
      fields: ["progress.invested_so_far", "progress.invested"]
    ) { project, _ in
      let dated = project.progress.filter { $0.month != nil }
        .sorted { ($0.month?.index ?? 0) < ($1.month?.index ?? 0) }
      let cumulative = dated.filter { $0.investedSoFar != nil }
      var faults: [Rule<Project>.Fault] = zip(cumulative, cumulative.dropFirst()).compactMap { earlier, later in
        guard let before = earlier.investedSoFar, let after = later.investedSoFar, after < before else { return nil }
        return .row(
          later.id, "累计完成投资\(after.grouped)少于上期\(before.grouped)万元，请核对",
          "Invested so far \(after.grouped) is below the last report's \(before.grouped)", "progress.invested_so_far")
      }
      if let total = project.derived.investment, let made = project.derived.invested,
        made > total, RuleTools.differ(made, total, percent: 10)
      {
        faults.append(
          .init(
            "累计完成投资\(made.grouped)超过总投资\(total.grouped)万元一成以上，请核对或申请变更",
            "Invested so far \(made.grouped) exceeds the total \(total.grouped) by over a tenth; check or ask for a change"
          ))
      }
      let sum = Amount.sum(dated.compactMap(\.invested))
      if let sum, let last = cumulative.last?.investedSoFar, dated.allSatisfy({ $0.invested != nil }),
        RuleTools.differ(sum, last, percent: 1)
      {
        faults.append(
          .init(
            "各期完成投资之和\(sum.grouped)与累计\(last.grouped)万元不符，请核对",
            "The periods add up to \(sum.grouped), the total so far says \(last.grouped)"))
      }
      return faults
    },
    Rule(
      "R42", .record, .warning, "并网容量与日期应与光伏装机相符", "Connected capacity fits the PV project",
      fields: ["grid_kw", "grid_date"]
    ) { project, _ in
      if !ProjectKinds.pv.contains(project.kind) {
        guard project.gridDate != nil || project.gridKilowatts != nil else { return [] }
        return [.init("只有光伏项目填并网日期和容量，请核对类型", "Only PV projects have a grid connection; check the kind")]
      }
      if project.gridDate == nil, project.gridKilowatts != nil {
        return [
          .init("已填并网容量，请补并网日期，否则不计入并网", "Give the grid date, else the capacity does not count", fields: ["grid_date"])
        ]
      }
      guard let planned = project.pvKilowatts, let made = project.gridKilowatts,
        RuleTools.differ(made, planned, percent: 10)
      else { return [] }
      return [
        .init(
          "并网\(made.grouped)千瓦与装机\(planned.grouped)千瓦相差超过一成，请核对",
          "Connected \(made.grouped) kW differs from the planned \(planned.grouped) by over a tenth",
          fields: ["grid_kw"])
      ]
    },
    Rule(
      "R43", .record, .error, "核定节能量在验收后填写", "A verified saving comes with the acceptance", fields: ["saving_verified"]
    ) { project, _ in
      guard project.savingVerified != nil, project.derived.acceptedOn == nil else { return [] }
      return [.init("尚无验收日期，请先在时间节点填验收", "There is no day of acceptance; enter that milestone first")]
    },
    Rule(
      "R44", .record, .warning, "核定节能量应与预期相近、口径相同", "The verified saving is near the expected, on its basis",
      fields: ["saving_verified", "verified_basis"]
    ) { project, _ in
      guard let verified = project.savingVerified else { return [] }
      let expected =
        project.verifiedBasis == Bases.primary ? project.derived.savingPrimary : project.derived.saving
      guard let expected else {
        return project.expectsSaving
          ? [.init("核定与预期口径不同，两者不能比较，请注明", "The verified saving is on another basis than the expected; say why")] : []
      }
      guard RuleTools.differ(verified, expected, percent: 30) else { return [] }
      return [
        .init(
          "核定\(verified.grouped)与预期\(expected.grouped)tce/年相差超过三成，请说明",
          "Verified \(verified.grouped) differs from the expected \(expected.grouped) tce/a by over 30 %; explain")
      ]
    },
    Rule(
      "R50", .record, .error, "已验收的项目不能终止", "An accepted project cannot be stopped", fields: ["stop_date"]
    ) { project, _ in
      guard project.stopDate != nil, project.derived.acceptedOn != nil else { return [] }
      return [.init("项目已验收，不能终止；请清除终止日期", "It has been accepted; clear the day of the stop")]
    },
    Rule(
      "R51", .record, .error, "开工前应已备案", "Registered before the start",
      fields: ["procedures.state", "milestones.actual"]
    ) { project, _ in
      guard let start = project.derived.actualStart, !project.isCodeExempt,
        let row = project.procedures.first(where: { $0.kind == "registration" && $0.state == "done" }),
        let day = row.day, day > start
      else { return [] }
      return [
        .row(
          row.id, "备案\(day.iso)晚于实际开工\(start.iso)，请核对",
          "Registered \(day.iso), after the start \(start.iso); please check",
          "procedures.day")
      ]
    },
  ]
}
