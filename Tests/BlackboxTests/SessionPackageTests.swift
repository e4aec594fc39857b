import Foundation
import TestTerminal
import Testing

/// Packages and imports over the line: the client's files go in and out through the pipe, the host's stay out of reach.
@Suite struct SessionPackageTests {
  private static let account = String(cString: getpwuid(geteuid()).pointee.pw_name)

  /// A city's library on a host, with its people, and a county's on a machine of its own.
  private struct Line {
    let host: Room
    let county: Room

    init() throws {
      host = try Room()
      county = try Room()
      try host.done(["init", host.library, "--region", "330500", "--mark", "HZ"])
      try host.done(["people", "add", account, "--role", "administrator", "--region", "330500"])
      try host.done(["people", "add", "li", "--role", "clerk", "--region", "330502"])
      try host.done(["people", "add", "chen", "--role", "clerk", "--region", "330523"])
      try host.done(["people", "add", "zhao", "--role", "inspector", "--region", "330500"])
      try county.done(["init", county.library, "--region", "330523", "--mark", "AJ"])
    }

    /// What a person's client asks for, with its bytes on the line.
    func run(_ line: String, _ input: [UInt8] = [], as who: String = account) -> BuiltSanku.Outcome {
      BuiltSanku.run(
        ["session", "--user", who, "--library", host.library], input: input,
        environment: ["SSH_ORIGINAL_COMMAND": line])
    }

    func done(_ line: String, _ input: [UInt8] = [], as who: String = account) throws -> BuiltSanku.Outcome {
      let outcome = run(line, input, as: who)
      try #require(outcome.status == 0, "\(line) → \(outcome.status)\n\(outcome.errors)")
      return outcome
    }

    func bytes(_ name: String) throws -> [UInt8] {
      try [UInt8](Data(contentsOf: URL(fileURLWithPath: county.folder + "/" + name)))
    }

    /// Cards both ways, the region handed over, and the county's library filled with its records.
    func acquainted() throws {
      let firms = Array("credit_code,plant,name,region\r\n,00,安吉某某水泥有限公司,330523\r\n".utf8)
      _ = try done("import enterprises -", firms, as: "chen")
      let card = try done("package card").bytes
      try county.done(["package", "trust", county.file("city.card", card)])
      try county.done(["package", "card", "-o", county.folder + "/county.card"])
      #expect(try done("package trust -", bytes("county.card")).errors.contains("安吉县"))
      #expect(try done("package handover 330523 --to 330523").errors.contains("已移交"))
      let first = try done("package export --to 330523").bytes
      #expect(first.starts(with: Array("sanku-package 1\n".utf8)))
      try county.done(["package", "import", county.file("1.pkg", first)])
    }
  }

  @Test func packagesGoOverTheLineBothWays() throws {
    let line = try Line()
    try line.acquainted()
    #expect(
      try line.county.done(["list", "enterprises", "--columns", "name", "--format", "csv"]).contains("安吉某某水泥有限公司"))
    let more = try line.county.file("more.csv", "credit_code,plant,name,region\r\n,00,安吉另一家,330523\r\n")
    try line.county.done(["import", "enterprises", more, "--quiet"])
    try line.county.done(["package", "export", "--to", "330500", "-o", line.county.folder + "/up.pkg"])
    let up = try line.bytes("up.pkg")

