/// One change of the library: when, who, from where, what, and the fields before and after.
///
/// Entries are never changed. Everything that a figure hangs on is one: records, people, reference rows, targets, locks.
package struct HistoryEntry: Hashable, Sendable {
  /// Where a change came from.
  package enum Origin: String, CaseIterable, Sendable {
    /// The interface, run on the host.
    case host
    /// A session over SSH.
    case ssh
    /// The command line.
    case cli
  }

  /// A field before and after; `.empty` stands for absent.
  package struct Change: Hashable, Sendable {
    /// The field's permanent id, without its list's.
    package let field: String
    /// What stood there; of private data a digest (`PrivateDigest`).
    package let before: Value
    /// What stands there since; of private data a digest.
    package let after: Value

    package init(field: String, before: Value, after: Value) {
      self.field = field
      self.before = before
      self.after = after
    }
  }

  /// A child row that was added, moved, changed or removed.
  package struct RowChange: Hashable, Sendable {
    /// The id of the child list.
    package let list: String
    /// The row's permanent id.
    package let row: RecordID
    /// Its place in the list before, from 0; nil when it was added.
    package let before: Int?
    /// Its place in the list after, from 0; nil when it was removed.
    package let after: Int?
    /// The row's own fields, as before and after.
    package let changes: [Change]

    package init(list: String, row: RecordID, before: Int?, after: Int?, changes: [Change]) {
      self.list = list
      self.row = row
      self.before = before
      self.after = after
      self.changes = changes
    }
  }

  /// 1 for the first entry of a library, then without a gap.
  package var sequence: Int
  /// When it was written, UTC. It may run back with the host's clock: what orders entries is the sequence.
  package let at: Instant
  /// The person's name in the library.
  package let person: String
  /// Where the person sat.
  package let origin: Origin
  /// The verb: `save`, `submit`, `admit`, `lock` ...
  package let action: String
  /// The register's id, or a table of its own such as `people`.
  package let register: String
  /// What it is about; nil for what has no record, such as a reference row.
  package let record: RecordID?
  /// The reason given, a batch, a document; may be empty.
  package let note: String
  /// Fields of the record itself.
  package let changes: [Change]
  /// Rows of its child lists.
  package let rows: [RowChange]

  package init(
    sequence: Int = 0, at: Instant, person: String, origin: Origin, action: String, register: String,
    record: RecordID?, note: String = "", changes: [Change] = [], rows: [RowChange] = []
  ) {
    self.sequence = sequence
    self.at = at
    self.person = person
    self.origin = origin
    self.action = action
    self.register = register
    self.record = record
    self.note = note
    self.changes = changes
    self.rows = rows
  }
}

extension HistoryEntry {
  /// What changed between two states of one record; nil stands for a record that is not there.
  ///
  /// `stands` says what an entry holds in place of a field's value: a digest for private fields, itself for others.
  /// Fields and rows that stayed the same give nothing.
  package static func changes(
    from old: Document?, to new: Document?, stands: (_ field: String, Value) -> Value = { $1 }
  ) -> (fields: [Change], rows: [RowChange]) {
    let fields = difference(old?.values ?? [:], new?.values ?? [:]) { stands($0, $1) }
    var rows: [RowChange] = []
    for list in Set((old?.children ?? [:]).keys).union((new?.children ?? [:]).keys).sorted() {
      let before = Array((old?.children[list] ?? []).enumerated())
      let after = Array((new?.children[list] ?? []).enumerated())
      let olds = Dictionary(before.map { ($1.id, ($0, $1)) }, uniquingKeysWith: { first, _ in first })
      let kept = Set(after.map(\.element.id))
      for (place, row) in after {
        let former = olds[row.id]
        let changes = difference(former?.1.values ?? [:], row.values) { stands("\(list).\($0)", $1) }
        if former?.0 != place || !changes.isEmpty {
          rows.append(RowChange(list: list, row: row.id, before: former?.0, after: place, changes: changes))
        }
      }
      for (place, row) in before where !kept.contains(row.id) {
        let changes = difference(row.values, [:]) { stands("\(list).\($0)", $1) }
        rows.append(RowChange(list: list, row: row.id, before: place, after: nil, changes: changes))
      }
    }
    return (fields, rows)
  }

  private static func difference(
    _ old: [String: Value], _ new: [String: Value], _ stands: (String, Value) -> Value
  ) -> [Change] {
    if old.isEmpty {
      // A new record or row, which is what imports are made of.
      return new.sorted { $0.key < $1.key }.compactMap { field, value in
        value.isEmpty ? nil : Change(field: field, before: stands(field, .empty), after: stands(field, value))
      }
    }
    var fields = Array(new.keys)
    fields += old.keys.filter { new[$0] == nil }
    return fields.sorted().compactMap { field in
      let before = old[field] ?? .empty
      let after = new[field] ?? .empty
      guard before != after else { return nil }
      return Change(field: field, before: stands(field, before), after: stands(field, after))
    }
  }

  /// A document with this entry's changes made: how entries are replayed. nil when the entry removes the record.
  package func applied(to document: Document?) -> Document? {
    guard let record else { return document }
    var result = document ?? Document(register: register, id: record)
    result.revision += 1
    for change in changes { result[change.field] = change.after }
    var lists = result.children
    for list in Set(rows.map(\.list)) {
      let touched = rows.filter { $0.list == list }
      let ids = Set(touched.map(\.row))
      let old = Dictionary((lists[list] ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      var next = (lists[list] ?? []).filter { !ids.contains($0.id) }
      let placed = touched.compactMap { change in change.after.map { ($0, change) } }.sorted { $0.0 < $1.0 }
      for (place, change) in placed {
        var row = old[change.row] ?? ChildRow(id: change.row)
        for field in change.changes { row[field.field] = field.after }
        next.insert(row, at: min(max(0, place), next.count))
      }
      lists[list] = next.isEmpty ? nil : next
    }
    result.children = lists
    return action == HistoryEntry.delete ? nil : result
  }

  /// The action that takes a record out of its register.
  package static let delete = "delete"
}
