import Terminal

extension Key {
  /// The key with full-width letters, digits and marks taken as their half-width ones, and control letters in lower
  /// case; for commands only, never for text.
  package var halfWidth: Key {
    switch self {
    case .character(let character): .character(character.halfWidth)
    case .alt(let character): .alt(character.halfWidth)
    case .control(let character): .control(character.halfWidth.lowercased().first ?? character)
    default: self
    }
  }
}

extension Character {
  /// U+FF01-FF5E and the marks that a Chinese keyboard types in place of ASCII ones.
  fileprivate var halfWidth: Character {
    switch self {
    case "、": return "/"
    case "。": return "."
    case "，": return ","
    case "：": return ":"
    case "？": return "?"
    case "；": return ";"
    case "！": return "!"
    case "（": return "("
    case "）": return ")"
    case "\u{3000}": return " "
    default: break
    }
    guard unicodeScalars.count == 1, let scalar = unicodeScalars.first, (0xFF01...0xFF5E).contains(scalar.value),
      let folded = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return self }
    return Character(folded)
  }
}
