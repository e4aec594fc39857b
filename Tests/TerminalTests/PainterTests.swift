import Testing

@testable import Terminal

@Suite struct PainterTests {
  private let size = Size(width: 80, height: 24)

  private func list(_ first: Int, cursor: Int, size: Size = Size(width: 80, height: 24)) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.put("0我的 1总览 [2项目库] 3企业 4能效", x: 0, y: 0, style: .heading)
    for row in 1..<max(1, size.height - 1) {
      let number = first + row
      canvas.put(number == cursor ? "▌" : " ", x: 0, y: row, style: Style(.mark))
      canvas.put("\(number)号窑余热发电及锅炉煤改气集中供热", x: 1, y: row, width: 50)
      canvas.put("\(number * 37 % 9973)", x: 52, y: row, width: 12, align: .right, style: .dim)
      canvas.put("实施 2024-05", x: 66, y: row, width: 14)
    }
    canvas.put("↑↓移动 Enter打开 /查找", x: 0, y: size.height - 1, style: .dim)
    return canvas
  }

  @Test func anUnchangedFrameSendsNothing() {
    var painter = Painter(capabilities: Capabilities(), theme: .builtIn)
    _ = painter.frame(list(0, cursor: 3))
    #expect(painter.frame(list(0, cursor: 3)).isEmpty)
  }

  @Test func aMovedMarkCostsFewBytes() {
    var painter = Painter(capabilities: Capabilities(), theme: .builtIn)
    _ = painter.frame(list(0, cursor: 3))
    #expect(painter.frame(list(0, cursor: 4)).count < 40)
  }

  @Test(arguments: [1, -1, 5, 21, -21])
  func scrollingCostsNewLinesOnly(_ lines: Int) {
    var painter = Painter(capabilities: Capabilities(), theme: .builtIn)
    var screen = Playback(size)
    screen.play(painter.frame(list(100, cursor: 103)))
    let whole = painter.frame(list(100 + lines, cursor: 103 + lines))
    screen.play(whole)
    #expect(screen.text == list(100 + lines, cursor: 103 + lines).text)
    if abs(lines) == 1 { #expect(whole.count < 180) }
  }

  /// A list that scrolls beside a pane that stays, whose counts have another look than its names.
  @Test(arguments: [1, -1])
  func scrollingBesideAPaneRepairsThePaneInFewBytes(_ lines: Int) {
    func frame(_ first: Int) -> Canvas {
      var canvas = list(first, cursor: first + 20)
      for y in 1..<23 {
        canvas.put("  湖州\(y)市", x: 0, y: y, width: 12)
        canvas.put("\(y * 137) │", x: 12, y: y, width: 8, align: .right, style: .dim)
        canvas.put("\(first + y)号线", x: 20, y: y, width: 60)
      }
      return canvas
    }
    var painter = Painter(capabilities: Capabilities(), theme: .builtIn)
    var screen = Playback(size)
    screen.play(painter.frame(frame(100)))
    let bytes = painter.frame(frame(100 + lines))
    screen.play(bytes)
    #expect(screen.text == frame(100 + lines).text)
    var plain = Painter(capabilities: Capabilities(scrolls: false), theme: .builtIn)
    _ = plain.frame(frame(100))
    #expect(bytes.count <= plain.frame(frame(100 + lines)).count)
  }

  /// A blank between two dim figures is as blank when it is dim.
  @Test func aBlankKeepsThePen() {
    var canvas = Canvas(size: Size(width: 12, height: 1))
    var painter = Painter(capabilities: Capabilities(), theme: .builtIn)
    _ = painter.frame(canvas)
    canvas.put("12 345", x: 0, y: 0, style: .dim)
    let text = String(decoding: painter.frame(canvas), as: UTF8.self)
    #expect(text.contains("12 345"))
    canvas.put("12 345", x: 0, y: 0, style: Style(.selected))
    canvas.put(" ", x: 2, y: 0)
    let reversed = String(decoding: painter.frame(canvas), as: UTF8.self)
    #expect(!reversed.contains("12 345") && reversed.contains("345"))
  }

  /// Whatever frames follow each other at whatever size, what the terminal shows is the frame.
  @Test func playedBackBytesShowTheFrame() {
    var random = SplitMix(state: 7)
    let texts: [CleanText] = ["库", "a", "安吉x县", "─│", "…", "      ", "三 库", "x\u{323}"]
    for round in 0..<60 {
      let size = Size(width: 1 + random.below(round.isMultiple(of: 10) ? 2 : 50), height: 1 + random.below(20))
      let capabilities = Capabilities(
        scrolls: random.below(4) > 0, erasesWithBackground: random.below(2) == 0)
      var painter = Painter(capabilities: capabilities, theme: .builtIn)
      var screen = Playback(size)
      screen.homesWithRegion = random.below(2) == 0
      var canvas = Canvas(size: size)
      for _ in 0..<40 {
        if random.below(3) == 0 { canvas = shifted(canvas, by: random.below(7) - 3) }
        for _ in 0..<random.below(30) {
          let style = Style(Role.allCases[random.below(Role.allCases.count)])
          canvas.put(
            texts[random.below(texts.count)], x: random.below(size.width + 2) - 1, y: random.below(size.height),
            style: style)
        }
        canvas.caret = random.below(2) == 0 ? nil : Point(x: random.below(size.width), y: random.below(size.height))
        screen.play(painter.frame(canvas))
        #expect(FrameDiff.describe(expected: canvas.text, actual: screen.text) == nil)
        #expect(screen.unknown.isEmpty)
        if let caret = canvas.caret { #expect(screen.cursor == caret) }
      }
    }
  }

  private func shifted(_ canvas: Canvas, by lines: Int) -> Canvas {
    var other = Canvas(size: canvas.size)
    for y in 0..<canvas.size.height { other.put(CleanText(canvas.row(y + lines)), x: 0, y: y) }
    return other
  }

  @Test func asciiStandsInWhereGlyphsOrHanAreLacking() {
    var canvas = Canvas(size: Size(width: 12, height: 1))
    canvas.put("│█●→ 库…", x: 0, y: 0)
    func shown(_ repertoire: Repertoire) -> String {
      var painter = Painter(capabilities: Capabilities(repertoire: repertoire), theme: .builtIn)
      var screen = Playback(canvas.size)
      screen.play(painter.frame(canvas))
      return screen.text
    }
    #expect(shown(.full) == "│█●→ 库…\n")
    #expect(shown(.asciiGlyphs) == "|#*> 库…\n")
    #expect(shown(.ascii) == "|#*> ??~\n")
  }

  @Test func withoutColourNoColourIsSent() {
    var canvas = Canvas(size: size)
    for (y, role) in Role.allCases.prefix(24).enumerated() { canvas.put("三级储备库", x: 0, y: y, style: Style(role)) }
    var painter = Painter(capabilities: Capabilities(colors: .none), theme: .builtIn)
    let text = String(decoding: painter.frame(canvas), as: UTF8.self)
    let parameters = text.split(separator: "\u{1B}[").compactMap { part in
      part.firstIndex { !($0.isNumber || $0 == ";") }.flatMap { part[$0] == "m" ? part[..<$0] : nil }
    }.joined(separator: ";").split(separator: ";").compactMap { Int($0) }
    #expect(parameters.allSatisfy { [0, 1, 2, 4, 7].contains($0) })
    #expect(parameters.contains(7))
  }

  @Test func theLastCellIsLeftAloneWhereItWouldScroll() {
    var canvas = Canvas(size: Size(width: 4, height: 2))
    canvas.fill(canvas.bounds, "x")
    var painter = Painter(capabilities: Capabilities(holdsLastCell: false), theme: .builtIn)
    var screen = Playback(canvas.size)
    screen.play(painter.frame(canvas))
    #expect(screen.text == "xxxx\nxxx\n")
  }
}
