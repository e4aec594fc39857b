import Domain

/// Typing that is not saved yet: one file per person beside the library, never in it.
package struct Scratch: Hashable, Sendable {
  /// The record as typed so far, derived fields left as they were.
  package var document: Document
  /// The revision it was opened at; 0 for a new record.
  package var base: Int
  /// Texts of fields that could not be read yet, by field path (`name`, `measures/ROW-ID/quantity`).
  package var raw: [String: String]
  /// Where the cursor stood: field path and caret.
  package var focus: String
  /// The caret's place in the field's text, in characters.
  package var caret: Int
  /// When it was kept, UTC: told to the person when it is offered back.
  package var savedAt: Instant

  package init(
    document: Document, base: Int, raw: [String: String] = [:], focus: String = "", caret: Int = 0, savedAt: Instant
  ) {
    self.document = document
    self.base = base
    self.raw = raw
    self.focus = focus
    self.caret = caret
    self.savedAt = savedAt
  }
}

/// Keeps a person's unsaved typing. A failure to keep it is reported, never fatal.
package protocol ScratchKeeping: Sendable {
  /// What the person left unsaved; nil where there is nothing, or it cannot be read.
  func load(person: String) -> Scratch?
  /// Whether there is something, readable or not; costs a look at the folder.
  func holds(person: String) -> Bool
  /// Puts it in the place of what was kept before; throws `StoreError` where there is no room or the folder is
  /// read-only.
  func keep(_ scratch: Scratch, person: String) throws
  /// Forgets it, once it was saved or is not wanted; throws `StoreError` where the file stays.
  func discard(person: String) throws
}
