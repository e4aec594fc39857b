import Domain
import Terminal
import UseCases
import Widgets

/// The page of targets: every indicator, then projects, lines, regions and how it went.
struct TargetsPage {
  let board: DashboardTargets
  let kit: BoardWords
  private var words: FigureWords { kit.words }
  private var language: Language { kit.language }

  init(_ board: DashboardTargets, _ kit: BoardWords) {
    self.board = board
    self.kit = kit
  }

  func plan(_ size: Size) -> BoardPlan {
    let width = size.width
    let heading = kit.heading(
      kit.scope.isYearly ? Label(zh: "计划目标·年度", en: "Targets, year") : Label(zh: "计划目标", en: "Targets"),
      kit.scope.isYearly ? nil : Label(zh: "│=序时进度", en: "│=due by time"), isNow: false, width: width)
    if BoardColumns.isNarrow(size) {
      let blocks = [heading, targets(width), projects(width), lines(width), regions(width), trends(width)]
      return BoardPlan(BoardColumns.stacked(blocks, width: width))
    }
    let left = (width - 1) / 2
    let right = width - left - 1
    // 21 rows are the least with all parts; more go to the targets, the regions and a chart.
    var spare = size.height - 21
    let chartRows = spare >= 9 ? min(14, spare / 2) : 0
    spare -= chartRows
    let most = board.rows.count + board.bounds.count
    let moreTargets = max(-5, min(spare, most - 8))
    spare -= moreTargets
    let targetRows = 8 + moreTargets
    var placed = [BoardPlan.Placed(block: heading, rect: Rect(x: 0, y: 0, width: width, height: 1))]
    placed.append(
      BoardPlan.Placed(block: targets(width), rect: Rect(x: 0, y: 1, width: width, height: targetRows)))
    var y = 1 + targetRows
    placed += BoardColumns.pair([projects(left)], [lines(right)], Rect(x: 0, y: y, width: width, height: 5))
    y += 5
    let lower = max(2, min(size.height - y - chartRows, 1 + max(board.regions.count, board.trends.count)))
    placed += BoardColumns.pair([regions(left)], [trends(right)], Rect(x: 0, y: y, width: width, height: lower))
    y += lower
    if size.height - y >= 6 { placed += charts(Rect(x: 0, y: y, width: width, height: size.height - y)) }
    return BoardPlan(placed)
  }

  // MARK: targets

  private func targets(_ width: Int) -> BoardBlock {
    var rows = board.rows.map { row in
      switch row.content {
      case .measured(let figure, let standing, let recent, let quarter, let before):
        kit.scope.isYearly
          ? yearly(row.indicator, figure, recent, quarter, before, width)
          : measured(row.indicator, figure, standing, width)
      case .shares(let met, let of, let lowest, let share): shares(row.indicator, met, of, lowest, share, width)
      case .absent(let reason): absent(row.indicator, reason, width)
      }
    }
    rows += board.bounds.map { bound in
      var row = start(bound.indicator, width)
      row.cell(words("条款范围，不计数", "bounds a clause"), width: columns(width).bar, .dim)
      row.cell("≤" + bound.value.grouped, width: 8, right: true, .dim, spot: "bound/\(bound.id)")
      row.cell(" " + bound.unit, width: 12, .dim)
      return row.pieces
    }
    return BoardBlock(id: "targets", rows: rows)
  }

  /// Name, bar and, from there on, what the columns of the frame leave; a narrow screen loses the bar first.
  private func columns(_ width: Int) -> (name: Int, bar: Int, hasPace: Bool) {
    let hasPace = width >= 60
    let figures = hasPace ? 42 : 20 + unit - 5
    let name = min(language == .zh ? (width < 90 ? 16 : 20) : 24, max(0, width - figures - 2))
    return (name, max(0, width - 2 - name - figures), hasPace)
  }

  private var unit: Int { language == .zh ? 5 : 6 }

