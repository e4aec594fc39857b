/// One row of a sheet as texts by column: what a spreadsheet shows, figures in plain digits, dates as `2023-03-01`.
package struct SheetRow: Sendable {
  /// Which row of the sheet it is, from 1.
  package let number: Int
  /// By column, from the first; cells behind the last filled one may be missing.
  package let cells: [String]
  /// The sheet hides it (it may be filtered out there); it is read all the same, and said.
  package let isHidden: Bool
  /// Columns with a figure that reads as two months: 2023.1 is what a spreadsheet makes of 2023.10.
  package let doubtful: [Int]
  /// Columns whose cell stands further up and is merged down to this row.
  package let merged: [Int]
  /// What keeps it from being read.
  package let problem: Label?
  /// The row as it came, for the rejects file; nil where the cells are all there is.
  package let raw: String?

  package init(
    number: Int, cells: [String], isHidden: Bool = false, doubtful: [Int] = [], merged: [Int] = [],
    problem: Label? = nil, raw: String? = nil
  ) {
    self.number = number
    self.cells = cells
    self.isHidden = isHidden
    self.doubtful = doubtful
    self.merged = merged
    self.problem = problem
    self.raw = raw
  }

  /// The text of a column; blank behind the row's end.
  package subscript(_ column: Int) -> String { column < cells.count ? cells[column] : "" }

  /// The row with what stands in itself alone: in a heading, what is merged down is no heading of its own.
  var unmerged: SheetRow {
    if merged.isEmpty { return self }
    var cells = cells
    for column in merged { cells[column] = "" }
    return SheetRow(number: number, cells: cells, isHidden: isHidden, doubtful: doubtful, problem: problem, raw: raw)
  }

  /// Nothing but blanks stands in it, and nothing was wrong with it.
  package var isBlank: Bool { problem == nil && cells.allSatisfy { Normalised.trimmed($0).isEmpty } }
}

/// An opened sheet, read row by row, once.
package protocol SheetReading: AnyObject {
  /// The next row that has cells, or nil at the end.
  func next() throws -> SheetRow?
  /// What parts the cells of a text file, in which rejects are written too; known once a row was read.
  var delimiter: Character { get }
  /// How much of it is read, a part of 1; nil where that is not known.
  var part: Double? { get }
  /// Columns, from 0, that the sheet hides; they are read all the same, and said. Known once a row was read.
  var hiddenColumns: [ClosedRange<Int>] { get }
  /// Whether its rows, written as text, need the UTF-8 mark to be read as they were: false where they came without it as
  /// UTF-8, nil where nothing tells so far.
  var isMarked: Bool? { get }
}

extension SheetReading {
  package var hiddenColumns: [ClosedRange<Int>] { [] }
  package var isMarked: Bool? { true }
}

/// One sheet of a book, by its name.
package struct SheetName: Hashable, Sendable {
  /// As the spreadsheet's tab has it; blank for a text file.
  package let name: String
  /// The book hides it; it can be read all the same.
  package let isHidden: Bool

  package init(name: String, isHidden: Bool = false) {
    self.name = name
    self.isHidden = isHidden
  }
}

/// A file with one or more sheets, which can be read again and again.
package protocol SheetBook: Sendable {
  /// In the book's order; one at least.
  var sheets: [SheetName] { get }
  /// Dates of the file count from 1904.
  var is1904: Bool { get }
  /// Opens the sheet at a place in `sheets`; throws `FileProblem` where it cannot be read.
  func open(_ sheet: Int) throws -> any SheetReading
}
