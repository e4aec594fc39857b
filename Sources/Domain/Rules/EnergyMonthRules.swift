/// All rules of a month of energy; ids are permanent.
extension EnergyMonth {
  package static let rules: [Rule<EnergyMonth>] = [
    CommonRules.ownRegion("R310", \.region),
    CommonRules.region("R311", of: \.enterprise, is: \.region),
    CommonRules.once(
      "R312", "同一企业一月只有一条", "One record for an enterprise and month", key: \.key, fields: ["enterprise", "month"]),
    Rule("R313", .field, .error, "月份不晚于本月", "The month is not ahead", fields: ["month"]) { record, context in
      guard let month = record.month, month > context.today.month else { return [] }
      return [.init("\(month.iso)尚未到，请改正", "\(month.iso) lies ahead", fields: ["month"])]
    },
    Rule(
      "R314", .record, .error, "同一品种只填一行，系数可用", "One row a carrier, with a factor that can be used",
      fields: ["carriers.carrier", "carriers.factor", "carriers.meter_unit"]
    ) { record, context in
      var seen: Set<String> = []
      return record.carriers.compactMap { row in
        if !row.carrier.isEmpty, !seen.insert(row.carrier).inserted {
          return .row(row.id, "该品种已有一行，请合并", "This carrier is there already; merge them", "carriers.carrier")
        }
        guard row.quantity != nil, !row.carrier.isEmpty, row.energy == nil else { return nil }
        return .row(
          row.id, "不能折标煤：计量单位与品种不符，或缺系数", "No standard coal: the unit does not fit, or a factor is missing",
          "carriers.meter_unit")
      }
    },
    Rule("R315", .record, .error, "至少填一个品种", "At least one carrier", fields: ["carriers.carrier"]) { record, _ in
      record.carriers.isEmpty
        ? [.init("请填分品种用能；未用能的月份填电力0", "Enter the carriers; electricity 0 for a month of none")] : []
    },
    Rule("R316", .record, .error, "绿电不超过用电", "Green power lies within the electricity", fields: ["green_electricity"]) {
      record, _ in
      guard let green = record.greenElectricity, green > record.electricity ?? .zero else { return [] }
      return [
        .init(
          "绿电\(green.grouped)万kWh超过用电\((record.electricity ?? .zero).grouped)万kWh",
          "Green power of \(green.grouped) exceeds the electricity \((record.electricity ?? .zero).grouped)")
      ]
    },
    Rule(
      "R317", .library, .warning, "累计用能不超预算", "The use so far stays within the budget",
      fields: ["carriers.quantity", "month"]
    ) { record, context in
      guard let year = record.year, let firm = context.linked(Enterprise.self, record.enterprise),
        let row = firm.budgets.first(where: { $0.year == year }),
        let standing = BudgetStanding(row, Self.months(of: record, context)), standing.state != "within",
        standing.state != "no_use", let forecast = standing.forecast
      else { return [] }
      return [
        .init(
          "\(year)年已用\(standing.used.fixed(0))tce，预算\(standing.budget.grouped)，按\(standing.months)个月推算全年\(forecast.fixed(0))",
          "\(year): \(standing.used.fixed(0)) tce used of \(standing.budget.grouped); \(standing.months) months point to \(forecast.fixed(0))"
        )
      ]
    },
    Rule(
      "R318", .library, .warning, "两高项目用能不超节能审查批复", "A project of high energy use stays within its approval",
      fields: ["approved_energy", "two_high"]
    ) { record, context in
      guard record.isTwoHigh, let approved = record.approvedEnergy, let year = record.year else { return [] }
      let used = Amount.sum(
        Self.months(of: record, context).filter { $0.year == year && $0.isTwoHigh }.compactMap(\.energy))
      guard let used, used > approved else { return [] }
      return [
        .init(
          "\(year)年已用\(used.fixed(0))tce，超过节能审查批复\(approved.grouped)tce",
          "\(year): \(used.fixed(0)) tce used, above the \(approved.grouped) approved")
      ]
    },
    Rule(
      "R319", .library, .warning, "与上月、上年同月相差不宜过大", "Near the month before and a year ago",
      fields: ["carriers.quantity"]
    ) { record, context in
      guard let month = record.month, let energy = record.energy else { return [] }
      let others = Self.months(of: record, context)
      let before = others.first { $0.month == month.adding(months: -1) }?.energy
      let yearAgo = others.first { $0.month == month.adding(months: -12) }?.energy
      let known = [before, yearAgo].compactMap { $0 }
      guard !known.isEmpty, known.allSatisfy({ RuleTools.differ(energy, $0, percent: 50) }) else { return [] }
      return [
        .init(
          "本月\(energy.fixed(0))tce，与上月、上年同月均相差五成以上，请核对单位",
          "\(energy.fixed(0)) tce is over half off the month before and a year ago; check the units")
      ]
    },
  ]

  /// The enterprise's months, this record as it is now among them.
  private static func months(of record: EnergyMonth, _ context: RuleContext) -> [EnergyMonth] {
    guard let enterprise = record.enterprise else { return [record] }
    let kept = context.records(EnergyMonth.self, where: "enterprise", is: .record(enterprise))
    return kept.filter { $0.id != record.id } + [record]
  }
}
