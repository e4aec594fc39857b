/// All rules of a park; ids are permanent.
extension Park {
  /// Identity and days, then the plan, then grades and years.
  package static let rules: [Rule<Park>] = identityRules + planRules + yearRules

  private static let identityRules: [Rule<Park>] = [
    CommonRules.ownRegion("R261", \.region),
    CommonRules.once("R262", "园区代码不重复", "A code is one park's", key: \.code, fields: ["code"]),
    Rule("R263", .library, .warning, "同一地区的园区不同名", "No two parks of a region bear one name", fields: ["name"]) {
      park, context in
      guard !park.name.isEmpty else { return [] }
      let twins = context.records(Park.self, where: "name", is: .text(park.name))
      guard let twin = twins.first(where: { $0.id != park.id && $0.region == park.region }) else { return [] }
      return [.init("本地区已有同名园区(\(twin.code))，请核对", "This region has a park of that name (\(twin.code)); please check")]
    },
    CommonRules.past(
      "R264",
      [
        ("approved_on", \.approvedOn), ("surveyed_on", \.surveyedOn), ("plan_approved_on", \.planApprovedOn),
        ("accepted_on", \.acceptedOn),
      ]),
    CommonRules.order(
      "R265",
      [("surveyed_on", \.surveyedOn), ("plan_approved_on", \.planApprovedOn), ("accepted_on", \.acceptedOn)]),
  ]

  private static let planRules: [Rule<Park>] = [
    Rule(
      "R266", .record, .warning, "具备条件的省级以上园区应列入改造清单", "A park that is ready is put on the list",
      fields: ["survey", "batch"]
    ) { park, _ in
      guard park.survey == "ready", ParkCodes.upper.contains(park.level), park.batch.isEmpty else { return [] }
      return [.init("摸排为具备改造条件，尚未列入改造清单，请填批次和文号", "It is ready for a retrofit but on no list; give batch and document")]
    },
    Rule(
      "R267", .record, .warning, "任务投资应与方案总投资相符", "The tasks add up to the plan",
      fields: ["tasks.investment", "plan_investment"]
    ) { park, _ in
      guard let sum = park.derived.taskInvestment, let whole = park.planInvestment,
        RuleTools.differ(sum, whole, percent: 5)
      else { return [] }
      return [
        .init(
          "任务投资合计\(sum.grouped)万元，方案总投资\(whole.grouped)万元，相差超过5%，请核对",
          "The tasks come to \(sum.grouped), the plan to \(whole.grouped): over 5 % apart")
      ]
    },
    Rule(
      "R268", .record, .error, "任务完成不晚于今天，验收前任务应完成", "Tasks are done before the acceptance, none ahead of today",
      fields: ["tasks.finished_on", "accepted_on"]
    ) { park, context in
      var faults = park.tasks.compactMap { row -> Rule<Park>.Fault? in
        guard RuleTools.isFuture(row.finishedOn, context) else { return nil }
        return .row(
          row.id, "“\(row.name)”的完成日期晚于今天，请改正", "“\(row.name)” is finished ahead of today", "tasks.finished_on")
      }
      let open = park.tasks.count { $0.finishedOn == nil }
      if park.acceptedOn != nil, open > 0 {
        faults.append(
          .init(
            "已验收但还有\(open)项任务没有完成日期，请补齐", "It was accepted, but \(open) tasks have no day of completion",
            fields: ["tasks.finished_on"], severity: .warning))
      }
      return faults
    },
    Rule(
      "R269", .record, .warning, "完成投资不应超过计划两成", "What was spent stays near what was planned",
      fields: ["tasks.invested"]
    ) { park, _ in
      park.tasks.compactMap { row in
        guard let plan = row.investment, let spent = row.invested, let most = plan.times(6, over: 5), spent > most
        else {
          return nil
        }
        return .row(
          row.id, "“\(row.name)”完成投资\(spent.grouped)万元，计划\(plan.grouped)万元，请核对",
          "“\(row.name)” has cost \(spent.grouped), planned were \(plan.grouped)", "tasks.invested")
      }
    },
  ]

  private static let yearRules: [Rule<Park>] = [
    Rule(
      "R270", .record, .error, "每年一行，且不晚于今年", "One row a year, none ahead", fields: ["years.year", "grades.year"]
    ) { park, context in
      func faults(_ rows: [(id: RecordID, year: Int?)], _ field: String) -> [Rule<Park>.Fault] {
        var seen: Set<Int> = []
        return rows.compactMap { id, year in
          guard let year else { return nil }
          if year > context.today.year { return .row(id, "\(year)年尚未到，请改正", "\(year) lies ahead", field) }
          return seen.insert(year).inserted
            ? nil : .row(id, "\(year)年已有一行，请合并", "\(year) is there already; merge them", field)
        }
      }
      return faults(park.years.map { ($0.id, $0.year) }, "years.year")
        + faults(park.grades.map { ($0.id, $0.year) }, "grades.year")
    },
    Rule(
      "R271", .record, .warning, "评估在年度结束之后，得分与等级相符", "Grades follow the year and fit the score",
      fields: ["grades.assessed_on", "grades.score"]
    ) { park, context in
      park.grades.flatMap { row -> [Rule<Park>.Fault] in
        var faults: [Rule<Park>.Fault] = []
        if let day = row.assessedOn, let year = row.year, day.year < year || RuleTools.isFuture(day, context) {
          faults.append(
            .row(
              row.id, "评估日期\(day.iso)与评估年度\(year)不符，请核对", "\(day.iso) does not fit the year \(year)",
              "grades.assessed_on"))
        }
        let best = ["excellent": (90, 100), "good": (75, 90), "passed": (60, 75), "failed": (0, 60)]
        if let score = row.score, let range = best[row.grade], score < Amount(range.0) || score > Amount(range.1) {
          faults.append(
            .row(
              row.id, "得分\(score.plain)与等级不符(该等级通常\(range.0)至\(range.1)分)，请核对",
              "A score of \(score.plain) is unusual for this grade (\(range.0) to \(range.1))", "grades.score"))
        }
        return faults
      }
    },
    Rule(
      "R272", .record, .warning, "年度数据应相互合理", "The figures of a year fit one another",
      fields: ["years.value_added", "years.waste_used"]
    ) { park, _ in
      park.years.compactMap { row in
        let year = row.year.map(String.init) ?? ""
        if let added = row.valueAdded, let output = row.output, added > output {
          return .row(row.id, "\(year)年增加值大于总产值，请核对", "\(year): value added exceeds output", "years.value_added")
        }
        guard let used = row.wasteUsed, let made = row.wasteMade, used > made else { return nil }
        return .row(row.id, "\(year)年固废利用量大于产生量，请核对", "\(year): more solid waste used than made", "years.waste_used")
      }
    },
  ]
}
