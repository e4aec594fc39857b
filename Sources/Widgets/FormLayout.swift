import Terminal

/// Where everything in a form stands at one width: lines from 0, whatever part of them is seen.
struct FormLayout {
  struct Field: Equatable {
    let key: FormKey
    let item: FormItem
    let label: CleanText
    let labelX: Int
    var line: Int
    /// Where the box begins, its bracket included, and how wide it is inside.
    var x: Int
    var inner: Int
    var height = 1
    var grid: String?
    var noteRoom = 0
    /// Stands in for the rows that a child list does not have yet.
    var isPlaceholder = false
  }

  enum Text: Equatable {
    case rule(title: CleanText, hint: CleanText)
    case plain(CleanText, x: Int, width: Int, align: Canvas.Alignment, style: Style)
  }

  private(set) var fields: [Field] = []
  private(set) var texts: [(line: Int, text: Text)] = []
  private(set) var lineCount = 0
  private let form: FormView
  private let width: Int
  private let words: WidgetWords
  private let hooks: FormHooks

  init(_ form: FormView, width: Int, hooks: FormHooks, words: WidgetWords) {
    self.form = form
    self.width = max(1, width)
    self.words = words
    self.hooks = hooks
    for section in form.sections {
      let editable = section.blocks.contains { block in
        if case .grid(let grid) = block { return !grid.fixedRows }
        return false
      }
      add(.rule(title: section.title, hint: editable ? words.gridHint : .empty))
      lineCount += 1
      for block in section.blocks {
        switch block {
        case .items(let items): flow(items)
        case .grid(let grid) where grid.across: across(grid)
        case .grid(let grid): down(grid)
        }
      }
    }
  }

  func field(_ key: FormKey) -> Field? { fields.first { $0.key == key } }

  private mutating func add(_ text: Text) { texts.append((lineCount, text)) }

  // MARK: - Fields that flow

  private func labelText(_ item: FormItem) -> CleanText {
    item.required ? item.label + "*" : item.label
  }

  /// Cells of a field's box without its brackets, at the least.
  private func least(_ item: FormItem) -> Int { item.width.least + (item.isPicked || item.kind == .area ? 2 : 0) }

  private func extra(_ item: FormItem) -> Int {
    2 + (item.unit.width > 0 ? item.unit.width + 1 : 0) + (item.noteWidth > 0 ? item.noteWidth + 1 : 0)
  }

  private func labelCells(_ item: FormItem) -> Int {
    let cells = labelText(item).width
    return cells == 0 ? 0 : min(cells, max(1, width / 2)) + 1
  }

  /// Breaks items into lines; `column` is the width that labels at the beginning of a line are padded to.
  private func pack(_ items: [FormItem], column: Int) -> [[FormItem]] {
    var lines: [[FormItem]] = []
    var used = 0
    for item in items {
      let cost = labelCells(item) + least(item) + extra(item)
      if let last = lines.indices.last, !item.startsLine, used + 1 + cost <= width {
        lines[last].append(item)
        used += 1 + cost
      } else {
        lines.append([item])
        used = cost - labelCells(item) + max(column, labelCells(item))
      }
    }
    return lines
  }

  private mutating func flow(_ items: [FormItem]) {
    let first = pack(items, column: 0)
    let column = min(first.compactMap { $0.first.map(labelCells) }.max() ?? 0, max(1, width / 3))
    for line in pack(items, column: column) { place(line, column: column) }
  }

  private mutating func place(_ items: [FormItem], column: Int) {
    let start = fields.count
    var spare = width - items.reduce(0) { $0 + labelCells($1) + least($1) + extra($1) } - (items.count - 1)
    if let first = items.first { spare -= max(0, column - labelCells(first)) }
    var x = 0
    for (index, item) in items.enumerated() {
      let label = labelText(item)
      let labelled = index == 0 && label.width > 0 ? max(column, labelCells(item)) : labelCells(item)
      var inner = least(item)
      if item.width.isFlexible, spare > 0 {
        inner += spare
        spare = 0
      }
      inner = max(1, min(inner, width - x - labelled - 2))
      let end = x + labelled + inner + extra(item)
      let noteRoom = index == items.count - 1 ? max(0, width - end + item.noteWidth) : item.noteWidth
      let key = FormKey(item.id)
      fields.append(
        Field(
          key: key, item: item, label: label, labelX: x, line: lineCount, x: x + labelled, inner: inner,
          height: height(of: item, key, inner), noteRoom: noteRoom))
      x = end + 1
    }
    let height = fields[start...].map(\.height).max() ?? 1
    endLine(height: height, fields: start)
  }

  /// A long text grows while it is edited.
  private func height(of item: FormItem, _ key: FormKey, _ inner: Int) -> Int {
    guard item.kind == .area, key == form.state.focus else { return 1 }
    let lines = TextArea.wrap(form.editor.characters, width: max(1, inner - 2)).count
    return min(max(form.areaIsOpen ? 3 : 1, lines), 8)
  }

