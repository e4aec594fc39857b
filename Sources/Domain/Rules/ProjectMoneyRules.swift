/// Investment, its parts, funding and supports.
extension Project {
  static let moneyRules: [Rule<Project>] = [
    Rule(
      "R27", .record, .warning, "总投资应等于措施、土建、其他之和", "The total is measures + construction + other",
      fields: ["investment_declared", "investment_equipment", "measures.investment"]
    ) { project, _ in
      guard let total = project.derived.investment else { return [] }
      let rest = [project.investmentConstruction, project.investmentOther].compactMap { $0 }
      let measures = project.measures.compactMap(\.investment)
      if !measures.isEmpty, let sum = Amount.sum(measures + rest), RuleTools.differ(sum, total, percent: 1) {
        return [
          .init(
            "措施、土建、其他之和\(sum.grouped)，总投资\(total.grouped)万元，请核对",
            "Measures, construction and other are \(sum.grouped), the total \(total.grouped); please check",
            fields: ["investment_equipment", "measures.investment"])
        ]
      }
      guard let declared = project.investmentDeclared, RuleTools.differ(total, declared, percent: 1) else { return [] }
      return [
        .init(
          "各部分之和\(total.grouped)，申报总投资\(declared.grouped)万元，请核对",
          "The parts are \(total.grouped), the declared total \(declared.grouped); please check",
          fields: ["investment_declared"])
      ]
    },
    Rule(
      "R28", .record, .warning, "资金来源之和应等于总投资", "The funding is the total",
      fields: ["fund_own", "fund_loans", "fund_central", "fund_province", "fund_city", "fund_county"]
    ) { project, _ in
      let funds = [
        project.fundCentral, project.fundProvince, project.fundCity, project.fundCounty, project.fundOwn,
        project.fundLoans,
      ].compactMap { $0 }
      guard !funds.isEmpty, let total = project.derived.investment, let sum = Amount.sum(funds),
        RuleTools.differ(sum, total, percent: 1)
      else { return [] }
      return [
        .init(
          "资金来源合计\(sum.grouped)，总投资\(total.grouped)万元，请核对",
          "Funding is \(sum.grouped), the total \(total.grouped); please check")
      ]
    },
    Rule(
      "R29", .library, .warning, "单位节能投资应在同类项目常见范围内", "Investment per tce is usual for its kind",
      fields: ["investment", "saving"]
    ) { project, context in
      guard let investment = project.derived.investment, let saving = project.derived.saving, saving > .zero,
        let each = investment.divided(by: saving),
        let found = try? context.library.investmentRange(ofKind: project.kind),
        found.count >= 30, let least = found.low.times(1, over: 2), let most = found.high.adding(found.high),
        each < least || each > most
      else { return [] }
      return [
        .init(
          "每吨标准煤投资\(each.grouped)万元，同类\(found.count)项在\(least.grouped)至\(most.grouped)之间，请核对",
          "\(each.grouped) (10k CNY) per tce; \(found.count) of its kind lie between \(least.grouped) and \(most.grouped)"
        )
      ]
    },
    Rule(
      "R30", .record, .error, "分县份额不重复、不超总数", "Shares name each county once and stay within the total",
      fields: ["shares.region", "shares.investment", "shares.saving"]
    ) { project, _ in
      var seen: Set<String> = []
      var faults: [Rule<Project>.Fault] = project.shares.compactMap { row in
        guard !row.region.isEmpty, !seen.insert(row.region).inserted else { return nil }
        return .row(row.id, "该地区已有份额，请合并", "This county has a share already; merge them", "shares.region")
      }
      func check(_ parts: [Amount?], _ total: Amount?, _ field: String, _ zh: String, _ en: String) {
        guard let sum = Amount.sum(parts.compactMap { $0 }), let total, sum > total else { return }
        faults.append(
          .init(
            "各县\(zh)之和\(sum.grouped)超过总数\(total.grouped)，请改正",
            "The counties' \(en) \(sum.grouped) exceeds the total \(total.grouped)",
            fields: ["shares.\(field)"]))
      }
      check(project.shares.map(\.investment), project.derived.investment, "investment", "投资", "investment")
      check(project.shares.map(\.saving), project.derived.saving, "saving", "节能量", "saving")
      check(project.shares.map(\.kilowatts), project.pvKilowatts, "kw", "光伏容量", "PV capacity")
      return faults
    },
    Rule(
      "R31", .record, .warning, "同一项目不应重复享受互斥的支持", "Supports that exclude each other are not combined",
      fields: ["supports.kind"]
    ) { project, context in
      context.reference.exclusiveSupports.pairs.compactMap { pair in
        guard project.supports.contains(where: { $0.kind == pair.one }),
          let row = project.supports.last(where: { $0.kind == pair.other }),
          let first = Supports.list[pair.one]?.label, let second = Supports.list[pair.other]?.label
        else { return nil }
        return .row(
          row.id, "“\(first.zh)”与“\(second.zh)”不得重复享受，请核对",
          "“\(first.en)” and “\(second.en)” exclude each other; please check",
          "supports.kind")
      }
    },
  ]
}
