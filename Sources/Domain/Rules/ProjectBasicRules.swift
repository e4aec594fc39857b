/// What a project is, where it stands, and what a tier asks of it at entry.
extension Project {
  static let basicRules: [Rule<Project>] = [
    Rule("R02", .record, .error, "归口地区应在本人所属地区之内", "The region lies inside one's own", fields: ["region"]) {
      project, context in
      guard let scope = context.scope, !project.region.isEmpty,
        !context.reference.regions.isIn(project.region, scope)
      else { return [] }
      return [
        .init("归口地区不在本人所属地区内，请改选或交由该地区填报", "This region is outside your own; choose another or leave it to that region")
      ]
    },
    Rule("R03", .record, .error, "类型应属于所选改造领域", "The kind belongs to the focus area", fields: ["kind", "focus_area"]) {
      project, _ in
      guard let kind = ProjectKinds.list[project.kind], !project.focusArea.isEmpty,
        kind.parent != project.focusArea, let area = kind.parent.flatMap({ FocusAreas.list[$0] })
      else { return [] }
      return [
        .init(
          "“\(kind.label.zh)”属于“\(area.label.zh)”，请改选改造领域或类型",
          "“\(kind.label.en)” belongs to “\(area.label.en)”; change the area or the kind")
      ]
    },
    Rule("R04", .field, .error, "项目代码形式应正确", "The project code is well formed", fields: ["project_code"]) {
      project, _ in
      guard !project.projectCode.isEmpty, let problem = ProjectCode.problem(in: project.projectCode) else { return [] }
      return [.init(problem.label.zh, problem.label.en)]
    },
    Rule(
      "R05", .record, .warning, "项目代码的地区和年月应与项目相符", "The code's region and month fit the project",
      fields: ["project_code", "region"]
    ) { project, context in
      guard let code = ProjectCode(project.projectCode) else { return [] }
      var faults: [Rule<Project>.Fault] = []
      if let month = code.month, month > context.today.month {
        faults.append(
          .init(
            "项目代码的年月\(month.iso)晚于本月，请核对", "The code's month \(month.iso) lies ahead; please check",
            fields: ["project_code"]))
      }
      // City and province approve too: their codes end in zeros.
      let approved = code.regionCode.hasSuffix("0000") ? 2 : code.regionCode.hasSuffix("00") ? 4 : 6
      let place = project.division.isEmpty ? project.region : project.division
      // A unit without a division of its own (市本级, a zone) is known by its city only.
      let prefix = place.utf8.contains { $0 > 0x39 } ? min(4, approved) : approved
      if !place.isEmpty, place.prefix(prefix) != code.regionCode.prefix(prefix) {
        faults.append(
          .init(
            "项目代码中的地区\(code.regionCode)与项目所在地不同，请核对",
            "The code's region \(code.regionCode) is not the project's; please check"))
      }
      return faults
    },
    Rule(
      "R45", .record, .warning, "应达到拟入库层级的入库条件", "The entry tests of the next tier are met",
      fields: ["investment", "saving"]
    ) { project, context in
      context.reference.entryTests.all.flatMap { test in test.faults(of: project, context) }
    },
  ]

  static let kindRules: [Rule<Project>] = [
    Rule(
      "R46", .record, .warning, "光伏装机应与屋顶面积相称", "PV capacity fits the roof", fields: ["pv_kw", "pv_area"]
    ) { project, _ in
      guard project.kind == "roof_pv", let power = project.pvKilowatts, let area = project.pvArea,
        let density = power.divided(by: area)
      else { return [] }
      // Modules of today give 0.10 to 0.22 kW/m2 of roof.
      guard density > Amount(scaled: 2500) || density < Amount(scaled: 300) else { return [] }
      return [
        .init(
          "每平方米屋顶\(density.plain)千瓦，不在0.03至0.25之间，请核对单位",
          "\(density.plain) kW/m2 is outside 0.03 to 0.25; check the units")
      ]
    },
    Rule(
      "R47", .record, .warning, "储能容量应与功率相称", "Storage capacity fits its power", fields: ["storage_kw", "storage_kwh"]
    ) { project, _ in
      guard ProjectKinds.storage.contains(project.kind), let power = project.storageKilowatts,
        let capacity = project.storageKilowattHours, let hours = capacity.divided(by: power)
      else { return [] }
      guard hours < Amount(scaled: 5000) || hours > Amount(12) else { return [] }
      return [.init("储能时长\(hours.plain)小时，请核对单位", "\(hours.plain) hours of storage; check the units")]
    },
    Rule(
      "R48", .record, .error, "改造后回用水量应大于改造前", "More water is reused after than before",
      fields: ["reuse_before", "reuse_after"]
    ) { project, _ in
      guard ProjectKinds.water.contains(project.kind), let before = project.reuseBefore,
        let after = project.reuseAfter, after <= before
      else { return [] }
      return [.init("改造后回用水量不大于改造前，请核对", "Water reused after is not above before; please check")]
    },
    Rule(
      "R49", .record, .warning, "光伏年发电量应与装机相称", "PV output fits its capacity", fields: ["renewable_output", "pv_kw"]
    ) { project, _ in
      guard ProjectKinds.pv.contains(project.kind), let output = project.renewableOutput,
        let power = project.pvKilowatts, let hours = output.times(10_000 * Amount.scale, over: power.scaled)
      else { return [] }
      guard hours < Amount(600) || hours > Amount(1500) else { return [] }
      return [
        .init(
          "年利用\(hours.fixed(0))小时，不在600至1500之间，请核对",
          "\(hours.fixed(0)) hours a year is outside 600 to 1500; please check")
      ]
    },
  ]
}
