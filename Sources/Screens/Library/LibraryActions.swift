import Domain
import Terminal
import UseCases
import Widgets

/// What can be done in a list.
enum LibraryActions {
  static let table: ActionTable<LibraryScreen> = Common.table(own + FilingActions.table(disabled: notFiled))

  private static let own: [Action<LibraryScreen>] = [
    act("library.open", "打开", "Open", ["Enter"], rank: 1, disabled: noRow),
    act("library.search", "查找", "Search", ["/"], twin: "F3", rank: 2),
    act("library.filter", "筛选", "Filter", ["f"], twin: "F4", rank: 3),
    act("library.sort", "排序", "Sort", ["s"], twin: "F6", rank: 4),
    act("library.columns", "列", "Columns", ["c"], twin: "F7", rank: 6),
    act("library.tier", "层级", "Tier", ["z"], twin: "Alt-z", rank: 7, disabled: noTiers),
    act("library.mark", "标记", "Mark", ["Space"], rank: 8, disabled: noRow),
    act("library.export", "导出", "Export", ["x"], twin: "^X", rank: 9, disabled: noRow),
    act("library.import", "导入", "Import", ["I"], twin: "Alt-i", disabled: { $0.writing.new }),
    act("library.undoImport", "撤销一次导入", "Undo an import", []),
    act("library.new", "新建", "New", ["i"], twin: "F5", rank: 60, disabled: { $0.writing.new }),
    act("library.edit", "修改", "Edit", ["e"], twin: "F2", rank: 61, disabled: noChange),
    act(
      "library.progress", "填报进展", "Enter progress reports", ["J"], twin: "Alt-j", short: ("填进展", "report"), rank: 62,
      disabled: notProjects),
    act(
      "library.copy", "复制为新记录", "Copy as new", ["o"], twin: "^Y", short: ("复制", "copy"),
      disabled: { $0.writing.new ?? noRow($0) }),
    act("library.delete", "删除草稿", "Delete draft", ["D"], twin: "F8", short: ("删草稿", "delete"), disabled: noDraft),
    act(
      "library.suggest", "推荐服务商、专家；监察名单建议", "Propose providers, experts, inspections", ["V"], twin: "Alt-v",
      short: ("建议", "propose"), disabled: { $0.noProposals?.caption }),
    act("library.markAll", "标记全部符合的", "Mark all that match", ["*"], twin: "Alt-a", short: ("全标", "all")),
    act("library.unmark", "取消全部标记", "Unmark all", ["Alt-u"], short: ("去标", "none"), disabled: noMarks),
    act("library.sortMore", "按第二列排序", "Then sort by", ["+"], twin: "Alt-s", short: ("次序", "then")),
    act("library.named", "常用筛选", "Named filters", ["F"], twin: "Alt-f", short: ("常用", "named")),
    act("library.forget", "删除常用筛选", "Forget a named filter", []),
    act("library.tree", "显示/隐藏地区树", "Show or hide the tree", ["t"], twin: "^T", short: ("树", "tree")),
    act("library.pane", "换窗格", "Other pane", ["Tab"], short: ("窗格", "pane")),
    act("library.clear", "清除筛选", "Clear the filter", ["X"], twin: "Alt-x", short: ("清除", "clear")),
  ]

  private static let act = ActionMaker<LibraryScreen>("清单", "List")

  private static let noRow: @Sendable (LibraryScreen) -> Caption? = { screen in
    screen.current == nil ? Label(zh: "没有记录", en: "There is no record").caption : nil
  }
  private static let noChange: @Sendable (LibraryScreen) -> Caption? = { $0.writing.change ?? noRow($0) }
  private static let noTiers: @Sendable (LibraryScreen) -> Caption? = { screen in
    screen.register.field("in_county") == nil ? Label(zh: "这张清单不分层级", en: "This list has no tiers").caption : nil
  }
  private static let notFiled: @Sendable (LibraryScreen) -> Caption? = { screen in
    guard screen.register.id == Project.schema.id else {
      return Label(zh: "这张清单不用上报", en: "This list is not filed").caption
    }
    return noRow(screen)
  }
  private static let notProjects: @Sendable (LibraryScreen) -> Caption? = { screen in
    guard screen.register.id == Project.schema.id else {
      return Label(zh: "只有项目报进展", en: "Only projects report progress").caption
    }
    return screen.writing.change
  }
  private static let noMarks: @Sendable (LibraryScreen) -> Caption? = { screen in
    screen.table.marked.isEmpty ? Label(zh: "没有标记的记录", en: "Nothing is marked").caption : nil
  }
  private static let noDraft: @Sendable (LibraryScreen) -> Caption? = { screen in
    if screen.isPassing { return nil }
    guard let document = screen.preview, DeleteDraft.isDraft(document) else {
      return Label(zh: "只有草稿可以删除", en: "Only a draft can be deleted").caption
    }
    return nil
  }
}

