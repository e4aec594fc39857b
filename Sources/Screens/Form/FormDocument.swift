import Domain
import Terminal
import UseCases
import Widgets

/// Between the texts of the form and the record that they make.
extension FormScreen {
  /// Child lists that the form can change.
  var lists: [ListSpec] { desk.register.lists.filter { $0.part != .filing } }

  /// What a tier judges is frozen while it lies there and once it was admitted.
  var frozen: Label? {
    guard desk.register.field("filing") != nil, let original else { return nil }
    switch FilingState(rawValue: original["filing"].text ?? "") {
    case .submitted, .inReview:
      return Label(zh: "已上报，申报内容暂不可改，执行内容可改", en: "Submitted: the declared part is frozen, the running part is not")
    case .admitted, .changing, .exited:
      return Label(zh: "已入库，申报内容走变更，执行内容可改", en: "Admitted: the declared part takes a change request")
    case .draft, .returned, nil: return nil
    }
  }

  // MARK: - Record to form

  /// Every text of the record, and its rows.
  mutating func loaded() -> FormState {
    // Ids that the form gave to new rows are given again.
    rows = [:]
    var texts: [FormKey: String] = [:]
    for field in desk.register.fields {
      let text = FormDesk.text(of: document[field.id])
      if !text.isEmpty { texts[FormKey(field.id)] = text }
    }
    var order: [String: [String]] = [:]
    for list in lists {
      for row in document.children[list.id] ?? [] {
        let id = row.id.text
        rows[id] = row
        order[list.id, default: []].append(id)
        for (field, value) in row.values { texts[FormKey("\(list.id).\(field)", row: id)] = FormDesk.text(of: value) }
      }
    }
    addStages(&texts, &order)
    var state = FormState(texts: texts, rows: order)
    state.focus = form.order.first
    return state
  }

  /// The stages of a project stand ready as rows; those without a date are not saved.
  private func addStages(_ texts: inout [FormKey: String], _ order: inout [String: [String]]) {
    guard desk.register.id == "projects" else { return }
    var rows = order["milestones"] ?? []
    let known = rows.map { texts[FormKey("milestones.stage", row: $0)] ?? "" }
    guard Set(known).count == known.count else { return }
    let stages = ProjectCodes.milestones.codes.map(\.id)
    for stage in stages where !known.contains(stage) {
      let id = Self.stage + stage
      texts[FormKey("milestones.stage", row: id)] = stage
      rows.append(id)
    }
    func place(_ row: String) -> Int {
      ProjectCodes.milestones.position(of: texts[FormKey("milestones.stage", row: row)] ?? "")
    }
    order["milestones"] = rows.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
      .map(\.element)
  }

  private static let stage = "stage-"

  /// Builds the sections anew for what the record now is; the focus stays.
  mutating func arrange() {
    let items = FormItems(desk: desk, required: desk.register.required(document), isFrozen: frozen != nil)
    // What a finding points at, or cannot be read, is never out of sight.
    let pointed = Set(visibleFindings.flatMap(\.fields) + form.unread.keys.map(\.field))
    desk.shortDays = size.width >= 104 ? [] : ["milestones.planned", "milestones.actual"]
    let sections =
      desk.register.id == "projects"
      ? ProjectSections(items: items, document: document, pointed: pointed, width: size.width).sections()
      : FormSections(items).sections()
    guard sections != form.sections else { return }
    let focus = form.state.focus
    form.sections = sections
    let order = form.order
    if let focus, order.contains(focus) { return }
    if let first = order.first { form.focus(first) }
  }

  /// Puts everything derived where it is shown.
  mutating func showDerived() {
    for field in desk.register.fields {
      let key = FormKey(field.id)
      let text = FormDesk.text(of: document[field.id])
      // What has a default stands again where it was cleared.
      let isDefault = form.text(key).isEmpty && !text.isEmpty && key != form.state.focus && form.unread[key] == nil
      if (field.isDerived || isDefault) && form.text(key) != text { form.set(text, for: key) }
    }
    for list in lists {
      let derived = list.fields.filter(\.isDerived)
      for (row, child) in zipRows(list.id) {
        for field in derived {
          let key = FormKey("\(list.id).\(field.id)", row: row)
          let text = FormDesk.text(of: child[field.id])
          if form.text(key) != text { form.set(text, for: key) }
        }
        if list.id == "energy" { showChange(row, child) }
      }
    }
  }

  private mutating func showChange(_ row: String, _ child: ChildRow) {
    var text = ""
    if let before = child["before"].amount, let after = child["after"].amount {
      text = after.subtracting(before)?.grouped ?? ""
    }
    form.set(text, for: FormKey("energy.+change", row: row))
    // There is no official factor on the primary basis until an administrator enters one.
    if !child["saved"].isEmpty, child["saved_primary"].isEmpty {
      form.set(Label(zh: "未设", en: "not set")[desk.language], for: FormKey("energy.saved_primary", row: row))
    }
  }

