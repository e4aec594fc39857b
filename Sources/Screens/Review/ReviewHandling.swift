import Domain
import Terminal
import UseCases
import Widgets

extension ReviewScreen {
  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    if returning != nil { return try handleReturn(event, services) }
    if case .mouse(let mouse) = event { return try handle(mouse, services) }
    guard case .key(let key) = event else { return [] }
    if pane == .detail, scroll(key) { return [] }
    switch key {
    case .up, .character("k"): try move(by: -1, services)
    case .down, .character("j"): try move(by: 1, services)
    case .pageUp: detailTop = max(0, detailTop - max(1, areas.detail.height - 1))
    case .pageDown: scrollDetail(by: max(1, areas.detail.height - 1))
    case .home, .character("g"): try go(to: 0, services)
    case .end, .character("G"): try go(to: lines.count - 1, services)
    case .left, .character("h"): try fold(true, services)
    case .right, .character("l"): try fold(false, services)
    default: break
    }
    return []
  }

  private mutating func handleReturn(_ event: Event, _ services: Services) throws -> [Effect] {
    guard var panel = returning else { return [] }
    let outcome = panel.handle(event)
    returning = panel
    switch outcome {
    case .open: return []
    case .cancelled:
      returning = nil
      return [.say(Label(zh: "未退回", en: "Not returned"))]
    case .finished(let faults): return try sendBack(faults, services)
    }
  }

  private mutating func scroll(_ key: Key) -> Bool {
    switch key {
    case .up, .character("k"): detailTop = max(0, detailTop - 1)
    case .down, .character("j"): scrollDetail(by: 1)
    case .home, .character("g"): detailTop = 0
    case .end, .character("G"): scrollDetail(by: detailLines.count)
    default: return false
    }
    return true
  }

  private mutating func scrollDetail(by step: Int) {
    detailTop = max(0, min(detailTop + step, detailLines.count - areas.detail.height))
  }

  mutating func move(by step: Int, _ services: Services) throws {
    try go(to: (cursor.flatMap { lines.firstIndex(of: $0) } ?? 0) + step, services)
  }

  private mutating func go(to place: Int, _ services: Services) throws {
    let lines = lines
    guard !lines.isEmpty else { return }
    let line = lines[min(max(0, place), lines.count - 1)]
    guard line != cursor else { return }
    cursor = line
    detailTop = 0
    try readDetail(services)
  }

  /// Folds or opens the group of the line under the cursor.
  private mutating func fold(_ folds: Bool, _ services: Services) throws {
    let name: String?
    switch cursor {
    case .group(let group): name = group
    case .item(let id): name = inbox.groups.first { $0.items.contains { $0.id == id } }.map(Self.name)
    case nil: name = nil
    }
    guard let name else { return }
    if folds {
      folded.insert(name)
      cursor = .group(name)
    } else {
      folded.remove(name)
    }
    try readDetail(services)
  }

  private mutating func handle(_ mouse: Mouse, _ services: Services) throws -> [Effect] {
    let inDetail = areas.isSplit ? areas.detail.contains(mouse.point) : pane == .detail
    switch mouse.action {
    case .wheelUp: if inDetail { detailTop = max(0, detailTop - 3) } else { try move(by: -3, services) }
    case .wheelDown: if inDetail { scrollDetail(by: 3) } else { try move(by: 3, services) }
    case .press, .doublePress:
      pane = inDetail ? .detail : .inbox
      guard !inDetail, mouse.point.y < areas.inbox.height else { return [] }
      try go(to: top + mouse.point.y, services)
      if mouse.action == .doublePress { return try perform("review.open", services) }
    }
    return []
  }

  package mutating func stepBack(_ services: Services) throws -> Bool {
    if var panel = returning {
      if panel.back() { returning = panel } else { returning = nil }
      return true
    }
    guard pane == .detail else { return false }
    pane = .inbox
    return true
  }
}
