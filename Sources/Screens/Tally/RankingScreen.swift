import Domain
import Terminal
import UseCases
import Widgets

/// The regions of a tally from the furthest ahead to the furthest behind in one indicator 进度排名.
package struct RankingScreen: Screen {
  let tally: Tally
  let reference: ReferenceTables
  var indicator: String
  var span: TallySpan
  var table: TableView
  var size = Size(width: 80, height: 21)
  var language: Language

  init(_ tally: Tally, indicator: String, span: TallySpan, _ services: Services) {
    self.tally = tally
    self.indicator = indicator
    self.span = span == .period ? .year : span
    reference = services.reference
    language = services.language
    table = TableView(columns: Self.columns(services.language))
  }

  package static var actions: ActionTable<RankingScreen> {
    Common.table([
      act("ranking.open", "看明细", "Open the records", ["Enter"], short: ("看明细", "records"), rank: 1),
      act("ranking.next", "下一个指标", "Next indicator", ["Tab"], short: ("指标", "indicator"), rank: 2),
      act("ranking.previous", "上一个指标", "Indicator before", ["Shift-Tab"]),
      act("ranking.span", "累计、年度", "Cumulative or year", ["m"], twin: "F4", short: ("年度/累计", "span"), rank: 3),
    ])
  }

  private static let act = ActionMaker<RankingScreen>("排名", "Ranking")

  package var tab: TabID { .tally }

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    table.columns = Self.columns(language)
    table.go(to: table.place.cursor, source)
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    table.fit(under: 1, size)
  }

  private var row: Tally.Row? { tally.row(indicator) }
  private var words: TallyWords { TallyWords(language: language, span: span) }

  /// Places of the tally's columns in the order of the ranking.
  private var order: [Int] {
    guard let row else { return [] }
    // The year has standings of its own.
    guard span == .cumulative else {
      let regions = tally.columns.indices.filter { tally.columns[$0].part == .region }
      func ratio(_ place: Int) -> Ratio? {
        row.cells[place].yearStanding.flatMap { one in one.due.flatMap { Ratio(one.done, $0) } }
      }
      let known = regions.compactMap { place in ratio(place).map { (place, $0) } }
      return known.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.map(\.0) + regions.filter { ratio($0) == nil }
    }
    return tally.ranking(row).filter { tally.columns[$0].part == .region }
  }

  private static func columns(_ language: Language) -> [TableColumn] {
    func column(_ id: String, _ zh: String, _ en: String, _ width: Int, _ align: Canvas.Alignment = .right)
      -> TableColumn
    {
      TableColumn(id, title: CleanText(Label(zh: zh, en: en)[language]), width: .fixed(width), align: align)
    }
    return [
      TableColumn("region", title: CleanText(Label(zh: "名次 地区", en: "Rank, region")[language]), width: .flex(min: 14)),
      column("done", "完成", "Done", 9), column("target", "目标", "Target", 9), column("share", "完成率", "Share", 7),
      column("due", "序时应完成", "Due", 10), column("ratio", "完成/序时", "Done/due", 9),
      column("pace", "进度", "Pace", 8, .left), column("forecast", "预计", "Forecast", 9),
    ]
  }

  private var source: TableSource {
    let order = order
    return TableSource(count: order.count) { range in
      range.clamped(to: order.indices).map { self.line($0, order[$0]) }
    }
  }

  private func line(_ rank: Int, _ place: Int) -> TableRow {
    let column = tally.columns[place]
    guard let row else { return TableRow(id: column.id, cells: []) }
    let standing = words.standing(row.cells[place])
    let ratio = standing.flatMap { one in one.due.flatMap { Ratio(one.done, $0) } }
    let name = reference.regions[column.id]?.name ?? column.label[language]
    let number = ratio == nil ? "  —" : (rank < 9 ? "  " : " ") + "\(rank + 1)"
    let none = Label(zh: "无目标", en: "no target")[language]
    return TableRow(
      id: column.id,
      cells: [
        TableCell(CleanText(number + "  " + name)),
        TableCell(CleanText(words.figure(row.cells[place], row.indicator))),
        TableCell(CleanText(standing?.target?.grouped ?? none), style: standing?.target == nil ? .dim : nil),
        TableCell(CleanText(standing?.share.map { "\($0.percent)%" } ?? "")),
        TableCell(CleanText(standing?.due?.fixed(0) ?? "")), TableCell(CleanText(ratio.map { "\($0.percent)%" } ?? "")),
        TableCell(
          CleanText(standing?.pace?.label[language] ?? ""),
          style: standing?.pace == .behind ? .warning : standing?.pace == .ahead ? Style(.good) : nil),
        TableCell(CleanText(standing?.forecast?.fixed(0) ?? ""), style: .dim),
      ])
  }

  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "ranking.open": return open(services)
    case "ranking.next": step(1)
    case "ranking.previous": step(-1)
    case "ranking.span":
      span = span == .cumulative ? .year : .cumulative
      table.go(to: 0, source)
    default: break
    }
    return []
  }

  /// To the next indicator that can be ranked.
  private mutating func step(_ way: Int) {
    let ids = tally.rows.filter { $0.cells.first?.sums != nil }.map(\.indicator.id)
    guard let here = ids.firstIndex(of: indicator) ?? ids.indices.first else { return }
    indicator = ids[(here + way + ids.count) % ids.count]
    table.go(to: 0, source)
  }

  private func open(_ services: Services) -> [Effect] {
    let order = order
    guard order.indices.contains(table.place.cursor), let row else { return [] }
    let column = tally.columns[order[table.place.cursor]]
    guard let list = tally.records(row, column, span).first, let register = Registers.named(list.query.register) else {
      return [.say(Label(zh: "这里没有明细", en: "There are no records behind it"))]
    }
    let title = Label(
      zh: "\(tally.query.quarter.label.zh) \(column.label.zh) \(row.indicator.label.zh) \(span.label.zh)",
      en: "\(row.indicator.label.en), \(column.label.en), \(tally.query.quarter.label.en), \(span.label.en)")
    return [.open(LibraryScreen(register, tab: tab, services, fixed: list.query.filter, title: title))]
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    let event = event.seen(from: TableView.origin(size))
    let source = source
    if case .open = table.handle(event, source) { return open(services) }
    return []
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    table.draw(in: &canvas, source: source, look: look) { canvas in
      guard let row else { return }
      let text = Label(
        zh: "进度排名  \(tally.query.quarter.label.zh)  \(tally.scope.zh)  \(row.indicator.label.zh)(\(span.label.zh))",
        en: "Ranking  \(tally.query.quarter.label.en)  \(tally.scope.en)  \(row.indicator.label.en) (\(span.label.en))")
      canvas.putHeading(CleanText(text[language]))
    }
  }

  package func explanation(_ services: Services) -> Question? {
    guard let row else { return nil }
    return .show(
      title: Label(zh: "进度排名", en: "Ranking by pace"),
      text: Label(
        zh: "按 完成/序时应完成 从高到低；没有目标的地区排在最后，不排名次。\n\(row.indicator.rule.zh)",
        en:
          "By done / due, highest first; regions without a target stand last and are not ranked.\n\(row.indicator.rule.en)"
      ))
  }
}
