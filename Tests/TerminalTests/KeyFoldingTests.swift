import Testing

@testable import Terminal

@Suite struct KeyFoldingTests {
  @Test(arguments: zip("ｗＺ０９／：；，．！？（）～、。，：？；！（）　", "wZ09/:;,.!?()~/.,:?;!() "))
  func fullWidthFoldsToHalfWidth(_ typed: Character, _ key: Character) {
    #expect(Key.character(typed).folded == .character(key))
    #expect(!Key.character(typed).showsInputMethod)
  }

  @Test func otherKeysStay() {
    for key in [Key.enter, .control("s"), .character("a"), .character("库"), .function(1)] { #expect(key.folded == key) }
    #expect(Key.alt("０").folded == .alt("0"))
  }

  @Test func chineseWhileBrowsingCallsForTheHint() {
    for character in "我库㐀“…" { #expect(Key.character(character).showsInputMethod) }
    for character in "az/:[é" { #expect(!Key.character(character).showsInputMethod) }
    #expect(!Key.enter.showsInputMethod)
  }
}
