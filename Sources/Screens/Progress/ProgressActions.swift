import Domain
import Terminal
import UseCases
import Widgets

/// What can be done with a quarter's reports.
enum ProgressActions {
  static let table: ActionTable<ProgressScreen> = Common.table([
    act("progress.enter", "填这一项", "Report this one", ["Enter"], short: ("填", "report"), rank: 1, disabled: noProject),
    act(
      "progress.save", "报出，转到下一项", "Report it and go on", ["^S"], short: ("报出", "send"), rank: 2, disabled: noProject),
    act("progress.pane", "换窗格，或下一项", "Other pane, or next field", ["Tab"], short: ("窗格", "pane"), rank: 5),
    act("progress.previous", "上一项", "Previous field", ["Shift-Tab"]),
    act("progress.choose", "选择", "Choose", ["F2"], twin: "^O", disabled: notTyping),
    act("progress.next", "下一个项目", "Next project", ["^Down"], rank: 3),
    act("progress.before", "上一个项目", "Project before", ["^Up"]),
    act("progress.discard", "放弃这一项的输入", "Throw this typing away", ["F8"], twin: "Alt-d", disabled: noTyping),
    act(
      "progress.open", "打开项目", "Open the project", ["o"], twin: "F5", short: ("打开项目", "project"), disabled: noProject),
    act("progress.edit", "修改项目", "Edit the project", ["e"], twin: "Alt-i", disabled: noProject),
    act("progress.view", "只看未报/全部", "Missing only, or all", ["v"], twin: "F4", short: ("未报/全部", "all"), rank: 4),
    act("progress.region", "看哪个地区", "Region", ["r"], twin: "Alt-r", short: ("地区", "region"), rank: 6),
    act("progress.quarterBefore", "上一季度", "Quarter before", ["["], twin: "F6", short: ("上季", "prev"), rank: 63),
    act(
      "progress.quarterAfter", "下一季度", "Quarter after", ["]"], twin: "F7", short: ("下季", "next"), rank: 64,
      disabled: { screen in
        screen.quarter >= screen.today.quarter
          ? Label(zh: "已是本季度", en: "This is the present quarter").caption : nil
      }),
    act("progress.export", "导出名单", "Export the list", ["x"], twin: "^X", short: ("导出", "export"), rank: 9),
  ])

  private static let act = ActionMaker<ProgressScreen>("进展", "Progress")

  private static let noProject: @Sendable (ProgressScreen) -> Caption? = { screen in
    screen.project == nil ? Label(zh: "没有项目", en: "There is no project").caption : nil
  }
  private static let notTyping: @Sendable (ProgressScreen) -> Caption? = { screen in
    screen.pane == .report ? nil : Label(zh: "先按 Enter 进入填报", en: "Enter goes into the report first").caption
  }
  private static let noTyping: @Sendable (ProgressScreen) -> Caption? = { screen in
    screen.isDirty ? nil : Label(zh: "这一项没有未存的输入", en: "Nothing was typed here").caption
  }
}

extension ProgressScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    message = nil
    switch action {
    case "progress.enter":
      if pane == .report { return try type(.key(.enter), services) }
      pane = .report
      form.fit(areas.form.size)
    case "progress.save": return try save(services)
    case "progress.pane":
      if pane == .report { return try type(.key(.tab), services) }
      if project != nil { pane = .report }
      form.fit(areas.form.size)
    case "progress.previous": if pane == .report { return try type(.key(.backTab), services) }
    case "progress.choose": return try type(.key(.function(2)), services)
    case "progress.next": try move(.down, services)
    case "progress.before": try move(.up, services)
    case "progress.discard":
      return [
        .ask(
          "discard",
          .confirm(
            title: Label(zh: "放弃这一项的输入", en: "Throw this typing away"),
            text: Label(zh: "回到上季带来的提议。", en: "The proposal of the last quarter stands again."),
            yes: Label(zh: "放弃", en: " throw away")))
      ]
    case "progress.open":
      guard let project else { return [] }
      return [.open(RecordScreen(desk.register, project.id, tab: tab, services, list: window?.list))]
    case "progress.edit":
      guard let project else { return [] }
      keep(services)
      return [.open(try FormScreen.edit(desk.register.id, project.id, services))]
    case "progress.view":
      onlyMissing.toggle()
      try shown(anew: services)
    case "progress.region": picker = Picker(rows: 12, source: regions)
    case "progress.quarterBefore", "progress.quarterAfter":
      keepTyping(services, atEnd: true)
      quarter = quarter.adding(quarters: action == "progress.quarterAfter" ? 1 : -1)
      try shown(anew: services)
    case "progress.export":
      return [
        .ask(
          "export",
          .input(title: Label(zh: "导出到文件(.csv或.json)", en: "Export to (.csv or .json)"), text: "unreported.csv"))
      ]
    default: break
    }
    return []
  }

  /// Everything that follows from another quarter, region or view.
  private mutating func shown(anew services: Services) throws {
    keepTyping(services, atEnd: true)
    isDirty = false
    project = nil
    try reload(services)
  }

  private mutating func move(_ key: Key, _ services: Services) throws {
    keepTyping(services, atEnd: true)
    _ = table.handle(.key(key), source)
    try seen(services)
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    if picker != nil { return try pick(event, services) }
    if pane == .report {
      if case .mouse(let mouse) = event, areas.table.contains(mouse.point) {
        pane = .list
      } else {
        return try type(event, services)
      }
    }
    message = nil
    if case .mouse(let mouse) = event, areas.form.contains(mouse.point), project != nil {
      pane = .report
      return try type(event, services)
    }
    keepTyping(services, atEnd: true)
    let event = event.seen(from: Point(x: 0, y: areas.table.y))
    let outcome = table.handle(event, source)
    try seen(services)
    if case .open = outcome { pane = .report }
    return []
  }

  package mutating func stepBack(_ services: Services) throws -> Bool {
    if picker != nil {
      picker = nil
      return true
    }
    guard pane == .report else { return false }
    if form.picker != nil || form.areaIsOpen {
      _ = try type(.key(.escape), services)
      return true
    }
    keep(services)
    pane = .list
    table.fit(areas.table.size)
    return true
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    switch (question, answer) {
    case ("correction", .text(let reason)):
      guard !Normalised.trimmed(reason).isEmpty else {
        message = (Label(zh: "没有写更正理由，未报；输入仍保留", en: "No reason given: nothing was reported"), .warning)
        return []
      }
      return try save(services, reason: reason)
    case ("discard", .yes):
      if let project { drop(project.id, services) }
      isDirty = false
      try seen(services)
    case ("export", .text(let path)) where !path.isEmpty:
      return [.work(.export(query, to: path, services))]
    default: break
    }
    return []
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
      region = item.id
      try shown(anew: services)
    }
    return []
  }

  /// What lies in the person's own region, by name, code or pinyin.
  private var regions: Picker.Source {
    RegionChoices.source(under: own, reference, language)
  }
}
