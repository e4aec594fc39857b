import Foundation

/// The one place where text becomes fit to be shown.
enum Cleaner {
  /// Combining marks that one cell may carry; Vietnamese and pointed scripts need two.
  static let marksPerCell = 2

  static func clean(_ raw: String) -> (string: String, width: Int) {
    let composed = needsComposing(raw) ? raw.precomposedStringWithCanonicalMapping : raw
    var scalars = String.UnicodeScalarView()
    var width = 0
    // No base to carry a mark yet: a mark there would join whatever stands before the text on the screen.
    var marks = marksPerCell
    var previous: UInt32 = 0
    for scalar in composed.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029:
        // CR LF is one break, so it is one blank.
        if scalar.value == 0x0A, previous == 0x0D { break }
        scalars.append(" ")
        width += 1
        marks = 0
      case let value where isDropped(value):
        break
      default:
        let cells = Width.of(scalar)
        if cells == 0 {
          if marks < marksPerCell { scalars.append(scalar) }
          marks += 1
        } else {
          scalars.append(scalar)
          width += cells
          marks = 0
        }
      }
      previous = scalar.value
    }
    return (String(scalars), width)
  }

  /// Controls, bidi and zero-width marks, selectors and tags, non-characters, and what broken UTF-8 was decoded to.
  static func isDropped(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: return true
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFFA0: return true
    case 0xFE00...0xFE0F, 0xFEFF, 0xFFF0...0xFFFD, 0xFDD0...0xFDEF: return true
    case 0x1D173...0x1D17A, 0xE0000...0xE0FFF: return true
    default: return value & 0xFFFE == 0xFFFE
    }
  }

  /// False for text in which nothing can compose: most Chinese text, which then costs no conversion.
  private static func needsComposing(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      let value = scalar.value
      if value < 0x300 || value >= 0x4E00 && value <= 0x9FFF || value >= 0xFF00 && value <= 0xFFEF { return false }
      return
        !(value >= 0x2010 && value <= 0x2027 || value >= 0x2460 && value <= 0x28FF
        || value >= 0x3000 && value <= 0x3029)
    }
  }
}
