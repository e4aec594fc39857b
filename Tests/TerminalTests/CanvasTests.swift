import Testing

@testable import Terminal

@Suite struct CanvasTests {
  private func canvas(_ width: Int, _ height: Int = 1) -> Canvas { Canvas(size: Size(width: width, height: height)) }

  @Test func wideCharactersTakeTwoCells() {
    var canvas = canvas(6)
    #expect(canvas.put("三库a", x: 0, y: 0) == 5)
    #expect((0..<6).map { canvas[$0, 0].width } == [2, 0, 2, 0, 1, 1])
    #expect(canvas.row(0) == "三库a")
  }

  @Test func aWideCharacterIsNeverPutInTheLastColumn() {
    var canvas = canvas(5)
    canvas.put("储备库", x: 0, y: 0)
    #expect(canvas.row(0) == "储备")
    #expect(canvas[4, 0] == .blank)
    canvas.put("x", x: 4, y: 0)
    canvas.put("库", x: 4, y: 0)
    #expect(canvas.row(0) == "储备")
  }

  @Test func splitHalvesBecomeBlanks() {
    var left = canvas(6)
    left.put("三库", x: 0, y: 0)
    left.put("x", x: 1, y: 0)
    #expect(left.row(0) == " x库")
    var right = canvas(6)
    right.put("三库", x: 0, y: 0)
    right.put("x", x: 2, y: 0)
    #expect(right.row(0) == "三x")
    var both = canvas(6)
    both.put("三三", x: 0, y: 0)
    both.put("库", x: 1, y: 0)
    #expect(both.row(0) == " 库")
    var filled = canvas(6)
    filled.put("三三三", x: 0, y: 0)
    filled.fill(Rect(x: 1, y: 0, width: 4, height: 1), "─")
    #expect(filled.row(0) == " ────")
  }

  @Test func textIsClippedOnBothSides() {
    var canvas = canvas(4)
    canvas.put("安吉德清", x: -3, y: 0)
    #expect(canvas.row(0) == " 德")
    canvas.put("x", x: 9, y: 0)
    canvas.put("x", x: 0, y: -1)
    canvas.put("x", x: Int.max, y: Int.min)
    #expect(canvas.row(0) == " 德")
  }

  @Test func partsDrawInTheirOwnCoordinatesAndStayInside() {
    var canvas = canvas(10, 2)
    canvas.put("浙江浙江浙", x: 0, y: 1)
    canvas.inside(Rect(x: 3, y: 1, width: 4, height: 5)) { part in
      #expect(part.size == Size(width: 4, height: 5))
      part.put("湖州市", x: 0, y: 0)
      part.caret = Point(x: 1, y: 0)
      part.inside(Rect(x: 2, y: -1, width: 9, height: 9)) { $0.put("xyz", x: 0, y: 1) }
    }
    #expect(canvas.row(1) == "浙 湖xy 浙")
    #expect(canvas.caret == Point(x: 4, y: 1))
  }

  @Test func putIntoAWidthCutsPadsAndAligns() {
    var canvas = canvas(8)
    canvas.fill(canvas.bounds, "x")
    canvas.put("吉", x: 1, y: 0, width: 5, align: .right)
    #expect(canvas.row(0) == "x   吉xx")
    canvas.put("安吉县", x: 1, y: 0, width: 5)
    #expect(canvas.row(0) == "x安吉…xx")
  }

  @Test func restyleKeepsBothHalvesAlike() {
    var canvas = canvas(6)
    canvas.put("三库", x: 0, y: 0)
    canvas.restyle(Rect(x: 1, y: 0, width: 2, height: 1), style: .selected)
    #expect((0..<6).map { canvas[$0, 0].style == .selected } == [true, true, true, true, false, false])
  }

  @Test func combiningMarksStayInTheirCell() {
    var canvas = canvas(3)
    canvas.put(CleanText("q\u{301}\u{302}库"), x: 0, y: 0)
    #expect(canvas[0, 0].markScalars.map(\.value) == [0x301, 0x302])
    #expect(canvas.row(0) == "q\u{301}\u{302}库")
  }

  @Test func emptyAndNegativeSizesHold() {
    for size in [Size(width: 0, height: 0), Size(width: -3, height: 5), Size(width: 1, height: 1)] {
      var canvas = Canvas(size: size)
      canvas.put("库库", x: 0, y: 0)
      canvas.fill(Rect(x: -9, y: -9, width: 99, height: 99), "库")
      canvas.restyle(canvas.bounds, style: .error)
      #expect(canvas.row(0).isEmpty)
    }
  }

  /// Two hundred thousand random writes: no crash, and never half of a wide character.
  @Test func randomWritesLeaveNoHalves() {
    var random = SplitMix(state: 20_230_630)
    let texts: [CleanText] = ["库", "a", "安吉x县", "─│", "q\u{301}", "…①", "", "三 库"]
    for round in 0..<200 {
      let size = Size(width: random.below(round.isMultiple(of: 20) ? 3 : 40), height: random.below(12))
      var canvas = Canvas(size: size)
      for _ in 0..<1000 { scribble(&canvas, &random, texts, depth: 0) }
      for y in 0..<size.height {
        for x in 0..<size.width {
          let cell = canvas[x, y]
          if cell.width == 2 { #expect(x + 1 < size.width && canvas[x + 1, y].isContinuation) }
          if cell.isContinuation { #expect(x > 0 && canvas[x - 1, y].width == 2) }
        }
      }
    }
  }

  private func scribble(_ canvas: inout Canvas, _ random: inout SplitMix, _ texts: [CleanText], depth: Int) {
    let x = random.below(60) - 10
    let y = random.below(20) - 4
    let rect = Rect(x: x, y: y, width: random.below(30), height: random.below(10))
    switch random.below(6) {
    case 0, 1: canvas.put(texts[random.below(texts.count)], x: x, y: y)
    case 2: canvas.put(texts[random.below(texts.count)], x: x, y: y, width: random.below(9) - 1, align: .right)
    case 3: canvas.fill(rect, random.below(2) == 0 ? " " : "库", style: Style(.bar))
    case 4: canvas.restyle(rect, style: .error)
    default: if depth < 3 { canvas.inside(rect) { scribble(&$0, &random, texts, depth: depth + 1) } }
    }
  }
}
