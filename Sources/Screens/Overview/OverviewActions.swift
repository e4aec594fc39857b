import Domain
import Terminal
import UseCases
import Widgets

/// What can be done on the dashboards.
enum OverviewActions {
  static let table: ActionTable<OverviewScreen> = Common.table([
    act("overview.next", "选下一个数字", "Next figure", ["Tab"], short: ("选数字", "figures"), rank: 1),
    act("overview.previous", "选上一个数字", "Previous figure", ["Shift-Tab"]),
    act("overview.open", "看明细", "Open the records", ["Enter"], short: ("看明细", "records"), rank: 2),
    act("overview.view", "换总览：目标、企业、项目能效", "Next dashboard", ["v"], twin: "F5", short: ("分项", "view"), rank: 3),
    act("overview.region", "看哪个地区", "Region", ["r"], twin: "F2", short: ("地区", "region"), rank: 5),
    act(
      "overview.before", "上一季度", "Quarter before", ["["], twin: "F6", short: ("上季", "prev"), rank: 63, disabled: isNow),
    act(
      "overview.after", "下一季度", "Quarter after", ["]"], twin: "F7", short: ("下季", "next"), rank: 64, disabled: isLast),
    act(
      "overview.year", "年度/累计", "Year or all so far", ["m"], twin: "F4", short: ("年度/累计", "year"), rank: 4,
      disabled: isNow),
    act("overview.export", "导出所选数字的明细", "Export the records", ["x"], twin: "^X", short: ("导出", "export"), rank: 9),
  ])

  private static let act = ActionMaker<OverviewScreen>("总览", "Overview")

  private static let isLast: @Sendable (OverviewScreen) -> Caption? = { screen in
    if let reason = isNow(screen) { return reason }
    return screen.scope.quarter >= screen.today.quarter
      ? Label(zh: "已是本季度", en: "This is the present quarter").caption : nil
  }
  private static let isNow: @Sendable (OverviewScreen) -> Caption? = { screen in
    screen.view == .enterprises
      ? Label(zh: "企业清单只有现状", en: "The enterprise list shows what is now").caption : nil
  }
}

extension OverviewScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "overview.next": move(.next)
    case "overview.previous": move(.previous)
    case "overview.open": return open(services)
    case "overview.view":
      view = View(rawValue: (view.rawValue + 1) % View.allCases.count) ?? .targets
      try refresh(services)
    case "overview.region": picker = Picker(rows: 12, source: regions)
    case "overview.before": try turn(-1, services)
    case "overview.after": try turn(1, services)
    case "overview.year":
      scope.isYearly.toggle()
      try refresh(services)
    case "overview.export": return export()
    default: break
    }
    return []
  }

  private mutating func turn(_ step: Int, _ services: Services) throws {
    scope.quarter = scope.quarter.adding(quarters: step)
    try refresh(services)
  }

  mutating func move(_ way: BoardPlace.Way) {
    var place = place
    _ = place.move(way, in: plan, height: size.height)
    self.place = place
  }

  /// Enter: the list of the records; two lists are asked for.
  private mutating func open(_ services: Services) -> [Effect] {
    guard let spot = place.spot else { return [] }
    guard let figure = figure(spot) else {
      let reason = indicator(spot)?.absence ?? Label(zh: "条款范围，没有明细", en: "It bounds a clause; there are no records")
      return [.say(reason)]
    }
    guard figure.records.count > 1 else { return show(figure, 0, services) }
    asked = figure
    return [.ask("list", .choose(title: figure.label, items: figure.records.map(\.label), current: 0))]
  }

  private func show(_ figure: DashboardFigure, _ index: Int, _ services: Services) -> [Effect] {
    guard figure.records.indices.contains(index), let register = Registers.named(figure.records[index].query.register)
    else { return [] }
    let list = figure.records[index]
    let place = scope.label(reference)
    var title = Label(zh: "\(place.zh) \(figure.label.zh)", en: "\(figure.label.en), \(place.en)")
    if figure.records.count > 1 {
      title = Label(zh: "\(title.zh) \(list.label.zh)", en: "\(title.en): \(list.label.en)")
    }
    return [.open(LibraryScreen(register, tab: .overview, services, fixed: list.query.filter, title: title))]
  }

  private mutating func export() -> [Effect] {
    guard let figure = selected, let list = figure.records.first else {
      return [.say(Label(zh: "先选一个有明细的数字", en: "Choose a figure with records first"))]
    }
    asked = figure
    return [
      .ask(
        "export",
        .input(
          title: Label(zh: "导出到文件(.xlsx .csv 或 .json)", en: "Export to (.xlsx, .csv or .json)"),
          text: "\(list.query.register).xlsx"))
    ]
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    guard let figure = asked else { return [] }
    asked = nil
    switch (question, answer) {
    case ("list", .chosen(let index)): return show(figure, index, services)
    case ("export", .text(let path)):
      guard let list = figure.records.first, !path.isEmpty else { return [] }
      return [.work(.export(list.query, to: path, services))]
    default: return []
    }
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    if picker != nil { return try pick(event, services) }
    switch event {
    case .key(.up), .key(.character("k")): move(.up)
    case .key(.down), .key(.character("j")): move(.down)
    case .key(.left), .key(.character("h")): move(.left)
    case .key(.right), .key(.character("l")): move(.right)
    case .key(.pageUp): move(.pageUp)
    case .key(.pageDown): move(.pageDown)
    case .key(.home), .key(.character("g")): move(.first)
    case .key(.end), .key(.character("G")): move(.last)
    case .mouse(let mouse):
      switch mouse.action {
      case .wheelUp: move(.up)
      case .wheelDown: move(.down)
      case .press, .doublePress:
        guard let spot = place.spot(at: mouse.point, in: plan) else { return [] }
        let again = spot == place.spot
        place.spot = spot
        layOut()
        if again || mouse.action == .doublePress { return open(services) }
      }
    default: break
    }
    return []
  }

  package mutating func stepBack(_ services: Services) throws -> Bool {
    if picker != nil {
      picker = nil
      return true
    }
    guard scope.region != own else { return false }
    scope.region = own
    try refresh(services)
    return true
  }

  // MARK: the region

  private mutating func pick(_ event: Event, _ services: Services) throws -> [Effect] {
    let source = regions
    guard let outcome = picker?.handle(event, source: source) else { return [] }
    switch outcome {
    case .ignored, .handled, .create: break
    case .cancelled: picker = nil
    case .chosen(let item):
      picker = nil
      scope.region = item.id
      try refresh(services)
    }
    return []
  }

  private var regions: Picker.Source { RegionChoices.source(under: own, reference, language) }
}
