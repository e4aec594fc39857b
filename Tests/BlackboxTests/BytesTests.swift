import Foundation
import TestTerminal
import Testing

/// How much goes over a slow line.
@Suite(.serialized) struct BytesTests {
  @Test func aKeySendsLittle() throws {
    let desk = try Desk(try Room.madeUp()).atProjects()
    desk.session.listen(milliseconds: 300)
    var downs: [Int] = []
    for _ in 0..<60 {
      let before = desk.session.output.count
      desk.press("<Down>")
      downs.append(desk.session.output.count - before)
    }
    // The first keys move the mark, the later ones scroll the table beside the tree; held down, no preview is painted, unless
    // the machine is too busy to press fast enough.
    let moves = downs.prefix(14).sorted()
    let scrolls = downs.dropFirst(20).sorted()
    #expect(downs.allSatisfy { $0 > 0 && $0 <= 2048 }, "\(downs)")
    #expect(moves[moves.count / 4] <= 180, "\(moves)")
    #expect(scrolls[scrolls.count / 4] <= 180, "\(scrolls)")
    let pages = (0..<4).map { _ in
      let before = desk.session.output.count
      desk.press("<PgDn>")
      return desk.session.output.count - before
    }
    #expect(pages.allSatisfy { $0 <= 3584 }, "\(pages)")
    print(
      "bytes per key down: \(moves[moves.count / 2]) moving, \(scrolls[scrolls.count / 2]) scrolling; a page \(pages)")
  }

  @Test func keysHeldDownDoNotRunOn() throws {
    let desk = try Desk(try Room.madeUp(), columns: 120).atProjects()
    let before = desk.session.output.count
    // 100 keys at once: drained together, painted once or a few times.
    desk.press(String(repeating: "<Down>", count: 100))
    try desk.sees("第101项")
    let sent = desk.session.output.count - before
    #expect(sent < 12_000, "\(sent) bytes")
  }
}
