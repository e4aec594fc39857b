import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  private func keys(_ text: String) -> [Event] {
    var decoder = KeyDecoder()
    return decoder.feed(Array(text.utf8)) + decoder.timeOut()
  }

  @Test(arguments: [
    ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[1;5A", .controlUp), ("\u{1B}[1;2B", .down),
    ("\u{1B}Oc", .controlRight),
    ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}[F", .end),
    ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp),
    ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab), ("\u{1B}", .escape), ("\r", .enter), ("\n", .enter), ("\t", .tab),
    ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{13}", .control("s")), ("\u{11}", .control("q")),
    ("\u{1B}0", .alt("0")), ("\u{1B}x", .alt("x")), ("\u{1B}[115;5u", .control("s")),
    ("\u{1B}[27;5;115~", .control("s")),
    ("三", .character("三")), ("ｗ", .character("ｗ")), ("\u{1B}O", .alt("O")), ("\u{1B}[", .alt("[")),
  ])
  func knownSequences(_ bytes: String, _ key: Key) {
    #expect(keys(bytes) == [.key(key)])
  }

  @Test func bothEncodingsOfFunctionKeys() {
    let xterm = ["OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"]
    let other = ["[11~", "[12~", "[13~", "[14~", "[[E", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"]
    let linux = ["[[A", "[[B", "[[C", "[[D", "[[E"]
    for list in [xterm, other, linux] {
      for (index, text) in list.enumerated() { #expect(keys("\u{1B}" + text) == [.key(.function(index + 1))]) }
    }
  }

  @Test func unknownSequencesAreSwallowedWhole() {
    for text in [
      "\u{1B}[?1;2c", "\u{1B}[99~", "\u{1B}[1;7X", "\u{1B}]11;rgb:00/00/00\u{7}", "\u{1B}P>|x\u{1B}\\", "\u{1B}[I",
    ] {
      #expect(keys(text + "j").suffix(1) == [.key(.character("j"))])
      #expect(keys(text + "j").count <= 2)
    }
    #expect(keys("\u{1B}[?1;2cj") == [.key(.character("j"))])
  }

  @Test func aSequenceMayArriveInPieces() {
    let bytes = Array("\u{1B}[1;5A安\u{1B}[200~两行\r\n字\u{1B}[201~\u{1B}OPx".utf8)
    var whole = KeyDecoder()
    let expected = whole.feed(bytes)
    #expect(expected.count == 5)
    #expect(expected[2] == .paste("两行\n字"))
    var decoder = KeyDecoder()
    #expect(bytes.flatMap { decoder.feed([$0]) } == expected)
  }

  @Test func aLateRestOfAnArrowIsStillTheArrow() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.timeOut() == [.key(.escape)])
    #expect(decoder.feed(Array("[A".utf8)) == [.key(.up)])
    #expect(decoder.feed(Array("[A".utf8)) == [.key(.character("[")), .key(.character("A"))])
  }

  @Test func pastedTextIsTextAndNeverACommand() {
    #expect(keys("\u{1B}[200~q:\u{1B}[Ax\u{3}\tb\r\u{1B}[201~") == [.paste("q:[Ax\tb\n")])
  }

  @Test func brokenBytesAreDropped() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0xFF, 0x41, 0xE5, 0x42, 0xC0, 0x80, 0x43]) == "ABC".map { .key(.character($0)) })
    #expect(decoder.feed([0xE5, 0xAE]).isEmpty)
    #expect(decoder.timeOut().isEmpty)
    #expect(decoder.feed([0x44]) == [.key(.character("D"))])
  }

  @Test func mouseEventsCountFromZero() {
    #expect(keys("\u{1B}[<0;5;3M") == [.mouse(Mouse(action: .press, point: Point(x: 4, y: 2)))])
    #expect(keys("\u{1B}[<0;5;3m").isEmpty)
    #expect(keys("\u{1B}[<64;1;1M") == [.mouse(Mouse(action: .wheelUp, point: Point(x: 0, y: 0)))])
    #expect(keys("\u{1B}[<0;999999999;3M").isEmpty)
    #expect(keys("\u{1B}[M !!").isEmpty)
  }

  @Test func randomBytesNeverHangOrGrow() {
    var random = SplitMix(state: 99)
    let pieces: [[UInt8]] = [
      [0x1B], [0x5B], [0x4F], [0x5D], [0x3B], [0x7E], [0x4D], [0x3C], Array("200~".utf8), [0xE5], [0x41],
    ]
    var decoder = KeyDecoder()
    for _ in 0..<50_000 {
      let piece = random.below(3) == 0 ? [UInt8(random.below(256))] : pieces[random.below(pieces.count)]
      _ = decoder.feed(piece)
      if random.below(20) == 0 { _ = decoder.timeOut() }
      if random.below(200) == 0 { _ = decoder.feed(Array("\u{1B}[201~".utf8)) }
      #expect(decoder.buffer.count < 5000)
    }
  }
}
