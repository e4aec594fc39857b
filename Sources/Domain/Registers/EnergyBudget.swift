/// A year's energy budget of an enterprise 用能预算 (clause 5), as the document gives it.
package struct EnergyBudget: Child {
  package var id = RecordID.unset
  package var year: Int?
  package var energy: Amount?
  package var basis = ""
  package var co2: Amount?
  package var document = ""
  package var day: Day?
  package var remark = ""

  package init() {}

  package static let fields: [Field<EnergyBudget>] = [
    .year("year", \.year, "年度", "Year").required(),
    .amount("energy", \.energy, "用能预算", "Energy budget", .tce).required(),
    .code("basis", \.basis, "电力口径", "Electricity basis", Bases.list).required(),
    .amount("co2", \.co2, "碳排放预算", "CO2 budget", .tonne),
    .text("document", \.document, "文号", "Document no."),
    .day("day", \.day, "下达日期", "Issued on"),
    .text("remark", \.remark, "备注", "Remark", max: 300),
  ]
}

/// How a year's use stands to its budget: used, left, forecast, on the budget's basis.
package struct BudgetStanding: Hashable, Sendable {
  /// The budget's year.
  package let year: Int
  /// What may be used in it, tce.
  package let budget: Amount
  /// How electricity counts in it: a code of `Bases.list`.
  package let basis: String
  /// What the months reported so far add up to.
  package let used: Amount
  /// Months with a figure on the budget's basis.
  package let months: Int
  /// Months reported without one: left out, and said.
  package let monthsWithout: Int

  /// What is left; below zero when overrun.
  package var left: Amount { budget - used }
  /// The year at the pace of the months so far; nil before the first.
  package var forecast: Amount? { months > 0 ? used.times(12, over: Int64(months)) : nil }

  /// A code of `EnergyCodes.budgetStates`.
  package var state: String {
    guard months > 0 else { return "no_use" }
    if used > budget { return "over" }
    return forecast.map { $0 > budget } ?? false ? "forecast_over" : "within"
  }

  /// The standing of a budget by the enterprise's months; nil for a budget without year or amount.
  package init?(_ row: EnergyBudget, _ months: [EnergyMonth]) {
    guard let year = row.year, let budget = row.energy else { return nil }
    let own = months.filter { $0.year == year }
    let figures = own.compactMap { row.basis == Bases.primary ? $0.energyPrimary : $0.energy }
    (self.year, self.budget, basis) = (year, budget, row.basis)
    used = Amount.sum(figures) ?? .zero
    self.months = figures.count
    monthsWithout = own.count - figures.count
  }
}

extension Enterprise {
  /// How the last budget stands, by the months of the energy accounts.
  mutating func deriveBudget(in library: any LibraryLookup) {
    (budgetYear, budget, budgetUsed, budgetLeft, budgetForecast, budgetState) = (nil, nil, nil, nil, nil, "")
    guard let standing = budgets.isEmpty ? nil : standing(months(in: library)) else { return }
    budgetYear = standing.year
    budget = standing.budget
    budgetUsed = standing.used
    budgetLeft = standing.left
    budgetForecast = standing.forecast
    budgetState = standing.state
  }

  /// The months that the energy accounts have of it.
  package func months(in library: any LibraryLookup) -> [EnergyMonth] {
    guard id != .unset else { return [] }
    let found = (try? library.documents(EnergyMonth.schema.id, where: "enterprise", is: .record(id))) ?? []
    return found.map { EnergyMonth.schema.record($0) }
  }

  private func standing(_ months: [EnergyMonth]) -> BudgetStanding? {
    budgets.compactMap { BudgetStanding($0, months) }.max { $0.year < $1.year }
  }
}
