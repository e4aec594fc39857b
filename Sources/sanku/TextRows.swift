import Interchange

/// Rows of plain texts as a table for people, as CSV or as a workbook of one sheet.
struct TextRows {
  private var table: TableWriter?
  private var csv: CSVWriter?
  private var book: (file: WorkbookFile, writer: XLSXWriter, sheet: XLSXSheet)?
  private let numbers: Set<Int>
  private var widths: [Double]

  /// `numbers` are the columns set to the right; `mark` leads CSV with the UTF-8 mark.
  init(_ headings: [String], _ format: RowFormat, numbers: Set<Int> = [], mark: Bool = false, to output: Output) throws
  {
    self.numbers = numbers
    widths = headings.map(Self.width)
    switch format {
    case .csv:
      csv = try CSVWriter(mark: mark) { try output.write($0) }
      try csv?.row(headings)
    case .xlsx:
      let file = try WorkbookFile(output)
      let writer = try XLSXWriter(file.path, title: "sanku")
      let sheet = try writer.sheet("sanku")
      try sheet.add(headings.map(SheetCell.text), .heading)
      sheet.freeze(rows: 1)
      book = (file, writer, sheet)
    case .table, .json:
      table = TableWriter(
        headings.enumerated().map { .init(heading: $1, isNumber: numbers.contains($0)) }, to: output)
    }
  }

  mutating func row(_ cells: [String]) throws {
    try csv?.row(cells)
    try table?.row(cells)
    guard let book else { return }
    for (place, cell) in cells.enumerated() where place < widths.count {
      widths[place] = max(widths[place], Self.width(cell))
    }
    try book.sheet.add(
      cells.enumerated().map { numbers.contains($0) && !$1.isEmpty && Double($1) != nil ? .number($1) : .text($1) })
  }

  mutating func finish() throws {
    try table?.finish()
    guard let book else { return }
    book.sheet.widths(widths)
    book.sheet.filter(from: 0, to: max(1, book.sheet.row - 1), columns: widths.count)
    book.sheet.page(landscape: true)
    try book.writer.finish()
    try book.file.send()
  }

  /// Characters, a Chinese one counting two.
  private static func width(_ text: String) -> Double {
    Double(text.unicodeScalars.prefix(40).reduce(2) { $0 + ($1.value < 0x2E80 ? 1 : 2) })
  }
}
