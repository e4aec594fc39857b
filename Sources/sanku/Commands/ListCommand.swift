import ArgumentParser
import Domain
import Interchange
import UseCases

/// Prints the rows of one register.
struct ListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: say("列出一个清单的记录", "List the records of a register"),
      discussion: say(
        """
        筛选写成 字段 运算符 值：= != < <= > >= ~（包含或拼音）。region=330500 含下辖；a|b 为任一；字段= 为空；
        子表写 measures.technology~余热；overdue 为逾期，due=30 为30天内到期。多个 --where 须同时满足。
        例：sanku list projects --where region=330500 --where 'stage=reserve|under_way' --sort -saving
        """,
        """
        A filter is field, operator, value: = != < <= > >= ~ (contains, or pinyin). region=330500 is in or under; a|b \
        either; field= empty; a child list is measures.technology~余热; overdue is past due, due=30 due within 30 days. \
        Several --where must all hold.
        Example: sanku list projects --where region=330500 --where 'stage=reserve|under_way' --sort -saving
        """))
  }

  @Argument(help: ArgumentHelp(say("清单：projects enterprises efficiency …", "register: projects enterprises ...")))
  var register: String

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(say("筛选条件，可重复", "a condition; may be repeated"), valueName: say("条件", "expr")))
  var conditions: [String] = []

  @Option(help: ArgumentHelp(say("搜索：汉字、拼音或首字母", "search: Chinese, pinyin or initials"), valueName: say("词", "words")))
  var search: String = ""

  @Option(help: ArgumentHelp(say("列，用逗号分开", "columns, comma-separated"), valueName: "a,b"))
  var columns: String?

  // Its value may begin with a dash.
  @Option(parsing: .unconditional, help: ArgumentHelp(say("排序，-为倒序", "order; - is descending"), valueName: "a,-b"))
  var sort: String?

  @Option(help: ArgumentHelp(say("最多行数", "at most so many rows"), valueName: "n"))
  var limit: Int?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let register = try session.register(register)
    if let limit, limit < 0 { throw Failure.usage("--limit 应为非负整数", "--limit takes a number from 0") }
    var standard = register.layout.columns.filter(\.isDefault).map(\.field)
    if !standard.contains(register.keyField) { standard.insert(register.keyField, at: 0) }
    let fields = try session.fields(columns, register, standard: standard)
    let query = Query(
      register: register.id, filter: try session.filter(conditions, register, words: search),
      sort: try session.sort(sort, register))
    let list = try session.store.list(query)
    let count = try list.count()
    let output = try Output(options.output)
    var rows = try RowOutput(options.rows(.table), register, fields, session, to: output)
    let end = min(limit ?? count, count)
    var place = 0
    while place < end {
      try Interruption.check()
      let window = try list.rows(place..<min(end, place + 500), fields: fields.map(\.id))
      if window.isEmpty { break }
      try session.store.read { library in
        for row in window { try rows.row(row) { ExportRecords.key($0, $1, in: library) } }
      }
      place += window.count
    }
    try rows.finish(totals: totals(query, count, fields, register, session))
    try output.finish()
    if end < count {
      options.note("共 \(count) 条，列出 \(end) 条", "\(count) records, \(end) listed")
    }
  }

  /// Count and sums under the whole filter, for people.
  private func totals(
    _ query: Query, _ count: Int, _ fields: [FieldSpec], _ register: Register, _ session: Session
  ) throws -> Totals? {
    guard [.table, .xlsx].contains(options.rows(.table)), count > 0 else { return nil }
    let summed = register.layout.totals.filter { total in fields.contains { $0.id == total } }
    return try session.store.read { try $0.totals(register.id, where: query.filter, sums: summed) }
  }
}