  private func start(_ label: Label, _ width: Int) -> BoardRow {
    var row = BoardRow()
    row.cell(label[language], width: columns(width).name)
    row.skip(1)
    return row
  }

  private func amount(_ amount: Amount, _ indicator: Indicator) -> String {
    indicator.divisor > 1 ? amount.fixed(1) : amount.grouped
  }

  private func measured(
    _ indicator: Indicator, _ figure: DashboardFigure, _ standing: Standing, _ width: Int
  ) -> [BoardPiece] {
    var row = start(indicator.label, width)
    let style = standing.pace == .behind ? Style.warning : .text
    if let target = standing.target {
      row.content(
        .bar(
          share: standing.done.part(of: target), mark: standing.due?.part(of: target),
          style: standing.pace == .behind ? Style(.warning) : Style(.bar)), width: columns(width).bar)
    } else {
      row.cell(words("  无本级目标", "  no target here"), width: columns(width).bar, .dim)
    }
    row.cell(amount(standing.done, indicator), width: 8, right: true, spot: figure.key)
    row.cell(standing.target == nil ? "" : "/", width: 1)
    row.cell(standing.target.map { $0.grouped } ?? "", width: 6, right: true)
    row.cell(" " + indicator.unit[language], width: unit)
    guard columns(width).hasPace else { return row.pieces }
    row.cell(standing.share.map { "\($0.percent)%" } ?? "", width: 10 - unit, right: true)
    row.skip(1)
    row.cell(standing.pace?.label[language] ?? "", width: language == .zh ? 4 : 7, style)
    let forecast = standing.forecast.map { "→" + (amountIsWhole(indicator) ? $0.fixed(0) : $0.fixed(1)) } ?? ""
    row.cell(forecast, width: language == .zh ? 9 : 7, right: true, .dim)
    return row.pieces
  }

  private func amountIsWhole(_ indicator: Indicator) -> Bool { indicator.divisor == 1 }

  /// The year alone: its quarters, the last one, and the same span of the year before.
  private func yearly(
    _ indicator: Indicator, _ figure: DashboardFigure, _ recent: [Amount], _ quarter: DashboardFigure,
    _ before: DashboardFigure, _ width: Int
  ) -> [BoardPiece] {
    var row = start(indicator.label, width)
    let bar = columns(width).bar
    let spark = min(bar, recent.count)
    row.skip(bar - spark)
    row.content(.sparkline(recent.map(\.forDrawing)), width: spark)
    func shown(_ figure: DashboardFigure) -> String { amount(indicator.inTargetUnit(figure.amount), indicator) }
    row.cell(shown(figure), width: 8, right: true, spot: figure.key)
    row.cell(" " + indicator.unit[language], width: unit)
    guard columns(width).hasPace else { return row.pieces }
    row.cell(words(" 本季", " qtr"), width: 10 - unit)
    row.cell(shown(quarter), width: 6, right: true, spot: quarter.key)
    row.cell(words(" 上年同期", " yr before"), width: 10)
    row.cell(shown(before), width: 7, right: true, spot: before.key)
    return row.pieces
  }

  private func shares(
    _ indicator: Indicator, _ met: DashboardFigure, _ of: Int, _ lowest: DashboardFigure?, _ share: Ratio?, _ width: Int
  ) -> [BoardPiece] {
    var row = start(indicator.label, width)
    row.content(
      .bar(share: met.amount.part(of: Amount(of)), mark: nil, style: Style(.bar)), width: columns(width).bar)
    row.cell(met.amount.grouped, width: 8, right: true, spot: met.key)
    row.cell("/", width: 1)
    row.cell(String(of), width: 6, right: true)
    row.cell(words(" 领域", " areas"), width: unit)
    guard columns(width).hasPace, let lowest, let share else { return row.pieces }
    row.skip(1)
    let tail = "\(share.percent)%"
    let name = CleanText(words("最低", "min ") + field(lowest)).cut(to: 26 - unit - tail.utf8.count)
    row.cell(name.string + tail, width: 26 - unit, spot: lowest.key)
    return row.pieces
  }

