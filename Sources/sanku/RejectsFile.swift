import Domain
import UseCases

/// Where rows that are not taken go: in the form they came, with a column that says why; as a workbook where the path
/// ends in .xlsx.
final class RejectsFile {
  private let source: RecordSource
  private let output: Output
  private let isPipe: Bool
  private var book: RowBook?
  private var isEmpty = true

  init(_ path: String, _ source: RecordSource) throws {
    (self.source, isPipe) = (source, path == "-")
    let isBook = RowFormat(path: path) == .xlsx
    guard !isBook || source.sheet != nil else {
      throw Failure.usage("JSON 中未收的记录只能写成 .json", "What is not taken of JSON is written as .json")
    }
    output = try Output(path)
    guard isBook, let sheet = source.sheet else { return }
    let name = sheet.book.sheets[sheet.sheet].name
    let book = try RowBook(output, name: name.isEmpty ? source.register.label.said : name)
    try RejectsFile.lead(book, source.headingCells)
    self.book = book
  }

  /// Writes the rows above the data; the last of them is the heading.
  static func lead(_ book: RowBook, _ rows: [[String]]) throws {
    for (place, row) in rows.enumerated() { try book.add(row, isHeading: place == rows.count - 1) }
  }

  /// Adds the record that the source handed out last.
  func add(_ reason: Label) throws {
    if let book {
      for row in source.rejectedCells(reason.said) { try book.add(row) }
    } else {
      if isEmpty { try begin() }
      try output.write(source.rejected(reason.said, isFirst: isEmpty))
    }
    isEmpty = false
  }

  func finish() throws {
    if let book {
      try book.finish()
    } else {
      if isEmpty { try begin() }
      try output.write(source.ending(isEmpty: isEmpty))
    }
    try output.finish()
  }

  /// Whoever opens it in a spreadsheet needs the mark, unless the rows came without it as plain UTF-8. A pipe is read by
  /// a program where nothing tells.
  private func begin() throws {
    if source.isMarked ?? !isPipe { try output.write("\u{FEFF}") }
    try output.write(source.heading)
  }
}
