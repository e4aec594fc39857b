import Domain
import Terminal
import UseCases
import Widgets

/// What can be done with a package that came.
enum IncomingActions {
  static let table: ActionTable<IncomingScreen> = Common.table([
    act("incoming.open", "打开：文件、明细", "Open: file, details", ["Enter"], short: ("打开", "open"), rank: 1),
    act(
      "incoming.path", "写出文件的路径", "Write the file's path", ["^O"], short: ("路径", "path"), rank: 3, disabled: notChoosing
    ),
    act(
      "incoming.apply", "整包收下", "Apply the package", ["^S"], twin: "F9", short: ("收下", "apply"), rank: 2,
      disabled: notReady),
    act(
      "incoming.choose", "这条冲突以谁为准", "Whose word counts in this conflict", ["Space"], short: ("以谁为准", "whose"), rank: 3,
      disabled: noConflict),
    act(
      "incoming.chooseAll", "各条冲突以谁为准", "Whose word counts in all conflicts", ["*"], twin: "Alt-a",
      short: ("全定", "all"), rank: 4, disabled: noConflicts),
    act(
      "incoming.filter", "只看一种", "Show one kind", ["f"], twin: "F4", short: ("筛选", "filter"), rank: 4,
      disabled: noAccount),
    act(
      "incoming.receipt", "存回执", "Keep the receipt", ["x"], twin: "^X", short: ("回执", "receipt"), rank: 5,
      disabled: notWritten),
  ])

  private static let act = ActionMaker<IncomingScreen>("收包", "Incoming package")

  private static let notChoosing: @Sendable (IncomingScreen) -> Caption? = { screen in
    screen.step == .files ? nil : Label(zh: "文件已经选好", en: "A file is chosen already").caption
  }
  private static let noAccount: @Sendable (IncomingScreen) -> Caption? = { screen in
    screen.step == .account ? nil : Label(zh: "先选一个数据包", en: "Choose a package first").caption
  }
  private static let notReady: @Sendable (IncomingScreen) -> Caption? = { screen in
    screen.isWritten ? Label(zh: "已经收下", en: "It is applied").caption : noAccount(screen)
  }
  private static let noConflicts: @Sendable (IncomingScreen) -> Caption? = { screen in
    if screen.isWritten { return Label(zh: "已经收下", en: "It is applied").caption }
    return screen.account.map { $0.count(.conflict) > 0 } == true
      ? nil : Label(zh: "没有冲突", en: "There is no conflict").caption
  }
  private static let noConflict: @Sendable (IncomingScreen) -> Caption? = { screen in
    noConflicts(screen)
      ?? (screen.current?.outcome.kind == .conflict
        ? nil : Label(zh: "这条没有冲突", en: "This one is no conflict").caption)
  }
  private static let notWritten: @Sendable (IncomingScreen) -> Caption? = { screen in
    screen.isWritten ? nil : Label(zh: "还没有收下", en: "It is not applied yet").caption
  }
}

