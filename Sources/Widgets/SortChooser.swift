import Terminal

/// By which columns a table is sorted: the order in which they are picked is their rank.
package struct SortChooser: Hashable, Sendable {
  /// What came of an event.
  package enum Outcome: Hashable, Sendable {
    case ignored, handled, cancelled
    /// The columns to sort by, the primary one first.
    case chosen([TableSort])
  }

  /// All that can be sorted by, in the order of the table.
  package let columns: [(id: String, name: CleanText)]
  /// As picked so far, the primary one first.
  package private(set) var sort: [TableSort]
  /// Index of what is under the cursor.
  package private(set) var cursor = 0

  /// The cursor begins on the primary column.
  package init(columns: [(id: String, name: CleanText)], sort: [TableSort]) {
    self.columns = columns
    self.sort = sort
    cursor = columns.firstIndex { $0.id == sort.first?.column } ?? 0
  }

  package static func == (left: SortChooser, right: SortChooser) -> Bool {
    left.sort == right.sort && left.cursor == right.cursor && left.columns.map(\.id) == right.columns.map(\.id)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(sort)
    hasher.combine(cursor)
  }

  /// Does what an event means here.
  package mutating func handle(_ event: Event) -> Outcome {
    guard case .key(let key) = event else { return .ignored }
    switch key.halfWidth {
    case .up, .character("k"): cursor = max(0, cursor - 1)
    case .down, .character("j"): cursor = min(max(0, columns.count - 1), cursor + 1)
    case .home, .character("g"): cursor = 0
    case .end, .character("G"): cursor = max(0, columns.count - 1)
    case .character(" "): toggle()
    case .delete, .control("d"): sort.removeAll { columns.indices.contains(cursor) && $0.column == columns[cursor].id }
    case .enter:
      // Enter without having picked anything means the column under the cursor.
      if sort.isEmpty { toggle() }
      return .chosen(sort)
    case .escape, .character("q"): return .cancelled
    default: return .ignored
    }
    return .handled
  }

  private mutating func toggle() {
    guard columns.indices.contains(cursor) else { return }
    let id = columns[cursor].id
    if let index = sort.firstIndex(where: { $0.column == id }) {
      sort[index].descending.toggle()
    } else {
      sort.append(TableSort(id))
    }
  }

  /// Draws over the whole canvas, whatever its size.
  package func draw(in canvas: inout Canvas, look: Look) {
    let rows = columns.map { column -> CleanText in
      guard let index = sort.firstIndex(where: { $0.column == column.id }) else { return "   " + column.name }
      return CleanText("\(index + 1)\(sort[index].descending ? "▾" : "▴") ") + column.name
    }
    ListBox.draw(rows, cursor: cursor, title: look.words.sort, hint: look.words.sortHint, in: &canvas)
  }
}
