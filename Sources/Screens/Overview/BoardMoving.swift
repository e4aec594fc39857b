import Terminal
import Widgets

/// Where one is on a dashboard: the selected spot, and what every block and the page are scrolled to.
struct BoardPlace: Hashable, Sendable {
  var spot: String?
  var tops: [String: Int] = [:]
  var pageTop = 0

  enum Way { case up, down, left, right, next, previous, first, last, pageUp, pageDown }

  /// Goes one step; false where there is nothing that way.
  mutating func move(_ way: Way, in plan: BoardPlan, height: Int) -> Bool {
    guard let here = plan.spot(spot) else {
      spot = plan.spots.first?.key
      show(in: plan, height: height)
      return spot != nil
    }
    let target: BoardPlan.Spot?
    switch way {
    case .next, .previous:
      let index = plan.spots.firstIndex(of: here) ?? 0
      let count = plan.spots.count
      target = plan.spots[(index + (way == .next ? 1 : count - 1)) % count]
    case .first: target = plan.spots.first
    case .last: target = plan.spots.last
    case .up, .down: target = vertical(here, down: way == .down, plan)
    case .left, .right: target = horizontal(here, right: way == .right, plan)
    case .pageUp, .pageDown:
      var spot = here
      for _ in 0..<max(1, plan.placed[here.block].room - 1) {
        guard let next = vertical(spot, down: way == .pageDown, plan) else { break }
        spot = next
      }
      target = spot
    }
    guard let target, target != here else { return false }
    spot = target.key
    show(in: plan, height: height)
    return true
  }

  private func vertical(_ here: BoardPlan.Spot, down: Bool, _ plan: BoardPlan) -> BoardPlan.Spot? {
    let own = plan.spots.filter { $0.block == here.block && (down ? $0.row > here.row : $0.row < here.row) }
    if let row = down ? own.map(\.row).min() : own.map(\.row).max() {
      return own.filter { $0.row == row }.min { abs($0.x - here.x) < abs($1.x - here.x) }
    }
    let rect = plan.placed[here.block].rect
    let others = plan.placed.indices.filter { index in
      let other = plan.placed[index].rect
      return (down ? other.y >= rect.maxY : other.maxY <= rect.y) && plan.spots.contains { $0.block == index }
    }
    // The next block that way, and of those beside each other the one above or below.
    let nearest = others.min { left, right in
      func distance(_ index: Int) -> (Int, Int) {
        let other = plan.placed[index].rect
        let aside = here.x >= other.x && here.x < other.maxX ? 0 : 1
        return (down ? other.y - rect.maxY : rect.y - other.maxY, aside)
      }
      return distance(left) < distance(right)
    }
    guard let nearest else { return nil }
    let spots = plan.spots.filter { $0.block == nearest }
    let top = plan.top(nearest, tops)
    let seen = spots.filter { $0.row >= top && $0.row < top + plan.placed[nearest].room }
    let row = down ? seen.map(\.row).min() : seen.map(\.row).max()
    return spots.filter { $0.row == row }.min { abs($0.x - here.x) < abs($1.x - here.x) } ?? spots.first
  }

  private func horizontal(_ here: BoardPlan.Spot, right: Bool, _ plan: BoardPlan) -> BoardPlan.Spot? {
    let row = plan.spots.filter {
      $0.block == here.block && $0.row == here.row && (right ? $0.x > here.x : $0.x < here.x)
    }
    if let next = right ? row.min(by: { $0.x < $1.x }) : row.max(by: { $0.x < $1.x }) { return next }
    let rect = plan.placed[here.block].rect
    let line = plan.line(of: here, tops)
    let beside = plan.spots.filter { spot in
      let other = plan.placed[spot.block].rect
      return spot.block != here.block && other.y < rect.maxY && rect.y < other.maxY
        && (right ? other.x >= rect.maxX : other.maxX <= rect.x)
    }
    return beside.min { left, right in
      func distance(_ spot: BoardPlan.Spot) -> (Int, Int) {
        (abs(plan.line(of: spot, tops) - line), abs(spot.x - here.x))
      }
      return distance(left) < distance(right)
    }
  }

  /// Scrolls block and page so that the selection is seen; keeps it on something where what was selected is gone.
  mutating func show(in plan: BoardPlan, height: Int) {
    if plan.spot(spot) == nil { spot = plan.spots.first?.key }
    guard let here = plan.spot(spot) else { return pageTop = 0 }
    let place = plan.placed[here.block]
    if place.room > 0 {
      let top = plan.top(here.block, tops)
      tops[place.block.id] = min(max(top, here.row - place.room + 1), here.row)
    }
    let line = plan.line(of: here, tops)
    if line < pageTop { pageTop = line }
    if line >= pageTop + height { pageTop = line - max(0, height - 1) }
    // A heading is seen with its first row.
    if here.row == 0, pageTop == line, place.block.title != nil { pageTop -= height > 1 ? 1 : 0 }
    pageTop = min(max(0, pageTop), max(0, plan.height - height))
  }

  /// The spot under a point of the body; nil where there is none.
  func spot(at point: Point, in plan: BoardPlan) -> String? {
    for (index, place) in plan.placed.enumerated() {
      let y = point.y + pageTop - place.rect.y - (place.block.title == nil ? 0 : 1)
      guard y >= 0, y < place.room, point.x >= place.rect.x, point.x < place.rect.maxX else { continue }
      let row = y + plan.top(index, tops)
      guard place.block.rows.indices.contains(row) else { continue }
      let pieces = place.block.rows[row].filter { $0.spot != nil }
      let x = point.x - place.rect.x
      return pieces.first { x >= $0.x && x < $0.x + $0.width }?.spot ?? pieces.first?.spot
    }
    return nil
  }
}
