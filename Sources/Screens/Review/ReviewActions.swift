import Domain
import Terminal
import UseCases
import Widgets

/// What can be done in the inbox.
enum ReviewActions {
  static let table: ActionTable<ReviewScreen> = Common.table([
    act("review.admit", "同意（入库、变更、出库）", "Admit", ["a"], twin: "F9", short: ("入库", "admit"), rank: 1, disabled: noItem),
    act(
      "review.return", "退回（选字段和原因）", "Return, naming fields and reasons", ["b"], twin: "F8", short: ("退回", "return"),
      rank: 2, disabled: noItem),
    act(
      "review.recommend", "入库并向上一级推荐", "Admit and recommend upward", ["u"], twin: "F7", short: ("推荐", "recommend"),
      rank: 3, disabled: noRecommendation),
    act("review.history", "看历史", "History", ["y"], twin: "Alt-y", short: ("历史", "history"), rank: 4, disabled: noItem),
    act("review.open", "打开记录", "Open the record", ["Enter"], short: ("打开", "open"), rank: 5, disabled: noItem),
    act("review.mark", "标记", "Mark", ["Space"], rank: 6, disabled: noLine),
    act(
      "review.admitAll", "标记的全部入库", "Admit all marked", ["A"], twin: "F10", short: ("标记的全部入库", "admit marked"),
      rank: 7, disabled: noMarks),
    act(
      "review.returnAll", "标记的全部退回", "Return all marked", ["B"], twin: "Alt-b", short: ("全部退回", "return marked"),
      disabled: noMarks),
    act(
      "review.begin", "开始审核，或放回待审", "Begin the review, or give it back", ["R"], twin: "F6", short: ("审核", "begin"),
      disabled: noItem),
    act("review.handOver", "移交他人审核", "Hand over", ["M"], twin: "Alt-o", short: ("移交", "hand over"), disabled: noItem),
    act(
      "review.settings", "本级设置：常用原因、名额、时限", "The tier's settings: usual reasons, quotas, days", ["O"], twin: "F2",
      short: ("本级设置", "settings")),
    act(
      "review.suggest", "请专家评审", "Ask experts for opinions", ["V"], twin: "Alt-v", short: ("专家", "experts"),
      disabled: noItem),
    act("review.pane", "换窗格", "Other pane", ["Tab"], short: ("窗格", "pane")),
    act("review.next", "下一条", "Next", ["^Down"], short: ("下一条", "next")),
    act("review.previous", "上一条", "Previous", ["^Up"], short: ("上一条", "previous")),
  ])

  private static let act = ActionMaker<ReviewScreen>("审核", "Review")

  private static let noItem: @Sendable (ReviewScreen) -> Caption? = { screen in
    screen.current == nil ? Label(zh: "没有选中的申报", en: "No record is chosen").caption : nil
  }
  private static let noLine: @Sendable (ReviewScreen) -> Caption? = { screen in
    screen.cursor == nil ? Label(zh: "没有待审的申报", en: "Nothing waits for review").caption : nil
  }
  private static let noMarks: @Sendable (ReviewScreen) -> Caption? = { screen in
    screen.marked.isEmpty ? Label(zh: "没有标记的记录，空格标记", en: "Nothing is marked; Space marks").caption : nil
  }
  private static let noRecommendation: @Sendable (ReviewScreen) -> Caption? = { screen in
    guard let item = screen.current else { return noItem(screen) }
    guard item.kind == .admit, item.tier.next != nil else {
      return Label(zh: "只有县级、市级的入库可以同时推荐", en: "Only entries of counties and cities are recommended").caption
    }
    return nil
  }
}

