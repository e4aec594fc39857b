import Testing

@testable import Domain

/// How values stand on screens.
@Suite struct ValueShownTests {
  private func shown(_ value: Value, _ kind: Kind, _ language: Language = .zh, year: Int? = 2023) -> String {
    value.shown(kind, language, .builtIn, year: year)
  }

  @Test func amountsHaveThinThousands() {
    #expect(shown(.amount(Amount(1_284_000)), .amount(.yuanWan)) == "1 284 000")
    #expect(shown(.amount(Amount(scaled: 12_345_600)), .amount(.tce)) == "1 234.56")
    #expect(shown(.integer(2023), .year) == "2023")
    #expect(shown(.integer(12_000), .integer(0...99_999)) == "12 000")
  }

  @Test func codesAndRegionsHaveTheirNames() {
    #expect(shown(.text("building_materials"), .code(Sectors.list)) == "建材")
    #expect(shown(.text("building_materials"), .code(Sectors.list), .en) == "Building materials")
    #expect(shown(.text("gone"), .code(Sectors.list)) == "gone")
    #expect(shown(.text("330523"), .reference(.region)) == "安吉县")
    #expect(shown(.text("999999"), .reference(.region)) == "999999")
    #expect(shown(.text("3011"), .reference(.industry)) == "水泥制造")
    #expect(shown(.text("electricity"), .reference(.carrier)) == "电力")
  }

  @Test func datesLoseTheYearThatIsCurrent() throws {
    let day = try #require(Day(year: 2023, month: 7, day: 4))
    #expect(shown(.day(day), .day) == "7月4日")
    #expect(shown(.day(day), .day, year: 2024) == "2023-07-04")
    #expect(shown(.day(day), .day, .en) == "07-04")
    #expect(shown(.month(day.month), .month) == "7月")
    #expect(shown(.month(day.month), .month, year: nil) == "2023-07")
  }

  @Test func flagsAndBlanks() {
    #expect(shown(.flag(true), .flag) == "是")
    #expect(shown(.flag(true), .flag, .en) == "yes")
    #expect(shown(.empty, .flag) == "")
  }

  @Test func phonesAreMaskedInTheMiddle() {
    #expect(Value.masked("13800000000") == "138****0000")
    #expect(Value.masked("5123456") == "5*****6")
    #expect(Value.masked("110") == "***")
    #expect(Value.text("13800000000").masked(.phone) == .text("138****0000"))
    #expect(Value.text("13800000000").masked(.text(max: 20)) == .text("13800000000"))
  }
}
