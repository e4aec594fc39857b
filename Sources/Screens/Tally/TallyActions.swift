import Domain
import Terminal
import UseCases
import Widgets

/// What can be done with a tally.
enum TallyActions {
  static let table: ActionTable<TallyScreen> = Common.table([
    act("tally.open", "看明细", "Open the records", ["Enter"], short: ("看明细", "records"), rank: 1),
    act("tally.missing", "未报名单", "Who has not reported", ["w"], twin: "F8", short: ("未报名单", "missing"), rank: 2),
    act(
      "tally.progress", "填报进展", "Enter progress reports", ["J"], twin: "Alt-j", short: ("填进展", "report"), rank: 8,
      disabled: { $0.writing.change }),
    act(
      "tally.targets", "目标分解", "Split the target", ["T"], twin: "Alt-t", short: ("目标分解", "targets"), rank: 6,
      disabled: noSplit),
    act(
      "tally.rank", "按进度给地区排名", "Rank the regions by pace", ["s"], twin: "F3", short: ("排名", "rank"), rank: 4,
      disabled: noParts),
    act(
      "tally.difference", "比上季、比上年、不比", "Difference to the quarter or year before", ["d"], twin: "Alt-d",
      short: ("差异", "change"), rank: 60),
    act(
      "tally.view", "分地区、分领域、分改造领域", "By region, sector or focus area", ["v"], twin: "F5", short: ("分项", "parts"),
      rank: 61),
    act("tally.span", "累计、年度、本季", "Cumulative, year or quarter", ["m"], twin: "F4", short: ("年度/累计", "span"), rank: 62),
    act("tally.region", "看哪个地区或分组", "Region or group", ["r"], twin: "F2", short: ("地区", "region"), rank: 5),
    act(
      "tally.lock", "锁定：先看还有什么没完", "Lock: what is still open first", ["C"], twin: "F9", short: ("锁定", "lock"), rank: 3),
    act(
      "tally.corrections", "锁定后的更正", "Corrections since the lock", ["K"], twin: "Alt-k", short: ("更正", "corrections")),
    act(
      "tally.history", "看过去某日的调度，或回到现在", "As it was on a past day, or now again", ["y"], twin: "Alt-y",
      short: ("历史", "history")),
    act(
      "tally.edition", "季报/年报核定(四季度)", "Quarterly or annual edition (fourth quarter)", ["Alt-n"],
      disabled: { screen in
        screen.query.quarter.quarter == 4
          ? nil : Label(zh: "只有四季度有年报核定", en: "Only a fourth quarter has an annual edition").caption
      }),
    act("tally.export", "导出表格(工作簿)", "Write a workbook", ["x"], twin: "^X", short: ("导出表格", "export"), rank: 7),
    act("tally.print", "打印版(网页)", "Write a page to print", ["p"], twin: "Alt-p", short: ("打印版", "print"), rank: 9),
    act("tally.before", "上一季度", "Quarter before", ["["], twin: "F6", short: ("上季", "prev"), rank: 63),
    act(
      "tally.after", "下一季度", "Quarter after", ["]"], twin: "F7", short: ("下季", "next"), rank: 64,
      disabled: { screen in
        screen.query.quarter >= screen.today.quarter
          ? Label(zh: "已是本季度", en: "This is the present quarter").caption : nil
      }),
  ])

  private static let act = ActionMaker<TallyScreen>("调度", "Tally")

  private static let noSplit: @Sendable (TallyScreen) -> Caption? = { screen in
    if screen.reference.regions.children(of: screen.query.region).isEmpty {
      return Label(zh: "下面没有地区可分解", en: "There are no regions below to share it out to").caption
    }
    return screen.row?.indicator.targets.isEmpty == false
      ? nil : Label(zh: "这一行不是计划目标", en: "This row is no target of the plan").caption
  }
  private static let noParts: @Sendable (TallyScreen) -> Caption? = { screen in
    screen.tally?.columns.contains { $0.part == .region } == true
      ? nil : Label(zh: "没有分地区的列可排", en: "There are no regions to rank").caption
  }
}

