import UseCases

/// A whole register in the order of one indexed column, read by place.
///
/// Records with a value come first, in its order; those without follow in the order of making (backwards in a descending
/// order). A place is reached from the nearest one known - an end, or a window read before - never by counting from the
/// start.
final class IndexWalk {
  private struct Anchor {
    let place: Int
    let key: Cell
    let no: Int64
  }

  private let connection: Connection
  private let table: String
  /// nil: in the order of making.
  private let column: String?
  private let isDescending: Bool
  /// How many have a value, and how many there are.
  private let filled: Int
  private let count: Int
  private var anchors: [Anchor] = []
  /// Rows and index entries that statements went through; tests look at it.
  private(set) var steps = 0

  init(_ connection: Connection, _ table: String, _ column: String?, _ isDescending: Bool, filled: Int, count: Int) {
    self.connection = connection
    self.table = table
    self.column = column
    self.isDescending = isDescending
    self.filled = filled
    self.count = count
  }

  /// Row numbers at these places; fewer at the end.
  func numbers(_ places: Range<Int>) throws -> [Int64] {
    let places = places.clamped(to: 0..<count)
    if places.isEmpty { return [] }
    let withValue = try segment(places.clamped(to: 0..<filled), 0..<filled, isEmpty: false)
    let without = try segment(places.clamped(to: filled..<count), filled..<count, isEmpty: true)
    return withValue + without
  }

  private func segment(_ places: Range<Int>, _ bounds: Range<Int>, isEmpty: Bool) throws -> [Int64] {
    guard !places.isEmpty else { return [] }
    let inside = anchors.filter { bounds.contains($0.place) }
    let before = inside.filter { $0.place <= places.lowerBound }.max { $0.place < $1.place }
    let after = inside.filter { $0.place >= places.upperBound - 1 }.min { $0.place < $1.place }
    let ahead = places.lowerBound - (before?.place ?? bounds.lowerBound)
    let back = (after?.place ?? bounds.upperBound - 1) - (places.upperBound - 1)
    let isForward = ahead <= back
    var found: [(Cell, Int64)] = []
    let (sql, cells) = statement(
      from: isForward ? before : after, isForward: isForward, isEmpty: isEmpty, limit: places.count,
      offset: isForward ? ahead : back)
    let statement = try connection.prepared(sql)
    try statement.each(cells) { found.append(($0.cell(0), $0.integer(1))) }
    steps += statement.takeSteps()
    if !isForward { found.reverse() }
    if let first = found.first, let last = found.last {
      remember(Anchor(place: places.lowerBound, key: first.0, no: first.1))
      remember(Anchor(place: places.lowerBound + found.count - 1, key: last.0, no: last.1))
    }
    return found.map(\.1)
  }

  private func remember(_ anchor: Anchor) {
    if anchors.contains(where: { $0.place == anchor.place }) { return }
    if anchors.count >= 64 { anchors.removeFirst() }
    anchors.append(anchor)
  }

  private func statement(
    from anchor: Anchor?, isForward: Bool, isEmpty: Bool, limit: Int, offset: Int
  ) -> (String, [Cell]) {
    let isUp = isForward != isDescending
    let compare = isUp ? ">" : "<"
    let direction = isUp ? "" : " DESC"
    let window: [Cell] = [.integer(Int64(limit)), .integer(Int64(offset))]
    guard let column, !isEmpty else {
      var tests = column.map { ["\($0) IS NULL"] } ?? []
      if anchor != nil { tests.append("_no \(compare)= ?") }
      let filter = tests.isEmpty ? "" : " WHERE " + tests.joined(separator: " AND ")
      let cells = (anchor.map { [Cell.integer($0.no)] } ?? []) + window
      return ("SELECT NULL, _no FROM \(table)\(filter) ORDER BY _no\(direction) LIMIT ? OFFSET ?", cells)
    }
    let order = " ORDER BY 1\(direction), 2\(direction) LIMIT ? OFFSET ?"
    guard let anchor else {
      return ("SELECT \(column), _no FROM \(table) WHERE \(column) IS NOT NULL" + order, window)
    }
    // SQLite does not use an index's row number for `(column, _no) > (?, ?)`: among many equal values it would read all.
    // Two branches in one order are merged row by row.
    return (
      "SELECT \(column), _no FROM \(table) WHERE \(column) = ? AND _no \(compare)= ? "
        + "UNION ALL SELECT \(column), _no FROM \(table) WHERE \(column) \(compare) ?" + order,
      [anchor.key, .integer(anchor.no), anchor.key] + window
    )
  }

  /// Where a row stands: how many stand before it.
  func place(of no: Int64) throws -> Int? {
    let compare = isDescending ? ">" : "<"
    guard let column else {
      return try connection.prepared("SELECT COUNT(*) FROM \(table) WHERE _no \(compare) ?")
        .first([.integer(no)]) { $0.int(0) }
    }
    let key = try connection.prepared("SELECT \(column) FROM \(table) WHERE _no = ?").first([.integer(no)]) {
      $0.cell(0)
    }
    guard let key else { return nil }
    if key == .null {
      let before = try connection.prepared(
        "SELECT COUNT(*) FROM \(table) WHERE \(column) IS NULL AND _no \(compare) ?"
      ).first([.integer(no)]) { $0.int(0) }
      return filled + (before ?? 0)
    }
    let before = try connection.prepared("SELECT COUNT(*) FROM \(table) WHERE \(column) \(compare) ?")
      .first([key]) { $0.int(0) }
    let among = try connection.prepared("SELECT COUNT(*) FROM \(table) WHERE \(column) = ? AND _no \(compare) ?")
      .first([key, .integer(no)]) { $0.int(0) }
    return (before ?? 0) + (among ?? 0)
  }
}
