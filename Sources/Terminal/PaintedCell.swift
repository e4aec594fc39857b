/// A cell as the terminal shows it: two that look alike are equal, whatever they mean.
struct PaintedCell: Hashable {
  var base: Unicode.Scalar
  var width: UInt8
  var look: Appearance
  var marks: UInt64

  static let blank = PaintedCell(.blank, .plain)

  init(_ cell: Cell, _ look: Appearance) {
    base = cell.base
    width = cell.width
    marks = cell.marks
    self.look = look
    // Of a blank only the background shows.
    if base == " ", marks == 0, look.erasable { self.look = Appearance(background: look.background) }
  }

  var isContinuation: Bool { width == 0 }

  /// Of a blank only the background shows.
  var isBare: Bool { base == " " && width == 1 && marks == 0 && look == Appearance(background: look.background) }
}