  /// Goes on below a line of fields and what is wrong with them.
  private mutating func endLine(height: Int, fields start: Int) {
    lineCount += height
    for field in fields[start...] {
      guard let problem = form.problem(field.key) else { continue }
      let x = min(field.x, width / 2)
      add(.plain("! " + problem, x: x, width: width - x, align: .left, style: .error))
      lineCount += 1
    }
  }

  // MARK: - Child lists

  private mutating func placeholder(_ grid: FormGrid) {
    let item = FormItem(grid.id, .empty, width: .fixed(1))
    fields.append(
      Field(
        key: FormKey(grid.id), item: item, label: .empty, labelX: 0, line: lineCount, x: 2, inner: max(1, width - 6),
        grid: grid.id, isPlaceholder: true))
    lineCount += 1
  }

  /// The same in a column: a yes or no is as wide as its title, which would otherwise be all dots.
  private func leastInColumn(_ item: FormItem) -> Int {
    item.kind == .toggle ? max(least(item), min(8, labelText(item).width)) : least(item)
  }

  /// Rows below each other; where the columns are too wide, those around the one with the focus.
  private mutating func down(_ grid: FormGrid) {
    let rows = form.state.rows[grid.id] ?? []
    guard !rows.isEmpty || grid.fixedRows else { return placeholder(grid) }
    let number = grid.title == nil ? max(2, String(rows.count).count) + 1 : 0
    let columns = shownColumns(grid, room: width - number)
    var spare = width - number - columns.reduce(0) { $0 + leastInColumn($1) + 2 }
    var x = number
    var slots: [(item: FormItem, x: Int, inner: Int)] = []
    for item in columns {
      var inner = max(1, min(leastInColumn(item), width - x - 2))
      if item.width.isFlexible, spare > 0 {
        inner += spare
        spare = 0
      }
      slots.append((item, x, inner))
      x += inner + 2
    }
    for slot in slots {
      let align: Canvas.Alignment = slot.item.kind == .number ? .right : .left
      let title = slot.item.unit.width > 0 ? labelText(slot.item) + "/" + slot.item.unit : labelText(slot.item)
      add(.plain(title, x: slot.x + 1, width: slot.inner, align: align, style: .dim))
    }
    lineCount += 1
    for (index, row) in rows.enumerated() {
      if number > 0 {
        add(.plain(CleanText(String(index + 1)), x: 0, width: number, align: .right, style: .dim))
      }
      let start = fields.count
      for slot in slots {
        fields.append(
          Field(
            key: FormKey(slot.item.id, row: row), item: slot.item, label: .empty, labelX: 0, line: lineCount, x: slot.x,
            inner: slot.inner, grid: grid.id))
      }
      endLine(height: 1, fields: start)
    }
  }

  private func shownColumns(_ grid: FormGrid, room: Int) -> [FormItem] {
    let focus = grid.columns.firstIndex { $0.id == form.state.focus?.field && form.state.focus?.row != nil } ?? 0
    var first = 0
    func cells(_ range: ClosedRange<Int>) -> Int { grid.columns[range].reduce(0) { $0 + leastInColumn($1) + 2 } }
    guard !grid.columns.isEmpty else { return [] }
    while first < focus, cells(first...focus) > room { first += 1 }
    var last = max(first, focus)
    while last + 1 < grid.columns.count, cells(first...last + 1) <= room { last += 1 }
    return Array(grid.columns[first...last])
  }

  /// Rows side by side under their titles, as many as fit; the others follow below.
  private mutating func across(_ grid: FormGrid) {
    let rows = form.state.rows[grid.id] ?? []
    guard !rows.isEmpty || grid.fixedRows else { return placeholder(grid) }
    let items = grid.columns.filter { $0.id != grid.title }
    let labels = min((items.map { labelText($0).width }.max() ?? 0) + 1, max(1, width / 3))
    let cell = min(items.map(least).max() ?? 1, max(1, width - labels - 2))
    let perBlock = max(1, (width - labels) / (cell + 2))
    for begin in stride(from: 0, to: rows.count, by: perBlock) {
      let block = rows[begin..<min(rows.count, begin + perBlock)]
      for (index, row) in block.enumerated() {
        let title =
          grid.title.map { FormKey($0, row: row) }.map { hooks.shown($0, form.state.texts[$0] ?? "") }
          ?? CleanText(String(begin + index + 1))
        let x = labels + index * (cell + 2) + 1
        add(.plain(title, x: x, width: cell, align: .left, style: .dim))
      }
      lineCount += 1
      for item in items {
        add(.plain(labelText(item), x: 0, width: labels, align: .left, style: .text))
        let start = fields.count
        for (index, row) in block.enumerated() {
          fields.append(
            Field(
              key: FormKey(item.id, row: row), item: item, label: .empty, labelX: 0, line: lineCount,
              x: labels + index * (cell + 2), inner: cell, grid: grid.id))
        }
        endLine(height: 1, fields: start)
      }
    }
  }
}
