import Interchange

/// Rows of plain texts as a table for people or as CSV.
struct TextRows {
  private var table: TableWriter?
  private var csv: CSVWriter?

  /// `numbers` are the columns set to the right.
  init(_ headings: [String], _ format: RowFormat, numbers: Set<Int> = [], to output: Output) throws {
    if format == .csv {
      csv = try CSVWriter(mark: false) { try output.write($0) }
      try csv?.row(headings)
    } else {
      table = TableWriter(
        headings.enumerated().map { .init(heading: $1, isNumber: numbers.contains($0)) }, to: output)
    }
  }

  mutating func row(_ cells: [String]) throws {
    try csv?.row(cells)
    try table?.row(cells)
  }

  mutating func finish() throws { try table?.finish() }
}
