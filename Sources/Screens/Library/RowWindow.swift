import Domain
import UseCases
import Widgets

/// The rows of an opened query that are near what is seen; never all of them.
///
/// What a search finds is shown before it is counted: until then the window goes as far as its rows were asked for. What
/// is not found within a moment is still searched for while the first rows stand there.
final class RowWindow {
  let list: any RecordList
  /// How many rows there are; while not `isWhole`, how many at least.
  private(set) var count: Int
  private(set) var isWhole = true
  /// Whether the first rows are not all found yet; `found` ends that.
  private(set) var isSearching = false
  private let fields: [String]
  private var start = 0
  private var rows: [ListRow] = []
  /// Rows as they are drawn, by place: every key draws a page of them anew.
  private var drawn: [Int: TableRow] = [:]
  /// What went wrong while reading: the table that asks cannot throw.
  private var failure: (any Error)?
  /// Rows read beyond those that are asked for.
  private static let margin = 24

  /// Opens the list; `page` rows are wanted at its beginning.
  init(_ list: any RecordList, fields: [String], page: Int) throws {
    self.list = list
    self.fields = fields
    count = 0
    if let known = try list.countAtHand() {
      count = known
    } else {
      isWhole = false
      try begin(page)
    }
  }

  private func begin(_ page: Int) throws {
    let wanted = page + Self.margin
    let (first, isSearching) = try list.firstRows(wanted, fields: fields)
    rows = first
    count = first.count
    self.isSearching = isSearching
    if let known = try list.countAtHand() {
      take(count: known)
    } else if !isSearching, first.count < wanted {
      take(count: first.count)
    }
  }

  /// The list has found everything: goes on from there.
  func found() throws {
    guard isSearching else { return }
    isSearching = false
    if let known = try list.countAtHand() { take(count: known) }
  }

  /// Makes sure of the rows up to a place, or that there are no more.
  func reach(_ place: Int) throws {
    if !isWhole, !isSearching, place >= count { try extend(to: place + 1) }
  }

  /// Counts what was not counted yet.
  func complete() throws {
    if !isWhole { take(count: try list.count()) }
  }

  /// How many rows there are, counted elsewhere.
  func take(count: Int) {
    self.count = count
    isWhole = true
    isSearching = false
  }

  /// Reads on from the last row known.
  private func extend(to end: Int) throws {
    let wanted = count..<end + Self.margin
    let more = try list.rows(wanted, fields: fields)
    if let known = try list.countAtHand() {
      take(count: known)
    } else if more.count < wanted.count {
      take(count: count + more.count)
    } else {
      count += more.count
    }
  }

  /// The rows at these places, read where they are not at hand, with as many again on either side.
  subscript(_ places: Range<Int>) -> ArraySlice<ListRow> {
    let wanted = places.clamped(to: 0..<count)
    if wanted.isEmpty { return [] }
    if wanted.lowerBound < start || wanted.upperBound > start + rows.count { read(wanted) }
    let have = wanted.clamped(to: start..<start + rows.count)
    return rows[have.lowerBound - start..<have.upperBound - start]
  }

  /// The rows at these places as they are drawn; `make` turns one into that.
  func drawn(_ places: Range<Int>, _ make: (ListRow) -> TableRow) -> [TableRow] {
    let found = self[places]
    return found.indices.map { index in
      if let known = drawn[start + index] { return known }
      let row = make(found[index])
      drawn[start + index] = row
      return row
    }
  }

  private func read(_ wanted: Range<Int>) {
    drawn = [:]
    let margin = max(Self.margin, wanted.count)
    let range = max(0, wanted.lowerBound - margin)..<min(count, wanted.upperBound + margin)
    do {
      rows = try list.rows(range, fields: fields)
      start = range.lowerBound
    } catch {
      rows = []
      failure = error
    }
  }

  /// Throws what reading has thrown since the last time.
  func check() throws {
    guard let failure else { return }
    self.failure = nil
    throw failure
  }
}
