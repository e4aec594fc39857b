import Terminal

extension FormView {
  /// Does what an event means to the form. Keys that mean nothing to it are left to the screen's actions.
  package mutating func handle(_ event: Event, hooks: FormHooks) -> FormOutcome {
    let outcome = react(to: event, hooks)
    state.caret = editor.cursor
    return outcome
  }

  private mutating func react(to event: Event, _ hooks: FormHooks) -> FormOutcome {
    if picker != nil { return handlePicker(event, hooks) }
    guard let key = state.focus else { return .ignored }
    switch event {
    case .paste(let text): return paste(text, at: key, hooks)
    case .mouse(let mouse): return handle(mouse, hooks)
    case .key(let pressed): return handle(pressed, at: key, hooks)
    default: return .ignored
    }
  }

  private mutating func handle(_ pressed: Key, at key: FormKey, _ hooks: FormHooks) -> FormOutcome {
    if areaIsOpen, let outcome = handleOpenArea(pressed, at: key) { return outcome }
    switch pressed {
    case .tab, .enter: return go(1, hooks)
    case .backTab: return go(-1, hooks)
    case .up: return goLine(-1, hooks)
    case .down: return goLine(1, hooks)
    case .pageUp: return goSection(-1, hooks)
    case .pageDown: return goSection(1, hooks)
    case .function(2): return open(key, hooks)
    case .function(4): return goToProblem(hooks)
    case .function(7): return undo(key)
    case .control("n"), .control("d"), .controlUp, .controlDown:
      if let grid = grid(key) { return editRows(pressed, grid, at: key, hooks) }
      return .ignored
    default: return type(pressed, at: key, hooks)
    }
  }

  private mutating func handleOpenArea(_ pressed: Key, at key: FormKey) -> FormOutcome? {
    let width = max(1, (layout(FormHooks()).field(key)?.inner ?? 3) - 2)
    switch pressed {
    case .escape, .function(2): areaIsOpen = false
    case .enter:
      editor.insert("\n")
      return store(key)
    case .up: _ = TextArea.moveLine(&editor, -1, width: width)
    case .down: _ = TextArea.moveLine(&editor, 1, width: width)
    default: return nil
    }
    return .handled
  }

  /// Keys that change the text of the field with the focus.
  private mutating func type(_ pressed: Key, at key: FormKey, _ hooks: FormHooks) -> FormOutcome {
    guard let item = item(key.field) else { return .ignored }
    switch item.kind {
    case .picker, .choice:
      switch pressed {
      case .character(" "): return open(key, hooks)
      case .character(let character):
        openPicker(key, query: String(character), hooks)
        return .handled
      case .backspace, .delete:
        editor.replace(with: "")
        return store(key)
      case .left where key.row != nil: return go(-1, hooks)
      case .right where key.row != nil: return go(1, hooks)
      default: return .ignored
      }
    case .toggle:
      guard pressed == .character(" ") else { return .ignored }
      editor.replace(with: editor.isEmpty ? "1" : "")
      return store(key)
    case .date, .month:
      let step = pressed == .character("+") || pressed == .character("=") ? 1 : pressed == .character("-") ? -1 : 0
      // A dash within a date being typed is part of it; the caller's hook reads only whole dates.
      if step != 0, let next = hooks.step(key, editor.text, step) {
        editor.replace(with: next)
        return store(key)
      }
    case .text, .area, .number: break
    }
    if key.row != nil, pressed == .left, editor.cursor == 0 { return go(-1, hooks) }
    if key.row != nil, pressed == .right, editor.cursor == editor.characters.count { return go(1, hooks) }
    switch editor.handle(pressed) {
    case .ignored: return .ignored
    case .moved: return .handled
    case .changed: return store(key)
    }
  }

  /// Keeps the editor's text; what was wrong with the old one is forgotten until it is left again.
  mutating func store(_ key: FormKey) -> FormOutcome {
    state.texts[key] = editor.isEmpty ? nil : editor.text
    unread[key] = nil
    return .changed(key)
  }

  private mutating func undo(_ key: FormKey) -> FormOutcome {
    if editor.undo() { return store(key) }
    guard let row = deleted.popLast() else { return .handled }
    var rows = state.rows[row.grid] ?? []
    rows.insert(row.row, at: min(row.index, rows.count))
    state.rows[row.grid] = rows
    state.texts.merge(row.texts) { $1 }
    if let place = order.first(where: { $0.row == row.row }) { focus(place) } else { repairFocus() }
    return .rows(row.grid)
  }

