import Foundation
import TestTerminal
import Testing

/// Processes that load, think and save the same records at once: every save that was reported is in the sum.
@Suite struct LostUpdateTests {
  private static let processes = 8
  private static let rounds = 50

  @Test func eightProcessesLoseNothing() throws {
    let room = try Room.madeUp()
    let chosen = try enterprises(room).filter { $0.remarks.isEmpty }.prefix(3).map(\.key)
    try #require(chosen.count == 3)
    let before = try sum(room, chosen)
    let entries = try history(room, chosen)
    let program = URL(fileURLWithPath: BuiltSanku.path).deletingLastPathComponent().appendingPathComponent("contender")
      .path
    let running = (0..<Self.processes).map { number in
      BuiltSanku.start([room.library, "p\(number)", "\(Self.rounds)"] + chosen, program: program)
    }
    var again = 0
    for outcome in running.map({ $0.outcome() }) {
      #expect(outcome.status == 0, "\(outcome.errors)")
      again += Int(outcome.output.trimmingCharacters(in: .newlines)) ?? 0
    }
    let all = Self.processes * Self.rounds
    #expect(try sum(room, chosen) - before == all)
    #expect(try history(room, chosen) - entries == all)
    #expect(again > 0, "they never met, so nothing was proved")
    room.verify()
  }

  /// What the records hold, as another program reads it.
  private func sum(_ room: Room, _ keys: [String]) throws -> Int {
    try enterprises(room).filter { keys.contains($0.key) }.reduce(0) { $0 + (Int($1.remarks) ?? 0) }
  }

  private func enterprises(_ room: Room) throws -> [(key: String, remarks: String)] {
    let text = try room.done(["list", "enterprises", "--columns", "key,remarks", "--format", "json"])
    let rows = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
    return rows.map { ($0["key"] as? String ?? "", $0["remarks"] as? String ?? "") }
  }

  private func history(_ room: Room, _ keys: [String]) throws -> Int {
    try keys.reduce(0) { count, key in
      let text = try room.done(["show", "enterprises", key, "--history", "--format", "json"])
      return count + ((try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any])?.count ?? 0)
    }
  }
}
