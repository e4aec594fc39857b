import Foundation

/// Brings typed and imported words to the form in which they are kept.
package enum TextCleaning {
  /// One line: NFC, without blanks at its ends, breaks and tabs as blanks, without controls and invisible marks.
  package static func line(_ text: String) -> String {
    if isPlain(text) { return text }
    return Normalised.text(filtered(text) { $0 == "\n" || $0 == "\t" ? " " : $0 })
  }

  /// Several lines: as `line`, but breaks stay, as line feeds.
  static func lines(_ text: String) -> String {
    if isPlain(text) { return text }
    return Normalised.text(filtered(text) { $0 == "\t" ? " " : $0 })
  }

  /// Printable ASCII and everyday Han without blanks at the ends needs nothing.
  private static func isPlain(_ text: String) -> Bool {
    guard text.utf8.first != 0x20, text.utf8.last != 0x20 else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      (scalar.value >= 0x20 && scalar.value < 0x7F) || (scalar.value >= 0x4E00 && scalar.value <= 0x9FFF)
        || (scalar.value >= 0xFF01 && scalar.value <= 0xFF5E) || scalar.value == 0x3001 || scalar.value == 0x3002
    }
  }

  private static func filtered(_ text: String, _ change: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: result.append(change("\n"))
      case 0x09: result.append(change("\t"))
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: break
      default: result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }
}
