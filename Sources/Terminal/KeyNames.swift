extension Event {
  /// Keys as people write them: `"2/agsn<Enter>jj<F9><C-s><A-0><S-Tab>"`; a lone `<` that begins no name is itself.
  package static func keys(_ text: String) -> [Event] {
    var events: [Event] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == "<", let close = rest.firstIndex(of: ">"),
        let key = Key(name: String(rest[rest.index(after: rest.startIndex)..<close]))
      {
        events.append(.key(key))
        rest = rest[rest.index(after: close)...]
      } else {
        events.append(.key(.character(first)))
        rest = rest.dropFirst()
      }
    }
    return events
  }
}

extension Key {
  private static let names: [String: Key] = [
    "enter": .enter, "tab": .tab, "s-tab": .backTab, "esc": .escape, "backspace": .backspace, "delete": .delete,
    "insert": .insert, "up": .up, "down": .down, "left": .left, "right": .right, "pgup": .pageUp, "pgdn": .pageDown,
    "home": .home, "end": .end, "c-up": .controlUp, "c-down": .controlDown, "c-left": .controlLeft,
    "c-right": .controlRight, "space": .character(" "), "lt": .character("<"),
  ]

  /// The key of a name such as `Enter`, `F9`, `C-s`, `A-0`, `S-Tab`, `PgDn`; nil where there is none.
  package init?(name: String) {
    let lower = name.lowercased()
    if let key = Key.names[lower] {
      self = key
    } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else if name.count == 3, lower.hasPrefix("c-"), let character = lower.last {
      self = .control(character)
    } else if name.count == 3, lower.hasPrefix("a-"), let character = name.last {
      self = .alt(character)
    } else {
      return nil
    }
  }

  /// The key's name as `init(name:)` takes it; a character stands for itself.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "C-\(character)"
    case .alt(let character): "A-\(character)"
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .controlUp: "C-Up"
    case .controlDown: "C-Down"
    case .controlLeft: "C-Left"
    case .controlRight: "C-Right"
    }
  }
}
