import ArgumentParser

/// A subcommand that may be asked for over SSH. What does not say so here cannot be reached there.
protocol ReachableCommand: ParsableCommand {
  var options: GlobalOptions { get }
  /// Every path that its arguments and options can name; over SSH each is absent, or `-` for the line itself.
  var paths: [String?] { get }
}

extension ReachableCommand {
  var paths: [String?] { [options.output] }
}

extension SchemaCommand: ReachableCommand {}
extension ListCommand: ReachableCommand {}
extension ShowCommand: ReachableCommand {}
extension CheckCommand: ReachableCommand {}
extension TallyCommand: ReachableCommand {}
extension ExportCommand: ReachableCommand {
  var paths: [String?] { [profile == ProfiledExport.plan ? nil : profile, options.output] }
}
extension TemplateCommand: ReachableCommand {}
extension ReportCommand: ReachableCommand {}
extension PackageCommand: ReachableCommand {}
extension PackageExportCommand: ReachableCommand {}
extension PackageStatusCommand: ReachableCommand {}
extension PackageCardCommand: ReachableCommand {}
extension PackageHandOverCommand: ReachableCommand {}
extension PackageImportCommand: ReachableCommand {
  var paths: [String?] { [file, receipt, options.output] }
}
extension PackageTrustCommand: ReachableCommand {
  var paths: [String?] { [file, options.output] }
}
extension ImportsCommand.List: ReachableCommand {}
extension ImportsCommand.Undo: ReachableCommand {}
extension ImportCommand: ReachableCommand {
  var paths: [String?] { [file, map, rejects, options.output] }
}

/// A filing verb: its options stand among the arguments that all of them share.
protocol ReachableFiling: ReachableCommand {
  var filing: FilingArguments { get }
}

extension ReachableFiling {
  var options: GlobalOptions { filing.options }
}

extension SubmitCommand: ReachableFiling {}
extension WithdrawCommand: ReachableFiling {}
extension ReviewCommand: ReachableFiling {}
extension AdmitCommand: ReachableFiling {}
extension ReturnCommand: ReachableFiling {}
extension RecommendCommand: ReachableFiling {}
extension ChangeCommand: ReachableFiling {}
extension ExitCommand: ReachableFiling {}
extension PlanCommand: ReachableFiling {}

/// What a session runs for a client, as the person of the session.
enum SessionRights {
  /// Options that are sshd's side or name files: refused by name, before anything is made of them.
  private static let reserved = ["--library", "--user", "--from", "--map", "--rejects"]

  /// Runs the words of a line as a subcommand.
  static func run(_ words: [String]) throws {
    guard let name = words.first, names.contains(name) else {
      let known = names.joined(separator: " ")
      throw Failure(
        .notAllowed,
        say(
          "远程会话不能运行“\(words.first ?? "")”；可用：\(known)；不写命令则打开界面",
          "A session does not run “\(words.first ?? "")”; there are: \(known); without one the interface opens"))
    }
    let asked = words.first { word in reserved.contains { word == $0 || word.hasPrefix($0 + "=") } }
    if let asked { throw refusal(String(asked.prefix { $0 != "=" })) }
    let parsed: any ParsableCommand
    do {
      parsed = try Sanku.parseAsRoot(words)
    } catch {
      throw Failure(Usage.answer(error, words), "")
    }
    guard var command = parsed as? any ReachableCommand else { throw refusal(name) }
    guard command.options.library == nil else { throw refusal("--library") }
    if let path = command.paths.compactMap({ $0 }).first(where: { $0 != "-" }) { throw refusal(path) }
    try command.run()
  }

  /// The names of all that can be reached, as the help lists them.
  static var names: [String] {
    Sanku.configuration.subcommands.filter(isReachable).compactMap { $0.configuration.commandName }
  }

  /// A command, or all of its subcommands.
  private static func isReachable(_ command: any ParsableCommand.Type) -> Bool {
    if command is any ReachableCommand.Type { return true }
    let parts = command.configuration.subcommands
    return !parts.isEmpty && parts.allSatisfy { $0 is any ReachableCommand.Type }
  }

  private static func refusal(_ what: String) -> Failure {
    Failure(
      .notAllowed,
      say(
        "远程会话不能使用“\(what)”：主机上没有可用的路径，库和身份由主机指定；请用标准输入输出（-）",
        "A session does not take “\(what)”: the host's paths, library and people are not the client's; use - for the line"
      ))
  }
}
