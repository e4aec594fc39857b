import Testing

@testable import Domain

@Suite struct PaceTests {
  private let asOf = Scene.day(2023, 6, 30)
  private let plan = Schedule(endOf: 2024)

  @Test func dueIsLinearFromTheStartOf2022() {
    // 546 of 1 096 days.
    #expect(plan.due(Amount(1096), at: asOf) == Amount(546))
    #expect(plan.due(Amount(1096), at: Scene.day(2021, 12, 31)) == .zero)
    #expect(plan.due(Amount(1096), at: Scene.day(2025, 3, 1)) == Amount(1096))
    #expect(plan.due(Amount(1196), at: asOf, from: Amount(100)) == Amount(646))
  }

  @Test(arguments: [
    (8214, 15000, Pace.normal), (1619, 6000, .behind), (112, 300, .behind), (171, 300, .ahead), (806, 2000, .behind),
  ]) func theDashboardsPaces(_ done: Int, _ target: Int, _ pace: Pace) {
    #expect(Pace(done: Amount(done), due: plan.due(Amount(target), at: asOf)) == pace)
  }

  @Test func thresholdsAreExact() {
    #expect(Pace(done: Amount(110), due: Amount(100)) == .ahead)
    #expect(Pace(done: Scene.amount("109.9999"), due: Amount(100)) == .normal)
    #expect(Pace(done: Amount(90), due: Amount(100)) == .normal)
    #expect(Pace(done: Scene.amount("89.9999"), due: Amount(100)) == .behind)
    #expect(Pace(done: Amount(5), due: .zero) == nil)
    #expect(Pace(done: Amount(105), due: Amount(100), thresholds: .init(ahead: 10_500, normal: 9500)) == .ahead)
  }

  @Test func noShareIsRoundedUp() throws {
    #expect(try #require(Ratio(Scene.amount("99.6"), Amount(100))).percent == 99)
    #expect(try #require(Ratio(Amount(5999), Amount(6000))).text == "99.9%")
    #expect(try #require(Ratio(Amount(6000), Amount(6000))).text == "100%")
    #expect(try #require(Ratio(Amount(-1), Amount(3))).percent == -34)
    #expect(Ratio(Amount(1), .zero) == nil)
  }

  @Test func forecastGoesOnAsInTheLastFourQuarters() {
    // 400 a quarter for the six quarters left.
    let recent = [500, 300, 400, 400, 9000].map { Amount($0) }
    #expect(plan.forecast(done: Amount(1619), at: asOf, recent: recent) == Amount(4019))
    #expect(plan.forecast(done: Amount(7), at: Scene.day(2024, 12, 31), recent: recent) == Amount(7))
    #expect(plan.forecast(done: Amount(7), at: asOf, recent: []) == nil)
  }

  @Test func forecastInTheMiddleOfAQuarter() {
    // On 15 May 2023 46 of the quarter's 91 days are left, and six quarters after it.
    let recent = [Amount(45), Amount(91), Amount(91), Amount(91)]
    #expect(plan.forecast(done: .zero, at: Scene.day(2023, 5, 15), recent: recent) == Amount(6 * 91 + 46))
  }

  @Test func quartersBeforeThePlanAreLeftOut() {
    let recent = [Amount(10), Amount(20), .zero, .zero]
    // Two quarters known, ten to come, 15 each.
    #expect(plan.forecast(done: Amount(30), at: Scene.day(2022, 6, 30), recent: recent) == Amount(180))
  }
}
