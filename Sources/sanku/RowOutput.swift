import Domain
import Interchange
import UseCases

/// Writes rows of chosen fields as a table for people, as CSV or as JSON.
struct RowOutput {
  private let fields: [FieldSpec]
  private let session: Session
  private let output: Output
  private var table: TableWriter?
  private var csv: CSVWriter?
  private var isFirst = true

  init(_ format: RowFormat, _ fields: [FieldSpec], _ session: Session, to output: Output) throws {
    self.fields = fields
    self.session = session
    self.output = output
    switch format {
    case .table:
      table = TableWriter(
        fields.map { field in
          let unit = field.unit.label.said
          return .init(heading: field.label.said + (unit.isEmpty ? "" : "/" + unit), isNumber: field.kind.isNumber)
        }, to: output)
    case .csv:
      // A file is opened by a spreadsheet, which wants the mark; a pipe is read by a program, which does not.
      csv = try CSVWriter(mark: session.options.output.map { $0 != "-" } ?? false) { try output.write($0) }
      try csv?.row(RecordColumns(fields).headings)
    case .json: try output.write("[")
    }
  }

  mutating func row(_ values: [String: Value], key: (String, RecordID) -> String) throws {
    defer { isFirst = false }
    if table != nil {
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

  mutating func finish(totals: [String]? = nil) throws {
    if table != nil {
      try table?.finish(totals: totals)
    } else if csv == nil {
      try output.write(isFirst ? "]\n" : "\n]\n")
    }
  }
}
