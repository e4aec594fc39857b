import Domain

/// Writes CSV (RFC 4180, CR LF, UTF-8), so that a spreadsheet shows every cell and runs none.
package struct CSVWriter {
  /// A cell: text is neutralised, a number stands as it is.
  package enum Cell: Hashable, Sendable {
    /// Neutralised, and quoted where it must be.
    case text(String)
    /// Plain digits, an ISO date, a truth: never quoted, never taken for a formula.
    case number(String)
  }

  private let write: (String) throws -> Void

  /// `mark` leads the file with the byte order mark, by which spreadsheets know UTF-8.
  package init(mark: Bool, _ write: @escaping (String) throws -> Void) throws {
    self.write = write
    if mark { try write("\u{FEFF}") }
  }

  /// Writes one row. A row of a single empty cell is written as `""`, so that it is not a blank line.
  package func row(_ cells: [Cell]) throws {
    if cells == [.text("")] { return try write("\"\"\r\n") }
    var line = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { line += "," }
      switch cell {
      case .text(let text): line += CellText.quoted(CellText.neutralised(text))
      case .number(let digits): line += digits
      }
    }
    try write(line + "\r\n")
  }

  /// Writes one row of texts, neutralised as all texts are.
  package func row(_ texts: [String]) throws { try row(texts.map(Cell.text)) }
}
