import Domain

/// Rows that were not taken, in the form they came, with a column that says why.
package enum RejectedRows {
  private static let headings = Label(zh: "未收原因", en: "Why not taken")

  /// The rows above the data as they came, with a heading for the reasons.
  package static func heading(_ sheet: SheetImport, _ rows: SheetRows, _ language: Language) -> String {
    sheet.above.enumerated().map { place, row in
      let isLast = place == sheet.above.count - 1
      return line(row, sheet, rows.delimiter, reason: isLast ? headings[language] : nil)
    }.joined()
  }

  /// One record's rows, the reason behind the first of them.
  package static func text(_ record: [SheetRow], _ sheet: SheetImport, _ rows: SheetRows, _ reason: String) -> String {
    record.enumerated().map { line($1, sheet, rows.delimiter, reason: $0 == 0 ? reason : nil) }.joined()
  }

  /// The rows above the data as cells, with a heading for the reasons behind the last.
  package static func headingCells(_ sheet: SheetImport, _ language: Language) -> [[String]] {
    let last = sheet.above.count - 1
    return sheet.above.enumerated().map { cells($1, sheet, $0 == last ? headings[language] : nil) }
  }

  /// One record's rows as cells, the reason behind the first of them.
  package static func cells(_ record: [SheetRow], _ sheet: SheetImport, _ reason: String) -> [[String]] {
    record.enumerated().map { cells($1, sheet, $0 == 0 ? reason : nil) }
  }

  private static func cells(_ row: SheetRow, _ sheet: SheetImport, _ reason: String?) -> [String] {
    let width = width(sheet)
    // What could not be parted into cells stands in one.
    let cells = row.problem == nil ? row.cells : row.raw.map { [$0] } ?? row.cells
    return (0..<width).map { $0 < cells.count ? cells[$0] : "" } + (reason.map { [$0] } ?? [])
  }

  /// Columns of the sheet; an earlier rejects file's reasons are written over.
  private static func width(_ sheet: SheetImport) -> Int {
    let columns = sheet.mapping.columns
    let names = [headings.zh, headings.en].map(FieldNames.folded)
    let isReason = columns.last.map { $0.isIdle && names.contains(FieldNames.folded($0.heading)) } ?? false
    return isReason ? columns.count - 1 : columns.count
  }

  private static func line(
    _ row: SheetRow, _ sheet: SheetImport, _ delimiter: Character, reason: String?
  ) -> String {
    let width = width(sheet)
    let mark = String(delimiter)
    let cell = { (text: String) in CellText.quoted(CellText.neutralised(text), delimiter: delimiter) }
    var text: String
    if let raw = row.raw, row.cells.count <= width || row.problem != nil {
      text = raw
      if row.problem == nil { text += String(repeating: mark, count: max(0, width - row.cells.count)) }
    } else {
      text = (0..<width).map { cell(row[$0]) }.joined(separator: mark)
    }
    if let reason { text += mark + cell(reason) }
    return text + "\r\n"
  }
}
