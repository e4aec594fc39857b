import Foundation
import TestTerminal
import Testing

/// People with a key and no good intentions: none gets anything but the program and the person's own rights.
@Suite struct SSHEscapeTests {
  @Test func noLineLeadsOut() throws {
    let host = try SSHHost()
    let before = try Marks(host.room)
    let plain = try host.done("clerk", [SSHEscape.projects])
    #expect(plain.contains("330523") && !plain.contains("330109"))
    let escapes = SSHEscape.all(host.room.folder, library: host.room.library)
    #expect(escapes.count >= 60)
    for escape in escapes {
      let outcome = host.run(
        "clerk", escape.command, options: escape.options, input: Array(escape.input.utf8),
        environment: escape.variables)
      let said = "\(escape.description.prefix(300)) → \(outcome.status)\n\(outcome.output)\(outcome.errors)"
      switch escape.end {
      case .refused(let status):
        #expect(outcome.status == status && outcome.output.isEmpty, "\(said)")
        #expect(outcome.errors.filter { $0 == "\n" }.count == 1, "\(said)")
      case .own(let status, let contains, let lacks):
        #expect(outcome.status == status, "\(said)")
        #expect(contains.isEmpty || outcome.output.contains(contains), "\(said)")
        #expect(lacks.isEmpty || !(outcome.output + outcome.errors).contains(lacks), "\(said)")
      case .unmoved:
        #expect(outcome.status == 0 && outcome.output == plain, "\(said)")
      }
      #expect(TerminalBytes.foreign(in: outcome.bytes + outcome.errorBytes).isEmpty, "\(said)")
    }
    #expect(try Marks(host.room) == before)
    host.room.verify()
  }

  /// What an attempt would leave behind: files, people, enterprises, projects.
  private struct Marks: Equatable {
    let files: Set<String>
    let records: [String]

