import Foundation
import TestTerminal
import Testing

/// `sanku session` as sshd would start it, without sshd: how its line is taken apart, and what it leaves of the environment.
@Suite struct SessionTests {
  /// A library with people, made once, only read.
  private static let shared: Result<Room, any Error> = Result {
    let room = try Room.madeUp()
    let account = String(cString: getpwuid(geteuid()).pointee.pw_name)
    try room.done(["people", "add", account, "--role", "administrator", "--region", "330000"])
    try room.done(["people", "add", "li.clerk-2", "--role", "clerk", "--region", "330523"])
    try room.done(["people", "add", "王建国", "--role", "inspector", "--region", "330000"])
    return room
  }

  private func session(
    _ line: String?, as who: String = "王建国", environment: [String: String] = [:]
  ) throws -> BuiltSanku.Outcome {
    let room = try Self.shared.get()
    var variables = environment
    variables["SSH_ORIGINAL_COMMAND"] = line
    return BuiltSanku.run(["session", "--user", who, "--library", room.library], environment: variables)
  }

  /// The register's name that the line asks for, as the refusal repeats it.
  @Test(
    arguments: [
      ("list a", "a"), ("  list   a  ", "a"), ("list 'a b'", "a b"), (#"list "a b""#, "a b"), (#"list a\ b"#, "a b"),
      (#"list a"b"'c'd"#, "abcd"), (#"list 'a"b'"#, #"a"b"#), (#"list "a'b""#, "a'b"), (#"list "a\"b""#, #"a"b"#),
      (#"list "a\\b""#, #"a\b"#), (#"list 'a\b'"#, #"a\b"#), (#"list \a\'b"#, "a'b"), (#"'li'st a"#, "a"),
      (#"list "$HOME""#, "$HOME"), ("list ~root", "~root"), ("list a*", "a*"), ("list {a,b}", "{a,b}"),
      ("list a;b", "a;b"), ("list $(id)", "$(id)"), ("list `id`", "`id`"), ("list a|b>c&d", "a|b>c&d"),
      ("list '' ", ""), ("list 浙江", "浙江"), ("list !!", "!!"), ("list #a", "#a"), ("list %n%s", "%n%s"),
    ])
  func wordsAreTakenAsTheyStand(_ line: String, _ word: String) throws {
    let outcome = try session(line)
    #expect(outcome.status == 2 && outcome.bytes.isEmpty)
    #expect(outcome.errors.contains("没有清单“\(word)”"), "\(outcome.errors)")
  }

  @Test(arguments: [
    "list 'a", "list \"a", "list a\\", "list a\nb", "list a\tb", "list a\rb", "list \u{1B}", "list \u{85}",
  ])
  func aBrokenLineIsRefusedWhole(_ line: String) throws {
    let outcome = try session(line)
    #expect(outcome.status == 2 && outcome.bytes.isEmpty)
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1, "\(outcome.errors)")
  }

  @Test func whatIsNotTextIsRefused() throws {
    let room = try Self.shared.get()
    let command = "SSH_ORIGINAL_COMMAND=$(printf 'list \\377\\376') exec \"$0\" session --user 王建国 --library \"$1\""
    let outcome = BuiltSanku.run(["-c", command, BuiltSanku.path, room.library], program: "/bin/sh")
    #expect(outcome.status == 2 && outcome.errors.contains("UTF-8"), "\(outcome.errors)")
  }

  @Test func aPersonSeesTheirOwn() throws {
    let columns = "list projects --columns region --format csv"
    let clerk = try session(columns, as: "li.clerk-2").output.split(whereSeparator: \.isNewline).dropFirst()
    #expect(!clerk.isEmpty && clerk.allSatisfy { $0 == "330523" })
    let inspector = try session(columns).output.split(whereSeparator: \.isNewline)
    #expect(Set(inspector).count > 5)
  }

  @Test(arguments: ["nobody", "root2", "", "../x", "WANG", "王建", "王建国 "])
  func whoIsNotAmongThePeopleIsRefused(_ who: String) throws {
    let outcome = try session("list projects", as: who)
    #expect(outcome.status == 3, "\(outcome.errors)")
    #expect(!outcome.output.contains("33"))
  }

  @Test func aLibraryWithoutPeopleHasNoSessions() throws {
    let room = try Room.empty()
    let outcome = BuiltSanku.run(
      ["session", "--user", "root", "--library", room.library], environment: ["SSH_ORIGINAL_COMMAND": "list projects"])
    #expect(outcome.status == 3 && outcome.bytes.isEmpty, "\(outcome.errors)")
  }

  @Test func theLanguageIsAllThatTheClientsLocaleSays() throws {
    let line = "list nowhere"
    #expect(try session(line).errors.contains("没有清单"))
    #expect(try session(line, environment: ["LANG": "en_US.UTF-8"]).errors.contains("No register"))
    #expect(try session(line + " --lang en").errors.contains("No register"))
    #expect(try session(line, environment: ["LANG": "en_US.UTF-8;id"]).errors.contains("没有清单"))
    #expect(try session(line, environment: ["LC_ALL": "../en"]).errors.contains("没有清单"))
  }

  @Test func withoutATerminalTheInterfaceDoesNotOpen() throws {
    for line in [nil, "", "   "] {
      let outcome = try session(line, environment: ["TERM": "xterm"])
      #expect(outcome.status == 2 && outcome.bytes.isEmpty, "\(outcome.errors)")
    }
  }

  @Test func theDocumentsNameWhatASessionRuns() throws {
    let refusal = try session("nothing-of-ours --lang en").errors
    let names = try #require(refusal.firstMatch(of: /there are: ([a-z -]+);/)?.1)
    #expect(names.split(separator: " ").count >= 6)
    let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/docs/"
    for file in ["OPERATIONS.md", "OPERATIONS.zh-CN.md"] {
      let text = try String(contentsOfFile: folder + file, encoding: .utf8)
      #expect(text.contains("`\(names)`"), "\(file): \(names)")
    }
  }
}
