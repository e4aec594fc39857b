/// Energy before and after, savings, CO2.
extension Project {
  static let energyRules: [Rule<Project>] = [
    Rule(
      "R15", .record, .error, "应填至少一项预期目标", "At least one expected result",
      fields: ["saving_declared", "renewable_output", "co2_declared", "water_saving"]
    ) { project, _ in
      let results: [Amount?] = [
        project.savingDeclared, project.renewableOutput, project.substitutionDeclared, project.co2Declared,
        project.waterSaving, project.wasteTonnes, project.reuseAfter, project.storageKilowattHours,
      ]
      guard project.energy.isEmpty, !results.contains(where: { ($0 ?? .zero) > .zero }) else { return [] }
      return [.init("请填分品种能源、替代量、减碳量、节水量中至少一项", "Give energy by carrier, substitution, CO2 cut or water saved")]
    },
    Rule(
      "R16", .record, .error, "各项节能量应同一口径且能折算", "All savings on one basis that can be computed",
      fields: ["basis", "saving_declared"]
    ) { project, context in
      guard project.basis == Bases.primary, !project.energy.isEmpty,
        !EnergyUse.hasPrimaryFactor(in: context.reference)
      else { return [] }
      return [
        .init(
          "电力等价系数未设，不能按等价折算；请改用当量，或请管理员录入系数及来源",
          "No primary-energy factor is set; use the calorific basis, or ask the administrator for one with its source",
          fields: ["basis"])
      ]
    },
    Rule(
      "R17", .record, .error, "每种能源填一行，折标系数可用", "One row a carrier, with a usable factor",
      fields: ["energy.carrier", "energy.factor"]
    ) { project, context in
      var seen: Set<String> = []
      return project.energy.compactMap { row in
        if row.carrier.isEmpty { return nil }
        if !seen.insert(row.carrier).inserted {
          return .row(row.id, "同一能源只填一行，请合并", "One row a carrier; merge them", "energy.carrier")
        }
        return row.factorProblem(in: context.reference).map {
          .row(row.id, $0.zh, $0.en, "energy.factor")
        }
      }
    },
    Rule(
      "R18", .record, .warning, "申报节能量应等于改造前减改造后", "The declared saving is before minus after",
      fields: ["saving_declared", "energy.before", "energy.after"]
    ) { project, _ in
      guard !project.energy.isEmpty, let declared = project.savingDeclared else { return [] }
      let derived = project.basis == Bases.primary ? project.derived.savingPrimary : project.derived.saving
      guard let derived, RuleTools.differ(declared, derived, percent: 1) else { return [] }
      return [
        .init(
          "申报\(declared.grouped)，按分品种计算为\(derived.grouped)tce/年，请核对",
          "Declared \(declared.grouped), the carriers give \(derived.grouped) tce/a; please check")
      ]
    },
    Rule(
      "R19", .record, .warning, "节能量应等于各措施之和", "The saving is the sum of the measures",
      fields: ["saving_declared", "measures.saving"]
    ) { project, _ in
      let parts = project.measures.compactMap(\.saving)
      let saving = project.basis == Bases.primary ? project.derived.savingPrimary : project.derived.saving
      guard !parts.isEmpty, let saving, let sum = Amount.sum(parts), RuleTools.differ(sum, saving, percent: 1)
      else { return [] }
      return [
        .init(
          "各措施节能量之和\(sum.grouped)，预期\(saving.grouped)tce/年，请核对",
          "The measures save \(sum.grouped), the project \(saving.grouped) tce/a; please check")
      ]
    },
    Rule(
      "R20", .library, .error, "改造前能耗不应超过企业基准年能耗", "Energy before is within the firm's of the base year",
      fields: ["energy.before", "base_year"]
    ) { project, context in
      guard project.basis == Bases.equivalent, let before = project.derived.energyBefore,
        let firm = context.linked(Enterprise.self, project.enterprise),
        let year = firm.year(project.baseYear), year.basis == Bases.equivalent, let energy = year.energy,
        before > energy
      else { return [] }
      return [
        .init(
          "改造前\(before.grouped)tce超过企业\(project.baseYear ?? 0)年综合能耗\(energy.grouped)tce，请核对计量单位和边界",
          "\(before.grouped) tce before exceeds the firm's \(energy.grouped) tce of that year; check units and boundary"
        )
      ]
    },
    Rule(
      "R22", .record, .warning, "节能量一般不超过边界能耗的一半", "Seldom is more than half of the energy saved",
      fields: ["energy.before", "energy.after"]
    ) { project, _ in
      guard let before = project.derived.energyBefore, before > .zero, let saving = project.derived.saving,
        saving.adding(saving).map({ $0 > before }) ?? true
      else { return [] }
      return [
        .init(
          "节能量占改造前能耗的\(RuleTools.percent(saving, of: before))%，请核对改造前后数据",
          "\(RuleTools.percent(saving, of: before)) % of the energy before is saved; check both figures")
      ]
    },
    Rule(
      "R23", .library, .warning, "单耗乘产量应与边界能耗相近", "Unit consumption x output is near the boundary's energy",
      fields: ["unit_before", "energy.before"]
    ) { project, context in
      guard let unit = project.unitBefore, let before = project.derived.energyBefore,
        let line = context.linked(EfficiencyLine.self, project.line), let output = line.output,
        let level = context.reference.level(product: line.product, year: line.year, region: line.region),
        let energy = level.tce(of: output, at: unit, in: context.reference),
        RuleTools.differ(before, energy, percent: 10)
      else { return [] }
      return [
        .init(
          "单耗×产量为\(energy.grouped)tce，边界能耗为\(before.grouped)tce，相差超过一成，请核对",
          "Unit consumption x output is \(energy.grouped) tce, the boundary's energy \(before.grouped); please check")
      ]
    },
    Rule(
      "R24", .record, .warning, "申报减碳量应与分品种计算相符", "The declared CO2 cut fits the carriers", fields: ["co2_declared"]
    ) { project, _ in
      guard !ProjectKinds.otherCarbon.contains(project.kind), !project.energy.isEmpty,
        let declared = project.co2Declared, let derived = project.derived.co2Cut,
        RuleTools.differ(declared, derived, percent: 10)
      else { return [] }
      return [
        .init(
          "申报减碳\(declared.grouped)，按分品种计算为\(derived.grouped)吨/年，请核对",
          "Declared \(declared.grouped), the carriers give \(derived.grouped) t/a; please check")
      ]
    },
    Rule(
      "R25", .record, .warning, "改造后能耗应低于改造前", "Less energy after than before",
      fields: ["energy.before", "energy.after"]
    ) { project, _ in
      guard let saving = project.derived.saving, saving <= .zero, !project.energy.isEmpty else { return [] }
      return [
        .init(
          "按分品种计算不节能(\(saving.grouped)tce/年)，请核对", "The carriers save nothing (\(saving.grouped) tce/a); please check")
      ]
    },
  ]
}
