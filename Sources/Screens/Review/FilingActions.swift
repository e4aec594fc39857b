import Domain
import Terminal
import UseCases
import Widgets

/// The filing verbs as they are offered where projects are: in the list over the marked ones, on a record over itself.
enum FilingActions {
  /// `disabled` says why none of them can be used here.
  static func table<S: Screen>(disabled: @escaping @Sendable (S) -> Caption?) -> [Action<S>] {
    func act(
      _ id: String, _ zh: String, _ en: String, _ keys: [KeyChord], twin: KeyChord, short: (String, String)
    ) -> Action<S> {
      Action(
        "filing.\(id)", name: Label(zh: zh, en: en).caption, short: Label(zh: short.0, en: short.1).caption,
        group: Label(zh: "申报", en: "Filing").caption, keys: keys, twin: twin, disabled: disabled)
    }
    return [
      act("submit", "上报", "Submit", ["S"], twin: "F9", short: ("上报", "submit")),
      act("withdraw", "撤回", "Withdraw", ["W"], twin: "Alt-w", short: ("撤回", "withdraw")),
      act("recommend", "向上一级推荐", "Recommend upward", ["U"], twin: "Alt-r", short: ("推荐", "recommend")),
      act("exit", "申请出库", "Ask for an exit", ["E"], twin: "Alt-q", short: ("出库", "exit")),
      act("plan", "年度计划：列入、调整、调出", "Yearly plan: list, adjust, take off", ["P"], twin: "Alt-p", short: ("计划", "plan")),
      act("pass", "把上级退回的转给下级改", "Pass a return further down", ["B"], twin: "Alt-b", short: ("转退", "pass down")),
    ]
  }

  /// Asks what a verb needs to know about these records.
  static func ask(_ action: String, _ ids: [RecordID], _ services: Services) -> [Effect] {
    guard !ids.isEmpty else { return [.say(Label(zh: "没有记录", en: "There is no record"))] }
    let zh = "\(ids.count)项"
    let en = counted(ids.count, "project")
    switch action {
    case "filing.submit":
      return [
        confirm(
          action, Label(zh: "上报", en: "Submit"),
          Label(
            zh: "上报\(zh)？上报后申报内容不能再改，可撤回", en: "Submit \(en)? What is declared is then frozen; it can be withdrawn."))
      ]
    case "filing.withdraw":
      return [confirm(action, Label(zh: "撤回", en: "Withdraw"), Label(zh: "撤回\(zh)？", en: "Withdraw \(en)?"))]
    case "filing.recommend":
      return [
        .ask(
          action,
          .input(
            title: Label(zh: "推荐\(zh)：批次 排序 文号 日期；理由", en: "Recommend \(en): batch rank document date; reason"),
            text: ""))
      ]
    case "filing.exit":
      return [
        .ask(
          action,
          .choose(
            title: Label(zh: "\(zh)出库：类型", en: "Exit of \(en): kind"), items: ExitKind.codes.codes.map(\.label),
            current: 0))
      ]
    case "filing.plan":
      return [
        .ask(
          action,
          .choose(
            title: Label(zh: "\(zh)：年度计划", en: "Yearly plan of \(en)"), items: states.map { states($0) }, current: 0))
      ]
    case "filing.pass":
      return [
        .ask(
          action, .input(title: Label(zh: "转退\(zh)：要下级改什么", en: "Pass \(en) down: what is to be corrected"), text: ""))
      ]
    default: return []
    }
  }

  private static func confirm(_ action: String, _ title: Label, _ text: Label) -> Effect {
    .ask(action, .confirm(title: title, text: text, yes: title))
  }

  private static let states = PlanEntry.State.allCases

  private static func states(_ state: PlanEntry.State) -> Label {
    ProjectCodes.planStates[state.rawValue]?.label ?? Label(zh: state.rawValue, en: state.rawValue)
  }

  /// Does what was asked and answered; nil for a question of somebody else.
  static func answer(
    _ answer: Answer, to question: String, _ ids: [RecordID], _ services: Services
  ) throws -> Done? {
    guard question.hasPrefix("filing.") else { return nil }
    let parts = question.split(separator: "/").map(String.init)
    let (store, environment) = (services.store, services.environment)
    switch (parts[0], answer) {
    case ("filing.submit", .yes):
      return Done(
        try Submit.run(ids, in: store, as: environment), Label(zh: "已上报", en: "submitted"))
    case ("filing.withdraw", .yes):
      return Done(
        try Withdraw.run(ids, in: store, as: environment), Label(zh: "已撤回", en: "withdrawn"))
    case ("filing.recommend", .text(let text)):
      return Done(
        try Recommend.run(ids, RecommendationText(text).paper, in: store, as: environment),
        Label(zh: "已推荐", en: "recommended"))
    case ("filing.exit", .chosen(let index)):
      guard ExitKind.allCases.indices.contains(index) else { return Done([]) }
      let kind = ExitKind.allCases[index]
      let name = ExitKind.codes[kind.rawValue]?.label ?? Label(zh: kind.rawValue, en: kind.rawValue)
      return Done([
        .ask("filing.exit/\(kind.rawValue)", .input(title: Label(zh: "\(name.zh)：原因", en: "\(name.en): why"), text: ""))
      ])
    case ("filing.exit", .text(let text)):
      guard parts.count == 2, let kind = ExitKind(rawValue: parts[1]) else { return Done([]) }
      return Done(
        try RequestExit.run(ids, .init(kind, reason: Normalised.trimmed(text)), in: store, as: environment),
        Label(zh: "已申请出库", en: "asked to leave"))
    case ("filing.plan", .chosen(let index)):
      guard states.indices.contains(index) else { return Done([]) }
      let year = environment.today.year
      return Done([
        .ask(
          "filing.plan/\(states[index].rawValue)",
          .input(
            title: Label(
              zh: "年度 新开工/续建 投资(如3000万元) 批次 文号", en: "Year, new/carried_on, investment (30M), batch, document"),
            text: "\(year) "))
      ])
    case ("filing.plan", .text(let text)):
      guard parts.count == 2, let state = PlanEntry.State(rawValue: parts[1]) else { return Done([]) }
      return try plan(ids, state, text, services)
    case ("filing.pass", .text(let text)):
      return Done(
        try ReturnRecord.run(ids, faults: [], reason: Normalised.trimmed(text), in: store, as: environment),
        Label(zh: "已转退", en: "passed down"))
    default: return Done([])
    }
  }

  /// What is to be said, and which records it was done to.
  struct Done {
    let effects: [Effect]
    var records: Set<RecordID> = []

    init(_ effects: [Effect]) { self.effects = effects }

    init(_ results: [FilingResult], _ verb: Label) {
      effects = FilingSummary.effects(results, verb)
      records = Set(results.filter(\.isDone).map(\.id))
    }
  }

  /// The plan of the tier that the person works for; the province's where nobody has a region.
  private static func plan(
    _ ids: [RecordID], _ state: PlanEntry.State, _ text: String, _ services: Services
  ) throws -> Done {
    guard let plan = YearlyPlanText(text) else {
      return Done([.say(Label(zh: "先写四位年度，如 2023", en: "Begin with the year, as 2023"), .warning)])
    }
    let region = services.environment.actor.region ?? services.store.info.region
    let level = services.reference.regions[region]?.level
    let tier = Tier.allCases.first { $0.level == level } ?? .province
    let entry = plan.entry(tier, state, today: services.today)
    return Done(
      try PutOnPlan.run(ids, entry, in: services.store, as: services.environment), states(state))
  }
}
