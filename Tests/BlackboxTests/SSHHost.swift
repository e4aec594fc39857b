import Foundation
import TestTerminal
import Testing

/// A real sshd on loopback in front of one library, and a key for each of five people.
///
/// Beyond what docs/OPERATIONS.md says it forbids nothing: forwarding, tunnels, X11 and the client's variables are open,
/// so that what holds is what sanku itself prints and does.
final class SSHHost {
  let room: Room
  private let port: Int
  private let daemon: BuiltSanku.Running
  private static let keygen = "/usr/bin/ssh-keygen"
  private static let sshd = "/usr/sbin/sshd"
  static let ssh = "/usr/bin/ssh"
  /// A clerk and a reviewer of 安吉县, reviewers of 湖州市 and 浙江省, and the province's inspector.
  static let people = [
    ("clerk", "clerk", "330523"), ("county", "reviewer", "330523"), ("city", "reviewer", "330500"),
    ("province", "reviewer", "330000"), ("inspector", "inspector", "330000"),
  ]

  /// The account that runs the tests, which is the library's.
  static let account = String(cString: getpwuid(geteuid()).pointee.pw_name)

  /// In front of a made-up library, or of an empty one.
  init(madeUp: Bool = true) throws {
    room = madeUp ? try Room.madeUp() : try Room.empty()
    try room.done([
      "people", "add", Self.account, "--role", "administrator", "--region", "330000", "--display-name", "管理员",
    ])
    for (name, role, region) in Self.people {
      try room.done(["people", "add", name, "--role", role, "--region", region, "--display-name", name])
      try Self.makeKey(room.folder + "/" + name)
      try room.done(["people", "key", "add", name, room.folder + "/\(name).pub"])
    }
    try Self.makeKey(room.folder + "/stranger")
    try Self.makeKey(room.folder + "/host")
    mkdir("/run/sshd", 0o755)
    (daemon, port) = try Self.serve(room)
  }

  deinit {
    daemon.kill(SIGTERM)
    _ = daemon.outcome()
  }

  private static func makeKey(_ path: String) throws {
    let made = BuiltSanku.run(["-q", "-t", "ed25519", "-N", "", "-f", path], program: keygen)
    try #require(made.status == 0, "\(made.errors)")
  }

  /// Starts the daemon on a port that is free.
  private static func serve(_ room: Room) throws -> (BuiltSanku.Running, Int) {
    for _ in 0..<20 {
      let port = Int.random(in: 20_000...60_000)
      let config = try room.file(
        "sshd_config",
        """
        Port \(port)
        ListenAddress 127.0.0.1
        HostKey \(room.folder)/host
        PidFile none
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PermitRootLogin yes
        AuthorizedKeysFile none
        AuthorizedKeysCommand /usr/bin/env \(BuiltSanku.path) authorized-keys %u %t %k --library \(room.library)
        AuthorizedKeysCommandUser \(account)
        AcceptEnv LANG LC_* NO_COLOR SANKU_* SSH_* HOME TERMINFO* ESCDELAY
        AllowTcpForwarding yes
        AllowAgentForwarding yes
        AllowStreamLocalForwarding yes
        X11Forwarding yes
        PermitTunnel yes
        GatewayPorts yes
        Subsystem sftp internal-sftp
        MaxStartups 200
        MaxSessions 20
        LogLevel ERROR

        """)
      let daemon = BuiltSanku.start(["-D", "-e", "-f", config], program: sshd)
      for _ in 0..<100 {
        if kill(daemon.pid, 0) != 0 { break }
        if answers(port) { return (daemon, port) }
        usleep(50_000)
      }
      daemon.kill()
      let outcome = daemon.outcome()
      if !outcome.errors.contains("in use") { throw Desk.Missing(what: "sshd", screen: outcome.errors) }
    }
    throw Desk.Missing(what: "a free port", screen: "")
  }

  /// What a server on a port of this machine says first; nil where none answers.
  static func greeting(_ port: Int, asking bytes: [UInt8] = []) -> [UInt8]? {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var limit = timeval(tv_sec: 3, tv_usec: 0)
    setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isOpen = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard isOpen == 0 else { return nil }
    if !bytes.isEmpty { _ = send(handle, bytes, bytes.count, Int32(MSG_NOSIGNAL)) }
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = recv(handle, &buffer, buffer.count, 0)
    return count < 0 ? [] : Array(buffer[..<count])
  }

  private static func answers(_ port: Int) -> Bool {
    greeting(port).map { String(decoding: $0, as: UTF8.self).hasPrefix("SSH-2.0") } ?? false
  }

  /// The port that sshd listens on.
  var doorway: Int { port }

  /// The client's arguments up to the host's name.
  func client(_ who: String, _ options: [String] = []) -> [String] {
    let settings = [
      "IdentitiesOnly=yes", "IdentityAgent=none", "UserKnownHostsFile=/dev/null", "StrictHostKeyChecking=no",
      "LogLevel=ERROR", "BatchMode=yes",
    ]
    return ["-F", "none", "-i", room.folder + "/" + who] + settings.flatMap { ["-o", $0] } + options
  }

  /// Runs a line on the host, as anybody with that key would.
  func run(
    _ who: String, _ command: [String], options: [String] = [], input: [UInt8] = [], environment: [String: String] = [:]
  ) -> BuiltSanku.Outcome {
    BuiltSanku.run(
      client(who, options) + ["-p", "\(port)", "--", "\(Self.account)@127.0.0.1"] + command, input: input,
      environment: environment, program: Self.ssh)
  }

  /// Starts the client and leaves it running.
  func start(_ who: String, options: [String]) -> BuiltSanku.Running {
    BuiltSanku.start(
      client(who, options) + ["-p", "\(port)", "--", "\(Self.account)@127.0.0.1"], program: Self.ssh)
  }

  /// Runs a line that must succeed, and answers what it printed.
  @discardableResult
  func done(
    _ who: String, _ command: [String], input: [UInt8] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let outcome = run(who, command, input: input)
    try #require(
      outcome.status == 0, "\(who): \(command.joined(separator: " ")) → \(outcome.status)\n\(outcome.errors)",
      sourceLocation: sourceLocation)
    return outcome.output
  }

  /// A person's terminal with the interface in it.
  func terminal(
    _ who: String, options: [String] = [], columns: Int = 80, rows: Int = 24, term: String = "xterm-256color"
  ) throws -> TerminalSession {
    let command = client(who, ["-tt"] + options) + ["-p", "\(port)", "--", "\(Self.account)@127.0.0.1"]
    return try #require(
      TerminalSession([Self.ssh] + command, columns: columns, rows: rows, term: term))
  }

  /// The process on the host that runs a person's session: its number; nil where none runs on this library.
  func session(of who: String) -> pid_t? {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.compactMap { pid_t($0) }.first { pid in
      guard let bytes = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") else { return false }
      let words = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      return words.dropFirst().prefix(3) == ["session", "--user", who] && words.last == room.library
    }
  }

  /// Waits for a session to begin, or to have ended.
  func waitForSession(of who: String, toEnd: Bool = false) -> pid_t? {
    for _ in 0..<400 {
      let found = session(of: who)
      if (found == nil) == toEnd { return found }
      usleep(25_000)
    }
    return session(of: who)
  }
}
