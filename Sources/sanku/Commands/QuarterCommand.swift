import ArgumentParser
import Domain
import Interchange
import UseCases

/// Locks and unlocks quarters, and says how far they are.
struct QuarterCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "quarter", abstract: say("季度锁定、解锁和锁定后更正", "Lock and unlock quarters; corrections since"),
      discussion: say(
        """
        自下而上锁定：县(市、区)、设区市、省。锁定后的数据不再变化；以后的更正另列，计入下一个未锁定的季度。
        解锁须由省级主管写明理由；再次锁定产生新的一版。
        """,
        """
        Locked from the county up. What is locked stays as it is; later corrections are listed and count in the next open \
        quarter. Unlocking takes the province's supervisor and a reason; locking again makes another version.
        """),
      subcommands: [
        QuarterStatusCommand.self, QuarterLockCommand.self, QuarterUnlockCommand.self, QuarterCorrectionsCommand.self,
        QuarterConfirmCommand.self, QuarterVersionsCommand.self,
      ])
  }
}

/// What every subcommand of `quarter` takes.
struct QuarterTarget: ParsableArguments {
  @Argument(help: ArgumentHelp(say("季度，如 2023Q2", "as 2023Q2"), valueName: say("季度", "quarter")))
  var quarter: String

  @Option(
    help: ArgumentHelp(
      say("地区代码或名称；不写为本人所在地区", "a region's code or name; the person's own without"), valueName: say("地区", "region")))
  var region: String?

  @Option(help: ArgumentHelp(say("版次：季报或年报核定", "edition"), valueName: "quarterly|annual"))
  var edition: TallyQuery.Edition = .quarterly

  func read(_ session: Session) throws -> (quarter: Quarter, region: String) {
    var options = QuarterOptions()
    options.region = region
    return (try options.wanted(session, quarter), try options.place(session))
  }
}

/// A subcommand of `quarter` that runs in a session as well.
protocol QuarterVerb: ReachableCommand {
  var target: QuarterTarget { get }
}

/// How far each region is, and what is still open.
struct QuarterStatusCommand: QuarterVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "status", abstract: say("各地锁定情况和尚未办结的事项", "How far each region is"))
  }

  @OptionGroup var target: QuarterTarget
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let (quarter, region) = try target.read(session)
    let outlook = try ReadQuarter.run(quarter, region: region, edition: target.edition, in: session.store)
    options.note(
      "\(quarter.label.zh) 报送截止\(outlook.due.iso)，\(outlook.graceEnds.iso)起上级可代锁",
      "\(quarter.label.en): reports due \(outlook.due.iso); the tier above may lock from \(outlook.graceEnds.iso)")
    let output = try Output(options.output)
    let rows = outlook.parts.map { part in
      let lock = part.lock
      return [
        part.region.code, session.reference.regions.path(of: part.region.code),
        lock.map { $0.isUnreported ? "unreported" : "locked" } ?? "open", lock.map { String($0.version) } ?? "",
        lock?.lockedOn.iso ?? "", lock?.lockedBy ?? "", String(part.unreported), String(part.inFiling),
        String(part.unconfirmed),
      ]
    }
    try PlainRows(
      ids: ["region", "name", "state", "version", "locked_on", "locked_by", "unreported", "in_filing", "unconfirmed"],
      headings: [
        say("地区", "region"), say("名称", "name"), say("状态", "state"), say("版本", "version"), say("锁定日期", "locked on"),
        say("锁定人", "locked by"), say("未报进展", "unreported"), say("申报未办结", "in filing"), say("更正待确认", "unconfirmed"),
      ], numbers: [3, 6, 7, 8], rows
    ).write(options.rows(.table), to: output)
    try output.finish()
  }
}

