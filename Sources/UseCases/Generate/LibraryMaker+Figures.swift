import Domain

extension LibraryMaker {
  /// How much of the province's industry stands in each city, in per cent: made up, and all that the split hangs on.
  private static let cityShares = [
    "330100": 14, "330200": 17, "330300": 9, "330400": 13, "330500": 9, "330600": 12, "330700": 9, "330800": 6,
    "330900": 2, "331000": 7, "331100": 2,
  ]
  /// Indicators whose targets are shared out to the cities; counties get those of the second list.
  private static let shared = [
    "diagnoses", "started", "key_started", "roof_pv", "factories", "audits", "zero_waste", "water_saving",
    "water_benchmark", "parks",
  ]
  private static let sharedToCounties = ["diagnoses", "started", "roof_pv", "audits"]
  private static let citiesThatSplit: Set<String> = ["330100", "330200", "330500", "330600", "330800"]
  /// What each year is to bring of the whole, in per cent.
  private static let years = [(2022, 25), (2023, 40), (2024, 35)]

  /// Targets of the province, its cities and some counties, and what departments have sent up to today.
  ///
  /// Made last and with nothing of what came before: the other lists are the same with and without them.
  package mutating func makeFigures() -> [Document] {
    makeTargets().map(RegionTarget.schema.document) + makeStatistics().map(OfficialValue.schema.document)
  }

  // MARK: Targets

  /// A region's cumulative target and that of each year.
  private struct Years {
    let whole: Amount
    let years: [Amount]
  }

  private mutating func makeTargets() -> [RegionTarget] {
    let regions = reference.regions
    guard let top = regions.provinces.first else { return [] }
    var targets: [RegionTarget] = []
    for indicator in Indicators.all(in: reference) {
      if indicator.isRatio {
        targets += makeRatioTargets(indicator, top)
        continue
      }
      guard let value = indicator.value else { continue }
      targets += makeYears(indicator, top, Self.years(of: value))
      guard Self.shared.contains(indicator.id) else { continue }
      let cities = regions.children(of: top.code)
      // Two splits do not add up, as it happens: one leaves a rest, one promises more than was asked.
      let whole =
        switch indicator.id {
        case "audits": value - Amount(20)
        case "zero_waste": value + Amount(6)
        default: value
        }
      let parts = Self.split(Self.years(of: whole), by: cities.map { Self.cityShares[$0.code] ?? 0 })
      for (city, part) in zip(cities, parts) {
        targets += makeYears(indicator, city, part)
        guard Self.sharedToCounties.contains(indicator.id), Self.citiesThatSplit.contains(city.code) else { continue }
        let counties = regions.children(of: city.code)
        let weights = counties.enumerated().map { place, county in
          (county.isLocal ? 2 : regions.isIn(county.code, "山区26县") ? 6 : 14) + place * 5 % 7
        }
        for (county, share) in zip(counties, Self.split(part, by: weights)) {
          targets += makeYears(
            indicator, county, indicator.id == "started" ? share : Years(whole: share.whole, years: []))
        }
      }
    }
    return targets
  }

  private mutating func makeYears(_ indicator: Indicator, _ region: Region, _ target: Years) -> [RegionTarget] {
    var targets = [makeTarget(indicator, region, "cumulative", indicator.schedule.deadline.year, target.whole)]
    guard indicator.schedule.deadline.year == 2024 else { return targets }
    for ((year, _), part) in zip(Self.years, target.years) {
      targets.append(makeTarget(indicator, region, "yearly", year, part))
    }
    return targets
  }

  private static func years(of whole: Amount) -> Years { Years(whole: whole, years: split(whole, by: years.map(\.1))) }

  /// Parts of a target and of its years, both of which add up: the last year of each part is what its others leave.
  private static func split(_ target: Years, by weights: [Int]) -> [Years] {
    let wholes = split(target.whole, by: weights)
    let early = target.years.dropLast().map { year in
      Apportionment.split(year, by: wholes) ?? wholes.map { _ in .zero }
    }
    return wholes.indices.map { place in
      let years = early.map { $0[place] }
      return Years(whole: wholes[place], years: years + [wholes[place] - years.reduce(.zero, +)])
    }
  }

  /// A ratio's target is the same everywhere; its way begins at the start value.
  private mutating func makeRatioTargets(_ indicator: Indicator, _ top: Region) -> [RegionTarget] {
    guard case .statistics = indicator.source, let value = indicator.value else { return [] }
    let places = [top] + (indicator.id == "solid_waste" ? reference.regions.children(of: top.code) : [])
    return places.enumerated().map { place, region in
      var target = makeTarget(indicator, region, "cumulative", indicator.schedule.deadline.year, value)
      target.start = indicator.direction == .reduceBy ? .zero : Amount(scaled: 958_000 + Int64(place * 3 % 5) * 2000)
      return target
    }
  }

