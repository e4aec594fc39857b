/// A shift of whole lines that saves repainting them: rows `top...bottom`, up by `lines` or, negative, down.
struct Scroll: Equatable {
  var top: Int
  var bottom: Int
  var lines: Int

  /// The shift that saves the most; nil where repainting is as cheap.
  static func find(from old: [PaintedCell], to new: [PaintedCell], size: Size) -> Scroll? {
    guard size.height >= 3, size.width >= 8 else { return nil }
    let changed = (0..<size.height).map { difference(old, $0, new, $0, size.width) }
    guard changed.reduce(0, +) > size.width else { return nil }
    var best: (scroll: Scroll, saved: Int)?
    for lines in candidates(old, new, changed, size) {
      guard let scroll = region(old, new, lines, size) else { continue }
      var shifted = old
      scroll.apply(to: &shifted, width: size.width, erased: .blank)
      let saved = (scroll.top...scroll.bottom).reduce(0) {
        $0 + changed[$1] - difference(shifted, $1, new, $1, size.width)
      }
      // Setting and leaving the region costs some thirty bytes, a cell less than two.
      if saved > 24, saved > best?.saved ?? 0 { best = (scroll, saved) }
    }
    return best?.scroll
  }

  /// Shifts a grid as the terminal shifts its screen.
  func apply(to cells: inout [PaintedCell], width: Int, erased: PaintedCell) {
    let count = abs(lines)
    let rows = Array(top...bottom)
    let source = cells
    for row in rows {
      let from = row + lines
      for x in 0..<width {
        cells[row * width + x] = from >= top && from <= bottom && count > 0 ? source[from * width + x] : erased
      }
    }
  }

  /// What repainting a row costs, in cells: those that differ, and moving the cursor to each run of them.
  private static func difference(
    _ old: [PaintedCell], _ oldRow: Int, _ new: [PaintedCell], _ newRow: Int, _ width: Int
  ) -> Int {
    var cost = 0
    var same = 4
    for x in 0..<width {
      if old[oldRow * width + x] == new[newRow * width + x] {
        same += 1
      } else {
        cost += same >= 4 ? 6 : 1
        same = 0
      }
    }
    return cost
  }

  /// Shifts for which parts of changed rows are found elsewhere, the likeliest three.
  private static func candidates(_ old: [PaintedCell], _ new: [PaintedCell], _ changed: [Int], _ size: Size) -> [Int] {
    var votes: [Int: Int] = [:]
    let parts = [0..<size.width / 3, size.width / 3..<size.width * 2 / 3, size.width * 2 / 3..<size.width]
    for part in parts {
      var places: [Int: [Int]] = [:]
      for y in 0..<size.height {
        if let hash = hash(old, y, part, size.width) { places[hash, default: []].append(y) }
      }
      for y in 0..<size.height where changed[y] > 0 {
        guard let hash = hash(new, y, part, size.width), let found = places[hash], found.count <= 3 else { continue }
        for from in found where from != y { votes[from - y, default: 0] += 1 }
      }
    }
    return votes.sorted { ($0.value, -abs($0.key), $0.key) > ($1.value, -abs($1.key), $1.key) }.prefix(3).map(\.key)
  }

  private static func hash(_ cells: [PaintedCell], _ row: Int, _ part: Range<Int>, _ width: Int) -> Int? {
    var hash: UInt64 = 14_695_981_039_346_656_037
    var empty = true
    for x in part {
      let base = cells[row * width + x].base.value
      if base != 0x20 { empty = false }
      hash = (hash ^ UInt64(base)) &* 1_099_511_628_211
    }
    return empty ? nil : Int(truncatingIfNeeded: hash)
  }

  /// The longest run of rows that come closer to what they should be by the shift, with the rows they come from.
  private static func region(_ old: [PaintedCell], _ new: [PaintedCell], _ lines: Int, _ size: Size) -> Scroll? {
    var best: ClosedRange<Int>?
    var begin: Int?
    for y in 0...size.height {
      let from = y + lines
      let gains =
        y < size.height && from >= 0 && from < size.height
        && difference(old, from, new, y, size.width) < max(1, difference(old, y, new, y, size.width))
      if gains {
        begin = begin ?? y
      } else if let first = begin {
        if y - first > best?.count ?? 0 { best = first...(y - 1) }
        begin = nil
      }
    }
    guard let best else { return nil }
    return Scroll(
      top: min(best.lowerBound, best.lowerBound + lines), bottom: max(best.upperBound, best.upperBound + lines),
      lines: lines)
  }
}
