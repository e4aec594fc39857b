import Terminal

/// One node of a tree.
package struct TreeNode: Hashable, Sendable {
  /// Permanent id.
  package let id: String
  /// What is shown.
  package let label: CleanText
  /// Shown at the right.
  package let count: CleanText
  /// It can be unfolded; its children are asked for only then.
  package let hasChildren: Bool
  /// How it looks.
  package let style: Style

  package init(
    id: String, label: CleanText, count: CleanText = .empty, hasChildren: Bool = false, style: Style = .text
  ) {
    self.id = id
    self.label = label
    self.count = count
    self.hasChildren = hasChildren
    self.style = style
  }
}

/// A tree whose branches are asked for when they are opened.
package struct TreeView: Hashable, Sendable {
  /// The children of a node, nil for the roots.
  package typealias Source = (_ parent: String?) -> [TreeNode]

  /// Where it was left; enough to come back to the same view.
  package struct Place: Hashable, Sendable, Codable {
    /// The node under the cursor; nil in an empty tree.
    package var cursorID: String?
    /// Ids of unfolded nodes, those that cannot be seen now among them.
    package var expanded: Set<String> = []
    /// How many lines are scrolled away.
    package var top = 0

    package init() {}
  }

  /// What came of an event.
  package enum Outcome: Hashable, Sendable {
    case ignored, handled
    /// The cursor came to another node.
    case moved(String)
    /// Enter or a double press on a node.
    case open(String)
  }

  /// A node that is seen.
  package struct Line: Hashable, Sendable {
    /// The node.
    package let node: TreeNode
    /// How far it is indented: 0 for the roots.
    package let depth: Int
  }

  /// What is unfolded, where the cursor is, and what is scrolled away.
  package private(set) var place: Place
  /// What is unfolded, in order.
  package private(set) var lines: [Line] = []
  private var height = 20

  /// Unfolds what `place` says is unfolded, and asks for those nodes alone.
  package init(place: Place = Place(), source: Source) {
    self.place = place
    reload(source)
  }

  /// Tells the tree how large it is drawn.
  package mutating func fit(_ size: Size) { height = max(1, size.height) }

  /// The row of the cursor among `lines`.
  package var cursor: Int { lines.firstIndex { $0.node.id == place.cursorID } ?? 0 }

  /// Asks again for everything that is unfolded: counts changed, or branches did.
  package mutating func reload(_ source: Source) {
    var seen: Set<String> = []
    var found: [Line] = []
    func add(_ parent: String?, _ depth: Int) {
      for node in source(parent) where seen.insert(node.id).inserted {
        found.append(Line(node: node, depth: depth))
        if node.hasChildren, place.expanded.contains(node.id) { add(node.id, depth + 1) }
      }
    }
    add(nil, 0)
    let old = cursor
    lines = found
    if !lines.contains(where: { $0.node.id == place.cursorID }) {
      place.cursorID = lines.isEmpty ? nil : lines[min(old, lines.count - 1)].node.id
    }
  }

  /// Does what an event means here.
  package mutating func handle(_ event: Event, source: Source) -> Outcome {
    guard !lines.isEmpty else { return .ignored }
    switch event {
    case .key(let key): return handle(key.halfWidth, source)
    case .mouse(let mouse): return handle(mouse, source)
    default: return .ignored
    }
  }

  private mutating func handle(_ key: Key, _ source: Source) -> Outcome {
    let line = lines[cursor]
    switch key {
    case .up, .character("k"): return go(to: cursor - 1)
    case .down, .character("j"): return go(to: cursor + 1)
    case .pageUp: return go(to: cursor - height)
    case .pageDown: return go(to: cursor + height)
    case .home, .character("g"): return go(to: 0)
    case .end, .character("G"): return go(to: lines.count - 1)
    case .right, .character("l"):
      guard line.node.hasChildren else { return .handled }
      if place.expanded.contains(line.node.id) { return go(to: cursor + 1) }
      return unfold(line.node.id, source)
    case .left, .character("h"):
      if place.expanded.remove(line.node.id) != nil {
        reload(source)
        return .handled
      }
      let parent = lines[..<cursor].lastIndex { $0.depth < line.depth }
      return parent.map { go(to: $0) } ?? .handled
    case .enter: return .open(line.node.id)
    default: return .ignored
    }
  }

  private mutating func unfold(_ id: String, _ source: Source) -> Outcome {
    place.expanded.insert(id)
    reload(source)
    return .handled
  }

  private mutating func handle(_ mouse: Mouse, _ source: Source) -> Outcome {
    switch mouse.action {
    case .wheelUp: return go(to: cursor - 3)
    case .wheelDown: return go(to: cursor + 3)
    case .press, .doublePress:
      let row = top(height) + mouse.point.y
      guard mouse.point.y >= 0, row < lines.count else { return .ignored }
      let line = lines[row]
      let onMark = mouse.point.x == 1 + line.depth
      if line.node.hasChildren, onMark || mouse.action == .doublePress {
        if place.expanded.remove(line.node.id) == nil { return unfold(line.node.id, source) }
        reload(source)
        return .handled
      }
      return go(to: row)
    }
  }

  private mutating func go(to row: Int) -> Outcome {
    let row = min(max(0, row), lines.count - 1)
    place.cursorID = lines[row].node.id
    place.top = top(height)
    return .moved(lines[row].node.id)
  }

  /// Puts the cursor on a node that is unfolded.
  package mutating func select(_ id: String) {
    guard lines.contains(where: { $0.node.id == id }) else { return }
    place.cursorID = id
    place.top = top(height)
  }

  /// Typed jump: the next node, from the cursor on and round, that `match` accepts; false where there is none.
  @discardableResult
  package mutating func jump(_ match: (TreeNode) -> Bool) -> Bool {
    let here = cursor
    let order = Array(here..<lines.count) + Array(0..<min(here, lines.count))
    guard let found = order.first(where: { match(lines[$0].node) }) else { return false }
    _ = go(to: found)
    return true
  }

  private func top(_ rows: Int) -> Int {
    let kept = min(max(place.top, cursor - rows + 1), cursor)
    return max(0, min(kept, lines.count - rows))
  }

  /// Draws over the whole canvas, whatever its size.
  package func draw(in canvas: inout Canvas, focused: Bool, look: Look) {
    canvas.fill(canvas.bounds)
    let (width, height) = (canvas.size.width, canvas.size.height)
    guard height > 0 else { return }
    if lines.isEmpty { canvas.put(look.words.nothingHere, x: 0, y: 0, width: width, style: .dim) }
    let first = top(height)
    for (y, line) in lines.dropFirst(first).prefix(height).enumerated() {
      let here = line.node.id == place.cursorID
      let style = here ? Style(focused ? .selected : .selectedInactive) : line.node.style
      let x = 1 + line.depth
      let mark: CleanText = line.node.hasChildren ? (place.expanded.contains(line.node.id) ? "▾" : "▸") : " "
      canvas.put(mark, x: x, y: y, style: .dim)
      // The cursor stands right before the name, or before the mark that unfolds.
      if here { canvas.put("▌", x: line.node.hasChildren ? x - 1 : x, y: y, style: focused ? .accent : .dim) }
      let count = line.node.count.width < width - x - 4 ? line.node.count : .empty
      let room = max(0, width - x - 1 - (count.width > 0 ? count.width + 1 : 0))
      canvas.put(line.node.label, x: x + 1, y: y, width: room, style: style)
      canvas.put(count, x: width - count.width, y: y, style: here ? style : .dim)
    }
  }
}