  private mutating func makeTarget(
    _ indicator: Indicator, _ region: Region, _ span: String, _ year: Int, _ value: Amount
  ) -> RegionTarget {
    var target = RegionTarget()
    target.id = newID()
    target.region = region.code
    target.indicator = indicator.id
    target.span = span
    target.year = year
    target.value = value
    switch region.level {
    case .province:
      target.split = span == "yearly" ? "hand" : "document"
      target.document = "浙经信绿色〔2022〕134号"
      target.documentDay = Day(number: 20_220_701)
    case .city:
      target.split = "share"
      target.splitNote = "按各市规上工业用能占比"
      target.document = "浙经信绿色〔2022〕158号"
      target.documentDay = Day(number: 20_220_815)
    case .county:
      target.split = "energy"
      target.document = "\(reference.regions.city(of: region.code)?.shortName.prefix(1) ?? "")经信〔2022〕66号"
      target.documentDay = Day(number: 20_220_926)
    }
    return target
  }

  /// Whole numbers in proportion to the weights that add up to the whole.
  private static func split(_ whole: Amount, by weights: [Int]) -> [Amount] {
    Apportionment.split(whole, by: weights.map { Amount($0) }) ?? weights.map { _ in .zero }
  }

  // MARK: Statistics

  private mutating func makeStatistics() -> [OfficialValue] {
    guard let top = reference.regions.provinces.first else { return [] }
    let last = min(Month(of: today).adding(months: -1), Month(number: 202_512) ?? Month(of: today))
    guard let first = Month(number: 202_201), first <= last else { return [] }
    let months = (0...first.months(to: last)).map { first.adding(months: $0) }
    var values: [OfficialValue] = []
    for (place, region) in ([top] + reference.regions.children(of: top.code)).enumerated() {
      // Cities differ from the province by some tenths.
      let shift = place == 0 ? 0 : place * 7 % 11 - 5
      for month in months {
        let isQuarter = month.month % 3 == 0
        if place == 0 || month.year > 2022 {
          values += makeValue(
            "roof_pv", region, .month(month), Self.connected(month, region), { $0 ? "省电力公司" : "市供电公司" })
        }
        guard month.month == 12 || isQuarter && month.year > 2022 || month == last else { continue }
        let period: ReportPeriod =
          month.month == 12 ? .year(month.year) : isQuarter ? .quarter(month.quarter) : .month(month)
        values += makeRates(region, period, month, shift)
      }
    }
    return values
  }

  private mutating func makeRates(
    _ region: Region, _ period: ReportPeriod, _ month: Month, _ shift: Int
  ) -> [OfficialValue] {
    let age = (month.year - 2022) * 12 + month.month
    let waste = min(992, 966 + age * 3 / 5 + shift)
    var values = makeValue(
      "solid_waste", region, period, Amount(scaled: Int64(waste) * 1000), { $0 ? "省生态环境厅" : "市生态环境局" })
    let statistics = { (isProvince: Bool) in isProvince ? "省统计局" : "市统计局" }
    let water = { (isProvince: Bool) in isProvince ? "省水利厅" : "市水利局" }
    // Falls on the year before, in tenths of a per cent.
    for (indicator, tenths, department) in [
      ("energy_intensity", 34, statistics), ("carbon_intensity", 43, statistics), ("water_intensity", 39, water),
      ("water_intensity_all", 36, water),
    ] {
      let fall = tenths + (month.year - 2022) * 2 - (12 - month.month) / 3 + shift
      values += makeValue(indicator, region, period, Amount(scaled: Int64(fall) * 1000), department)
    }
    return values
  }

  /// 万kW connected in the year up to then, to one decimal.
  private static func connected(_ month: Month, _ region: Region) -> Amount {
    let tenths = month.month * (month.year > 2022 ? 58 : 51) + month.month % 3 * 2
    let share = cityShares[region.code] ?? 100
    return Amount(scaled: Int64(tenths * share / 100) * 1000)
  }

  private mutating func makeValue(
    _ indicator: String, _ region: Region, _ period: ReportPeriod, _ value: Amount,
    _ department: (_ isProvince: Bool) -> String
  ) -> [OfficialValue] {
    let received = period.lastDay.adding(days: 18)
    guard received <= today else { return [] }
    var official = OfficialValue()
    official.id = newID()
    official.region = region.code
    official.indicator = indicator
    official.period = period.text
    official.value = value
    official.department = department(region.level == .province)
    official.receivedOn = received
    return [official]
  }
}
