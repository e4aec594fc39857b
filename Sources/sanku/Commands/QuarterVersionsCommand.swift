import ArgumentParser
import Domain
import Interchange
import UseCases

/// Two versions of a locked quarter side by side.
struct QuarterVersionsCommand: QuarterVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "versions", abstract: say("比较各版：首版、再次锁定、年报核定", "Compare versions of a locked quarter"),
      discussion: say(
        "逐指标、逐地区列出两版不同的数；不写 --old、--new 为最后两版。有哪些版写到标准错误。",
        "Every figure, region by region, that two versions give otherwise; the last two without --old and --new."))
  }

  @OptionGroup var target: QuarterTarget

  @Option(help: ArgumentHelp(say("旧版，如 quarterly:1", "the older one, as quarterly:1"), valueName: say("版", "version")))
  var old: String?

  @Option(help: ArgumentHelp(say("新版，如 annual:1", "the newer one, as annual:1"), valueName: say("版", "version")))
  var new: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let (quarter, region) = try target.read(session)
    let versions = try CompareVersions.versions(region, quarter, in: session.store)
    for lock in versions {
      options.note(
        "\(lock.code)  \(lock.name.zh)  \(lock.lockedOn.iso)  \(lock.lockedBy)\(lock.unlockedAt == nil ? "" : "  已解锁")",
        "\(lock.code)  \(lock.lockedOn.iso)  \(lock.lockedBy)\(lock.unlockedAt == nil ? "" : "  unlocked")")
    }
    let latter = try chosen(new, versions, versions.last, quarter)
    let before = versions.last { $0.position < latter.position }
    let former = try chosen(old, versions, before, quarter)
    let differences = try CompareVersions.run(former, latter, in: session.store, today: session.environment.today)
    let output = try Output(options.output)
    let rows = differences.flatMap { one in
      [TallySpan.period, .year, .cumulative].filter(one.differs).map { span in
        [
          one.indicator.id, one.indicator.label.said, one.indicator.unit.said,
          one.column.part == .whole ? "" : one.column.part == .own ? "own" : one.column.id, one.column.label.said,
          span.rawValue, former.code, latter.code, one.old.exact(span, one.indicator),
          one.new.exact(span, one.indicator), one.difference(span) ?? "",
        ]
      }
    }
    try PlainRows(
      ids: [
        "indicator", "name", "unit", "part", "part_name", "span", "old_version", "new_version", "old", "new",
        "difference",
      ],
      headings: [
        say("指标", "indicator"), say("名称", "name"), say("单位", "unit"), say("地区", "part"), say("地区名", "region"),
        say("统计", "span"), say("旧版", "old version"), say("新版", "new version"), say("旧值", "old"), say("新值", "new"),
        say("差额", "difference"),
      ], numbers: [10], rows
    ).write(options.rows(.table), to: output)
    try output.finish()
  }

  /// The version that was asked for, or `usual`.
  private func chosen(
    _ code: String?, _ versions: [QuarterLock], _ usual: QuarterLock?, _ quarter: Quarter
  ) throws -> QuarterLock {
    let known = versions.map(\.code).joined(separator: ", ")
    if let code {
      if let found = versions.first(where: { $0.code == code }) { return found }
      throw Failure.usage("没有“\(code)”这一版；有 \(known)", "there is no version “\(code)”; there are \(known)")
    }
    guard let usual else {
      throw Failure.usage(
        "\(quarter.label.zh)锁定过\(versions.count)版，没有两版可比",
        "\(quarter.label.en) has \(versions.count) versions: no two to compare")
    }
    return usual
  }
}