  // MARK: - Going on

  /// Reads the field with the focus, as when it is left; screens call it before saving.
  package mutating func settle(_ hooks: FormHooks) {
    guard let key = state.focus, let item = item(key.field) else { return }
    guard !item.isPicked, item.kind != .toggle else { return }
    read(key, hooks)
    editor.replace(with: state.texts[key] ?? "")
  }

  /// Reads one text, as when its field is left.
  package mutating func read(_ key: FormKey, _ hooks: FormHooks) {
    let typed = state.texts[key] ?? ""
    guard !typed.isEmpty else { return unread[key] = nil }
    switch hooks.read(key, typed) {
    case .kept(let text):
      state.texts[key] = text.isEmpty ? nil : text
      unread[key] = nil
    case .wrong(let problem): unread[key] = problem
    }
  }

  private mutating func leave(for next: FormKey, _ hooks: FormHooks) -> FormOutcome {
    guard let old = state.focus else { return .handled }
    settle(hooks)
    focus(next)
    return .left(old)
  }

  mutating func go(_ step: Int, _ hooks: FormHooks) -> FormOutcome {
    let order = self.order
    guard let key = state.focus, let index = order.firstIndex(of: key) else { return .ignored }
    let next = index + step
    guard order.indices.contains(next) else {
      settle(hooks)
      return step > 0 ? .finished : .left(key)
    }
    return leave(for: order[next], hooks)
  }

  func layout(_ hooks: FormHooks) -> FormLayout {
    FormLayout(self, width: size.width, hooks: hooks, words: .zh)
  }

  /// To the nearest field of the line above or below.
  private mutating func goLine(_ step: Int, _ hooks: FormHooks) -> FormOutcome {
    guard let key = state.focus else { return .ignored }
    let reachable = Set(order)
    let fields = layout(hooks).fields
    guard let here = fields.first(where: { $0.key == key }) else { return .ignored }
    let beyond = fields.filter { reachable.contains($0.key) && ($0.line - here.line) * step > 0 }
    guard let line = (step > 0 ? beyond.map(\.line).min() : beyond.map(\.line).max()) else { return .handled }
    let near = beyond.filter { $0.line == line }.min { abs($0.x - here.x) < abs($1.x - here.x) }
    return near.map { leave(for: $0.key, hooks) } ?? .handled
  }

  private mutating func goSection(_ step: Int, _ hooks: FormHooks) -> FormOutcome {
    guard let key = state.focus else { return .ignored }
    let firsts = sections.map { $0.blocks.flatMap(order) }
    let here = firsts.firstIndex { $0.contains(key) } ?? 0
    var next = here + step
    // Upwards within a section first goes to its beginning.
    if step < 0, let first = firsts[here].first, first != key { next = here }
    while firsts.indices.contains(next), firsts[next].isEmpty { next += step }
    guard firsts.indices.contains(next), let target = firsts[next].first else { return .handled }
    return leave(for: target, hooks)
  }

  private func order(_ block: FormBlock) -> [FormKey] {
    var part = self
    part.sections = [FormSection("", .empty, [block])]
    return part.order
  }

  /// To the next place where something is wrong, round to the first.
  private mutating func goToProblem(_ hooks: FormHooks) -> FormOutcome {
    settle(hooks)
    let order = self.order
    guard let key = state.focus, let here = order.firstIndex(of: key) else { return .ignored }
    let round = order[(here + 1)...] + order[...here]
    guard let next = round.first(where: { problem($0) != nil }) else { return .handled }
    return leave(for: next, hooks)
  }

  private mutating func handle(_ mouse: Mouse, _ hooks: FormHooks) -> FormOutcome {
    switch mouse.action {
    case .wheelUp: return goLine(-1, hooks)
    case .wheelDown: return goLine(1, hooks)
    case .press, .doublePress:
      let line = mouse.point.y + visibleTop(layout(hooks), height: size.height)
      let reachable = Set(order)
      let hit = layout(hooks).fields.first {
        line >= $0.line && line < $0.line + $0.height && mouse.point.x >= $0.labelX
          && mouse.point.x < $0.x + $0.inner + 2 && mouse.point.x >= ($0.grid == nil ? 0 : $0.x)
          && reachable.contains($0.key)
      }
      guard let hit else { return .ignored }
      if hit.key == state.focus { return open(hit.key, hooks) }
      return leave(for: hit.key, hooks)
    }
  }
}
