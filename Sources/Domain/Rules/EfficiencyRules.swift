/// All rules of an efficiency line; ids are permanent.
extension EfficiencyLine {
  /// Figures, actions, then the three lists against one another.
  package static let rules: [Rule<EfficiencyLine>] = figureRules + actionRules + crossRules

  private static let figureRules: [Rule<EfficiencyLine>] = [
    Rule("R80", .record, .error, "归口地区应在本人所属地区之内", "The region lies inside one's own", fields: ["region"]) {
      line, context in
      guard let scope = context.scope, !line.region.isEmpty, !context.reference.regions.isIn(line.region, scope)
      else { return [] }
      return [
        .init("归口地区不在本人所属地区内，请改选或交由该地区填报", "This region is outside your own; choose another or leave it to that region")
      ]
    },
    Rule("R81", .field, .error, "数据年度不晚于今年，淘汰日期不晚于今天", "Data and retirement are past", fields: ["year", "retired_on"]) {
      line, context in
      var faults: [Rule<EfficiencyLine>.Fault] = []
      if let year = line.year, year > context.today.year {
        faults.append(.init("数据年度\(year)尚未到，请改正", "The year \(year) lies ahead", fields: ["year"]))
      }
      if RuleTools.isFuture(line.retiredOn, context) {
        faults.append(.init("淘汰日期晚于今天，请改正", "The retirement lies ahead", fields: ["retired_on"]))
      }
      return faults
    },
    Rule(
      "R82", .library, .error, "同一生产线、产品、年度只填一次", "One record for a line, product and year",
      fields: ["line", "product", "year"]
    ) { line, context in
      guard !line.holderCode.isEmpty, line.year != nil else { return [] }
      let twins = context.records(EfficiencyLine.self, where: "key", is: .text(line.key))
      guard twins.contains(where: { $0.id != line.id }) else { return [] }
      return [.init("该生产线本年度已有记录，请改用该记录", "This line has a record of this year; use that one")]
    },
    Rule(
      "R83", .record, .warning, "应有适用的能效水平", "Levels apply to the product", fields: ["product", "year"]
    ) { line, _ in
      guard !line.product.isEmpty else { return [] }
      if line.benchmark == nil {
        return [.init("该产品尚无能效水平，不参加对标", "There are no levels for this product; it is not graded")]
      }
      var faults: [Rule<EfficiencyLine>.Fault] = []
      if line.isEditionOutdated {
        faults.append(
          .init(
            "\(line.year ?? 0)年数据按\(line.edition)版对标，新版水平待管理员录入",
            "Data of \(line.year ?? 0) are judged by the \(line.edition) edition; a newer one is to be entered",
            fields: ["year"]))
      }
      if !line.isVerified {
        faults.append(
          .init(
            "该产品的能效水平未核实，对标结果仅供参考", "This product's levels are not verified; take the grade with care",
            fields: ["product"]))
      }
      return faults
    },
    Rule(
      "R84", .record, .warning, "产量应与产能相称", "Output fits the capacity", fields: ["output", "capacity"]
    ) { line, _ in
      guard let output = line.output, let capacity = line.capacity, output > capacity,
        RuleTools.differ(output, capacity, percent: 20)
      else { return [] }
      return [.init("产量超过产能两成以上，请核对单位", "Output exceeds the capacity by over a fifth; check the units")]
    },
    Rule(
      "R85", .record, .warning, "可比单耗应与单耗相近", "The comparable value is near the raw one", fields: ["comparable"]
    ) { line, _ in
      guard let raw = line.consumption, let comparable = line.comparable,
        RuleTools.differ(comparable, raw, percent: 30)
      else { return [] }
      return [.init("可比单耗与单耗相差超过三成，请核对修正", "It differs from the raw value by over 30 %; check the correction")]
    },
    Rule(
      "R86", .record, .warning, "单耗应在合理范围", "The consumption is plausible", fields: ["consumption"]
    ) { line, _ in
      guard let value = line.judged, let baseline = line.baseline, baseline > .zero,
        value > baseline + baseline + baseline || value.isNegative
      else { return [] }
      return [
        .init(
          "单耗\(value.plain)\(line.levelUnit)与基准\(baseline.plain)相差悬殊，请核对单位",
          "\(value.plain) \(line.levelUnit) is far from the baseline \(baseline.plain); check the unit")
      ]
    },
  ]

