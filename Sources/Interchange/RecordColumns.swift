import Domain

/// The columns in which a register's records stand in a file: headings and cells, both ways.
///
/// A heading is the field's id. Values stand as `Value.plain`: codes by id, ISO dates, plain digits. A link stands as the linked record's key.
package struct RecordColumns: Sendable {
  /// One a column, in their order.
  package let fields: [FieldSpec]

  /// What names a row's own permanent id: in a register's file the record, in a child list's file the row.
  package static let idColumn = "id"

  /// A column for each field.
  package init(_ fields: [FieldSpec]) { self.fields = fields }

  /// The fields' ids: what our own files are headed with.
  package var headings: [String] { fields.map(\.id) }

  /// The cells of one record or child row. `key` names a linked record; phones are masked unless `showsPhones`.
  package func cells(
    _ values: [String: Value], showsPhones: Bool = true, key: (String, RecordID) -> String
  ) -> [CSVWriter.Cell] {
    fields.map { field in
      let value = values[field.id] ?? .empty
      switch value {
      case .integer, .amount, .day, .month, .flag: return .number(value.plain)
      case .record(let id):
        guard case .record(let register) = field.kind else { return .text(id.mark) }
        return .text(key(register, id))
      case .empty, .text: return .text(showsPhones ? value.plain : value.masked(field.kind).plain)
      }
    }
  }

  /// The members of one record or child row in JSON: numbers as numbers, empty fields left out.
  package func members(
    _ values: [String: Value], showsPhones: Bool = true, key: (String, RecordID) -> String
  ) -> [JSONValue.Member] {
    fields.compactMap { field in
      switch values[field.id] ?? .empty {
      case .empty: nil
      case .integer(let number): .init(field.id, .number(String(number)))
      case .amount(let amount): .init(field.id, .number(amount.plain))
      case .flag(let flag): .init(field.id, .bool(flag))
      case .record(let id):
        if case .record(let register) = field.kind { .init(field.id, .string(key(register, id))) } else { nil }
      case let value: .init(field.id, .string(showsPhones ? value.plain : value.masked(field.kind).plain))
      }
    }
  }
}
