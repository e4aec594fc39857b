import Testing

@testable import Domain

@Suite struct IndicatorTests {
  private let all = Indicators.all(in: .builtIn)

  @Test func everyGoalOfThePlanIsThereOnce() {
    let rows = ReferenceTables.builtIn.targets.all.filter { $0.direction != .threshold }.map(\.id)
    let used = all.flatMap(\.targets)
    #expect(Set(used) == Set(rows))
    #expect(used.count == Set(used).count && all.count == 19)
  }

  @Test func restatedTargetsHaveTheSameFigure() {
    for indicator in all {
      let rows = indicator.targets.compactMap { ReferenceTables.builtIn.targets[$0] }
      #expect(rows.count == indicator.targets.count)
      #expect(
        rows.allSatisfy { $0.value == indicator.value && $0.deadlineYear == indicator.deadline?.year },
        "\(indicator.id)"
      )
    }
  }

  @Test func measuresExistAndUnitsFit() throws {
    for indicator in all {
      guard case .counts(let terms, let divisor, let list) = indicator.source, list.en == "projects" else { continue }
      #expect(terms.allSatisfy { Registers.measures[$0.measure] != nil } && divisor > 0, "\(indicator.id)")
    }
    let official = try #require(Indicators.named("roof_pv", in: .builtIn))
    #expect(official.value == Amount(200) && official.source == .statistics(.sum))
    let roofs = try #require(Indicators.named("pv_connected", in: .builtIn))
    #expect(roofs.inTargetUnit(Amount(913_000)) == Scene.amount("91.3"))
  }

  @Test func quotesAndDeadlinesAreThePlans() throws {
    let started = try #require(Indicators.named("started", in: .builtIn))
    #expect(started.value == Amount(6000) && started.deadline == Scene.day(2024, 12, 31) && started.clause == "三（一）2")
    #expect(started.quote.contains("6000项") && started.departments.contains("省经信厅"))
    #expect(try #require(Indicators.named("baseline", in: .builtIn)).deadline == Scene.day(2023, 12, 31))
  }

  @Test func listsThatAreNotKeptSaySo() throws {
    // Every list that the plan's targets count is kept; what is official waits for its values.
    #expect(try #require(Indicators.named("audits", in: .builtIn)).absence == nil)
    #expect(try #require(Indicators.named("energy_intensity", in: .builtIn)).absence != nil)
    #expect(try #require(Indicators.named("started", in: .builtIn)).absence == nil)
    for indicator in Indicators.tallied(in: .builtIn) {
      for term in indicator.allTerms {
        #expect(Registers.measures[term.measure] != nil, "\(indicator.id) \(term.measure)")
      }
    }
  }

  @Test func standingOfACount() throws {
    let started = try #require(Indicators.named("started", in: .builtIn))
    let found = started.standing(
      done: Amount(1619), at: Scene.day(2023, 6, 30), target: started.value,
      recent: [Amount(400), Amount(400), Amount(400), Amount(400)])
    #expect(found.share?.percent == 26 && found.pace == .behind && found.forecast == Amount(4019))
    #expect(found.gap == Amount(4381))
  }

  @Test func aRegionWithoutATargetShowsItsValueAlone() throws {
    let started = try #require(Indicators.named("started", in: .builtIn))
    let found = started.standing(done: Amount(5), at: Scene.day(2023, 6, 30), target: nil)
    #expect(found.share == nil && found.pace == nil && found.due == nil && found.gap == nil)
  }

  @Test func aRatioHasAPaceOnlyFromAStartValue() throws {
    let waste = try #require(Indicators.named("solid_waste", in: .builtIn))
    let bare = waste.standing(done: Scene.amount("97.6"), at: Scene.day(2023, 6, 30), target: Amount(98))
    #expect(bare.pace == nil && bare.forecast == nil && bare.gap == Scene.amount("0.4"))
    #expect(Indicator.pointsMissing(Scene.amount("0.4")).zh == "差0.4个百分点")
    let paced = waste.standing(
      done: Scene.amount("97.6"), at: Scene.day(2023, 6, 30), target: Amount(98), start: Amount(97))
    #expect(paced.pace == .ahead)
  }

  @Test func sharesAreExactByProduct() throws {
    let shares = EfficiencyShares(
      atBenchmark: ["水泥熟料": Amount(500), "平板玻璃/＞800吨/天": Amount(82)],
      between: ["水泥熟料": Amount(500), "平板玻璃/500≤～≤800吨/天": Amount(10)], below: ["平板玻璃/＞800吨/天": Amount(18)])
    let baseline = shares.headline(atLeast: .between, percent: Amount(100))
    #expect(baseline.met == 1 && baseline.of == 2)
    #expect(baseline.lowest?.field == "平板玻璃" && baseline.lowest?.share(atLeast: .between)?.percent == 82)
    let benchmark = shares.headline(atLeast: .benchmark, percent: Amount(50))
    #expect(benchmark.met == 1 && benchmark.lowest?.code == "平板玻璃/500≤～≤800吨/天")
    #expect(
      EfficiencyShares(atBenchmark: [:], between: [:], below: [:]).headline(atLeast: .between, percent: Amount(100)).of
        == 0)
  }

  @Test func almostAllIsNotAll() {
    let shares = EfficiencyShares(
      atBenchmark: [:], between: ["水泥熟料": Scene.amount("999999.9999")], below: ["水泥熟料": Scene.amount("0.0001")])
    #expect(shares.headline(atLeast: .between, percent: Amount(100)).met == 0)
  }

  @Test func fallsCompound() {
    // 1 - 0.96 x 0.95 x 0.97
    #expect(IntensityFall.cumulative([Amount(4), Amount(5), Amount(3)]) == Scene.amount("11.536"))
    #expect(IntensityFall.cumulative([]) == .zero)
    #expect(IntensityFall.cumulative([Amount(-2)]) == Amount(-2))
  }
}
