import Foundation
import TestTerminal
import Testing

/// What the documents promise of the program, held against it.
@Suite struct DocumentsTests {
  /// `docs/check-history` is written from docs/history.md alone and shares nothing with sanku.
  @Test func theOutsideCheckerAgreesWithVerify() throws {
    let room = try Room.madeUp()
    let verified = try room.done(["verify", "--lang", "en"])
    let checked = try python("docs/check-history", [room.library])
    let head = try #require(checked.output.split(separator: " ").last).trimmingCharacters(in: .newlines)
    #expect(checked.status == 0 && head.count == 64)
    #expect(verified.contains(head))
  }

  @Test func theOutsideCheckerNamesTheBadEntry() throws {
    let room = try Room.madeUp()
    let change = """
      import sqlite3, sys
      library = sqlite3.connect(sys.argv[1])
      library.execute("UPDATE history SET line = (SELECT line FROM history WHERE sequence = 41) WHERE sequence = 40")
      library.commit()
      """
    #expect(try python("-c", [change, room.library]).status == 0)
    let checked = try python("docs/check-history", [room.library])
    #expect(checked.status == 1)
    #expect(checked.errors.contains("breaks at entry 40"))
  }

  /// A history that was written out is checked by somebody who has nothing else, and holds no telephone number.
  @Test func anExportedHistoryIsCheckedWithoutTheLibrary() throws {
    let room = try Room.madeUp()
    let file = room.folder + "/history.txt"
    try room.done(["history", "-o", file])
    let checked = try python("docs/check-history", [file])
    #expect(checked.status == 0)
    #expect(try checked.output == python("docs/check-history", [room.library]).output)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let phones = Set(try room.export("projects").compactMap { $0["phone"] as? String })
    #expect(!phones.isEmpty && phones.allSatisfy { !text.contains($0) })
    var lines = text.split(separator: "\n").map(String.init)
    let whole = lines
    lines[39] = lines[39].replacing("\"person\":\"", with: "\"person\":\"x")
    #expect(
      try python("docs/check-history", [room.file("b.txt", lines.joined(separator: "\n"))]).errors.contains("entry 40"))
    lines = whole
    lines.remove(at: 20)
    #expect(
      try python("docs/check-history", [room.file("c.txt", lines.joined(separator: "\n"))]).errors.contains("entry 21"))
  }

  @Test func theDataDictionaryIsTheSchemas() throws {
    let room = try Room()
    let schema = try room.file("schema.json", BuiltSanku.run(["schema", "--format", "json"]).bytes)
    let written = try python("Scripts/generate-data-dictionary.py", [], input: schema)
    #expect(written.status == 0, "\(written.errors)")
    let kept = try String(contentsOfFile: Self.checkout + "docs/data-dictionary.md", encoding: .utf8)
    #expect(
      written.output == kept,
      "sanku schema --format json | Scripts/generate-data-dictionary.py > docs/data-dictionary.md")
  }

  private func python(
    _ script: String, _ arguments: [String], input: String? = nil
  ) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: Self.checkout)
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    if let input { process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: input)) }
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: text, as: UTF8.self), String(decoding: complaint, as: UTF8.self)
    )
  }

  private static var checkout: String {
    // …/Tests/BlackboxTests/DocumentsTests.swift
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/"
  }
}
