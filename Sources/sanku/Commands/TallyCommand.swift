import ArgumentParser
import Domain
import Interchange
import UseCases

/// Prints a tally: every indicator by region, sector or focus area for one quarter.
struct TallyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tally", abstract: say("调度：各指标分地区、领域的季度统计", "Tally: every indicator for one quarter"),
      discussion: say(
        """
        表格中每个指标一行、每个地区一列；CSV 和 JSON 每个指标、每列一行，含本季、本年、累计、目标、进度和锁定后更正。
        不写 --quarter 为最近一个结束的季度；已锁定的季度按锁定时的数据，--at 按当日的数据。
        例：sanku tally --quarter 2023Q2 --region 330500 --span year
        """,
        """
        The table has a row for each indicator and a column for each region; CSV and JSON have a row for each of both, \
        with the quarter, the year, the cumulative figure, targets, pace and corrections since the lock.
        Without --quarter it is the last one that ended; a locked quarter stands as it was locked, --at as of that day.
        Example: sanku tally --quarter 2023Q2 --region 330500 --span year
        """))
  }

  @OptionGroup var scope: QuarterOptions

  @Option(help: ArgumentHelp(say("分地区、领域或改造领域", "what the columns are"), valueName: "region|sector|focus"))
  var by: TallyQuery.Parting = .region

  @Option(
    help: ArgumentHelp(
      say("表格中的数：本季、本年或累计", "which figure the table shows"), valueName: "period|year|cumulative"))
  var span: TallySpan = .cumulative

  @Option(help: ArgumentHelp(say("锁定的第几版", "which version of the lock"), valueName: "N"))
  var version: Int?

  @Option(help: ArgumentHelp(say("按某日的数据", "as it was known at the end of a day"), valueName: say("日期", "date")))
  var at: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let output = try Output(options.output)
    var query = try scope.query(session)
    query.by = by
    query.version = version
    if let at { query.at = try position(at, session) }
    let tally = try ReadTally.run(query, in: session.store, as: session.environment)
    guard version == nil || tally.lock.isLocked else {
      throw Failure.usage(
        "该季度没有第\(version ?? 0)版锁定", "The quarter has no version \(version ?? 0) of a lock")
    }
    let format = options.rows(.table)
    switch format {
    case .table: try matrix(tally, output)
    case .csv, .json, .xlsx: try TallyRows(tally).write(format, to: output)
    }
    try output.finish()
  }

  private func position(_ text: String, _ session: Session) throws -> Int {
    let day = try OptionValue.day(text, "--at")
    return try session.store.read { try $0.position(before: Instant(startOf: day.adding(days: 1))) }
  }

  /// A row for each indicator, a column for each part.
  private func matrix(_ tally: Tally, _ output: Output) throws {
    options.note(
      "\(tally.scope.zh) \(tally.query.quarter.label.zh) \(span.label.zh) \(tally.lock.label.zh)",
      "\(tally.scope.en), \(tally.query.quarter.label.en), \(span.label.en), \(tally.lock.label.en)")
    let columns = tally.columns.map { column in
      TableWriter.Column(
        heading: column.label.said + (column.lock == .open || column.part == .code ? "" : say("*", "*")), isNumber: true
      )
    }
    var table = TableWriter(
      [.init(heading: say("指标", "indicator"), isNumber: false), .init(heading: say("单位", "unit"), isNumber: false)]
        + columns
        + [
          .init(heading: say("目标", "target"), isNumber: true), .init(heading: say("完成", "done"), isNumber: true),
          .init(heading: say("进度", "pace"), isNumber: false),
        ], to: output)
    for row in tally.rows {
      let indent = row.indicator.parent == nil ? "" : "  "
      let standing = span == .cumulative ? row.cells.first?.standing : row.cells.first?.yearStanding
      try table.row(
        [indent + row.indicator.label.said + (row.indicator.isEstimate ? say("(本库测算)", " (own estimate)") : "")]
          + [row.indicator.unit.said] + row.cells.map { shown($0, row.indicator) }
          + [
            standing?.target?.plain ?? "", standing?.share.map { $0.text } ?? "", standing?.pace?.label.said ?? "",
          ])
    }
    try table.finish()
  }

  /// At most two decimals, the rest cut off: nothing is rounded up to a target. Files have every digit.
  private func short(_ digits: String) -> String {
    guard let point = digits.firstIndex(of: ".") else { return digits }
    return String(digits.prefix(digits.distance(from: digits.startIndex, to: point) + 3))
  }

  private func shown(_ cell: TallyCell, _ indicator: Indicator) -> String {
    let mark = cell.corrected[span] == .zero ? "" : "!"
    switch cell.content {
    case .sums(let sums): return short(indicator.shown(sums[span])) + mark
    case .share(let part, let whole): return Ratio(part, whole)?.text ?? "—"
    case .fields(let met, let of, _): return "\(met)/\(of)"
    case .official(let period, let year, let cumulative):
      return (span == .period ? period : span == .year ? year : cumulative)?.plain ?? "—"
    case .estimate(let value, _, _, _): return span == .cumulative ? value.map { short($0.plain) } ?? "—" : "—"
    case .none: return "—"
    }
  }
}

extension TallySpan: ExpressibleByArgument {}
extension TallyQuery.Edition: ExpressibleByArgument {}

/// Which quarter of which region a command is about.
struct QuarterOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("季度，如 2023Q2", "the quarter, as 2023Q2"), valueName: say("季度", "quarter")))
  var quarter: String?

  @Option(
    help: ArgumentHelp(
      say("地区代码或名称、分组，330000-计划单列市 为不含宁波", "a region's code or name, or a group"), valueName: say("地区", "region")))
  var region: String?

  @Option(help: ArgumentHelp(say("版次：季报或年报核定", "edition"), valueName: "quarterly|annual"))
  var edition: TallyQuery.Edition = .quarterly

  /// The quarter asked for, the last one that ended without.
  func wanted(_ session: Session, _ text: String? = nil) throws -> Quarter {
    guard let text = text ?? quarter else { return session.environment.today.quarter.previous }
    guard let quarter = Quarter(parsing: text) else {
      throw Failure.usage("季度应写成 2023Q2；收到“\(text)”", "a quarter is written 2023Q2; got “\(text)”")
    }
    return quarter
  }

  /// The region asked for, the person's own without; a name counts as its code.
  func place(_ session: Session) throws -> String {
    guard let region else { return session.environment.actor.region ?? session.store.info.region }
    let regions = session.reference.regions
    if regions[region] != nil || regions.groups.contains(region) || region.contains("-") { return region }
    if case .success(let value)? = Registers.named(QuarterRecord.schema.id)?.field("region")?
      .parse(region, reference: session.reference), let code = value.text
    {
      return code
    }
    throw Failure.usage("没有地区“\(region)”", "There is no region “\(region)”")
  }

  func query(_ session: Session) throws -> TallyQuery {
    TallyQuery(quarter: try wanted(session), region: try place(session), edition: edition)
  }
}
