import ArgumentParser
import Domain
import UseCases

/// Admits what waits: entries, changes, exits.
struct AdmitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "admit", abstract: say("同意入库、变更或出库", "Admit entries, changes and exits"))
  }

  @OptionGroup var filing: FilingArguments

  @Option(help: ArgumentHelp(say("文号", "document number"), valueName: say("文号", "number")))
  var doc = ""

  @Option(help: ArgumentHelp(say("文件日期，不写为今天", "date of the document; today without it"), valueName: say("日期", "date")))
  var date: String?

  @Option(help: ArgumentHelp(say("审核意见", "the reviewer's opinion"), valueName: say("意见", "reason")))
  var reason = ""

  func run() throws {
    let day = try date.map { try OptionValue.day($0, "--date") }
    try filing.run { ids, options, session in
      try Admit.run(
        ids, Admit.Decision(document: doc, day: day, reason: reason), options, in: session.store,
        as: session.environment)
    }
  }
}
