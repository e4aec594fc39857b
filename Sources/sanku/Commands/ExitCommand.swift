import ArgumentParser
import Domain
import UseCases

/// Asks a tier to let members go.
struct ExitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "exit", abstract: say("申请出库，由本级审核员决定", "Ask for an exit, which the tier's reviewer decides"),
      discussion: say(
        "只出这一级库，其他层级不变。类型：" + ExitKind.codes.codes.map { "\($0.id) \($0.label.zh)" }.joined(separator: "、"),
        "The other tiers keep the project. Kinds: " + ExitKind.allCases.map(\.rawValue).joined(separator: ", ")))
  }

  @OptionGroup var filing: FilingArguments

  @Option(help: ArgumentHelp(say("出库类型", "kind of exit"), valueName: say("类型", "kind")))
  var kind: ExitKind

  @Option(help: ArgumentHelp(say("原因", "why"), valueName: say("原因", "reason")))
  var reason: String

  @Option(help: ArgumentHelp(say("文号", "document number"), valueName: say("文号", "number")))
  var doc = ""

  func run() throws {
    let request = RequestExit.Request(kind, reason: reason, document: doc)
    try filing.run { ids, options, session in
      try RequestExit.run(ids, request, options, in: session.store, as: session.environment)
    }
  }
}

extension ExitKind: ExpressibleByArgument {}
