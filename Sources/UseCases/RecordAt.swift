import Domain

/// One record as it stood at the end of a day, replayed from its own history.
package enum RecordAt {
  /// nil when it did not exist then. Private fields stand in the history as digests and are left out; what is carried
  /// from other records is left out too, since those may have been different.
  package static func run(
    _ register: Register, _ id: RecordID, on day: Day, in store: any Store
  ) throws -> Document? {
    let entries = try store.read { try $0.history(register.id, id) }
    // A clock that was put back must not leave out an entry that later ones build upon.
    guard let last = entries.lastIndex(where: { $0.at.day <= day }) else { return nil }
    return replay(Array(entries[...last]), register)
  }

  /// The record after these entries.
  package static func replay(_ entries: [HistoryEntry], _ register: Register) -> Document? {
    var document: Document?
    for entry in entries { document = entry.applied(to: document) }
    for field in register.fields where field.isPrivate { document?[field.id] = .empty }
    return document
  }
}
