import TestTerminal
import Testing

/// Every screen at sizes that nobody would choose.
@Suite(.serialized) struct SizesTests {
  static let sizes = [(1, 1), (2, 2), (5, 3), (20, 5), (200, 60), (1, 60), (200, 1), (80, 24)]

  @Test func everyScreenSurvivesEverySize() throws {
    let desk = try Desk(try Room.madeUp()).opened()
    // List, record with its tabs, form, help, palette, filter.
    let ways = ["", "<Down><Enter><Tab><Tab>", "<F5>", "<F4>", "?", ":"]
    for tab in 0...4 {
      for way in ways {
        desk.press("<Alt-\(tab)>")
        desk.press(way)
        for (columns, rows) in Self.sizes {
          desk.session.resize(columns: columns, rows: rows)
          desk.session.rest()
          desk.press("<Down><Right><PgDn><Up>")
          #expect(!desk.session.hasEnded, "tab \(tab), \(way), \(columns)x\(rows)")
          guard !desk.session.hasEnded else { return }
        }
        desk.press("<Esc>")
        desk.press("<Esc>")
        desk.press("<Esc>")
      }
    }
    #expect(TerminalBytes.foreign(in: desk.session.output).isEmpty)
    #expect(desk.quit() == 0)
  }
}