  private static let actionRules: [Rule<EfficiencyLine>] = [
    Rule(
      "R87", .library, .warning, "劣于基准的生产线应有项目或淘汰计划", "A line below baseline has a project or a retirement",
      fields: ["action", "project"]
    ) { line, _ in
      guard line.isUnaddressed else { return [] }
      return [
        .init(
          "单耗\(line.judged?.plain ?? "")劣于基准\(line.baseline?.plain ?? "")，请登记改造项目或淘汰、整合置换计划",
          "\(line.judged?.plain ?? "") is worse than the baseline \(line.baseline?.plain ?? ""); enter a project or a retirement"
        )
      ]
    },
    Rule(
      "R88", .record, .error, "预期单耗应低于现在", "The expected consumption is lower", fields: ["expected_consumption"]
    ) { line, _ in
      guard line.action == "retrofit", let expected = line.expectedConsumption, let value = line.judged,
        expected >= value
      else { return [] }
      return [
        .init(
          "预期单耗\(expected.plain)不低于现在\(value.plain)，请改正",
          "The expected \(expected.plain) is not below the present \(value.plain)")
      ]
    },
    Rule(
      "R89", .record, .warning, "措施应能达到标杆，劣于基准的应在2023年底前达到基准",
      "Actions reach the benchmark; the baseline by the end of 2023",
      fields: ["expected_consumption", "action_by"]
    ) { line, _ in
      var faults: [Rule<EfficiencyLine>.Fault] = []
      if line.action == "retrofit", !line.expectedGrade.isEmpty, line.expectedGrade != Grades.above {
        faults.append(
          .init(
            "改造后仍未达标杆\(line.benchmark?.plain ?? "")，请核对",
            "The benchmark \(line.benchmark?.plain ?? "") is still missed", fields: ["expected_consumption"]))
      }
      if line.grade == Grades.below, let by = line.actionBy, by.year > 2023 {
        faults.append(
          .init(
            "计划要求2023年底前全部达到基准，时限\(by.iso)过晚", "The plan wants every line at the baseline by the end of 2023",
            fields: ["action_by"]))
      }
      return faults
    },
    Rule(
      "R90", .record, .warning, "时限已到的措施应更新", "An action whose time has come is brought up to date",
      fields: ["action_by", "state"]
    ) { line, context in
      guard line.state == "running", let by = line.actionBy, by.lastDay < context.today, line.grade != Grades.above,
        line.year.map({ $0 >= context.today.year - 1 }) ?? false
      else { return [] }
      return [.init("时限\(by.iso)已过，请更新措施或数据", "\(by.iso) has passed; bring the action or the figures up to date")]
    },
  ]

