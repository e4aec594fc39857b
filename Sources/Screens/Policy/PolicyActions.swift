import Domain
import Terminal
import UseCases
import Widgets

/// What can be done in the plan's text.
enum PolicyActions {
  static let table: ActionTable<PolicyScreen> = Common.table([
    act("policy.open", "打开", "Open", ["Enter"], rank: 1),
    act("policy.pane", "换窗格", "Other pane", ["Tab"], short: ("窗格", "pane"), rank: 2),
    act(
      "policy.duties", "按计划原文生成任务台账", "Enter the plan's duties", ["I"], twin: "F5", short: ("生成任务", "duties"), rank: 3),
    act("policy.assess", "年度考核", "Yearly assessment", ["K"], twin: "F8", short: ("考核", "assess"), rank: 4),
  ])

  private static let act = ActionMaker<PolicyScreen>("条款", "Plan")
}

extension PolicyScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "policy.open": return open(services)
    case "policy.pane": pane = pane == .clauses ? .detail : .clauses
    case "policy.assess": return [.open(AssessmentScreen(region: region, tab: tab, services))]
    case "policy.duties":
      let count = PlanDuties.all(region: region, reference.targets).count
      return [
        .ask(
          "duties",
          .confirm(
            title: Label(zh: "生成任务台账", en: "Enter the plan's duties"),
            text: Label(
              zh: "计划任务和保障措施共\(count)句，每句一项；已有编号的不动。生成？",
              en: "\(count) sentences of tasks and safeguards, a duty each; those that are there stay. Enter them?"),
            yes: Label(zh: "生成", en: " enter")))
      ]
    default: break
    }
    settle()
    return []
  }

  private mutating func open(_ services: Services) -> [Effect] {
    guard pane == .detail, lines.indices.contains(spot), let target = lines[spot].target else {
      if pane == .clauses, !stops.isEmpty { pane = .detail }
      settle()
      return []
    }
    let (query, title): (Query, Label)
    switch target {
    case .figure(let list): (query, title) = (list.query, list.label)
    case .register(let id):
      let filter: Filter =
        id == Duty.schema.id
        ? .where("clause", .equal, .text(clause.id)) : .where("region", .equal, .text(region))
      (query, title) = (Query(register: id, filter: filter), Label(zh: "条款 \(clause.id)", en: "Clause \(clause.id)"))
    }
    guard let register = Registers.named(query.register) else { return [] }
    return [.open(LibraryScreen(register, tab: tab, services, fixed: query.filter, title: title))]
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    guard question == "duties", answer == .yes else { return [] }
    let count = try EnterDuties.run(in: services.store, as: services.environment)
    try refresh(services)
    return [
      .say(
        count == 0
          ? Label(zh: "任务都已在台账", en: "Every duty is there already")
          : Label(zh: "已生成\(count)项任务", en: "\(counted(count, "duty", "duties")) entered"), .good)
    ]
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    switch event {
    case .key(let key):
      switch key {
      case .up, .character("k"): try step(-1, services)
      case .down, .character("j"): try step(1, services)
      case .pageUp: try step(-size.height, services)
      case .pageDown: try step(size.height, services)
      case .home, .character("g"): try step(-10_000, services)
      case .end, .character("G"): try step(10_000, services)
      case .left, .character("h"): pane = .clauses
      case .right, .character("l"): pane = .detail
      default: break
      }
    case .mouse(let mouse):
      switch mouse.action {
      case .wheelUp: try step(-3, services)
      case .wheelDown: try step(3, services)
      case .press, .doublePress:
        let areas = areas
        if areas.isSplit, mouse.point.x < areas.clauses.width {
          pane = .clauses
          try step(topClause + mouse.point.y - cursor, services)
        } else {
          pane = .detail
          let place = topLine + mouse.point.y
          if stops.contains(place) { spot = place }
          if mouse.action == .doublePress { return open(services) }
        }
      }
    default: break
    }
    return []
  }

  private mutating func step(_ step: Int, _ services: Services) throws {
    if pane == .clauses {
      cursor += step
      settle()
      topLine = 0
      spot = 0
      return try read(services)
    }
    // From figure to figure where there are any in sight; a long text scrolls.
    let next = step > 0 ? stops.first { $0 > spot } : stops.last { $0 < spot }
    if abs(step) == 1, let next, next >= topLine, next < topLine + size.height {
      spot = next
    } else {
      topLine = max(0, min(topLine + step, lines.count - size.height))
      let seen = stops.filter { $0 >= topLine && $0 < topLine + size.height }
      if !seen.contains(spot), let near = step > 0 ? seen.first : seen.last { spot = near }
      return
    }
    settle()
  }
}
