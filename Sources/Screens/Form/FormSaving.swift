import Domain
import Terminal
import UseCases
import Widgets

/// Saving, and what to do where somebody else was quicker.
extension FormScreen {
  mutating func save(_ services: Services) throws -> [Effect] {
    form.settle(hooks(services))
    if let key = form.state.focus { left(key, services) }
    if !isDirty {
      message = (Label(zh: "没有改动", en: "Nothing has changed"), .plain)
      return []
    }
    if let key = form.order.first(where: { form.unread[$0] != nil }) {
      form.focus(key)
      keepTyping(services, atEnd: true)
      let count = form.unread.count
      message = (
        Label(
          zh: "有\(count)项无法识别，未保存：请改正或清空 (F4跳到该项)",
          en: "\(counted(count, "field")) cannot be read, nothing saved: correct or clear (F4)"),
        .error
      )
      return []
    }
    return try write(document, base: base, services)
  }

  /// `reason` is asked for where a quarter that is locked would be corrected.
  private mutating func write(
    _ record: Document, base: Int, reason: String = "", _ services: Services
  ) throws -> [Effect] {
    var environment = services.environment
    environment.reason = reason
    do {
      let saved = try SaveRecord.run(record, base: base, in: services.store, as: environment)
      return finish(saved, services)
    } catch StoreError.conflict(let current) {
      keepTyping(services, atEnd: true)
      guard let current else {
        return [
          .ask(
            "deleted",
            .confirm(
              title: Label(zh: "此记录已被删除或移出您的地区", en: "This record is deleted or left your region"),
              text: Label(zh: "您的输入仍保留。另存为一条新记录？", en: "What you typed is kept. Save it as a new record?"),
              yes: Label(zh: "另存为新记录", en: " save as new")))
        ]
      }
      conflict = ConflictView(RecordMerge(original: original, mine: document, theirs: current), desk)
      look(up: current, services)
      conflict?.desk = desk
      return []
    } catch UseCaseError.frozen(let reason) where original.map { Project.schema.record($0).openFiling == nil } ?? false
    {
      keepTyping(services, atEnd: true)
      return askForChange(reason)
    } catch UseCaseError.reasonWanted(let reason) {
      keepTyping(services, atEnd: true)
      return [.ask("correction", .input(title: reason, text: ""))]
    } catch {
      keepTyping(services, atEnd: true)
      let reason = Trouble.message(error)
      message = (Label(zh: "未保存：\(reason.zh)", en: "Not saved: \(reason.en)"), .error)
      return []
    }
  }

  /// Saves what corrects a locked quarter, with the reason that was given.
  mutating func correct(_ reason: String, _ services: Services) throws -> [Effect] {
    guard !Normalised.trimmed(reason).isEmpty else {
      message = (
        Label(zh: "没有写更正理由，未保存；输入仍保留", en: "No reason given: nothing was saved, the typing is kept"), .warning
      )
      return []
    }
    return try write(document, base: base, reason: reason, services)
  }

  private mutating func finish(_ saved: SavedRecord, _ services: Services) -> [Effect] {
    conflict = nil
    dropScratch(services)
    findings = saved.findings
    alarm = nil
    let row = form.state.focus?.row.flatMap { rows[$0]?.id.text }
    reload(saved.document)
    sitDown(services)
    if let row, let key = form.order.first(where: { $0.row == row }) { form.focus(key) }
    markFields()
    let errors = findings.count { $0.severity == .error }
    let key = saved.document[desk.register.keyField].plain
    message = (
      Label(
        zh: "已保存 \(key)" + (errors > 0 ? "，草稿还有\(errors)处须补正 (F9看)" : ""),
        en: "Saved \(key)" + (errors > 0 ? ", \(errors) things still to be put right (F9)" : "")), .good
    )
    return closesOnSave ? [.back] : []
  }

  // MARK: - Two versions

  mutating func handleConflict(_ event: Event, _ services: Services) throws -> [Effect] {
    guard conflict?.handle(event, height: size.height) == .done else { return [] }
    return try settleConflict(services)
  }

  /// Saves what was chosen over what the other person saved.
  mutating func settleConflict(_ services: Services) throws -> [Effect] {
    guard let view = conflict else { return [] }
    let merged = view.merge.merged()
    document = merged
    original = view.merge.theirs
    base = view.merge.theirs.revision
    conflict = nil
    var place = form.state
    arrange()
    let state = loaded()
    (place.texts, place.rows) = (state.texts, state.rows)
    form = FormView(sections: form.sections, state: place)
    form.fit(formSize)
    needsKeep = true
    derive(services)
    return try write(document, base: base, services)
  }

  /// The record was deleted by somebody else: what was typed becomes a record of its own.
  mutating func saveAsNew(_ services: Services) throws -> [Effect] {
    var fresh = document
    fresh = Document(register: fresh.register, id: services.environment.newID())
    for field in desk.register.fields where field.part == .declared || field.part == .running {
      fresh[field.id] = document[field.id]
    }
    var copied: [String: RecordID] = [:]
    for list in lists {
      let copies = (document.children[list.id] ?? []).map { row in
        let copy = ChildRow(id: services.environment.newID(), values: row.values)
        copied[row.id.text] = copy.id
        return copy
      }
      if !copies.isEmpty { fresh.children[list.id] = copies }
    }
    fresh.moveAnswers { copied[$0]?.text }
    document = fresh
    original = nil
    base = 0
    rows = [:]
    var place = form.state
    let state = loaded()
    (place.texts, place.rows) = (state.texts, state.rows)
    form = FormView(sections: form.sections, state: place)
    form.fit(formSize)
    needsKeep = true
    keepTyping(services, atEnd: true)
    return try write(document, base: 0, services)
  }
}
