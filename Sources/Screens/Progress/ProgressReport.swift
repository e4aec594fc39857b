import Domain
import Terminal
import UseCases
import Widgets

/// The lower part: the report of one project, from proposal to save.
extension ProgressScreen {
  /// The fields of a report in reading order.
  static let fields = [
    "invested", "invested_so_far", "status", "pace", "reason", "problem", "solver", "problem_state", "solved_on",
  ]
  private static let list = "progress"

  private static func key(_ field: String) -> FormKey { FormKey("\(list).\(field)") }

  var sections: [FormSection] {
    let items = FormItems(desk: desk, required: [], isFrozen: false)
    func item(
      _ field: String, _ width: FormItem.Width? = nil, startsLine: Bool = false
    ) -> FormItem? {
      items.item("\(Self.list).\(field)", width: width) { $0.startsLine = startsLine }
    }
    let lines = [
      item("invested", startsLine: true), item("invested_so_far"),
      item("status", .flex(min: 20), startsLine: true),
      item("pace", startsLine: true), item("reason"),
      item("problem", .flex(min: 20), startsLine: true),
      item("solver", .fixed(16), startsLine: true), item("problem_state"), item("solved_on"),
    ]
    let title = CleanText(quarter.label[language])
    return [FormSection(Self.list, title, [.items(lines.compactMap { $0 })])]
  }

  // MARK: from the project

  /// Puts the report of the project at hand into the form: what is kept of it, else the proposal.
  mutating func take(isOther: Bool, _ services: Services) {
    guard let project else {
      proposal = nil
      isDirty = false
      form = FormView(sections: [])
      if pane == .report { pane = .list }
      return
    }
    proposal = ReportProgress.proposal(project, for: quarter)
    isDirty = false
    needsKeep = false
    keptAt = nil
    var texts = proposal.map { Self.texts(of: $0.report) } ?? [:]
    var focus: FormKey?
    if let kept = kept[project.id] {
      for (key, text) in typed(in: kept.scratch) { texts[key] = text.isEmpty ? nil : text }
      isDirty = true
      keptAt = kept.scratch.savedAt
      focus = kept.scratch.focus.split(separator: "/").last.map { Self.key(String($0)) }
    }
    var state = FormState(texts: texts)
    state.focus = isOther ? focus ?? Self.key("invested") : form.state.focus
    form = FormView(sections: sections, state: state)
    form.fit(areas.form.size)
    derive()
  }

  static func texts(of report: Progress) -> [FormKey: String] {
    var texts: [FormKey: String] = [:]
    for field in Progress.fields where fields.contains(field.spec.id) {
      let text = FormDesk.text(of: field.get(report))
      if !text.isEmpty { texts[key(field.spec.id)] = text }
    }
    return texts
  }

  /// The report as typed; what cannot be read stays as it was proposed.
  var typedReport: Progress? {
    guard var report = proposal?.report else { return nil }
    for field in Progress.fields where Self.fields.contains(field.spec.id) {
      let text = form.text(Self.key(field.spec.id))
      if case .success(let value) = desk.value(text, field.spec) { field.set(&report, value) }
    }
    return report
  }

  // MARK: typing

  mutating func type(_ event: Event, _ services: Services) throws -> [Effect] {
    message = nil
    let event = event.seen(from: Point(x: 0, y: areas.form.y))
    let outcome = form.handle(event, hooks: hooks(services))
    switch outcome {
    case .ignored, .handled, .create: break
    case .changed(let key):
      changed()
      if case .picker = form.item(key.field)?.kind { derive() }
      keepTyping(services, atEnd: false)
    case .left(let key):
      left(key)
      keepTyping(services, atEnd: true)
    case .rows: break
    case .finished:
      if let key = form.state.focus { left(key) }
      keepTyping(services, atEnd: true)
      message = (
        Label(zh: "已到最后一项：^S 报出这一项，转到下一项", en: "That was the last field: ^S reports it and goes on to the next"), .plain
      )
    }
    return []
  }

  private mutating func changed() {
    isDirty = true
    needsKeep = true
  }

