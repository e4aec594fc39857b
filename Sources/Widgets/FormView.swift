import Terminal

/// A form driven by a description: sections of fields that flow in reading order, and child lists.
///
/// It holds texts only; what they mean - reading, showing, finding candidates - is asked of `FormHooks`.
package struct FormView: Sendable {
  /// What it is made of, from the top down; a caller may change it while it is open.
  package var sections: [FormSection]
  /// What is typed, and where one is.
  package internal(set) var state: FormState
  /// What the caller found wrong: rules of the record, fields named in a return.
  package var problems: [FormKey: CleanText] = [:]
  /// What could not be read when its field was left.
  package internal(set) var unread: [FormKey: CleanText] = [:]
  /// The list of the picker that is open.
  package internal(set) var picker: Picker?
  /// The focused text of several lines has the arrows to itself.
  package internal(set) var areaIsOpen = false
  var editor = TextEditor()
  var past: [FormKey: TextEditor] = [:]
  var deleted: [DeletedRow] = []
  var size = Size(width: 80, height: 20)

  struct DeletedRow: Sendable {
    let grid: String
    let index: Int
    let row: String
    let texts: [FormKey: String]
  }

  /// Goes on where `state` was left, as far as that place is still there; otherwise at the first.
  package init(sections: [FormSection], state: FormState = FormState()) {
    self.sections = sections
    self.state = state
    let order = self.order
    let kept = state.focus.flatMap { order.contains($0) ? $0 : nil }
    self.state.focus = kept ?? order.first
    loadEditor(caret: kept == nil ? nil : state.caret)
  }

  /// Tells the form how large it is drawn; call it before `handle` when the size changed.
  package mutating func fit(_ size: Size) { self.size = size }

  // MARK: - What is where

  /// Everything that can have the focus, in reading order.
  package var order: [FormKey] {
    sections.flatMap { $0.blocks.flatMap(order) }
  }

  private func order(_ block: FormBlock) -> [FormKey] {
    switch block {
    case .items(let items): return items.filter { !$0.readonly }.map { FormKey($0.id) }
    case .grid(let grid):
      let rows = state.rows[grid.id] ?? []
      if rows.isEmpty { return grid.fixedRows ? [] : [FormKey(grid.id)] }
      let columns = grid.columns.filter { !$0.readonly && $0.id != grid.title }
      if grid.across { return columns.flatMap { column in rows.map { FormKey(column.id, row: $0) } } }
      return rows.flatMap { row in columns.map { FormKey($0.id, row: row) } }
    }
  }

  /// The description of a field, whether of the record or of a child list.
  package func item(_ field: String) -> FormItem? {
    for section in sections {
      for block in section.blocks {
        let items: [FormItem] =
          switch block {
          case .items(let items): items
          case .grid(let grid): grid.columns
          }
        if let found = items.first(where: { $0.id == field }) { return found }
      }
    }
    return nil
  }

  /// The child list that a place belongs to.
  package func grid(_ key: FormKey) -> FormGrid? {
    for section in sections {
      for case .grid(let grid) in section.blocks {
        if grid.id == key.field || (key.row != nil && grid.columns.contains { $0.id == key.field }) { return grid }
      }
    }
    return nil
  }

  /// The description of the place that has the keys; nil on a child list without rows.
  package var focusedItem: FormItem? { state.focus.flatMap { item($0.field) } }

  /// What is wrong at a place, the unreadable before what rules say.
  package func problem(_ key: FormKey) -> CleanText? { unread[key] ?? problems[key] }

  /// How many required fields are filled, of how many: `必填 9/12`. Counts what can be typed: neither a row's given
  /// name nor the rows that stand ready with nothing in them.
  package var progress: (filled: Int, required: Int) {
    var filled = 0
    var required = 0
    func count(_ item: FormItem, _ row: String?) {
      guard item.required, !item.readonly else { return }
      required += 1
      if !(state.texts[FormKey(item.id, row: row)] ?? "").isEmpty { filled += 1 }
    }
    for section in sections {
      for block in section.blocks {
        switch block {
        case .items(let items): for item in items { count(item, nil) }
        case .grid(let grid):
          let columns = grid.columns.filter { $0.id != grid.title }
          for row in state.rows[grid.id] ?? [] {
            let isEmpty = columns.allSatisfy { text(FormKey($0.id, row: row)).isEmpty }
            guard grid.title == nil || !isEmpty else { continue }
            for item in columns { count(item, row) }
          }
        }
      }
    }
    return (filled, required)
  }

  /// The progress as it is said, `必填 9/12`; empty where nothing is left to be typed.
  package func progressText(_ look: Look) -> CleanText {
    let progress = progress
    guard progress.required > 0 else { return .empty }
    return CleanText("\(look.words.required.string) \(progress.filled)/\(progress.required)")
  }

  /// The text of a place; blank where nothing was typed.
  package func text(_ key: FormKey) -> String { state.texts[key] ?? "" }

  // MARK: - Changes from outside

  /// Sets a text from outside, such as a derived figure or a record just created; undo can take it back.
  package mutating func set(_ text: String, for key: FormKey) {
    if key == state.focus {
      editor.replace(with: text)
      state.caret = editor.cursor
    }
    state.texts[key] = text.isEmpty ? nil : text
    unread[key] = nil
  }

  /// Sets the rows of a child list from outside.
  package mutating func setRows(_ rows: [String], of grid: String) {
    state.rows[grid] = rows
    repairFocus()
  }

  /// Puts the focus on a place; false where it cannot have it.
  @discardableResult
  package mutating func focus(_ key: FormKey) -> Bool {
    guard order.contains(key) else { return false }
    if let old = state.focus { past[old] = editor }
    state.focus = key
    areaIsOpen = false
    picker = nil
    loadEditor(caret: nil)
    return true
  }

  mutating func repairFocus() {
    let order = self.order
    if let focus = state.focus, order.contains(focus) { return }
    state.focus = order.first
    loadEditor(caret: nil)
  }

  mutating func loadEditor(caret: Int?) {
    guard let key = state.focus else { return editor = TextEditor() }
    let text = state.texts[key] ?? ""
    let multiline = item(key.field)?.kind == .area
    if var known = past[key], known.multiline == multiline {
      known.replace(with: text)
      known.move(to: known.characters.count)
      editor = known
    } else {
      editor = TextEditor(text, multiline: multiline)
    }
    if let caret { editor.move(to: caret) }
    state.caret = editor.cursor
  }
}
