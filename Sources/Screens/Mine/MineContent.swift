import Domain
import UseCases

/// What waits for one person, read in one moment; only the first rows of anything long.
struct MineContent: Sendable {
  enum Target: Hashable, Sendable {
    case record(register: String, RecordID)
    /// Unsaved typing, by its place in the scratch.
    case typing(slot: String)
    case list(register: String, Filter)
  }

  struct Row: Hashable, Sendable {
    let title: String
    /// Why it is here: a reason, a day, a verb.
    let note: Label
    let isUrgent: Bool
    let target: Target
  }

  struct Section: Hashable, Sendable {
    let id: String
    let label: Label
    let rows: [Row]
    /// What all of it is, as lists without a record in common; empty for what is no list.
    let lists: [Query]
    /// How many there are; nil while they are counted.
    var count: Int?
    /// What is said where there is nothing.
    let whenEmpty: Label
  }

  var sections: [Section] = []
  /// Findings of the rules in what the person still has to submit; nil while they are looked for.
  var findings: (errors: Int, warnings: Int)?

  /// How many rows of one kind are read.
  static let most = 20

  /// What cannot wait, the figure on the tab: typing to take up again, and what came back.
  static func waiting(_ services: Services) throws -> Int {
    let filters = returned(services)
    let back = try services.store.read { library -> Int in
      try filters.reduce(0) { try $0 + library.totals(Project.schema.id, where: $1, sums: []).count }
    }
    return back + ScratchSlots.count(services)
  }

  /// What came back to the person's own tiers: to a clerk to correct, to a reviewer from the tier above.
  private static func returned(_ services: Services) -> [Filter] {
    if services.environment.access.isAlone { return [own(services).and("filing", .equal, .text("returned"))] }
    return Waiting.returnedFilters(in: services.store, as: services.environment)
  }

  /// The tiers that the person reviews for; whoever is alone in a library has the inbox, and nobody to wait for them.
  private static func stations(_ library: any StoreReading, _ services: Services) throws -> [Station] {
    let environment = services.environment
    return environment.access.isAlone ? [] : try Station.all(of: environment, in: library, services.store)
  }

  /// The person's own region.
  private static func own(_ services: Services) -> Filter {
    .where("region", .equal, .text(services.environment.actor.region ?? services.store.info.region))
  }

  static func read(_ services: Services) throws -> MineContent {
    let today = services.today
    let own = own(services)
    let quarter = today.quarter.previous
    let unreported = Unreported.filters(quarter).map { own.and($0) }
    let reportDay = services.reference.settings.reportDay
    let due = quarter.lastDay.adding(days: reportDay)
    return try services.store.read { library in
      // Kept counters say how many there are: what is rare need not be looked for.
      let filed = try library.counts(Project.schema.id, by: "filing", where: own)
      let stations = try stations(library, services)
      let review =
        try stations.isEmpty
        ? []
        : [
          section(
            "review", Label(zh: "待我审核", en: "Waiting for my review"), stations.map(\.filter),
            Label(zh: "没有待审的申报", en: "Nothing waits for a review"), services, sort: "waiting_since",
            note: { waited($0, today) })
        ]
      let back = returned(services)
      let count = try back.reduce(0) { try $0 + library.totals(Project.schema.id, where: $1, sums: []).count }
      return MineContent(
        sections: [typing(services)] + review + [
          try section(
            "returned", Label(zh: "退回修改", en: "Returned to correct"), back,
            Label(zh: "没有退回的项目", en: "Nothing was returned"), services, sort: nil,
            known: count, urgent: true, note: reason),
          try section(
            "overdue", Label(zh: "节点逾期", en: "Milestones overdue"),
            [own.and(DueState.overdue.filter(today: today, reportDay: reportDay))],
            Label(zh: "没有逾期的节点", en: "No milestone is overdue"), services, urgent: true,
            note: { days($0, today) }),
          try section(
            "due", Label(zh: "节点临期", en: "Milestones due"), [own.and(soon(today, reportDay))],
            Label(zh: "三十天内没有到期的节点", en: "No milestone falls due in thirty days"), services,
            note: { days($0, today) }),
          try section(
            "unreported",
            Label(
              zh: "未报\(quarter.label.zh)进展(\(today <= due ? "截止" : "已过")\(due.label.zh))",
              en: "No progress report for \(quarter.label.en) (due \(due.iso))"), unreported,
            Label(zh: "在建项目都已报进展", en: "Every project under way has reported"), services, urgent: today > due,
            note: last),
          try section(
            "drafts", Label(zh: "草稿，未上报", en: "Drafts, not submitted"), [own.and("filing", .equal, .text("draft"))],
            Label(zh: "没有未上报的草稿", en: "No draft is left"), services, sort: nil, known: filed["draft"] ?? 0,
            note: area),
          try changes(services),
        ])
    }
  }

  /// Planned days that passed and whose report is not due yet, and those of the next thirty days.
  private static func soon(_ today: Day, _ reportDay: Int) -> Filter {
    let last = DueState.lastOverdue(today: today, reportDay: reportDay)
    return Filter.where("member", .equal, .flag(true)).and("next_due", .greater, .day(last))
      .and("next_due", .lessOrEqual, .day(today.adding(days: 30)))
  }

