import Domain
import Terminal
import UseCases
import Widgets

/// What can be done with what waits for one.
enum MineActions {
  static let table: ActionTable<MineScreen> = Common.table([
    act("mine.open", "打开", "Open", ["Enter"], rank: 1, disabled: noTarget),
    act("mine.next", "下一类", "Next kind", ["Tab"], rank: 2),
    act("mine.previous", "上一类", "Previous kind", ["Shift-Tab"]),
    act("mine.edit", "修改", "Edit", ["e"], twin: "F2", rank: 3, disabled: { $0.writing.change ?? noRecord($0) }),
    act(
      "mine.progress", "填报进展", "Enter progress reports", ["J"], twin: "Alt-j", short: ("填进展", "report"), rank: 6,
      disabled: { $0.writing.change }),
    act("mine.new", "新建项目", "New project", ["i"], twin: "F5", rank: 4, disabled: { $0.writing.new }),
    act(
      "mine.discard", "放弃未存的输入", "Throw the typing away", ["D"], twin: "F8", short: ("放弃", "discard"), rank: 5,
      disabled: noTyping),
  ])

  private static let act = ActionMaker<MineScreen>("我的", "Mine")

  private static let noTarget: @Sendable (MineScreen) -> Caption? = { screen in
    screen.target == nil ? Label(zh: "这里没有要打开的", en: "There is nothing to open here").caption : nil
  }
  private static let noRecord: @Sendable (MineScreen) -> Caption? = { screen in
    if case .record = screen.target { return nil }
    return Label(zh: "先选一条记录", en: "Choose a record first").caption
  }
  private static let noTyping: @Sendable (MineScreen) -> Caption? = { screen in
    if case .typing = screen.target { return nil }
    return Label(zh: "先选一份未存的输入", en: "Choose unsaved typing first").caption
  }
}

extension MineScreen {
  /// What Enter opens: the record, the typing, or the whole list of a heading.
  var target: MineContent.Target? {
    switch cursor {
    case .row(let section, let row):
      guard content.sections.indices.contains(section), content.sections[section].rows.indices.contains(row) else {
        return nil
      }
      return content.sections[section].rows[row].target
    case .heading(let section), .nothing(let section):
      guard content.sections.indices.contains(section), !content.sections[section].rows.isEmpty,
        let list = content.sections[section].lists.first
      else { return nil }
      return .list(register: list.register, list.filter)
    }
  }

  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "mine.open": return try open(services)
    case "mine.next": jump(1)
    case "mine.previous": jump(-1)
    case "mine.edit":
      guard case .record(let register, let id) = target else { return [] }
      return [.open(try FormScreen.edit(register, id, services))]
    case "mine.progress": return [.open(ProgressScreen(tab: tab, services))]
    case "mine.new": return [.open(try FormScreen.new(Project.schema.id, services))]
    case "mine.discard":
      return [
        .ask(
          "discard",
          .confirm(
            title: Label(zh: "放弃未存的输入", en: "Throw the typing away"),
            text: Label(zh: "放弃后不能恢复。", en: "It cannot be brought back."), yes: Label(zh: "放弃", en: " throw away")))
      ]
    default: break
    }
    return []
  }

  private mutating func open(_ services: Services) throws -> [Effect] {
    switch target {
    case .record(let id, let record):
      guard let register = Registers.named(id) else { return [] }
      return [.open(RecordScreen(register, record, tab: .mine, services))]
    case .typing(let slot):
      guard let scratch = services.scratch.load(person: slot) else {
        try refresh(services)
        return [.say(Label(zh: "这份输入已不在", en: "That typing is gone"), .warning)]
      }
      return [.open(try FormScreen.resumed(scratch, slot: slot, services))]
    case .list:
      guard case .heading(let index) = cursor else { return [] }
      let section = content.sections[index]
      guard section.lists.count > 1 else { return [show(section, 0, services)] }
      return [
        .ask(
          "list.\(index)",
          .choose(
            title: section.label, items: names(of: section, services), current: 0))
      ]
    case nil: return []
    }
  }

  /// What parts a section's lists: when there was a report last, else where they lie.
  private func names(of section: MineContent.Section, _ services: Services) -> [Label] {
    if section.id == "unreported" {
      return [Label(zh: "从未报过", en: "Never reported"), Label(zh: "本季未报", en: "Not for this quarter")]
    }
    return section.lists.map { query in
      let region = query.filter.conditions.first { $0.field == "region" }?.values.first?.text ?? ""
      let name = services.reference.regions[region]?.name ?? region
      return Label(zh: name, en: name)
    }
  }

  private func show(_ section: MineContent.Section, _ index: Int, _ services: Services) -> Effect {
    let query = section.lists[index]
    guard let register = Registers.named(query.register) else { return .say(section.label) }
    return .open(LibraryScreen(register, tab: .mine, services, fixed: query.filter, title: section.label))
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    if question == "discard", answer == .yes, case .typing(let slot) = target {
      try services.scratch.discard(person: slot)
      try refresh(services)
      return []
    }
    guard case .chosen(let choice) = answer, question.hasPrefix("list."), let index = Int(question.dropFirst(5)),
      content.sections.indices.contains(index), content.sections[index].lists.indices.contains(choice)
    else { return [] }
    return [show(content.sections[index], choice, services)]
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    switch event {
    case .key(.up), .key(.character("k")): move(by: -1)
    case .key(.down), .key(.character("j")): move(by: 1)
    case .key(.pageUp): move(by: -max(1, size.height - 1))
    case .key(.pageDown): move(by: max(1, size.height - 1))
    case .key(.home), .key(.character("g")): move(by: -lines.count)
    case .key(.end), .key(.character("G")): move(by: lines.count)
    case .mouse(let mouse):
      switch mouse.action {
      case .wheelUp: move(by: -3)
      case .wheelDown: move(by: 3)
      case .press, .doublePress:
        let lines = lines
        guard lines.indices.contains(top + mouse.point.y) else { return [] }
        let line = lines[top + mouse.point.y]
        let again = line == cursor
        cursor = line
        settle()
        if again || mouse.action == .doublePress { return try open(services) }
      }
    default: break
    }
    return []
  }

  private mutating func move(by step: Int) {
    let lines = lines
    guard !lines.isEmpty else { return }
    var place = min(max(0, (lines.firstIndex(of: cursor) ?? 0) + step), lines.count - 1)
    // A line that says there is nothing is passed over.
    if case .nothing = lines[place] { place += step < 0 ? -1 : 1 }
    guard lines.indices.contains(place) else { return }
    cursor = lines[place]
    settle()
  }

  private mutating func jump(_ step: Int) {
    let section: Int
    switch cursor {
    case .heading(let index), .row(let index, _), .nothing(let index): section = index
    }
    let count = content.sections.count
    guard count > 0 else { return }
    let next = (section + step + count) % count
    cursor = content.sections[next].rows.isEmpty ? .heading(next) : .row(next, 0)
    settle()
  }
}
