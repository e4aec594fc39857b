import Domain
import Glibc
import Interchange
import Screens
import Store
import Synchronization
import Terminal
import UseCases

/// Opens the terminal interface on a library and returns when the person leaves it.
func openInterface(
  store: any Store, scratch: any ScratchKeeping, forms: any OpenForms, environment: Environment, language: Language,
  options: GlobalOptions
) throws {
  if options.noColor { setenv("NO_COLOR", "1", 1) }
  let locale = LocaleLadder.settle()
  let theme = chosenTheme()
  let terminal: RealTerminal
  do {
    terminal = try RealTerminal(theme: theme.theme, isUTF8: locale.isUTF8)
  } catch let error as TerminalError {
    throw Failure.usage(error.notice.zh.string, error.notice.en.string)
  }
  defer { terminal.close() }
  let mailbox = Mailbox()
  let wake = terminal.wake
  let jobs = JobRunner(mailbox, interrupt: { Libraries.interrupt(store) }, wake: { wake.post() })
  // Where Chinese shows as ? the sentences at least can be read.
  let language = locale.isUTF8 || Words.isAsked ? language : .en
  let services = Services(
    store: store, scratch: scratch, forms: forms, environment: seated(environment), language: language,
    launch: jobs.launch, counting: Counting(hold: jobs.hold, resume: jobs.resume), post: jobs.post,
    export: { query, only, path, report in
      if SessionSeat.current != nil { throw InterfaceExport.noPaths(query.register) }
      return try InterfaceExport.run(query, only: only, path: path, store: store, environment: environment, report)
    },
    files: SessionSeat.current == nil ? InterfaceFiles.desk : nil, pasted: { TextBook(text: $0) },
    report: { query, path in
      if SessionSeat.current != nil { throw InterfaceReport.noPaths() }
      try InterfaceReport.run(query, path: path, store: store, environment: environment, language)
    })
  let paper = terminal.paper
  let spoken = Spoken(language)
  Libraries.whenWaiting(store) { paper.say(CleanText(spoken.writing), style: .warning) }
  let notice = (locale.notice ?? theme.problem).map { Label(zh: $0.zh.string, en: $0.en.string) }
  var app = App(
    services, roots: Roots.all, start: start(environment.access), size: terminal.size, mailbox: mailbox,
    ascii: terminal.capabilities.repertoire != .full, notice: notice)
  app.returnToPlace()
  app.offerKeptTyping()
  terminal.setMouseByDefault()
  app.mouse = terminal.mouseIsOn
  let end = EventLoop(terminal, othersMayWrite: store.isShared).run(
    &app, isDone: { $0.exitStatus != nil }, due: \.due,
    update: { app, event in
      app.handle(event)
      spoken.language.withLock { $0 = app.services.language }
      terminal.setMouse(app.mouse)
      if app.takeRepaint() { terminal.forget() }
    },
    draw: { $0.draw(in: &$1) })
  terminal.close()
  if end.exitStatus != 0 { exit(end.exitStatus) }
}

/// The language that the interface speaks, for a thread that is not its own.
private final class Spoken: Sendable {
  let language: Mutex<Language>

  init(_ language: Language) { self.language = Mutex(language) }

  /// What stands on the last line while somebody else's large write is waited for.
  var writing: String {
    Label(zh: "正在写入：有人在写入大量记录，请稍候", en: "Writing: somebody is writing many records, please wait")[
      language.withLock { $0 }]
  }
}

/// The person at the interface: on the host, or over SSH.
private func seated(_ environment: Environment) -> Environment {
  let origin: HistoryEntry.Origin = Words.environment("SSH_CONNECTION") == nil ? .host : .ssh
  let actor = Actor(
    person: environment.actor.person, origin: origin.rawValue,
    region: environment.actor.region ?? Words.environment("SANKU_REGION"))
  return Environment(actor: actor, access: environment.access, now: environment.now, newID: environment.newID)
}

/// Who hands projects up or reviews them begins at what waits for them.
private func start(_ access: Access) -> TabID {
  !access.isAlone && access.mayAnywhere(.submit, Project.schema.id) ? .mine : .projects
}

/// The theme that `SANKU_THEME` names, else the dark one.
private func chosenTheme() -> (theme: Theme, problem: Notice?) {
  guard let folder = try? Shipped.folder("themes") else { return (.builtIn, nil) }
  return ThemeFile.load(Words.environment("SANKU_THEME") ?? "dark", from: folder)
}

/// Files that the interface writes: the records of a list, or the marked ones of it.
enum InterfaceExport {
  /// A person over SSH has no paths on the host: files go over the line.
  static func noPaths(_ register: String) -> NotAllowed {
    NotAllowed(
      Label(
        zh: "远程会话不能在主机上写文件；请在自己的电脑上运行 ssh 账户@主机 export \(register) --format csv > 文件.csv",
        en: "A session writes no files on the host; run at home: ssh ACCOUNT@HOST export \(register) > FILE.csv"))
  }

  /// Answers how many were written; what goes wrong comes as one line.
  static func run(
    _ query: Query, only: [RecordID]?, path: String, store: any Store, environment: Environment,
    _ report: LongWork.Report
  ) throws -> Int {
    do {
      return try write(query, only: only, path: path, store: store, environment, report)
    } catch StoreError.interrupted {
      throw StoreError.interrupted
    } catch {
      let message = Failure(error).message
      throw StoreError.failed(Label(zh: message, en: message))
    }
  }

  private static func write(
    _ query: Query, only: [RecordID]?, path: String, store: any Store, _ environment: Environment,
    _ report: LongWork.Report
  ) throws -> Int {
    guard let register = Registers.named(query.register) else { throw UseCaseError.unknownRegister(query.register) }
    let writer = try ExportWriter(
      RowFormat(path: path) ?? .csv, register, path: path, reference: store.reference)
    var count = 0
    try Permission.anywhere(.export, query.register, as: environment)
    guard let only else {
      // What is done of all gives the whole.
      func progress(_ part: Double) -> Bool { report(count, part > 0 ? Int((Double(count) / part).rounded()) : nil) }
      try ExportRecords.run(query, in: store, as: environment, progress: progress) { document, key in
        try writer.record(document, key)
        count += 1
      }
      try writer.finish()
      return count
    }
    for id in only {
      guard report(count, only.count) else { throw StoreError.interrupted }
      try store.read { library in
        guard let document = try library.document(register.id, id) else { return }
        try writer.record(document) { ExportRecords.key($0, $1, in: library) }
        count += 1
      }
    }
    try writer.finish()
    return count
  }
}
