import Domain
import Terminal
import UseCases
import Widgets

/// Where a person's unsaved typing is kept: a place of its own for each form that is open.
enum ScratchSlots {
  static func names(_ person: String) -> [String] { [person] + (2...20).map { "\($0)~\(person)" } }

  /// Everything kept, newest first.
  static func kept(_ services: Services) -> [(slot: String, scratch: Scratch)] {
    names(services.environment.actor.person)
      .compactMap { name in services.scratch.load(person: name).map { (name, $0) } }
      .sorted { $0.1.savedAt > $1.1.savedAt }
  }

  /// How much is kept, without reading it.
  static func count(_ services: Services) -> Int {
    names(services.environment.actor.person).count { services.scratch.holds(person: $0) }
  }

  /// A place that is free, or holds this very record.
  static func free(_ id: RecordID, _ services: Services) -> String? {
    names(services.environment.actor.person).first { name in
      guard services.scratch.holds(person: name), let kept = services.scratch.load(person: name) else { return true }
      return kept.document.id == id
    }
  }
}

/// Everything typed is kept as it is typed, beside the library.
extension FormScreen {
  /// Writes the scratch at a field's end, and while typing goes on at most every two seconds.
  mutating func keepTyping(_ services: Services, atEnd: Bool) {
    guard hasUnsaved, needsKeep else { return }
    let now = services.environment.now()
    if !atEnd, wait(now) > 0 { return }
    triedAt = now
    guard let name = slot ?? ScratchSlots.free(document.id, services) else {
      keepTrouble = Label(zh: "未存的输入太多，请先保存或放弃一些", en: "Too much unsaved typing: save or discard some")
      return
    }
    do {
      try services.scratch.keep(scratch(now), person: name)
      slot = name
      keptAt = now
      needsKeep = false
      keepTrouble = nil
    } catch {
      let reason = Trouble.message(error)
      keepTrouble = Label(zh: "输入未能留底：\(reason.zh)", en: "The typing could not be kept: \(reason.en)")
    }
  }

  /// What is typed into an open list is typing too, until the list is closed.
  mutating func keepPicking(_ services: Services) {
    guard picking != lastPicking else { return }
    lastPicking = picking
    if !hasUnsaved { return dropScratch(services) }
    needsKeep = true
    keepTyping(services, atEnd: false)
  }

  /// Milliseconds until typing that goes on is written again.
  private func wait(_ now: Instant) -> Int {
    guard let triedAt, now >= triedAt else { return 0 }
    return max(0, 2000 - Int(now.milliseconds - triedAt.milliseconds))
  }

  package func keepDue(_ services: Services) -> Int? {
    hasUnsaved && needsKeep ? wait(services.environment.now()) : nil
  }

  /// Keeps the typing without leaving the field.
  package mutating func keepWhenDue(_ services: Services) { keepTyping(services, atEnd: false) }

  func scratch(_ now: Instant) -> Scratch {
    var raw: [String: String] = [:]
    for (key, text) in form.state.texts {
      guard let spec = desk.spec(key), !spec.isDerived, key.row == nil || rows[key.row ?? ""] != nil else { continue }
      let value = try? desk.value(text, spec).get()
      // What is being typed is kept to the character, and so is what cannot be read.
      if key == form.state.focus || value.map(FormDesk.text) != text { raw[path(key)] = text }
    }
    if let key = form.state.focus, !picking.isEmpty { raw[path(key)] = picking }
    return Scratch(
      document: document, base: base, raw: raw, focus: form.state.focus.map(path) ?? "", caret: form.state.caret,
      savedAt: now)
  }

  /// `name`, or `measures/ROW-ID/quantity`.
  private func path(_ key: FormKey) -> String {
    guard let row = key.row else { return key.field }
    let parts = key.field.split(separator: ".", maxSplits: 1)
    return "\(parts[0])/\(rows[row]?.id.text ?? row)/\(parts.count > 1 ? parts[1] : "")"
  }

  private static func key(_ path: String) -> FormKey {
    let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return FormKey(path) }
    return FormKey("\(parts[0]).\(parts[2])", row: parts[1])
  }

  mutating func dropScratch(_ services: Services) {
    needsKeep = false
    guard let name = slot else { return }
    slot = nil
    keptAt = nil
    triedAt = nil
    do { try services.scratch.discard(person: name) } catch { keepTrouble = Trouble.message(error) }
  }

  // MARK: - Taking it up again

  /// What to show at the start: the list of unsaved typing, or nil where there is none.
  package static func restored(_ services: Services) -> (any Screen)? {
    let kept = ScratchSlots.kept(services)
    return kept.isEmpty ? nil : KeptTypingScreen(kept, services)
  }

  /// The form as it was when its typing was kept: texts, focus and caret.
  static func resumed(_ scratch: Scratch, slot: String, _ services: Services) throws -> FormScreen {
    var original: Document?
    if scratch.base > 0 {
      original = try services.store.read { library in
        guard let current = try library.document(scratch.document.register, scratch.document.id) else { return nil }
        if current.revision == scratch.base { return current }
        let history = try library.history(current.register, current.id)
        return RecordMerge.earlier(current, revision: scratch.base, history)
      }
    }
    var screen = try opened(scratch.document, original: original, base: scratch.base, services) { state in
      for (path, text) in scratch.raw { state.texts[key(path)] = text.isEmpty ? nil : text }
      if !scratch.focus.isEmpty { state.focus = key(scratch.focus) }
      state.caret = scratch.caret
    }
    let hooks = screen.hooks(services)
    for path in scratch.raw.keys where path != scratch.focus {
      let key = key(path)
      if screen.form.item(key.field) != nil { screen.form.read(key, hooks) }
    }
    if let key = screen.form.state.focus, let typed = scratch.raw[scratch.focus], !typed.isEmpty,
      screen.form.item(key.field)?.isPicked == true, let spec = screen.desk.spec(key),
      case .failure = screen.desk.value(typed, spec)
    {
      screen.form.set(screen.loaded().texts[key] ?? "", for: key)
      screen.form.openPicker(key, query: typed, hooks)
      screen.lastPicking = typed
    }
    screen.slot = slot
    screen.keptAt = scratch.savedAt
    screen.isDirty = true
    screen.message = (Label(zh: "已恢复未存的输入，请接着填", en: "Your unsaved typing is back, go on"), .good)
    return screen
  }
}
