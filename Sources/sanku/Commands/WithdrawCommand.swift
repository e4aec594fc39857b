import ArgumentParser
import Domain
import UseCases

/// Takes submissions back whose review has not begun.
struct WithdrawCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "withdraw", abstract: say("撤回尚未开始审核的申报", "Take back what is not under review yet"))
  }

  @OptionGroup var filing: FilingArguments

  func run() throws {
    try filing.run { ids, options, session in
      try Withdraw.run(ids, options, in: session.store, as: session.environment)
    }
  }
}
