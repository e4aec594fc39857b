import ArgumentParser
import Domain
import Interchange
import UseCases

/// Takes a quarter's tally away: as a workbook, or as a page to print, sign and seal.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report", abstract: say("季度调度报告（XLSX 或可打印网页）", "A quarter's report: a workbook, or a page to print"),
      discussion: say(
        """
        .xlsx：汇总、分地区、项目清单、图表、口径；.html：一个可在 A4 横向打印、签章的网页，不依赖其他文件。
        数字与 sanku tally 相同，带计数口径和历史末条。未写的文号、填表人、审核人留空手填。
        例：sanku report --quarter 2023Q2 --region 330500 --unit 湖州市经信局 --filled-by 张三 -o 二季度.html
        """,
        """
        .xlsx: summary, matrix, project list, charts, notes. .html: one page that stands by itself, for A4 landscape. \
        The figures are those of sanku tally, with the counting rules and the history's last entry. What is not given \
        (number, who filled and checked) is left open for the pen.
        Example: sanku report --quarter 2023Q2 --region 330500 -o q2.html
        """))
  }

  @Option(help: ArgumentHelp(say("季度，如 2023Q2；默认为今天所在季度", "as 2023Q2; else today's"), valueName: say("季度", "quarter")))
  var quarter: String?

  @Option(
    help: ArgumentHelp(say("地区代码或名称；默认为库的地区", "code or name; else the library's"), valueName: say("地区", "region")))
  var region: String?

  @Option(
    help: ArgumentHelp(
      say("列：region、sector、focus", "columns: region, sector or focus"), valueName: "region|sector|focus"))
  var by: TallyQuery.Parting = .region

  @Flag(help: ArgumentHelp(say("年报核定（四季度）", "the settled annual edition (fourth quarter)")))
  var annual = false

  @Option(help: ArgumentHelp(say("填报单位", "who reports"), valueName: say("单位", "unit")))
  var unit: String?

  @Option(help: ArgumentHelp(say("文号", "the document's number"), valueName: say("文号", "number")))
  var document: String = ""

  @Option(help: ArgumentHelp(say("填表人", "who filled it"), valueName: say("姓名", "name")))
  var filledBy: String = ""

  @Option(help: ArgumentHelp(say("审核人", "who checked it"), valueName: say("姓名", "name")))
  var checkedBy: String = ""

  @Option(help: ArgumentHelp(say("填报日期；默认为今天", "its date; else today"), valueName: say("日期", "date")))
  var date: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let table = ReportTable(
      try ReadTally.run(try query(session), in: session.store, as: session.environment), try paper(session),
      Words.language)
    let output = try Output(options.output)
    if try isWorkbook {
      try workbook(table, session, output)
    } else {
      try output.write(ReportPage(table).html)
    }
    try output.finish()
    if options.output.map({ $0 != "-" }) ?? false {
      options.note("已写出 \(table.title)", "Written: \(table.title)")
    }
  }

  /// By the format asked for, else by the file's ending; a page else.
  private var isWorkbook: Bool {
    get throws {
      if let format = options.format {
        guard format == .xlsx else {
          throw Failure.usage(
            "report 只写 xlsx 或 html；数字用 sanku tally", "report writes xlsx or html; tally is for figures")
        }
        return true
      }
      return RowFormat(path: options.output) == .xlsx
    }
  }

  private func query(_ session: Session) throws -> TallyQuery {
    var asked = session.environment.today.quarter
    if let quarter {
      guard let read = Quarter(parsing: quarter) else {
        throw Failure.usage("--quarter 应写成 2023Q2；收到“\(quarter)”", "--quarter takes 2023Q2; got “\(quarter)”")
      }
      asked = read
    }
    var place = session.store.info.region
    if let region {
      let tables = session.reference
      guard let found = tables.code(.region, named: region) ?? tables.regionGroup(named: region) else {
        throw Failure.usage("没有地区“\(region)”，请写代码或全称", "No region “\(region)”; write its code or full name")
      }
      place = found
    }
    return TallyQuery(quarter: asked, region: place, by: by, edition: annual ? .annual : .quarterly)
  }

  private func paper(_ session: Session) throws -> ReportPaper {
    ReportPaper(
      unit: unit ?? "", document: document, filledBy: filledBy, checkedBy: checkedBy,
      day: try date.map { try OptionValue.day($0, "--date") } ?? session.environment.today)
  }

  /// The projects behind 组织实施 are its list.
  private func workbook(_ table: ReportTable, _ session: Session, _ output: Output) throws {
    guard let register = Registers.named(Project.schema.id) else { return }
    let profile = ExportProfile.plan(register)
    let file = try WorkbookFile(output)
    let book = try ReportBook(file.path, table, profile: profile)
    if let profile, let row = table.tally.row("started"), let whole = table.tally.columns.first {
      var count = 0
      let bar = ProgressBar(say("项目清单", "projects"), quiet: options.quiet)
      for list in table.tally.records(row, whole, .cumulative) where list.sign > 0 {
        try ExportRecords.walk(list.query, in: session.store, as: session.environment, progress: bar.part) {
          library, document, key in
          count += 1
          try book.project(
            profile.cells(document, number: count, in: library, Words.language, session.reference, key: key))
        }
      }
      bar.finish()
    }
    try book.finish()
    try file.send()
  }
}

extension TallyQuery.Parting: ExpressibleByArgument {}
