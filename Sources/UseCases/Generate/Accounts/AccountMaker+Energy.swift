import Domain

extension AccountMaker {
  /// Parts of the year's energy by month, together 1 200: less in the month of the spring festival.
  private static let shares = [94, 78, 102, 101, 103, 100, 104, 105, 102, 101, 103, 107]

  /// The year's budget, three per cent below last year's use, and the months: all of 2022 for some, of this year those reported.
  mutating func makeAccounts(_ firm: Enterprise, _ year: EnterpriseYear) -> (EnergyBudget, [EnergyMonth]) {
    var budget = EnergyBudget()
    budget.id = newID()
    budget.year = today.year
    budget.energy = (year.energy ?? Amount(5000)).percent(97).wholeTens
    budget.basis = Bases.equivalent
    budget.co2 = (year.co2 ?? Amount(10_000)).percent(97).wholeTens
    budget.document = "县经信〔\(today.year)〕\(random.int(5...30))号"
    budget.day = Day(year: today.year, month: 2, day: random.int(6...25))
    var months: [EnergyMonth] = []
    if random.chance(25) {
      months += (1...12).map { makeMonth(firm, year, 2022, $0, scale: 100) }
    }
    let scale = random.pick(weighted: [(random.int(86...96), 70), (random.int(100...108), 30)])
    let last = today.adding(days: -20).month
    months += (1...12).compactMap { number in
      guard let month = Month(year: today.year, month: number), month <= last else { return nil }
      return makeMonth(firm, year, today.year, number, scale: scale)
    }
    return (budget, months)
  }

  /// Electricity from the meter, the rest as coal or gas; together the year's energy where all twelve are there.
  mutating func makeMonth(
    _ firm: Enterprise, _ year: EnterpriseYear, _ number: Int, _ month: Int, scale: Int
  ) -> EnergyMonth {
    var record = EnergyMonth()
    record.id = newID()
    record.region = firm.region
    record.enterprise = firm.id
    record.month = Month(year: number, month: month)
    record.source = random.pick(weighted: [("report", 70), ("online", 30)])
    record.reportedOn = record.month.map { $0.lastDay.adding(days: random.int(4...9)) }
    func part(_ whole: Amount) -> Amount { whole.times(Int64(Self.shares[month - 1] * scale), over: 120_000) ?? whole }
    let power = year.electricity ?? .zero
    var electricity = CarrierUse()
    electricity.id = newID()
    electricity.carrier = EnergyFactors.electricity
    electricity.quantity = part(power).roundedToTenths
    record.carriers = [electricity]
    let asCoal = reference.energy.tce(EnergyFactors.electricity, power, basis: .equivalentCalorific) ?? .zero
    let rest = (year.energy ?? .zero) - asCoal
    let fuel = rest > Amount(20_000) ? "raw_coal" : "natural_gas"
    if rest > Amount(12), let unit = reference.energy.tce(fuel, Amount(1), basis: .equivalentCalorific) {
      var row = CarrierUse()
      row.id = newID()
      row.carrier = fuel
      row.quantity = part(rest).divided(by: unit)?.roundedToTenths
      record.carriers.append(row)
    }
    return record
  }

  /// A rating whose level follows from its figures.
  mutating func makeRating(_ firm: Enterprise, _ year: EnterpriseYear) -> CarbonRating {
    var rating = CarbonRating()
    rating.id = newID()
    rating.region = firm.region
    rating.enterprise = firm.id
    rating.year = 2022
    rating.batch = "2022年度第1批"
    rating.ratedOn = Day(year: 2023, month: 4, day: random.int(3...27))
    rating.validUntil = Day(year: 2024, month: 6, day: 30)
    rating.meanStated = mean(of: firm.industry)
    if let co2 = year.co2, let added = year.valueAdded, let mean = rating.meanStated {
      rating.level = reference.carbonLevels.thresholds(for: 2022)?.level(co2: co2, valueAdded: added, mean: mean)
      rating.value = co2.divided(by: added)?.divided(by: mean)
    }
    let co2 = year.co2 ?? .zero
    rating.carbonBand = co2 > Amount(100_000) ? "high" : co2 > Amount(10_000) ? "middle" : "low"
    guard random.chance(15) else { return rating }
    rating.uses = (0..<random.int(1...2)).map { _ in makeUse(rating.level ?? 3) }
    return rating
  }

  /// The industry's mean of the sample: three quarters of the way through the trade's range of intensity.
  private func mean(of industry: String) -> Amount? {
    guard let trade = MadeUpTrade.all.first(where: { $0.industry == industry }) else { return nil }
    let middle = (trade.intensity.lowerBound + trade.intensity.upperBound) / 2 * 3 / 4
    // Tonnes of CO2 for a tonne of coal equivalent: of fuel 2.6, of electricity 4.193.
    let ratio = (100 - trade.electricity) * 2600 + trade.electricity * 4193
    return Amount(scaled: Int64(middle) * Int64(ratio) / 1000)
  }

  private mutating func makeUse(_ level: Int) -> RatingUse {
    let uses: [(area: String, party: String, content: String, effect: String)] = [
      ("finance", "样例农商银行", "碳效贷授信", level <= 2 ? "favoured" : "reference"),
      ("land", "县自然资源和规划局", "工业用地出让准入核查", level >= 4 ? "limited" : "reference"),
      ("energy", "县发展和改革局", "有序用能分档", level >= 4 ? "limited" : "favoured"),
      ("discharge", "市生态环境局", "排污权配额核定参考", "reference"),
      ("green_power", "样例供电公司", "绿电交易优先撮合", "favoured"),
    ]
    let chosen = random.pick(uses)
    var use = RatingUse()
    use.id = newID()
    use.area = chosen.area
    use.day = Day(year: 2023, month: 5, day: random.int(4...29))
    use.party = chosen.party
    use.content = chosen.content
    use.effect = chosen.effect
    if chosen.area == "finance" { use.amount = Amount(random.int(3...40) * 100) }
    return use
  }
}
