import Domain
import Terminal
import UseCases
import Widgets

/// What can be done in a form.
extension FormScreen {
  /// Keys that a field being typed into leaves free, so that they work with an input method too.
  package static let actions: ActionTable<FormScreen> = Common.table([
    action("next", "下一项", "Next field", "Tab", short: ("下一项", "next"), rank: 1, disabled: inConflict),
    action("previous", "上一项", "Previous field", "Shift-Tab", disabled: inConflict),
    action("open", "选择或展开", "Choose or open", "F2", twin: "^O", short: ("选择", "choose"), rank: 3, disabled: inConflict),
    action("save", "保存", "Save", "^S", short: ("保存", "save"), rank: 2),
    action(
      "check", "检查全部", "Check everything", "F9", twin: "Alt-c", short: ("检查", "check"), rank: 4, disabled: inConflict),
    action(
      "undo", "撤销", "Undo in this field", "F7", twin: "Alt-u", short: ("撤销", "undo"), rank: 6, disabled: inConflict),
    action(
      "problem", "下个问题", "Next problem", "F4", twin: "^G", short: ("下个问题", "next problem"), rank: 5,
      disabled: {
        $0.conflict != nil || $0.openProblems.isEmpty ? Label(zh: "没有发现问题", en: "No problem found").caption : nil
      }),
    action(
      "answer", "说明提醒的原因", "Give a reason for the warning", "F6", twin: "Alt-r", short: ("说明", "reason"),
      disabled: { $0.unanswerable?.caption }),
    action("fill", "向下填充", "Fill down", "F8", twin: "Alt-d", disabled: notInRows),
    action("addRow", "加行", "Add a row", "^N", disabled: notInRows),
    action("deleteRow", "删行", "Delete the row", "^D", disabled: notInRows),
    action("rowUp", "行上移", "Move the row up", "^Up", disabled: notInRows),
    action("rowDown", "行下移", "Move the row down", "^Down", disabled: notInRows),
    action("previousSection", "上一段", "Previous section", "PgUp", disabled: inConflict),
    action("nextSection", "下一段", "Next section", "PgDn", disabled: inConflict),
    action("close", "返回", "Back", "Esc", rank: 7),
  ])

  private static func action(
    _ id: String, _ zh: String, _ en: String, _ key: KeyChord, twin: KeyChord? = nil,
    short: (String, String)? = nil, rank: Int? = nil,
    disabled: @escaping @Sendable (FormScreen) -> Caption? = { _ in nil }
  ) -> Action<FormScreen> {
    Action(
      "form." + id, name: Label(zh: zh, en: en).caption, short: short.map { Label(zh: $0.0, en: $0.1).caption },
      group: Label(zh: "表单", en: "Form").caption, keys: [key], twin: twin, rank: rank, disabled: disabled)
  }

  private static let inConflict: @Sendable (FormScreen) -> Caption? = {
    $0.conflict == nil ? nil : Label(zh: "请先核对两个版本", en: "Compare the two versions first").caption
  }

  private static let notInRows: @Sendable (FormScreen) -> Caption? = { screen in
    guard screen.conflict == nil, let key = screen.form.state.focus, screen.form.grid(key) != nil else {
      return Label(zh: "光标不在表格中", en: "The cursor is not in a list of rows").caption
    }
    return nil
  }

  private static let keys: [String: Key] = [
    "form.next": .tab, "form.previous": .backTab, "form.open": .function(2), "form.undo": .function(7),
    "form.addRow": .control("n"), "form.deleteRow": .control("d"), "form.rowUp": .controlUp,
    "form.rowDown": .controlDown, "form.previousSection": .pageUp, "form.nextSection": .pageDown,
  ]

  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    message = nil
    if let key = Self.keys[action] { return try handle(.key(key), services) }
    switch action {
    case "form.save": return conflict == nil ? try save(services) : try settleConflict(services)
    case "form.check": return checkAll(services)
    case "form.problem": goToProblem(services)
    case "form.answer": return askReason(services)
    case "form.fill": fillDown(services)
    case "form.close": return try close(services)
    default: break
    }
    return []
  }

  /// The cell with the focus, copied into all rows below.
  private mutating func fillDown(_ services: Services) {
    guard let key = form.state.focus, let row = key.row, let grid = form.grid(key), !grid.across,
      let all = form.state.rows[grid.id], let index = all.firstIndex(of: row)
    else { return }
    form.settle(hooks(services))
    let text = form.text(key)
    for other in all[(index + 1)...] { form.set(text, for: FormKey(key.field, row: other)) }
    changedRows(grid.id, services)
    keepTyping(services, atEnd: true)
    let count = all.count - index - 1
    message = (Label(zh: "已向下填充\(count)行", en: "Filled down \(count) rows"), .plain)
  }

  // MARK: - Leaving

  private mutating func close(_ services: Services) throws -> [Effect] {
    if try stepBack(services) { return [] }
    guard isDirty else { return [.back] }
    keep(services)
    return [
      .ask(
        "close",
        .choose(
          title: Label(zh: "有未存的输入", en: "Unsaved typing"),
          items: [
            Label(zh: "保存", en: "Save"), Label(zh: "留待下次（输入已留底）", en: "Keep for later (typing is kept)"),
            Label(zh: "放弃这次输入", en: "Discard what was typed"), Label(zh: "继续填写", en: "Go on"),
          ], current: 0))
    ]
  }

  mutating func closing(_ choice: Int, _ services: Services) throws -> [Effect] {
    switch choice {
    case 0:
      let effects = try save(services)
      if isDirty || conflict != nil || !effects.isEmpty { return effects }
      return [.back]
    case 1:
      keep(services)
      // A scratch that could not be written must not be left behind unsaid.
      if needsKeep || slot == nil { return [] }
      isDirty = false
      return [.back]
    case 2:
      dropScratch(services)
      isDirty = false
      return [.back]
    default: return []
    }
  }

  // MARK: - A record on the spot

  /// Opens a form for the record that a picker did not find.
  mutating func create(_ text: String, for key: FormKey, _ services: Services) throws -> [Effect] {
    guard case .record(let register) = desk.spec(key)?.kind else { return [] }
    var values: [String: Value] = [:]
    let typed = Normalised.text(text)
    let code = CreditCode.normalise(typed)
    if register == "enterprises", code.utf8.count == 18, code.utf8.allSatisfy({ $0 < 0x80 }) {
      values["credit_code"] = .text(code)
    } else if let title = Registers.named(register)?.titleField {
      values[title] = .text(typed)
    }
    if let region = document["region"].text { values["region"] = .text(region) }
    var child = try FormScreen.new(register, services, values: values)
    child.closesOnSave = true
    child.isDirty = true
    child.needsKeep = true
    pending = Pending(key: key, register: register, id: child.document.id)
    keepTyping(services, atEnd: true)
    return [.open(child)]
  }

  /// Back from making a record: it is chosen where it was missing.
  mutating func takeCreated(_ services: Services) throws {
    guard let pending else { return }
    self.pending = nil
    guard try services.store.read({ try $0.document(pending.register, pending.id) }) != nil else { return }
    form.focus(pending.key)
    form.set(pending.id.text, for: pending.key)
    changed(pending.key, services)
    keepTyping(services, atEnd: true)
    message = (Label(zh: "已新建并选中", en: "Made and chosen"), .good)
  }
}