extension LibraryScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    try stop(services)
    if action.hasPrefix("filing.") { return FilingActions.ask(action, acted, services) }
    switch action {
    case "library.open": return try enter(services)
    case "library.search":
      mode = .search(TextField(), before: BeforeSearch(words: filter.words, place: table.place))
    case "library.filter":
      mode = .filter(FilterLines(parser(services), conditions: filter.conditions))
    case "library.sort": return [ask("sort", Label(zh: "按哪一列排序（再选一次为倒序）", en: "Sort by (again: the other way)"))]
    case "library.sortMore": return [ask("sortMore", Label(zh: "第二排序列", en: "Then by"))]
    case "library.columns": mode = .columns(ColumnChooser(columnChoices))
    case "library.tier":
      filter.tier = filter.tier.next
      try filterChanged(services)
    case "library.mark":
      try window?.reach(table.place.cursor + 1)
      table.toggleMark(source)
      try seen(services)
    case "library.markAll": try markAll()
    case "library.unmark": table.marked = []
    case "library.progress":
      let region = reference.regions.isIn(filter.scope, filter.top) ? filter.scope : nil
      return [.open(ProgressScreen(tab: tab, services, region: region))]
    case "library.named", "library.forget": return try askNamed(forget: action == "library.forget", services)
    case "library.tree":
      treeIsShown.toggle()
      if !treeIsShown { pane = .table }
      fitTable()
      try seen(services)
    case "library.suggest": return try propose(services)
    case "library.pane": pane = pane == .table && areas.hasTree ? .tree : .table
    case "library.clear":
      filter.conditions = []
      filter.words = ""
      filter.tier = .all
      try filterChanged(services)
    default: return try change(action, services)
    }
    return []
  }

  /// Actions that open or change records.
  private mutating func change(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "library.new":
      // Standing on a county, the new record is that county's.
      let isCounty = reference.regions[filter.scope]?.level == .county
      let values: [String: Value] = isCounty ? ["region": .text(filter.scope)] : [:]
      return [.open(try FormScreen.new(register.id, services, values: values))]
    case "library.import": return [.open(try ImportScreen(register, tab: tab, services))]
    case "library.undoImport": return try ImportUndoing.ask(register, services)
    case "library.export":
      try window?.complete()
      return [.ask("export", exportQuestion(services))]
    default: break
    }
    guard let id = current, let document = try services.store.read({ try $0.document(register.id, id) }) else {
      return [.say(Label(zh: "记录已不存在，清单已更新", en: "The record is gone; the list is up to date"), .warning)]
    }
    switch action {
    case "library.edit": return [.open(try FormScreen.edit(register.id, id, services))]
    case "library.copy": return [.open(try FormScreen.copy(register.id, id, services))]
    case "library.delete":
      guard DeleteDraft.isDraft(document) else { throw UseCaseError.notADraft }
      let name = document[register.titleField].plain
      let question = Question.confirm(
        title: Label(zh: "删除草稿", en: "Delete draft"),
        text: Label(zh: "删除1条草稿“\(name)”？", en: "Delete 1 draft “\(name)”?"),
        yes: Label(zh: "删除", en: "delete"))
      return [.ask("delete", question)]
    default: return []
    }
  }

  func parser(_ services: Services) -> WhereParser {
    let store = services.store
    return WhereParser(register, reference, today: today) { name, key in
      Registers.named(name).flatMap { try? FindRecord.run($0, key: key, in: store) }
    }
  }

  private mutating func enter(_ services: Services) throws -> [Effect] {
    if pane == .tree {
      pane = .table
      return []
    }
    guard let id = current else { return [] }
    return [.open(RecordScreen(register, id, tab: tab, services, list: window?.list))]
  }

  /// All columns of the register, those shown first, in their order.
  private var columnChoices: [ColumnChooser.Choice] {
    let all = register.layout.columns
    let shown = chosen ?? all.filter(\.isDefault).map(\.field)
    let title = all.first.map { [$0.field] } ?? []
    let order = title + shown.filter { !title.contains($0) } + all.map(\.field).filter { !shown.contains($0) }
    return order.enumerated().filter { $0.offset == 0 || !title.contains($0.element) }.compactMap { _, id in
      register.field(id).map {
        .init(id: id, name: CleanText($0.label[language]), shown: shown.contains(id))
      }
    }
  }

  private mutating func markAll() throws {
    guard let window else { return }
    table.marked.formUnion(try window.list.ids(limit: .max).map(\.text))
  }

  private func ask(_ name: String, _ title: Label) -> Effect {
    let fields = layout.fields.filter { $0 != LibraryColumns.dueMark }
    let items = fields.compactMap { id in register.field(id)?.label }
    let current = fields.firstIndex { $0 == table.sort.first?.column } ?? 0
    return .ask(name, .choose(title: title, items: items, current: current))
  }

  private mutating func askNamed(forget: Bool, _ services: Services) throws -> [Effect] {
    named = try NamedFilters.all(register.id, in: services.store, as: services.environment)
    if named.isEmpty {
      return [
        .say(Label(zh: "还没有常用筛选；f 筛选后按 ^S 命名保存", en: "No named filters yet; f builds one, ^S keeps it"))
      ]
    }
    let items = named.map { Label(zh: $0.name, en: $0.name) }
    let title =
      forget ? Label(zh: "删除哪个常用筛选", en: "Forget which filter") : Label(zh: "常用筛选", en: "Named filters")
    return [.ask(forget ? "forget" : "named", .choose(title: title, items: items, current: 0))]
  }

  private func exportQuestion(_ services: Services) -> Question {
    let count = table.marked.isEmpty ? window?.count ?? 0 : table.marked.count
    return .input(
      title: Label(
        zh: "导出\(count)条到文件（.xlsx .csv 或 .json）",
        en: "Export \(counted(count, "record")) to a file (.xlsx, .csv or .json)"),
      text: "\(register.id)-\(today.iso).xlsx")
  }
}
