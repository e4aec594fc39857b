import Terminal

/// What became of a typed text.
package enum FormReading: Hashable, Sendable {
  /// What is kept in its place, such as `5200` for `0.52万`.
  case kept(String)
  /// Why it cannot be read, and what to do; the typed text stays.
  case wrong(CleanText)
}

/// What a form asks of whoever knows what its fields mean; every hook may answer nothing.
package struct FormHooks {
  /// Reads what was typed when a field is left.
  package var read: (FormKey, String) -> FormReading = { .kept($1) }
  /// How a kept text is shown while the field has not the focus: thin thousands, the name of a code.
  package var shown: (FormKey, String) -> CleanText = { CleanText($1) }
  /// What stands behind the field, such as the code and industry of an enterprise.
  package var note: (FormKey, String) -> CleanText? = { _, _ in nil }
  /// The text one step on (+1) or back (-1), for dates; nil where there is none.
  package var step: (FormKey, String, Int) -> String? = { _, _, _ in nil }
  /// The candidates of a picker.
  package var candidates: (FormKey, String, Range<Int>) -> PickerPage = { _, _, _ in PickerPage(count: 0, items: []) }

  package init() {}
}

/// What came of an event.
package enum FormOutcome: Hashable, Sendable {
  case ignored, handled
  /// A text changed: keep it in the scratch, work out what derives from it.
  case changed(FormKey)
  /// The focus went on from a field, whose text was read.
  case left(FormKey)
  /// Rows of a child list were added, deleted, moved or pasted.
  case rows(String)
  /// A picker was asked to make a new record of what was typed.
  case create(FormKey, String)
  /// Enter or Tab on the last field.
  case finished
}