  /// The product's name without what its label says before it.
  private func field(_ figure: DashboardFigure) -> String {
    String(figure.label.zh.dropFirst("最低：".count))
  }

  private func absent(_ indicator: Indicator, _ reason: Label, _ width: Int) -> [BoardPiece] {
    var row = start(indicator.label, width)
    let short: Label
    switch indicator.source {
    case .counts, .share: short = Label(zh: "本库尚无该清单", en: "no list yet")
    case .statistics: short = Label(zh: "部门统计未录入", en: "no data yet")
    default: short = reason
    }
    row.cell(short[language], width: columns(width).bar, .dim)
    row.cell("—", width: 8, right: true, .dim, spot: "absent/\(indicator.id)")
    row.cell("/", width: 1, .dim)
    row.cell(indicator.value?.grouped ?? "", width: 6, right: true, .dim)
    row.cell(" " + indicator.unit[language], width: unit, .dim)
    return row.pieces
  }

  // MARK: the lists in a few lines

  private func projects(_ width: Int) -> BoardBlock {
    let short = [
      "stage/reserve": "Res.", "stage/under_way": "work", "stage/completed": "done", "stage/accepted": "acc",
      "stage/stopped": "off",
    ]
    var stages = BoardRow()
    for (index, stage) in board.stages.enumerated() {
      stages.text(language == .zh ? stage.label.zh : short[stage.key] ?? stage.label.en, gap: index == 0 ? 0 : 1)
      stages.text(words.count(stage.amount), gap: language == .zh ? 0 : 1, spot: stage.key)
    }
    var saving = BoardRow()
    saving.text(words("预期节能 ", "Saving "))
    saving.text(words.coal(board.saving.amount), spot: board.saving.key)
    saving.text(words("(当量)", " (cal.)"))
    saving.text(words("另", "other"), .dim, gap: 1)
    saving.text(
      words.count(board.otherBasis.amount) + words("项", ""), .dim, gap: language == .zh ? 0 : 1,
      spot: board.otherBasis.key)
    if language == .zh { saving.text("等价", .dim) }
    var accepted = BoardRow()
    accepted.text(words("验收", "Acc. "))
    accepted.text(words.count(board.accepted.amount) + words("项", ""), spot: board.accepted.key)
    accepted.text(words("预期", "exp."), gap: 1)
    accepted.text(words.manyTonnes(board.acceptedSaving.amount), spot: board.acceptedSaving.key)
    accepted.text(words("核定", "ver."), gap: 1)
    accepted.text(
      words.manyTonnes(board.verifiedSaving.amount) + words("万tce", " ktce"), spot: board.verifiedSaving.key)
    accepted.text("(\(words.share(board.verifiedSaving.amount, of: board.acceptedSaving.amount)))")
    var money = BoardRow()
    let gap = language == .zh ? 0 : 1
    func late() {
      money.text(words("逾期", "Late"), gap: language == .zh ? 1 : 0)
      money.text(
        words.count(board.overdue.amount) + words("项", ""), board.overdue.amount > .zero ? .warning : .text, gap: gap,
        spot: board.overdue.key)
    }
    if language == .en { late() }
    money.text(words("计划投资", "cost"), gap: gap)
    money.text(words.money(board.investment.amount, unit: language == .zh), gap: gap, spot: board.investment.key)
    money.text(words("完成", "paid"), gap: 1)
    money.text(words.money(board.invested.amount), gap: gap, spot: board.invested.key)
    if language == .zh { late() }
    return BoardBlock(
      id: "projects", title: CleanText(words("项目 (阶段、逾期为现状)", "Projects (stages, late: now)")),
      rows: [stages.pieces, saving.pieces, accepted.pieces, money.pieces])
  }