    // Looked through first: the account comes back on the line, nothing is written.
    let looked = try line.done("package import - --dry-run", up)
    #expect(looked.output.contains("安吉另一家") && looked.errors.contains("未写入，将新增 1"), "\(looked.errors)")
    #expect(try !line.done("list enterprises --columns name --format csv").output.contains("安吉另一家"))
    // Applied: the receipt is all that is on standard output, the account stands beside it.
    let applied = try line.done("package import - --receipt -", up)
    #expect(applied.bytes.starts(with: Array("sanku-package 1\n".utf8)))
    #expect(applied.errors.contains("安吉另一家") && applied.errors.contains("新增 1"), "\(applied.errors)")
    try line.county.done(["package", "import", line.county.file("back.pkg", applied.bytes)])
    #expect(try line.county.done(["package", "status", "--format", "csv"]).contains(",1,1,2,"))
    #expect(try line.done("package status --format csv").output.contains("安吉县"))
    #expect(try line.done("package import -", up).errors.contains("以前已收下"))
    // What is cut or foreign is refused in a line, and changes nothing.
    for bytes in [[], Array(up.dropLast(3)), Array("P\n".utf8)] {
      let refused = line.run("package import -", bytes)
      #expect(refused.status == 4 && refused.errors.split(separator: "\n").count == 1, "\(refused.errors)")
    }
    line.host.verify()
    line.county.verify()
  }

  @Test(arguments: [
    "package export --to 330523", "package import -", "package status", "package card", "package trust -",
    "package handover 330523 --to 330523",
  ])
  func nobodyElseHandlesPackages(_ command: String) throws {
    let line = try Line()
    try line.acquainted()
    for who in ["li", "zhao"] {
      let outcome = line.run(command, as: who)
      #expect(outcome.status == 3 && outcome.bytes.isEmpty, "\(who): \(outcome.errors)")
    }
  }

  @Test(arguments: [
    "package export --to 330523 -o /tmp/x.pkg", "package import /etc/passwd", "package import - --receipt /tmp/x.pkg",
    "package trust /etc/passwd", "package card -o /tmp/x", "package status -o /tmp/x",
    "import enterprises - --rejects /tmp/x", "imports -o /tmp/x", "imports undo 12345678 --library /tmp/x",
  ])
  func pathsOfTheHostAreRefused(_ command: String) throws {
    let line = try Line()
    let outcome = line.run(command)
    #expect(outcome.status == 3 && outcome.bytes.isEmpty, "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: "/tmp/x") && !FileManager.default.fileExists(atPath: "/tmp/x.pkg"))
  }

  @Test func aWholeImportIsTakenBackOverTheLine() throws {
    let line = try Line()
    let before = try line.done("export enterprises --format json").output
    let rows = Array("credit_code,plant,name,region\r\n,00,甲厂,330502\r\n,01,乙厂,330502\r\n,02,丙厂,330523\r\n".utf8)
    // A clerk of 吴兴区 brings a row of 安吉县 too: it comes back on standard output with the reason.
    let taken = line.run("import enterprises -", rows, as: "li")
    #expect(taken.status == 1 && taken.errors.contains("新增 2，修改 0，相同 0，未收 1"), "\(taken.errors)")
    #expect(taken.output.contains("丙厂"))
    let listed = try line.done("imports", as: "li").output
    let id = try #require(listed.split(separator: "\n").dropFirst().first?.prefix(8)).description
    #expect(line.run("imports undo \(id)", as: "zhao").status == 3)
    #expect(try line.done("imports undo \(id) --dry-run", as: "li").errors.contains("将撤销 2 条"))
    #expect(try line.done("imports undo \(id)", as: "li").errors.contains("撤销 2 条，保留 0 条"))
    #expect(try line.done("export enterprises --format json").output == before)
    #expect(line.run("imports undo \(id)", as: "li").errors.contains("已经撤销过"))
    line.host.verify()
  }

  /// Through a real sshd, by a key of the administrator's.
  @Test func aPackageGoesThroughARealLine() throws {
    let host = try SSHHost()
    let county = try Room()
    try county.done(["init", county.library, "--region", "330523", "--mark", "AJ"])
    try host.room.done(["people", "key", "add", Self.account, host.room.folder + "/stranger.pub"])
    let card = host.run("stranger", ["package", "card"])
    try #require(card.status == 0, "\(card.errors)")
    try county.done(["package", "trust", county.file("province.card", card.bytes)])
    try county.done(["package", "card", "-o", county.folder + "/county.card"])
    let mine = try [UInt8](Data(contentsOf: URL(fileURLWithPath: county.folder + "/county.card")))
    try host.done("stranger", ["package", "trust", "-"], input: mine)
    try host.done("stranger", ["package", "handover", "330523", "--to", "330523"])
    let first = host.run("stranger", ["package", "export", "--to", "330523"])
    try #require(first.status == 0, "\(first.errors)")
    try county.done(["package", "import", county.file("1.pkg", first.bytes), "--receipt", county.folder + "/up.pkg"])
    let up = try [UInt8](Data(contentsOf: URL(fileURLWithPath: county.folder + "/up.pkg")))
    let applied = host.run("stranger", ["package", "import", "-", "--receipt", "-"], input: up)
    #expect(applied.status == 0 && applied.bytes.starts(with: Array("sanku-package 1\n".utf8)), "\(applied.errors)")
    try county.done(["package", "import", county.file("2.pkg", applied.bytes)])
    #expect(host.run("city", ["package", "status"]).status == 3)
    func names(_ room: Room) throws -> String {
      try room.done([
        "list", "projects", "--where", "region=330523", "--columns", "name", "--sort", "name", "--format", "csv",
      ])
    }
    #expect(try names(county) == names(host.room))
    host.room.verify()
    county.verify()
  }
}
