import Domain
import Terminal
import Testing

@testable import Screens

@Suite struct FilterLinesTests {
  private func builder() throws -> FilterLines {
    let register = try #require(Registers.named("projects"))
    let today = try #require(Day(parsing: "2023-07-04"))
    return FilterLines(WhereParser(register, .builtIn, today: today), conditions: [])
  }

  private func typed(_ keys: String) throws -> [String] {
    var builder = try builder()
    for event in Event.keys(keys) {
      if case .apply(let conditions) = builder.handle(event, .zh) { return conditions.map(\.expression) }
    }
    return builder.conditions.map(\.expression)
  }

  @Test func labelsAndHeadingsNameFields() throws {
    #expect(try typed("阶段=储备|实施<F9>") == ["stage=reserve|under_way"])
    #expect(try typed("预期节能>=100<Enter><Enter>") == ["saving>=100"])
    #expect(try typed("逾期<F9>") == ["member=true", "next_due<=2023-03-31"])
  }

  @Test func pickerOffersFieldsByPinyinAndThenTheirCodes() throws {
    #expect(try typed("<F2>ssjd<Enter>shishi<Enter><F9>") == ["stage=under_way"])
  }

  @Test func deletesAndChanges() throws {
    #expect(try typed("stage=reserve<Enter>tier=city<Enter><Up><C-d><F9>") == ["stage=reserve"])
    #expect(try typed("stage=reserve<Enter><Up><C-u>stage=completed<Enter><F9>") == ["stage=completed"])
  }

  @Test func whatCannotBeReadStaysAndSaysWhy() throws {
    var builder = try builder()
    for event in Event.keys("颜色=红") { _ = builder.handle(event, .zh) }
    #expect(builder.handle(.key(.function(9)), .zh) == .open)
    #expect(builder.problem?.zh.contains("颜色") == true)
    #expect(builder.line.text == "颜色=红")
  }
}
