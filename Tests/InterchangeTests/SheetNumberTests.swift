import Domain
import Foundation
import Testing

@testable import Interchange

/// Sheets keep numbers as binary fractions and write fifteen or sixteen digits of them.
@Suite struct SheetNumberTests {
  /// What programs write of a sheet's number, read to four decimals.
  private func readBack(_ amount: Amount) -> [Amount?] {
    guard let number = amount.sheetNumber else { return [] }
    return ["%.15G", "%.16G", "%.17G"].map { pattern in
      Amount(parsing: String(format: pattern, number), rounding: true)
    }
  }

  @Test func everyAmountThatIsWrittenAsANumberReadsBackAsItWas() {
    var generator = SystemRandomNumberGenerator()
    let edge: Int64 = 1_000_000_000_000_000
    var amounts = [
      0, 1, -1, 9999, 10_000, 12_345, edge - 1, -(edge - 1), edge - 3, 999_999_999_999_999, 900_719_925_474_099,
    ]
    .map { Amount(scaled: $0) }
    for digits in 1...15 {
      var most: Int64 = 1
      for _ in 0..<digits { most *= 10 }
      for _ in 0..<4000 {
        amounts.append(Amount(scaled: Int64.random(in: -(most - 1)...(most - 1), using: &generator)))
      }
      // The upper end of each binade is where the spacing is widest.
      amounts += (1...50).map { Amount(scaled: most - $0) }
    }
    for amount in amounts {
      let read = readBack(amount)
      #expect(read.count == 3 && read.allSatisfy { $0 == amount }, "\(amount): \(read)")
    }
  }

  @Test func whatANumberWouldNotHoldIsText() {
    #expect(Amount(scaled: 1_000_000_000_000_000).sheetNumber == nil)
    #expect(Amount(scaled: -1_000_000_000_000_000).sheetNumber == nil)
    #expect(Amount.limit.sheetNumber == nil)
    // The proof that the edge is needed: one more digit, and the figure that people see is another one.
    let beyond = Amount(scaled: 9_007_199_254_740_993)
    let shown = String(format: "%.15G", Double(beyond.scaled) / 10_000)
    #expect(Amount(parsing: shown, rounding: true) != beyond)
  }

  @Test func unitsMoveThePointAndLoseNothing() throws {
    func said(_ text: String, _ unit: Domain.Unit, _ name: String) throws -> String {
      let amount = try #require(Amount(parsing: text))
      return try #require(UnitScale(name, of: unit)).digits(amount)
    }
    #expect(try said("5200.5", .yuanWan, "亿元") == "0.52005")
    #expect(try said("5200.5", .yuanWan, "元") == "52005000")
    #expect(try said("0.0001", .tcePerYear, "万吨标准煤") == "0.00000001")
    #expect(try said("-123456.7", .kilowatt, "万千瓦") == "-12.34567")
    #expect(try said("0", .kilowatt, "万千瓦") == "0")
    #expect(try said("12", .tonne, "吨") == "12")
    #expect(try said("20000", .kilowatt, "万千瓦") == "2")
    #expect(UnitScale("亿元", of: .kilowatt) == nil)
  }

  @Test func profilesSayWhatIsWrongWithThem() throws {
    let projects = try #require(Registers.named("projects"))
    func problem(_ yaml: String) -> String {
      do {
        _ = try ExportProfile(yaml: yaml, projects, name: "p.yaml")
        return ""
      } catch let problem as FileProblem {
        return problem.message.en
      } catch { return "\(error)" }
    }
    #expect(problem("title: 表\ncolumns:\n  - heading: 名称*\n    field: name\n") == "")
    #expect(problem("title: 表\n").contains("has no columns"))
    #expect(problem("columns:\n  - heading: 甲\n    field: nmae\n").contains("columns[1]: projects has no field “nmae”"))
    #expect(
      problem("columns:\n  - heading: 甲\n    field: investment\n    unit: 吨\n").contains("there are: 万元 亿元 元 千元 百万元"))
    #expect(problem("columns:\n  - heading: 甲\n    feld: name\n").contains("has no “feld”"))
    #expect(problem("colunms: []\n").contains("has no “colunms”"))
    #expect(problem("columns: [a, b").contains("is not valid YAML"))
    #expect(problem("- a\n- b\n").contains("should have title and columns"))
    #expect(problem("a: &x [1]\ncolumns: *x\n").contains("no YAML anchors"))
  }

  @Test func everyColumnOfThePlansListsIsAField() throws {
    for id in ["enterprises", "projects", "efficiency"] {
      let register = try #require(Registers.named(id))
      let profile = try #require(ExportProfile.plan(register))
      let unknown = profile.columns.filter { $0.path == nil && $0.heading != "序号" }
      #expect(unknown.isEmpty, "\(id): \(unknown.map(\.heading))")
      let headings = profile.columns.map(\.heading).joined()
      for word in ["改造时间", "改造措施", "改造内容", "改造期限", "预期目标"] { #expect(headings.contains(word)) }
    }
  }
}
