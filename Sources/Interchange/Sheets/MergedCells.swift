import Domain
import Glibc

/// Cells that a sheet merges downwards: what stands in the first is meant in each.
///
/// They stand behind the rows, so the part is inflated once before it is read; only what follows its rows is kept.
struct MergedCells {
  /// Merged cells, and bytes behind the rows, that are looked at.
  private static let limits = (cells: 100_000, bytes: 8 << 20)

  /// By their first row: the first column and the last row.
  private let merges: [Int: [(column: Int, last: Int)]]
  private var open: [(column: Int, last: Int, text: String, isDoubtful: Bool)] = []

  /// Reads a sheet's part to its end.
  init(_ entry: ZipEntry) throws {
    let end = Array("sheetData>".utf8)
    var tail: [UInt8] = []
    var isBehind = false
    while try entry.next({ bytes in
      if isBehind {
        if tail.count < Self.limits.bytes { tail += bytes }
        return
      }
      // The mark may lie across two portions.
      let text = tail + bytes
      if let place = Self.end(of: end, in: text) {
        isBehind = true
        tail = Array(text[place...])
      } else {
        tail = Array(text.suffix(64))
      }
    }) {}
    var merges: [Int: [(column: Int, last: Int)]] = [:]
    for reference in isBehind ? Self.references(tail).prefix(Self.limits.cells) : [] {
      let ends = reference.split(separator: ":").map(Self.place)
      guard ends.count == 2, let first = ends[0], let last = ends[1], last.row > first.row else { continue }
      merges[first.row, default: []].append((first.column, last.row))
    }
    self.merges = merges
  }

  /// Fills a row's cells in with what is merged down to it, and keeps what begins in it; answers the columns filled.
  mutating func fill(_ cells: inout [String], _ doubtful: inout [Int], row: Int) -> [Int] {
    if merges.isEmpty { return [] }
    open.removeAll { $0.last < row }
    var filled: [Int] = []
    for merge in open where merge.column >= cells.count || cells[merge.column].isEmpty {
      while cells.count <= merge.column { cells.append("") }
      cells[merge.column] = merge.text
      filled.append(merge.column)
      if merge.isDoubtful { doubtful.append(merge.column) }
    }
    for merge in merges[row] ?? [] where merge.column < cells.count && !cells[merge.column].isEmpty {
      open.append((merge.column, merge.last, cells[merge.column], doubtful.contains(merge.column)))
    }
    return filled
  }

  /// Behind the closing `sheetData`; an opening one closes nothing.
  private static func end(of mark: [UInt8], in text: [UInt8]) -> Int? {
    // By its capital, which few cells' names have.
    let capital: UInt8 = 0x44
    let before = mark.firstIndex(of: capital) ?? 0
    var from = before
    while from < text.count {
      let found = text.withUnsafeBytes { bytes -> Int? in
        guard let base = bytes.baseAddress, let hit = memchr(base + from, Int32(capital), text.count - from) else {
          return nil
        }
        return base.distance(to: UnsafeRawPointer(hit))
      }
      guard let found else { return nil }
      from = found + 1
      let start = found - before
      guard text[start...].starts(with: mark) else { continue }
      if text[max(0, start - 16)..<start].reversed().prefix(while: { $0 != 0x3C }).last == 0x2F {
        return start + mark.count
      }
    }
    return nil
  }

  /// The texts `B4:B6` of all `mergeCell ref=`.
  private static func references(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "mergeCell ").dropFirst().compactMap { part in
      guard let start = part.firstRange(of: "ref=\"")?.upperBound, let end = part[start...].firstIndex(of: "\"") else {
        return nil
      }
      return part[start..<end]
    }
  }

  private static func place(_ name: Substring) -> (column: Int, row: Int)? {
    let letters = name.prefix { $0.isLetter }
    guard let row = Int(name.dropFirst(letters.count)), let column = String(letters).withCString(WorkbookSheet.column)
    else { return nil }
    return (column, row)
  }
}
