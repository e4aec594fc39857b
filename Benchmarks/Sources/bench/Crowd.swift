import Foundation
import TestTerminal

/// Many people in one library at once, each at a terminal of their own: some save a project of theirs, some walk a list.
struct Crowd {
  let binary: String
  let library: Library
  let writers: Int
  let readers: Int

  /// What all of them felt, in milliseconds, and how often somebody was told that the library is busy.
  final class Felt: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var saves: [Double] = []
    private(set) var reads: [Double] = []
    private(set) var busy = 0

    func save(_ time: Double) { lock.withLock { saves.append(time) } }
    func read(_ time: Double) { lock.withLock { reads.append(time) } }
    func wasBusy() { lock.withLock { busy += 1 } }
  }

  /// A probe that one thread alone uses from now on.
  private struct Seat: @unchecked Sendable {
    let probe: Probe
  }

  /// Everybody at their place, then `rounds` of saves and keys each, one in `pause` milliseconds.
  func measure(rounds: Int, pause: Double) -> Felt? {
    guard let copy = copied() else { return nil }
    defer { for ending in ["", ".lock", "-journal"] { unlink(copy + ending) } }
    let drafts = drafts(copy)
    guard drafts.count == writers, enter(copy, drafts) else { return nil }
    let (felt, room) = (Felt(), DispatchGroup())
    let writing = drafts.enumerated().compactMap { writer(copy, "clerk\($0)", $1.code).map { Seat(probe: $0) } }
    let reading = (0..<readers).compactMap { seat(copy, "reader\($0)").map { Seat(probe: $0) } }
    guard writing.count == writers, reading.count == readers else { return nil }
    for (place, seat) in (writing + reading).enumerated() {
      room.enter()
      Thread {
        // Not all in the same moment.
        usleep(UInt32(pause * 1000 * Double(place % 10) / 10))
        for round in 0..<rounds {
          let begin = now()
          if place < writers { Self.save(seat.probe, round, felt) } else { Self.walk(seat.probe, round, felt) }
          let rest = pause - (now() - begin)
          if rest > 0 { usleep(UInt32(rest * 1000)) }
        }
        room.leave()
      }.start()
    }
    room.wait()
    for seat in writing + reading { seat.probe.session.signal(SIGTERM) }
    return felt
  }

  /// A letter more or less in the name, then `^S` until the form says that it is saved.
  private static func save(_ probe: Probe, _ round: Int, _ felt: Felt) {
    probe.session.type(round.isMultiple(of: 2) ? "1" : "<BS>")
    _ = probe.session.wait(limit: 5000) { !$0.contains("已保存") }
    let begin = now()
    probe.session.type("<^S>")
    let isSaved = probe.session.wait(limit: 10_000) { $0.contains("已保存") || $0.contains("未保存") || $0.contains("忙") }
    if !isSaved || !probe.session.screen.contains("已保存") { return felt.wasBusy() }
    felt.save(now() - begin)
  }

  private static func walk(_ probe: Probe, _ round: Int, _ felt: Felt) {
    let felt = felt
    let time = probe.press(round % 20 < 10 ? "<Down>" : "<Up>").shown
    if !time.isNaN { felt.read(time) }
    if probe.session.screen.contains("忙") { felt.wasBusy() }
  }

  private func writer(_ copy: String, _ person: String, _ code: String) -> Probe? {
    guard let probe = seat(copy, person) else { return nil }
    probe.press("/")
    probe.press(code)
    probe.press("<Enter>")
    probe.session.type("e")
    guard probe.session.wait(for: "修改项目") else { return nil }
    probe.session.type("<Tab><End>")
    probe.session.settle()
    return probe
  }

  private func seat(_ copy: String, _ person: String) -> Probe? {
    let session = [binary, "session", "--user", person, "--library", copy]
    guard let probe = Probe(session, environment: Library.day), probe.ready("项目库") != nil else { return nil }
    probe.session.type("<Alt-2>")
    probe.session.settle()
    return probe
  }

  /// Makes each writer the clerk of their draft's county, and each reader an inspector of the province.
  private func enter(_ copy: String, _ drafts: [(code: String, region: String)]) -> Bool {
    func add(_ name: String, _ role: String, _ region: String) -> Bool {
      run([
        binary, "people", "add", name, "--role", role, "--region", region, "--library", copy, "--quiet",
      ]) == 0
    }
    return add(NSUserName(), "administrator", "330000")
      && drafts.enumerated().allSatisfy { add("clerk\($0)", "clerk", $1.region) }
      && (0..<readers).allSatisfy { add("reader\($0)", "inspector", "330000") }
  }

  /// A copy, since the library of the other rows stays as it is.
  private func copied() -> String? {
    let copy = library.path + ".crowd.sanku"
    unlink(copy)
    return run([binary, "backup", copy, "--library", library.path, "--quiet"]) == 0 ? copy : nil
  }

  private func drafts(_ copy: String) -> [(code: String, region: String)] {
    let list = copy + ".csv"
    defer { unlink(list) }
    let asked = ["--where", "filing=draft", "--columns", "library_code,region", "--limit", "\(writers)", "-o", list]
    guard run([binary, "list", "projects", "--library", copy, "--quiet"] + asked) == 0,
      let text = try? String(contentsOfFile: list, encoding: .utf8)
    else { return [] }
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let cells = line.split(separator: ",").map(String.init)
      return cells.count == 2 ? (cells[0], cells[1]) : nil
    }
  }

  /// The two loads, printed with their budgets.
  func show() {
    print("\n\(writers) people saving and \(readers) reading in one library of \(library.size) projects")
    for (name, rounds, pause, limit) in [("one save a second each", 30, 1000.0, 100.0), ("saturated", 20, 0, 250)] {
      guard let felt = measure(rounds: rounds, pause: pause) else {
        print("  \(name): could not be measured")
        continue
      }
      Self.line("\(name): save, median / 90th / 99th", felt.saves, budget: limit)
      Self.line("\(name): reader's key, median / 90th / 99th", felt.reads, budget: 250)
      print(
        "  \(name): told that the library is busy".padding(toLength: 58, withPad: " ", startingAt: 0) + "\(felt.busy)")
    }
  }

  private static func line(_ name: String, _ times: [Double], budget: Double) {
    let sorted = times.sorted()
    func part(_ percent: Int) -> Double {
      sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, sorted.count * percent / 100)]
    }
    let figures = [50, 90, 99].map { Table.number(part($0)) }.joined(separator: " / ")
    let ratio = part(99) / budget
    print(
      "  " + name.padding(toLength: 56, withPad: " ", startingAt: 0)
        + "\(figures) ms".padding(toLength: 26, withPad: " ", startingAt: 0) + "budget \(Table.number(budget))  "
        + "x\(String(format: "%.2f", ratio))\(ratio > 1 ? "  OVER" : "")  (\(sorted.count))")
  }
}
