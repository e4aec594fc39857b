import ArgumentParser
import Domain
import Interchange
import UseCases

/// Packages between libraries: who is known, what goes and comes.
struct PackageCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "package", abstract: say("库与库之间的数据包", "Packages between libraries"),
      discussion: say(
        """
        没有网络的县用自己的库填报，用数据包与上级库往来：包中是上次以来的修改及其历史，有发出库的签名。
        先互换名片（card、trust），再由上级把地区移交给下级（handover），此后 export、import；回执就是反方向的数据包。
        """,
        """
        A county without a line keeps its own library and exchanges packages with the one above: the changes since the \
        last one, with their history, signed by the sender. First exchange cards (card, trust), then the upper library \
        hands the region over (handover); from then on export and import. A receipt is a package the other way.
        """),
      subcommands: [
        PackageExportCommand.self, PackageImportCommand.self, PackageStatusCommand.self, PackageCardCommand.self,
        PackageTrustCommand.self, PackageHandOverCommand.self,
      ])
  }

  @OptionGroup var options: GlobalOptions
}

/// Writes the next package.
struct PackageExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: say("写出下一个数据包", "Write the next package"),
      discussion: say(
        "内容为上次以来与对方共有地区的修改。包丢失时用 --again 编号 重做那一个。",
        "It holds the changes since the last one in the region that both share. --again N makes that one anew."))
  }

  @Option(
    help: ArgumentHelp(
      say("给哪个库：地区代码或名称，或库编号的开头或结尾", "for which library: its region, or the start or end of its id"),
      valueName: say("库", "library")))
  var to: String

  @Option(help: ArgumentHelp(say("重做这一号", "make this number anew"), valueName: "n"))
  var again: Int?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let output = try Output(options.output)
    guard !output.isTerminal else {
      throw Failure.usage("请用 -o 文件 或接到管道", "Use -o FILE, or a pipe")
    }
    let made = try SendPackage.run(to: to, again: again, in: session.store, as: session.environment)
    try output.write(made.bytes)
    try output.finish()
    options.note(
      "第 \(made.header.number) 号数据包：\(made.records) 条记录，\(made.entries) 条历史；已收对方至第 \(made.header.acknowledged) 号",
      "Package \(made.header.number): \(made.records) records, \(made.entries) entries; theirs applied up to \(made.header.acknowledged)"
    )
  }
}

/// Applies a package, all of it or nothing.
struct PackageImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: say("收下数据包", "Take a package in"),
      discussion: say(
        """
        先核对签名和次序，再逐条说明新增、修改、相同、冲突；有冲突或不收的，整包不动。--dry-run 只说明。
        两边都改过的内容用 --conflicts mine 或 theirs 决定，个别记录用 --mine、--theirs 另定。重复导入不产生任何修改；少了一个会说明缺第几号。
        --receipt 同时写出给对方的回执（审核结果随之返回）。
        """,
        """
        Signature and order are checked first, then every record is accounted for: new, changed, same, conflict. With a \
        conflict or a refusal nothing of it is done. --conflicts mine or theirs decides what both changed, \
        --mine and --theirs decide for single records. A package that was applied changes nothing; a missing one is named. --receipt also writes the receipt, which carries decisions back.
        """))
  }

  @Argument(
    help: ArgumentHelp(say("文件，- 为标准输入", "file; - is standard input"), valueName: say("文件", "file")),
    completion: .file())
  var file: String

  @Flag(help: ArgumentHelp(say("只说明会怎样，不写入", "only say what would happen")))
  var dryRun = false

  @Option(help: ArgumentHelp(say("两边都改过的以谁为准", "whose word counts where both changed"), valueName: "mine|theirs"))
  var conflicts: EntryMerge.Choice?

  @Option(
    help: ArgumentHelp(
      say("这条记录以本库为准（可重复）", "ours counts in this record (repeatable)"), valueName: say("代码或编号", "key-or-id")))
  var mine: [String] = []

  @Option(
    help: ArgumentHelp(
      say("这条记录以对方为准（可重复）", "theirs counts in this record (repeatable)"), valueName: say("代码或编号", "key-or-id"))
  )
  var theirs: [String] = []

  @Option(help: ArgumentHelp(say("回执写到这里", "where the receipt goes"), valueName: say("文件", "file")))
  var receipt: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let bytes = try FileSource(file).all(limit: Package.limits.bytes)
    let bar = ProgressBar(say("收包", "package"), quiet: options.quiet)
    let choices = try choices(for: bytes, session)
    let account = try ReceivePackage.run(
      bytes, .init(isDryRun: dryRun, choices: choices), in: session.store, as: session.environment, progress: bar.part)
    bar.finish()
    if account.isRepeated {
      options.note(
        "第 \(account.header.number) 号数据包以前已收下，无修改",
        "Package \(account.header.number) was applied before; nothing changed")
    } else {
      try PackageReport(session).print(account, isDryRun: dryRun, aside: receipt == "-")
    }
    if !account.obstacles.isEmpty { throw Failure.findings }
    guard let receipt, !dryRun else { return }
    let output = try Output(receipt)
    let made = try SendPackage.run(
      to: account.header.sender.id.text, in: session.store, as: session.environment)
    try output.write(made.bytes)
    try output.finish()
    options.note("回执：第 \(made.header.number) 号数据包", "Receipt: package \(made.header.number)")
  }
}

