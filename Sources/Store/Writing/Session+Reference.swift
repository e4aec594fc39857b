import Domain
import UseCases

extension Session {
  func setReference(
    _ table: ReferenceRow.Table, _ key: String, _ row: ReferenceRow?, source: String
  ) throws -> ReferenceTables {
    guard let environment else { throw StoreError.readOnly(path: connection.path) }
    let old = reference.own.first { $0.table == table && $0.key == key }
    guard old != row else { return reference }
    if let row {
      try connection.prepared(
        "INSERT INTO reference VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
      ).execute([.text(table.rawValue), .text(key), .text(OwnReference.text(row))])
    } else {
      try connection.prepared("DELETE FROM reference WHERE source = ? AND key = ?")
        .execute([.text(table.rawValue), .text(key)])
    }
    _ = try append(ReferenceEntry.of(table, key, from: old, to: row, source: source, environment))
    let tables = OwnReference.tables(try OwnReference.rows(connection))
    try use(tables, recounting: table.isKeptInRecords)
    return tables
  }
}
