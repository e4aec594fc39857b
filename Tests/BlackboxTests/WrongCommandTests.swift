import Foundation
import TestTerminal
import Testing

/// Every subcommand with wrong input: one clear line on standard error, nothing on standard output, the right status.
@Suite struct WrongCommandTests {
  /// A command line, how it must end, and a word that its complaint must have.
  struct Case: CustomTestStringConvertible, Sendable {
    let line: [String]
    let status: Int32
    let says: String
    var testDescription: String { line.joined(separator: " ") }

    init(_ line: String, _ status: Int32, _ says: String) {
      self.line = line.split(separator: " ", omittingEmptySubsequences: false).map { $0 == "''" ? "" : String($0) }
      self.status = status
      self.says = says
    }
  }

  /// `LIB` is a sound library, `NEW` a place where nothing stands, `DIR` the folder of both, `BAD` a file of text.
  static let cases = [
    // no subcommand
    Case("lst", 2, "lst"), Case("--nope", 2, "--nope"), Case("''", 2, "--help"), Case("LIB", 2, "终端"),
    Case("LIB extra", 2, "extra"), Case("NEW", 4, "找不到"), Case("--library", 2, "--library"),
    // list
    Case("list", 2, "list --help"), Case("list nope", 2, "projects"), Case("list ''", 2, "projects"),
    Case("list projects extra", 2, "extra"), Case("list projects --nope", 2, "--nope"),
    Case("list projects --where", 2, "--where"), Case("list projects --where nmae=1", 2, "可用字段"),
    Case("list projects --where =1", 2, "运算符"), Case("list projects --where name", 2, "运算符"),
    Case("list projects --where saving>abc", 2, "数字"), Case("list projects --where 地区=火星", 2, "火星"),
    Case("list projects --where 改造措施.颜色~x", 2, "measures.technology"),
    Case("list projects --where due=soon", 2, "deadline"), Case("list projects --limit -1", 2, "--limit"),
    Case("list projects --limit=-1", 2, "--limit"), Case("list projects --limit abc", 2, "abc"),
    Case("list projects --sort nope", 2, "nope"), Case("list projects --columns nope", 2, "nope"),
    Case("list projects --format xml", 2, "csv"), Case("list projects --lang fr", 2, "fr"),
    Case("list projects -o /nowhere/x.csv", 4, "/nowhere/x.csv"), Case("list projects -o DIR", 4, "文件夹"),
    Case("list projects --library NEW", 4, "找不到"), Case("list projects --library BAD", 4, "不能作为库打开"),
    Case("list projects --library DIR", 4, "不能作为库打开"), Case("list projects --library ''", 2, "--library"),
    // show
    Case("show", 2, "show --help"), Case("show projects", 2, "show --help"), Case("show nope x", 2, "projects"),
    Case("show projects nope", 2, "nope"), Case("show projects #", 2, "#"), Case("show projects #zz", 2, "#zz"),
    // check
    Case("check nope", 2, "projects"), Case("check --where a=b", 2, "--where"),
    Case("check projects --where nope=1", 2, "nope"),
    // import
    Case("import", 2, "import --help"), Case("import projects", 2, "import --help"),
    Case("import nope BAD", 2, "projects"), Case("import projects NEW", 4, "无法读取"),
    Case("import projects DIR", 4, "文件夹"), Case("import projects /dev/null", 4, "空"),
    Case("import projects BAD", 4, "列名"), Case("import projects BAD --map NEW", 4, "无法读取"),
    // export
    Case("export", 2, "export --help"), Case("export nope", 2, "projects"),
    Case("export projects --format table", 2, "csv"), Case("export projects -o /nowhere/x.csv", 4, "没有这个文件或文件夹"),
    Case("export projects --where nope=1", 2, "nope"),
    // verify, backup, restore
    Case("verify NEW", 4, "找不到"), Case("verify BAD", 4, "不能作为库打开"), Case("verify LIB extra", 2, "extra"),
    Case("backup", 2, "backup --help"), Case("backup LIB", 4, "已存在"),
    Case("backup NEW/there/x.sanku", 4, "没有这个文件或文件夹"), Case("restore LIB", 2, "restore --help"),
    Case("restore LIB LIB", 4, "已存在"), Case("restore BAD NEW", 4, "不能作为库打开"), Case("restore NEW LIB", 4, "找不到"),
    // init, generate
    Case("init", 2, "init --help"), Case("init LIB", 4, "已存在"), Case("init NEW --from /nowhere", 4, "/nowhere"),
    Case("init NEW --from DIR --sample", 2, "--sample"), Case("init NEW --region 火星", 2, "火星"),
    Case("init NEW --mark z", 2, "--mark"), Case("generate", 2, "generate --help"),
    Case("generate NEW", 2, "--projects"), Case("generate NEW --projects abc", 2, "abc"),
    Case("generate NEW --projects=-5", 2, "--projects"), Case("generate NEW --projects 10 --seed x", 2, "x"),
    Case("generate LIB --projects 10", 4, "已存在"),
    // schema, man
    Case("schema nope", 2, "projects"), Case("schema --format csvx", 2, "csv"), Case("man extra", 2, "extra"),
  ]

