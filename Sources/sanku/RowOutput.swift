import Domain
import Interchange
import UseCases

/// Writes rows of chosen fields as a table for people, as CSV, as JSON or as a workbook.
struct RowOutput {
  private let fields: [FieldSpec]
  private let session: Session
  private let output: Output
  private var table: TableWriter?
  private var csv: CSVWriter?
  private var book: RecordBook?
  private let file: WorkbookFile?
  private let register: Register
  private var isFirst = true

  init(_ format: RowFormat, _ register: Register, _ fields: [FieldSpec], _ session: Session, to output: Output) throws {
    self.register = register
    self.fields = fields
    self.session = session
    self.output = output
    file = format == .xlsx ? try WorkbookFile(output) : nil
    switch format {
    case .table:
      table = TableWriter(
        fields.map { field in
          let unit = field.unit.label.said
          return .init(heading: field.label.said + (unit.isEmpty ? "" : "/" + unit), isNumber: field.kind.isNumber)
        }, to: output)
    case .csv:
      csv = try CSVWriter(mark: session.options.isMarked) { try output.write($0) }
      try csv?.row(RecordColumns(fields).headings)
    case .json: try output.write("[")
    case .xlsx:
      book = try RecordBook(
        file?.path ?? "", register, fields: fields, withLists: false, language: Words.language,
        reference: session.reference)
    }
  }

  mutating func row(_ row: ListRow, key: (String, RecordID) -> String) throws {
    defer { isFirst = false }
    let values = row.values
    if let book {
      try book.add(Document(register: register.id, id: row.id, values: values), key: key)
    } else if table != nil {
      let cells = fields.map { field in
        let value = values[field.id] ?? .empty
        if case .record(let id) = value, case .record(let register) = field.kind { return key(register, id) }
        return value.shown(field.kind, Words.language, session.reference)
      }
      try table?.row(cells)
    } else if let csv {
      try csv.row(RecordColumns(fields).cells(values, key: key))
    } else {
      let object = JSONValue.object(RecordColumns(fields).members(values, key: key))
      try output.write((isFirst ? "\n" : ",\n") + object.text)
    }
  }

  /// Ends the rows; `totals` are those of the whole list.
  mutating func finish(totals: Totals? = nil) throws {
    if let book {
      try book.finish(totals: totals.map { ($0.count, $0.sums) })
      try file?.send()
    } else if table != nil {
      let line = totals.map { cells($0) }
      try table?.finish(totals: line)
    } else if csv == nil {
      try output.write(isFirst ? "]\n" : "\n]\n")
    }
  }

  /// The line of totals in the table for people.
  private func cells(_ totals: Totals) -> [String] {
    var cells = fields.map { totals.sums[$0.id]?.grouped ?? "" }
    if let first = fields.firstIndex(where: { totals.sums[$0.id] == nil }) {
      cells[first] = say("合计 \(totals.count) 条", "\(totals.count) records")
    }
    return cells
  }
}