extension PackageImportCommand {
  /// Whose word counts; single records are looked for in what the package would do.
  private func choices(for bytes: [UInt8], _ session: Session) throws -> ReceivePackage.Choices {
    var choices = ReceivePackage.Choices(others: conflicts)
    guard !(mine + theirs).isEmpty else { return choices }
    let account = try ReceivePackage.run(bytes, .init(isDryRun: true), in: session.store, as: session.environment)
    if account.isRepeated { return choices }
    let lines = account.lines
    for (choice, names) in [(EntryMerge.Choice.mine, mine), (.theirs, theirs)] {
      for name in names {
        let id = name.hasPrefix("#") ? name.dropFirst().lowercased() : nil
        let found = lines.filter { line in id.map(line.id.text.hasPrefix) ?? (line.key == name) }
        guard let line = found.first, found.count == 1 else {
          throw Failure.usage(
            found.isEmpty ? "数据包中没有“\(name)”；代码或 #编号 见 --dry-run" : "“\(name)”不止一条记录；请多写几位编号",
            found.isEmpty
              ? "The package has no “\(name)”; --dry-run shows keys, #ID names one without"
              : "“\(name)” is more than one record; write more of its id")
        }
        guard choices.records.updateValue(choice, forKey: line.id) ?? choice == choice else {
          throw Failure.usage("“\(name)”两边都定了", "“\(name)” is given to both")
        }
      }
    }
    return choices
  }
}

/// Where this library stands with the others.
struct PackageStatusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "status", abstract: say("与各库往来的情况", "Where this library stands with the others"))
  }

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let state = try PackageState.read(in: session.store, as: session.environment)
    let output = try Output(options.output)
    let regions = session.reference.regions
    func name(_ region: String) -> String { regions[region]?.name ?? region }
    var rows = try TextRows(
      [
        say("地区", "region"), say("库", "library"), say("已发", "sent"), say("对方已收", "they have"), say("已收", "received"),
        say("待发", "waiting"), say("公钥指纹", "fingerprint"),
      ], options.rows(.table), numbers: [2, 3, 4, 5], mark: options.mark ?? false, to: output)
    for partner in state.partners {
      let waiting = try SendPackage.waiting(for: partner.card, in: session.store, as: session.environment)
      try rows.row([
        name(partner.card.region), partner.card.id.tail, "\(partner.sent)", "\(partner.acknowledged)",
        "\(partner.received)", "\(waiting)", LibraryKey.fingerprint(partner.card.key),
      ])
    }
    try rows.finish()
    try output.finish()
    options.note(
      "本库：\(name(state.card.region)) \(state.card.id.tail)，指纹 \(LibraryKey.fingerprint(state.card.key))",
      "This library: \(name(state.card.region)) \(state.card.id.tail), fingerprint \(LibraryKey.fingerprint(state.card.key))"
    )
    for (region, home) in state.homes.sorted(by: { $0.key < $1.key }) {
      let where_ =
        home == state.card.id
        ? say("本库", "here")
        : state.partners.first { $0.card.id == home }.map { name($0.card.region) + say("的库", "'s library") }
          ?? home.tail
      options.note("\(name(region))由\(where_)填报", "\(name(region)) is written: \(where_)")
    }
  }
}

/// Writes this library's card.
struct PackageCardCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "card",
      abstract: say("写出本库名片（编号、地区、公钥），交给对方", "Write this library's card (id, region, key) for another"))
  }

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let output = try Output(options.output)
    let (bytes, card) = try TrustLibrary.card(in: session.store, as: session.environment)
    try output.write(bytes)
    try output.finish()
    options.note(
      "公钥指纹 \(LibraryKey.fingerprint(card.key))；请电话核对",
      "Fingerprint \(LibraryKey.fingerprint(card.key)); compare it by telephone")
  }
}

/// Takes another library's card.
struct PackageTrustCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "trust",
      abstract: say("登记另一个库的名片，此后收其数据包", "Take another library's card; its packages are read from then on"))
  }

  @Argument(
    help: ArgumentHelp(say("名片文件，- 为标准输入", "the card; - is standard input"), valueName: say("文件", "file")),
    completion: .file())
  var file: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let card = try TrustLibrary.run(
      FileSource(file).all(limit: 1 << 16), in: session.store, as: session.environment)
    let name = session.reference.regions[card.region]?.name ?? card.region
    options.note(
      "已登记\(name)的库，指纹 \(LibraryKey.fingerprint(card.key))；请与对方电话核对",
      "The library of \(name) is known, fingerprint \(LibraryKey.fingerprint(card.key)); compare it by telephone")
  }
}

/// Gives the writing of a region to another library.
struct PackageHandOverCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "handover", abstract: say("把一个地区移交给另一个库填报", "Give the writing of a region to another library"),
      discussion: say(
        "此后该地区的记录在本库只读，编号由对方发放；对方收下下一个数据包后开始填报。",
        "From then on its records are read-only here and the other library gives out their codes; it begins once it has the next package."
      ))
  }

  @Argument(help: ArgumentHelp(say("地区代码或名称", "the region's code or name"), valueName: say("地区", "region")))
  var region: String

  @Option(help: ArgumentHelp(say("给哪个库", "to which library"), valueName: say("库", "library")))
  var to: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    guard let code = session.reference.code(.region, named: region) else {
      throw Failure.usage("没有地区“\(region)”，请写代码或全称", "No region “\(region)”; write its code or full name")
    }
    let partner = try HandOverRegion.run(code, to: to, in: session.store, as: session.environment)
    let (name, home) = (
      session.reference.regions[code]?.name ?? code, session.reference.regions[partner.region]?.name ?? ""
    )
    options.note(
      "\(name)已移交\(home)的库；请 package export --to \(partner.region) 送出",
      "\(name) goes to the library of \(home); now package export --to \(partner.region)")
  }
}

extension EntryMerge.Choice: ExpressibleByArgument {}
