/// A place on the screen: column and row in cells, from 0 at the top left.
package struct Point: Hashable, Sendable {
  /// The column, from the left.
  package var x: Int
  /// The row, from the top.
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// How many cells wide and high something is.
package struct Size: Hashable, Sendable {
  /// Columns.
  package var width: Int
  /// Rows.
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A rectangle of cells; never of negative size.
package struct Rect: Hashable, Sendable {
  /// Its top left cell.
  package var origin: Point
  /// Columns and rows; none for an empty one.
  package var size: Size

  /// Takes a negative width or height for none.
  package init(x: Int, y: Int, width: Int, height: Int) {
    origin = Point(x: x, y: y)
    size = Size(width: max(0, width), height: max(0, height))
  }

  /// The leftmost column.
  package var x: Int { origin.x }
  /// The topmost row.
  package var y: Int { origin.y }
  /// Columns that it covers.
  package var width: Int { size.width }
  /// Rows that it covers.
  package var height: Int { size.height }
  /// The column right of it.
  package var maxX: Int { origin.x + size.width }
  /// The row below it.
  package var maxY: Int { origin.y + size.height }
  /// It covers no cell.
  package var isEmpty: Bool { size.width == 0 || size.height == 0 }

  /// Whether it covers that cell.
  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// The part that both rectangles cover; empty where they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// The upper `rows` rows and what is left below them.
  package func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: taken),
      Rect(x: x, y: y + taken, width: width, height: height - taken)
    )
  }

  /// The lower `rows` rows and what is left above them.
  package func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
    let taken = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: height - taken),
      Rect(x: x, y: maxY - taken, width: width, height: taken)
    )
  }

  /// The left `columns` columns and what is left beside them.
  package func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, columns), width)
    return (
      Rect(x: x, y: y, width: taken, height: height),
      Rect(x: x + taken, y: y, width: width - taken, height: height)
    )
  }
}
