import Testing

@testable import Domain

/// The tables that rules read and a province may set otherwise.
@Suite struct PracticeTests {
  private func tables(_ rows: ReferenceRow...) -> ReferenceTables {
    ReferenceTables.builtIn.overlaid(with: rows).tables
  }

  @Test func settingsHaveDefaultsAndCanBeSet() {
    let shipped = ReferenceTables.builtIn.settings
    #expect(shipped.reviewDays == TierRules.usualReviewDays && shipped.reportDay == DueState.reportDay)
    #expect(shipped.pace == Pace.Thresholds())
    let set = tables(
      ReferenceRow(table: .settings, values: ["name": "review_days", "value": "7"]),
      ReferenceRow(table: .settings, values: ["name": "pace_ahead", "value": "1.2"]),
      ReferenceRow(table: .settings, values: ["name": "report_due_day", "value": "1.5"])
    ).settings
    #expect(set.reviewDays == 7 && set.pace.ahead == 12_000 && set.pace.normal == 9000)
    #expect(set.reportDay == 10)
  }

  @Test func theReportDayMovesWhatIsOverdue() throws {
    var scene = Scene()
    scene.project.milestones = []
    let due = Scene.day(2023, 3, 20)
    let early = tables(ReferenceRow(table: .settings, values: ["name": "report_due_day", "value": "5"])).settings
    let today = Scene.day(2023, 4, 8)
    #expect(DueState(due: due, today: today, reportDay: ReferenceTables.builtIn.settings.reportDay) == .dueSoon)
    #expect(DueState(due: due, today: today, reportDay: early.reportDay) == .overdue)
  }

  @Test func entryTestsAreAddedSetAndSwitchedOff() throws {
    #expect(ReferenceTables.builtIn.entryTests.all.count == 2)
    let tests = tables(
      ReferenceRow(table: .entryTests, values: ["id": "county_years", "tier": "county"]),
      ReferenceRow(
        table: .entryTests, values: ["id": "city_saving", "tier": "city", "least_saving": "500", "severity": "error"])
    ).entryTests.all
    #expect(tests.count == 3)
    #expect(tests[1] == EntryTest(tier: .county))
    #expect(tests[2] == EntryTest(tier: .city, leastSaving: Amount(500), severity: .error))
  }

  @Test func aPairIsSwitchedOffWhicheverItNamesFirst() {
    let pairs = tables(
      ReferenceRow(
        table: .exclusiveSupports, values: ["one": "central_fund", "other": "central_budget", "excludes": "no"]),
      ReferenceRow(table: .exclusiveSupports, values: ["one": "tax", "other": "bond", "excludes": "yes"])
    ).exclusiveSupports.pairs
    #expect(pairs.map(\.one) == ["province_industry", "tax"])
  }

  @Test func rowsMayComeInAnyOrder() {
    let rows = [
      ReferenceRow(table: .regionGroups, values: ["code": "331101", "group": "试点县"]),
      ReferenceRow(
        table: .regions, values: ["code": "331101", "name": "某县", "level": "county", "parent_code": "331200"]),
      ReferenceRow(
        table: .regions, values: ["code": "331200", "name": "某市", "level": "city", "parent_code": "330000"]),
    ]
    let (tables, rejected) = ReferenceTables.builtIn.overlaid(with: rows)
    #expect(rejected.isEmpty && tables.regions.isIn("331101", "试点县") && tables.own.count == 3)
  }

  /// A table, the row's values, and what the complaint must name.
  static let faults: [(ReferenceRow.Table, [String: String], String)] = [
    (
      .gridFactors, ["scope": "zhejiang", "name_zh": "浙江", "data_year": "2023", "factor": "0,5", "unit": "kgCO2/kWh"],
      "factor"
    ),
    (
      .gridFactors, ["scope": "zhejiang", "name_zh": "浙江", "data_year": "23", "factor": "0.5", "unit": "kgCO2/kWh"],
      "data_year"
    ),
    (.gridFactors, ["scope": "zhejiang", "name_zh": "浙江", "data_year": "2023", "factor": "0.5", "unit": "kg"], "unit"),
    (
      .efficiencyLevels, ["edition": "2023", "product": "甲", "unit": "t", "benchmark": "2", "baseline": "1"], "baseline"
    ),
    (.efficiencyLevels, ["edition": "2023", "product": "甲", "unit": "t", "benchmark": "2"], "baseline"),
    (.regions, ["code": "330523", "name": "安吉县", "level": "county", "parent_code": "330400"], "parent"),
    (.regions, ["code": "440100", "name": "广州市", "level": "city", "parent_code": "440000"], "440000"),
    (.settings, ["name": "review_days", "value": "0"], "review_days"),
    (.settings, ["name": "revue_days", "value": "3"], "revue_days"),
    (.entryTests, ["id": "a", "tier": "county", "group": "山区"], "group"),
    (.entryTests, ["id": "a", "tier": "county", "most_years": "五"], "most_years"),
    (.exclusiveSupports, ["one": "tax", "other": "tax", "excludes": "yes"], "differ"),
    (
      .carbonLevels,
      ["from_year": "2024", "level_1": "0.6", "level_2": "0.5", "level_3": "1", "level_4": "2", "source": "a"], "rise"
    ),
    (.carbonMeans, ["industry": "30", "data_year": "22", "mean": "3", "source": "a"], "data_year"),
    (
      .assessment, ["id": "a", "kind": "penalty", "source": "projects.overdue", "points": "5", "name_zh": "甲"],
      "how much each"
    ),
    (.assessment, ["id": "a", "kind": "gift", "source": "b", "points": "5", "name_zh": "甲"], "kind"),
    (.exclusiveSupports, ["one": "tax", "other": "taxes", "excludes": "yes"], "other"),
  ]

  @Test(arguments: faults) func aWrongRowIsToldWithItsColumn(
    table: ReferenceRow.Table, values: [String: String], named: String
  ) throws {
    let problem = try #require(ReferenceRow(table: table, values: values).problem(in: .builtIn))
    #expect(problem.message.en.contains(named) && problem.message.en.contains(table.rawValue), "\(problem.message.en)")
  }

  @Test(arguments: ReferenceRow.Table.allCases) func whatShipsIsAcceptedAndItsKeysDiffer(table: ReferenceRow.Table) {
    let rows = ReferenceRow.builtIn(table)
    // Industry means of carbon efficiency have no published source at hand: none are made up.
    #expect(rows.isEmpty == (table == .carbonMeans) && Set(rows.map(\.key)).count == rows.count)
    #expect(ReferenceTables.builtIn.overlaid(with: table == .industries ? [] : rows).rejected.isEmpty)
  }
}
