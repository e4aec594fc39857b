import ArgumentParser
import Domain
import Interchange
import UseCases

/// Writes whole records of one register to a file.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: say("把记录写成 XLSX、CSV 或 JSON 文件", "Write records to an XLSX, CSV or JSON file"),
      discussion: say(
        """
        projects.csv 旁边写各子表：projects.measures.csv 等。标准输出只有主表（CSV）或全部（JSON）。
        xlsx 每个子表一张工作表，标题行冻结，代码为文字，下有合计。再导入同一文件不产生任何修改。
        --profile 按别处的表头、次序和单位写：plan 为方案要求的企业清单、项目清单、能效清单，或写 YAML 文件名。
        """,
        """
        Beside projects.csv stand its child lists: projects.measures.csv and so on. Standard output has the records \
        alone (CSV) or everything (JSON, XLSX). XLSX has a sheet for each child list, frozen headings, codes as text, \
        totals below. Importing the same file again changes nothing. --profile writes another office's headings, order \
        and units: plan is the three lists as the plan asks for them, else name a YAML file.
        """))
  }

  @Argument(help: ArgumentHelp(say("清单", "register")))
  var register: String

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(say("筛选条件，可重复", "a condition; may be repeated"), valueName: say("条件", "expr")))
  var conditions: [String] = []

  @Option(
    help: ArgumentHelp(
      say("按此格式写：plan，或 YAML 文件", "write in this form: plan, or a YAML file"), valueName: say("格式", "profile")))
  var profile: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let register = try session.register(register)
    let query = Query(
      register: register.id, filter: try session.filter(conditions, register), sort: [Sort(register.keyField)])
    let format = options.rows(.csv)
    guard format != .table else {
      throw Failure.usage("export 只写 xlsx、csv 或 json；看表格用 list", "export writes xlsx, csv or json; list is for tables")
    }
    if let profile { return try ProfiledExport(profile, register, format, session).run(query) }
    let writer = try ExportWriter(
      format, register, path: options.output, mark: options.mark, reference: session.reference)
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
