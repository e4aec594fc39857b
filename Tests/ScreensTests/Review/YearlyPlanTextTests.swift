import Domain
import Testing

@testable import Screens

@Suite struct YearlyPlanTextTests {
  @Test func yearKindInvestmentBatchAndDocument() throws {
    let plan = try #require(YearlyPlanText("2026 新开工 3000万元 第一批 浙经信〔2026〕9号 2026-03-01"))
    let entry = plan.entry(.city, .listed, today: try #require(Day(number: 20_260_701)))
    #expect(entry.year == 2026 && entry.kind == "new" && entry.investment == Amount(3000))
    #expect(entry.batch == "第一批" && entry.document == "浙经信〔2026〕9号")
    #expect(entry.documentDay == Day(number: 20_260_301))
  }

  @Test func anyOrderBehindTheYear() throws {
    let plan = try #require(YearlyPlanText("２０２６ 第二批 0.3亿 续建 文9号"))
    #expect(plan.kind == "carried_on" && plan.investment == Amount(3000))
    #expect(plan.batch == "第二批" && plan.document.number == "文9号" && plan.document.day == nil)
  }

  @Test(arguments: ["30M", "3000万", "3000万元", "0.3亿元"]) func investmentInItsUnit(_ text: String) {
    #expect(YearlyPlanText("2026 \(text)")?.investment == Amount(3000))
  }

  @Test(arguments: ["第一批 2026", "", "26 新开工", "3000万元"]) func theYearStandsFirst(_ text: String) {
    #expect(YearlyPlanText(text) == nil)
  }

  @Test func aNumberWithoutItsUnitIsTheDocuments() throws {
    let plan = try #require(YearlyPlanText("2026 第一批 3000"))
    #expect(plan.investment == nil && plan.document.number == "3000")
  }
}
