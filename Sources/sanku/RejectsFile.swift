import Domain
import Interchange
import UseCases

/// Where rows that are not taken go: in the form they came, with a column that says why; as a workbook where the path
/// ends in .xlsx. Child rows on sheets and in files of their own go on sheets and into files of their own.
final class RejectsFile {
  private let path: String
  private let source: RecordSource
  private let output: Output
  private let rejects: RejectedRows?
  private var book: RowBook?
  private var isEmpty = true

  init(_ path: String, _ source: RecordSource) throws {
    (self.path, self.source, rejects) = (path, source, source.rejects)
    let isBook = RowFormat(path: path) == .xlsx
    guard !isBook || source.sheet != nil else {
      throw Failure.usage("JSON 中未收的记录只能写成 .json", "What is not taken of JSON is written as .json")
    }
    output = try Output(path)
    guard isBook, let rejects else { return }
    let name = rejects.name.isEmpty ? source.register.label.said : rejects.name
    let book = try RowBook(output, name: name)
    try book.add(headings: rejects.headingCells(Words.language))
    self.book = book
  }

  /// Adds the record that the source handed out last.
  func add(_ reason: Label) throws {
    if let book, let rejects {
      for row in rejects.cells(source.last, reason.said) { try book.add(row) }
    } else {
      if isEmpty { try begin() }
      try output.write(
        rejects?.text(source.last, reason.said) ?? source.rejectedElement(reason.said, isFirst: isEmpty))
    }
    isEmpty = false
  }

  /// Writes what is left; answers how many rows of child lists have no place in it, since it is a pipe.
  func finish() throws -> Int {
    let children = try source.childRejects()
    if let book {
      for (sheet, rows) in children {
        try book.begin(sheet.name)
        try book.add(headings: sheet.headingCells(Words.language))
        for (row, reason) in rows { for cells in sheet.cells([row], reason?.said) { try book.add(cells) } }
      }
      try book.finish()
    } else {
      if isEmpty { try begin() }
      try output.write(source.ending(isEmpty: isEmpty))
    }
    try output.finish()
    guard book == nil else { return 0 }
    if path == "-" { return children.reduce(0) { $0 + $1.rows.count } }
    for (sheet, rows) in children { try write(sheet, rows) }
    return 0
  }

  /// A child list's rows into their file beside.
  private func write(_ sheet: RejectedRows, _ rows: [(row: SheetRow, reason: Label?)]) throws {
    guard let list = sheet.list else { return }
    let output = try Output(ChildFiles.path(of: list, beside: path))
    if source.isMarked ?? true { try output.write("\u{FEFF}") }
    try output.write(sheet.heading(Words.language))
    for (row, reason) in rows { try output.write(sheet.text([row], reason?.said)) }
    try output.finish()
  }

  /// Whoever opens it in a spreadsheet needs the mark, unless the rows came without it as plain UTF-8. A pipe is read by
  /// a program where nothing tells.
  private func begin() throws {
    if source.isMarked ?? (path != "-") { try output.write("\u{FEFF}") }
    try output.write(rejects?.heading(Words.language) ?? "[")
  }
}
