import Domain
import Terminal
import UseCases
import Widgets

/// Entering and changing one record of any register; what is typed is kept until it is saved.
package struct FormScreen: Screen {
  var desk: FormDesk
  var form: FormView
  /// As typed so far, with everything derived.
  var document: Document
  /// As it was opened or last saved: what a conflict is compared with. Nil where it cannot be told any more.
  var original: Document?
  /// The revision that is written over; 0 for a new record.
  var base: Int
  /// Rows by the id that the form gives them, with the fields that the form does not show.
  var rows: [String: ChildRow] = [:]
  var findings: [Finding] = []
  /// Empty required fields are named, not only counted: after F9.
  var isChecked = false
  /// Which of the problems the status line tells.
  var problemIndex = 0
  var isDirty = false
  /// What was typed into an open list when it was last looked at.
  var lastPicking = ""
  /// A value changed since everything was derived.
  var needsDerive = false
  /// Typed since the scratch was written.
  var needsKeep = false
  var slot: String?
  var keptAt: Instant?
  /// When that was last tried: a full disk is not asked again at once.
  var triedAt: Instant?
  /// That somebody else saved the record: said until it is settled.
  var alarm: Label?
  /// Why the scratch could not be written, and why the library could not be read; each said until it works again.
  var keepTrouble: Label?
  var readTrouble: Label?
  var message: (label: Label, kind: Widgets.Frame.Message.Kind)?
  var conflict: ConflictView?
  /// That the form is open, for others to see.
  var seat: (any OpenForm)?
  /// Who else has the record open in a form.
  var company: [String] = []
  /// A record being made on the spot, and the field that waits for it.
  var pending: Pending?
  /// Made on the spot for another form: a save closes it.
  var closesOnSave = false
  var size = Size(width: 80, height: 21)
  /// The sum of the measures that was put in as the equipment's investment.
  var filledEquipment: Amount?

  /// The warning whose reason is being typed.
  var answering: Finding?

  struct Pending {
    let key: FormKey
    let register: String
    let id: RecordID
  }

  private init(_ register: Register, _ document: Document, original: Document?, base: Int, _ services: Services) {
    desk = FormDesk(register, services.reference, services.language)
    self.document = document
    self.original = original
    self.base = base
    form = FormView(sections: [])
  }

  // MARK: - Ways in

  /// A form for a new record, some fields of it filled already.
  package static func new(
    _ register: String, _ services: Services, values: [String: Value] = [:]
  ) throws -> FormScreen {
    try Permission.create(register, as: services.environment)
    let id = services.environment.newID()
    var document = Registers.named(register)?.blank(id) ?? Document(register: register, id: id)
    if let region = services.environment.actor.region, services.reference.regions[region]?.level == .county {
      document["region"] = .text(region)
    }
    for (field, value) in values { document[field] = value }
    return try opened(document, original: nil, base: 0, services)
  }

  /// A form for a new record that something else has filled: it counts as typed, and is kept until it is saved.
  package static func filled(_ document: Document, _ services: Services) throws -> FormScreen {
    var screen = try opened(document, original: nil, base: 0, services)
    screen.isDirty = true
    screen.needsKeep = true
    screen.message = (Label(zh: "内容已带入，尚未保存", en: "Filled in from the record, not saved yet"), .plain)
    return screen
  }

  /// A form for a saved record.
  package static func edit(_ register: String, _ id: RecordID, _ services: Services) throws -> FormScreen {
    let document = try saved(register, id, services)
    try services.store.read { try Permission.change(document, in: $0, services.reference, as: services.environment) }
    var screen = try opened(document, original: document, base: document.revision, services)
    if let freeze = try freeze(document, services) { screen.message = (freeze.message, .plain) }
    if !screen.company.isEmpty { screen.message = (screen.companySaid, .warning) }
    return screen
  }

  /// A form for a new record with what another one declares.
  package static func copy(_ register: String, _ id: RecordID, _ services: Services) throws -> FormScreen {
    try Permission.create(register, as: services.environment)
    let document = try saved(register, id, services)
    var screen = try opened(CopyRecord.of(document, as: services.environment), original: nil, base: 0, services)
    screen.isDirty = true
    screen.needsKeep = true
    screen.message = (Label(zh: "已复制为新记录，尚未保存", en: "Copied as a new record, not saved yet"), .plain)
    return screen
  }

  /// A form for a tier's settings where it has none yet, filled with what every tier starts from.
  static func settings(of region: String, _ services: Services) throws -> FormScreen {
    var settings = TierSettings.standard(region)
    settings.id = services.environment.newID()
    for place in settings.reasons.indices { settings.reasons[place].id = services.environment.newID() }
    return try opened(TierSettings.schema.document(settings), original: nil, base: 0, services)
  }

  private static func saved(_ register: String, _ id: RecordID, _ services: Services) throws -> Document {
    guard let document = try services.store.read({ try $0.document(register, id) }) else {
      throw StoreError.failed(Label(zh: "这条记录已被删除", en: "This record has been deleted"))
    }
    return document
  }

  static func opened(
    _ document: Document, original: Document?, base: Int, _ services: Services,
    state: (inout FormState) -> Void = { _ in }
  ) throws -> FormScreen {
    guard let register = Registers.named(document.register) else {
      throw UseCaseError.unknownRegister(document.register)
    }
    var screen = FormScreen(register, document, original: original, base: base, services)
    screen.look(up: document, services)
    screen.deriveDocument(services)
    screen.original = original.map { screen.derived($0, services) }
    screen.arrange()
    var start = screen.loaded()
    state(&start)
    screen.form = FormView(sections: screen.form.sections, state: start)
    screen.showDerived()
    screen.sitDown(services)
    return screen
  }

  // MARK: - Screen

  package var tab: TabID { TabID(of: desk.register.id) }

  package var isTyping: Bool { conflict == nil }
  package var hasUnsaved: Bool { isDirty || !picking.isEmpty }
  /// What is typed into the list that is open.
  var picking: String { form.picker?.query.text ?? "" }

  package mutating func resize(_ size: Size, _ services: Services) {
    self.size = size
    form.fit(formSize)
    arrange()
  }

  package mutating func refresh(_ services: Services) throws {
    if desk.language != services.language {
      desk.language = services.language
      arrange()
    }
    try takeCreated(services)
    desk.linked = [:]
    look(up: document, services)
    try lookForOthers(services)
    derive(services)
  }

  /// Somebody else saved the record: taken over where nothing was typed, otherwise said.
  private mutating func lookForOthers(_ services: Services) throws {
    guard base > 0, conflict == nil else { return }
    let current = try services.store.read { try $0.document(desk.register.id, document.id) }
    guard current?.revision != base else { return alarm = nil }
    if let current, !isDirty {
      reload(current)
    } else {
      alarm =
        current == nil
        ? Label(
          zh: "此记录已被删除或移出您的地区；^S 时可另存为新记录",
          en: "This record is deleted or left your region; ^S offers to save it as a new one")
        : Label(zh: "他人刚保存了此记录；^S 时逐项核对，不会覆盖", en: "Somebody saved this record; ^S compares field by field")
    }
  }

  /// Shows a record as it stands in the library, at the same place.
  mutating func reload(_ current: Document) {
    document = current
    original = current
    base = current.revision
    isDirty = false
    needsKeep = false
    let place = form.state
    arrange()
    var state = loaded()
    (state.focus, state.caret, state.top) = (place.focus, place.caret, place.top)
    form = FormView(sections: form.sections, state: state)
    form.fit(formSize)
    showDerived()
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    message = nil
    if conflict != nil { return try handleConflict(event, services) }
    let hooks = hooks(services)
    var event = event
    if case .mouse(let mouse) = event {
      let y = mouse.point.y - (size.height - formSize.height)
      event = .mouse(Mouse(action: mouse.action, point: Point(x: mouse.point.x, y: y)))
    }
    let outcome = form.handle(event, hooks: hooks)
    defer { form.keepPlace(hooks: desk.hooks(document)) }
    keepPicking(services)
    switch outcome {
    case .ignored, .handled: return []
    case .changed(let key):
      changed(key, services)
      keepTyping(services, atEnd: false)
    case .left(let key):
      left(key, services)
      keepTyping(services, atEnd: true)
    case .rows(let list):
      changedRows(list, services)
      keepTyping(services, atEnd: true)
    case .create(let key, let text): return try create(text, for: key, services)
    case .finished:
      if let key = form.state.focus { left(key, services) }
      keepTyping(services, atEnd: true)
      message = (Label(zh: "已到最后一项：^S 保存，F9 检查", en: "That was the last field: ^S saves, F9 checks"), .plain)
    }
    return []
  }

  package mutating func stepBack(_ services: Services) throws -> Bool {
    if conflict != nil {
      conflict = nil
      return true
    }
    guard form.picker != nil || form.areaIsOpen else { return false }
    _ = try handle(.key(.escape), services)
    return true
  }

  package mutating func keep(_ services: Services) {
    form.settle(hooks(services))
    if let key = form.state.focus { apply(key, services) }
    // The place in the form may have moved without anything typed.
    needsKeep = hasUnsaved
    keepTyping(services, atEnd: true)
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    switch (question, answer) {
    case ("close", .chosen(let choice)): return try closing(choice, services)
    case ("findings", .chosen(let index)):
      jump(to: index, services)
      return []
    case ("warnings", .chosen(let index)):
      if index == 0 { return try submit(services) }
      jump(to: index - 1, services)
      return []
    case ("answer", .text(let reason)):
      answerWarning(reason, services)
      return []
    case ("deleted", .yes): return try saveAsNew(services)
    case ("submit", .yes): return try submit(services)
    case ("change", .text(let reason)): return try requestChange(reason, services)
    case ("correction", .text(let reason)): return try correct(reason, services)
    default: return []
    }
  }

  package func explanation(_ services: Services) -> Question? {
    guard let key = form.state.focus else { return nil }
    guard let spec = desk.spec(key) else {
      guard let list = desk.register.list(key.field) else { return nil }
      return .show(
        title: list.label, text: Label(zh: "^N 加一行；可从表格粘贴多行", en: "^N adds a row; rows of a spreadsheet can be pasted"))
    }
    let question = Explanation.of(spec, desk.register)
    let found = problems.filter { $0.key == key }.map { "! \($0.text.string)\n" }.joined()
    guard !found.isEmpty, case .show(let title, let text, let clause) = question else { return question }
    return .show(title: title, text: Label(zh: found + text.zh, en: found + text.en), clause: clause)
  }
}