  /// The rows of a list that stand in the record, by the id that the form gives them.
  func zipRows(_ list: String) -> [(row: String, child: ChildRow)] {
    let children = Dictionary((document.children[list] ?? []).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    return (form.state.rows[list] ?? []).compactMap { row in
      guard let id = rows[row]?.id, let child = children[id] else { return nil }
      return (row, child)
    }
  }

  /// The place of a child row's field in the form.
  func key(_ path: String, row: RecordID?) -> FormKey {
    guard let row else { return FormKey(path) }
    return FormKey(path, row: rows.first { $0.value.id == row }?.key ?? row.text)
  }

  // MARK: - Form to record

  /// Takes one field's text into the record; one that cannot be read leaves the value empty.
  mutating func apply(_ key: FormKey, _ services: Services) {
    if key.row != nil || desk.register.list(key.field) != nil {
      let list = key.field.split(separator: ".").first.map(String.init) ?? key.field
      if let spec = desk.register.list(list) { gather(spec, services) }
      return
    }
    guard let spec = desk.spec(key), !spec.isDerived else { return }
    let value = (try? desk.value(form.text(key), spec).get()) ?? .empty
    guard document[key.field] != value else { return }
    document[key.field] = value
    needsDerive = true
  }

  /// Takes a whole child list into the record. Rows in which nothing was typed are left out.
  mutating func gather(_ list: ListSpec, _ services: Services) {
    var children: [ChildRow] = []
    for row in form.state.rows[list.id] ?? [] {
      let isStage = row.hasPrefix(Self.stage)
      let typed = list.fields.filter { !$0.isDerived && !(isStage && $0.id == "stage") }
        .contains { !form.text(FormKey("\(list.id).\($0.id)", row: row)).isEmpty }
      guard typed || rows[row] != nil && !isStage else { continue }
      var child = rows[row] ?? ChildRow(id: services.environment.newID())
      for field in list.fields where !field.isDerived {
        child[field.id] =
          (try? desk.value(form.text(FormKey("\(list.id).\(field.id)", row: row)), field).get()) ?? .empty
      }
      rows[row] = child
      children.append(child)
    }
    let old = document.children[list.id] ?? []
    let inputs = list.fields.filter { !$0.isDerived }.map(\.id)
    let isSame =
      old.count == children.count
      && zip(old, children).allSatisfy { old, new in old.id == new.id && inputs.allSatisfy { old[$0] == new[$0] } }
    guard !isSame else { return }
    document.children[list.id] = children.isEmpty ? nil : children
    needsDerive = true
  }

  // MARK: - What changed

  /// A text changed: picks count at once, typing when its field is left.
  mutating func changed(_ key: FormKey, _ services: Services) {
    isDirty = true
    needsKeep = true
    apply(key, services)
    switch form.item(key.field)?.kind {
    case .picker, .toggle:
      follow(key, services)
      derive(services)
    default: break
    }
  }

  mutating func left(_ key: FormKey, _ services: Services) {
    apply(key, services)
    guard needsDerive else { return }
    follow(key, services)
    derive(services)
  }

  mutating func changedRows(_ list: String, _ services: Services) {
    isDirty = true
    needsKeep = true
    guard let spec = desk.register.list(list) else { return }
    gather(spec, services)
    if list == "measures" { fillEquipment(services) }
    look(up: document, services)
    derive(services)
  }

  /// Derives and checks the record, and shows what came of it.
  mutating func derive(_ services: Services) {
    needsDerive = false
    deriveDocument(services)
    arrange()
    showDerived()
    markFields()
  }

  /// A record with everything derived, as a save would make it.
  func derived(_ document: Document, _ services: Services) -> Document {
    var result = document
    try? services.store.check { library in
      desk.register.derive(&result, DeriveContext(reference: desk.reference, library: library))
    }
    return result
  }

  mutating func deriveDocument(_ services: Services) {
    let environment = services.environment
    do {
      try services.store.check { library in
        desk.register.derive(&document, DeriveContext(reference: desk.reference, library: library))
        findings = desk.register.check(
          document,
          RuleContext(
            reference: desk.reference, library: library, today: environment.today,
            scope: environment.scope(desk.register.id)))
      }
      readTrouble = nil
    } catch {
      readTrouble = Trouble.message(error)
    }
  }

  /// Reads the records that the links name.
  mutating func look(up document: Document, _ services: Services) {
    var wanted: [(String, RecordID)] = []
    func want(_ field: FieldSpec, _ value: Value) {
      if case .record(let register) = field.kind, let id = value.record, desk.linked[id] == nil {
        wanted.append((register, id))
      }
    }
    for field in desk.register.fields { want(field, document[field.id]) }
    for list in lists {
      for row in document.children[list.id] ?? [] { for field in list.fields { want(field, row[field.id]) } }
    }
    guard !wanted.isEmpty else { return }
    try? services.store.read { library in
      for (register, id) in wanted { desk.linked[id] = try library.document(register, id) }
    }
  }
}
