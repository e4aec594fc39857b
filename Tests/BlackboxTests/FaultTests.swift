import Foundation
import TestTerminal
import Testing

/// What went wrong once at the command line, and must not again.
@Suite struct FaultTests {
  @Test(arguments: [["--sort", "-"], ["--sort", ",-,"], ["--columns", ""], ["--columns", ","]])
  func anEmptyNameNeitherCrashesNorPassesForNone(_ arguments: [String]) throws {
    let outcome = try Room.empty().run(["list", "projects"] + arguments)
    #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func aPipeIsWrittenToAndNotReplaced() throws {
    let room = try Room.empty()
    let pipe = room.folder + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    #expect(room.run(["list", "projects", "--format", "json", "-o", pipe]).status == 0)
    var bytes = [UInt8](repeating: 0, count: 100)
    #expect(read(reader, &bytes, bytes.count) > 0)
    var status = stat()
    #expect(stat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    #expect(room.run(["list", "projects", "-o", room.folder]).status == 4)
  }

  @Test func aPathOfOneLetterIsAPath() throws {
    let room = try Room.empty()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltSanku.path)
    process.currentDirectoryURL = URL(fileURLWithPath: room.folder)
    process.arguments = ["backup", "b", "--library", room.library, "-q"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && FileManager.default.fileExists(atPath: room.folder + "/b"))
  }

  @Test(arguments: [#"[{"name":{"a":1}}]"#, #"[{"measures":"x"}]"#, #"[{"measures":[1]}]"#, #"[{"name":["a"]}]"#])
  func aValueOfTheWrongFormIsNotLeftOutUnseen(_ json: String) throws {
    let room = try Room.empty()
    let outcome = room.run(["import", "projects", try room.file("a.json", json)])
    #expect(outcome.status == 1 && outcome.errors.contains("新增 0"), "\(outcome.errors)")
  }

  @Test func aHugeArgumentMakesAShortComplaint() throws {
    let outcome = try Room.empty().run(["list", String(repeating: "长", count: 30_000)])
    #expect(outcome.status == 2 && outcome.errorBytes.count < 5000 && outcome.errors.contains("projects"))
  }

  /// `timeout` signals the process and its group, so one request arrives twice.
  @Test func twoSignalsAtOnceLeaveNothingHalfMade() throws {
    let room = try Room()
    let running = BuiltSanku.start(["generate", room.library, "--projects", "300000", "-q"])
    while !FileManager.default.fileExists(atPath: room.library) { usleep(1000) }
    usleep(200_000)
    running.kill(SIGTERM)
    usleep(1000)
    running.kill(SIGTERM)
    #expect(running.outcome().status == 130)
    #expect(try FileManager.default.contentsOfDirectory(atPath: room.folder) == [])
  }

  @Test(arguments: ["man", "schema", "list projects"]) func nobodyReadingIsNoCrash(_ command: String) throws {
    let room = try Room.empty()
    let script = "{ \(BuiltSanku.path) \(command) --library \(room.library); echo $? >&2; } | true"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "sleep 0.1; " + script]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(["0\n", "130\n"].contains(said), "\(said)")
  }

  @Test func closedStandardStreamsDoNoHarm() throws {
    let room = try Room.madeUp()
    let sanku = "SANKU_LIBRARY=\(room.library) \(BuiltSanku.path)"
    for (command, wanted) in [
      ("list projects >&-", 4), ("import projects - <&-", 4), ("list projects >/dev/null 2>&-", 0),
    ] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "\(sanku) \(command)"]
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == Int32(wanted), "\(command)")
    }
    room.verify()
  }
}
