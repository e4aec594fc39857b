/// Rules of an enterprise against the energy accounts; ids are permanent.
extension Enterprise {
  static let budgetRules: [Rule<Enterprise>] = [
    Rule(
      "R72", .library, .warning, "年度能耗应等于各月之和", "A year's energy is the sum of its months", fields: ["years.energy"]
    ) { enterprise, context in
      let months = enterprise.years.isEmpty ? [] : enterprise.months(in: context.library)
      return enterprise.years.compactMap { row in
        guard let year = row.year, let energy = row.energy else { return nil }
        let own = months.filter { $0.year == year }
        let figures = own.compactMap { row.basis == Bases.primary ? $0.energyPrimary : $0.energy }
        guard Set(own.compactMap(\.month)).count == 12, figures.count == 12, let sum = Amount.sum(figures),
          RuleTools.differ(sum, energy, percent: 1)
        else { return nil }
        return .row(
          row.id, "\(year)年用能台账12个月合计\(sum.grouped)tce，与年度能耗\(energy.grouped)相差超过1%，请核对",
          "\(year): the twelve months add up to \(sum.grouped) tce, over 1 % off \(energy.grouped)", "years.energy")
      }
    },
    Rule("R73", .record, .error, "每年一份预算", "One budget a year", fields: ["budgets.year"]) { enterprise, _ in
      var seen: Set<Int> = []
      return enterprise.budgets.compactMap { row in
        guard let year = row.year, !seen.insert(year).inserted else { return nil }
        return .row(row.id, "\(year)年已有预算，请合并", "\(year) has a budget already; merge them", "budgets.year")
      }
    },
    Rule(
      "R74", .record, .warning, "用能(预计)超预算应采取措施", "An overrun budget asks for measures", fields: ["budgets.energy"]
    ) { enterprise, _ in
      guard ["over", "forecast_over"].contains(enterprise.budgetState), let year = enterprise.budgetYear,
        let row = enterprise.budgets.first(where: { $0.year == year })
      else { return [] }
      return [
        .row(
          row.id,
          "\(year)年预算\(enterprise.budget?.grouped ?? "")tce，已用\(enterprise.budgetUsed?.fixed(0) ?? "")，预计全年\(enterprise.budgetForecast?.fixed(0) ?? "")",
          "\(year): \(enterprise.budgetUsed?.fixed(0) ?? "") tce of \(enterprise.budget?.grouped ?? "") used, \(enterprise.budgetForecast?.fixed(0) ?? "") forecast",
          "budgets.energy")
      ]
    },
  ]
}
