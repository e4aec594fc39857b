import Terminal

/// The last line: the keys that work now, as many of the most important as fit.
package struct Footer: Hashable, Sendable {
  /// A key and what it does.
  package struct Item: Hashable, Sendable {
    /// Permanent id.
    package let id: String
    /// The key as people write it.
    package let key: CleanText
    /// What is shown.
    package let label: CleanText
    /// The column where it begins.
    package let x: Int

    /// Columns that it takes, its key and its label.
    package var width: Int { key.width + label.width }
  }

  /// From left to right, as many as fit.
  package let items: [Item]

  /// A line without keys.
  package static let empty = Footer(items: [])

  package init(items: [Item]) {
    self.items = items
  }

  /// The action under a column; nil between actions.
  package func action(at x: Int) -> String? {
    items.first { x >= $0.x && x < $0.x + $0.width }?.id
  }

  /// Draws over the whole canvas, whatever its size.
  package func draw(in canvas: inout Canvas) {
    canvas.fill(canvas.bounds, style: Style(.footer))
    for item in items where item.x < canvas.size.width {
      let used = canvas.put(item.key, x: item.x, y: 0, style: Style(.footerKey))
      canvas.put(item.label, x: item.x + used, y: 0, style: Style(.footer))
    }
  }
}

extension ActionTable {
  /// The footer for `width` cells: only what can be done now, by rank; what fits keeps the table's order.
  package func footer(width: Int, _ context: Context, _ look: Look, typing: Bool = false) -> Footer {
    let ranked = actions.enumerated().filter { $0.element.rank != nil && $0.element.disabled(context) == nil }
      .sorted { ($0.element.rank ?? 0, $0.offset) < ($1.element.rank ?? 0, $1.offset) }
    var left = width
    var fitting: [(order: Int, id: String, key: CleanText, label: CleanText)] = []
    for (index, action) in ranked {
      // A key that an earlier action has does something else.
      let usable = action.allKeys.first { chord in
        (!typing || !Self.isCharacter(chord.key)) && self.action(for: chord.key)?.id == action.id
      }
      guard let chord = usable else { continue }
      let key = chord.name(look.language)
      let label = look.language == .en ? " " + action.short(.en).capitalised : action.short(.zh)
      let cost = key.width + label.width + (fitting.isEmpty ? 0 : 1)
      guard cost <= left else { continue }
      left -= cost
      fitting.append((index, action.id, key, label))
    }
    var x = 0
    let items = fitting.sorted { $0.order < $1.order }.map { entry -> Footer.Item in
      defer { x += entry.key.width + entry.label.width + 1 }
      return Footer.Item(id: entry.id, key: entry.key, label: entry.label, x: x)
    }
    return Footer(items: items)
  }

  private static func isCharacter(_ key: Key) -> Bool {
    if case .character = key { return true }
    return false
  }
}

extension CleanText {
  /// With a capital first letter, as all names in the footer have one.
  fileprivate var capitalised: CleanText { CleanText(string.prefix(1).uppercased() + string.dropFirst()) }
}
