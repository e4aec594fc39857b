import Domain
import Terminal
import UseCases
import Widgets

/// What can be done with who has not reported.
enum ChaseActions {
  static let table: ActionTable<ChaseScreen> = Common.table([
    act("chase.open", "展开、收起，或打开项目", "Unfold, fold, or open the project", ["Enter"], short: ("打开", "open"), rank: 1),
    act("chase.progress", "填报这里的进展", "Enter the reports here", ["J"], twin: "Alt-j", short: ("填报", "report"), rank: 2),
    act("chase.export", "导出催报名单", "Export the list to chase", ["x"], twin: "^X", short: ("导出", "export"), rank: 3),
    act("chase.view", "只看未报/全部", "Missing only, or all", ["v"], twin: "F4", short: ("未报/全部", "all"), rank: 4),
    act("chase.before", "上一季度", "Quarter before", ["["], twin: "F6", short: ("上季", "prev"), rank: 63),
    act(
      "chase.after", "下一季度", "Quarter after", ["]"], twin: "F7", short: ("下季", "next"), rank: 64,
      disabled: { screen in
        screen.quarter >= screen.today.quarter
          ? Label(zh: "已是本季度", en: "This is the present quarter").caption : nil
      }),
  ])

  private static let act = ActionMaker<ChaseScreen>("未报名单", "Missing reports")
}

extension ChaseScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "chase.open": return try open(services)
    case "chase.progress":
      return [.open(ProgressScreen(tab: tab, services, region: unit ?? region, quarter: quarter))]
    case "chase.export":
      return [
        .ask(
          "export",
          .input(
            title: Label(zh: "催报名单导出到(.csv或.json)", en: "Export the list to (.csv or .json)"),
            text: "unreported-\(quarter.text).csv"))
      ]
    case "chase.view":
      onlyMissing.toggle()
      settle()
    case "chase.before", "chase.after":
      quarter = quarter.adding(quarters: action == "chase.after" ? 1 : -1)
      try refresh(services)
    default: break
    }
    return []
  }

  private mutating func open(_ services: Services) throws -> [Effect] {
    switch current {
    case .unit(let code):
      if expanded.remove(code) == nil {
        expanded.insert(code)
        try readProjects(code, services)
      }
      settle()
    case .project(let id, let unit):
      let list = try services.store.list(ChaseList.projects(of: unit, quarter))
      return [.open(RecordScreen(Register(Project.self), id, tab: tab, services, list: list))]
    case .more(_, let unit):
      return [.open(ProgressScreen(tab: tab, services, region: unit, quarter: quarter))]
    case nil: break
    }
    return []
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    if case .unit(let code) = current {
      switch event {
      case .key(.right), .key(.character("l")):
        return expanded.contains(code) ? [] : try open(services)
      case .key(.left), .key(.character("h")):
        return expanded.contains(code) ? try open(services) : []
      default: break
      }
    }
    let event = event.seen(from: TableView.origin(size))
    let outcome = table.handle(event, source)
    if case .open = outcome { return try open(services) }
    return []
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    guard question == "export", case .text(let path) = answer, !path.isEmpty else { return [] }
    let filter = Filter.where("region", .equal, .text(region)).and(Unreported.filter(quarter))
    let query = Query(register: Project.schema.id, filter: filter, sort: [Sort("region"), Sort("name")])
    return [.work(.export(query, to: path, services))]
  }
}
