import Testing

@testable import Terminal

@Suite struct GlyphsTests {
  @Test func everyGlyphHasAnASCIIOfOneCell() {
    for value in UInt32(0x2190)...0x2936 {
      guard let scalar = Unicode.Scalar(value), Glyphs.isGlyph(scalar) else { continue }
      #expect(Glyphs.ascii(scalar)?.isASCII == true)
      #expect(Width.of(scalar) == 1)
    }
    for scalar in "│─┼┬┴█░▌▾▸●○✓→↑↓★⤶▁▂▃▅▆⣿".unicodeScalars { #expect(Glyphs.isGlyph(scalar)) }
  }

  @Test func textIsNoGlyph() {
    for scalar in "库a…①·“℃".unicodeScalars {
      #expect(!Glyphs.isGlyph(scalar))
      #expect(Glyphs.asciiText(scalar).isASCII)
    }
  }
}
