import Foundation

/// Texts brought to one form before they are compared, checked or stored.
package enum Normalised {
  /// A text in canonical composition (NFC), without blanks at its ends.
  package static func text(_ text: String) -> String { nfc(trimmed(text)) }

  /// Full-width letters, digits, marks and blanks as half-width ones, without blanks at the ends.
  package static func halfWidth(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000, 0xA0, 0x2000...0x200A, 0x202F: result.append(" ")
      case 0x2010...0x2015, 0x2212: result.append("-")
      case 0x200B...0x200F, 0x2060, 0xFEFF: break
      default: result.append(scalar)
      }
    }
    return trimmed(String(result))
  }

  /// A code: half-width, without any blank, invisible mark or the apostrophe that spreadsheets lead texts with.
  package static func code(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x27 }) { return text }
    var result = halfWidth(text)
    while let first = result.first, first == "'" || first == "’" || first == "‘" { result.removeFirst() }
    result.unicodeScalars.removeAll { isBlank($0) || $0.value < 0x20 }
    return result
  }

  /// A text in canonical composition (NFC).
  package static func nfc(_ text: String) -> String {
    isPlain(text.utf8) || text.unicodeScalars.allSatisfy(isPlain) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// A text without white space at its ends.
  package static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last,
      isBlank(first) || isBlank(last)
    else { return text }
    let head = scalars.drop(while: isBlank)
    guard let end = head.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(head[...end])
  }

  /// White space; the table of all characters is asked for the rare ones alone.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x4E00...0x9FFF: false
    default: scalar.properties.isWhitespace
    }
  }

  /// True when all bytes are of U+0000 to U+02FF or U+4000 to U+9FFF: the quick test that most texts pass.
  private static func isPlain(_ bytes: String.UTF8View) -> Bool {
    bytes.allSatisfy { $0 < 0xCC || (0xE4...0xE9).contains($0) }
  }

  /// True for the blocks of everyday texts, in which every character is composed already.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x2010...0x2027, 0x3000...0x3029, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFF00...0xFFEF: true
    default: false
    }
  }
}
