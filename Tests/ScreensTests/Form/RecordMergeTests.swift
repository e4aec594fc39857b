import Domain
import Foundation
import Testing
import UseCases

@testable import Screens

/// Two versions that grew out of one.
struct RecordMergeTests {
  private func id(_ number: UInt64) -> RecordID { RecordID(high: 7, low: number) }

  private func row(_ number: UInt64, _ name: String, _ investment: Int? = nil) -> ChildRow {
    var row = ChildRow(id: id(number), values: ["name": .text(name)])
    if let investment { row["investment"] = .amount(Amount(investment)) }
    return row
  }

  private func project(_ name: String, _ rows: [ChildRow]) -> Document {
    Document(register: "projects", id: id(1), revision: 1, values: ["name": .text(name)], children: ["measures": rows])
  }

  private func names(_ document: Document) -> [String] {
    (document.children["measures"] ?? []).compactMap { $0["name"].text }
  }

  @Test func cellsOfOneRowAreJoined() {
    let old = project("甲", [row(10, "锅炉", 100)])
    let mine = project("甲", [row(10, "余热锅炉", 100)])
    let theirs = project("甲", [row(10, "锅炉", 200)])
    let merge = RecordMerge(original: old, mine: mine, theirs: theirs)
    #expect(merge.differences.count == 2)
    #expect(merge.differences.allSatisfy { !$0.isClash })
    #expect(merge.merged().children["measures"] == [row(10, "余热锅炉", 200)])
  }

  @Test func aRowDeletedHereAndChangedThereIsAClash() throws {
    let old = project("甲", [row(10, "锅炉"), row(11, "汽轮机")])
    var merge = RecordMerge(
      original: old, mine: project("甲", [row(10, "锅炉")]), theirs: project("甲", [row(10, "锅炉"), row(11, "汽轮机", 300)]))
    let clash = try #require(merge.differences.first)
    #expect(clash.isClash)
    // What the other person changed does not go unseen.
    #expect(merge.merged().children["measures"]?.last == row(11, "汽轮机", 300))
    merge.choose(.mine, at: 0)
    #expect(names(merge.merged()) == ["锅炉"])
  }

  @Test func aRowDeletedThereAndUntouchedHereGoes() {
    let old = project("甲", [row(10, "锅炉"), row(11, "汽轮机")])
    let merge = RecordMerge(original: old, mine: old, theirs: project("乙", [row(10, "锅炉")]))
    #expect(merge.differences.allSatisfy { !$0.isClash })
    #expect(names(merge.merged()) == ["锅炉"])
    #expect(merge.merged()["name"].text == "乙")
  }

  @Test func newRowsStandBehindTheRowThatTheyFollowed() {
    let old = project("甲", [row(10, "一"), row(11, "二")])
    let mine = project("甲", [row(10, "一"), row(20, "我的"), row(11, "二")])
    let theirs = project("甲", [row(10, "一"), row(11, "二"), row(30, "对方的")])
    #expect(names(RecordMerge(original: old, mine: mine, theirs: theirs).merged()) == ["一", "我的", "二", "对方的"])
  }

  @Test func aMovedRowStaysMoved() {
    let old = project("甲", [row(10, "一"), row(11, "二")])
    let mine = project("甲", [row(11, "二"), row(10, "一")])
    let theirs = project("甲", [row(10, "一", 5), row(11, "二")])
    #expect(names(RecordMerge(original: old, mine: mine, theirs: theirs).merged()) == ["二", "一"])
  }

  @Test func withoutTheirCommonOriginEveryDifferenceIsAsked() {
    let merge = RecordMerge(original: nil, mine: project("甲", []), theirs: project("乙", [row(10, "锅炉")]))
    #expect(merge.differences.count == 2)
    #expect(merge.differences.allSatisfy { $0.isClash })
  }

  @Test func anEarlierRevisionComesBackFromTheHistory() throws {
    let driver = try FormDriver()
    let first = try driver.save(
      "projects", ["name": .text("甲"), "region": .text("330523")],
      children: ["measures": [row(10, "一", 1), row(11, "二"), row(12, "三")]])
    var second = first
    second["name"] = .text("乙")
    second["content"] = .text("内容")
    second.children["measures"] = [row(12, "三"), row(13, "四"), row(10, "一", 9)]
    _ = try SaveRecord.run(second, base: 1, in: driver.store, as: driver.services.environment)
    let current = try #require(try driver.record("projects", first.id))
    let history = try driver.store.read { try $0.history("projects", first.id) }
    let earlier = try #require(RecordMerge.earlier(current, revision: 1, history))
    #expect(earlier["name"].text == "甲")
    #expect(earlier["content"].isEmpty)
    let rows = earlier.children["measures"] ?? []
    #expect(rows.map(\.id) == [id(10), id(11), id(12)])
    #expect(rows.map { $0["name"].text } == ["一", "二", "三"])
    #expect(rows.first?["investment"].amount == Amount(1))
    #expect(RecordMerge.earlier(current, revision: -5, history) == nil)
  }
}
