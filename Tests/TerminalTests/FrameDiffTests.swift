import Testing

@testable import Terminal

@Suite struct FrameDiffTests {
  @Test func equalFramesSayNothing() {
    #expect(FrameDiff.describe(expected: "三库\n  x  \n\n", actual: "三库   \n  x\n") == nil)
  }

  @Test func differingCellsAreMarkedWithTheirHalves() {
    let text = FrameDiff.describe(expected: "三库a\n", actual: "三ab a\n") ?? ""
    #expect(text.contains("  0 - 三库a\n"))
    #expect(text.contains("  0 + 三ab a\n"))
    #expect(text.contains("\n        ^^^^\n"))
    #expect(text.contains("三~库~a | 三~ab a"))
  }
}