  private static func typing(_ services: Services) -> Section {
    let kept = ScratchSlots.kept(services)
    let rows = kept.map { slot, scratch in
      let register = Registers.named(scratch.document.register)
      let title = register.map { scratch.document[$0.titleField].plain } ?? ""
      let state = scratch.base == 0 ? Label(zh: "新建", en: "new") : Label(zh: "修改", en: "changed")
      let noun = register?.singular ?? Label(zh: "", en: "")
      return Row(
        title: title.isEmpty ? "(\(noun.zh))" : title,
        note: Label(
          zh: "\(state.zh)\(noun.zh) \(scratch.savedAt.local)", en: "\(state.en) \(noun.en), \(scratch.savedAt.local)"),
        isUrgent: true, target: .typing(slot: slot))
    }
    return Section(
      id: "typing", label: Label(zh: "未存的输入，可接着填", en: "Unsaved typing to take up again"), rows: rows, lists: [],
      count: rows.count, whenEmpty: Label(zh: "输入都已保存", en: "Everything typed is saved"))
  }

  private static func section(
    _ id: String, _ label: Label, _ filters: [Filter], _ whenEmpty: Label, _ services: Services,
    sort: String? = "next_due", known: Int? = nil, urgent: Bool = false, note: (Document) -> Label
  ) throws -> Section {
    let register = Project.schema.id
    let queries = filters.map { Query(register: register, filter: $0, sort: sort.map { [Sort($0)] } ?? []) }
    var rows: [Row] = []
    for query in queries where rows.count < most && known != 0 {
      for row in try services.store.list(query).rows(0..<most - rows.count, fields: []) {
        guard let document = try services.store.read({ try $0.document(register, row.id) }) else { continue }
        rows.append(
          Row(
            title: document["name"].plain, note: note(document), isUrgent: urgent,
            target: .record(register: register, row.id)))
      }
    }
    return Section(
      id: id, label: label, rows: rows, lists: queries, count: known ?? (rows.count < most ? rows.count : nil),
      whenEmpty: whenEmpty)
  }

  /// The person's last changes, a record once.
  private static func changes(_ services: Services) throws -> Section {
    let person = services.environment.actor.person
    let rows = try services.store.read { library in
      var seen: Set<RecordID> = []
      return try library.recentEntries(by: person, limit: 40).compactMap { entry -> Row? in
        guard let id = entry.record, let register = Registers.named(entry.register), seen.insert(id).inserted,
          let document = try library.document(entry.register, id)
        else { return nil }
        let verb = entry.actionLabel
        return Row(
          title: document[register.titleField].plain,
          note: Label(
            zh: "\(entry.at.local) \(verb.zh)\(register.singular.zh)",
            en: "\(entry.at.local) \(verb.en) \(register.singular.en)"), isUrgent: false,
          target: .record(register: entry.register, id))
      }
    }
    return Section(
      id: "changes", label: Label(zh: "我最近的改动", en: "My last changes"), rows: Array(rows.prefix(most)), lists: [],
      count: min(rows.count, most), whenEmpty: Label(zh: "还没有改动", en: "Nothing changed yet"))
  }

  // MARK: why a project is here

  /// The fields at fault of the last return, with their reasons.
  private static func reason(_ project: Document) -> Label {
    let returned = project.children["filings"]?.last { $0["outcome"].text == FilingOutcome.returned.rawValue }
    guard let returned else { return Label(zh: "未写原因", en: "no reason given") }
    let faults = FieldFault.read(returned["faults"].plain)
    let register = Registers.named(project.register)
    let colon = Label(zh: "：", en: ": ")
    func text(_ language: Language) -> String {
      let named = faults.map { fault in
        let field = register?.field(path: fault.field)?.label[language] ?? ""
        return field.isEmpty ? fault.reason : field + colon[language] + fault.reason
      }
      return (named.isEmpty ? [returned["reason"].plain] : named).joined(separator: Label(zh: "；", en: "; ")[language])
    }
    return Label(zh: text(.zh), en: text(.en))
  }

  private static func days(_ project: Document, _ today: Day) -> Label {
    guard let due = project["next_due"].day else { return Label(zh: "", en: "") }
    let left = today.days(to: due)
    return left < 0
      ? Label(zh: "\(due.iso) 过\(-left)天", en: "\(due.iso), \(counted(-left, "day")) late")
      : Label(zh: "\(due.iso) 还有\(left)天", en: "\(due.iso), \(counted(left, "day")) left")
  }

  private static func waited(_ project: Document, _ today: Day) -> Label {
    guard let since = project["waiting_since"].day else { return Label(zh: "", en: "") }
    let days = since.workingDays(to: today)
    return Label(zh: "\(since.iso)上报，已等\(days)个工作日", en: "since \(since.iso), \(counted(days, "working day"))")
  }

  private static func last(_ project: Document) -> Label {
    guard let day = project["last_reported"].day else { return Label(zh: "从未报过", en: "never reported") }
    return Label(zh: "上次\(day.quarter.label.zh)", en: "last \(day.quarter.label.en)")
  }

  private static func area(_ project: Document) -> Label {
    FocusAreas.list[project["focus_area"].plain]?.label ?? Label(zh: "未选改造领域", en: "no focus area")
  }
}
