import Domain
import Testing
import UseCases
import Widgets

@testable import Screens

/// A supervisor shares a target out, and what is left of it is never out of sight.
@Suite struct SplitStoryTests {
  private func type(_ text: String, on desk: Desk) { for character in text { desk.send(.key(.character(character))) } }

  private func target(_ region: String, _ desk: Desk) throws -> RegionTarget? {
    try desk.store.read { library in
      try library.documents("targets", where: "series", is: .text("started/2022-2024")).map(RegionTarget.schema.record)
        .first { $0.region == region }
    }
  }

  private func open() throws -> Desk {
    let desk = try Desk.tally()
    try desk.stand(on: "started", "330500")
    desk.press("T")
    return desk
  }

  @Test func theRestIsShown() throws {
    let desk = try open()
    #expect(desk.frame.contains("本级 420 项 · 下级合计 415 项（5/6个地区） · 余 5 项 未分解"))
  }

  @Test func aPartIsChangedByHandWithItsVersion() throws {
    let desk = try open()
    let screen = try #require(desk.split)
    #expect(screen.basis == "share")
    for _ in 0..<60 where desk.split?.form.state.focus != FormKey("parts.value", row: "330523") { desk.press("<tab>") }
    desk.press("<c-u>")
    type("90", on: desk)
    desk.press("<tab>")
    #expect(desk.frame.contains("正好分完"))
    desk.press("<c-s>")
    #expect(desk.frame.contains("已保存1个地区的目标"))
    let saved = try #require(try target("330523", desk))
    #expect(saved.value == Amount(90) && saved.version == 2)
    #expect(try target("330522", desk)?.version == 1, "what did not change is not written")
    let history = try desk.store.read { try $0.history("targets", saved.id) }
    #expect(history.last?.action == SplitTarget.action)
  }

  @Test func partsThatDoNotAddUpAreAskedAboutAndSaved() throws {
    let desk = try open()
    for _ in 0..<60 where desk.split?.form.state.focus != FormKey("parts.value", row: "330523") { desk.press("<tab>") }
    desk.press("<c-u>")
    type("100", on: desk)
    desk.press("<c-s>")
    #expect(desk.frame.contains("多出 10 项"))
    desk.press("y")
    #expect(try target("330523", desk)?.value == Amount(100))
    #expect(desk.frame.contains("超出 10 项"))
  }

  @Test func aBasisProposesPartsThatAddUp() throws {
    let desk = try open()
    for _ in 0..<60 where desk.split?.form.state.focus != FormKey("basis") { desk.press("<tab>") }
    desk.press("<f2>")
    type("按用能", on: desk)
    desk.press("<enter>")
    #expect(desk.split?.basis == "energy")
    // All of Huzhou's energy stands in 安吉.
    #expect(desk.split?.form.text(FormKey("parts.value", row: "330523")) == "420")
    #expect(desk.frame.contains("正好分完"))
  }

  @Test func typingIsKeptOverADroppedLine() throws {
    let desk = try open()
    for _ in 0..<60 where desk.split?.form.state.focus != FormKey("parts.value", row: "330523") { desk.press("<tab>") }
    desk.press("<c-u>")
    type("88", on: desk)
    desk.press("<tab><esc>yT")
    #expect(desk.split?.form.text(FormKey("parts.value", row: "330523")) == "88")
    #expect(desk.frame.contains("已恢复未存的分解"))
  }
}
