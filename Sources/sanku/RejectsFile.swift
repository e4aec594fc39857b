import Domain
import Interchange
import UseCases

/// Where rows that are not taken go: in the form they came, with a column that says why; as a workbook where the path
/// ends in .xlsx. Child rows on sheets and in files of their own go on sheets and into files of their own.
final class RejectsFile {
  private let source: RecordSource
  private let output: Output
  private let isPipe: Bool
  private let rejects: RejectedRows?
  private var book: RowBook?
  /// Files of child lists beside a text file, by the list's id.
  private var beside: [String: (output: Output, isThere: Bool)] = [:]
  private var isEmpty = true

  /// Opens what it may have to write; `source` has been asked for its options.
  init(_ path: String, _ source: RecordSource) throws {
    (self.source, rejects, isPipe) = (source, source.rejects, path == "-")
    let isBook = RowFormat(path: path) == .xlsx
    guard !isBook || source.sheet != nil else {
      throw Failure.usage("JSON 中未收的记录只能写成 .json", "What is not taken of JSON is written as .json")
    }
    output = try Output(path)
    if isBook, let rejects {
      let book = try RowBook(output, name: rejects.name(source.register, Words.language))
      try book.add(headings: rejects.headingCells(Words.language))
      self.book = book
    } else if !isPipe {
      for list in source.childSheets.compactMap(\.list) { try open(ChildFiles.path(of: list, beside: path), list) }
    }
  }

  /// Nobody named this file: it is written over only where it is one of rejects.
  private func open(_ path: String, _ list: ListSpec) throws {
    let isThere = FileSource.exists(path)
    if isThere, try !RejectedRows.leads(FileSource(path).next()) {
      throw Failure.usage(
        "子表未收的行要写到 \(path)，那里已有别的文件；--rejects 请换一个名字",
        "Child rows not taken would go to \(path), where another file is; name another --rejects")
    }
    beside[list.id] = (try Output(path), isThere)
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
        try book.begin(sheet.name(source.register, Words.language))
        try book.add(headings: sheet.headingCells(Words.language))
        for (row, reason) in rows { for cells in sheet.cells([row], reason?.said) { try book.add(cells) } }
      }
      try book.finish()
    } else {
      if isEmpty { try begin() }
      try output.write(source.ending(isEmpty: isEmpty))
    }
    try output.finish()
    if isPipe { return children.reduce(0) { $0 + $1.rows.count } }
    for sheet in source.childSheets {
      try write(sheet, children.first { $0.sheet.list?.id == sheet.list?.id }?.rows ?? [])
    }
    return 0
  }

  /// A child list's rows into their file beside; an older one is emptied where there are none.
  private func write(_ sheet: RejectedRows, _ rows: [(row: SheetRow, reason: Label?)]) throws {
    guard let list = sheet.list, let (output, isThere) = beside[list.id], isThere || !rows.isEmpty else { return }
    if source.isMarked ?? true { try output.write("\u{FEFF}") }
    try output.write(sheet.heading(Words.language))
    for (row, reason) in rows { try output.write(sheet.text([row], reason?.said)) }
    try output.finish()
  }

  /// Whoever opens it in a spreadsheet needs the mark, unless the rows came without it as plain UTF-8. A pipe is read by
  /// a program where nothing tells.
  private func begin() throws {
    if source.isMarked ?? !isPipe { try output.write("\u{FEFF}") }
    try output.write(rejects?.heading(Words.language) ?? "[")
  }
}