  /// What was invested so far follows from the period, and the other way round.
  private mutating func left(_ key: FormKey) {
    let before = proposal.flatMap { $0.last?.investedSoFar } ?? .zero
    func amount(_ field: String) -> Amount? { Amount(parsing: form.text(Self.key(field))) }
    switch key {
    case Self.key("invested"):
      if isDirty, let period = amount("invested"), let sum = before.adding(period), amount("invested_so_far") != sum {
        form.set(sum.plain, for: Self.key("invested_so_far"))
      }
    case Self.key("invested_so_far"):
      if isDirty, amount("invested") == nil, let sum = amount("invested_so_far"), sum > before {
        form.set((sum - before).plain, for: Self.key("invested"))
      }
    default: break
    }
    derive()
  }

  /// What a pace or a problem asks for is marked as required, and what is missing is said at its field.
  mutating func derive() {
    guard let report = typedReport else { return }
    var problems: [FormKey: CleanText] = [:]
    var required: Set<String> = []
    for field in Progress.fields where field.requiredWhen?(report) == true {
      required.insert("\(Self.list).\(field.spec.id)")
      guard isDirty, field.get(report).isEmpty, field.spec.id != "month" else { continue }
      let name = field.spec.label
      problems[Self.key(field.spec.id)] = CleanText(
        Label(zh: "请填写“\(name.zh)”", en: "Fill in “\(name.en)”")[language])
    }
    form.problems = problems
    form.sections = sections.map { section in
      FormSection(
        section.id, section.title,
        section.blocks.map { block in
          guard case .items(let items) = block else { return block }
          return .items(items.map { item in item.with { $0.required = required.contains(item.id) } })
        })
    }
  }

  func hooks(_ services: Services) -> FormHooks {
    var hooks = desk.hooks(document)
    let (desk, document) = (desk, document)
    hooks.step = { key, text, step in
      desk.spec(key).flatMap { FormDesk.step($0.kind, text, step, today: services.today) }
    }
    hooks.candidates = { key, query, range in
      guard let spec = desk.spec(key) else { return PickerPage(count: 0, items: []) }
      return FormScreen.candidates(spec, query, range, document, desk, services)
    }
    return hooks
  }

  /// The project as a document, for what the form's hooks look at.
  var document: Document {
    project.map(Project.schema.document)
      ?? Document(register: Project.schema.id, id: RecordID(high: 0, low: 0))
  }

  // MARK: saving

  /// Reports the project at hand and goes on to the next one.
  ///
  /// `reason` is asked for where it corrects a quarter that is locked.
  mutating func save(_ services: Services, reason: String = "") throws -> [Effect] {
    guard let project, var proposal, let report = typedReport else { return [] }
    form.settle(hooks(services))
    if let key = form.state.focus { left(key) }
    if let key = form.order.first(where: { form.unread[$0] != nil }) {
      form.focus(key)
      pane = .report
      message = (Label(zh: "有一项无法识别，未报：请改正或清空", en: "A field cannot be read, nothing reported: correct it"), .error)
      return []
    }
    proposal.report = typedReport ?? report
    do {
      try ReportProgress.run(
        proposal, of: project.id, for: quarter, reason: reason, in: services.store, as: services.environment)
    } catch UseCaseError.reasonWanted(let wanted) {
      changed()
      keepTyping(services, atEnd: true)
      return [.ask("correction", .input(title: wanted, text: ""))]
    } catch UseCaseError.faulty(let finding) {
      isDirty = true
      derive()
      if let field = finding.fields.first { form.focus(FormKey(field)) }
      pane = .report
      keepTyping(services, atEnd: true)
      message = (
        Label(zh: "未报：\(finding.message.zh)", en: "Not reported: \(finding.message.en)"), .error
      )
      return []
    } catch {
      changed()
      keepTyping(services, atEnd: true)
      let reason = Trouble.message(error)
      message = (Label(zh: "未报：\(reason.zh)", en: "Not reported: \(reason.en)"), .error)
      return []
    }
    drop(project.id, services)
    let name = project.name
    let wasTyping = pane == .report
    if !onlyMissing { table.go(to: table.place.cursor + 1, source) }
    isDirty = false
    self.project = nil
    try reload(services)
    if wasTyping, self.project != nil { pane = .report }
    message = (Label(zh: "已报“\(name)”", en: "Reported “\(name)”"), .good)
    return []
  }
}
