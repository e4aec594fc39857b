import Foundation
import TestTerminal
import Testing

/// The program where `make install` puts it: what comes with it is found from any folder.
@Suite struct InstalledTests {
  /// `bin/sanku` and `share/sanku` in a folder of their own, away from the checkout.
  private func install() throws -> (room: Room, binary: String) {
    let room = try Room()
    let manager = FileManager.default
    // Tests/BlackboxTests/InstalledTests.swift lies three steps below what is shipped.
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    for folder in ["usr/bin", "usr/share/sanku", "elsewhere"] {
      try manager.createDirectory(atPath: "\(room.folder)/\(folder)", withIntermediateDirectories: true)
    }
    for shipped in ["themes", "sample-db"] {
      // The checkout may be reached over a link, which is not to be copied as one.
      let folder = URL(fileURLWithPath: "\(checkout)/\(shipped)").resolvingSymlinksInPath().path
      try manager.copyItem(atPath: folder, toPath: "\(room.folder)/usr/share/sanku/\(shipped)")
    }
    let binary = room.folder + "/usr/bin/sanku"
    // A process started meanwhile would hold a copy open for writing, and it could not be run; a link is not written.
    do {
      try manager.linkItem(atPath: BuiltSanku.path, toPath: binary)
    } catch {
      try manager.copyItem(atPath: BuiltSanku.path, toPath: binary)
    }
    return (room, binary)
  }

  @Test func theSampleAndTheThemesAreFound() throws {
    let (room, binary) = try install()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binary)
    process.currentDirectoryURL = URL(fileURLWithPath: room.folder + "/elsewhere")
    process.arguments = ["init", room.library, "--sample", "-q"]
    process.environment = ["LANG": "C.UTF-8", "SANKU_TODAY": "2023-06-30"]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(try room.export("projects").count > 500)
    let session = try #require(
      TerminalSession(
        [binary, room.library], environment: ["SWIFT_BACKTRACE": "enable=no", "SANKU_TODAY": "2023-06-30"]))
    #expect(session.wait(for: "项目库"), "\(session.screen)")
    session.rest()
    #expect(TerminalBytes.hasColor(session.output))
    session.type("<^Q>")
    #expect(session.waitForEnd() == 0)
  }
}
