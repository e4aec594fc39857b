import ArgumentParser
import Domain

/// How rows come out.
enum RowFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, xlsx

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

  @Option(help: ArgumentHelp(say("输出格式：table csv json xlsx", "how rows come out"), valueName: "table|csv|json|xlsx"))
  var format: RowFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("写入文件（- 为标准输出），扩展名决定格式", "write to a file (- is standard output); its ending chooses the format"),
      valueName: say("文件", "file")), completion: .file())
  var output: String?

  @Flag(
    name: .customLong("bom"), inversion: .prefixedNo,
    help: ArgumentHelp(
      say(
        "CSV 是否带 UTF-8 标记（表格软件据此识别）；默认文件带、标准输出不带",
        "whether CSV is led by the UTF-8 mark, by which spreadsheets know it; files are by default, standard output is not"
      )))
  var mark: Bool?

  @Option(help: ArgumentHelp(say("语言 zh 或 en", "language, zh or en"), valueName: "zh|en"))
  var lang: Language?

  @Flag(help: ArgumentHelp(say("不用颜色（也可设 NO_COLOR）", "no colours (NO_COLOR does the same)")))
  var noColor = false

  @Flag(name: .shortAndLong, help: ArgumentHelp(say("只输出结果，不输出说明和进度", "figures only: no notes, no progress")))
  var quiet = false

  /// An empty name is a variable that was never set: another library in its place would be a surprise.
  func validate() throws {
    if library?.isEmpty == true { throw ValidationError(say("--library 后没有写库文件", "--library names no file")) }
    if let output, output.lowercased().hasSuffix(".xls") {
      throw ValidationError(
        say(
          "不写旧格式 \(output)；文件名请用 .xlsx、.csv 或 .json 结尾",
          "\(output) would be of the old kind, which is not written; name a file in .xlsx, .csv or .json"))
    }
  }

  /// The format that was asked for, else by the file's ending, else `standard`.
  func rows(_ standard: RowFormat) -> RowFormat { format ?? RowFormat(path: output) ?? standard }

  /// Whether CSV is led by the mark: a file is opened by a spreadsheet, which wants it; a pipe is read by a program.
  var isMarked: Bool { mark ?? output.map { $0 != "-" } ?? false }

  /// A line of explanation on standard error, unless `--quiet`.
  func note(_ zh: String, _ en: String) {
    if !quiet { Output.tell(say(zh, en)) }
  }
}
