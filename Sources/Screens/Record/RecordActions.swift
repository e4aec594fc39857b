import Domain
import Terminal
import UseCases
import Widgets

/// What can be done in a record.
enum RecordActions {
  static let table: ActionTable<RecordScreen> = Common.table(own + FilingActions.table(disabled: notFiled))

  private static let own: [Action<RecordScreen>] = [
    act("record.open", "打开", "Open", ["Enter"], rank: 2),
    act("record.tab", "下一页", "Next tab", ["Tab"], rank: 1),
    act("record.tabBack", "上一页", "Previous tab", ["Shift-Tab"]),
    act("record.edit", "修改", "Edit", ["e"], twin: "F2", rank: 3, disabled: { $0.writing.change ?? noRecord($0) }),
    act(
      "record.copy", "复制为新记录", "Copy as new", ["o"], twin: "^Y", short: ("复制", "copy"),
      disabled: { $0.writing.new ?? noRecord($0) }),
    act(
      "record.undo", "撤销本人的上次改动", "Undo my last change", ["Z"], twin: "F7", short: ("撤销", "undo"), disabled: notMine),
    act("record.step", "办理", "Take a step", ["Y"], twin: "Alt-n", short: ("办理", "step"), rank: 4, disabled: noStep),
    act(
      "record.suggest", "推荐服务商、评审专家", "Propose providers and experts", ["V"], twin: "Alt-v",
      short: ("推荐", "propose"), rank: 5, disabled: noProposals),
    act("record.next", "下一条记录", "Next record", ["^Down"], short: ("n下一条", "next"), disabled: noList),
    act("record.previous", "上一条记录", "Previous record", ["^Up"], short: ("N上一条", "previous"), disabled: noList),
  ]

  private static let act = ActionMaker<RecordScreen>("记录", "Record")

  private static let noRecord: @Sendable (RecordScreen) -> Caption? = { screen in
    if screen.moment != nil {
      return Label(zh: "这是过去的记录，只能看", en: "This is the record as it was, read only").caption
    }
    return screen.content == nil ? Label(zh: "记录已不存在", en: "The record is gone").caption : nil
  }
  private static let notMine: @Sendable (RecordScreen) -> Caption? = { screen in
    if let refusal = noRecord(screen) { return refusal }
    return UndoChange.refusal((screen.content?.entries ?? []).reversed(), screen.person)?.caption
  }
  private static let noStep: @Sendable (RecordScreen) -> Caption? = { screen in
    RecordSteps.of(screen.register.id).isEmpty
      ? Label(zh: "这类记录没有专门的办理", en: "Records of this kind have no steps of their own").caption : noRecord(screen)
  }
  private static let noProposals: @Sendable (RecordScreen) -> Caption? = { screen in
    guard [Enterprise.schema.id, Project.schema.id].contains(screen.register.id) else {
      return Label(zh: "只为企业和项目推荐", en: "Only enterprises and projects get proposals").caption
    }
    return noRecord(screen)
  }
  private static let notFiled: @Sendable (RecordScreen) -> Caption? = { screen in
    guard screen.register.id == Project.schema.id else {
      return Label(zh: "这类记录不用上报", en: "Records of this kind are not filed").caption
    }
    return noRecord(screen)
  }
  private static let noList: @Sendable (RecordScreen) -> Caption? = { screen in
    screen.list == nil ? Label(zh: "不是从清单打开的", en: "Not opened from a list").caption : nil
  }
}