    init(_ room: Room) throws {
      var folders = [room.folder, room.folder + "/..", NSHomeDirectory(), FileManager.default.currentDirectoryPath]
      folders.append("/")
      files = Set(
        folders.flatMap { folder in
          ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.contains("escaped") }
        })
      records = try ["projects", "enterprises", "people"].map { try room.done(["export", $0, "--format", "json"]) }
    }
  }

  @Test func thePrintedLineIsForTheKnownOnly() throws {
    let host = try SSHHost(madeUp: false)
    let library = ["--library", host.room.library]
    func asked(_ who: String, account: String = SSHHost.account) throws -> BuiltSanku.Outcome {
      let key = try String(contentsOfFile: host.room.folder + "/\(who).pub", encoding: .utf8).split(separator: " ")
      return BuiltSanku.run(["authorized-keys", account, String(key[0]), String(key[1])] + library)
    }
    let known = try asked("clerk")
    let line = #"restrict,pty,command="\#(BuiltSanku.path) session --user clerk --key SHA256:"#
    #expect(known.output.hasPrefix(line), "\(known.output)\(known.errors)")
    #expect(known.output.contains(#" --library \#(host.room.library)" ssh-"#), "\(known.output)")
    #expect(known.output.filter { $0 == "\n" }.count == 1 && known.status == 0)

    func isSilent(_ outcome: BuiltSanku.Outcome) -> Bool {
      outcome.status == 0 && outcome.bytes.isEmpty && outcome.errorBytes.isEmpty
    }
    #expect(isSilent(try asked("stranger")))
    // Only the account whose library it is lets anybody in.
    #expect(isSilent(try asked("clerk", account: "nobody")))
    #expect(isSilent(try asked("clerk", account: "no such account")))
    for wrong in [["ssh-ed25519", "AAAA"], ["", ""], ["ssh-ed25519", "x' OR '1'='1"], ["restrict,pty", "AAAA"]] {
      #expect(isSilent(BuiltSanku.run(["authorized-keys", SSHHost.account] + wrong + library)))
    }
    let elsewhere = BuiltSanku.run([
      "authorized-keys", SSHHost.account, "ssh-ed25519", "AAAA", "--library", "/no/where",
    ])
    #expect(isSilent(elsewhere))

    try host.room.done(["people", "disable", "clerk"])
    #expect(isSilent(try asked("clerk")))
  }

  @Test func aDisabledPersonIsOutAtOnce() throws {
    let host = try SSHHost()
    defer { withExtendedLifetime(host) {} }
    let terminal = try host.terminal("clerk")
    #expect(terminal.wait { $0.contains("项目库") }, "\(terminal.screen)")
    #expect(host.run("clerk", ["schema"]).status == 0)
    try host.room.done(["people", "disable", "clerk"])
    #expect(host.run("clerk", ["schema"]).status == 255)
    #expect(host.run("stranger", ["schema"]).status == 255)
    // The session that was open reads and writes nothing any more.
    terminal.type("<Alt-3>")
    terminal.settle(quiet: 300)
    terminal.type("<Alt-2>")
    #expect(terminal.wait(for: "停用"), "\(terminal.screen)")
    // The command that sshd would run, run once more.
    let again = BuiltSanku.run(
      ["session", "--user", "clerk", "--library", host.room.library], environment: ["SSH_ORIGINAL_COMMAND": "schema"])
    #expect(again.status == 3 || again.status == 0 && !again.output.contains("33"), "\(again.output)")
    let records = BuiltSanku.run(
      ["session", "--user", "clerk", "--library", host.room.library],
      environment: ["SSH_ORIGINAL_COMMAND": SSHEscape.projects])
    #expect(records.status == 3 && records.bytes.isEmpty)
  }

  /// A lost laptop: its key is taken away, and the person goes on at another one.
  @Test func aSessionEndsWithTheKeyThatOpenedIt() throws {
    let host = try SSHHost()
    defer { withExtendedLifetime(host) {} }
    let lost = try host.terminal("clerk")
    #expect(lost.wait { $0.contains("项目库") }, "\(lost.screen)")
    let second = BuiltSanku.run(
      ["-q", "-t", "ed25519", "-N", "", "-f", host.room.folder + "/clerk-2"], program: "/usr/bin/ssh-keygen")
    #expect(second.status == 0)
    try host.room.done(["people", "key", "add", "clerk", host.room.folder + "/clerk-2.pub"])
    let print = BuiltSanku.run(["-l", "-f", host.room.folder + "/clerk.pub"], program: "/usr/bin/ssh-keygen").output
    let fingerprint = try #require(print.split(separator: " ").dropFirst().first.map(String.init))
    try host.room.done(["people", "key", "remove", "clerk", fingerprint])
    #expect(host.run("clerk", ["schema"]).status == 255)
    #expect(host.run("clerk-2", ["schema"]).status == 0)
    lost.type("<Alt-3>")
    lost.settle(quiet: 300)
    lost.type("<Alt-2>")
    #expect(lost.wait(for: "公钥已取消"), "\(lost.screen)")
  }

  @Test func aSessionIsConfined() throws {
    let host = try SSHHost()
    defer { withExtendedLifetime(host) {} }
    let terminal = try host.terminal("clerk", options: ["-A", "-X"])
    #expect(terminal.wait { $0.contains("项目库") }, "\(terminal.screen)")
    let pid = try #require(host.waitForSession(of: "clerk"))
    let state = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    #expect(state.contains("Seccomp:\t2"))
    #expect(state.contains("NoNewPrivs:\t1"))
    // What sshd gave it: neither an agent nor a display.
    let given = FileManager.default.contents(atPath: "/proc/\(pid)/environ") ?? Data()
    #expect(!given.isEmpty)
    for name in ["SSH_AUTH_SOCK", "DISPLAY"] { #expect(given.range(of: Data("\(name)=".utf8)) == nil) }
    // Ctrl-Z is a key like another, no way to a shell.
    terminal.type("<^Z><Esc>")
    terminal.settle(quiet: 300)
    #expect(!(try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)).contains("State:\tT"))
    kill(pid, SIGTSTP)
    terminal.settle(quiet: 300)
    #expect(!(try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)).contains("State:\tT"))
    #expect(!terminal.hasEnded)
  }

  /// `-L -R -D -W -w` and a command that is not there: refused by the line that sanku prints.
  @Test func noTunnelOpens() throws {
    let host = try SSHHost(madeUp: false)
    let doorway = host.doorway
    for options in [
      ["-W", "127.0.0.1:\(doorway)"], ["-R", "0:127.0.0.1:\(doorway)", "-o", "ExitOnForwardFailure=yes", "-N"],
      ["-R", "127.0.0.1:0", "-o", "ExitOnForwardFailure=yes", "-N"],
      ["-R", "\(host.room.folder)/escaped-1:127.0.0.1:\(doorway)", "-o", "ExitOnForwardFailure=yes", "-N"],
      ["-w", "0:0", "-o", "ExitOnForwardFailure=yes", "-N"],
    ] {
      let outcome = host.run("clerk", [], options: options)
      #expect(outcome.status == 255, "\(options) → \(outcome.status) \(outcome.errors)")
      #expect(!outcome.output.contains("SSH-2.0"), "\(options)")
    }
    // These two listen on the client's side, and find out only when somebody calls.
    for (option, asking) in [
      ("-L", []), ("-D", [5, 1, 0, 5, 1, 0, 1, 127, 0, 0, 1, UInt8(doorway >> 8), UInt8(doorway & 255)]),
    ] as [(String, [UInt8])] {
      let port = Int.random(in: 20_000...60_000)
      let place = option == "-L" ? "127.0.0.1:\(port):127.0.0.1:\(doorway)" : "127.0.0.1:\(port)"
      let client = host.start("clerk", options: ["-N", option, place])
      var answer: [UInt8]?
      for _ in 0..<100 where answer == nil {
        answer = SSHHost.greeting(port, asking: asking)
        if answer == nil { usleep(50_000) }
      }
      #expect(!String(decoding: answer ?? [], as: UTF8.self).contains("SSH"), "\(option)")
      #expect(answer != nil, "\(option): the client did not listen")
      // `-N` has run nothing on the host.
      #expect(host.session(of: "clerk") == nil)
      client.kill(SIGTERM)
      _ = client.outcome()
    }
  }

  @Test func noFileIsCopied() throws {
    let host = try SSHHost(madeUp: false)
    let stolen = host.room.folder + "/escaped-stolen"
    let target = host.room.folder + "/escaped-left"
    let there = "\(SSHHost.account)@127.0.0.1"
    for (program, arguments) in [
      ("scp", [there + ":" + host.room.library, stolen]), ("scp", ["-O", there + ":" + host.room.library, stolen]),
      ("scp", [host.room.library, there + ":" + target]), ("scp", ["-O", host.room.library, there + ":" + target]),
      ("sftp", ["-b", "-", there]), ("sftp", ["-s", "/usr/lib/openssh/sftp-server", "-b", "-", there]),
    ] {
      let outcome = BuiltSanku.run(
        host.client("clerk").map { $0 } + ["-P", "\(host.doorway)"] + arguments,
        input: Array("get \(host.room.library) \(stolen)\nput \(host.room.library) \(target)\n".utf8),
        program: "/usr/bin/" + program)
      #expect(outcome.status != 0, "\(program) \(arguments)\n\(outcome.output)\(outcome.errors)")
    }
    #expect(access(stolen, F_OK) != 0 && access(target, F_OK) != 0)
  }

  /// From a session's interface no file is written on the host.
  @Test func theInterfaceWritesNoFile() throws {
    let host = try SSHHost()
    defer { withExtendedLifetime(host) {} }
    let terminal = try host.terminal("clerk")
    #expect(terminal.wait { $0.contains("项目库") }, "\(terminal.screen)")
    terminal.type("<Alt-2>")
    #expect(terminal.wait(for: "[2项目库"), "\(terminal.screen)")
    terminal.settle(quiet: 300)
    terminal.type("x")
    terminal.settle(quiet: 300)
    terminal.type("<^U>" + host.room.folder + "/escaped.csv<Enter>")
    #expect(terminal.wait(for: "远程会话"), "\(terminal.screen)")
    #expect(access(host.room.folder + "/escaped.csv", F_OK) != 0)
  }
}
