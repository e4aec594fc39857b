import Terminal

extension FormView {
  /// ^N, ^D, ^↑ and ^↓ on a row of a child list.
  mutating func editRows(_ pressed: Key, _ grid: FormGrid, at key: FormKey, _ hooks: FormHooks) -> FormOutcome {
    guard !grid.fixedRows else { return .ignored }
    settle(hooks)
    var rows = state.rows[grid.id] ?? []
    let index = key.row.flatMap { rows.firstIndex(of: $0) }
    switch pressed {
    case .control("n"):
      let row = state.newRowID()
      rows.insert(row, at: (index ?? rows.count - 1) + 1)
      state.rows[grid.id] = rows
      if let first = order.first(where: { $0.row == row }) { focus(first) }
    case .control("d"):
      guard let index, let row = key.row else { return .handled }
      delete(row, at: index, of: grid, rows)
    case .controlUp, .controlDown:
      let other = (index ?? 0) + (pressed == .controlUp ? -1 : 1)
      guard let index, rows.indices.contains(other) else { return .handled }
      rows.swapAt(index, other)
      state.rows[grid.id] = rows
    default: return .ignored
    }
    return .rows(grid.id)
  }

  private mutating func delete(_ row: String, at index: Int, of grid: FormGrid, _ rows: [String]) {
    let texts = state.texts.filter { $0.key.row == row && grid.columns.map(\.id).contains($0.key.field) }
    deleted.append(DeletedRow(grid: grid.id, index: index, row: row, texts: texts))
    for key in texts.keys { state.texts[key] = nil }
    for column in grid.columns { unread[FormKey(column.id, row: row)] = nil }
    let left = rows.filter { $0 != row }
    state.rows[grid.id] = left
    let column = state.focus?.field ?? ""
    guard !left.isEmpty else {
      focus(FormKey(grid.id))
      return
    }
    focus(FormKey(column, row: left[min(index, left.count - 1)]))
  }

  /// Pasted text: many cells into a child list, otherwise into the field itself.
  mutating func paste(_ text: String, at key: FormKey, _ hooks: FormHooks) -> FormOutcome {
    if let grid = grid(key) {
      let cells = Self.cells(text)
      if cells.count > 1 || (cells.first?.count ?? 0) > 1 || key.row == nil {
        return paste(cells, into: grid, at: key, hooks)
      }
    }
    guard let item = item(key.field) else { return .ignored }
    if item.isPicked {
      openPicker(key, query: CleanText(text).string, hooks)
      return .handled
    }
    guard item.kind != .toggle else { return .ignored }
    editor.insert(text)
    return store(key)
  }

  private mutating func paste(
    _ pasted: [[String]], into grid: FormGrid, at key: FormKey, _ hooks: FormHooks
  ) -> FormOutcome {
    // Rows that stand side by side are pasted as they are seen.
    let cells = grid.across ? Self.turned(pasted) : pasted
    let columns = grid.columns.filter { !$0.readonly && $0.id != grid.title }
    let firstColumn = columns.firstIndex { $0.id == key.field } ?? 0
    var rows = state.rows[grid.id] ?? []
    let firstRow = key.row.flatMap { rows.firstIndex(of: $0) } ?? rows.count
    for (offset, values) in cells.enumerated() {
      if firstRow + offset >= rows.count {
        guard !grid.fixedRows else { break }
        rows.append(state.newRowID())
      }
      for (column, value) in zip(columns[firstColumn...], values) {
        let place = FormKey(column.id, row: rows[firstRow + offset])
        let text = CleanText(value.split(whereSeparator: \.isNewline).joined(separator: " ")).string
        past[place] = nil
        state.texts[place] = text.isEmpty ? nil : text
        read(place, hooks)
      }
    }
    state.rows[grid.id] = rows
    if let focus = state.focus, order.contains(focus) {
      editor.replace(with: state.texts[focus] ?? "")
    } else if let first = order.first(where: { $0.row != nil && $0.row == rows.first }) {
      focus(first)
    }
    return .rows(grid.id)
  }

  /// Rows as columns; what is missing in a short row is blank.
  private static func turned(_ cells: [[String]]) -> [[String]] {
    let width = cells.map(\.count).max() ?? 0
    return (0..<width).map { column in cells.map { $0.indices.contains(column) ? $0[column] : "" } }
  }

  /// Rows and cells of what a spreadsheet copies: tabs and line feeds, a cell with either of them in quotes.
  static func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var quoted = false
    var characters = Array(text)[...]
    while let character = characters.popFirst() {
      switch character {
      case "\"" where quoted && characters.first == "\"":
        cell.append("\"")
        characters.removeFirst()
      case "\"" where quoted: quoted = false
      case "\"" where cell.isEmpty && Self.closes(characters): quoted = true
      case "\t" where !quoted:
        row.append(cell)
        cell = ""
      case "\n" where !quoted, "\r\n" where !quoted, "\r" where !quoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.append(character)
      }
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
    return rows
  }

  /// Whether a quote is closed at the end of a cell; one that is not is a character like any other.
  private static func closes(_ rest: ArraySlice<Character>) -> Bool {
    var index = rest.startIndex
    while index < rest.endIndex {
      if rest[index] == "\"" {
        let next = index + 1
        if next == rest.endIndex { return true }
        if rest[next] == "\"" {
          index += 2
          continue
        }
        return rest[next] == "\t" || rest[next].isNewline
      }
      index += 1
    }
    return false
  }
}
