import ArgumentParser
import Domain
import UseCases

/// Puts projects on a tier's yearly plan, adjusts that, takes them off.
struct PlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan", abstract: say("列入、调整或调出年度计划", "List on, adjust or take off a yearly plan"),
      discussion: say("列入省级年度计划的为省级重点项目。", "The province's plan makes a provincial key project."))
  }

  @OptionGroup var filing: FilingArguments

  @Option(help: ArgumentHelp(say("计划年度", "year of the plan"), valueName: say("年", "year")))
  var year: Int

  @Option(
    help: ArgumentHelp(
      say("listed 列入、adjusted 调整、moved_out 调出", "what the document does"), valueName: "listed|adjusted|moved_out"))
  var state: PlanEntry.State = .listed

  @Option(help: ArgumentHelp(say("批次", "batch"), valueName: say("批次", "batch")))
  var batch = ""

  @Option(help: ArgumentHelp(say("文号", "document number"), valueName: say("文号", "number")))
  var doc = ""

  @Option(help: ArgumentHelp(say("文件日期，不写为今天", "date of the document; today without it"), valueName: say("日期", "date")))
  var date: String?

  @Option(
    help: ArgumentHelp(say("new 新开工、carried_on 续建", "newly started or carried on"), valueName: "new|carried_on"))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      say("年度计划投资(万元)", "planned investment of the year, 10 000 yuan"), valueName: say("万元", "amount")))
  var investment: String?

  func run() throws {
    guard let tier = filing.tier else {
      throw Failure.usage("须写 --tier：哪一级的年度计划", "--tier is needed: whose plan it is")
    }
    guard (2000...2100).contains(year) else {
      throw Failure.usage("--year 应为四位年份，如 2023", "--year takes a year, as 2023")
    }
    if let kind, ProjectCodes.planKinds[kind] == nil {
      throw Failure.usage(
        "--kind 可用：\(ProjectCodes.planKinds.codes.map(\.id).joined(separator: " "))",
        "--kind takes one of: \(ProjectCodes.planKinds.codes.map(\.id).joined(separator: " "))")
    }
    let day = try date.map { try OptionValue.day($0, "--date") }
    let amount = try investment.map { text in
      guard let amount = Amount(parsing: text) else {
        throw Failure.usage("--investment 应为数字，如 1200", "--investment takes a number, as 1200")
      }
      return amount
    }
    try filing.run { ids, options, session in
      let entry = PlanEntry(
        tier, year: year, state, batch: batch, document: doc, documentDay: day ?? session.environment.today,
        kind: kind ?? "", investment: amount)
      return try PutOnPlan.run(ids, entry, options, in: session.store, as: session.environment)
    }
  }
}

extension PlanEntry.State: ExpressibleByArgument {}
