import Domain
import Terminal
import Testing

@testable import Screens
@testable import UseCases

/// The inbox, told in keys.
@Suite struct ReviewStoryTests {
  /// A desk on the inbox with so many projects that wait for the county.
  static func desk(_ count: Int, width: Int = 80) throws -> Desk {
    let desk = try Desk(width: width)
    let environment = desk.services.environment
    for number in 0..<count {
      func row(_ values: [String: Value]) -> ChildRow { ChildRow(id: environment.newID(), values: values) }
      let document = Document(
        register: "projects", id: environment.newID(),
        values: ["name": .text("待审项目\(number)号"), "region": .text("330523"), "holder_kind": .text("enterprise")],
        children: [
          "memberships": [row(["tier": .text("county"), "state": .text("submitted")])],
          "filings": [
            row([
              "tier": .text("county"), "kind": .text("admit"), "number": .integer(1), "outcome": .text("waiting"),
              "submitted_by": .text("钱填报"), "batch": .text("第3批"),
              "submitted_on": Day(parsing: "2023-06-20").map { .day($0) } ?? .empty,
            ])
          ],
        ])
      _ = try desk.store.write(as: environment) {
        try SaveRecord.write(
          document, base: 0, action: SaveRecord.action, in: $0, desk.store, environment, isGuarded: false)
      }
    }
    desk.press("6")
    return desk
  }

  private func projects(_ desk: Desk, _ state: String) throws -> Int {
    try desk.store.read {
      try $0.totals("projects", where: .where("filing", .equal, .text(state)), sums: []).count
    }
  }

  @Test func theOldestComesFirstAndTheNextByItself() throws {
    let desk = try Self.desk(2)
    #expect(desk.frame.contains("[6审核2]") && desk.frame.contains("待审 1批 2项"))
    #expect(desk.frame.contains("待审项目0号   申请入库"))
    desk.press("a<C-u>湖经信12号<Enter>")
    #expect(desk.frame.contains("已同意：待审项目0号"))
    #expect(desk.frame.contains("待审项目1号   申请入库") && desk.frame.contains("文号 湖经信12号"))
    desk.press("a<Enter>")
    #expect(desk.frame.contains("没有待审的申报") || desk.frame.contains("已同意：待审项目1号"))
    #expect(try projects(desk, "submitted") == 0)
  }

  @Test func theOpinionStandsWithItsOwnRecordAlone() throws {
    let desk = try Self.desk(2)
    desk.press("a<C-u>湖经信12号 2023-06-29；节能量依据充分<Enter>")
    desk.press("a")
    #expect(desk.frame.contains("湖经信12号 2023-06-29") && !desk.frame.contains("充分"), "\(desk.frame)")
    desk.press("<Esc>")
    let admitted = try desk.store.read { try $0.documents("projects", where: "name", is: .text("待审项目0号")) }
    let filing = try #require(admitted.first.map(Project.schema.record)?.filings.last)
    #expect(filing.opinion == "节能量依据充分" && filing.document == "湖经信12号" && filing.outcome == "admitted")
    desk.press("2/待审项目0号<Enter><Enter>")
    let pages = (0..<9).map { _ in desk.press("<Tab>") }
    #expect(pages.contains { $0.contains("意见：节能量依据充分") }, "\(pages)")
  }

  @Test func aReturnNamesItsFields() throws {
    let desk = try Self.desk(1)
    // A usual reason brings its field; a text typed is a reason for the whole.
    desk.press("b无计算依据<Enter>")
    #expect(desk.frame.contains("✗ 节能量计算依据"))
    desk.press("材料不齐<Enter><Enter>")
    #expect(desk.frame.contains("已退回：待审项目0号"))
    #expect(try projects(desk, "returned") >= 1)
    desk.press("0")
    #expect(desk.frame.contains("待审项目0号") && desk.frame.contains("节能量计算依据：节能量无计算依据"))
  }

  @Test func escapeTakesBackWhatWasGathered() throws {
    let desk = try Self.desk(1)
    desk.press("b材料不齐<Enter><Esc><Esc>")
    #expect(!desk.frame.contains("退回：选原因") && desk.frame.contains("待审 1批 1项"))
    #expect(try projects(desk, "submitted") == 1)
  }

  @Test func markedOnesAreAdmittedAtOnce() throws {
    let desk = try Self.desk(3)
    desk.press("k<Space>A<Enter>")
    #expect(desk.frame.contains("已同意3项"))
    #expect(try projects(desk, "submitted") == 0)
  }

  @Test func everySizeIsDrawn() throws {
    let desk = try Self.desk(2)
    for (width, height) in [(1, 1), (20, 5), (40, 10), (59, 24), (60, 24), (200, 60)] {
      desk.send(.resize(Size(width: width, height: height)))
      desk.press("b<Esc><Tab>jk<Tab>")
    }
  }

  @Test(arguments: [(80, 24), (120, 40)]) func asKept(_ size: (Int, Int)) throws {
    let desk = try Self.desk(3)
    desk.send(.resize(Size(width: size.0, height: size.1)))
    try Golden.check(desk.frame, "review-\(size.0)x\(size.1)")
  }
}
