import Domain
import Terminal
import UseCases
import Widgets

/// What can be done while importing.
enum ImportActions {
  static let table: ActionTable<ImportScreen> = Common.table([
    act("import.open", "打开：文件、字段、明细", "Open: file, field, details", ["Enter"], short: ("打开", "open"), rank: 1),
    act(
      "import.path", "写出文件的路径", "Write the file's path", ["^O"], short: ("路径", "path"), rank: 3,
      disabled: notChoosing),
    act(
      "import.go", "核对各行；核对后写入", "Look through the rows; then write", ["^S"], twin: "F9", short: ("核对/写入", "go on"),
      rank: 2,
      disabled: notReady),
    act(
      "import.mark", "收或不收这一行", "Take or leave this row", ["Space"], short: ("收/不收", "take"), rank: 3, disabled: noRow),
    act(
      "import.markAll", "所示各行都收或都不收", "Take or leave all that are shown", ["*"], twin: "Alt-a", short: ("全收", "all"),
      rank: 4, disabled: noRow),
    act(
      "import.filter", "只看一种行", "Show one kind of rows", ["f"], twin: "F4", short: ("筛选", "filter"), rank: 5,
      disabled: noAccount),
    act(
      "import.edit", "在表单里补正", "Mend in the form", ["e"], twin: "F2", short: ("补正", "mend"), rank: 6, disabled: noReject
    ),
    act(
      "import.same", "认作库中那一条，再按改回", "It is that record; once more takes that back", ["="], twin: "F6",
      short: ("认同", "same"), rank: 7,
      disabled: noMatch),
    act(
      "import.clear", "空格子是否清空字段", "Whether empty cells empty fields", ["Alt-k"], short: ("空格", "empty"),
      disabled: noSheet),
    act("import.sheet", "换工作表", "Another sheet", ["F7"], short: ("工作表", "sheet"), disabled: noSheets),
    act(
      "import.leaveOut", "这一列不导入", "Leave this column out", ["D"], twin: "F8", short: ("不导入", "leave out"),
      disabled: noColumn),
    act(
      "import.mapping", "看各列对应的字段", "See what the columns mean", ["c"], twin: "Alt-c", short: ("列", "columns"),
      disabled: noAccount),
    act(
      "import.rejects", "未收的行存为文件", "Keep the rows not taken as a file", ["x"], twin: "^X", short: ("存未收", "rejects"),
      rank: 8, disabled: noRejects),
  ])

  private static let act = ActionMaker<ImportScreen>("导入", "Import")

  private static let notReady: @Sendable (ImportScreen) -> Caption? = { screen in
    if screen.step == .files { return Label(zh: "先选一个文件", en: "Choose a file first").caption }
    return screen.summary != nil ? Label(zh: "已经写入", en: "It is written").caption : nil
  }
  private static let notChoosing: @Sendable (ImportScreen) -> Caption? = { screen in
    screen.step == .files ? nil : Label(zh: "文件已经选好", en: "A file is chosen already").caption
  }
  private static let noAccount: @Sendable (ImportScreen) -> Caption? = { screen in
    screen.step == .account ? nil : Label(zh: "还没有核对", en: "Nothing was looked through yet").caption
  }
  private static let noRejects: @Sendable (ImportScreen) -> Caption? = { screen in
    noAccount(screen) ?? (screen.hasRejects ? nil : Label(zh: "没有未收的行", en: "Every row is taken").caption)
  }
  private static let noRow: @Sendable (ImportScreen) -> Caption? = { screen in
    if screen.summary != nil { return Label(zh: "已经写入", en: "It is written").caption }
    return screen.current == nil ? Label(zh: "没有行", en: "There is no row").caption : nil
  }
  private static let noReject: @Sendable (ImportScreen) -> Caption? = { screen in
    screen.current?.kind == .rejected ? nil : Label(zh: "只有不收的行要补正", en: "Only rejected rows are mended").caption
  }
  private static let noMatch: @Sendable (ImportScreen) -> Caption? = { screen in
    screen.current?.matches.first?.record == nil
      ? Label(zh: "这一行没有疑似的记录", en: "This row may be no record of the library").caption : nil
  }
  private static let noSheet: @Sendable (ImportScreen) -> Caption? = { screen in
    screen.sheet == nil || screen.summary != nil ? Label(zh: "先选一个文件", en: "Choose a file first").caption : nil
  }
  private static let noSheets: @Sendable (ImportScreen) -> Caption? = { screen in
    (screen.sheet?.book.sheets.count ?? 0) > 1 && screen.summary == nil
      ? nil : Label(zh: "只有一张工作表", en: "There is one sheet only").caption
  }
  private static let noColumn: @Sendable (ImportScreen) -> Caption? = { screen in
    screen.step == .mapping ? nil : Label(zh: "没有选中的列", en: "No column is chosen").caption
  }
}