/// Locks a region's quarter.
struct QuarterLockCommand: QuarterVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "lock", abstract: say("锁定一个地区的季度", "Lock a region's quarter"))
  }

  @OptionGroup var target: QuarterTarget

  @Flag(
    help: ArgumentHelp(say("下级尚未锁定的一并锁定(代锁，标为未报)", "lock what is open below as well, marked as not reported")))
  var all = false

  @Option(help: ArgumentHelp(say("说明", "a remark"), valueName: say("说明", "text")))
  var remark = ""

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let (quarter, region) = try target.read(session)
    let locks = try LockQuarter.run(
      .init(quarter: quarter, region: region, edition: target.edition, isWithBelow: all, remark: remark),
      in: session.store, as: session.environment)
    let version = locks.last?.version ?? 1
    options.note(
      "已锁定 \(quarter.label.zh) \(session.reference.regions.path(of: region)) 第\(version)版，共\(locks.count)个地区",
      "Locked \(quarter.label.en) of \(region), version \(version); \(counted(locks.count, "region"))")
  }
}

/// Unlocks a region's quarter.
struct QuarterUnlockCommand: QuarterVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "unlock", abstract: say("解锁一个地区的季度(省级主管)", "Unlock a region's quarter"))
  }

  @OptionGroup var target: QuarterTarget

  @Option(help: ArgumentHelp(say("理由（必写）", "the reason (needed)"), valueName: say("理由", "text")))
  var reason: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let (quarter, region) = try target.read(session)
    let unlocked = try UnlockQuarter.run(
      quarter, region: region, edition: target.edition, reason: reason, in: session.store, as: session.environment)
    let names = unlocked.map { session.reference.regions[$0]?.name ?? $0 }
    options.note(
      "已解锁 \(quarter.label.zh)：\(names.joined(separator: "、"))",
      "Unlocked \(quarter.label.en): \(unlocked.joined(separator: ", "))")
  }
}

/// Lists what was corrected since the lock.
struct QuarterCorrectionsCommand: QuarterVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "corrections", abstract: say("锁定后的更正", "What was corrected since the lock"))
  }

  @OptionGroup var target: QuarterTarget
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let (quarter, region) = try target.read(session)
    let corrections = try ReadCorrections.run(quarter, region: region, edition: target.edition, in: session.store)
    let output = try Output(options.output)
    var rows: [[String]] = []
    for correction in corrections {
      let (old, new) = CorrectionWords(correction).fields
      for part in correction.parts {
        rows.append([
          correction.region, String(correction.entry.sequence), correction.entry.at.iso, correction.entry.person,
          correction.entry.actionLabel.said, correction.key, correction.title, part.indicator.id,
          part.indicator.shown(part.differences.cumulative), part.indicator.shown(part.differences.period),
          part.indicator.unit.said, old, new, correction.entry.note,
          CorrectionWords(correction).state,
        ])
      }
    }
    try PlainRows(
      ids: [
        "region", "entry", "at", "person", "action", "key", "title", "indicator", "difference", "period_difference",
        "unit", "old", "new",
        "reason", "state",
      ],
      headings: [
        say("地区", "region"), say("条目", "entry"), say("时间", "at"), say("更正人", "person"), say("操作", "action"),
        say("编号", "key"), say("名称", "title"), say("指标", "indicator"), say("累计差额", "difference"),
        say("本季差额", "in the quarter"), say("单位", "unit"),
        say("原值", "old"), say("新值", "new"), say("理由", "reason"), say("状态", "state"),
      ], numbers: [1, 8, 9], rows
    ).write(options.rows(.table), to: output)
    try output.finish()
  }
}

/// Confirms corrections, as the region's supervisor.
struct QuarterConfirmCommand: QuarterVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "confirm", abstract: say("确认锁定后的更正(本地区主管)", "Confirm corrections since the lock"))
  }

  @OptionGroup var target: QuarterTarget

  @Option(
    help: ArgumentHelp(
      say("历史条目号，可写多个；不写为全部", "entries of the history; all without"), valueName: say("条目", "entry")))
  var entry: [Int] = []

  @Option(help: ArgumentHelp(say("说明", "a remark"), valueName: say("说明", "text")))
  var remark = ""

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let (quarter, region) = try target.read(session)
    let count = try ConfirmCorrections.run(
      quarter, region: region, edition: target.edition, entries: entry.isEmpty ? nil : Set(entry), remark: remark,
      in: session.store, as: session.environment)
    options.note("已确认\(count)处更正", "Confirmed \(counted(count, "correction"))")
  }
}