extension TallyScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "tally.open": return try open(services)
    case "tally.missing":
      let region = column?.part == .region ? column?.id : nil
      return [.open(ChaseScreen(tab: tab, region: region ?? query.region, quarter: query.quarter, services))]
    case "tally.progress":
      let region = column?.part == .region ? column?.id : nil
      return [.open(ProgressScreen(tab: tab, services, region: region ?? query.region, quarter: query.quarter))]
    case "tally.targets": return split(services)
    case "tally.rank":
      guard let tally, let row else { return [] }
      return [.open(RankingScreen(tally, indicator: row.indicator.id, span: span, services))]
    case "tally.lock":
      return [.open(LockScreen(region: query.region, quarter: query.quarter, edition: query.edition, services))]
    case "tally.corrections":
      let region = column?.part == .region ? column?.id : nil
      return [
        .open(
          CorrectionsScreen(
            region: region ?? query.region, quarter: query.quarter, edition: query.edition, services))
      ]
    case "tally.history":
      guard query.at == nil else {
        query.at = nil
        asOf = nil
        try refresh(services)
        return [.say(Label(zh: "已回到现在", en: "Now again"))]
      }
      return [
        .ask(
          "history",
          .input(title: Label(zh: "看哪一天结束时的调度(如 2023-5-31)", en: "As it was at the end of the day"), text: ""))
      ]
    case "tally.edition":
      query.edition = query.edition == .annual ? .quarterly : .annual
      try refresh(services)
    case "tally.difference":
      let all = Difference.allCases
      difference = all[((all.firstIndex(of: difference) ?? 0) + 1) % all.count]
      arrange()
    case "tally.view":
      let all = TallyQuery.Parting.allCases
      query.by = all[((all.firstIndex(of: query.by) ?? 0) + 1) % all.count]
      table.place.left = 0
      table.place.column = 1
      try refresh(services)
    case "tally.span":
      span = span.next
      arrange()
    case "tally.region": picker = Picker(rows: 12, source: RegionChoices.source(under: own, reference, language))
    case "tally.export", "tally.print":
      let ending = action == "tally.export" ? "xlsx" : "html"
      let title =
        action == "tally.export"
        ? Label(zh: "调度表写到文件(.xlsx)", en: "Write the tally to (.xlsx)")
        : Label(zh: "打印版写到文件(.html)", en: "Write the page to print to (.html)")
      return [.ask("report", .input(title: title, text: "tally-\(query.region)-\(query.quarter.text).\(ending)"))]
    case "tally.before": try turn(-1, services)
    case "tally.after": try turn(1, services)
    default: break
    }
    return []
  }

  private mutating func turn(_ step: Int, _ services: Services) throws {
    query.quarter = query.quarter.adding(quarters: step)
    query.edition = .quarterly
    query.version = nil
    try refresh(services)
  }

  private func split(_ services: Services) -> [Effect] {
    guard let row else { return [] }
    let region = column?.part == .region ? column?.id ?? query.region : query.region
    let below = reference.regions.children(of: region).isEmpty ? query.region : region
    let isYearly = span != .cumulative
    let subject = TargetSplit.Subject(
      indicator: row.indicator.id, region: below, span: isYearly ? "yearly" : "cumulative",
      year: isYearly ? query.quarter.year : row.indicator.schedule.deadline.year)
    return [.open(SplitScreen(subject, services))]
  }

  /// The library as it was at the end of a day.
  private mutating func look(back typed: String, _ services: Services) throws -> [Effect] {
    guard let day = Day(parsing: typed) else {
      return [.say(Label(zh: "请写年月日，如 2023-5-31", en: "Write a date, as 2023-5-31"), .error)]
    }
    let position = try services.store.read { try $0.position(before: Instant(startOf: day.adding(days: 1))) }
    query.at = position
    asOf = day
    try refresh(services)
    return []
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    switch (question, answer) {
    case ("list", .chosen(let index)): return show(index, services)
    case ("history", .text(let typed)): return try look(back: typed, services)
    case ("report", .text(let typed)):
      let path = Normalised.trimmed(typed)
      guard !path.isEmpty else { return [] }
      let (query, report) = (query, services.report)
      let work = LongWork(Label(zh: "写出 \(path)", en: "Writing \(path)")) { _ in
        try report(query, path)
        return Label(zh: "已写出 \(path)", en: "Written: \(path)")
      }
      return [.work(work)]
    default: return []
    }
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    if picker != nil { return try pick(event, services) }
    let event = event.seen(from: Point(x: 0, y: areas.table.y))
    let outcome = table.handle(event, source)
    // The name is no cell to stand on.
    if table.place.column == 0 { table.place.column = min(1, max(0, table.columns.count - 1)) }
    try lookAtMissing(services)
    if case .open = outcome { return try open(services) }
    return []
  }

  package mutating func stepBack(_ services: Services) throws -> Bool {
    if picker != nil {
      picker = nil
      return true
    }
    if query.at != nil {
      query.at = nil
      asOf = nil
      try refresh(services)
      return true
    }
    guard query.region != own else { return false }
    query.region = own
    try refresh(services)
    return true
  }

  private mutating func pick(_ event: Event, _ services: Services) throws -> [Effect] {
    let source = RegionChoices.source(under: own, reference, language)
    guard let outcome = picker?.handle(event, source: source) else { return [] }
    switch outcome {
    case .ignored, .handled, .create: break
    case .cancelled: picker = nil
    case .chosen(let item):
      picker = nil
      query.region = item.id
      table.place.left = 0
      table.place.column = 1
      try refresh(services)
    }
    return []
  }
}
