import Testing

@testable import Terminal

@Suite struct LocaleLadderTests {
  @Test func aLocaleThatIsThereSaysNothing() {
    #expect(
      LocaleLadder.settle(asked: "zh_CN.UTF-8") { $0.isEmpty ? "UTF-8" : nil } == .init(isUTF8: true, notice: nil))
  }

  @Test func aMissingLocaleStepsDownAndSaysSo() {
    let outcome = LocaleLadder.settle(asked: "zh_CN.UTF-8") { $0 == "C.UTF-8" ? "UTF-8" : nil }
    #expect(outcome.isUTF8)
    #expect(outcome.notice?.zh.string == "本机没有语言环境 zh_CN.UTF-8，已改用 C.UTF-8")
    let next = LocaleLadder.settle(asked: "zh_CN.utf8") { $0 == "en_US.UTF-8" ? "UTF-8" : nil }
    #expect(next.notice?.en.string.contains("en_US.UTF-8") == true)
    #expect(LocaleLadder.settle(asked: "zh_CN.UTF-8") { _ in nil }.isUTF8)
  }

  @Test func noUTF8AskedForMeansASCII() {
    let outcome = LocaleLadder.settle(asked: "C") { $0.isEmpty ? "ANSI_X3.4-1968" : "UTF-8" }
    #expect(!outcome.isUTF8)
    #expect(outcome.notice?.zh.string.unicodeScalars.contains { !$0.isASCII } == false)
  }
}
