import Terminal

/// A key as it is written in the action table, a key file and the footer: `x`, `^S`, `F9`, `Alt-3`, `Enter`, `^Up`.
package struct KeyChord: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The key, of half width.
  package let key: Key

  package init(_ key: Key) {
    self.key = key.halfWidth
  }

  /// A key from its written name; nil where no key is called so.
  package init?(named name: String) {
    if let named = Self.names.first(where: { $0.name.lowercased() == name.lowercased() }) {
      self.init(named.key)
    } else if name.count == 1, let character = name.first {
      self.init(.character(character))
    } else if name.hasPrefix("^"), name.count == 2, let character = name.last {
      self.init(.control(character))
    } else if name.lowercased().hasPrefix("alt-"), name.count == 5, let character = name.last {
      self.init(.alt(character))
    } else if name.uppercased().hasPrefix("F"), let number = Int(name.dropFirst()), (1...24).contains(number) {
      self.init(.function(number))
    } else {
      return nil
    }
  }

  /// A literal that names no key becomes U+FFFD, which `ActionTable.conflicts` reports.
  package init(stringLiteral value: String) {
    self = KeyChord(named: value) ?? KeyChord(.character("\u{FFFD}"))
  }

  /// How the key is written in the footer and in help.
  package var name: CleanText {
    if let named = Self.names.first(where: { $0.key == key }) { return CleanText(named.shown) }
    switch key {
    case .character(let character): return CleanText(String(character))
    case .control(let character): return CleanText("^" + character.uppercased())
    case .alt(let character): return CleanText("Alt-" + String(character))
    case .function(let number): return CleanText("F\(number)")
    default: return "?"
    }
  }

  /// The name of the space bar is a word, in both languages.
  package func name(_ language: Language) -> CleanText {
    key == .character(" ") && language == .zh ? "空格" : name
  }

  /// Whether the key works with a Chinese input method switched on.
  package var worksWithInputMethod: Bool {
    if case .character(let character) = key { return character == " " }
    return true
  }

  private static let names: [(name: String, shown: String, key: Key)] = [
    ("Enter", "Enter", .enter), ("Tab", "Tab", .tab), ("Shift-Tab", "S-Tab", .backTab), ("Esc", "Esc", .escape),
    ("Backspace", "⌫", .backspace), ("Delete", "Del", .delete), ("Insert", "Ins", .insert), ("Up", "↑", .up),
    ("Down", "↓", .down), ("Left", "←", .left), ("Right", "→", .right), ("PgUp", "PgUp", .pageUp),
    ("PgDn", "PgDn", .pageDown), ("Home", "Home", .home), ("End", "End", .end), ("^Up", "^↑", .controlUp),
    ("^Down", "^↓", .controlDown), ("^Left", "^←", .controlLeft), ("^Right", "^→", .controlRight),
    ("Space", "Space", .character(" ")),
  ]
}
