/// The project against the enterprise list and the efficiency list.
extension Project {
  static let listRules: [Rule<Project>] = [
    Rule(
      "R32", .library, .error, "企业应在企业清单内", "The enterprise is on the enterprise list", fields: ["enterprise"]
    ) { project, context in
      guard project.holderKind != "park", project.enterprise != nil,
        context.linked(Enterprise.self, project.enterprise) == nil
      else { return [] }
      return [.init("该企业不在企业清单内，请先登记企业", "This enterprise is not on the list; enter it first")]
    },
    Rule(
      "R33", .library, .warning, "企业应在产、地区应一致", "The enterprise runs and stands in the region",
      fields: ["enterprise", "region"]
    ) { project, context in
      guard let firm = context.linked(Enterprise.self, project.enterprise) else { return [] }
      var faults: [Rule<Project>.Fault] = []
      if EnterpriseStates.ended.contains(firm.state), let state = EnterpriseStates.list[firm.state]?.label {
        faults.append(
          .init(
            "企业已\(state.zh)，请核对或改为承继企业", "The enterprise is \(state.en); check, or name its successor",
            fields: ["enterprise"]))
      }
      if !firm.region.isEmpty, !project.region.isEmpty, firm.region != project.region {
        faults.append(
          .init(
            "项目归口地区与企业不同，请核对或改选厂区", "Its region is not the enterprise's; check, or choose another plant",
            fields: ["region"]))
      }
      return faults
    },
    Rule(
      "R34", .library, .error, "生产线应属于该企业", "The line is the enterprise's", fields: ["line"]
    ) { project, context in
      guard let line = context.linked(EfficiencyLine.self, project.line), let holder = project.enterprise,
        line.enterprise != holder,
        // A plant's project may name a line entered for the whole firm.
        line.holderCode.prefix(18) != project.derived.holderCode.prefix(18) || line.holderCode.isEmpty
      else { return [] }
      return [.init("该生产线属于其他企业，请重选", "This line belongs to another enterprise; choose again")]
    },
    Rule(
      "R35", .library, .warning, "重点领域项目的生产线应在能效清单内", "Lines of the five sectors are on the efficiency list",
      fields: ["line", "line_name"]
    ) { project, context in
      if project.line != nil {
        guard context.linked(EfficiencyLine.self, project.line) == nil else { return [] }
        return [.init("该生产线已不在能效清单内，请重选", "This line is no longer on the list; choose again", fields: ["line"])]
      }
      let isExpected = project.focusArea == "process" && Sectors.focus.contains(project.derived.sector)
      guard !project.lineName.isEmpty || isExpected else { return [] }
      return [.init("项目的生产线不在能效清单内，请登记后选用", "Its line is not on the efficiency list; enter it there, then choose it")]
    },
    Rule(
      "R36", .library, .warning, "拟淘汰的生产线不应再改造", "A line that is to be retired is not retrofitted", fields: ["line"]
    ) { project, context in
      guard let line = context.linked(EfficiencyLine.self, project.line) else { return [] }
      if line.state == "retired" { return [.init("该生产线已淘汰，请核对", "This line has been retired; please check")] }
      guard line.action == "retire" || line.action == "replace" else { return [] }
      return [.init("能效清单上该生产线拟淘汰或整合置换，请核对", "The efficiency list has this line for retirement or replacement")]
    },
    Rule(
      "R37", .library, .warning, "单耗应与能效清单一致", "Unit consumption agrees with the efficiency list",
      fields: ["unit_before", "unit_after"]
    ) { project, context in
      guard let line = context.linked(EfficiencyLine.self, project.line) else { return [] }
      var faults: [Rule<Project>.Fault] = []
      func check(_ mine: Amount?, _ theirs: Amount?, _ field: String, _ zh: String, _ en: String) {
        guard let mine, let theirs, mine != theirs else { return }
        faults.append(
          .init(
            "\(zh)\(mine.plain)，能效清单为\(theirs.plain)，请改为一致",
            "\(en) is \(mine.plain), the efficiency list says \(theirs.plain)",
            fields: [field]))
      }
      let isSameYear = project.baseYear == nil || project.baseYear == line.year
      if isSameYear { check(project.unitBefore, line.judged, "unit_before", "改造前单耗", "Unit consumption before") }
      check(project.unitAfter, line.expectedConsumption, "unit_after", "改造后单耗", "Unit consumption after")
      return faults
    },
    Rule(
      "R38", .library, .warning, "生产线对应的项目应一致", "The line names this project", fields: ["line"]
    ) { project, context in
      guard let line = context.linked(EfficiencyLine.self, project.line), let other = line.project, other != project.id,
        context.linked(Project.self, other) != nil
      else { return [] }
      return [
        .init(
          "能效清单上该生产线对应另一项目“\(line.projectName)”，请核对", "The efficiency list links this line to “\(line.projectName)”")
      ]
    },
  ]
}
