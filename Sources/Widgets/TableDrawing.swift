import Terminal

extension TableView {
  /// Draws header and rows, asking `source` for exactly the rows that are seen.
  package func draw(in canvas: inout Canvas, focused: Bool, source: TableSource, look: Look) {
    canvas.fill(canvas.bounds)
    let layout = TableLayout(self, width: canvas.size.width)
    drawHeader(layout, in: &canvas)
    let rows = canvas.size.height - 1
    guard rows > 0 else { return }
    guard source.count > 0 else {
      canvas.put(
        emptyMessage ?? look.words.nothingHere, x: 1, y: 1, width: max(0, canvas.size.width - 1), style: .dim)
      return
    }
    let first = top(rows: rows, count: source.count)
    let window = source.rows(first..<min(source.count, first + rows))
    for (offset, row) in window.prefix(rows).enumerated() {
      draw(row, at: offset + 1, selected: first + offset == place.cursor, focused: focused, layout, in: &canvas)
    }
  }

  private func drawHeader(_ layout: TableLayout, in canvas: inout Canvas) {
    for slot in layout.slots {
      let column = columns[slot.index]
      let mark = sortMark(column.id)
      let room = slot.width - mark.width
      let shown = column.title.cut(to: max(0, room)) + mark
      canvas.put(shown, x: slot.x, y: 0, width: slot.width, align: column.align, style: .heading)
    }
    if place.left > 0 { canvas.put("◂", x: 0, y: 0, style: .accent) }
    if layout.hasMore { canvas.put("▸", x: canvas.size.width - 1, y: 0, style: .accent) }
  }

  private func sortMark(_ column: String) -> CleanText {
    guard let index = sort.firstIndex(where: { $0.column == column }) else { return .empty }
    let arrow: CleanText = sort[index].descending ? "▾" : "▴"
    return index == 0 ? arrow : arrow + CleanText(String(index + 1))
  }

  private func draw(
    _ row: TableRow, at y: Int, selected: Bool, focused: Bool, _ layout: TableLayout, in canvas: inout Canvas
  ) {
    let chosen = Style(focused ? .selected : .selectedInactive)
    if marked.contains(row.id) {
      canvas.put("●", x: 0, y: y, style: Style(.mark))
    } else if selected {
      canvas.put("▌", x: 0, y: y, style: focused ? .accent : .dim)
    }
    for slot in layout.slots where row.cells.indices.contains(slot.index) {
      let cell = row.cells[slot.index]
      // Only the key column is highlighted: a whole reverse row costs twice the bytes and says no more.
      let here = selected && slot.index == (selectsCells ? place.column : 0)
      canvas.put(
        cell.text, x: slot.x, y: y, width: slot.width, align: columns[slot.index].align,
        style: here ? chosen : cell.style ?? row.style)
      // A mark in the gap before it: the cell is seen without colour.
      if here, selectsCells, slot.index > 0 { canvas.put("▸", x: slot.x - 1, y: y, style: .accent) }
    }
  }
}