extension IncomingScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "incoming.open": return try enter(services)
    case "incoming.path":
      return [.ask("path", .input(title: Label(zh: "数据包", en: "Package"), text: files.path("")))]
    case "incoming.apply": return apply(services)
    case "incoming.choose":
      guard let current else { return [] }
      choices.records[current.id] = choices[current.id] == .theirs ? .mine : .theirs
      table.go(to: table.place.cursor + 1, rows)
    case "incoming.chooseAll": return [ask("choice")]
    case "incoming.filter":
      return [.ask("filter", .choose(title: Label(zh: "只看", en: "Show"), items: kinds.map(\.1), current: 0))]
    case "incoming.receipt":
      guard let card = account?.header.sender else { return [] }
      let state = try PackageState.read(in: services.store, as: services.environment)
      let next = (state.partners.first { $0.card.id == card.id }?.sent ?? 0) + 1
      return [
        .ask(
          "receipt",
          .input(
            title: Label(zh: "回执存到", en: "Keep the receipt in"), text: PackageFile.path(files.folder, card.region, next)
          ))
      ]
    default: break
    }
    return []
  }

  var kinds: [(PackageAccount.Outcome.Kind?, Label)] {
    let all = PackageAccount.Outcome.Kind.allCases.compactMap { kind -> (PackageAccount.Outcome.Kind?, Label)? in
      guard let count = account?.count(kind), count > 0 else { return nil }
      return (kind, Label(zh: "\(kind.label.zh) \(count)", en: "\(kind.label.en) \(count)"))
    }
    return [(nil, Label(zh: "有变化和有问题的", en: "changes and problems"))] + all
  }

  private mutating func enter(_ services: Services) throws -> [Effect] {
    guard step == .account else {
      if let path = try files.enter(table.place.cursor, services.files) {
        try open(path, services)
      } else {
        table.place = TableView.Place()
        table.reload(rows) { _ in nil }
      }
      return []
    }
    guard let line = current else { return [] }
    let current = decided(line)
    let head = "\(current.outcome.kind.label[language])  \(current.title)  \(current.key)"
    let text = ([head] + current.reasons(language, reference)).joined(separator: "\n")
    return [
      .ask(
        "detail",
        .show(
          title: Registers.named(current.register)?.label ?? Label(zh: "记录", en: "Record"),
          text: Label(zh: text, en: text)))
    ]
  }

  /// Asks whose word counts.
  private func ask(_ question: String) -> Effect {
    .ask(
      question,
      .choose(
        title: Label(zh: "两边都改过的以谁为准", en: "Whose word counts where both changed"),
        items: EntryMerge.Choice.allCases.map(\.label), current: 0))
  }

  private mutating func apply(_ services: Services) -> [Effect] {
    guard let account else { return [] }
    let refused = account.count(.rejected)
    if refused > 0 {
      return [
        .say(
          Label(
            zh: "有\(refused)条不收，整包不动；请与对方核实后重发",
            en: "\(counted(refused, "record")) refused: nothing of the package is applied; ask its sender"), .warning)
      ]
    }
    let open = account.lines.count { $0.outcome.kind == .conflict && choices[$0.id] == nil }
    if open == account.count(.conflict), open > 0 { return [ask("choice")] }
    if open > 0 {
      return [
        .say(
          Label(
            zh: "还有\(open)条冲突没有定以谁为准：空格逐条定，* 全部定",
            en: "\(counted(open, "conflict")) undecided: Space decides one, * all"), .warning)
      ]
    }
    if choices != tried {
      // What the words do is looked at before it is done.
      run(services, writes: false)
      return []
    }
    let count = account.lines.count - account.count(.same)
    return [
      .ask(
        "apply",
        .confirm(
          title: Label(zh: "收下", en: "Apply"),
          text: Label(
            zh: "收下第\(account.header.number)号数据包，改动\(count)条记录？",
            en: "Apply package \(account.header.number), which changes \(counted(count, "record"))?"),
          yes: Label(zh: "收下", en: "apply")))
    ]
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    switch (question, answer) {
    case ("path", .text(let path)):
      let path = FolderList.typed(path, behind: files.folder)
      if !path.isEmpty { try open(path, services) }
    case ("filter", .chosen(let place)):
      guard kinds.indices.contains(place) else { return [] }
      shown = kinds[place].0
      table.place = TableView.Place()
      showRows()
    case ("choice", .chosen(let place)):
      guard EntryMerge.Choice.allCases.indices.contains(place) else { return [] }
      choices = .init(others: EntryMerge.Choice.allCases[place])
      run(services, writes: false)
    case ("apply", .yes): run(services, writes: true)
    case ("receipt", .text(let path)):
      let path = Normalised.trimmed(path)
      guard !path.isEmpty, let card = account?.header.sender else { return [] }
      return try PackageFile.make(path, for: card, again: nil, services)
    default: break
    }
    return []
  }
}
