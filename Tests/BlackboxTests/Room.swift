import Foundation
import TestTerminal
import Testing

/// A folder of its own for one test, with a library in it; gone with the test.
final class Room: Sendable {
  let folder: String
  var library: String { folder + "/library.sanku" }

  init() throws {
    folder = NSTemporaryDirectory() + "sanku-room-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A room whose library is new and empty.
  static func empty() throws -> Room {
    let room = try Room()
    try room.done(["init", room.library])
    return room
  }

  /// A room with a made-up library of 300 projects, the same in every test.
  static func madeUp() throws -> Room {
    try Room(copying: try generated.get().room)
  }

  /// A room with a copy of another's library.
  convenience init(copying other: Room) throws {
    try self.init()
    try FileManager.default.copyItem(atPath: other.library, toPath: library)
  }

  /// Made once, copied for each test.
  private static let generated: Result<Template, any Error> = Result {
    let room = try Room()
    try room.done(["generate", room.library, "--projects", "300", "--seed", "7", "--quiet"])
    return Template(room: room)
  }

  /// Kept to the end of the run; nobody changes it.
  private struct Template: @unchecked Sendable {
    let room: Room
  }

  /// Runs a command that must succeed, and returns what it printed.
  @discardableResult
  func done(_ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    let outcome = BuiltSanku.run(arguments, environment: ["SANKU_LIBRARY": library])
    try #require(
      outcome.status == 0, "sanku \(arguments.joined(separator: " ")) → \(outcome.status)\n\(outcome.errors)",
      sourceLocation: sourceLocation)
    return outcome.output
  }

  /// Runs a command whatever comes of it.
  func run(_ arguments: [String]) -> BuiltSanku.Outcome {
    BuiltSanku.run(arguments, environment: ["SANKU_LIBRARY": library])
  }

  /// Writes a file beside the library and returns its path.
  func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = folder + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// All records of a register, as another program reads them.
  func export(_ register: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [[String: Any]] {
    let text = try done(["export", register, "--format", "json"], sourceLocation: sourceLocation)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  /// The library's content, its history and its counts agree.
  func verify(sourceLocation: SourceLocation = #_sourceLocation) {
    let outcome = run(["verify"])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)", sourceLocation: sourceLocation)
  }
}
