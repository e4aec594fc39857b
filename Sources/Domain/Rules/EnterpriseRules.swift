/// All rules of an enterprise; ids are permanent.
extension Enterprise {
  /// Identity, years, then changes.
  package static let rules: [Rule<Enterprise>] = identityRules + yearRules + changeRules + budgetRules

  /// By the industry's division.
  private static let usualSectors = [
    "17": ["textile"], "22": ["paper"], "25": ["petrochemical", "chemical"], "26": ["chemical", "petrochemical"],
    "28": ["chemical_fibre"], "30": ["building_materials"], "31": ["steel"], "32": ["nonferrous"],
  ]

  private static let identityRules: [Rule<Enterprise>] = [
    Rule(
      "R60", .field, .error, "统一社会信用代码的校验码应正确", "The credit code's check characters are right", fields: ["credit_code"]
    ) { enterprise, _ in
      let code = enterprise.creditCode
      guard !code.isEmpty, TemporaryCode(code) == nil, let problem = CreditCode.problem(in: code) else { return [] }
      return [.init(problem.label.zh, problem.label.en, severity: problem == .unknownRegion ? .warning : .error)]
    },
    Rule("R61", .field, .warning, "临时代码应尽快补正", "A temporary code is to be completed", fields: ["credit_code"]) {
      enterprise, _ in
      guard enterprise.needsCode else { return [] }
      return [.init("现用临时代码，请补统一社会信用代码", "A temporary code is in use; give the credit code")]
    },
    Rule("R62", .field, .error, "厂区号为两位数字", "The plant number has two digits", fields: ["plant"]) { enterprise, _ in
      let digits = enterprise.plant.utf8
      guard !enterprise.plant.isEmpty, digits.count != 2 || !digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
        return []
      }
      return [.init("厂区号应为00至99，00为企业整体", "A plant is 00 to 99; 00 is the whole firm")]
    },
    Rule(
      "R63", .library, .error, "同一代码和厂区号只登记一次", "One record for a code and plant", fields: ["credit_code", "plant"]
    ) { enterprise, context in
      guard !enterprise.key.isEmpty else { return [] }
      let twins = context.records(Enterprise.self, where: "key", is: .text(enterprise.key))
      guard let twin = twins.first(where: { $0.id != enterprise.id }) else { return [] }
      return [
        .init(
          "该代码和厂区号已登记为“\(twin.name)”，请改用该记录或另给厂区号",
          "Registered already as “\(twin.name)”; use that record or another plant number")
      ]
    },
    Rule("R64", .record, .error, "归口地区应在本人所属地区之内", "The region lies inside one's own", fields: ["region"]) {
      enterprise, context in
      guard let scope = context.scope, !enterprise.region.isEmpty,
        !context.reference.regions.isIn(enterprise.region, scope)
      else { return [] }
      return [
        .init("归口地区不在本人所属地区内，请改选或交由该地区填报", "This region is outside your own; choose another or leave it to that region")
      ]
    },
    Rule(
      "R65", .record, .warning, "领域应与行业相符", "The sector fits the industry", fields: ["sector", "industry"]
    ) { enterprise, _ in
      guard let sectors = usualSectors[String(enterprise.industry.prefix(2))], !enterprise.sector.isEmpty,
        !sectors.contains(enterprise.sector), let label = Sectors.list[sectors[0]]?.label
      else { return [] }
      return [.init("该行业通常归“\(label.zh)”，请核对领域", "This industry is usually “\(label.en)”; check the sector")]
    },
    Rule(
      "R66", .library, .warning, "关停、注销的企业不应有在产生产线或在建项目", "Nothing runs at an enterprise that has ended",
      fields: ["state"]
    ) { enterprise, context in
      guard EnterpriseStates.ended.contains(enterprise.state), enterprise.id != .unset else { return [] }
      let link = Value.record(enterprise.id)
      let lines = context.records(EfficiencyLine.self, where: "enterprise", is: link).filter { $0.state == "running" }
      let projects = context.records(Project.self, where: "enterprise", is: link)
        .filter { $0.derived.stage == "reserve" || $0.derived.stage == "under_way" }
      guard !lines.isEmpty || !projects.isEmpty else { return [] }
      return [
        .init(
          "仍有在产生产线\(lines.count)条、未完成项目\(projects.count)项，请一并处理",
          "\(lines.count) running lines and \(projects.count) unfinished projects remain; settle them too")
      ]
    },
  ]

  private static let yearRules: [Rule<Enterprise>] = [
    Rule(
      "R69", .record, .warning, "能耗和规模填在企业整体(厂区号00)", "Energy and scale belong to the whole firm (plant 00)",
      fields: ["plant", "years.energy"]
    ) { enterprise, _ in
      guard !enterprise.plant.isEmpty, enterprise.plant != "00",
        let row = enterprise.years.first(where: { $0.energy != nil })
      else { return [] }
      return [
        .row(
          row.id, "厂区的能耗不计入合计，请填在企业整体(00)", "A plant's energy is not summed; enter it with the whole firm (00)",
          "years.energy")
      ]
    },
    Rule(
      "R67", .record, .error, "每年一行，且不晚于今年", "One row a year, none ahead", fields: ["years.year"]
    ) { enterprise, context in
      var seen: Set<Int> = []
      return enterprise.years.compactMap { row in
        guard let year = row.year else { return nil }
        if year > context.today.year { return .row(row.id, "\(year)年尚未到，请改正", "\(year) lies ahead", "years.year") }
        return seen.insert(year).inserted
          ? nil : .row(row.id, "\(year)年已有一行，请合并", "\(year) is there already; merge them", "years.year")
      }
    },
    Rule(
      "R68", .record, .warning, "年度数据应相互合理", "The figures of a year fit one another",
      fields: ["years.energy", "years.electricity", "years.value_added", "years.waste_used"]
    ) { enterprise, context in
      enterprise.years.flatMap { row -> [Rule<Enterprise>.Fault] in
        let year = row.year.map(String.init) ?? ""
        var faults: [Rule<Enterprise>.Fault] = []
        if row.basis == Bases.equivalent, let energy = row.energy, let power = row.electricity,
          let part = EnergyUse.electricityTCE(power, in: context.reference), part > energy
        {
          faults.append(
            .row(
              row.id, "\(year)年用电折\(part.grouped)tce，超过综合能耗\(energy.grouped)tce，请核对单位",
              "\(year): electricity alone is \(part.grouped) tce, above all energy \(energy.grouped); check the units",
              "years.energy", "years.electricity"))
        }
        if let added = row.valueAdded, let output = row.output, added > output {
          faults.append(
            .row(row.id, "\(year)年增加值大于总产值，请核对", "\(year): value added exceeds output", "years.value_added"))
        }
        if let used = row.wasteUsed, let made = row.wasteMade, used > made {
          faults.append(
            .row(
              row.id, "\(year)年固废利用量大于产生量，请核对(含往年贮存的请注明)", "\(year): more solid waste used than made; say if old stock",
              "years.waste_used"))
        }
        if row.keyEnergyUser, row.basis == Bases.equivalent, let energy = row.energy, energy < Amount(1000) {
          faults.append(
            .row(
              row.id, "\(year)年标为重点用能，能耗仅\(energy.grouped)tce，请核对",
              "\(year): a key energy user of \(energy.grouped) tce?",
              "years.key_energy_user"))
        }
        return faults
      }
    },
  ]

  private static let changeRules: [Rule<Enterprise>] = [
    Rule(
      "R70", .record, .error, "变动日期不晚于今天，更名应有原名称", "Changes are past, a rename has its old name",
      fields: ["changes.day", "changes.old_name", "changes.old_code"]
    ) { enterprise, context in
      enterprise.changes.compactMap { row in
        if RuleTools.isFuture(row.day, context) {
          return .row(row.id, "变动日期晚于今天，请改正", "The day of the change lies ahead", "changes.day")
        }
        if row.kind == "rename", row.oldName.isEmpty || row.oldName == enterprise.name {
          return .row(row.id, "请填更名前的名称", "Give the name before the change", "changes.old_name")
        }
        guard row.kind == "recode", row.oldCode.isEmpty else { return nil }
        return .row(row.id, "请填变更前的代码", "Give the code before the change", "changes.old_code")
      }
    },
    Rule(
      "R71", .record, .warning, "关停、合并应登记变动", "Closing and merging are entered as changes",
      fields: ["state", "changes.successor"]
    ) { enterprise, _ in
      if let row = enterprise.changes.first(where: { $0.kind == "merge" && $0.successor == nil }) {
        return [
          .row(row.id, "请选合并后的承继企业，以便查到历史数据", "Name the successor, so that its history is found", "changes.successor")
        ]
      }
      guard EnterpriseStates.ended.contains(enterprise.state),
        !enterprise.changes.contains(where: { $0.kind == "close" || $0.kind == "merge" })
      else { return [] }
      return [.init("请在变动中登记关停日期和依据", "Enter the closing with its day and document under changes", fields: ["state"])]
    },
  ]
}
