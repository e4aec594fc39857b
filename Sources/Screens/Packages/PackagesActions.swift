import Domain
import UseCases
import Widgets

/// What can be done with packages.
enum PackagesActions {
  static let table: ActionTable<PackagesScreen> = Common.table([
    act("packages.open", "看一个往来库", "See a library", ["Enter"], short: ("详情", "details"), rank: 1, disabled: noLibrary),
    act(
      "packages.receive", "收包：先逐条核对", "Take a package in, after its account", ["I"], twin: "Alt-i",
      short: ("收包", "take in"), rank: 2),
    act(
      "packages.send", "做下一个包，存为文件", "Make the next package, as a file", ["x"], twin: "^X", short: ("发包", "send"),
      rank: 3,
      disabled: noLibrary),
  ])

  private static let act = ActionMaker<PackagesScreen>("数据包", "Packages")

  private static let noLibrary: @Sendable (PackagesScreen) -> Caption? = { screen in
    screen.current == nil ? Label(zh: "还没有往来库", en: "No library is known").caption : nil
  }
}

/// A package made and kept as a file.
enum PackageFile {
  /// Where it is proposed to stand.
  static func path(_ folder: String, _ region: String, _ number: Int) -> String {
    (folder == "/" ? "" : folder) + "/sanku-\(region)-\(number).pkg"
  }

  /// Over SSH a package goes over the line.
  static func noPaths(_ words: String) -> NotAllowed {
    NotAllowed(
      Label(
        zh: "远程会话没有主机上的文件；请在自己的电脑上运行 ssh 账户@主机 package \(words)",
        en: "A session has no files of the host; run at home: ssh ACCOUNT@HOST package \(words)"))
  }

  /// Makes the next package for a library, or the last one anew, in a file; says what it holds.
  static func make(
    _ path: String, for card: LibraryCard, again: Int?, _ services: Services
  ) throws -> [Effect] {
    guard let files = services.files else { return [] }
    var made: SendPackage.Made?
    try files.keep(path) {
      let package = try SendPackage.run(
        to: card.id.text, again: again, in: services.store, as: services.environment)
      made = package
      return package.bytes
    }
    guard let made else { return [] }
    return [
      .say(
        Label(
          zh: "第\(made.header.number)号数据包（\(made.records)条记录）已存到 \(path)",
          en: "package \(made.header.number) (\(counted(made.records, "record"))) is in \(path)"), .good)
    ]
  }
}

extension PackagesScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "packages.open":
      guard let current else { return [] }
      return [.ask("detail", .show(title: Label(zh: "往来库", en: "Library"), text: detail(current)))]
    case "packages.receive":
      guard isLocal else { throw PackageFile.noPaths("import - --receipt - < 1.pkg > 2.pkg") }
      return [.open(IncomingScreen(tab: tab, services))]
    case "packages.send":
      guard let current else { return [] }
      guard isLocal else { throw PackageFile.noPaths("export --to \(current.card.region) > 1.pkg") }
      return current.sent > current.acknowledged ? [askWhich(current)] : [askPath(current, again: nil)]
    default: return []
    }
  }

  /// A package that they have not acknowledged may have been lost.
  private func askWhich(_ partner: PackageState.Partner) -> Effect {
    .ask(
      "which",
      .choose(
        title: Label(zh: "做哪一个包", en: "Which package"),
        items: [
          Label(zh: "下一个：第\(partner.sent + 1)号", en: "the next: number \(partner.sent + 1)"),
          Label(zh: "重做第\(partner.sent)号（丢失了）", en: "number \(partner.sent) anew (it was lost)"),
        ], current: 0))
  }

  private func askPath(_ partner: PackageState.Partner, again: Int?) -> Effect {
    .ask(
      again == nil ? "next" : "again",
      .input(
        title: Label(zh: "存到", en: "Keep it in"),
        text: PackageFile.path(folder, partner.card.region, again ?? partner.sent + 1)))
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    guard let current else { return [] }
    switch (question, answer) {
    case ("which", .chosen(let place)): return [askPath(current, again: place == 0 ? nil : current.sent)]
    case ("next", .text(let path)), ("again", .text(let path)):
      let path = Normalised.trimmed(path)
      guard !path.isEmpty else { return [] }
      let said = try PackageFile.make(
        path, for: current.card, again: question == "again" ? current.sent : nil, services)
      try refresh(services)
      return said
    default: return []
    }
  }
}
