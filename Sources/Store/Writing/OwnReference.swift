import Domain
import Foundation

/// The library's own rows of the reference tables, as the file keeps them.
enum OwnReference {
  /// The program's tables with the library's rows over them.
  static func tables(_ connection: Connection) throws -> ReferenceTables { tables(try rows(connection)) }

  static func tables(_ rows: [ReferenceRow]) -> ReferenceTables {
    rows.isEmpty ? .builtIn : ReferenceTables.builtIn.overlaid(with: rows).tables
  }

  /// The rows that can be read; `verify` names the others.
  static func rows(_ connection: Connection) throws -> [ReferenceRow] {
    var rows: [ReferenceRow] = []
    try connection.prepared("SELECT source, value FROM reference ORDER BY source, key").each { row in
      guard let table = ReferenceRow.Table(rawValue: row.text(0)), let values = values(row.text(1)) else { return }
      rows.append(ReferenceRow(table: table, values: values))
    }
    return rows
  }

  /// What a row holds; nil for what is no row.
  static func values(_ text: String) -> [String: String]? {
    try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))
  }

  static func text(_ row: ReferenceRow) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(row.values), as: UTF8.self)
  }
}
