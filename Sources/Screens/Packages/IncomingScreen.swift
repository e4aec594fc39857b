import Domain
import Terminal
import UseCases
import Widgets

/// 收包: a package chosen, and the account of every record in it before anything is written; all of it or nothing.
package struct IncomingScreen: Screen {
  enum Step: Hashable { case files, account }

  package let tab: TabID
  let id: RecordID
  let reference: ReferenceTables
  var step = Step.files
  var files: FolderList
  /// The file's name, and what it holds.
  var source = ""
  var bytes: [UInt8] = []
  var account: PackageAccount?
  /// Whose word counts where both libraries changed a place, and by which words the account was drawn up.
  var choices = ReceivePackage.Choices()
  var tried = ReceivePackage.Choices()
  var isWritten = false
  /// Only records of this kind are shown; nil shows all but the same.
  var shown: PackageAccount.Outcome.Kind?
  /// Places of the lines that are shown.
  var places: [Int] = []
  /// The library is at work for this screen, and for nothing else until that ends.
  var progress: ImportProgress?
  var table = TableView(columns: [])
  var size = Size(width: 80, height: 21)
  var language: Language
  /// The time, for how long a job has run.
  let now: @Sendable () -> Instant

  /// Begins at the files; only at the host, where there are some.
  package init(tab: TabID, _ services: Services) {
    self.tab = tab
    id = services.environment.newID()
    reference = services.reference
    language = services.language
    now = services.environment.now
    files = FolderList(.packages, services.files)
    setColumns()
  }

  package static var actions: ActionTable<IncomingScreen> { IncomingActions.table }
  package var ownsKeys: Bool { progress != nil }
  package var holdsLibrary: Bool { progress != nil }

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    setColumns()
    if step == .files { try files.read(services.files) }
    table.reload(rows) { _ in nil }
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    table.fit(areas.table.size)
  }

  package mutating func stepBack(_ services: Services) throws -> Bool {
    if let progress {
      progress.cancel()
      return true
    }
    guard step == .account, !isWritten else { return false }
    (step, account, choices, bytes) = (.files, nil, .init(), [])
    table.place = TableView.Place()
    try refresh(services)
    return true
  }

  /// The line under the cursor.
  var current: PackageAccount.Line? {
    guard let lines = account?.lines, places.indices.contains(table.place.cursor) else { return nil }
    return lines[places[table.place.cursor]]
  }

  // MARK: the package

  mutating func open(_ path: String, _ services: Services) throws {
    guard let desk = services.files else { return }
    bytes = try desk.bytes(path, Package.limits.bytes)
    source = path.split(separator: "/").last.map(String.init) ?? path
    choices = .init()
    run(services, writes: false)
  }

  /// Tries the package, or applies it, beside the screen.
  mutating func run(_ services: Services, writes: Bool) {
    let progress = ImportProgress(at: services.environment.now(), isWriting: writes)
    self.progress = progress
    let (id, bytes, choices) = (id, bytes, choices)
    let options = ReceivePackage.Options(isDryRun: !writes, choices: choices, expected: writes ? account : nil)
    services.launch(
      Job(lane: "incoming.\(id.text)") { isCancelled in
        var last = services.environment.now().milliseconds
        let result = Result {
          try ReceivePackage.run(bytes, options, in: services.store, as: services.environment) { part in
            let now = services.environment.now().milliseconds
            if now - last > 100 {
              last = now
              services.post { _ in }
            }
            return progress.note(Int(part * 1000), part) && !isCancelled()
          }
        }
        return { app in
          app.update(IncomingScreen.self) { screen in
            guard screen.id == id else { return }
            screen.progress = nil
            if case .success(let account) = result { screen.take(account, choices, wrote: writes) }
          }
          if case .failure(let error) = result { app.say(Trouble.message(error), .error) }
          if writes { app.markStale() }
        }
      })
  }

  mutating func take(_ found: PackageAccount, _ choices: ReceivePackage.Choices, wrote: Bool) {
    // A second look at one package stays where the person was.
    let isAgain = !wrote && account != nil
    (account, tried) = (found, choices)
    step = .account
    isWritten = found.isRepeated || wrote && found.obstacles.isEmpty
    if !isAgain { (shown, table.place) = (nil, TableView.Place()) }
    setColumns()
    showRows()
  }

  package func explanation(_ services: Services) -> Question? {
    .show(
      title: Label(zh: "收包", en: "Taking a package in"),
      text: Label(
        zh: """
          先核对签名、次序和每条历史，再逐条说明：新增、修改（哪些字段）、相同、删除、冲突（两边的值）、不收（为何）。f 只看一种，
          Enter 看全部。空格逐条定冲突以谁为准，* 一次定全部。F9 收下：先按所定再核对一遍，整包一次写入，或都不写入。
          收下后 x 存回执，对方据此知道已收到第几号，审核结果也随之返回。
          """,
        en: """
          Signature, order and every entry are checked, then each record is accounted for: new, changed (which fields), \
          same, deleted, conflict (both values), refused (why). f shows one kind, Enter all of a record. Space decides \
          whose word counts in a conflict, * in all of them. F9 tries what was decided, then applies the package at once, \
          or nothing of it. Then x keeps the receipt, which tells them how far we are and carries decisions back.
          """))
  }
}