extension ImportScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "import.open": return try enter(services)
    case "import.path":
      return [.ask("path", .input(title: Label(zh: "文件", en: "File"), text: files.path("")))]
    case "import.go": return try goOn(services)
    case "import.mark": toggle()
    case "import.markAll": toggleAll()
    case "import.filter":
      return [.ask("filter", .choose(title: Label(zh: "只看", en: "Show"), items: kinds.map(\.1), current: 0))]
    case "import.edit": if let current { return try mend(current, services) }
    case "import.same":
      if let current, let record = current.matches.first?.record {
        decisions[current.number] = decisions[current.number] == .into(record) ? nil : .into(record)
        // What it would change there is seen before it is done.
        try look(services, only: current)
      }
    case "import.clear":
      emptyClears.toggle()
      if step == .account { try look(services) }
      return [
        .say(
          emptyClears
            ? Label(zh: "空格子将清空字段，表里没有的子项将删去", en: "Empty cells empty their fields, child rows that the sheet lacks go")
            : Label(zh: "空格子不改动已有的值", en: "Empty cells leave what is there"))
      ]
    case "import.sheet":
      let names = sheet?.book.sheets.map { $0.isHidden ? "\($0.name)（隐藏）" : $0.name } ?? []
      return [
        .ask(
          "sheet",
          .choose(
            title: Label(zh: "工作表", en: "Sheet"), items: names.map { Label(zh: $0, en: $0) }, current: sheet?.sheet ?? 0
          ))
      ]
    case "import.leaveOut": set(nil)
    case "import.mapping":
      step = .mapping
      account = ImportAccount()
      setColumns()
    case "import.rejects":
      guard isLocal else {
        return [.say(Label(zh: "远程会话不能在主机上写文件", en: "A session writes no files on the host"), .warning)]
      }
      return [
        .ask(
          "rejects",
          .input(
            title: Label(zh: "未收的行存到（.xlsx 或 .csv）", en: "Keep the rows not taken in (.xlsx or .csv)"),
            text: "\(files.folder)/未收-\(register.id)-\(services.today.iso)\(sheetName.isEmpty ? ".csv" : ".xlsx")"))
      ]
    default: break
    }
    return []
  }

  var kinds: [(ImportVerdict.Kind?, Label)] {
    [(nil, Label(zh: "有变化和有问题的", en: "changes and problems"))]
      + ImportVerdict.Kind.allCases.filter { account.count($0) > 0 }.map { kind in
        (kind, Label(zh: "\(kind.label.zh) \(account.count(kind))", en: "\(kind.label.en) \(account.count(kind))"))
      }
  }

  private mutating func goOn(_ services: Services) throws -> [Effect] {
    switch step {
    case .files: return []
    case .mapping:
      guard let sheet else { return [] }
      guard sheet.mapping.columns.contains(where: { $0.path != nil }) else {
        return [.say(Label(zh: "还没有一列对应字段：Enter 选字段", en: "No column has a field yet: Enter chooses one"), .warning)]
      }
      isMapped = true
      try look(services)
      return []
    case .account:
      let count = account.verdicts.count { isTaken($0) && !mended.contains($0.number) }
      guard count > 0 else {
        return [.say(Label(zh: "没有要写入的行", en: "There is nothing to write"), .warning)]
      }
      let asked = account.remarks.filter { $0.zh.contains("请") }
      let more =
        asked.isEmpty
        ? Label(zh: "", en: "")
        : Label(
          zh: "\n" + asked.map(\.zh).joined(separator: "\n"), en: "\n" + asked.map(\.en).joined(separator: "\n"))
      return [
        .ask(
          "write",
          .confirm(
            title: Label(zh: "写入", en: "Write"),
            text: Label(zh: "写入\(count)条记录？\(more.zh)", en: "Write \(counted(count, "record"))?\(more.en)"),
            yes: Label(zh: "写入", en: "write")))
      ]
    }
  }

  private mutating func enter(_ services: Services) throws -> [Effect] {
    switch step {
    case .files:
      if let path = try files.enter(table.place.cursor, services.files) { return try open(path, services) }
      table.place = TableView.Place()
      table.reload(rows) { _ in nil }
      return []
    case .mapping:
      openPicker()
      return []
    case .account:
      guard let current else { return [] }
      let place = current.place ?? Label(zh: "第\(current.number)行", en: "Row \(current.number)")
      return [.ask("detail", .show(title: place, text: detail(current)))]
    }
  }

  private mutating func toggle() {
    guard let current, current.kind != .same, current.kind != .skipped, current.kind != .rejected else { return }
    if current.kind == .conflict, !current.mayOverride { return }
    decisions[current.number] = isTaken(current) ? .leave : taking(current)
    table.go(to: table.place.cursor + 1, rows)
  }

  private mutating func toggleAll() {
    let rows = places.map { account.verdicts[$0] }.filter { $0.kind == .new || $0.kind == .changed || $0.isOpen }
    let takes = rows.contains { !isTaken($0) }
    for row in rows {
      decisions[row.number] =
        takes ? (decisions[row.number].flatMap { $0 == .leave ? nil : $0 } ?? taking(row)) : .leave
    }
  }

  /// What taking a row means: where it is known as a record of the library, that record.
  private func taking(_ verdict: ImportVerdict) -> ImportVerdict.Decision {
    guard let record = verdict.record, verdict.matches.contains(where: { $0.record == record }) else { return .take }
    return .into(record)
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    switch (question, answer) {
    case ("filter", .chosen(let place)):
      guard kinds.indices.contains(place) else { return [] }
      shown = kinds[place].0
      table.place = TableView.Place()
      showRows()
    case ("sheet", .chosen(let place)):
      sheet = try sheet?.choosing(place, in: services.store)
      step = .mapping
      account = ImportAccount()
      setColumns()
      if sheet?.isOpen == false { try look(services) }
    case ("path", .text(let path)):
      let path = FolderList.typed(path, behind: files.folder)
      return path.isEmpty ? [] : try open(path, services)
    case ("write", .yes): write(services)
    case ("rejects", .text(let path)):
      let path = Normalised.trimmed(path)
      guard !path.isEmpty, let files = services.files else { return [] }
      let left = try keepRejects(path, files)
      if left > 0 {
        return [
          .say(
            Label(
              zh: "未收的行已存到 \(path)；子表的\(left)行不在其中，存成 .xlsx 才有",
              en:
                "The rows not taken are in \(path), without \(counted(left, "row")) of child lists; a path in .xlsx holds them"
            ),
            .warning)
        ]
      }
      return [.say(Label(zh: "未收的行已存到 \(path)", en: "The rows not taken are in \(path)"), .good)]
    default: break
    }
    return []
  }
}
