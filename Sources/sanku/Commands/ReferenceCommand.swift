import ArgumentParser
import Domain
import Interchange
import UseCases

/// The library's reference tables: what ships, and the rows that the library sets otherwise or adds.
struct ReferenceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reference",
      abstract: say("参照表：地区、行业、能效水平、系数、规则参数", "Reference tables: regions, industries, levels, factors, rule settings"),
      discussion: say(
        """
        KEY 是键列的值，多列用 | 连接，如 'zhejiang|2023'；键列见 sanku reference list。未写出的列保持原值。
        修改记入历史，与之有关的记录和统计在同一事务中重算。
        例：sanku reference set energy_factors electricity_sub kgce_low=0.2984 --source '浙节能办〔2026〕1号'
        """,
        """
        KEY is the value of the key column, several with | between them, as 'zhejiang|2023'; sanku reference list shows \
        the key columns. Columns that are not named stay as they are.
        A change stands in the history; records and figures that follow from it are derived again in one transaction.
        Example: sanku reference set energy_factors electricity_sub kgce_low=0.2984 --source 'ZJ notice 2026-1'
        """),
      subcommands: [ReferenceListCommand.self, ReferenceSetCommand.self, ReferenceRemoveCommand.self])
  }
}

/// Prints the tables, or the rows of one.
struct ReferenceListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: say("列出参照表，或一张表的行", "List the tables, or the rows of one"))
  }

  @Argument(
    help: ArgumentHelp(
      say("参照表；不写则列出所有表", "without one all tables are listed"), valueName: say("参照表", "table")))
  var table: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let output = try Output(options.output)
    if let table {
      try rows(try SetReference.table(table), session.reference, output)
    } else {
      try tables(session.reference, output)
    }
    try output.finish()
  }

  private func tables(_ reference: ReferenceTables, _ output: Output) throws {
    let rows = ReferenceRow.Table.allCases.map { table in
      let rows = SetReference.rows(table, reference)
      return [
        table.rawValue, table.label.said, table.keyColumns.joined(separator: "|"), "\(rows.count)",
        "\(rows.count { $0.isOwn })",
      ]
    }
    try write(
      [("编号", "id"), ("名称", "name"), ("键", "key"), ("行数", "rows"), ("本库自设", "own")],
      ids: ["id", "name", "key", "rows", "own"], rows, numbers: [3, 4], output)
  }

  private func rows(_ table: ReferenceRow.Table, _ reference: ReferenceTables, _ output: Output) throws {
    let rows = SetReference.rows(table, reference).map { row, isOwn in
      [row.key, isOwn ? "*" : ""] + table.columns.map { row.values[$0] ?? "" }
    }
    try write(
      [("键", "key"), ("自设", "own")] + table.columns.map { ($0, $0) }, ids: ["key", "own"] + table.columns, rows,
      output)
  }

  private func write(
    _ headings: [(zh: String, en: String)], ids: [String], _ rows: [[String]], numbers: Set<Int> = [],
    _ output: Output
  ) throws {
    let format = options.rows(.table)
    if format == .json {
      let objects = rows.map { cells in
        JSONValue.object(zip(ids, cells).map { JSONValue.Member($0, .string($1)) }).text
      }
      return try output.line("[\n" + objects.joined(separator: ",\n") + "\n]")
    }
    var text = try TextRows(
      format == .csv ? ids : headings.map { say($0.zh, $0.en) }, format, numbers: numbers,
      mark: options.mark ?? false, to: output)
    for row in rows { try text.row(row) }
    try text.finish()
  }
}

/// What both writing subcommands take.
struct ReferenceTarget: ParsableArguments {
  @Argument(help: ArgumentHelp(say("参照表，如 settings", "as settings"), valueName: say("参照表", "table")))
  var table: String

  @Argument(
    help: ArgumentHelp(say("键，多列用 | 连接", "several columns with | between them"), valueName: say("键", "key")))
  var key: String

  @Option(
    help: ArgumentHelp(
      say("来源或理由，如文号（必写）", "source or reason, as a document's number (needed)"), valueName: say("来源", "text")))
  var source: String

  func run(_ change: SetReference.Change, _ options: GlobalOptions) throws {
    let session = try Session(options)
    let bar = ProgressBar(say("重算", "deriving"), quiet: options.quiet)
    let count = try SetReference.run(
      table, key, change, source: source, in: session.store, as: session.environment, progress: bar.part)
    bar.finish()
    options.note("已修改 \(table) \(key)，\(count) 条记录随之变化", "Changed \(table) \(key); \(count) records follow")
  }
}

/// Sets columns of one row.
struct ReferenceSetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "set", abstract: say("设定一行", "Set a row"))
  }

  @OptionGroup var target: ReferenceTarget

  @Argument(
    help: ArgumentHelp(
      say("要设的列；值为空即清空", "columns to set; an empty value clears"), valueName: say("列=值", "column=value")))
  var columns: [String] = []

  @OptionGroup var options: GlobalOptions

  func run() throws {
    var values: [String: String] = [:]
    for column in columns {
      guard let equals = column.firstIndex(of: "="), equals > column.startIndex else {
        throw Failure.usage("“\(column)”应写成 列=值", "“\(column)” should be column=value")
      }
      let name = String(column[..<equals])
      guard values.updateValue(String(column[column.index(after: equals)...]), forKey: name) == nil else {
        throw Failure.usage("列“\(name)”写了两次", "column “\(name)” is given twice")
      }
    }
    guard !values.isEmpty || target.table == ReferenceRow.Table.regionGroups.rawValue else {
      throw Failure.usage("没有写要设的列；用法如 factor=0.5", "no column to set; write them as factor=0.5")
    }
    try target.run(.set(values), options)
  }
}

/// Takes the library's own row away.
struct ReferenceRemoveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove",
      abstract: say("删除本库自设的一行，恢复随程序的行", "Remove a row of the library's own; what ships stands again"))
  }

  @OptionGroup var target: ReferenceTarget
  @OptionGroup var options: GlobalOptions

  func run() throws { try target.run(.remove, options) }
}
