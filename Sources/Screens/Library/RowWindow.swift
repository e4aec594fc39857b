import Domain
import UseCases

/// The rows of an opened query that are near what is seen; never all of them.
final class RowWindow {
  let list: any RecordList
  let count: Int
  private let fields: [String]
  private var start = 0
  private var rows: [ListRow] = []
  /// What went wrong while reading: the table that asks cannot throw.
  private var failure: (any Error)?

  init(_ list: any RecordList, fields: [String]) throws {
    self.list = list
    self.fields = fields
    count = try list.count()
  }

  /// The rows at these places, read where they are not at hand, with as many again on either side.
  subscript(_ places: Range<Int>) -> ArraySlice<ListRow> {
    let wanted = places.clamped(to: 0..<count)
    if wanted.isEmpty { return [] }
    if wanted.lowerBound < start || wanted.upperBound > start + rows.count { read(wanted) }
    let have = wanted.clamped(to: start..<start + rows.count)
    return rows[have.lowerBound - start..<have.upperBound - start]
  }

  private func read(_ wanted: Range<Int>) {
    let margin = max(24, wanted.count)
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
