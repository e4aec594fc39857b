import ArgumentParser
import Domain
import UseCases

/// Recommends members of a tier to the one above.
struct RecommendCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "recommend", abstract: say("向上一级库推荐", "Recommend to the tier above"))
  }

  @OptionGroup var filing: FilingArguments

  @Option(help: ArgumentHelp(say("推荐批次", "the batch of the recommendation"), valueName: say("批次", "batch")))
  var batch = ""

  @Option(
    help: ArgumentHelp(
      say("第一项的排序，其余依次加一", "rank of the first project; the others count up"), valueName: say("序号", "n")))
  var rank: Int?

  @Option(help: ArgumentHelp(say("文号", "document number"), valueName: say("文号", "number")))
  var doc = ""

  @Option(help: ArgumentHelp(say("文件日期，不写为今天", "date of the document; today without it"), valueName: say("日期", "date")))
  var date: String?

  @Option(help: ArgumentHelp(say("推荐理由", "why"), valueName: say("理由", "reason")))
  var reason = ""

  func run() throws {
    if let rank, rank < 1 { throw Failure.usage("--rank 应从1起", "--rank counts from 1") }
    let day = try date.map { try OptionValue.day($0, "--date") }
    let paper = Recommend.Paper(batch: batch, firstRank: rank, document: doc, day: day, reason: reason)
    try filing.run { ids, options, session in
      try Recommend.run(ids, paper, options, in: session.store, as: session.environment)
    }
  }
}
