import Domain
import Terminal
import Testing

@testable import Screens

@Suite struct RecordGridTests {
  @Test(arguments: [20, 40, 80, 120])
  func nothingIsLostAtAnyWidth(_ width: Int) throws {
    let list = try #require(Registers.named("projects")?.list("supports"))
    let texts = list.fields.indices.map { CleanText("内容\($0)号") }
    let columns = list.fields.map { (field: $0, title: CleanText($0.label.zh)) }
    let grid = RecordGrid(columns, [texts], width: width)
    let all = grid.lines.flatMap(\.pieces).map(\.text.string).joined()
    for text in texts { #expect(all.replacing(" ", with: "").contains(text.string)) }
  }
}
