import Domain
import UseCases

/// Entries of the history that change a row of a reference table.
///
/// Their register is `reference`; `_table` and `_key` say which row, the other changes are its columns before and after.
enum ReferenceEntry {
  static let register = "reference"
  private static let table = "_table"
  private static let key = "_key"

  /// Which row: its table and its key.
  struct Place: Hashable {
    let table: String
    let key: String
  }

  static func of(
    _ table: ReferenceRow.Table, _ key: String, from old: ReferenceRow?, to new: ReferenceRow?, source: String,
    _ environment: Environment
  ) -> HistoryEntry {
    func value(_ row: ReferenceRow?, _ column: String) -> Value { row?.values[column].map(Value.text) ?? .empty }
    var changes = [
      HistoryEntry.Change(field: Self.key, before: .empty, after: .text(key)),
      HistoryEntry.Change(field: Self.table, before: .empty, after: .text(table.rawValue)),
    ]
    changes += table.columns.sorted().compactMap { column in
      let (before, after) = (value(old, column), value(new, column))
      return before == after ? nil : HistoryEntry.Change(field: column, before: before, after: after)
    }
    return HistoryEntry(
      at: environment.now(), person: environment.actor.person, origin: environment.actor.entryOrigin,
      action: SetReference.action, register: register, record: nil, note: source, changes: changes)
  }

  /// Makes the entry's change in the rows known so far; a row without a column is none. False for an entry without a place.
  static func apply(_ entry: HistoryEntry, to rows: inout [Place: [String: String]]) -> Bool {
    let places = [Self.table, Self.key].compactMap { id in entry.changes.first { $0.field == id }?.after.text }
    guard places.count == 2 else { return false }
    let place = Place(table: places[0], key: places[1])
    var row = rows[place] ?? [:]
    for change in entry.changes where change.field != Self.table && change.field != Self.key {
      row[change.field] = change.after.text
    }
    rows[place] = row.isEmpty ? nil : row
    return true
  }
}

/// The entry that a history begins with: whose library it is.
enum Founding {
  static let register = "library"
  static let action = "create"

  static func entry(_ info: LibraryInfo, _ environment: Environment) -> HistoryEntry {
    HistoryEntry(
      at: environment.now(), person: environment.actor.person, origin: environment.actor.entryOrigin,
      action: action, register: register, record: nil,
      changes: [("id", info.id.text), ("mark", info.mark), ("region", info.region)].map { field, value in
        HistoryEntry.Change(field: field, before: .empty, after: value.isEmpty ? .empty : .text(value))
      })
  }
}

extension Actor {
  /// Where the actor works from, as entries say it.
  var entryOrigin: HistoryEntry.Origin {
    switch origin {
    case "ssh": .ssh
    case "command", "cli": .cli
    default: .host
    }
  }
}
