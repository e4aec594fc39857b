import Terminal

/// One column of a table.
package struct TableColumn: Hashable, Sendable {
  /// How many cells a column takes.
  package enum Width: Hashable, Sendable {
    /// So many cells, whatever is left over.
    case fixed(Int)
    /// At least so many cells; what is left over is shared by weight.
    case flex(min: Int, weight: Int = 1)

    var least: Int {
      switch self {
      case .fixed(let cells), .flex(let cells, _): max(1, cells)
      }
    }
  }

  /// Permanent id.
  package let id: String
  /// Its heading, in the language of the person.
  package let title: CleanText
  /// How many cells it takes.
  package let width: Width
  /// Where its texts stand: figures at the right.
  package let align: Canvas.Alignment

  package init(_ id: String, title: CleanText, width: Width, align: Canvas.Alignment = .left) {
    self.id = id
    self.title = title
    self.width = width
    self.align = align
  }
}

/// By which column a table is sorted; the first of a list is the primary one.
package struct TableSort: Hashable, Sendable, Codable {
  /// The id of a `TableColumn`.
  package var column: String
  /// Largest first.
  package var descending: Bool

  package init(_ column: String, descending: Bool = false) {
    self.column = column
    self.descending = descending
  }
}

/// One cell; without a style of its own it takes its row's.
package struct TableCell: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What is shown, cut to the column's width.
  package let text: CleanText
  /// How it looks; nil is as its row.
  package let style: Style?

  package init(_ text: CleanText, style: Style? = nil) {
    self.text = text
    self.style = style
  }

  package init(stringLiteral value: String) {
    self.init(CleanText(value))
  }
}

/// One row: its permanent id and a cell for each column, in the order of the columns.
package struct TableRow: Hashable, Sendable {
  /// Permanent id.
  package let id: String
  /// One for each column, in the order of the columns.
  package let cells: [TableCell]
  /// How its cells look that say nothing of their own.
  package let style: Style

  package init(id: String, cells: [TableCell], style: Style = .text) {
    self.id = id
    self.cells = cells
    self.style = style
  }
}

/// Where a table gets its rows: how many there are, and those of a range, never more than a window at once.
package struct TableSource {
  /// How many rows there are.
  package let count: Int
  /// The rows of a range within `0..<count`; fewer where some have gone meanwhile.
  package let rows: (Range<Int>) -> [TableRow]

  /// Takes a negative count for none.
  package init(count: Int, rows: @escaping (Range<Int>) -> [TableRow]) {
    self.count = max(0, count)
    self.rows = rows
  }

  /// A list that is all at hand.
  package init(_ all: [TableRow]) {
    self.init(count: all.count) { Array(all[$0.clamped(to: 0..<all.count)]) }
  }

}
