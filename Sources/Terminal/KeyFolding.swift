extension Key {
  /// The key as browsing takes it: a full-width character of a Chinese input method counts as its half-width one.
  /// Never used where text is entered.
  package var folded: Key {
    switch self {
    case .character(let character): .character(Self.fold(character))
    case .alt(let character): .alt(Self.fold(character))
    default: self
    }
  }

  /// True for a character that only a Chinese input method sends: with no meaning while browsing, it calls for the
  /// hint 输入法处于中文状态.
  package var showsInputMethod: Bool {
    guard case .character(let character) = folded, let scalar = character.unicodeScalars.first else { return false }
    let value = scalar.value
    // Han and Bopomofo, and what is left of the punctuation that folding does not know.
    return (0x2E80...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value) || (0x20000...0x3FFFD).contains(value)
      || [0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0xB7].contains(value) || (0xFF00...0xFFEF).contains(value)
  }

  private static func fold(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return character }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map { Character($0) } ?? character
    case 0x3000: return " "
    case 0x3001: return "/"
    case 0x3002: return "."
    case 0xFFE5, 0xA5: return "$"
    case 0x3010: return "["
    case 0x3011: return "]"
    case 0x300A: return "<"
    case 0x300B: return ">"
    default: return character
    }
  }
}
