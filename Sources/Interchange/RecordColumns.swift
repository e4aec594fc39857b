import Domain

/// The columns in which a register's records stand in a file: headings and cells, both ways.
///
/// A heading is the field's id; on the way in also its name in either language or one of its aliases. Values stand as
/// `Value.plain`: codes by id, ISO dates, plain digits. A link stands as the linked record's key.
package struct RecordColumns: Sendable {
  /// One a column, in their order.
  package let fields: [FieldSpec]

  /// Headings of other files, folded, and the field id that each stands for.
  private let also: [String: String]

  /// `also` names headings of other files and the field id that each stands for; blanks and width of letters do not
  /// matter.
  package init(_ fields: [FieldSpec], also: [String: String] = [:]) {
    self.fields = fields
    self.also = Dictionary(also.map { (FieldNames.folded($0.key), $0.value) }, uniquingKeysWith: { $1 })
  }

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

  /// The field that a heading names, if any.
  package func field(heading: String) -> FieldSpec? {
    if let id = also[FieldNames.folded(heading)] { return fields.first { $0.id == id } }
    return fields.named(heading)
  }
}