extension ReviewScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "review.open": return open(atHistory: false, services)
    case "review.history": return open(atHistory: true, services)
    case "review.suggest":
      guard let detail else { return [] }
      return [.open(ProposalScreen.experts(for: detail.document, tab: .review, services))]
    case "review.mark": toggleMark()
    case "review.pane": pane = pane == .inbox ? .detail : .inbox
    case "review.next": try move(by: 1, services)
    case "review.previous": try move(by: -1, services)
    case "review.admit":
      return [
        ask(
          "admit", Label(zh: "入库文号 文件日期；审核意见（都可不填）", en: "Document number, date; opinion (all may be blank)"),
          document)
      ]
    case "review.recommend":
      return [
        ask("recommend", Label(zh: "推荐：批次 排序 文号 日期；理由", en: "Recommend: batch rank document date; reason"), "")
      ]
    case "review.return":
      if let detail { returning = ReturnPanel(detail, language) }
    case "review.admitAll":
      let count = chosen.count
      return [
        ask(
          "admitAll",
          Label(
            zh: "标记的\(count)项全部入库：文号 文件日期；审核意见（都可不填）",
            en: "Admit \(counted(count, "record")): document number, date; opinion"), document)
      ]
    case "review.returnAll":
      let count = chosen.count
      return [
        ask("returnAll", Label(zh: "标记的\(count)项全部退回：原因", en: "Return \(counted(count, "record")): reason"), "")
      ]
    case "review.begin": return try begin(services)
    case "review.handOver": return try askColleague(services)
    case "review.settings": return try openSettings(services)
    default: break
    }
    return []
  }

  private func ask(_ name: String, _ title: Label, _ text: String) -> Effect {
    .ask(name, .input(title: title, text: text))
  }

  private func open(atHistory: Bool, _ services: Services) -> [Effect] {
    guard let current, let register = Registers.named(Project.schema.id) else { return [] }
    var screen = RecordScreen(register, current.id, tab: .review, services)
    if atHistory { screen.current = max(0, screen.tabs.count - 1) }
    return [.open(screen)]
  }

  private mutating func toggleMark() {
    switch cursor {
    case .item(let id): if marked.remove(id) == nil { marked.insert(id) }
    case .group(let name):
      let ids = Set(group(name)?.items.map(\.id) ?? [])
      if ids.isSubset(of: marked) { marked.subtract(ids) } else { marked.formUnion(ids) }
    case nil: break
    }
  }

  private mutating func begin(_ services: Services) throws -> [Effect] {
    let items = chosen
    let mine = items.allSatisfy { $0.isHeld && $0.filing.reviewer == services.environment.actor.person }
    let options = Self.options(items)
    let results =
      mine
      ? try BeginReview.release(items.map(\.id), options, in: services.store, as: services.environment)
      : try BeginReview.run(items.map(\.id), options, in: services.store, as: services.environment)
    return try done(
      results, mine ? Label(zh: "已放回待审", en: "given back") : Label(zh: "已开始审核", en: "under review"), services)
  }

  /// What was seen is what is decided on: a record that changed meanwhile is not.
  static func options(_ items: [ReviewInbox.Item]) -> FilingOptions {
    FilingOptions(seen: Dictionary(items.map { ($0.id, $0.revision) }, uniquingKeysWith: { first, _ in first }))
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    if case .chosen(let place) = answer, question == "colleague" { return try handOver(place, services) }
    guard case .text(let typed) = answer else { return [] }
    let text = Normalised.trimmed(typed)
    let (store, environment) = (services.store, services.environment)
    let items = question.hasSuffix("All") ? chosen : [current].compactMap { $0 }
    guard !items.isEmpty else { return [] }
    let ids = items.map(\.id)
    switch question {
    case "admit", "admitAll":
      document = Normalised.trimmed(DecisionText.parted(text).paper)
      let results = try Admit.run(ids, DecisionText(text).decision, Self.options(items), in: store, as: environment)
      return try done(results, Label(zh: "已同意", en: "admitted"), services)
    case "recommend":
      return try recommend(items, text, services)
    case "returnAll":
      guard !text.isEmpty else {
        return [.say(Label(zh: "退回须写原因，未退回", en: "A return needs a reason; nothing was returned"), .warning)]
      }
      let results = try ReturnRecord.run(
        ids, faults: [], reason: text, Self.options(items), in: store, as: environment)
      return try done(results, Label(zh: "已退回", en: "returned"), services)
    case "handOver": return text.isEmpty ? [] : try handOver(to: text, services)
    default: return []
    }
  }

  /// Admits, then recommends what was admitted: two acts, each with its own entry.
  private mutating func recommend(
    _ items: [ReviewInbox.Item], _ text: String, _ services: Services
  ) throws -> [Effect] {
    let (store, environment) = (services.store, services.environment)
    let paper = RecommendationText(text)
    let admitted = try Admit.run(
      items.map(\.id), DecisionText(document).decision, Self.options(items), in: store, as: environment)
    let ids = admitted.filter(\.isDone).map(\.id)
    guard !ids.isEmpty else { return try done(admitted, Label(zh: "已同意", en: "admitted"), services) }
    let results = try Recommend.run(
      ids, paper.paper, FilingOptions(tier: items.first?.tier), in: store, as: environment)
    return try done(results, Label(zh: "已入库并推荐", en: "admitted and recommended"), services)
  }

  /// Sends the current record back with the faults that were gathered.
  mutating func sendBack(_ faults: [FieldFault], _ services: Services) throws -> [Effect] {
    returning = nil
    guard let current else { return [] }
    let whole = faults.filter { $0.field.isEmpty }.map(\.reason).joined(separator: "；")
    let results = try ReturnRecord.run(
      [current.id], faults: faults.filter { !$0.field.isEmpty }, reason: whole, Self.options([current]),
      in: services.store, as: services.environment)
    return try done(results, Label(zh: "已退回", en: "returned"), services)
  }

  mutating func done(_ results: [FilingResult], _ verb: Label, _ services: Services) throws -> [Effect] {
    marked.subtract(results.filter(\.isDone).map(\.id))
    try refresh(services)
    return FilingSummary.effects(results, verb)
  }
}
