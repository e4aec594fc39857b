import Foundation

/// One attempt to get out of a session, and how it must end.
struct SSHEscape: Sendable {
  enum End: Sendable {
    /// Refused with this status, nothing on standard output.
    case refused(Int32)
    /// The program's own answer of that status, and nothing foreign in it.
    case own(Int32, contains: String = "", lacks: String = "")
    /// As if the client had not tried: what `projects` below prints.
    case unmoved
  }

  let command: [String]
  let end: End
  var options: [String] = []
  var variables: [String: String] = [:]
  var input = ""

  var description: String { (options + command).joined(separator: " ") + " \(variables)" }

  /// What a clerk of 安吉县 may ask for.
  static let projects = "list projects --columns library_code,region --sort library_code --format csv"
  private static let csv = " --columns library_code,region --format csv"

  private static func refused(_ status: Int32, _ commands: [String]) -> [SSHEscape] {
    commands.map { SSHEscape(command: [$0], end: .refused(status)) }
  }

  private static func unmoved(_ variables: [String: String]) -> SSHEscape {
    // The client sends a variable by `SetEnv`, and the terminal's name from its own.
    let sent = variables.filter { $0.key != "TERM" }.map { "\($0)=\($1)" }.sorted().joined(separator: " ")
    return SSHEscape(
      command: [projects], end: .unmoved, options: sent.isEmpty ? [] : ["-o", "SetEnv=" + sent],
      variables: variables.filter { $0.key == "TERM" })
  }

  /// `room` is a folder that the attempts would leave a mark in, as `escaped-…`.
  static func all(_ room: String, library: String) -> [SSHEscape] {
    let mark = room + "/escaped"
    return shells(mark) + otherCommands(mark, library) + paths(mark, library) + brokenLines(mark) + elsewhere()
      + environment(room, library)
  }

  /// What a shell would make something of is letters to us.
  private static func shells(_ mark: String) -> [SSHEscape] {
    let asSubcommand = refused(
      3,
      [
        "sh", "/bin/sh -c 'touch \(mark)-1'", "bash -i", "env", "touch \(mark)-2", "'list projects; touch \(mark)-3'",
        "$(touch \(mark)-4)", "`touch \(mark)-5`", ";touch \(mark)-6", "|touch \(mark)-7", "&& touch \(mark)-8",
        "> \(mark)-9", "../../../../bin/sh", "/usr/bin/env sh", "''", "list\\;touch projects", "-c 'touch \(mark)-10'",
        "exec sh", "scp -t \(mark)-11", "scp -f /etc/passwd", "internal-sftp", "/usr/lib/openssh/sftp-server",
        "rsync --server . \(mark)-12", "git-upload-pack x", "LC_ALL=x sh", "sanku list projects",
      ])
    // Behind a subcommand they are one argument too many.
    let asArguments = refused(
      2,
      [
        "list projects; touch \(mark)-20", "list projects | sh", "list projects && touch \(mark)-21",
        "list projects > \(mark)-22", "list projects $(touch \(mark)-23)", "list projects `touch \(mark)-24`",
        "list projects & touch \(mark)-25", "list $HOME", "list ~", "list *", "schema < /etc/passwd",
        "list projects --where '$(touch \(mark)-26)'", "list projects --limit $((1+1))",
      ])
    return asSubcommand + asArguments
  }

  /// What a session does not run, and the program's own doors.
  private static func otherCommands(_ mark: String, _ library: String) -> [SSHEscape] {
    refused(
      3,
      [
        "session --user inspector", "authorized-keys root ssh-ed25519 AAAA", "people list",
        "people add mallory --role administrator --region 330000", "people key add clerk /etc/passwd",
        "restore \(library) \(mark)-30", "backup \(mark)-31", "init \(mark)-32", "generate \(mark)-33 --projects 1",
        "verify", "open \(library)", "open", "man", "help", "--help", "--version", library, "SESSION", "List projects",
        "--generate-completion-script bash", "--library \(library) list projects", "--lang en people list",
        "-o \(mark)-34 list projects", "-- list projects", "list' 'projects",
      ])
  }

