import Domain
import Interchange

/// Writes whole records: CSV with a file for each child list beside it, JSON with the lists inside, or a workbook with a
/// sheet for each.
final class ExportWriter {
  private let register: Register
  private let output: Output
  private let columns: RecordColumns
  private var csv: CSVWriter?
  private var lists: [(list: ListSpec, columns: RecordColumns, output: Output, csv: CSVWriter)] = []
  private var book: (file: WorkbookFile, records: RecordBook)?
  private var isFirst = true

  /// `mark` nil: a file is marked, a pipe is not.
  init(
    _ format: RowFormat, _ register: Register, path: String?, mark: Bool? = nil, reference: ReferenceTables
  ) throws {
    self.register = register
    columns = RecordColumns(register.fields)
    let isFile = path.map { $0 != "-" } ?? false
    let output = try Output(path)
    self.output = output
    switch format {
    case .json, .table: try output.write("[")
    case .xlsx:
      let file = try WorkbookFile(output)
      book = (file, try RecordBook(file.path, register, language: Words.language, reference: reference))
    case .csv:
      let csv = try CSVWriter(mark: mark ?? isFile) { try output.write($0) }
      try csv.row(columns.headings)
      self.csv = csv
      guard let path, isFile else { return }
      for list in register.lists {
        let output = try Output(ChildFiles.path(of: list, beside: path))
        let csv = try CSVWriter(mark: mark ?? true) { try output.write($0) }
        try csv.row(ChildFiles.headings(register, list))
        lists.append((list, RecordColumns(list.fields), output, csv))
      }
    }
  }

  func record(_ document: Document, _ key: (String, RecordID) -> String) throws {
    defer { isFirst = false }
    if let book { return try book.records.add(document, key: key) }
    guard let csv else { return try json(document, key) }
    let values = register.namedValues(document)
    try csv.row(columns.cells(values, key: key))
    let parent = values[register.keyField]?.plain ?? ""
    for (list, columns, _, csv) in lists {
      for row in document.children[list.id] ?? [] {
        try csv.row([.text(parent), .text(row.id.text)] + columns.cells(row.values, key: key))
      }
    }
  }

  func finish() throws {
    if let book {
      try book.records.finish()
      try book.file.send()
    } else if csv == nil {
      try output.write(isFirst ? "]\n" : "\n]\n")
    }
    for (_, _, output, _) in lists { try output.finish() }
    try output.finish()
  }

  private func json(_ document: Document, _ key: (String, RecordID) -> String) throws {
    try output.write((isFirst ? "\n" : ",\n") + Self.object(document, register, key).text)
  }

  /// A record with its child lists, each row with its permanent id.
  static func object(_ document: Document, _ register: Register, _ key: (String, RecordID) -> String) -> JSONValue {
    var members = [JSONValue.Member("id", .string(document.id.text))]
    members += RecordColumns(register.fields).members(document.values, key: key)
    for list in register.lists {
      guard let rows = document.children[list.id], !rows.isEmpty else { continue }
      let columns = RecordColumns(list.fields)
      let elements = rows.map { row in
        JSONValue.object([.init("id", .string(row.id.text))] + columns.members(row.values, key: key))
      }
      members.append(.init(list.id, .array(elements)))
    }
    return .object(members)
  }
}
