import ArgumentParser
import Domain
import Interchange
import UseCases

/// Scores regions for a year, with the reason for every point.
struct AssessCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "assess", abstract: say("年度考核：按指标和权重给各地区打分", "The yearly assessment: regions scored by indicators"),
      discussion: say(
        "每一分都列出原因。项目和权重在参照表 assessment（sanku reference assessment）。",
        "Every point has its reason. Items and weights stand in the reference table assessment."))
  }

  @Option(help: ArgumentHelp(say("年度；不写为今年", "the year; this one by default"), valueName: "2023"))
  var year: Int?

  @Option(
    help: ArgumentHelp(say("给哪个地区的下一级打分", "score the regions right below this one"), valueName: say("地区", "region")))
  var region: String?

  @Flag(help: ArgumentHelp(say("只列总分", "scores only")))
  var brief = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let today = session.environment.today
    if let year, !(2000...today.year).contains(year) {
      throw Failure.usage("--year 应在2000至\(today.year)之间", "--year takes 2000 to \(today.year)")
    }
    let named = region ?? session.environment.actor.region ?? session.store.info.region
    guard let code = session.reference.code(.region, named: named) else {
      throw Failure.usage("--region 没有“\(named)”这个地区", "--region: no region “\(named)”")
    }
    guard !session.reference.regions.children(of: code).isEmpty else {
      throw Failure.usage(
        "“\(named)”没有下级地区；请写所属的市或省", "“\(named)” has nothing below it; name its city or province")
    }
    let scores = try AssessRegions.run(year: year ?? today.year, region: code, in: session.store, today: today)
    let output = try Output(options.output)
    switch options.rows(.table) {
    case .json: try output.line(json(scores, session).text)
    case let format: try rows(scores, format, session, output)
    }
    try output.finish()
  }

  private func rows(_ scores: [RegionScore], _ format: RowFormat, _ session: Session, _ output: Output) throws {
    let headings =
      brief
      ? [
        say("地区", "region"), say("得分", "score"), say("给分", "given"), say("可计分", "out of"), say("扣分", "taken"),
        say("加分", "added"),
      ]
      : [
        say("地区", "region"), say("得分", "score"), say("项目", "item"), say("分值", "points"), say("最多", "at most"),
        say("原因", "reason"),
      ]
    var table = try TextRows(headings, format, numbers: brief ? [1, 2, 3, 4, 5] : [1, 3, 4], to: output)
    for score in scores {
      let region = session.reference.regions[score.region]?.name ?? score.region
      let total = score.score?.fixed(2, grouped: false) ?? ""
      if brief {
        try table.row([
          region, total, score.given.plain, score.outOf.plain, score.taken.plain, score.added.plain,
        ])
        continue
      }
      for item in score.items {
        try table.row([
          region, total, item.item.label.said, item.points?.plain ?? say("不计", "none"), item.item.points.plain,
          item.reason.said,
        ])
      }
    }
    try table.finish()
  }

  private func json(_ scores: [RegionScore], _ session: Session) -> JSONValue {
    func number(_ amount: Amount?) -> JSONValue { amount.map { .number($0.plain) } ?? .null }
    return .array(
      scores.map { score in
        .object([
          .init("region", .string(score.region)), .init("score", number(score.score)),
          .init("given", number(score.given)), .init("out_of", number(score.outOf)),
          .init("taken", number(score.taken)), .init("added", number(score.added)),
          .init(
            "items",
            .array(
              score.items.map { item in
                .object([
                  .init("id", .string(item.item.id)), .init("kind", .string(item.item.kind.rawValue)),
                  .init("points", number(item.points)), .init("at_most", number(item.item.points)),
                  .init("reason", .string(item.reason.said)),
                ])
              })),
        ])
      })
  }
}

extension AssessCommand: ReachableCommand {}