  /// No paths on the host, however they are written.
  private static func paths(_ mark: String, _ library: String) -> [SSHEscape] {
    refused(
      3,
      [
        "list projects -o \(mark)-40", "list projects -o \(mark)-41.csv", "list projects --output \(mark)-42",
        "list projects --output=\(mark)-43", "list projects -qo \(mark)-44", "export projects -o ../escaped-45",
        "export projects -o /dev/tcp/x", "export projects -o \(mark)-46.json --format json", "schema -o \(mark)-47",
        "check -o \(mark)-48", "show projects x -o \(mark)-49", "export projects -o /dev/stdout",
        "export projects -o ''", "export projects -o ./-", "list projects --library \(library)",
        "list projects --library=/etc/passwd", "list projects --library ''", "list projects --user inspector",
        "list projects --user=inspector", "import projects /etc/passwd", "import projects ../../etc/passwd",
        "import projects /dev/stdin", "import projects - --map /etc/passwd", "import projects - --rejects \(mark)-50",
        "import projects - --rejects=\(mark)-51", "import projects - --map=-", "import projects \(library)",
        "schema --from /etc", "submit x -o \(mark)-52", "return x --reason y --output \(mark)-53",
      ])
  }

  /// Lines that are not a line.
  private static func brokenLines(_ mark: String) -> [SSHEscape] {
    refused(
      2,
      [
        "list projects\ntouch \(mark)-60", "\nsh", "list projects\rtouch \(mark)-61", "list\tprojects",
        "list projects \u{1B}[2J", "list projects \u{7F}", "list 'projects", "list \"projects", "list projects \\",
        "list projects \u{9B}2J", "list " + String(repeating: "x", count: 40_000),
      ])
  }

  /// Other people's regions: there, and not to be seen or changed.
  private static func elsewhere() -> [SSHEscape] {
    [
      SSHEscape(command: ["list projects --where region=330100" + csv], end: .own(0, lacks: "3301")),
      SSHEscape(
        command: ["list projects --where region=330000" + csv], end: .own(0, contains: "330523", lacks: "3301")),
      SSHEscape(command: ["export enterprises --where region=330100"], end: .own(0, lacks: "330109")),
      SSHEscape(command: ["list projects --where 'region=330100|330523' --format json"], end: .own(0, lacks: "3301")),
      SSHEscape(command: ["list people --format csv"], end: .own(0, lacks: "inspector")),
      SSHEscape(command: ["export people --format json"], end: .own(0, contains: "clerk", lacks: "inspector")),
      SSHEscape(
        command: ["import enterprises -"], end: .own(1, lacks: "新增 1"),
        input: "credit_code,plant,name,region,industry,sector,state\n"
          + "91330109MA2ABCDE1W,00,escaped-70,330109,1711,textiles,running\n"),
      SSHEscape(
        command: ["import people -"], end: .own(3, lacks: "新增"),
        input: "name,display_name,region\nescaped-71,escaped-71,330000\n"),
    ]
  }

  /// Whatever a client says of itself moves nothing.
  private static func environment(_ room: String, _ library: String) -> [SSHEscape] {
    [
      unmoved(["SANKU_LIBRARY": "/etc/passwd"]), unmoved(["SANKU_TODAY": "1999-01-01"]),
      unmoved(["SANKU_SHARE": room]), unmoved(["SANKU_REGION": "330100"]), unmoved(["HOME": room]),
      unmoved(["SSH_ORIGINAL_COMMAND": "people"]), unmoved(["LC_ALL": "../../../etc/passwd"]),
      unmoved(["LC_ALL": "zh_CN.GB18030"]), unmoved(["LC_MESSAGES": "%s%n%s%n"]), unmoved(["LANG": "$(id)"]),
      unmoved(["LC_X": String(repeating: "A", count: 20_000)]), unmoved(["TERMINFO": room]),
      unmoved(["SSH_CONNECTION": ""]), unmoved(["TERM": "../../../../etc/passwd"]), unmoved(["TERM": "$(id)"]),
    ]
  }
}
