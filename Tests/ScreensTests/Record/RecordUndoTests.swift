import Domain
import Testing
import UseCases

@testable import Screens

/// The last change of one's own, taken back from the record.
@Suite struct RecordUndoTests {
  @Test func whatWouldChangeIsShownAndDone() throws {
    let desk = try PeopleDesk()
    let id = try desk.draft("屋顶光伏验证")
    let clerk = try desk.seat("clerk")
    let services = try desk.services("clerk")
    var document = try desk.project(id)
    document["content"] = .text("写错的内容")
    document.children["measures"]?[0]["name"] = .text("写错的措施")
    _ = try SaveRecord.run(document, base: 1, in: services.store, as: services.environment)
    clerk.press("/屋顶光伏验证<Enter><Enter>Z")
    #expect(clerk.frame.contains("写错的内容 → 利用厂房屋顶") && clerk.frame.contains("写错的措施 → 光伏组件"))
    clerk.press("<Esc>")
    #expect(try desk.project(id)["content"] == .text("写错的内容"))
    clerk.press("Zy")
    #expect(clerk.frame.contains("已撤销"))
    #expect(try desk.project(id)["content"] == .text("利用厂房屋顶建设分布式光伏电站，自发自用"))
    // Somebody else may not, and is told whose it was.
    let county = try desk.seat("county")
    county.press("/屋顶光伏验证<Enter><Enter>Z")
    #expect(county.frame.contains("是clerk所作"))
  }

  @Test func aFilingIsNoChange() throws {
    let desk = try PeopleDesk()
    _ = try desk.draft("屋顶光伏验证")
    let clerk = try desk.seat("clerk")
    clerk.press("/屋顶光伏验证<Enter><Enter>Z")
    #expect(clerk.frame.contains("只有新建这一次"))
    clerk.press("Sy")
    #expect(clerk.frame.contains("已上报"))
    clerk.press("Z")
    #expect(clerk.frame.contains("请用撤回"))
  }
}
