import Domain
import Terminal
import UseCases
import Widgets

/// 导入: a file or pasted rows, what its columns mean, and the account of every row before anything is written.
package struct ImportScreen: Screen {
  enum Step: Hashable { case files, mapping, account }

  /// A rejected row that is being mended in the form.
  struct Mending: Hashable {
    let row: Int
    let record: RecordID
    let base: Int
  }

  package let tab: TabID
  let register: Register
  let id: RecordID
  let reference: ReferenceTables
  let isLocal: Bool
  var step = Step.files
  var files: FolderList
  /// The file's path, or what stands for pasted rows.
  var source = ""
  var sheet: SheetImport?
  var account = ImportAccount()
  /// Rows that could not be read, by number, for the form.
  var unread: [Int: ImportRow] = [:]
  /// Only rows of this kind are shown; nil shows all but the same and the passed over.
  var shown: ImportVerdict.Kind?
  /// Places of the verdicts that are shown.
  var places: [Int] = []
  /// What the person decided, by row.
  var decisions: [Int: ImportVerdict.Decision] = [:]
  var emptyClears = false
  var mending: Mending?
  var mended: Set<Int> = []
  var summary: ImportSummary?
  /// A person settled what the columns mean: once written, sheets of this kind are asked about no more.
  var isMapped = false
  var picker: Picker?
  var progress: ImportProgress?
  /// The write that goes on, which has the library until it ends.
  var isWriting = false
  var table = TableView(columns: [])
  var size = Size(width: 80, height: 21)
  var language: Language
  /// The time, for how long a job has run.
  let now: @Sendable () -> Instant

  /// Begins with the choice of a file, or with the `pasted` rows.
  ///
  /// Throws `NotAllowed` where the person may not take rows in, or where a session over SSH has pasted none.
  package init(_ register: Register, tab: TabID, _ services: Services, pasted: (any SheetBook)? = nil) throws {
    self.register = register
    self.tab = tab
    id = services.environment.newID()
    reference = services.reference
    language = services.language
    now = services.environment.now
    isLocal = services.files != nil
    files = FolderList(.sheets, services.files)
    try Permission.anywhere(RegisterGroup(of: register.id).writing ?? .takeIn, register.id, as: services.environment)
    if let pasted {
      source = Label(zh: "粘贴的行", en: "pasted rows")[language]
      sheet = try SheetImport(pasted, register, isBare: true, in: services.store)
      step = .mapping
    } else if services.files == nil {
      throw NotAllowed(
        Label(
          zh: "远程会话不能读主机上的文件；请从表格复制后粘贴到清单，或在自己的电脑上运行 ssh 账户@主机 import \(register.id) - < 文件",
          en:
            "A session reads no files of the host; paste rows into the list, or run: ssh ACCOUNT@HOST import \(register.id) - < FILE"
        ))
    }
    setColumns()
  }

  package static var actions: ActionTable<ImportScreen> { ImportActions.table }
  package var ownsKeys: Bool { picker != nil || progress != nil }
  package var isTyping: Bool { picker != nil }
  package var holdsLibrary: Bool { isWriting }
  package var hasUnsaved: Bool { step == .account && summary == nil && !account.verdicts.isEmpty }

  // MARK: reading

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    setColumns()
    switch step {
    case .files: try list(services)
    case .mapping:
      // Nothing to ask: on to the account at once.
      if account.verdicts.isEmpty, progress == nil, let sheet, !sheet.isOpen { try look(services) }
    case .account: try takeMended(services)
    }
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    table.fit(areas.table.size)
  }

  mutating func list(_ services: Services) throws {
    try files.read(services.files)
    table.reload(rows) { _ in nil }
  }

  /// A record that was saved in the form takes its row's place.
  private mutating func takeMended(_ services: Services) throws {
    guard let waiting = mending else { return }
    mending = nil
    let found = try services.store.read { try $0.document(register.id, waiting.record) }
    guard let found, found.revision > waiting.base else { return }
    mended.insert(waiting.row)
    showRows()
  }

  /// Takes one step back inside the screen.
  package mutating func stepBack(_ services: Services) throws -> Bool {
    if picker != nil {
      picker = nil
      return true
    }
    if let progress {
      progress.cancel()
      return true
    }
    switch step {
    case .account where summary == nil:
      (account, decisions, mended) = (ImportAccount(), [:], [])
      step = sheet?.isOpen == true || !isLocal ? .mapping : .files
      if step == .files { try list(services) }
      setColumns()
      return isLocal || step == .mapping && sheet?.isOpen == true
    case .mapping where isLocal && !source.isEmpty && sheet?.book.sheets.first?.name.isEmpty == false:
      step = .files
      try list(services)
      setColumns()
      return true
    default: return false
    }
  }

  package var status: Widgets.Frame.Message? {
    let said: Label
    switch step {
    case .files:
      said = Label(zh: "选择要导入的文件（.xlsx .csv）：\(files.folder)", en: "Choose a file (.xlsx .csv): \(files.folder)")
    case .mapping:
      let open = sheet.map { $0.mapping.unknown.count } ?? 0
      let problem = sheet?.problem
      if let problem { return Widgets.Frame.Message(CleanText(problem[language]), kind: .warning) }
      said =
        open == 0
        ? Label(zh: "\(source)：各列都有着落，F9 核对", en: "\(source): every column is settled; F9 looks through the rows")
        : Label(
          zh: "\(source)：还有\(open)列没有对应字段（不对应的不导入），F9 核对",
          en: "\(source): \(counted(open, "column")) without a field are left out; F9 looks through the rows")
    case .account: return accountStatus
    }
    return Widgets.Frame.Message(CleanText(said[language]))
  }

  private var accountStatus: Widgets.Frame.Message {
    if let summary {
      let done = Label(
        zh:
          "已写入：新增\(summary.new) 修改\(summary.changed)，未收\(summary.rejected - mended.count)；\(hasRejects ? "x另存未收的行；" : "")清单里 :撤销一次导入",
        en:
          "written: \(summary.new) new, \(summary.changed) changed, \(summary.rejected - mended.count) not taken\(hasRejects ? "; x keeps those" : ""); :undo in the list takes it back"
      )
      return Widgets.Frame.Message(CleanText(done[language]), kind: .good)
    }
    var parts: [String] = []
    for kind in ImportVerdict.Kind.allCases {
      let count = account.count(kind)
      if count > 0 { parts.append("\(kind.label[language])\(language == .zh ? "" : " ")\(count)") }
    }
    let faulty = account.verdicts.count { $0.errors > 0 }
    if faulty > 0 { parts.append(Label(zh: "有错误\(faulty)", en: "with errors \(faulty)")[language]) }
    if !mended.isEmpty { parts.append(Label(zh: "已补正\(mended.count)", en: "mended \(mended.count)")[language]) }
    let taken = account.verdicts.count { isTaken($0) }
    let tail = Label(zh: "  将写入\(taken)条", en: "  \(taken) to be written")[language]
    return Widgets.Frame.Message(CleanText(parts.joined(separator: " ") + tail))
  }

  /// Whether something goes to the rejects: a row that is left, or one of a child list.
  var hasRejects: Bool {
    account.faults > 0
      || account.verdicts.contains {
        ![.same, .skipped].contains($0.kind) && !isTaken($0) && !mended.contains($0.number)
      }
  }

  /// Whether a row will be written, or was.
  func isTaken(_ verdict: ImportVerdict) -> Bool {
    if summary != nil { return verdict.isTaken }
    return switch decisions[verdict.number] {
    case .leave: false
    case .into: verdict.kind != .rejected && (verdict.kind != .conflict || verdict.mayOverride)
    case .take: true
    case nil: verdict.kind == .new || verdict.kind == .changed
    }
  }

  /// The verdict under the cursor.
  var current: ImportVerdict? {
    guard step == .account, places.indices.contains(table.place.cursor) else { return nil }
    return account.verdicts[places[table.place.cursor]]
  }

  package func explanation(_ services: Services) -> Question? {
    .show(
      title: Label(zh: "导入", en: "Import"),
      text: Label(
        zh: """
          先逐行核对，不写入：新增、修改（哪些字段）、相同、冲突、疑似重复、不收（为何）；记录有错误、提示的注明几个，
          可先存为草稿。空格改变一行收不收，* 改变所示的全部；
          疑似重复的行可认作库中那条（=）。e 在表单里补正不收的行。F9 写入：全部收下的行一次写入，或都不写入。
          空格子不改动已有的值，Alt-k 切换。
          """,
        en: """
          Every row is looked through before anything is written: new, changed (which fields), same, conflict, possible \
          duplicate, rejected (why); how many errors and warnings a record has is said, a draft may have them. Space takes or leaves a row, * all that are shown; a possible duplicate may be that \
          record. e mends a rejected row in the form. F9 writes all that is taken at once, or nothing. An empty cell \
          leaves what is there; Alt-k switches.
          """))
  }
}