  private static let library: Result<Room, any Error> = Result {
    let room = try Room.empty()
    _ = try room.file("text.txt", "这不是库\n")
    return room
  }

  @Test(arguments: cases) func isSaidInOneLineWithItsStatus(_ wrong: Case) throws {
    let room = try Self.library.get()
    let places = [
      "LIB": room.library, "NEW": room.folder + "/new.sanku", "DIR": room.folder, "BAD": room.folder + "/text.txt",
    ]
    let line = wrong.line.map { word in
      places.first { word == $0.key || word.hasPrefix($0.key + "/") }
        .map { $0.value + word.dropFirst($0.key.count) } ?? word
    }
    let outcome = room.run(line)
    #expect(outcome.status == wrong.status, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("sanku: ") && outcome.errors.contains(wrong.says), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: room.folder + "/new.sanku"), "something was left behind")
  }

  /// English speaks English: no Chinese sentence, but for names that the person wrote or the library has.
  @Test(arguments: ["lst", "list nope", "list projects --where name", "export projects -o /nowhere/x.csv", "init"])
  func englishIsEnglish(_ line: String) throws {
    let outcome = try Self.library.get().run(line.split(separator: " ").map(String.init) + ["--lang", "en"])
    #expect(outcome.status != 0 && outcome.errors.split(separator: "\n").count == 1)
    #expect(!outcome.errors.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(outcome.errors)")
  }

  /// Whoever reads goes away, or asks to stop: it ends quietly, and the library is sound.
  @Test(arguments: ["export projects --format json", "export projects", "list projects", "check", "schema", "man"])
  func aReaderWhoLeavesIsNoFault(_ command: String) throws {
    let room = try Room.madeUp()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "\"$0\" \(command) | head -1 >/dev/null; echo ${PIPESTATUS[0]} >&2", BuiltSanku.path]
    process.environment = ["SANKU_LIBRARY": room.library, "LANG": "C.UTF-8"]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // Whether the pipe broke before the last byte is a matter of time; `check` and `list` may have something to say.
    let lines = said.split(separator: "\n").map(String.init)
    #expect(["0", "1", "130"].contains(lines.last ?? ""), "\(said)")
    #expect(!lines.contains { $0.hasPrefix("sanku:") || $0.contains("Fatal") }, "\(said)")
    room.verify()
  }

  @Test(arguments: [SIGINT, SIGTERM]) func askedToStopItStops(_ signal: Int32) throws {
    let room = try Room.madeUp()
    let running = BuiltSanku.start(
      ["export", "projects", "-o", room.folder + "/out.csv"], environment: ["SANKU_LIBRARY": room.library])
    usleep(40_000)
    running.kill(signal)
    let outcome = running.outcome()
    #expect([0, 130, 128 + signal].contains(outcome.status), "\(outcome.status) \(outcome.errors)")
    let left = try FileManager.default.contentsOfDirectory(atPath: room.folder).filter { $0.hasSuffix(".part") }
    #expect(left == [])
    room.verify()
  }
}
