import Terminal

extension FormView {
  /// F2: the list of a picker, the lines of a long text, the other side of a yes or no.
  mutating func open(_ key: FormKey, _ hooks: FormHooks) -> FormOutcome {
    guard let item = item(key.field) else { return .ignored }
    switch item.kind {
    case .picker, .choice: openPicker(key, query: "", hooks)
    case .area: areaIsOpen.toggle()
    case .toggle:
      editor.replace(with: editor.isEmpty ? "1" : "")
      return store(key)
    case .text, .number, .date, .month: return .ignored
    }
    return .handled
  }

  /// Opens the list of a picker or of choices with something typed into it.
  package mutating func openPicker(_ key: FormKey, query: String, _ hooks: FormHooks) {
    picker = Picker(query: query, rows: 8, source: source(key, hooks))
  }

  /// Where candidates come from: the item's own choices, or the caller.
  private func source(_ key: FormKey, _ hooks: FormHooks) -> Picker.Source {
    if case .choice(let choices) = item(key.field)?.kind {
      return { query, range in
        let found = choices.filter {
          query.isEmpty || $0.label.string.localizedMatch(query) || $0.id.localizedMatch(query)
        }
        return PickerPage(all: found.map { PickerItem(id: $0.id, label: $0.label) }, range: range)
      }
    }
    return { hooks.candidates(key, $0, $1) }
  }

  mutating func handlePicker(_ event: Event, _ hooks: FormHooks) -> FormOutcome {
    guard var open = picker, let key = state.focus else { return .ignored }
    var event = event
    if case .mouse(let mouse) = event {
      let layout = layout(hooks)
      let box = popup(open, layout, top: visibleTop(layout, height: size.height), in: size)
      guard box.contains(mouse.point) else {
        picker = nil
        return .handled
      }
      event = event.seen(from: box.origin)
    }
    let outcome = open.handle(event, source: source(key, hooks))
    picker = open
    switch outcome {
    case .ignored, .handled: return .handled
    case .cancelled:
      picker = nil
      return .handled
    case .create(let text):
      picker = nil
      return .create(key, text)
    case .chosen(let item):
      picker = nil
      editor.replace(with: item.id)
      let changed = store(key)
      // Choosing is answering: the focus goes on, but the caller hears of the change first.
      if event == .key(.enter) || event == .key(.tab) { advance() }
      return changed
    }
  }

  private mutating func advance() {
    let order = self.order
    guard let key = state.focus, let index = order.firstIndex(of: key), index + 1 < order.count else { return }
    focus(order[index + 1])
  }

  /// Where an open list stands: its query over the field itself, as much of the list below as there is room for.
  func popup(_ picker: Picker, _ layout: FormLayout, top: Int, in size: Size) -> Rect {
    guard let key = state.focus, let field = layout.field(key) else { return Rect(x: 0, y: 0, width: 0, height: 0) }
    let width = min(size.width, max(field.inner + 2, 60))
    let height = min(size.height, picker.wantedHeight + 1)
    let y = max(0, min(field.line - top, size.height - height))
    return Rect(x: max(0, min(field.x, size.width - width)), y: y, width: width, height: height)
  }
}

extension String {
  /// Whether the text holds `query`, whatever the case of its letters.
  func localizedMatch(_ query: String) -> Bool { lowercased().contains(query.lowercased()) }
}
