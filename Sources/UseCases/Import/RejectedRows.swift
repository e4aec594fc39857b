import Domain

/// One sheet of rows that were not taken, in the form they came, with a column that says why.
package struct RejectedRows: Sendable {
  private static let headings = Label(zh: "未收原因", en: "Why not taken")

  /// The child list whose rows these are; nil for the records themselves.
  package let list: ListSpec?
  private let called: String
  private let above: [SheetRow]
  /// Which row above names the columns, and so the reasons.
  private let named: Int
  private let columns: Int
  /// Columns without those of an earlier rejects file's reasons, which are written over.
  private let width: Int
  private let delimiter: Character

  init(_ name: String, list: ListSpec? = nil, _ layout: SheetLayout, delimiter: Character) {
    (self.list, called, above, self.delimiter) = (list, name, layout.above, delimiter)
    named = layout.above.count - (layout.hasUnits ? 2 : 1)
    let mapping = layout.mapping
    let names = [Self.headings.zh, Self.headings.en].map(FieldNames.folded)
    let isReason = mapping.columns.last.map { $0.isIdle && names.contains(FieldNames.folded($0.heading)) } ?? false
    columns = mapping.columns.count
    width = columns - (isReason ? 1 : 0)
  }

  /// What its sheet of a workbook is called: as it was, or as the list or else the register is.
  package func name(_ register: Register, _ language: Language) -> String {
    called.isEmpty ? (list?.label ?? register.label)[language] : called
  }

  /// Whether a text file is one of rejects, by its first bytes.
  package static func leads(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains(headings.zh) || text.contains(headings.en)
  }

  /// The rows above the data as they came, with a heading for the reasons.
  package func heading(_ language: Language) -> String {
    above.enumerated().map { line($1, $0 == named ? Self.headings[language] : nil) }.joined()
  }

  /// One record's rows, the reason behind the first of them.
  package func text(_ record: [SheetRow], _ reason: String?) -> String {
    record.enumerated().map { line($1, $0 == 0 ? reason : nil) }.joined()
  }

  /// The same as cells.
  package func headingCells(_ language: Language) -> [[String]] {
    above.enumerated().map { cells($1, $0 == named ? Self.headings[language] : nil) }
  }

  /// One record's rows as cells, the reason behind the first of them.
  package func cells(_ record: [SheetRow], _ reason: String?) -> [[String]] {
    record.enumerated().map { cells($1, $0 == 0 ? reason : nil) }
  }

  private func cells(_ row: SheetRow, _ reason: String?) -> [String] {
    // What could not be parted into cells stands in one.
    let cells = row.problem == nil ? row.cells : row.raw.map { [$0] } ?? row.cells
    return whole(cells, reason)
  }

  /// As many cells as there are headings, the reason under its own, and behind it what no heading stands over.
  private func whole(_ cells: [String], _ reason: String?) -> [String] {
    let surplus = cells.dropFirst(columns)
    let isWide = surplus.contains { !$0.isEmpty }
    return (0..<width).map { $0 < cells.count ? cells[$0] : "" }
      + (isWide ? [reason ?? ""] + surplus : reason.map { [$0] } ?? [])
  }

  private func line(_ row: SheetRow, _ reason: String?) -> String {
    let mark = String(delimiter)
    let cell = { (text: String) in CellText.quoted(CellText.neutralised(text), delimiter: delimiter) }
    guard let raw = row.raw, row.cells.count <= width || row.problem != nil else {
      return whole(row.cells, reason).map(cell).joined(separator: mark) + "\r\n"
    }
    let missing = row.problem == nil ? String(repeating: mark, count: max(0, width - row.cells.count)) : ""
    return raw + missing + (reason.map { mark + cell($0) } ?? "") + "\r\n"
  }
}

/// A sheet of rejects as cells, its headings first.
package struct RejectedSheet: Sendable {
  /// What it is called.
  package let name: String
  /// Its rows.
  package var rows: [[String]]
  /// How many of the rows are headings.
  package let headings: Int

  /// Its headings alone.
  package init(_ sheet: RejectedRows, of register: Register, _ language: Language) {
    name = sheet.name(register, language)
    rows = sheet.headingCells(language)
    headings = rows.count
  }
}
