import Domain
import Terminal
import UseCases
import Widgets

/// What can be done with what waits.
enum WatchActions {
  static let table: ActionTable<WatchScreen> = Common.table([
    act("watch.open", "打开", "Open", ["Enter"], rank: 1, disabled: noRow),
    act("watch.pane", "换窗格", "Other pane", ["Tab"], short: ("事项", "matters"), rank: 2),
    act("watch.region", "看哪个地区", "Region", ["r"], twin: "F6", short: ("地区", "region"), rank: 3),
    act("watch.edit", "修改", "Edit", ["e"], twin: "F2", rank: 4, disabled: noChange),
    act(
      "watch.new", "登记现场发现", "Enter a finding", ["i"], twin: "F5", short: ("登记", "finding"), rank: 5, disabled: noRight),
    act(
      "watch.suggest", "建议监察名单", "Propose the list of inspections", ["V"], twin: "F7", short: ("名单", "propose"), rank: 6
    ),
    act(
      "watch.list", "作为清单打开", "Open as a list", ["t"], twin: "F4", short: ("清单", "list"), rank: 7, disabled: noMatter),
    act("watch.assess", "年度考核", "Yearly assessment", ["K"], twin: "F8", short: ("考核", "assess"), rank: 8),
    act("watch.policy", "计划条款", "The plan's clauses", ["L"], twin: "F9", short: ("条款", "plan"), rank: 9),
  ])

  private static let act = ActionMaker<WatchScreen>("督办", "Watch")

  private static let noRow: @Sendable (WatchScreen) -> Caption? = { screen in
    screen.row == nil ? Label(zh: "没有选中的事项", en: "Nothing is chosen").caption : nil
  }
  private static let noChange: @Sendable (WatchScreen) -> Caption? = { screen in
    noRow(screen) ?? screen.row.flatMap { screen.writing[$0.register]?.change }
  }
  private static let noMatter: @Sendable (WatchScreen) -> Caption? = { screen in
    screen.matter == nil && screen.row == nil ? Label(zh: "先选一类事项", en: "Choose a matter first").caption : nil
  }
  private static let noRight: @Sendable (WatchScreen) -> Caption? = { screen in
    screen.mayInspect ? nil : Label(zh: "监察发现由监察员登记", en: "Findings are entered by inspectors").caption
  }
}

extension WatchScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "watch.open":
      if pane == .matters {
        pane = .rows
        return []
      }
      return openRow(services)
    case "watch.pane": pane = pane == .rows ? .matters : .rows
    case "watch.region": picker = Picker(rows: 12, source: regions)
    case "watch.edit":
      guard let row else { return [] }
      return [.open(try FormScreen.edit(row.register, row.id, services))]
    case "watch.new": return [.open(try finding(services))]
    case "watch.suggest":
      return [.open(try ProposalScreen.inspections(year: today.year, region: region, tab: .watch, services))]
    case "watch.list": return list(services)
    case "watch.assess": return [.open(AssessmentScreen(region: region, tab: .watch, services))]
    case "watch.policy": return [.open(PolicyScreen(at: nil, tab: .watch, services))]
    default: break
    }
    return []
  }

  private func openRow(_ services: Services) -> [Effect] {
    guard let row, let register = Registers.named(row.register) else { return [] }
    return [.open(RecordScreen(register, row.id, tab: .watch, services))]
  }

  /// The whole matter as an ordinary list, to be filtered, marked and exported.
  private func list(_ services: Services) -> [Effect] {
    guard let matter = matter ?? row.flatMap({ row in Self.matters.first { $0.id == row.matter } }),
      let register = Registers.named(matter.register)
    else { return [] }
    let query = MattersOf.query(matter, region: region, reference, today: today)
    return [.open(LibraryScreen(register, tab: .watch, services, fixed: query.filter, title: matter.label))]
  }

  /// A new inspection, on the spot, of the enterprise that the matter is about.
  private func finding(_ services: Services) throws -> FormScreen {
    var values: [String: Value] = [
      "kind": .text("on_the_spot"), "reason": .text("found"), "year": .integer(today.year), "listed_on": .day(today),
      "visited_on": .day(today), "inspectors": .text(services.environment.actor.person),
    ]
    if let row, let document = try services.store.read({ try $0.document(row.register, row.id) }) {
      let enterprise = row.register == Enterprise.schema.id ? Value.record(row.id) : document["enterprise"]
      if !enterprise.isEmpty { values["enterprise"] = enterprise }
      values["region"] = document["region"]
    }
    return try FormScreen.new(Inspection.schema.id, services, values: values)
  }

  /// The regions in and under the library's own, found as they are typed.
  private var regions: Picker.Source {
    let (reference, top) = (reference, top)
    return { query, range in
      let tokens = SearchTokens.query(query)
      let items = reference.regions.codes(in: top).compactMap { reference.regions[$0] }
        .filter { query.isEmpty || tokens.matches($0.name) || $0.code.hasPrefix(query) }
        .map {
          PickerItem(id: $0.code, label: CleanText(reference.regions.path(of: $0.code)), note: CleanText($0.code))
        }
      return PickerPage(all: items, range: range)
    }
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    if picker != nil { return try pick(event, services) }
    switch event {
    case .key(let key): try move(key, services)
    case .mouse(let mouse): return try press(mouse, services)
    default: break
    }
    return []
  }

  private mutating func pick(_ event: Event, _ services: Services) throws -> [Effect] {
    let source = regions
    guard let outcome = picker?.handle(event, source: source) else { return [] }
    switch outcome {
    case .ignored, .handled, .create: break
    case .cancelled: picker = nil
    case .chosen(let item):
      picker = nil
      region = item.id
      (cursor, topRow, counts) = (0, 0, [:])
      try refresh(services)
    }
    return []
  }

  private mutating func move(_ key: Key, _ services: Services) throws {
    switch key {
    case .up, .character("k"): try step(-1, services)
    case .down, .character("j"): try step(1, services)
    case .pageUp: try step(-pageRows, services)
    case .pageDown: try step(pageRows, services)
    case .home, .character("g"): try step(-max(total, Self.matters.count + 1), services)
    case .end, .character("G"): try step(max(total, Self.matters.count + 1), services)
    case .left, .character("h"): pane = .matters
    case .right, .character("l"): pane = .rows
    default: break
    }
  }

  private mutating func step(_ step: Int, _ services: Services) throws {
    if pane == .rows {
      cursor = min(max(0, cursor + step), max(0, total - 1))
      try reach(services)
      return try findContact(services)
    }
    let place = min(max(0, (current.map { $0 + 1 } ?? 0) + step), Self.matters.count)
    let next = place == 0 ? nil : place - 1
    guard next != current else { return }
    current = next
    (cursor, topRow) = (0, 0)
    try load(services)
  }

  private mutating func press(_ mouse: Mouse, _ services: Services) throws -> [Effect] {
    let areas = areas
    switch mouse.action {
    case .wheelUp: try step(-3, services)
    case .wheelDown: try step(3, services)
    case .press, .doublePress:
      guard mouse.point.y > 0 else { return [] }
      if areas.isSplit, mouse.point.x < areas.matters.width {
        pane = .matters
        try step(topMatter + mouse.point.y - 1 - (current.map { $0 + 1 } ?? 0), services)
      } else {
        pane = .rows
        let place = topRow + mouse.point.y - 1
        guard place < total else { return [] }
        try step(place - cursor, services)
        if mouse.action == .doublePress { return openRow(services) }
      }
    }
    return []
  }

  package mutating func stepBack(_ services: Services) throws -> Bool {
    guard picker != nil else { return false }
    picker = nil
    return true
  }
}
