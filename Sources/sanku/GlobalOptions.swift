import ArgumentParser
import Domain

/// How rows come out.
enum RowFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json

  /// The format that a file's ending asks for.
  init?(path: String?) {
    guard let path, let dot = path.lastIndex(of: "."),
      let format = RowFormat(rawValue: path[path.index(after: dot)...].lowercased()), format != .table
    else { return nil }
    self = format
  }
}

extension Language: ExpressibleByArgument {}

/// What every subcommand takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("库文件；否则用环境变量 SANKU_LIBRARY，再否则用默认位置", "the library; else SANKU_LIBRARY, else the default place"),
      valueName: say("文件", "file")), completion: .file(extensions: ["sanku"]))
  var library: String?

  @Option(help: ArgumentHelp(say("输出格式：table csv json", "how rows come out"), valueName: "table|csv|json"))
  var format: RowFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("写入文件（- 为标准输出），扩展名决定格式", "write to a file (- is standard output); its ending chooses the format"),
      valueName: say("文件", "file")), completion: .file())
  var output: String?

  @Option(help: ArgumentHelp(say("语言 zh 或 en", "language, zh or en"), valueName: "zh|en"))
  var lang: Language?

  @Flag(help: ArgumentHelp(say("不用颜色（也可设 NO_COLOR）", "no colours (NO_COLOR does the same)")))
  var noColor = false

  @Flag(name: .shortAndLong, help: ArgumentHelp(say("只输出结果，不输出说明和进度", "figures only: no notes, no progress")))
  var quiet = false

  /// An empty name is a variable that was never set: another library in its place would be a surprise.
  func validate() throws {
    if library?.isEmpty == true { throw ValidationError(say("--library 后没有写库文件", "--library names no file")) }
  }

  /// The format that was asked for, else by the file's ending, else `standard`.
  func rows(_ standard: RowFormat) -> RowFormat { format ?? RowFormat(path: output) ?? standard }

  /// A line of explanation on standard error, unless `--quiet`.
  func note(_ zh: String, _ en: String) {
    if !quiet { Output.tell(say(zh, en)) }
  }
}
