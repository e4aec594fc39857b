/// Makes another library's entry in a record here, field by field.
///
/// A field that stands as it did there before is set; one that already stands as after is left; any other is a conflict:
/// it changed here too. Derived fields are not carried over: they follow. What a tier was asked and has decided goes as
/// one: where any of it is in conflict, all of it stands as chosen, so that no library has one's state under another's day.
package struct EntryMerge {
  /// A place that both libraries changed.
  package struct Conflict: Hashable, Sendable {
    /// `name`, or `list.field`.
    package let field: String
    /// The child row; nil for a field of the record itself.
    package let row: RecordID?
    /// What the sender's entry says stood there before it.
    package let before: Value
    /// What stands here.
    package let mine: Value
    /// What the sender's entry puts there.
    package let theirs: Value
    /// The place is a row that was taken out here and changed there.
    package var isGone: Bool { row != nil && !field.contains(".") }
  }

  /// Who has the last word where both changed a place.
  package enum Choice: String, CaseIterable, Sendable {
    /// This library: what came for such a place is left out.
    case mine
    /// The sender: its value is put over what stands here.
    case theirs
  }

  private let register: Register
  private let choice: Choice?
  /// Values that the history holds only stand-ins for.
  private let secrets: HistoryEntry?
  /// The record's own entries here, oldest first.
  private let history: [HistoryEntry]
  /// Child rows that were taken out here, as they stood.
  private let removed: [RecordID: ChildRow]
  /// The record as far as it was merged: places in conflict stand as chosen, without a choice as they did.
  package private(set) var document: Document
  /// Places that both changed, in the order of the entries; the choice has been made there, if there is one.
  package private(set) var conflicts: [Conflict] = []
  private let original: Document
  /// The record's filing stands as it does here, whatever comes: another word of the sender's on it was left out.
  package private(set) var keepsFiling: Bool

  /// Starts from the record here; `secrets` are the private values sent beside the entry, `choice` decides
  /// conflicts, `history` is the record's own here: from it a row that was taken out comes back whole, and a filing is
  /// taken back to where the two libraries agreed.
  package init(
    _ document: Document, _ register: Register, secrets: HistoryEntry?, choice: Choice?, history: [HistoryEntry] = [],
    keepsFiling: Bool = false
  ) {
    self.keepsFiling = keepsFiling
    removed = Dictionary(
      history.flatMap { Self.removed(by: $0, register) }.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    (self.document, self.register, self.secrets, self.choice) = (document, register, secrets, choice)
    (self.history, original) = (history, document)
  }

  /// Whether anything is other than before.
  package var isChanged: Bool { document != original }

  /// Makes the entry's changes.
  package mutating func apply(_ entry: HistoryEntry) {
    make(entry.parted(register, isFiling: false))
    file(entry.parted(register, isFiling: true))
  }

  private mutating func file(_ entry: HistoryEntry) {
    if keepsFiling { return }
    var one = self
    one.make(entry)
    guard one.conflicts.count > conflicts.count else { return self = one }
    conflicts = one.conflicts
    keepsFiling = choice == .mine
    if choice == .theirs { document = agreed(entry) ?? one.document }
  }

  /// The record with the entry's filing made where the two libraries last agreed; nil where the history does not tell.
  private func agreed(_ entry: HistoryEntry) -> Document? {
    var former = document
    for own in history.reversed() {
      former = own.parted(register, isFiling: true).takenBack(from: former)
      var merge = EntryMerge(former, register, secrets: secrets, choice: nil)
      merge.make(entry)
      if merge.conflicts.isEmpty { return merge.document }
    }
    return nil
  }

  private mutating func make(_ entry: HistoryEntry) {
    for change in entry.changes {
      guard let field = register.field(change.field), !field.isDerived else { continue }
      let (before, after) = plain(change, field, in: secrets?.changes ?? [])
      let mine = document[field.id]
      if mine == after { continue }
      // A stand-in cannot be compared with what it stands for.
      let isConflict = !field.isPrivate && mine != before
      if isConflict { conflicts.append(.init(field: field.id, row: nil, before: before, mine: mine, theirs: after)) }
      if !isConflict || choice == .theirs { document[field.id] = after }
    }
    for list in Set(entry.rows.map(\.list)).sorted() {
      guard let spec = register.list(list) else { continue }
      apply(entry.rows.filter { $0.list == list }, spec)
    }
  }

  /// The values of a change; a private one's stand-in is replaced by what the package brings.
  private func plain(
    _ change: HistoryEntry.Change, _ field: FieldSpec, in secrets: [HistoryEntry.Change]
  ) -> (before: Value, after: Value) {
    guard field.isPrivate, !change.after.isEmpty else { return (change.before, change.after) }
    return (change.before, secrets.first { $0.field == field.id }?.after ?? .empty)
  }

  private mutating func apply(_ changes: [HistoryEntry.RowChange], _ list: ListSpec) {
    var rows = document.children[list.id] ?? []
    for change in changes.sorted(by: { $0.after ?? -1 < $1.after ?? -1 }) {
      let place = rows.firstIndex { $0.id == change.row }
      guard let after = change.after else {
        if let place { rows.remove(at: place) }
        continue
      }
      let former = change.before == nil ? nil : removed[change.row]
      var row = place.map { rows[$0] } ?? former ?? ChildRow(id: change.row)
      if place == nil, change.before != nil {
        // Taken out here, changed there.
        conflicts.append(.init(field: list.id, row: change.row, before: .empty, mine: .empty, theirs: .empty))
        if choice != .theirs { continue }
      }
      set(change, list, &row, isNew: place == nil)
      if let place {
        if change.before == after {
          rows[place] = row
          continue
        }
        rows.remove(at: place)
      }
      rows.insert(row, at: min(after, rows.count))
    }
    document.children[list.id] = rows.isEmpty ? nil : rows
  }

  /// The rows that an entry took out; what the history only has stand-ins for stays empty.
  private static func removed(by entry: HistoryEntry, _ register: Register) -> [ChildRow] {
    entry.rows.compactMap { change in
      guard change.after == nil, let list = register.list(change.list) else { return nil }
      var row = ChildRow(id: change.row)
      for one in change.changes where list.field(one.field)?.isPrivate == false { row[one.field] = one.before }
      return row
    }
  }

  private mutating func set(
    _ change: HistoryEntry.RowChange, _ list: ListSpec, _ row: inout ChildRow, isNew: Bool
  ) {
    let hidden = secrets?.rows.first { $0.row == change.row }?.changes ?? []
    for one in change.changes {
      guard let field = list.field(one.field), !field.isDerived else { continue }
      let (before, after) = plain(one, field, in: hidden)
      let mine = row[field.id]
      if mine == after { continue }
      let isConflict = !isNew && !field.isPrivate && mine != before
      if isConflict {
        conflicts.append(.init(field: "\(list.id).\(field.id)", row: row.id, before: before, mine: mine, theirs: after))
      }
      if !isConflict || choice == .theirs { row[field.id] = after }
    }
  }
}

extension HistoryEntry {
  /// The entry with its changes of a record's filing alone, or with all others.
  fileprivate func parted(_ register: Register, isFiling: Bool) -> HistoryEntry {
    HistoryEntry(
      sequence: sequence, at: at, person: person, origin: origin, action: action, register: self.register,
      record: record, note: note,
      changes: changes.filter { (register.field($0.field)?.part == .filing) == isFiling },
      rows: rows.filter { (register.list($0.list)?.part == .filing) == isFiling })
  }
}
