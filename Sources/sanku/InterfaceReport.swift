import Domain
import Interchange
import UseCases

/// The report of the quarter that the screen shows, written to a file as `sanku report` writes it.
enum InterfaceReport {
  /// A person over SSH has no paths on the host: the report goes over the line.
  static func noPaths() -> NotAllowed {
    NotAllowed(
      Label(
        zh: "远程会话不能在主机上写文件；请在自己的电脑上运行 ssh 账户@主机 report --format xlsx > 文件.xlsx",
        en: "A session writes no files on the host; run at home: ssh ACCOUNT@HOST report --format xlsx > FILE.xlsx"))
  }

  /// What goes wrong comes as one line; a file that was not finished is not left behind.
  static func run(
    _ query: TallyQuery, path: String, store: any Store, environment: Environment, _ language: Language
  ) throws {
    do {
      let tally = try ReadTally.run(query, in: store, as: environment)
      let table = ReportTable(tally, ReportPaper(unit: "", day: environment.today), language)
      let output = try Output(path)
      if RowFormat(path: path) == .xlsx {
        try workbook(table, output, store, environment, language)
      } else {
        try output.write(ReportPage(table).html)
      }
      try output.finish()
    } catch {
      let message = Failure(error).message
      throw StoreError.failed(Label(zh: message, en: message))
    }
  }

  /// The projects behind 组织实施 are its list.
  private static func workbook(
    _ table: ReportTable, _ output: Output, _ store: any Store, _ environment: Environment, _ language: Language
  ) throws {
    let profile = Registers.named(Project.schema.id).flatMap { ExportProfile.plan($0) }
    let file = try WorkbookFile(output)
    let book = try ReportBook(file.path, table, profile: profile)
    if let profile, let row = table.tally.row("started"), let whole = table.tally.columns.first {
      var count = 0
      for list in table.tally.records(row, whole, .cumulative) where list.sign > 0 {
        try ExportRecords.walk(list.query, in: store, as: environment) { library, document, key in
          count += 1
          try book.project(
            profile.cells(document, number: count, in: library, language, store.reference, key: key))
        }
      }
    }
    try book.finish()
    try file.send()
  }
}
