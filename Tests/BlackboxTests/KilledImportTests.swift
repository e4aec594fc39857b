import Foundation
import TestTerminal
import Testing

/// An import killed at any moment leaves the library as it was before, or as it is after.
@Suite(.serialized) struct KilledImportTests {
  @Test func theLibraryIsAsBeforeOrAsAfter() throws {
    let room = try Room.empty()
    var dice = Dice(seed: 57)
    // Few enough for a test, many enough to be hit in the middle of the rows, the commit and what comes after.
    let rows = BuiltSanku.isLong ? 600 : 120
    func csv(_ round: Int) -> String {
      "name,region,state,address\r\n"
        + (0..<rows).map { "甲\($0)厂,330523,running,第\(round)次\r\n" }.joined()
    }
    try room.done(["import", "enterprises", try room.file("a.csv", csv(0)), "--quiet"])
    var round = 0
    var killed = 0
    // How long a whole one takes here, to be killed anywhere in it.
    let began = Date()
    try room.done(["import", "enterprises", try room.file("a.csv", csv(-1)), "--quiet"])
    let length = useconds_t(Date().timeIntervalSince(began) * 1_000_000)
    var before = -1
    for _ in 0..<(BuiltSanku.isLong ? 200 : 40) {
      round += 1
      let running = BuiltSanku.start(
        ["import", "enterprises", try room.file("a.csv", csv(round)), "--library", room.library])
      usleep(.random(in: 0...length, using: &dice))
      running.kill()
      let outcome = running.outcome()
      if outcome.status == 128 + SIGKILL { killed += 1 }
      let found = Set(try room.export("enterprises").compactMap { $0["address"] as? String })
      #expect(found == ["第\(before)次"] || found == ["第\(round)次"], "\(found.sorted())")
      if outcome.status == 0 { #expect(found == ["第\(round)次"]) }
      if found == ["第\(round)次"] { before = round }
      if round % 20 == 0 { room.verify() }
    }
    #expect(killed > 10, "nobody was killed")
    room.verify()
  }
}
