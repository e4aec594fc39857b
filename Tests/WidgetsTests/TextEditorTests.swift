import Terminal
import Testing

@testable import Widgets

/// The text as two strings around the cursor: the plainest thing that an editor can be.
private struct Model {
  var before = ""
  var after = ""

  var text: String { before + after }

  mutating func apply(_ key: Key) {
    switch key {
    case .character(let character): before.append(character)
    case .left: if let last = before.popLast() { after = String(last) + after }
    case .right: if !after.isEmpty { before.append(after.removeFirst()) }
    case .home: (before, after) = ("", text)
    case .end: (before, after) = (text, "")
    case .backspace: _ = before.popLast()
    case .delete: if !after.isEmpty { after.removeFirst() }
    case .control("u"): before = ""
    case .control("k"): after = ""
    default: break
    }
  }
}

@Test func editorEqualsTheModel() {
  let keys: [Key] =
    [.left, .right, .home, .end, .backspace, .delete, .control("u"), .control("k"), .left, .right, .backspace]
    + "安吉水泥ａ1, x🏭é".map { .character($0) } + "节能降碳3871".map { .character($0) }
  for seed in 0..<300 {
    var chance = Chance(UInt64(seed))
    var model = Model()
    var editor = TextEditor()
    for _ in 0..<120 {
      guard let key = keys.randomElement(using: &chance) else { continue }
      if key == .control("u") || key == .control("k"), Bool.random(using: &chance) { continue }
      model.apply(key)
      _ = editor.handle(key)
      #expect(editor.text == model.text)
      #expect(editor.cursor == model.before.count)
    }
    let final = editor.text
    var steps = 0
    while editor.undo() { steps += 1 }
    #expect(editor.text.isEmpty || steps >= 200, "undo goes back to the beginning of \(final)")
  }
}

@Test func wordsAreRunsOfOneKind() {
  var editor = TextEditor("安吉水泥 2500t/d 熟料线")
  _ = editor.handle(.controlLeft)
  #expect(editor.cursor == 13)
  _ = editor.handle(.control("w"))
  #expect(editor.text == "安吉水泥 2500t/熟料线")
  editor.undo()
  #expect(editor.text == "安吉水泥 2500t/d 熟料线")
}

@Test func controlsNeverEnter() {
  var editor = TextEditor()
  editor.insert("a\u{1B}[2J\u{7}\u{202E}b\nc")
  #expect(!editor.text.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E })
  var area = TextEditor(multiline: true)
  area.insert("一\r\n二\n三")
  #expect(area.text == "一\n二\n三")
}

@Test func combiningMarksJoinTheirLetter() {
  var editor = TextEditor("e")
  editor.insert("\u{301}")
  #expect(editor.characters == ["é"])
  #expect(editor.cursor == 1)
}

@Test func fieldScrollsToItsCaret() {
  for width in 1...20 {
    let characters = Array("安吉某某水泥有限公司2#熟料线2500t/d")
    for cursor in 0...characters.count {
      let window = TextField.window(characters, cursor: cursor, width: width, focused: true)
      #expect(window.text.width <= max(width, 0) && window.caret >= 0 && window.caret < width)
    }
  }
  let characters = Array("安吉某某水泥有限公司")
  let window = TextField.window(characters, cursor: 10, width: 10, focused: true)
  #expect(window.text.string.hasPrefix("…") && window.text.string.hasSuffix("公司"))
  #expect(window.caret == window.text.width)
}

@Test func areaMovesByDrawnLines() {
  var area = TextArea("一二三四五六七八九十", cursor: 0)
  #expect(area.handle(.key(.down), width: 9) == .moved)
  #expect(area.editor.cursor == 4)
  #expect(area.handle(.key(.up), width: 9) == .moved)
  #expect(area.handle(.key(.up), width: 9) == .ignored)
  #expect(frame(9, 3) { area.draw(in: &$0, focused: false) } == ["一二三四", "五六七八", "九十"])
}
