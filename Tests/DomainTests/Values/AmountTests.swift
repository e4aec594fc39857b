import Testing

@testable import Domain

@Suite struct AmountTests {
  @Test(arguments: [
    ("5200", 52_000_000), ("5,200", 52_000_000), ("5 200", 52_000_000), ("0.52亿", 520_000_000_000), ("3万", 300_000_000),
    ("５２００．５", 52_005_000), ("-30", -300_000), ("－0.5", -5_000), ("1,234,567.8901", 12_345_678_901), ("0", 0),
    ("0.0001", 1), ("1.23456万", 123_456_000), (" 12 ", 120_000),
  ])
  func reads(text: String, scaled: Int64) { #expect(Amount(parsing: text)?.scaled == scaled) }

  @Test(arguments: [
    "", "5,20", "1,2345", "0,500", "1.234.567", "1,234 567", "12a", "5200元", "1.", ".5", "--1", "0.00001", "1e3", "万",
    "1e99",
    "999999999999999999999", "五百", "1亿万",
  ])
  func refuses(text: String) { #expect(Amount(parsing: text) == nil) }

  @Test func roundsSpreadsheetCells() {
    #expect(Amount(parsing: "12.300000000000001", rounding: true)?.plain == "12.3")
    #expect(Amount(parsing: "1.5E+5", rounding: true)?.plain == "150000")
    #expect(Amount(parsing: "1.5e-5", rounding: true)?.scaled == 0)
    #expect(Amount(parsing: "0.00005", rounding: true)?.scaled == 0)
    #expect(Amount(parsing: "0.00015", rounding: true)?.scaled == 2)
    #expect(Amount(parsing: "0.000051", rounding: true)?.scaled == 1)
    #expect(Amount(parsing: "1E-90", rounding: true)?.scaled == 0)
  }

  @Test func writes() {
    #expect(Amount(scaled: 52_005_000).grouped == "5 200.5")
    #expect(Amount(scaled: -12_345_678_901).grouped == "-1 234 567.8901")
    #expect(Amount(scaled: 52_005_000).plain == "5200.5")
    #expect(Amount(scaled: 25_000).fixed(0) == "2")
    #expect(Amount(scaled: 35_000).fixed(0) == "4")
    #expect(Amount(scaled: 12_345).fixed(2) == "1.23")
    #expect(Amount(scaled: -4).fixed(2) == "0.00")
    #expect(Amount(1_000).fixed(2) == "1 000.00")
    #expect(Amount(scaled: .min).plain == "-922337203685477.5808")
  }

  @Test func neverTraps() {
    let most = Amount(scaled: .max)
    let least = Amount(scaled: .min)
    #expect(most.adding(Amount(1)) == nil)
    #expect(most + Amount(1) == most)
    #expect(least - Amount(1) == least)
    #expect(-least == most)
    #expect(Amount(.max) == most)
    #expect(most.multiplied(by: Amount(2)) == nil)
    #expect(least.multiplied(by: least) == nil)
    #expect(least.divided(by: Amount(-1)) == nil)
    #expect(least.multiplied(by: Amount(1)) == least)
    #expect(Amount(1).divided(by: .zero) == nil)
    #expect(Amount.sum([most, most]) == nil)
    #expect(Amount.sum([Amount(1), Amount(2)]) == Amount(3))
  }

  @Test func multipliesAndDividesHalfToEven() {
    #expect(Amount(3).divided(by: Amount(2))?.plain == "1.5")
    #expect(Amount(2).divided(by: Amount(3))?.plain == "0.6667")
    #expect(Amount(scaled: 1).multiplied(by: Amount(scaled: 5_000))?.scaled == 0)
    #expect(Amount(scaled: 3).multiplied(by: Amount(scaled: 5_000))?.scaled == 2)
    #expect(Amount(scaled: -3).multiplied(by: Amount(scaled: 5_000))?.scaled == -2)
    #expect(Amount(-7).multiplied(by: Amount(-6)) == Amount(42))
  }

  @Test func everyTextIsReadBack() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let amount = Amount(
        scaled: Int64.random(in: -Amount.limit.scaled...Amount.limit.scaled, using: &random) >> Int64.random(in: 0...50)
      )
      #expect(Amount(parsing: amount.plain) == amount)
      #expect(Amount(parsing: amount.grouped) == amount)
      #expect(Amount(parsing: amount.fixed(4)) == amount)
    }
  }
}
