import Domain
import Terminal
import UseCases
import Widgets

/// What can be done with a quarter's locks.
enum LockActions {
  static let table: ActionTable<LockScreen> = Common.table([
    act("lock.open", "看锁定后更正", "Corrections since the lock", ["Enter"], short: ("看更正", "corrections"), rank: 1),
    act("lock.lock", "锁定", "Lock", ["C"], twin: "F9", short: ("锁定", "lock"), rank: 2, disabled: cannotLock),
    act(
      "lock.unlock", "解锁（写理由）", "Unlock, with a reason", ["O"], twin: "F8", short: ("解锁", "unlock"), rank: 3,
      disabled: cannotUnlock),
    act(
      "lock.compare", "比较各版", "Compare the versions", ["V"], twin: "F5", short: ("比版本", "versions"), rank: 4,
      disabled: noVersions),
    act("lock.missing", "未报名单", "Who has not reported", ["w"], twin: "F7", short: ("未报名单", "missing"), rank: 5),
  ])

  private static let act = ActionMaker<LockScreen>("锁定", "Locking")

  private static let cannotLock: @Sendable (LockScreen) -> Caption? = { screen in
    if screen.current?.lock != nil { return Label(zh: "已经锁定", en: "It is locked").caption }
    return (screen.refusal.lock ?? LockQuarter.notEnded(screen.quarter, today: screen.today))?.caption
  }
  private static let cannotUnlock: @Sendable (LockScreen) -> Caption? = { screen in
    screen.current?.lock == nil
      ? Label(zh: "没有锁定", en: "It is not locked").caption : screen.refusal.unlock?.caption
  }
  private static let noVersions: @Sendable (LockScreen) -> Caption? = { screen in
    (screen.current?.comparable.count ?? 0) > 1 ? nil : Label(zh: "只有一版或没有", en: "There are no two versions").caption
  }
}

extension LockScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    message = nil
    guard let current else { return [] }
    switch action {
    case "lock.open":
      return [.open(CorrectionsScreen(region: current.region.code, quarter: quarter, edition: edition, services))]
    case "lock.lock": return askToLock(current)
    case "lock.unlock":
      return [
        .ask("unlock", .input(title: Label(zh: "解锁理由", en: "Why it is unlocked"), text: ""))
      ]
    case "lock.compare": return [.open(VersionsScreen(region: current.region.code, quarter: quarter, services))]
    case "lock.missing":
      return [.open(ChaseScreen(tab: tab, region: current.region.code, quarter: quarter, services))]
    default: return []
    }
  }

  /// Asks once, with what is still open; regions below that are open are locked along only where that is chosen.
  private func askToLock(_ part: QuarterOutlook.Part) -> [Effect] {
    let inside = parts.filter { reference.regions.isIn($0.region.code, part.region.code) }
    let below = inside.filter { $0.lock == nil && $0.region.code != part.region.code }
    func sum(_ path: (QuarterOutlook.Part) -> Int) -> Int { inside.reduce(0) { $0 + path($1) } }
    let still = Label(
      zh: "未报\(sum(\.unreported))项，在审\(sum(\.inFiling))项，更正待确认\(sum(\.unconfirmed))处",
      en: "\(sum(\.unreported)) reports missing, \(sum(\.inFiling)) in filing, \(sum(\.unconfirmed)) to confirm")
    let name = part.region.name
    guard below.isEmpty else {
      return [
        .ask(
          "below",
          .confirm(
            title: Label(zh: "连同下级一并锁定", en: "Lock those below as well"),
            text: Label(
              zh: "\(name)下面还有\(below.count)个地区未锁定；\(still.zh)。一并锁定\(below.count + 1)个地区\(quarter.label.zh)（代锁）？",
              en: "\(below.count) regions below are open; \(still.en). Lock all \(below.count + 1), for them too?"),
            yes: Label(zh: "一并锁定", en: " lock all")))
      ]
    }
    return [
      .ask(
        "lock",
        .confirm(
          title: Label(zh: "锁定", en: "Lock"),
          text: Label(
            zh: "锁定\(name)\(quarter.label.zh)？\(still.zh)。锁定后只能更正，不能改数。",
            en: "Lock \(quarter.label.en) of \(name)? \(still.en). From then on there are only corrections."),
          yes: Label(zh: "锁定", en: " lock")))
    ]
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    guard let current else { return [] }
    let code = current.region.code
    do {
      switch (question, answer) {
      case ("lock", .yes), ("below", .yes):
        let locks = try LockQuarter.run(
          .init(quarter: quarter, region: code, edition: edition, isWithBelow: question == "below"),
          in: services.store, as: services.environment)
        try refresh(services)
        message = (
          Label(zh: "已锁定\(locks.count)个地区", en: "\(counted(locks.count, "region")) locked"), .good
        )
      case ("unlock", .text(let reason)):
        let regions = try UnlockQuarter.run(
          quarter, region: code, edition: edition, reason: reason, in: services.store, as: services.environment)
        try refresh(services)
        message = (
          Label(zh: "已解锁\(regions.count)个地区", en: "\(counted(regions.count, "region")) unlocked"), .good
        )
      default: break
      }
    } catch let problem as TextProblem {
      message = (problem.message, .error)
    } catch let refusal as NotAllowed {
      message = (refusal.message, .error)
    }
    return []
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    message = nil
    let event = event.seen(from: TableView.origin(size))
    let source = source
    if case .open = table.handle(event, source) { return try perform("lock.open", services) }
    return []
  }
}
