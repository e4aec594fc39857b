/// One cell of the screen: a character of one cell, the left half of a wide one, or the right half (its continuation).
package struct Cell: Hashable, Sendable {
  /// The character; a blank in a continuation.
  package var base: Unicode.Scalar
  /// 1, 2 for the left half of a wide character, 0 for its right half.
  package var width: UInt8
  /// How it looks, by its role.
  package var style: Style
  /// Up to two combining marks, the first in the low half; 0 is none.
  package var marks: UInt64

  package init(_ base: Unicode.Scalar = " ", width: UInt8 = 1, style: Style = .text, marks: UInt64 = 0) {
    self.base = base
    self.width = width
    self.style = style
    self.marks = marks
  }

  /// A blank of one cell.
  package static let blank = Cell()

  /// The right half of a wide character.
  package var isContinuation: Bool { width == 0 }

  /// The combining marks of the cell, in order.
  package var markScalars: [Unicode.Scalar] {
    if marks == 0 { return [] }
    return [UInt32(truncatingIfNeeded: marks), UInt32(marks >> 32)].compactMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }

  mutating func add(mark: Unicode.Scalar) {
    if marks == 0 { marks = UInt64(mark.value) } else if marks >> 32 == 0 { marks |= UInt64(mark.value) << 32 }
  }

  /// What the cell adds to a row's text; nothing for a continuation.
  package func append(to text: inout String) {
    guard width > 0 else { return }
    text.unicodeScalars.append(base)
    for mark in markScalars { text.unicodeScalars.append(mark) }
  }
}
