/// All rules of a phase-out; ids are permanent.
extension Phaseout {
  /// Place and days, then the object against its way, then projects on what is to be retired.
  package static let rules: [Rule<Phaseout>] = courseRules + objectRules + crossRules

  private static let courseRules: [Rule<Phaseout>] = [
    CommonRules.ownRegion("R251", \.region),
    CommonRules.region("R252", of: \.enterprise, is: \.region),
    CommonRules.past(
      "R253",
      [
        ("listed_on", \.listedOn), ("stopped_on", \.stoppedOn), ("removed_on", \.removedOn), ("done_on", \.doneOn),
        ("cancelled_on", \.cancelledOn),
      ]),
    CommonRules.order(
      "R254",
      [("listed_on", \.listedOn), ("stopped_on", \.stoppedOn), ("removed_on", \.removedOn), ("done_on", \.doneOn)]),
    CommonRules.once("R255", "编号不重复", "A number is given once", key: \.number, fields: ["number"]),
    Rule(
      "R256", .record, .warning, "期限过后应有完成日期", "What is past its deadline is done", fields: ["deadline", "done_on"]
    ) { phaseout, context in
      guard let due = phaseout.openUntil, due < context.today else { return [] }
      return [
        .init(
          "已过期限\(due.iso)，请填完成日期和证明，或办理调出", "Past its deadline \(due.iso): enter completion and proof, or take it off")
      ]
    },
  ]

  private static let objectRules: [Rule<Phaseout>] = [
    Rule(
      "R257", .record, .warning, "锅炉和熟料线应在条款规定的规模之内", "Boilers and clinker lines are within the clause",
      fields: ["steam", "clinker", "basis"]
    ) { phaseout, _ in
      guard phaseout.basis == "plan", !phaseout.isInClause else { return [] }
      if let steam = phaseout.steam, phaseout.object == "coal_boiler" {
        return [
          .init(
            "\(steam.plain)蒸吨超过35蒸吨，不属任务5范围，请核对容量或改依据",
            "\(steam.plain) t/h is above 35 t/h and outside task 5; check it, or change the grounds",
            fields: ["steam", "basis"])
        ]
      }
      guard let clinker = phaseout.clinker, phaseout.object == "clinker_line" else { return [] }
      return [
        .init(
          "\(clinker.plain)吨/日超过2500吨/日或已达标杆，不属任务5范围，请核对",
          "\(clinker.plain) t/d is above 2 500 t/d or at the benchmark, outside task 5; please check",
          fields: ["clinker", "basis"])
      ]
    },
    Rule("R258", .record, .warning, "方式应适合对象", "The way fits the object", fields: ["mode", "object"]) { phaseout, _ in
      let fitting: [String: Set<String>] = [
        "coal_boiler": ["retire", "replace", "upgrade"], "clinker_line": ["replace", "retire", "upgrade", "close"],
        "blast_furnace": ["replace", "upgrade", "retire"], "converter": ["replace", "upgrade", "retire"],
        "chemical_plant": ["move", "close", "upgrade"], "paper_mill": ["move", "close", "upgrade"],
        "motors": ["retire", "replace", "upgrade"],
      ]
      guard let ways = fitting[phaseout.object], !phaseout.mode.isEmpty, !ways.contains(phaseout.mode),
        let object = PhaseoutCodes.objects[phaseout.object]?.label, let mode = PhaseoutCodes.modes[phaseout.mode]?.label
      else { return [] }
      return [.init("“\(object.zh)”一般不用“\(mode.zh)”，请核对", "“\(mode.en)” is unusual for “\(object.en)”; please check")]
    },
    Rule(
      "R259", .record, .error, "替代热源先于锅炉停用到位", "The heat is there before the boiler stops",
      fields: ["heat_ready_on", "stopped_on"]
    ) { phaseout, _ in
      guard phaseout.object == "coal_boiler", let stopped = phaseout.stoppedOn, let ready = phaseout.heatReadyOn,
        ready > stopped
      else { return [] }
      return [
        .init(
          "替代热源\(ready.iso)到位，晚于停用\(stopped.iso)，请核对",
          "The heat came on \(ready.iso), after the stop on \(stopped.iso)",
          severity: .warning)
      ]
    },
    Rule(
      "R260", .record, .warning, "整治步骤的实际日期不晚于今天", "Steps that were taken are past", fields: ["steps.actual"]
    ) { phaseout, context in
      phaseout.steps.compactMap { row in
        guard RuleTools.isFuture(row.actual, context) else { return nil }
        return .row(row.id, "实际日期晚于今天，请改正", "The step lies ahead; correct its day", "steps.actual")
      }
    },
  ]

  private static let crossRules: [Rule<Phaseout>] = [
    Rule(
      "R285", .library, .warning, "拟淘汰的生产线不应再有改造项目", "No project on a line that is to be retired",
      fields: ["line", "mode"]
    ) { phaseout, context in
      guard PhaseoutCodes.ending.contains(phaseout.mode), phaseout.cancelledOn == nil, let line = phaseout.line else {
        return []
      }
      let live = context.records(Project.self, where: "line", is: .record(line))
        .filter { $0.id != phaseout.project && ($0.derived.stage == "reserve" || $0.derived.stage == "under_way") }
      guard let project = live.first else { return [] }
      return [
        .init("项目库中“\(project.name)”仍在改造该线，请核对去留", "“\(project.name)” still retrofits this line; decide which it is")
      ]
    },
    Rule(
      "R286", .library, .warning, "能效清单上该生产线的措施应一致", "The efficiency list says the same of the line",
      fields: ["line", "mode", "done_on"]
    ) { phaseout, context in
      guard phaseout.cancelledOn == nil, PhaseoutCodes.ending.contains(phaseout.mode),
        let line = context.linked(EfficiencyLine.self, phaseout.line)
      else { return [] }
      if phaseout.doneOn != nil, line.state == "running" {
        return [.init("已完成淘汰，能效清单上仍为在产，请更新", "It is done, but the efficiency list has the line running; update it")]
      }
      guard line.state != "retired", line.action != "retire", line.action != "replace" else { return [] }
      return [.init("能效清单上该线措施不是淘汰或整合置换，请改为一致", "The efficiency list plans otherwise for this line; make them agree")]
    },
  ]
}
