/// What a run of cells means; the theme decides how that looks.
package enum Role: String, CaseIterable, Sendable {
  case text, dim, heading, accent, good, warning, error
  /// The row, cell or item under the cursor, in the pane that has the keys and in one that has not.
  case selected, selectedInactive
  /// Marked rows, a match of the search, and something derived rather than typed.
  case mark, match, derived
  case tab, tabCurrent, footer, footerKey, message
  case field, fieldFocused, fieldError, placeholder
  case line, bar, barTrack, barMark
  /// Series of stacked bars and charts, in order.
  case series1, series2, series3, series4, series5
}

/// A role with the few attributes that may be added to it.
package struct Style: Hashable, Sendable {
  package var role: Role
  package var bold: Bool
  package var underline: Bool
  package var reverse: Bool

  package init(_ role: Role, bold: Bool = false, underline: Bool = false, reverse: Bool = false) {
    self.role = role
    self.bold = bold
    self.underline = underline
    self.reverse = reverse
  }

  package static let text = Style(.text)
  package static let dim = Style(.dim)
  package static let heading = Style(.heading)
  package static let accent = Style(.accent)
  package static let warning = Style(.warning)
  package static let error = Style(.error)
  package static let selected = Style(.selected)
  package static let line = Style(.line)
}
