import Domain
import Terminal
import UseCases
import Widgets

/// The columns of a tally's table and what stands in their cells.
struct TallyColumns {
  let tally: Tally
  let words: TallyWords
  let width: Int
  private let courses: [String: [Amount]]
  private let difference: TallyScreen.Difference

  init(screen: TallyScreen, _ tally: Tally) {
    self.tally = tally
    words = TallyWords(language: screen.language, span: screen.span)
    width = screen.areas.table.width
    courses = screen.courses
    difference = screen.difference
  }

  private var language: Language { words.language }
  /// Cells of a sparkline, and quarters in it.
  static let sparkWidth = 8

  /// The name, the whole, the parts, then target and pace; where not all of it fits, target and pace come before the
  /// parts, so that they are seen without scrolling.
  var columns: [TableColumn] {
    let parts = order.map { part($0) }
    let name = TableColumn(
      "name", title: CleanText(heading), width: .flex(min: min(nameWidth, max(10, width / 3))))
    let whole = [part(0)]
    let used = ([name] + whole + parts + judged).reduce(1) { $0 + least($1) + 1 }
    let spark = TableColumn(
      "spark", title: CleanText(Label(zh: "近12季", en: "Trend")[language]), width: .fixed(Self.sparkWidth))
    return used <= width ? [name] + whole + parts + judged + [spark] : [name] + whole + judged + parts + [spark]
  }

  /// The parts as they stand beside each other: a city's own unit 本级 before its counties.
  private var order: [Int] {
    // What stands in the scope itself and in no county is shown where there is any.
    let parts = tally.columns.indices.dropFirst().filter { place in
      tally.columns[place].part != .own || tally.rows.contains { ($0.cells[place].sums ?? .zero) != .zero }
    }
    func isOwn(_ place: Int) -> Bool { isOwnUnit(tally.columns[place]) }
    return parts.filter(isOwn) + parts.filter { !isOwn($0) }
  }

  private func isOwnUnit(_ column: Tally.Column) -> Bool {
    column.part == .region && column.label.zh.hasSuffix("市本级")
  }

  private func least(_ column: TableColumn) -> Int {
    switch column.width {
    case .fixed(let cells), .flex(let cells, _): cells
    }
  }

  private var heading: String {
    let compared =
      switch difference {
      case .none: Label(zh: "", en: "")
      case .quarter: Label(zh: "，比上季", en: ", on the quarter before")
      case .year: Label(zh: "，比上年同期", en: ", on the year before")
      }
    return Label(
      zh: "指标(\(words.span.label.zh)\(compared.zh))", en: "Indicator (\(words.span.label.en)\(compared.en))")[language]
  }

  private var nameWidth: Int {
    let widest = tally.rows.map { CleanText(words.name($0.indicator)).width }.max() ?? 12
    return min(widest, language == .zh ? 22 : 26)
  }

  /// As wide as its widest figure.
  private func part(_ place: Int) -> TableColumn {
    let column = tally.columns[place]
    let figures = tally.rows.map { CleanText(text($0, place).text).width }.max() ?? 1
    let name =
      isOwnUnit(column)
      ? Label(zh: "本级", en: "itself")
      : column.part == .own ? Label(zh: "未分", en: "others") : column.label
    let title = CleanText(name[language] + (column.lock.isLocked ? "*" : ""))
    return TableColumn(
      "c\(place)", title: title, width: .fixed(max(4, min(figures, 9), min(title.width, 9))), align: .right)
  }

  private var judged: [TableColumn] {
    func column(_ id: String, _ zh: String, _ en: String, _ figures: [String], _ align: Canvas.Alignment) -> TableColumn
    {
      let title = CleanText(Label(zh: zh, en: en)[language])
      let widest = figures.map { CleanText($0).width }.max() ?? 0
      return TableColumn(id, title: title, width: .fixed(max(4, title.width, min(widest, 8))), align: align)
    }
    let rows = tally.rows
    return [
      column("target", "目标", "Target", rows.map(target), .right),
      column("share", "完成", "Done", rows.map(share), .right),
      column("pace", "进度", "Pace", rows.map(pace), .left),
    ]
  }

  // MARK: cells

  func row(_ place: Int) -> TableRow {
    let row = tally.rows[place]
    let isAbsent = row.cells.first.map { if case .none = $0.content { true } else { false } } ?? true
    let cells = columns.map { column -> TableCell in
      switch column.id {
      case "name": return TableCell(CleanText(words.name(row.indicator)), style: isAbsent ? .dim : nil)
      case "target": return TableCell(CleanText(target(row)))
      case "share": return TableCell(CleanText(share(row)))
      case "pace":
        let isBehind = standing(row)?.pace == .behind
        return TableCell(CleanText(pace(row)), style: isBehind ? .warning : nil)
      case "spark": return TableCell(spark(row), style: Style(.bar))
      default:
        guard let place = Int(column.id.dropFirst()) else { return TableCell(.empty) }
        let shown = text(row, place)
        return TableCell(CleanText(shown.text), style: shown.style)
      }
    }
    return TableRow(id: row.indicator.id, cells: cells)
  }

  /// What stands in a cell: the figure, or how it differs; what was corrected since a lock bears a mark.
  private func text(_ row: Tally.Row, _ place: Int) -> (text: String, style: Style?) {
    let cell = row.cells[place]
    let mark = cell.corrected == .zero ? "" : "*"
    guard difference == .none else {
      let change = difference == .quarter ? cell.changeOnPeriod(words.span) : cell.changeOnYear(words.span)
      guard let change else { return ("", .dim) }
      let text = words.amount(change, row.indicator)
      return (change > .zero ? "+" + text : text, change.isNegative ? .warning : change == .zero ? .dim : nil)
    }
    let text = words.figure(cell, row.indicator)
    let isNothing = text == "—" || text == "0"
    let isLate = row.indicator.id == "overdue" || row.indicator.id == "unreported"
    return (text + mark, !mark.isEmpty ? Style(.mark) : isNothing ? .dim : isLate && !isNothing ? .warning : nil)
  }

  private func standing(_ row: Tally.Row) -> Standing? { words.standing(row.cells[0]) }

  private func target(_ row: Tally.Row) -> String {
    let target = words.span == .cumulative ? row.cells[0].cumulativeTarget : row.cells[0].yearlyTarget
    return target.map { $0.magnitude >= Amount(1000) ? $0.fixed(0) : $0.grouped } ?? ""
  }

  private func share(_ row: Tally.Row) -> String {
    guard let standing = standing(row), standing.target != nil else { return "" }
    if row.indicator.isRatio { return standing.gap.map { "-" + words.points($0) } ?? "✓" }
    return standing.share.map { "\($0.percent)%" } ?? ""
  }

  private func pace(_ row: Tally.Row) -> String { standing(row)?.pace?.label[language] ?? "" }

  private func spark(_ row: Tally.Row) -> CleanText {
    guard let course = courses[row.indicator.id] else { return .empty }
    return Sparkline.text(
      course.map { Double($0.scaled) }, width: Self.sparkWidth, look: language == .zh ? .zh : .en)
  }
}
