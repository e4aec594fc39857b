import ArgumentParser
import Domain
import UseCases

/// Begins reviews, gives them back, hands them over.
struct ReviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review", abstract: say("开始审核、放回待审或移交", "Begin a review, give it back, hand it over"),
      discussion: say(
        "开始审核后申报内容不能再改，也不能撤回；超过审核时限自动失效，他人可接着审。",
        """
        What is under review can be neither changed nor withdrawn; a review lapses after the tier's working days, and \
        somebody else may take it up.
        """))
  }

  @OptionGroup var filing: FilingArguments

  @Option(help: ArgumentHelp(say("移交给这个人", "hand it over to this person"), valueName: say("登录名", "person")))
  var to: String?

  @Flag(help: ArgumentHelp(say("放回待审", "give it back")))
  var release = false

  func run() throws {
    if to != nil, release { throw Failure.usage("--to 和 --release 只能写一个", "--to and --release exclude each other") }
    try filing.run { ids, options, session in
      let (store, environment) = (session.store, session.environment)
      if let to { return try HandOver.run(ids, to: to, options, in: store, as: environment) }
      if release { return try BeginReview.release(ids, options, in: store, as: environment) }
      return try BeginReview.run(ids, options, in: store, as: environment)
    }
  }
}