  private static let crossRules: [Rule<EfficiencyLine>] = [
    Rule("R91", .library, .error, "企业应在企业清单内", "The enterprise is on the list", fields: ["enterprise"]) {
      line, context in
      guard line.enterprise != nil, context.linked(Enterprise.self, line.enterprise) == nil else { return [] }
      return [.init("该企业不在企业清单内，请先登记企业", "This enterprise is not on the list; enter it first")]
    },
    Rule(
      "R92", .library, .warning, "地区、领域应与企业清单一致", "Region and sector agree with the enterprise list",
      fields: ["region", "product"]
    ) { line, context in
      guard let firm = context.linked(Enterprise.self, line.enterprise) else { return [] }
      var faults: [Rule<EfficiencyLine>.Fault] = []
      if !firm.region.isEmpty, !line.region.isEmpty, firm.region != line.region {
        faults.append(
          .init(
            "归口地区与企业不同，请核对或改选厂区", "Its region is not the enterprise's; check, or choose another plant",
            fields: ["region"]))
      }
      if !line.productSector.isEmpty, !firm.sector.isEmpty, line.productSector != firm.sector,
        !["petrochemical", "chemical"].contains(line.productSector)
          || !["petrochemical", "chemical"].contains(firm.sector)
      {
        faults.append(
          .init("产品领域与企业领域不同，请核对", "The product's sector is not the enterprise's; please check", fields: ["product"]))
      }
      return faults
    },
    Rule(
      "R93", .library, .warning, "单耗乘产量不应超过企业能耗", "Consumption x output stays within the enterprise's energy",
      fields: ["consumption", "output"]
    ) { line, context in
      guard let firm = context.linked(Enterprise.self, line.enterprise), let year = firm.year(line.year),
        year.basis == line.basis, let energy = year.energy, let output = line.output, let unit = line.consumption,
        let level = context.reference.level(product: line.product, year: line.year, region: line.region),
        let used = level.tce(of: output, at: unit, in: context.reference), used > energy
      else { return [] }
      return [
        .init(
          "单耗×产量为\(used.grouped)tce，超过企业清单该年综合能耗\(energy.grouped)tce，请核对",
          "Consumption x output is \(used.grouped) tce, above the enterprise's \(energy.grouped) of that year")
      ]
    },
    Rule("R94", .library, .error, "项目应属于该企业", "The project is the enterprise's", fields: ["project"]) { line, context in
      guard let project = context.linked(Project.self, line.project), let holder = project.enterprise,
        holder != line.enterprise,
        project.derived.holderCode.prefix(18) != line.holderCode.prefix(18) || line.holderCode.isEmpty
      else { return [] }
      return [.init("该项目属于其他企业，请重选", "This project belongs to another enterprise; choose again")]
    },
    Rule(
      "R95", .library, .warning, "项目与生产线应相互对应", "Project and line name each other", fields: ["project", "action"]
    ) { line, context in
      guard let id = line.project else {
        guard line.action == "retrofit", !line.hasProject else { return [] }
        return [
          .init("措施为改造，项目库尚无对应项目，请申报或选择", "A retrofit is planned but no project stands for it", fields: ["project"])
        ]
      }
      guard let project = context.linked(Project.self, id) else {
        return [.init("所选项目已不在项目库，请重选", "The project is no longer in the library; choose again", fields: ["project"])]
      }
      if project.derived.stage == "stopped" {
        return [.init("所选项目已终止，请另定措施", "The project was stopped; decide on another action", fields: ["project"])]
      }
      guard project.line != nil, project.line != line.id else { return [] }
      // The project may name this line's record of another year.
      if let other = context.linked(EfficiencyLine.self, project.line), other.line == line.line,
        other.product == line.product, other.enterprise == line.enterprise
      {
        return []
      }
      return [
        .init(
          "项目“\(project.name)”对应另一条生产线，请核对", "“\(project.name)” names another line; please check", fields: ["project"])
      ]
    },
    Rule(
      "R96", .library, .warning, "已淘汰或拟淘汰的生产线不应再有项目", "A line that retires has no project", fields: ["state", "action"]
    ) { line, context in
      guard line.state == "retired" || line.action == "retire" || line.action == "replace", line.id != .unset
      else { return [] }
      let live = context.records(Project.self, where: "line", is: .record(line.id))
        .filter { $0.derived.stage == "reserve" || $0.derived.stage == "under_way" }
      guard let project = live.first else { return [] }
      return [.init("项目库中“\(project.name)”仍在改造该线，请核对", "“\(project.name)” still retrofits this line; please check")]
    },
    Rule(
      "R97", .library, .warning, "与上年数据相差不宜过大", "The figures are near last year's", fields: ["consumption", "capacity"]
    ) { line, context in
      guard let year = line.year, !line.holderCode.isEmpty else { return [] }
      let key = [line.holderCode, line.line, line.product, String(year - 1)].joined(separator: "/")
      guard let last = context.records(EfficiencyLine.self, where: "key", is: .text(key)).first,
        let before = last.judged, let now = line.judged, RuleTools.differ(now, before, percent: 30)
      else { return [] }
      return [
        .init(
          "单耗\(now.plain)与上年\(before.plain)相差超过三成，请核对",
          "\(now.plain) differs from last year's \(before.plain) by over 30 %")
      ]
    },
  ]
}