extension RecordScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    if action.hasPrefix("filing.") { return FilingActions.ask(action, [id], services) }
    switch action {
    case "record.open": return try open(services)
    case "record.tab": turn(1)
    case "record.tabBack": turn(-1)
    case "record.edit": return [.open(try FormScreen.edit(register.id, id, services))]
    case "record.copy": return [.open(try FormScreen.copy(register.id, id, services))]
    case "record.undo": return try askToUndo(services)
    case "record.step": return try step(services)
    case "record.suggest": return content.map { ProposalScreen.asked(for: $0.document, tab: tab, services) } ?? []
    case "record.next": return try neighbour(1, services)
    case "record.previous": return try neighbour(-1, services)
    default: break
    }
    return []
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    if question.hasPrefix(Self.undoing) { return answer == .yes ? try undo(question, services) : [] }
    if let effects = try answerStep(answer, to: question, services) {
      try refresh(services)
      return effects
    }
    if question == ProposalScreen.question, case .chosen(let choice) = answer, let content {
      return [.open(ProposalScreen.chosen(choice, for: content.document, tab: tab, services))]
    }
    guard let done = try FilingActions.answer(answer, to: question, [id], services) else { return [] }
    try refresh(services)
    return done.effects
  }

  private mutating func turn(_ step: Int) {
    current = (current + step + tabs.count) % max(1, tabs.count)
    spot = Spot()
    top = 0
    layOut()
  }

  private func open(_ services: Services) throws -> [Effect] {
    switch piece?.target {
    case .record(let name, let id):
      guard let other = Registers.named(name) else { return [] }
      return [.open(RecordScreen(other, id, tab: tab, services))]
    case .entry(let index):
      guard let entry = content?.entries[index] else { return [] }
      if entry.action == HistoryEntry.delete {
        return [.say(Label(zh: "这一次是删除；看它之前的一次", en: "This entry deleted it; open the one before"))]
      }
      return [.open(RecordScreen(register, id, tab: tab, services, at: entry))]
    case .figure(let name):
      guard let measure = Registers.measures[name], let target = Registers.named(measure.register),
        let link = measure.dimensions.first, let title = content?.document[register.titleField].plain
      else { return [] }
      return [
        .open(
          LibraryScreen(
            target, tab: tab, services, fixed: measure.filter.and(link, .equal, .record(id)),
            title: Label(zh: "\(title) \(measure.label.zh)", en: "\(title), \(measure.label.en)")))
      ]
    case .field: return explanation(services).map { [.ask("explain", $0)] } ?? []
    case nil: return []
    }
  }

  /// The next or previous record of the list behind.
  private mutating func neighbour(_ step: Int, _ services: Services) throws -> [Effect] {
    guard let list, let place else { return [] }
    guard let row = try list.rows(place.index + step..<place.index + step + 1, fields: []).first,
      place.index + step >= 0
    else {
      return [
        .say(
          step > 0
            ? Label(zh: "已是最后一条", en: "This is the last one") : Label(zh: "已是第一条", en: "This is the first one"))
      ]
    }
    id = row.id
    try refresh(services)
    return []
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    switch event {
    case .mouse(let mouse): return try press(mouse, services)
    case .key(let key):
      switch key {
      case .down, .character("j"): step(1)
      case .up, .character("k"): step(-1)
      case .right, .character("l"): spot.stop = min(spot.stop + 1, max(0, stops(spot.line).count - 1))
      case .left, .character("h"): spot.stop = max(0, spot.stop - 1)
      case .pageDown: page(1)
      case .pageUp: page(-1)
      case .home, .character("g"): goToFirst()
      case .end, .character("G"):
        spot.line = lines.lastIndex { !$0.stops.isEmpty } ?? 0
        top = max(0, lines.count - pageRows)
      case .character("n"): return try neighbour(1, services)
      case .character("N"): return try neighbour(-1, services)
      default: break
      }
    default: break
    }
    return []
  }

  /// The next line with something to stand on, at the nearest column; at the end the page moves on.
  private mutating func step(_ step: Int) {
    let x = piece?.x ?? 0
    var next = spot.line + step
    while lines.indices.contains(next), lines[next].stops.isEmpty { next += step }
    guard lines.indices.contains(next) else {
      top = max(0, min(top + step, lines.count - pageRows))
      return
    }
    let stops = stops(next)
    let near = stops.indices.min { abs(lines[next].pieces[stops[$0]].x - x) < abs(lines[next].pieces[stops[$1]].x - x) }
    spot = Spot(line: next, stop: near ?? 0)
    scroll()
  }

  private mutating func page(_ step: Int) {
    let goal = min(max(0, spot.line + step * pageRows), max(0, lines.count - 1))
    let order = lines.indices.sorted { abs($0 - goal) < abs($1 - goal) }
    guard let line = order.first(where: { !lines[$0].stops.isEmpty }) else {
      top = max(0, min(top + step * pageRows, lines.count - pageRows))
      return
    }
    top = max(0, min(top + step * pageRows, lines.count - pageRows))
    spot = Spot(line: line, stop: 0)
    scroll()
  }

  private mutating func press(_ mouse: Mouse, _ services: Services) throws -> [Effect] {
    switch mouse.action {
    case .wheelDown: step(1)
    case .wheelUp: step(-1)
    case .press, .doublePress:
      if mouse.point.y == 1 {
        if let tab = tabPlaces.first(where: { mouse.point.x >= $0.x && mouse.point.x < $0.x + $0.text.width }) {
          turn(tab.index - current)
        }
        return []
      }
      let line = top + mouse.point.y - 2 - ganttRows
      guard lines.indices.contains(line), !lines[line].stops.isEmpty else { return [] }
      let stops = lines[line].stops
      spot = Spot(line: line, stop: stops.lastIndex { lines[line].pieces[$0].x <= mouse.point.x } ?? 0)
      if mouse.action == .doublePress { return try open(services) }
    }
    return []
  }
}
