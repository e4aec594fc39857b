import Domain

/// How another office wants a list: its title, its headings, their order and units.
package struct ExportProfile: Sendable {
  /// One column.
  package struct Column: Sendable {
    /// What stands over it, as the other office wants it.
    package let heading: String
    /// nil is the running number.
    package let path: FieldPath?
    /// The unit that its amounts are given in; nil is the field's own.
    package let unit: UnitScale?

    package init(_ heading: String, _ path: FieldPath?, _ unit: UnitScale? = nil) {
      (self.heading, self.path, self.unit) = (heading, path, unit)
    }
  }

  /// What stands over the list.
  package let title: String
  /// From left to right.
  package let columns: [Column]
  /// Who fills, checks and seals stands below the list.
  package let isSigned: Bool

  package init(title: String, columns: [Column], isSigned: Bool) {
    (self.title, self.columns, self.isSigned) = (title, columns, isSigned)
  }

  /// What stands in a column for a record.
  package func cells(
    _ document: Document, number: Int, in library: any LibraryLookup, _ language: Language,
    _ reference: ReferenceTables, key: (String, RecordID) -> String
  ) throws -> [SheetCell] {
    try columns.map { column in
      guard let path = column.path else { return .integer(number) }
      let values = try path.values(document, in: library)
      let amounts = values.compactMap(\.amount)
      if !amounts.isEmpty {
        guard let sum = Amount.sum(amounts) else { return .text("…") }
        return column.unit.map { .number($0.digits(sum)) } ?? .amount(sum)
      }
      if values.count == 1 {
        switch values[0] {
        case .day(let day): return .day(day)
        case .month(let month): return .month(month)
        case .integer(let number): return .integer(number)
        default: break
        }
      }
      var shown: [String] = []
      for value in values {
        let text =
          if case .record(let id) = value, case .record(let register) = path.field.kind { key(register, id) } else {
            value.shown(path.field.kind, language, reference)
          }
        if !shown.contains(text) { shown.append(text) }
      }
      return shown.isEmpty ? .blank : .text(shown.joined(separator: language == .zh ? "；" : "; "))
    }
  }

  /// Widths in characters.
  package var widths: [Double] {
    columns.map { column in
      guard let field = column.path?.field else { return 6 }
      switch field.kind {
      case .longText: return 36
      case .text: return 22
      case .creditCode, .projectCode: return 22
      default:
        return max(10, Double(column.heading.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }) / 2 + 4)
      }
    }
  }
}
