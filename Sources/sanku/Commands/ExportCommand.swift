import ArgumentParser
import Domain
import Interchange
import UseCases

/// Writes whole records of one register to a file.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: say("把记录写成 CSV 或 JSON 文件", "Write records to a CSV or JSON file"),
      discussion: say(
        """
        projects.csv 旁边写各子表：projects.measures.csv 等。标准输出只有主表（CSV）或全部（JSON）。
        再导入同一文件不产生任何修改。
        """,
        """
        Beside projects.csv stand its child lists: projects.measures.csv and so on. Standard output has the records \
        alone (CSV) or everything (JSON). Importing the same file again changes nothing.
        """))
  }

  @Argument(help: ArgumentHelp(say("清单", "register")))
  var register: String

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(say("筛选条件，可重复", "a condition; may be repeated"), valueName: say("条件", "expr")))
  var conditions: [String] = []

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let register = try session.register(register)
    let query = Query(
      register: register.id, filter: try session.filter(conditions, register), sort: [Sort(register.keyField)])
    let format = options.rows(.csv)
    guard format != .table else {
      throw Failure.usage("export 只写 csv 或 json；看表格用 list", "export writes csv or json; list is for tables")
    }
    let writer = try ExportWriter(format, register, path: options.output)
    let bar = ProgressBar(say("导出", "export"), quiet: options.quiet)
    var count = 0
    try ExportRecords.run(query, in: session.store, as: session.environment, progress: bar.part) { document, key in
      try writer.record(document, key)
      count += 1
    }
    bar.finish()
    try writer.finish()
    if options.output.map({ $0 != "-" }) ?? false { options.note("已导出 \(count) 条", "\(count) records exported") }
  }
}
