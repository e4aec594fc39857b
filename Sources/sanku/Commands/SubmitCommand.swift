import ArgumentParser
import Domain
import UseCases

/// Hands projects to a tier for admission.
struct SubmitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "submit", abstract: say("上报项目", "Submit projects for admission"),
      discussion: say(
        "规则有错误的不能上报；提醒随上报送审。一次上报多项为一批。",
        "Errors of the rules stop a project, warnings travel with it. Several at once make one batch."))
  }

  @OptionGroup var filing: FilingArguments

  func run() throws {
    try filing.run { ids, options, session in
      try Submit.run(ids, options, in: session.store, as: session.environment)
    }
  }
}
