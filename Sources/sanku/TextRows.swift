import Interchange

/// Rows of plain texts as a table for people, as CSV or as a workbook of one sheet.
struct TextRows {
  private var table: TableWriter?
  private var csv: CSVWriter?
  private var book: RowBook?
  private let numbers: Set<Int>

  /// `numbers` are the columns set to the right; `mark` leads CSV with the UTF-8 mark.
  init(_ headings: [String], _ format: RowFormat, numbers: Set<Int> = [], mark: Bool = false, to output: Output) throws
  {
    self.numbers = numbers
    switch format {
    case .csv:
      csv = try CSVWriter(mark: mark) { try output.write($0) }
      try csv?.row(headings)
    case .xlsx:
      book = try RowBook(output)
      try book?.add(headings, isHeading: true)
    case .table, .json:
      table = TableWriter(
        headings.enumerated().map { .init(heading: $1, isNumber: numbers.contains($0)) }, to: output)
    }
  }

  mutating func row(_ cells: [String]) throws {
    try csv?.row(cells)
    try table?.row(cells)
    try book?.add(cells, numbers: numbers)
  }

  mutating func finish() throws {
    try table?.finish()
    try book?.finish()
  }
}
