import Foundation
import TestTerminal
import Testing

/// Tallies against a count by another program, from the lists as they are exported.
@Suite(.serialized) struct TallyRecountTests {
  static let seeds = ProcessInfo.processInfo.environment["SANKU_LONG"] == "1" ? 1...200 : 1...3
  static let day = "2023-11-14"
  /// What the other program counts from.
  static let lists = ["projects", "statistics", "diagnoses", "audits", "recognitions", "enterprises", "efficiency"]

  private func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private func sanku(_ arguments: [String], in room: Room) throws {
    let outcome = BuiltSanku.run(
      arguments, environment: ["SANKU_LIBRARY": room.library, "SANKU_TODAY": Self.day])
    try #require(outcome.status == 0, "sanku \(arguments.joined(separator: " "))\n\(outcome.errors)")
  }

  @Test(arguments: seeds) func everyFigureIsCountedAlikeByAnotherProgram(seed: Int) throws {
    let room = try Room()
    try sanku(
      ["generate", room.library, "--projects", "\(40 + seed % 7 * 20)", "--seed", "\(seed)", "--quiet"], in: room)
    for list in Self.lists {
      try sanku(["export", list, "-o", "\(room.folder)/\(list).csv", "--quiet"], in: room)
    }
    var tallies: [String] = []
    for year in 2021...2025 {
      for quarter in 1...4 {
        // Every quarter by region, and in turn by sector and focus area.
        for by in ["region", quarter % 2 == 0 ? "sector" : "focus"] {
          let path = "\(room.folder)/\(year)Q\(quarter).\(by).json"
          try sanku(
            ["tally", "--quarter", "\(year)Q\(quarter)", "--by", by, "--format", "json", "-o", path, "--quiet"],
            in: room)
          tallies.append(path)
        }
      }
    }
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    let regions = ["regions-zhejiang", "regions-local"].map { "\(here)/../../reference/\($0).csv" }
    let (status, output) = try python(
      ["\(here)/recount-tally.py", room.folder, regions.joined(separator: ","), Self.day] + tallies)
    #expect(status == 0, "seed \(seed)\n\(output.suffix(3000))")
  }
}
