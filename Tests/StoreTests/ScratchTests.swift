import Domain
import Foundation
import Testing
import UseCases

@testable import Store

@Suite struct ScratchTests {
  @Test func typingComesBackPersonByPerson() throws {
    let shop = try Workshop()
    let keeper = FileScratch(library: shop.path)
    let document = shop.work("甲") { work in
      work.amount = Amount(scaled: 12_345)
      work.start = Day(number: 20_230_301)
      work.deadline = Month(number: 202_405)
      work.year = 2023
      work.urgent = true
      work.parent = RecordID(high: 3, low: 4)
      work.steps = [Work.Step(id: RecordID(high: 1, low: 1), name: "步\n骤😀")]
    }
    let scratch = Scratch(
      document: document, base: 4, raw: ["amount": "5,20"], focus: "steps/x/name", caret: 2,
      savedAt: Instant(milliseconds: 9))
    let names = ["王芳", "../../etc/passwd", "", "a/b"]
    for name in names { try keeper.keep(scratch, person: name) }
    for name in names { #expect(keeper.load(person: name) == scratch) }
    #expect(keeper.load(person: "李强") == nil)
    try keeper.discard(person: "王芳")
    try keeper.discard(person: "王芳")
    #expect(keeper.load(person: "王芳") == nil)
    #expect(keeper.load(person: "a/b") == scratch)
    let inside = try FileManager.default.contentsOfDirectory(atPath: shop.path + ".scratch")
    #expect(inside.count == 3)
    let mode = try FileManager.default.attributesOfItem(atPath: shop.path + ".scratch")[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test func junkIsNoTyping() throws {
    let shop = try Workshop()
    let keeper = FileScratch(library: shop.path)
    try keeper.keep(Scratch(document: shop.work("甲"), base: 0, savedAt: Instant(milliseconds: 0)), person: "a")
    let file = shop.path + ".scratch/61.json"
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    for junk in [Data(), Data("{".utf8), Data("null".utf8), Data(whole.dropLast(7)), Data([0xFF, 0xFE, 0])] {
      try junk.write(to: URL(fileURLWithPath: file))
      #expect(keeper.load(person: "a") == nil)
    }
    try keeper.keep(Scratch(document: shop.work("乙"), base: 0, savedAt: Instant(milliseconds: 0)), person: "a")
    #expect(keeper.load(person: "a")?.document["name"] == .text("乙"))
  }
}
