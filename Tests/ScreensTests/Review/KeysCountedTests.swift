import Domain
import Foundation
import Testing
import UseCases

@testable import Screens

/// The manual counts the keys of the common ways; here they are pressed and counted. Document numbers and reasons that are
/// typed are not counted, the keys around them are.
@Suite struct KeysCountedTests {
  @Test func theManualCountsRight() throws {
    let desk = try PeopleDesk()
    // The sample's own draft is not part of the batch.
    try DeleteDraft.run(
      "projects", try #require(desk.base.ids["屋顶光伏6.2MW"]), base: 1, in: desk.base.store,
      as: desk.base.services.environment)
    let ids = try (1...20).map { try desk.draft("屋顶光伏第\($0)期") }
    let clerk = try desk.seat("clerk", start: .mine)
    var counted: [String: Int] = [:]

    // A batch of 20, from the list of drafts that the first screen opens.
    clerk.press("<Home><Tab><Tab><Tab><Tab><Tab><Up><Enter>")
    #expect(clerk.frame.contains("屋顶光伏第20期"), "\(clerk.frame)")
    _ = clerk.count()
    clerk.press("*Sy")
    counted["submit"] = clerk.count()
    #expect(try ids.allSatisfy { try desk.project($0)["filing"] == .text("submitted") }, "\(clerk.frame)")

    // One of them comes back at two fields.
    let county = try desk.seat("county", start: .review)
    #expect(county.frame.contains("待审 1批 20项"), "\(county.frame)")
    _ = county.count()
    county.press("b<Enter><Down><Enter><Enter>")
    counted["return"] = county.count()
    let back = try #require(try ids.first { try desk.project($0)["filing"] == .text("returned") })
    let faults = FieldFault.read(Project.schema.record(try desk.project(back)).filings.last?.faults ?? "")
    #expect(Set(faults.map(\.field)).count == 2 && faults.allSatisfy { !$0.field.isEmpty }, "\(faults)")

    // Corrected and handed up again, from the first screen.
    clerk.press("q<Home><Tab>")
    #expect(clerk.frame.contains("退回修改"), "\(clerk.frame)")
    _ = clerk.count()
    clerk.press("e")
    clerk.type("<F4><End>，已核对")
    clerk.press("<F9><Enter>")
    counted["correct"] = clerk.count()
    #expect(try desk.project(back)["filing"] == .text("submitted"), "\(clerk.frame)")

    // The rest: two batches now, marked by their headings.
    county.wake()
    county.press("g")
    _ = county.count()
    county.press("<Space><Down>")
    county.press("A<Enter>")
    counted["admit"] = county.count()
    #expect(county.frame.contains("已同意"), "\(county.frame)")

    for file in ["docs/manual.md", "docs/manual.zh-CN.md"] {
      let manual = try String(contentsOfFile: Self.checkout + file, encoding: .utf8)
      let line = try #require(manual.firstMatch(of: /<!-- counted: ([^>]*) -->/)?.1, "\(file)")
      let said =
        "submit \(counted["submit"] ?? 0), return \(counted["return"] ?? 0), correct \(counted["correct"] ?? 0), admit \(counted["admit"] ?? 0)"
      #expect(line == said, "\(file) should say: \(said)")
    }
  }

  private static var checkout: String {
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/"
  }
}
