import Testing

@testable import Terminal

@Suite struct CleanTextTests {
  @Test(arguments: [
    ("\u{1B}[31m红", "[31m红"), ("a\u{7}b\u{8}c", "abc"), ("\u{9B}2J清", "2J清"), ("\u{7F}x", "x"),
    ("\u{1B}]52;c;aGk=\u{7}", "]52;c;aGk="), ("\u{1B}P1$r\u{1B}\\", "P1$r\\"), ("\u{0}nul", "nul"),
    ("\u{202E}安吉\u{202C}", "安吉"), ("\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}", "a"),
    ("水\u{200B}泥\u{FEFF}厂\u{200D}\u{2060}", "水泥厂"), ("a\tb\r\nc\nd\u{2028}e\u{85}f", "a b c d e f"),
    ("\u{FFFD}\u{FFFE}坏", "坏"), ("\u{E0041}\u{FE0F}旗", "旗"), ("\u{301}头", "头"), ("", ""), ("\u{3164}空", "空"),
  ])
  func hostileTextIsCleaned(_ raw: String, _ clean: String) {
    let text = CleanText(raw)
    #expect(text.string == clean)
    #expect(text.width == Width.of(clean))
  }

  @Test func brokenBytesAndSurrogatesAreDropped() {
    let text = CleanText(
      String(decoding: [0xE5, 0xAE, 0x89, 0xED, 0xA0, 0x80, 0xFF, 0xC0, 0x41] as [UInt8], as: UTF8.self))
    #expect(text.string == "安A")
  }

  @Test func noControlOfAnyKindIsLeft() {
    var raw = String.UnicodeScalarView()
    for value in UInt32(0)..<0x11_0000 {
      if let scalar = Unicode.Scalar(value) { raw.append(scalar) }
    }
    let clean = CleanText(String(raw))
    let bad = clean.string.unicodeScalars.filter {
      $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || (0x202A...0x202E).contains($0.value)
        || (0x2066...0x2069).contains($0.value) || [0x200E, 0x200F, 0x61C, 0x200B, 0xFEFF].contains($0.value)
    }
    #expect(bad.isEmpty)
  }

  @Test func marksAreBoundedAndComposed() {
    #expect(CleanText("e\u{301}").string.unicodeScalars.count == 1)
    let zalgo = CleanText("库" + String(repeating: "\u{301}", count: 50) + "x")
    #expect(zalgo.string.unicodeScalars.count == 4)
    #expect(zalgo.width == 3)
    let joined = CleanText("a") + CleanText("\u{301}\u{302}b")
    #expect(joined.width == joined.string.unicodeScalars.reduce(0) { $0 + Width.of($1) })
  }

  @Test(arguments: [
    ("安吉某某水泥有限公司", 20, "安吉某某水泥有限公司"), ("安吉某某水泥有限公司", 19, "安吉某某水泥有限公…"),
    ("安吉某某水泥有限公司", 18, "安吉某某水泥有限…"), ("安吉水泥", 4, "安…"), ("安吉水泥", 2, "…"), ("安吉", 1, "…"), ("安吉", 0, ""),
    ("ab安c", 4, "ab…"), ("abc", -1, ""), ("屋顶光伏6.2MW", 9, "屋顶光伏…"),
  ])
  func cutsOnACharacterBoundaryWithAMark(_ text: String, _ cells: Int, _ cut: String) {
    #expect(CleanText(text).cut(to: cells).string == cut)
  }

  @Test func cutNeverExceedsAndNeverSplits() {
    let text = CleanText("利用窑头窑尾废气余热，新建4.5MW纯低温余热发电e\u{323}\u{301}系统①…")
    for cells in 0...text.width + 2 {
      #expect(text.cut(to: cells).width <= cells)
      #expect(text.cut(to: cells).width == Width.of(text.cut(to: cells).string))
      let head = text.prefix(cells)
      #expect(text.string.hasPrefix(head.string) && head.width <= cells && head.width >= min(cells, text.width) - 1)
      let tail = text.dropping(cells)
      #expect(text.string.hasSuffix(tail.string) && tail.width == Width.of(tail.string))
      #expect(tail.width <= max(0, text.width - cells))
    }
  }

  @Test func wrapsAtBlanksAndBetweenHan() {
    #expect(CleanText("储备项目库").wrapped(to: 4).map(\.string) == ["储备", "项目", "库"])
    #expect(CleanText("Set TERM to vt100").wrapped(to: 8).map(\.string) == ["Set TERM", "to vt100"])
    #expect(CleanText("abcdefghij").wrapped(to: 4).map(\.string) == ["abcd", "efgh", "ij"])
    #expect(CleanText("").wrapped(to: 4).map(\.string) == [""])
  }
}
