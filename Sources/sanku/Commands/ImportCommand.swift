import ArgumentParser
import Domain
import Glibc
import Interchange
import UseCases

/// Takes records in from a file.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: say("从文件导入记录", "Take records in from a file"),
      discussion: say(
        """
        XLSX、CSV（UTF-8、UTF-16 或 GB18030；逗号、制表符或分号）或 JSON，按内容识别。列名可为字段编号、名称、别名或相近的名称，
        可有多行、合并，上面可有标题行，下面可有合计行；单位写在列名里的按字段单位换算。逐行说明：新增、修改（哪些字段）、相同、冲突、
        疑似重复（与哪条、为何、相似几成）、不收（为何）；--dry-run 先看，加 --format 或 -o 文件.xlsx 则逐行列成表。
        空格子不改动已有的值，除非加 --empty-clears。
        子项可写在同一记录的几行里、另一张工作表里，或旁边的文件里：projects.csv 的措施为 projects.measures.csv，第1列写所属记录的代码。
        全部行在一次事务里；有误的行不收，照原样写入 --rejects 文件（.csv 或 .xlsx）并附原因。整次导入可以撤销，见 sanku imports。
        """,
        """
        XLSX, CSV (UTF-8, UTF-16 or GB18030; commas, tabs or semicolons) or JSON, told by content. Headings are field ids, \
        names, aliases or nearly those; they may take several rows, with titles above and totals below; a unit in a \
        heading turns figures into the field's. Each row is told: new, changed (which fields), same, conflict, possible \
        duplicate (of what, why, how alike), rejected (why); --dry-run only looks, and with --format or -o FILE.xlsx \
        lists the rows as a table. An empty cell leaves what is there, unless --empty-clears. Child rows stand in several \
        rows of one record, on a sheet of their own, or beside: the measures of projects.csv are projects.measures.csv, \
        whose first column is the record's key. All rows are one transaction; faulty ones are left out and go to the \
        --rejects file (.csv or .xlsx) as they came, with the reason. A whole import can be undone, see sanku imports.
        """))
  }

  @Argument(help: ArgumentHelp(say("清单", "register")))
  var register: String

  @Argument(
    help: ArgumentHelp(say("文件，- 为标准输入", "file; - is standard input"), valueName: say("文件", "file")),
    completion: .file(extensions: ["xlsx", "csv", "json"]))
  var file: String

  @Flag(help: ArgumentHelp(say("只说明会怎样，不写入", "only say what would happen")))
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      say("列名对照：每行 列名,字段编号", "headings of other files: lines of heading,field id"), valueName: say("文件", "file")))
  var map: String?

  @Flag(
    help: ArgumentHelp(
      say("按相近的名称认出的列也导入（先 --dry-run 核对）", "take columns recognised by likeness too (look with --dry-run first)")))
  var likely = false

  @Option(
    help: ArgumentHelp(
      say("工作表的名称或序号", "name or number of the sheet"), valueName: say("工作表", "sheet")))
  var sheet: String?

  @Flag(
    help: ArgumentHelp(
      say("空格子清空字段，文件没有的子项删去", "empty cells empty their fields, child rows that the file lacks go")))
  var emptyClears = false

  @Option(
    help: ArgumentHelp(
      say("也收这些行：duplicates 疑似重复按新记录收，conflicts 确认改名", "take these too: duplicates as new records, conflicts of names"),
      valueName: "duplicates|conflicts"))
  var take: [String] = []

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
    if let odd = take.first(where: { !["duplicates", "conflicts"].contains($0) }) {
      throw Failure.usage(
        "--take 没有“\(odd)”；可用 duplicates conflicts", "--take has no “\(odd)”; there are duplicates and conflicts")
    }
    let source = try RecordSource(
      file, register, map: try mapping(register), named: sheet, in: session.store)
    if let sheet = source.sheet, let odd = sheet.unmatched.first {
      let known = sheet.mapping.columns.map(\.heading).filter { !$0.isEmpty }
      throw Failure.usage(
        "--map 中的“\(odd)”不是表里的列名；有：\(known.joined(separator: "、"))",
        "--map names “\(odd)”, which is no heading of the sheet; there are: \(known.joined(separator: ", "))")
    }
    for remark in source.sheet?.remarks ?? [] { options.note(remark.zh, remark.en) }
    if let sheet = source.sheet, !dryRun, !likely, !sheet.isSettled, !sheet.mapping.likely.isEmpty {
      throw Failure.usage(
        "有列只按相近的名称认出，什么都没有写入；核对后加 --likely，或用 --map 指定字段",
        "Columns are recognised by likeness alone, nothing was written; check them and add --likely, or name fields with --map"
      )
    }
    let format = dryRun ? AccountPrinter.format(options) : nil
    let rejectsPath = rejects ?? (SessionSeat.current == nil || format != nil ? nil : "-")
    let isApart = rejectsPath == "-" && (options.output ?? "-") == "-"
    if isApart, format != nil {
      throw Failure.usage(
        "--rejects - 和 --format 都写到标准输出；请给其中一个写文件名",
        "--rejects - and --format both write to standard output; name a file for one of them")
    }
    if let rejectsPath, FileSource.areSame(rejectsPath, file) {
      throw Failure.usage(
        "--rejects 与要导入的文件相同，会覆盖它；请换一个名字", "--rejects is the file itself and would write over it; name another")
    }
    var asked = try source.options()
    let rejected = try rejectsPath.map { try RejectsFile($0, source) }
    let bar = ProgressBar(say("导入", "import"), quiet: options.quiet)
    let account = try AccountPrinter(
      file, register, session.reference, options, isDryRun: dryRun, aside: isApart, bar: bar)
    asked.isDryRun = dryRun
    asked.emptyClears = emptyClears
    asked.source = file == "-" ? say("标准输入", "standard input") : file
    asked.decision = { [take] verdict in
      switch verdict.kind {
      case .duplicate: take.contains("duplicates") ? .take : nil
      case .conflict: take.contains("conflicts") ? .take : nil
      default: nil
      }
    }
    let summary = try ImportRecords.run(
      register, source.next, options: asked, in: session.store, as: environment
    ) { verdict in
      try account.tell(verdict)
      if let reason = source.rejection(verdict) { try rejected?.add(reason) }
    } progress: { count in
      bar.count(count, part: source.part)
    }
    bar.finish()
    let homeless = try rejected?.finish() ?? 0
    try account.finish()
    if homeless > 0 {
      options.note(
        "子表未收的\(homeless)行不在标准输出里；请改原文件，或用 --rejects 文件.xlsx",
        "\(counted(homeless, "row")) of child lists not taken have no place on standard output; mend the file itself, or name --rejects FILE.xlsx"
      )
    }
    for remark in summary.remarks + source.remarks { options.note(remark.zh, remark.en) }
    if !dryRun, map != nil, let sheet = source.sheet {
      try sheet.keepProfile(in: session.store, as: session.environment)
    }
    let unread = source.tellFaults()
    finish(summary, unread)
    if summary.rejected + unread > 0 { throw Failure.findings }
  }

  private func finish(_ summary: ImportSummary, _ unread: Int) {
    var part = Label(zh: "", en: "")
    if summary.conflicts + summary.duplicates > 0 {
      let more = Label(
        zh: summary.open > 0 ? "；可用 --take 收下\(summary.open)行" : "",
        en: summary.open > 0 ? "; --take takes \(summary.open) of them" : "")
      part = Label(
        zh: "（其中冲突 \(summary.conflicts)，疑似重复 \(summary.duplicates)\(more.zh)）",
        en: " (conflicts \(summary.conflicts), possible duplicates \(summary.duplicates)\(more.en))")
    }
    if unread > 0 {
      part = Label(
        zh: "\(part.zh)，子表未收 \(unread) 处", en: "\(part.en), of child lists \(counted(unread, "place"))")
    }
    options.note(
      "\(dryRun ? "将" : "")新增 \(summary.new)，修改 \(summary.changed)，相同 \(summary.same)，未收 \(summary.rejected)\(part.zh)",
      "\(dryRun ? "would be " : "")new \(summary.new), changed \(summary.changed), same \(summary.same), rejected \(summary.rejected)\(part.en)"
    )
    if summary.faulty + summary.warned > 0 {
      options.note(
        "其中\(summary.faulty)条有错误、\(summary.warned)条只有提示；可先存下，上报前改正（sanku check \(register)）",
        "\(counted(summary.faulty, "record")) of these with errors, \(summary.warned) with warnings only; drafts may have them, mend them before they go up (sanku check \(register))"
      )
    }
    if let batch = summary.batch, summary.new + summary.changed > 1, isatty(STDERR_FILENO) == 1 {
      options.note("要撤销这次导入：sanku imports undo \(batch.id)", "to undo this import: sanku imports undo \(batch.id)")
    }
  }

  private func mapping(_ register: Register) throws -> [String: String] {
    guard let map else { return [:] }
    var reader = CSVReader(try FileSource(map).next)
    var mapping: [String: String] = [:]
    while let row = try reader.next() {
      if row.fields.count >= 2, row.fields[1] == "-" {
        mapping[row.fields[0]] = "-"
        continue
      }
      guard row.fields.count >= 2, let field = register.field(path: row.fields[1]) else {
        throw Failure.usage(
          "\(map) 第\(row.number)行：应为 列名,字段编号（子项为 子表.字段，不导入为 -）；字段见 sanku schema \(register.id)",
          "\(map) row \(row.number): write heading,field id (of a child list LIST.FIELD, - to leave it out); see sanku schema \(register.id)"
        )
      }
      guard !field.isDerived else {
        throw Failure.usage(
          "\(map) 第\(row.number)行：“\(field.label.zh)”由系统推算，不能导入",
          "\(map) row \(row.number): “\(field.label.en)” is worked out and cannot be taken in")
      }
      mapping[row.fields[0]] = row.fields[1]
    }
    return mapping
  }
}