  private func lines(_ width: Int) -> BoardBlock {
    let lines = board.lines
    let year = lines.year.map { words(" \($0)年", " \($0)") } ?? ""
    let whole = lines.grades.map(\.amount).reduce(.zero, +)
    let short = ["grade/benchmark": "At benchmark", "grade/between": "Between", "grade/below": "Below baseline"]
    var rows = lines.grades.map { grade in
      var row = BoardRow()
      row.cell(language == .zh ? grade.label.zh : short[grade.key] ?? grade.label.en, width: language == .zh ? 10 : 14)
      row.skip(1)
      row.content(
        .bar(
          share: grade.amount.part(of: whole), mark: nil, style: Style(grade.key == "grade/below" ? .warning : .bar)),
        width: max(0, width - row.x - 12))
      row.cell(words.share(grade.amount, of: whole), width: 5, right: true)
      row.skip(1)
      row.cell(words.count(grade.amount), width: 5, right: true, spot: grade.key)
      return row.pieces
    }
    var worst = BoardRow()
    worst.text(words("劣于基准且无项目、无淘汰计划 ", "Below baseline, nothing planned "))
    let count = lines.unaddressed.amount
    worst.text(words.count(count) + words("线", ""), count > .zero ? .warning : .text, spot: lines.unaddressed.key)
    rows.append(worst.pieces)
    return BoardBlock(
      id: "lines",
      title: CleanText(
        words("能效清单 \(words.count(lines.lines.amount))线(按线数)", "Efficiency, \(words.count(lines.lines.amount)) lines")
          + year),
      rows: rows)
  }

  private func regions(_ width: Int) -> BoardBlock {
    kit.bars("regions", Label(zh: "各地 组织实施(项)", en: "Carried out, by region"), board.regions, width: width)
  }

  private func trends(_ width: Int) -> BoardBlock {
    BoardBlock(
      id: "trends", title: CleanText(words("趋势 近12季", "Trend, last 12 quarters")),
      rows: board.trends.map { trend in
        var row = BoardRow()
        row.cell(trend.label[language], width: language == .zh ? 4 : 10)
        row.skip(1)
        row.content(.sparkline(trend.values.map(\.forDrawing)), width: min(12, max(0, width - 20)))
        row.cell(words.count(trend.last.amount), width: 7, right: true, spot: trend.last.key)
        row.text(words("/季", "/quarter"), .dim)
        return row.pieces
      })
  }

  private func charts(_ rect: Rect) -> [BoardPlan.Placed] {
    let times = board.course.map { CleanText($0.quarter.text) }
    var series = [
      LineChart.Series(name: CleanText(words("组织实施", "carried out")), values: board.course.map { $0.done.forDrawing })
    ]
    if board.course.contains(where: { $0.due != nil }) {
      series.append(
        LineChart.Series(name: CleanText(words("序时", "due")), values: board.course.map { $0.due?.forDrawing }))
    }
    let course = LineChart(series: series, times: times)
    let quarters = (0..<12).reversed().map { CleanText(kit.scope.quarter.adding(quarters: -$0).text) }
    let events = LineChart(
      series: board.trends.prefix(3).map {
        LineChart.Series(name: CleanText($0.label[language]), values: $0.values.map(\.forDrawing))
      }, times: quarters)
    func block(_ id: String, _ title: String, _ chart: LineChart) -> BoardBlock {
      BoardBlock(id: id, title: CleanText(title), rows: [], chart: chart)
    }
    let left = (rect.width - 1) / 2
    return [
      BoardPlan.Placed(
        block: block("course", words("组织实施 累计(项)", "Carried out so far"), course),
        rect: Rect(x: rect.x, y: rect.y, width: left, height: rect.height)),
      BoardPlan.Placed(
        block: block("events", words("每季(项)", "Each quarter"), events),
        rect: Rect(x: rect.x + left + 1, y: rect.y, width: rect.width - left - 1, height: rect.height)),
    ]
  }
}
