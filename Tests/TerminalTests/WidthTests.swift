import Testing

@testable import Terminal

@Suite struct WidthTests {
  @Test(arguments: [
    ("A", 1), ("三", 2), ("库", 2), ("，", 2), ("Ａ", 2), ("ｱ", 1), ("한", 2), ("あ", 2), ("é", 1), ("　", 2),
    // Newer Han, which libc does not know, and planes not assigned yet.
    ("\u{31350}", 2), ("\u{323AF}", 2), ("\u{2A6DF}", 2), ("\u{3FFFD}", 2), ("😀", 2), ("〇", 2),
    ("\u{301}", 0), ("\u{200D}", 0), ("\u{1161}", 0), ("\u{20DD}", 0),
  ])
  func unicodeWidths(_ text: String, _ width: Int) {
    #expect(text.unicodeScalars.map { Width.of($0, ambiguous: 1) } == [width])
  }

  @Test(arguments: Array("①“”…—·℃Ⅲ■●→│─┼█".unicodeScalars))
  func ambiguousClassFollowsTheSetting(_ scalar: Unicode.Scalar) {
    #expect(Width.of(scalar, ambiguous: 1) == 1)
    #expect(Width.of(scalar, ambiguous: 2) == 2)
  }

  @Test func tableIsAscendingAndWithoutOverlap() {
    let ranges = WidthTable.ranges
    #expect(ranges.count.isMultiple(of: 2) && ranges.count > 600)
    var last: UInt32 = 0
    for index in stride(from: 0, to: ranges.count, by: 2) {
      #expect(ranges[index] > last)
      last = ranges[index + 1] & 0xFF_FFFF
      #expect(ranges[index] <= last)
    }
  }

  @Test func everyHanIsWide() {
    for value in Array(0x3400...0x4DBF) + Array(0x4E00...0x9FFF) + Array(0x20000...0x2A6DF) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      #expect(Width.of(scalar) == 2)
    }
  }
}
