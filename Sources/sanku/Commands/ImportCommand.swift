import ArgumentParser
import Domain
import Interchange
import UseCases

/// Takes records in from a file.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: say("从文件导入记录", "Take records in from a file"),
      discussion: say(
        """
        CSV（UTF-8 或 GB18030，第1行为列名：字段编号、名称或别名）或 JSON。按代码识别：新增、修改或相同；
        文件没有的列不动，空格子清空该字段。子表放在旁边：projects.csv 的措施为 projects.measures.csv，
        第1列写所属记录的代码；没有行的子表不动。全部行在一次事务里，有误的行不收，写入 --rejects 文件。
        """,
        """
        CSV (UTF-8 or GB18030; row 1 names the columns by field id, name or alias) or JSON. Records are known by their \
        key: new, changed or the same. Columns that the file lacks stay as they are, an empty cell empties its field. \
        Child lists stand beside: the measures of projects.csv are projects.measures.csv, whose first column is the \
        record's key; a list without rows stays as it is. All rows are one transaction; faulty ones are left out and \
        written to the --rejects file.
        """))
  }

  @Argument(help: ArgumentHelp(say("清单", "register")))
  var register: String

  @Argument(
    help: ArgumentHelp(say("文件，- 为标准输入", "file; - is standard input"), valueName: say("文件", "file")),
    completion: .file(extensions: ["csv", "json"]))
  var file: String

  @Flag(help: ArgumentHelp(say("只说明会怎样，不写入", "only say what would happen")))
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      say("列名对照：每行 列名,字段编号", "headings of other files: lines of heading,field id"), valueName: say("文件", "file")))
  var map: String?

  @Option(help: ArgumentHelp(say("有误的行写到这里", "where rows that are not taken go"), valueName: say("文件", "file")))
  var rejects: String?

  @Option(
    help: ArgumentHelp(
      say("更正已锁定季度的理由", "why quarters that are locked are corrected"), valueName: say("理由", "text")))
  var reason = ""

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    var environment = session.environment
    environment.reason = reason
    let register = try session.register(register)
    let source = try RecordSource(file, register, map: try mapping(register), format: options.format)
    for (file, headings) in source.unknown {
      options.note(
        "\(file)：没有对应字段的列未导入：\(headings.joined(separator: "、"))",
        "\(file): columns without a field were left out: \(headings.joined(separator: ", "))")
    }
    let rejected = try (rejects ?? (SessionSeat.current == nil ? nil : "-")).map { try Output($0) }
    if !source.heading.isEmpty { try rejected?.write(source.heading + "\r\n") }
    let bar = ProgressBar(say("导入", "import"), quiet: options.quiet)
    var asked = ImportRecords.Options(isDryRun: dryRun)
    asked.children = source.children(of:)
    for problem in source.problems { tell(problem.file, problem.row, problem.message) }
    let summary = try ImportRecords.run(
      register, source.next, options: asked, in: session.store, as: environment
    ) { rejects in
      bar.finish()
      for reject in rejects { tell(file, reject.row, reject.message) }
      try rejected?.write(source.raw + "\r\n")
    } progress: {
      bar.count($0)
    }
    bar.finish()
    try rejected?.finish()
    for remark in summary.remarks { options.note(remark.zh, remark.en) }
    let refused = summary.rejected + source.problems.count
    options.note(
      "\(dryRun ? "将" : "")新增 \(summary.new)，修改 \(summary.changed)，相同 \(summary.same)，未收 \(refused)",
      "\(dryRun ? "would be " : "")new \(summary.new), changed \(summary.changed), same \(summary.same), rejected \(refused)"
    )
    if refused > 0 { throw Failure.findings }
  }

  private func tell(_ file: String, _ row: Int, _ message: Label) {
    Output.tell(say("\(file) 第\(row)行：\(message.zh)", "\(file) row \(row): \(message.en)"))
  }

  private func mapping(_ register: Register) throws -> [String: String] {
    guard let map else { return [:] }
    var reader = CSVReader(try FileSource(map).next)
    var mapping: [String: String] = [:]
    while let row = try reader.next() {
      guard row.fields.count >= 2, register.field(row.fields[1]) != nil else {
        throw Failure.usage(
          "\(map) 第\(row.number)行：应为 列名,字段编号；字段见 sanku schema \(register.id)",
          "\(map) row \(row.number): write heading,field id; see sanku schema \(register.id)")
      }
      mapping[row.fields[0]] = row.fields[1]
    }
    return mapping
  }
}
