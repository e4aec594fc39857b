import Terminal

/// Which columns of a table fit a width, and where: a gutter of one cell, then columns one blank apart.
struct TableLayout {
  struct Slot: Equatable {
    let index: Int
    let x: Int
    let width: Int
  }

  let slots: [Slot]
  /// Whether columns are left out at the right.
  let hasMore: Bool
  private let table: TableView
  private let width: Int

  init(_ table: TableView, width: Int) {
    self.init(table, width: width, left: table.place.left)
  }

  private init(_ table: TableView, width: Int, left: Int) {
    self.table = table
    self.width = width
    let columns = table.columns
    var chosen = Self.choose(columns, left: left, room: width)
    // The mark of more columns has the last cell of the header to itself.
    if chosen.next < columns.count { chosen = Self.choose(columns, left: left, room: width - 1) }
    hasMore = chosen.next < columns.count
    slots = Self.place(chosen.order, columns: columns, spare: max(0, width - (hasMore ? 1 : 0) - chosen.used))
  }

  /// The columns that fit, the cells that they need at the least, and the first that does not.
  private static func choose(
    _ columns: [TableColumn], left: Int, room: Int
  ) -> (order: [Int], used: Int, next: Int) {
    var order: [Int] = columns.isEmpty ? [] : [0]
    var used = 1 + (columns.first?.width.least ?? 0)
    var next = 1 + max(0, left)
    while next < columns.count {
      let least = columns[next].width.least + 1
      // The first column beside the frozen one is shown however narrow, so that everything can be reached.
      guard used + least <= room || (order.count == 1 && used + 1 < room) else { break }
      used += least
      order.append(next)
      next += 1
    }
    return (order, used, next)
  }

  private static func place(_ order: [Int], columns: [TableColumn], spare: Int) -> [Slot] {
    var weights = 0
    for index in order { if case .flex(_, let weight) = columns[index].width { weights += max(1, weight) } }
    var left = spare
    var x = 1
    return order.map { index in
      var width = columns[index].width.least
      if case .flex(_, let weight) = columns[index].width, weights > 0 {
        let share = left * max(1, weight) / weights
        width += share
        left -= share
        weights -= max(1, weight)
      }
      defer { x += width + 1 }
      return Slot(index: index, x: x, width: width)
    }
  }

  /// The furthest that scrolling sideways makes sense: there the last column is whole.
  var furthestLeft: Int {
    var left = 0
    while left < table.columns.count - 2, TableLayout(table, width: width, left: left).hasMore { left += 1 }
    return left
  }

  /// How far to scroll so that a column is seen, moving no more than needed.
  func left(showing column: Int) -> Int {
    guard column > 0 else { return 0 }
    var left = min(table.place.left, column - 1)
    while left < column - 1, !TableLayout(table, width: width, left: left).slots.contains(where: { $0.index == column })
    {
      left += 1
    }
    return left
  }

  func column(at x: Int) -> Int? {
    slots.first { x >= $0.x && x < $0.x + $0.width }?.index
  }
}
