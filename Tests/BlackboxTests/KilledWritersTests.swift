import Foundation
import TestTerminal
import Testing

/// Four writers at once, killed at any instruction: what was reported as saved is there, whole, and the library opens.
@Suite(.serialized) struct KilledWritersTests {
  @Test func whatWasReportedAsSavedIsThere() throws {
    let room = try Room.empty()
    var dice = Dice(seed: 41)
    var promised: [String] = []
    var tried: Set<String> = []
    let rounds = BuiltSanku.isLong ? 1000 : 60
    for round in 0..<rounds {
      let writers = try (0..<4).map { writer in
        let names = (0..<3).map { "甲\(round)号\(writer)厂\($0)分部" }
        let file = try room.file(
          "in-\(writer).csv", "name,region,state\r\n" + names.map { "\($0),330523,running\r\n" }.joined())
        tried.formUnion(names)
        return (names, BuiltSanku.start(["import", "enterprises", file, "--library", room.library]))
      }
      // Most are killed at some moment of their work, a few may finish.
      for (_, running) in writers.shuffled(using: &dice) {
        usleep(.random(in: 0...60_000, using: &dice))
        if Int.random(in: 0..<5, using: &dice) > 0 { running.kill() }
      }
      for (names, running) in writers {
        let outcome = running.outcome()
        if outcome.status == 0 { promised += names }
        #expect([0, 128 + SIGKILL, 4].contains(outcome.status), "\(outcome.errors)")
      }
      if round % 20 == 19 { try check(room, promised, tried) }
    }
    try check(room, promised, tried)
    #expect(promised.count > rounds / 2, "too few finished to prove anything")
    #expect(promised.count < rounds * 12, "nobody was killed")
    room.verify()
  }

  /// Everything promised is there once, and what else is there is whole: a file's rows come together or not at all.
  private func check(_ room: Room, _ promised: [String], _ tried: Set<String>) throws {
    let names = try room.export("enterprises").compactMap { $0["name"] as? String }
    let found = Set(names)
    #expect(found.count == names.count)
    #expect(Set(promised).subtracting(found).isEmpty, "lost: \(Set(promised).subtracting(found).sorted())")
    #expect(found.isSubset(of: tried))
    let files = Dictionary(grouping: found) { String($0.split(separator: "厂").first ?? "") }
    #expect(files.values.allSatisfy { $0.count == 3 })
  }

  @Test func formsKilledAfterTheirSaveHaveSaved() throws {
    let room = try Room.empty()
    var dice = Dice(seed: 43)
    var promised: [String] = []
    for round in 0..<(BuiltSanku.isLong ? 100 : 6) {
      let other = BuiltSanku.start(
        [
          "import", "enterprises", try room.file("in.csv", "name,region,state\r\n乙\(round)厂,330523,running\r\n"),
          "--library", room.library,
        ])
      let desk = try Desk(room).atProjects()
      if desk.screen.contains("未存的输入") { desk.press("<Esc>") }
      desk.press("<F5>")
      try desk.sees("新建项目")
      try desk.goTo("项目名称")
      desk.press("第\(round)次余热发电")
      desk.session.type("<^S>")
      _ = desk.session.wait(limit: .random(in: 0...400, using: &dice)) { $0.contains("已保存") }
      if desk.screen.contains("已保存") { promised.append("第\(round)次余热发电") }
      desk.session.signal(SIGKILL)
      _ = desk.session.waitForEnd()
      _ = other.outcome()
      let names = Set(try room.export("projects").compactMap { $0["name"] as? String })
      #expect(Set(promised).isSubset(of: names), "lost: \(Set(promised).subtracting(names))")
    }
    room.verify()
  }

  /// A batch on its way up is submitted whole or not at all, whenever the line drops.
  @Test func aBatchKilledOnItsWayIsSubmittedWholeOrNotAtAll() throws {
    let room = try Room.madeUp()
    let file = try ReadyProjects(in: room).file((1...20).map { "成批上报\($0)号屋顶光伏" })
    try room.done(["import", "projects", try room.file("batch.json", file), "--take", "duplicates"])
    let keys = try room.export("projects").compactMap { project in
      (project["name"] as? String)?.hasPrefix("成批上报") == true ? project["library_code"] as? String : nil
    }
    try #require(keys.count == 20)
    var dice = Dice(seed: 47)
    var (whole, none) = (0, 0)
    for _ in 0..<(BuiltSanku.isLong ? 200 : 12) {
      let copy = try Room(copying: room)
      let running = BuiltSanku.start(["submit"] + keys + ["--library", copy.library])
      usleep(.random(in: 0...150_000, using: &dice))
      running.kill()
      let outcome = running.outcome()
      let submitted = try copy.export("projects").filter {
        keys.contains($0["library_code"] as? String ?? "") && !(($0["filings"] as? [Any])?.isEmpty ?? true)
      }
      #expect(submitted.isEmpty || submitted.count == keys.count)
      #expect(outcome.status != 0 || submitted.count == keys.count, "\(outcome.errors)")
      if submitted.isEmpty { none += 1 } else { whole += 1 }
      copy.verify()
    }
    #expect(none > 0, "nobody was killed before the end")
  }
}
