/// How cells look: colours by number (nil is the terminal's own) and attributes.
package struct Appearance: Hashable, Sendable {
  /// Of the character, by the number of the 16 or 256 colours; nil is the terminal's own.
  package var foreground: UInt8?
  /// Behind it; nil is the terminal's own.
  package var background: UInt8?
  /// What is added to the colours, and all there is where there are none.
  package var attributes: Attributes

  /// Attributes that every ECMA-48 terminal has; together they make one look.
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// SGR 1.
    package static let bold = Attributes(rawValue: 1)
    /// SGR 2.
    package static let dim = Attributes(rawValue: 2)
    /// SGR 4.
    package static let underline = Attributes(rawValue: 4)
    /// SGR 7: colours of character and ground change places.
    package static let reverse = Attributes(rawValue: 8)
  }

  package init(foreground: UInt8? = nil, background: UInt8? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal as it is.
  package static let plain = Appearance()

  /// A blank of this look is nothing but its background.
  var erasable: Bool { attributes.isDisjoint(with: [.underline, .reverse]) }

  /// Whether a bare blank (`PaintedCell.isBare`) written in this look is as it should be.
  func shows(_ blank: PaintedCell) -> Bool { erasable && background == blank.look.background }

  /// The select-graphic-rendition sequence (ECMA-48 8.3.117) from one look to another, the shortest we know.
  func sequence(from old: Appearance) -> String {
    if self == old { return "" }
    let lost = old.attributes.subtracting(attributes)
    let resets = !lost.isEmpty || old.foreground != nil && foreground == nil && background == nil && attributes.isEmpty
    if self == .plain { return "\u{1B}[m" }
    let base = resets ? Appearance.plain : old
    var parameters: [String] = resets ? ["0"] : []
    let gained = attributes.subtracting(base.attributes)
    if gained.contains(.bold) { parameters.append("1") }
    if gained.contains(.dim) { parameters.append("2") }
    if gained.contains(.underline) { parameters.append("4") }
    if gained.contains(.reverse) { parameters.append("7") }
    if foreground != base.foreground { parameters.append(Self.color(foreground, plain: 30)) }
    if background != base.background { parameters.append(Self.color(background, plain: 40)) }
    return "\u{1B}[" + parameters.joined(separator: ";") + "m"
  }

  private static func color(_ number: UInt8?, plain: Int) -> String {
    guard let number else { return String(plain + 9) }
    if number < 8 { return String(plain + Int(number)) }
    if number < 16 { return String(plain + 60 + Int(number) - 8) }
    return "\(plain + 8);5;\(number)"
  }
}
