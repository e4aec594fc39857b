import Testing

@testable import Domain

/// Targets of regions and official values: what is derived, and what the rules say.
@Suite struct FigureRegisterTests {
  private let today = Day(number: 20_230_630) ?? .first
  private var context: DeriveContext { DeriveContext(reference: .builtIn, library: EmptyLibrary()) }

  private func derived(_ change: (inout RegionTarget) -> Void) -> RegionTarget {
    var target = RegionTarget()
    target.region = "330500"
    target.indicator = "started"
    target.year = 2024
    target.value = Amount(540)
    target.split = "share"
    change(&target)
    target.derive(in: context)
    return target
  }

  private func official(_ change: (inout OfficialValue) -> Void) -> OfficialValue {
    var value = OfficialValue()
    value.region = "330000"
    value.indicator = "energy_intensity"
    value.period = "2023年1-5月"
    value.value = Amount(scaled: 34_000)
    value.department = "省统计局"
    value.receivedOn = Day(number: 20_230_618)
    change(&value)
    value.derive(in: context)
    return value
  }

  private func rules(_ value: OfficialValue) -> Set<String> {
    let found = Registers.named("statistics")?.check(
      OfficialValue.schema.document(value), RuleContext(reference: .builtIn, library: EmptyLibrary(), today: today))
    return Set((found ?? []).map(\.rule))
  }

  @Test(arguments: [
    ("2023", "2023", 20_231_231), ("2023年度", "2023", 20_231_231), ("2023Q2", "2023Q2", 20_230_630),
    ("2023年二季度", "2023Q2", 20_230_630), ("2023年上半年", "2023Q2", 20_230_630),
    ("2023年前三季度", "2023Q3", 20_230_930), ("2023年5月", "2023-05", 20_230_531), ("202305", "2023-05", 20_230_531),
    ("２０２３－０５", "2023-05", 20_230_531), ("2023年1-5月", "2023-05", 20_230_531),
    ("2023年1月至11月", "2023-11", 20_231_130),
  ]) func aPeriodIsReadAsPeopleWriteIt(_ typed: String, _ text: String, _ end: Int) throws {
    let period = try #require(ReportPeriod(parsing: typed))
    #expect(period.text == text && period.lastDay.number == end)
    #expect(ReportPeriod(parsing: period.text) == period && ReportPeriod(parsing: period.label.zh) == period)
  }

  @Test(arguments: ["", "明年", "2023Q5", "2023-13", "2023年2-5月", "23", "99999"]) func othersAreNone(_ typed: String) {
    #expect(ReportPeriod(parsing: typed) == nil)
  }

  @Test func aTargetIsNamedByRegionIndicatorAndYears() {
    let whole = derived { _ in }
    #expect(whole.key == "started/330500/2022-2024" && whole.name == "湖州市 组织实施技改项目 至2024年累计" && whole.unit == "项")
    let year = derived {
      $0.span = "yearly"; $0.year = 2023
    }
    #expect(year.key == "started/330500/2023" && year.series == "started/2023" && whole.series == "started/2022-2024")
  }

  @Test func aTargetStandsForItsOwnRegionAlone() throws {
    func facts(_ target: RegionTarget) -> [Fact] {
      RegionTarget.measures.flatMap { $0.facts(of: RegionTarget.schema.document(target), in: .builtIn) }
    }
    let whole = facts(derived { _ in })
    #expect(whole.map(\.measure) == ["targets.cumulative"] && whole.first?.region == "330500")
    #expect(whole.first?.dimensions.first == "started" && whole.first?.amount == Amount(540))
    let year = facts(
      derived {
        $0.span = "yearly"
        $0.year = 2023
      })
    #expect(year.map(\.measure) == ["targets.yearly"] && year.first?.dimensions.prefix(2) == ["started", "2023"])
    #expect(facts(derived { $0.year = 2023 }).isEmpty, "a step on the way is not what the end is judged by")
  }

  @Test func readingAndScopeAreTheIndicatorsOwnWhereNothingElseIsSaid() {
    let value = official { _ in }
    #expect(value.reading == "year_to_date" && value.scope == "above_scale" && value.period == "2023-05")
    #expect(value.counts && rules(value).isEmpty)
    let other = official { $0.scope = "all" }
    #expect(!other.counts && rules(other) == ["ST4"])
    func facts(_ value: OfficialValue) -> [Fact] {
      OfficialValue.measures.flatMap { $0.facts(of: OfficialValue.schema.document(value), in: .builtIn) }
    }
    #expect(facts(other).isEmpty)
    #expect(facts(value).map(\.measure) == ["statistics.energy_intensity"])
    #expect(facts(value).first?.day == Day(number: 20_230_531))
  }

  @Test func whatCannotBeRightIsSaid() {
    #expect(rules(official { $0.period = "五月份" }) == ["ST1"])
    #expect(rules(official { $0.receivedOn = Day(number: 20_230_701) }) == ["ST2"])
    #expect(rules(official { $0.receivedOn = Day(number: 20_230_520) }) == ["ST3"])
    #expect(rules(official { $0.value = Amount(34) }) == ["ST5"])
    #expect(rules(official { $0.value = Amount(-2) }).isEmpty, "an intensity may rise")
  }

  @Test func whatIsToldUpToADayIsOneValue() {
    let month = official { $0.period = "2023年6月" }
    #expect(month.key == official { $0.period = "2023年二季度" }.key)
    #expect(month.key == official { $0.period = "2023年上半年" }.key)
    #expect(
      official {
        $0.period = "2023年6月"
        $0.reading = "in_period"
      }.key
        != official {
          $0.period = "2023年二季度"
          $0.reading = "in_period"
        }.key)
  }

  @Test func everyOfficialIndicatorHasItsMeasure() {
    for (id, name) in FigureCodes.official {
      #expect(Registers.measures["statistics.\(id)"] != nil)
      #expect(Indicators.named(id, in: .builtIn)?.label.zh == name.zh)
    }
    for indicator in Indicators.all(in: .builtIn) {
      guard case .statistics = indicator.source else { continue }
      #expect(FigureCodes.official.contains { $0.indicator == indicator.id }, "\(indicator.id)")
    }
  }

  @Test func indicatorsAreNamedAsPeopleNameThem() {
    let reference = ReferenceTables.builtIn
    for named in ["started", "组织实施技改项目", "T03", "G02", "Projects carried out"] {
      #expect(reference.code(.indicator, named: named) == "started", "\(named)")
    }
    #expect(reference.code(.indicator, named: "工业建筑新增屋顶光伏装机容量") == "roof_pv")
    #expect(reference.code(.indicator, named: "产值") == nil)
  }
}
