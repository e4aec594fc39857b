import Domain
import Terminal
import UseCases
import Widgets

extension LibraryScreen {
  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    switch mode {
    case .search(var field, let before):
      if event == .key(.enter) {
        mode = .list
        if !filter.words.isEmpty { lastWords = filter.words }
        return []
      }
      switch field.handle(event) {
      case .changed:
        mode = .search(field, before: before)
        filter.words = field.text
        try filterChanged(services)
      case .moved: mode = .search(field, before: before)
      // Arrows move in what was found while one types on.
      case .ignored: try move(event, services)
      }
      return []
    case .filter(var builder):
      let outcome = builder.handle(event, language)
      mode = .filter(builder)
      return try built(outcome, services)
    case .columns(var chooser):
      let outcome = chooser.handle(event)
      mode = .columns(chooser)
      switch outcome {
      case .ignored, .handled: break
      case .cancelled: mode = .list
      case .chosen(let fields):
        mode = .list
        try show(columns: fields, services)
      }
      return []
    case .list: return try browse(event, services)
    }
  }

  private mutating func browse(_ event: Event, _ services: Services) throws -> [Effect] {
    if case .paste(let text) = event {
      // Rows of a spreadsheet, pasted into a list, are an import like any other.
      guard text.contains("\t") || text.contains("\n"), let book = services.pasted(text) else { return [] }
      return [.open(try ImportScreen(register, tab: tab, services, pasted: book))]
    }
    if event == .key(.character("n")) { return try goToMatch(1, services) }
    if event == .key(.character("N")) { return try goToMatch(-1, services) }
    if case .mouse(let mouse) = event {
      let inTree = areas.tree.contains(mouse.point)
      guard inTree || areas.table.contains(mouse.point) else { return [] }
      if inTree != (pane == .tree), mouse.action == .press { pane = inTree ? .tree : .table }
      if inTree { return try moveTree(event.seen(from: areas.tree.origin), services) }
      return try moveTable(event.seen(from: areas.table.origin), services)
    }
    if pane == .tree { return try moveTree(event, services) }
    return try moveTable(event, services)
  }

  private mutating func move(_ event: Event, _ services: Services) throws {
    guard case .key = event else { return }
    _ = try moveTable(event, services)
  }

  private mutating func moveTable(_ event: Event, _ services: Services) throws -> [Effect] {
    try reach(event)
    return try moved(table.handle(event, source), services)
  }

  /// Makes sure of the rows that an event may go to, where they were not counted yet.
  private func reach(_ event: Event) throws {
    if case .key(let key) = event, [.end, .controlDown, .character("G")].contains(key.halfWidth) {
      try window?.complete()
    } else {
      try window?.reach(table.place.cursor + table.pageRows)
    }
  }

  private mutating func moved(_ outcome: TableView.Outcome, _ services: Services) throws -> [Effect] {
    switch outcome {
    case .ignored: break
    case .moved: try passed(services)
    case .open: return try perform("library.open", services)
    case .sort(let column): try sort(by: column, adding: false, services)
    }
    return []
  }

  private mutating func moveTree(_ event: Event, _ services: Services) throws -> [Effect] {
    switch tree.handle(event, source: treeSource) {
    case .ignored, .handled: break
    case .moved(let code):
      guard code != filter.scope else { break }
      filter.scope = code
      try filterChanged(services)
    case .open: pane = .table
    }
    return []
  }

  mutating func sort(by column: String, adding: Bool, _ services: Services) throws {
    guard register.field(column) != nil else { return }
    table.sort(by: column, adding: adding)
    try reload(services)
  }

  private mutating func show(columns: [String], _ services: Services) throws {
    chosen = columns
    layout = LibraryColumns(register, chosen: columns)
    table.columns = layout.columns(language)
    table.place.left = 0
    try reload(services)
  }

  private mutating func built(_ outcome: FilterLines.Outcome, _ services: Services) throws -> [Effect] {
    switch outcome {
    case .open: return []
    case .cancelled: mode = .list
    case .apply(let conditions):
      mode = .list
      filter.conditions = conditions
      try filterChanged(services)
    case .name:
      return [.ask("name", .input(title: Label(zh: "常用筛选的名称", en: "Name of this filter"), text: ""))]
    }
    return []
  }

  package mutating func stepBack(_ services: Services) throws -> Bool {
    switch mode {
    case .search(_, let before):
      mode = .list
      if filter.words != before.words {
        filter.words = before.words
        table.place = before.place
        countsAreDue = true
        try reload(services)
        loadCounts(services)
      }
      return true
    case .filter(var builder):
      let outcome = builder.handle(.key(.escape), language)
      mode = outcome == .cancelled ? .list : .filter(builder)
      return true
    case .columns:
      mode = .list
      return true
    case .list:
      if !filter.words.isEmpty {
        filter.words = ""
        try filterChanged(services)
        return true
      }
      guard pane == .tree else { return false }
      pane = .table
      return true
    }
  }

  /// The marked records, else the one under the cursor.
  var acted: [RecordID] {
    let marked = table.marked.compactMap { RecordID($0) }
    return marked.isEmpty ? [current].compactMap { $0 } : marked
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    if let done = try FilingActions.answer(answer, to: question, acted, services) {
      // What is left marked is what was not done.
      table.marked.subtract(done.records.map(\.text))
      try refresh(services)
      return done.effects
    }
    if let effects = try ImportUndoing.answer(answer, to: question, register, services) { return effects }
    switch (question, answer) {
    case ("sort", .chosen(let index)), ("sortMore", .chosen(let index)):
      let fields = layout.fields.filter { $0 != LibraryColumns.dueMark && register.field($0) != nil }
      guard fields.indices.contains(index) else { return [] }
      try sort(by: fields[index], adding: question == "sortMore", services)
    case (ProposalScreen.question, .chosen(let choice)):
      guard let id = current, let document = try services.store.read({ try $0.document(register.id, id) }) else {
        return []
      }
      return [.open(ProposalScreen.chosen(choice, for: document, tab: tab, services))]
    case ("named", .chosen(let index)):
      guard named.indices.contains(index) else { return [] }
      return try apply(named[index], services)
    case ("forget", .chosen(let index)):
      guard named.indices.contains(index) else { return [] }
      try NamedFilters.remove(named: named[index].name, register.id, in: services.store, as: services.environment)
      return [.say(Label(zh: "已删除常用筛选“\(named[index].name)”", en: "“\(named[index].name)” is forgotten"), .good)]
    case ("name", .text(let name)): return try keepFilter(name, services)
    case ("export", .text(let path)): return export(path, services)
    case ("delete", .yes): return try delete(services)
    default: break
    }
    return []
  }

  private mutating func apply(_ kept: NamedFilter, _ services: Services) throws -> [Effect] {
    switch parser(services).filter(kept.expressions, words: kept.words) {
    case .success(let read):
      filter.conditions = read.conditions
      filter.words = read.words
      try filterChanged(services)
      return []
    case .failure(let problem): return [.say(problem.message, .error)]
    }
  }

  private mutating func keepFilter(_ typed: String, _ services: Services) throws -> [Effect] {
    let name = Normalised.trimmed(typed)
    guard !name.isEmpty, case .filter(let builder) = mode else { return [] }
    let kept = NamedFilter(name: name, filter: Filter(builder.conditions, words: filter.words))
    try NamedFilters.keep(kept, register.id, in: services.store, as: services.environment)
    mode = .list
    filter.conditions = builder.conditions
    try filterChanged(services)
    return [.say(Label(zh: "常用筛选“\(name)”已保存，F 选用", en: "“\(name)” is kept; F chooses it"), .good)]
  }

  private func export(_ typed: String, _ services: Services) -> [Effect] {
    let path = Normalised.trimmed(typed)
    guard !path.isEmpty else { return [] }
    let only = table.marked.isEmpty ? nil : table.marked.compactMap { RecordID($0) }
    return [.work(.export(query, only: only, to: path, services))]
  }

  private mutating func delete(_ services: Services) throws -> [Effect] {
    guard let document = preview else { return [] }
    try DeleteDraft.run(
      register.id, document.id, base: document.revision, in: services.store, as: services.environment)
    table.marked.remove(document.id.text)
    try refresh(services)
    return [.say(Label(zh: "草稿已删除", en: "The draft is deleted"), .good)]
  }

  package func explanation(_ services: Services) -> Question? {
    if pane == .tree {
      return .show(
        title: Label(zh: "地区", en: "Regions"),
        text: Label(
          zh: "按归口地区（负责报送和考核的单位）计数，随筛选变化；项目只数在库的。市本级和开发区在所属市之下。",
          en: "Counted by the region that reports and is assessed, under the filter; projects only while members."))
    }
    let sorted = table.sort.first?.column ?? register.titleField
    let field = table.place.left > 0 ? layout.fields.dropFirst(1 + table.place.left).first ?? sorted : sorted
    return register.field(field).map { Explanation.of($0, register) }
  }
}
