import Terminal

/// A table of any number of rows, of which only a window is ever asked for.
///
/// The cursor belongs to a record, not to a row number: `reload` puts it back on its record wherever that has gone.
package struct TableView: Hashable, Sendable {
  /// Where a table was left; enough to come back to the same view.
  package struct Place: Hashable, Sendable, Codable {
    /// The row of the cursor among all rows.
    package var cursor = 0
    /// The record under it; nil in an empty table.
    package var cursorID: String?
    /// How many rows are scrolled away.
    package var top = 0
    /// How many columns are scrolled away behind the frozen first one.
    package var left = 0
    /// The column under the cursor where single cells are selected.
    package var column = 0

    package init() {}
  }

  /// What came of an event.
  package enum Outcome: Hashable, Sendable {
    case ignored, moved
    /// Enter or a double press on a row; the column is nil where whole rows are selected.
    case open(id: String, column: String?)
    /// A press on a column's title.
    case sort(column: String)
  }

  /// In order; the first is frozen and always seen.
  package var columns: [TableColumn]
  /// What the header shows of the order; the rows come sorted.
  package var sort: [TableSort] = []
  /// Where the cursor is and what is scrolled away.
  package var place = Place()
  /// Ids of marked rows, wherever they are in the list.
  package var marked: Set<String> = []
  /// Whether the cursor selects one cell instead of the row.
  package var selectsCells: Bool
  /// Whether a step over the edge brings half a page of rows at once: where something stands beside the table, terminals
  /// cannot shift its rows alone, so that every line it scrolls by is a whole screen repainted.
  package var turnsHalfPages = false
  /// Said where there are no rows; nil says so in general words.
  package var emptyMessage: CleanText?
  /// Size of the canvas at the last `fit`, header included.
  package private(set) var size = Size(width: 80, height: 21)

  package init(columns: [TableColumn], selectsCells: Bool = false, emptyMessage: CleanText? = nil) {
    self.columns = columns
    self.selectsCells = selectsCells
    self.emptyMessage = emptyMessage
  }

  /// Tells the table how large it is drawn, so that a page is a page; call it before `handle` when the size changed.
  package mutating func fit(_ size: Size) {
    self.size = size
    place.left = min(place.left, max(0, columns.count - 2))
    place.column = min(place.column, max(0, columns.count - 1))
  }

  /// Rows below the header.
  package var pageRows: Int { max(1, size.height - 1) }

  /// The first row shown when `rows` rows fit: where it was left, moved as little as the cursor needs.
  package func top(rows: Int, count: Int) -> Int {
    let cursor = min(max(0, place.cursor), max(0, count - 1))
    var kept = min(max(place.top, cursor - rows + 1), cursor)
    if turnsHalfPages, abs(kept - place.top) == 1 { kept += (kept - place.top) * (rows / 2) }
    return max(0, min(kept, count - rows))
  }

  /// After the rows changed: the cursor goes to its record's new row, and where that is gone stays where it was.
  package mutating func reload(_ source: TableSource, indexOf: (String) -> Int?) {
    let offset = place.cursor - top(rows: pageRows, count: Int.max / 2)
    if let id = place.cursorID, let index = indexOf(id), index >= 0, index < source.count {
      place.cursor = index
      place.top = max(0, index - offset)
      place.top = top(rows: pageRows, count: source.count)
    } else {
      go(to: place.cursor, source)
    }
  }

  /// Puts the cursor on a row, kept within bounds.
  package mutating func go(to index: Int, _ source: TableSource) {
    place.cursor = min(max(0, index), max(0, source.count - 1))
    place.top = top(rows: pageRows, count: source.count)
    place.cursorID = source.count == 0 ? nil : source.rows(place.cursor..<place.cursor + 1).first?.id
  }

  /// Marks or unmarks the record under the cursor and goes on to the next row.
  package mutating func toggleMark(_ source: TableSource) {
    if place.cursorID == nil { go(to: place.cursor, source) }
    guard let id = place.cursorID else { return }
    if marked.remove(id) == nil { marked.insert(id) }
    go(to: place.cursor + 1, source)
  }

  /// Sorts by a column as a person means it: again turns it round; `adding` makes it the second key.
  package mutating func sort(by column: String, adding: Bool = false) {
    if let index = sort.firstIndex(where: { $0.column == column }), adding || index == 0 {
      sort[index].descending.toggle()
    } else if adding {
      sort = Array(sort.prefix(1)) + [TableSort(column)]
    } else {
      sort = [TableSort(column)]
    }
  }

  /// Does what an event means here.
  package mutating func handle(_ event: Event, _ source: TableSource) -> Outcome {
    switch event {
    case .key(let key): return handle(key.halfWidth, source)
    case .mouse(let mouse): return handle(mouse, source)
    default: return .ignored
    }
  }

  private mutating func handle(_ key: Key, _ source: TableSource) -> Outcome {
    let target: Int
    switch key {
    case .up, .character("k"): target = place.cursor - 1
    case .down, .character("j"): target = place.cursor + 1
    case .pageUp: target = place.cursor - pageRows
    case .pageDown: target = place.cursor + pageRows
    case .home, .controlUp, .character("g"): target = 0
    case .end, .controlDown, .character("G"): target = source.count - 1
    case .left, .character("h"): return sideways(-1)
    case .right, .character("l"): return sideways(1)
    case .controlLeft: return sideways(-columns.count)
    case .controlRight: return sideways(columns.count)
    case .enter: return open(source)
    default: return .ignored
    }
    go(to: target, source)
    return .moved
  }

  private mutating func open(_ source: TableSource) -> Outcome {
    go(to: place.cursor, source)
    guard let id = place.cursorID else { return .ignored }
    let column = selectsCells && columns.indices.contains(place.column) ? columns[place.column].id : nil
    return .open(id: id, column: column)
  }

  private mutating func sideways(_ step: Int) -> Outcome {
    if selectsCells {
      place.column = min(max(0, place.column + step), max(0, columns.count - 1))
      place.left = TableLayout(self, width: size.width).left(showing: place.column)
      return .moved
    }
    let furthest = TableLayout(self, width: size.width).furthestLeft
    let left = min(max(0, place.left + step), furthest)
    guard left != place.left else { return .ignored }
    place.left = left
    return .moved
  }

  private mutating func handle(_ mouse: Mouse, _ source: TableSource) -> Outcome {
    switch mouse.action {
    case .wheelUp: go(to: place.cursor - 3, source)
    case .wheelDown: go(to: place.cursor + 3, source)
    case .press, .doublePress:
      let column = TableLayout(self, width: size.width).column(at: mouse.point.x)
      if mouse.point.y == 0 { return column.map { .sort(column: columns[$0].id) } ?? .ignored }
      let row = top(rows: pageRows, count: source.count) + mouse.point.y - 1
      guard mouse.point.y > 0, row < source.count else { return .ignored }
      go(to: row, source)
      if selectsCells, let column { place.column = column }
      if mouse.action == .doublePress { return open(source) }
    }
    return .moved
  }

  /// `12/1 284`: the row of the cursor, and how many there are.
  package func position(_ source: TableSource) -> CleanText {
    source.count == 0 ? "0" : CleanText(thin(place.cursor + 1) + "/" + thin(source.count))
  }
}

/// A count with thin thousands, `1 284`.
package func thin(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var grouped = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(" ") }
    grouped.append(digit)
  }
  return (number < 0 ? "-" : "") + grouped
}
