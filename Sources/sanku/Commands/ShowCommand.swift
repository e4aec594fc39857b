import ArgumentParser
import Domain
import Interchange
import Terminal
import UseCases

/// Prints one record, its history, or the record as it was on a day.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: say("显示一条记录、它的历史或某日的样子", "Show one record, its history, or how it stood on a day"),
      discussion: say(
        "写到 .xlsx 时是一页可打印、可签章的表：sanku show projects 代码 -o 项目表.xlsx",
        "Written to an .xlsx it is one page to print, sign and seal: sanku show projects KEY -o sheet.xlsx"))
  }

  @Argument(help: ArgumentHelp(say("清单", "register")))
  var register: String

  @Argument(
    help: ArgumentHelp(
      say("代码（信用代码、入库编号），或 # 加编号开头", "the key people see, or # and the start of the id"), valueName: say("代码", "key")))
  var key: String

  @Flag(help: ArgumentHelp(say("谁在何时改了什么", "who changed what, when")))
  var history = false

  @Option(help: ArgumentHelp(say("这一天结束时的样子", "as it stood at the end of that day"), valueName: say("日期", "date")))
  var at: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let register = try session.register(register)
    let id = try FindRecord.run(register, key: key, in: session.store)
    let output = try Output(options.output)
    if history {
      try HistoryPrinter(session, register, output).print(
        try session.store.read { try $0.history(register.id, id) })
    } else {
      let document = try at.map { try past($0, register, id, session) } ?? present(register, id, session)
      try session.store.read { library in
        let key = { (register: String, id: RecordID) in ExportRecords.key(register, id, in: library) }
        switch options.rows(.table) {
        case .table: try RecordPrinter(session, register, output).print(document, key)
        case .json: try output.line("[" + ExportWriter.object(document, register, key).text + "]")
        case .csv:
          let columns = RecordColumns(register.fields)
          let csv = try CSVWriter(mark: options.mark ?? false) { try output.write($0) }
          try csv.row(columns.headings)
          try csv.row(columns.cells(document.values, key: key))
        case .xlsx:
          let file = try WorkbookFile(output)
          let page = RecordPage(register, Words.language, session.reference)
          try page.write(document, to: file.path) { ExportRecords.name($0, $1, in: library, Words.language) }
          try file.send()
        }
      }
    }
    try output.finish()
  }

  private func present(_ register: Register, _ id: RecordID, _ session: Session) throws -> Document {
    guard let document = try session.store.read({ try $0.document(register.id, id) }) else {
      throw UseCaseError.noSuchRecord(register: register, key: key)
    }
    return document
  }

  private func past(_ date: String, _ register: Register, _ id: RecordID, _ session: Session) throws -> Document {
    guard let day = Day(parsing: date) else {
      throw Failure.usage("--at 应为日期，如 2023-06-30；收到“\(date)”", "--at takes a date, as 2023-06-30; got “\(date)”")
    }
    guard let document = try RecordAt.run(register, id, on: day, in: session.store) else {
      throw Failure.usage("\(key) 在 \(day.iso) 尚不存在", "\(key) did not exist on \(day.iso)")
    }
    return document
  }
}
