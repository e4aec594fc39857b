/// What a run of cells means; the theme decides how that looks.
package enum Role: String, CaseIterable, Sendable {
  /// What is read, what stands back, what heads, what strikes the eye, and what is well, doubtful or wrong.
  case text, dim, heading, accent, good, warning, error
  /// The row, cell or item under the cursor, in the pane that has the keys and in one that has not.
  case selected, selectedInactive
  /// Marked rows, a match of the search, and something derived rather than typed.
  case mark, match, derived
  /// The first line and the last two.
  case tab, tabCurrent, footer, footerKey, message
  /// Boxes that are typed into, and what stands in an empty one.
  case field, fieldFocused, fieldError, placeholder
  /// Lines between panes, and bars with what is behind and upon them.
  case line, bar, barTrack, barMark
  /// Series of stacked bars and charts, in order.
  case series1, series2, series3, series4, series5
}

/// A role with the few attributes that may be added to it.
package struct Style: Hashable, Sendable {
  /// What the cell is for; the theme says how that looks.
  package var role: Role
  /// Bold as well, whatever the theme says.
  package var bold: Bool
  /// Underlined as well.
  package var underline: Bool
  /// With colours changed about.
  package var reverse: Bool

  package init(_ role: Role, bold: Bool = false, underline: Bool = false, reverse: Bool = false) {
    self.role = role
    self.bold = bold
    self.underline = underline
    self.reverse = reverse
  }

  /// What is read.
  package static let text = Style(.text)
  /// What stands back: units, hints, rows that are not taken.
  package static let dim = Style(.dim)
  /// Headings of tables and sections.
  package static let heading = Style(.heading)
  /// What should be seen first.
  package static let accent = Style(.accent)
  /// What ought to be looked at.
  package static let warning = Style(.warning)
  /// What is wrong.
  package static let error = Style(.error)
  /// The row, cell or item under the cursor.
  package static let selected = Style(.selected)
  /// Lines between panes and around boxes.
  package static let line = Style(.line)
}
