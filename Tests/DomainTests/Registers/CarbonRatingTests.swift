import Testing

@testable import Domain

@Suite struct CarbonRatingTests {
  private func rating(
    _ co2: String, _ added: String, mean: String = "1", _ change: (inout CarbonRating) -> Void = { _ in }
  )
    -> CarbonRating
  {
    var rating = CarbonRating()
    rating.id = Scene.id(500)
    rating.enterprise = Scene.id(1)
    rating.year = 2022
    rating.region = "330523"
    rating.co2Stated = Scene.amount(co2)
    rating.valueAddedStated = Scene.amount(added)
    rating.meanStated = Scene.amount(mean)
    change(&rating)
    var scene = Scene()
    scene.settle()
    rating.derive(in: DeriveContext(reference: .builtIn, library: scene.library))
    return rating
  }

  /// The limits themselves belong to the better level; the figures are compared exactly, not as they are rounded.
  @Test(
    arguments: [
      ("0", 1), ("60", 1), ("60.0001", 2), ("80", 2), ("80.0001", 3), ("120", 3), ("120.0001", 4), ("200", 4),
      ("200.0001", 5), ("900000", 5),
    ])
  func levelFollowsTheThresholds(_ co2: String, _ level: Int) {
    let found = rating(co2, "100")
    #expect(found.computedLevel == level && found.grade == level)
    #expect(found.isHighCarbon == (level == 5))
  }

  @Test func aValueThatRoundsToTheLimitIsNotAtTheLimit() {
    // L/mean = 0.60000001: shown as 0.6, but above it.
    let found = rating("60000001", "100000000")
    #expect(found.computedValue?.plain == "0.6")
    #expect(found.computedLevel == 2)
  }

  @Test func theExplanationHasTheFigures() {
    let found = rating("637260", "36060", mean: "12")
    #expect(found.explanation == "L=637260÷36060=17.6722; K=L÷12=1.4727; 0.6/0.8/1.2/2(2020) → 4")
    #expect(found.intensity?.plain == "17.6722")
  }

  @Test(arguments: ["0", "-5"]) func withoutValueAddedThereIsNoLevel(_ added: String) {
    let found = rating("100", added) { $0.level = 3 }
    #expect(found.grade == nil && found.computedLevel == nil && found.gap == "value_added")
    #expect(!found.isHighCarbon)
  }

  @Test func whatIsMissingIsSaid() {
    #expect(rating("100", "100") { $0.meanStated = nil }.gap == "mean")
    #expect(
      rating("100", "100") {
        $0.co2Stated = nil; $0.enterprise = nil
      }.gap == "figures")
  }

  @Test func theEnterprisesYearStandsInForWhatIsNotStated() {
    let found = rating("1", "1") {
      $0.co2Stated = nil
      $0.valueAddedStated = nil
      $0.meanStated = Scene.amount("40")
    }
    #expect(found.co2 == Amount(600_000) && found.valueAdded == Amount(15_000) && found.computedLevel == 3)
    #expect(found.isKeyUser && found.holderName == "安吉某某水泥有限公司")
  }

  @Test func highCarbonAtLevelFourIsHighCarbon() {
    #expect(rating("150", "100") { $0.carbonBand = "high" }.isHighCarbon)
    #expect(!rating("150", "100") { $0.carbonBand = "middle" }.isHighCarbon)
    #expect(!rating("110", "100") { $0.carbonBand = "high" }.isHighCarbon)
  }

  /// Thresholds and means are the library's data: an administrator's row stands over what ships, from its year on.
  @Test func thresholdsAndMeansAreDatedData() throws {
    let rows = [
      ReferenceRow(
        table: .carbonLevels,
        values: [
          "from_year": "2024", "level_1": "0.5", "level_2": "0.7", "level_3": "1", "level_4": "1.5", "source": "省厅",
        ]),
      ReferenceRow(
        table: .carbonMeans, values: ["industry": "30", "data_year": "2021", "mean": "20", "source": "省统计局"]),
      ReferenceRow(
        table: .carbonMeans, values: ["industry": "3011", "data_year": "2022", "mean": "25", "source": "省统计局"]),
    ]
    let (tables, rejected) = ReferenceTables.builtIn.overlaid(with: rows)
    #expect(rejected.isEmpty)
    #expect(tables.carbonLevels.thresholds(for: 2023)?.limits[3] == Amount(2))
    #expect(tables.carbonLevels.thresholds(for: 2025)?.limits[3] == Scene.amount("1.5"))
    #expect(tables.carbonLevels.mean(of: "3011", year: 2022)?.mean == Amount(25))
    #expect(tables.carbonLevels.mean(of: "3011", year: 2021)?.mean == Amount(20))
    #expect(tables.carbonLevels.mean(of: "3041", year: 2030)?.mean == Amount(20))
    #expect(tables.carbonLevels.mean(of: "3011", year: 2020) == nil)
    for row in rows { #expect(row.problem(in: tables) == nil) }
    var wrong = rows[0].values
    wrong["level_3"] = "0.2"
    #expect(ReferenceRow(table: .carbonLevels, values: wrong).problem(in: .builtIn) != nil)
  }
}
