import Foundation
import TestTerminal
import Testing

/// People at the command line: who gets in, what they see, and the exit status of what they may not.
@Suite struct PeopleTests {
  private static let user = String(cString: getpwuid(geteuid()).pointee.pw_name)

  /// The present user among the people, with a role in a region; `chief` looks after them.
  private func room(_ role: String, _ region: String) throws -> Room {
    let room = try Room.madeUp()
    try room.done(["people", "add", Self.user, "--role", "administrator", "--region", "330000"])
    try room.done(["people", "add", "chief", "--role", "administrator", "--region", "330000"])
    if role != "administrator" {
      try room.done(["people", "change", Self.user, "--role", role, "--region", region])
      try room.done(["people", "change", Self.user, "--without", "--role", "administrator", "--region", "330000"])
    }
    return room
  }

  private func expect(_ status: Int32, _ room: Room, _ arguments: String..., line: Int = #line) {
    let outcome = room.run(arguments)
    #expect(outcome.status == status, "\(line): \(arguments) → \(outcome.status) \(outcome.errors)")
  }

  @Test func theFirstPersonIsAnAdministrator() throws {
    let room = try Room.empty()
    let refused = room.run(["people", "add", "li", "--role", "clerk", "--region", "330523"])
    #expect(refused.status == 2 && refused.errors.contains("administrator"))
    expect(2, room, "people", "add", "Li Si", "--role", "administrator", "--region", "330000")
    expect(2, room, "people", "add", "li", "--role", "king", "--region", "330000")
    expect(2, room, "people", "add", "li", "--role", "administrator", "--region", "火星")
    try room.done(["people", "add", "li", "--role", "administrator", "--region", "浙江省"])
    // Nobody else gets in from now on.
    for arguments in [["list", "projects"], ["people", "list"], ["verify"], ["export", "projects"], ["check"]] {
      let outcome = room.run(arguments)
      #expect(outcome.status == 3 && outcome.output.isEmpty, "\(arguments) \(outcome.output)")
    }
  }

  @Test func theLastAdministratorStays() throws {
    let room = try Room.empty()
    try room.done(["people", "add", Self.user, "--role", "administrator", "--region", "330000"])
    expect(3, room, "people", "disable", Self.user)
    expect(3, room, "people", "change", Self.user, "--without", "--role", "administrator", "--region", "330000")
    try room.done(["people", "add", "chief", "--role", "administrator", "--region", "330000"])
    try room.done(["people", "disable", Self.user])
    expect(3, room, "people", "list")
  }

  @Test func keysAreAddedOnceAndRemovedByTheirFingerprint() throws {
    let room = try room("administrator", "330000")
    let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"
    let file = try room.file("key.pub", key + " 安吉\n")
    try room.done(["people", "key", "add", "chief", file])
    #expect(room.run(["people", "key", "add", Self.user, file]).status == 2)
    expect(2, room, "people", "key", "add", "chief", try room.file("bad.pub", "-----BEGIN OPENSSH PRIVATE KEY-----\n"))
    #expect(try room.done(["people", "list", "--format", "csv"]).contains("SHA256:+DiY3wvvV6TuJJhbpZisF"))
    expect(2, room, "people", "key", "remove", "chief", "SHA256:nothing")
    try room.done(["people", "key", "remove", "chief", "SHA256:+DiY3"])
    #expect(try !room.done(["people", "list", "--format", "csv"]).contains("SHA256:"))
    room.verify()
  }

  @Test func aClerkSeesTheirCountyAndWritesThere() throws {
    let whole = try Room.madeUp().export("projects").compactMap { $0["region"] as? String }
    let region = try #require(whole.first)
    let room = try room("clerk", region)
    let own = try room.export("projects").compactMap { $0["region"] as? String }
    #expect(own.count == whole.count { $0 == region } && own.allSatisfy { $0 == region })
    for arguments in [
      ["verify"], ["backup", room.folder + "/b.sanku"], ["people", "disable", "chief"],
      ["reference", "set", "settings", "review_days", "value=9", "--source", "试"],
      ["people", "add", "li", "--role", "clerk", "--region", region],
    ] {
      #expect(room.run(arguments).status == 3, "\(arguments)")
    }
    // Rows of another region are rejected one by one, with the reason.
    let other = region == "330523" ? "330522" : "330523"
    let rows = try room.file(
      "projects.csv",
      "name,region,holder_kind,content\n余热一,\(region),enterprise,a\n余热二,\(other),enterprise,b\n")
    let outcome = room.run(["import", "projects", rows])
    #expect(outcome.status == 1 && outcome.errors.contains("3") && outcome.errors.contains("无权"))
    let names = try room.export("projects").compactMap { $0["name"] as? String }
    #expect(names.contains("余热一") && !names.contains("余热二"))
    #expect(try room.done(["people", "list", "--format", "csv"]).split(whereSeparator: \.isNewline).count == 1)
  }

  @Test(arguments: ["inspector", "supervisor"]) func whoOnlyLooksChangesNothing(_ role: String) throws {
    let room = try room(role, "330000")
    #expect(try room.export("projects").count == 300)
    let rows = try room.file("projects.csv", "name,region,holder_kind\n余热,330523,enterprise\n")
    expect(3, room, "import", "projects", rows)
    expect(3, room, "backup", room.folder + "/b.sanku")
    #expect(try room.export("projects").count == 300)
  }

  @Test func anAdministratorEntersNothing() throws {
    let room = try room("administrator", "330000")
    let rows = try room.file("projects.csv", "name,region,holder_kind\n余热,330523,enterprise\n")
    expect(3, room, "import", "projects", rows)
    try room.done(["people", "add", "li", "--role", "clerk", "--region", "安吉县", "--phone", "13812341234"])
    try room.done(["people", "change", "li", "--display-name", "李强"])
    #expect(try room.done(["people", "list", "--format", "csv"]).contains("13812341234"))
    room.verify()
  }

  @Test func aLibraryIsMadeWithItsPeople() throws {
    let room = try Room()
    let folder = room.folder + "/lists"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    try write("people.csv", "name,display_name,region\nchief,主任,330000\nli,李强,330523\n")
    try write("people.roles.csv", "name,role,region\nli,clerk,330523\n")
    #expect(room.run(["init", room.library, "--from", folder]).status == 2)
    #expect(!FileManager.default.fileExists(atPath: room.library))
    try write("people.roles.csv", "name,role,region\nchief,administrator,330000\nli,clerk,330523\n")
    try room.done(["init", room.library, "--from", folder])
    expect(3, room, "people", "list")
  }

  @Test func theMatrixIsPrinted() throws {
    let room = try Room()
    #expect(try room.done(["people", "matrix", "--format", "csv"]).split(whereSeparator: \.isNewline).count > 60)
  }
}
