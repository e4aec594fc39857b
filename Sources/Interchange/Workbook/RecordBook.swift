import Domain

/// A workbook of one register: its records on the first sheet, each child list on a sheet of its own.
///
/// A child sheet's first column is its record's key, its second the row's permanent id. Under the records, parted by an
/// empty row, stand their number and the sums that the list shows.
package final class RecordBook {
  private let register: Register
  private let language: Language
  private let book: XLSXWriter
  private let records: Part
  private var lists: [(list: ListSpec, part: Part)] = []
  private var count = 0
  private var sums: [String: Amount] = [:]
  private let choices: ChoiceSheet
  /// A sheet tells of a record by its key.
  private let showsKey: Bool

  /// A sheet and its columns.
  private struct Part {
    let sheet: XLSXSheet
    let columns: SheetColumns
    /// Columns before the fields.
    let lead: Int
  }

  /// `fields` are the columns, all of the register's by default; `withLists` adds the child lists.
  package init(
    _ path: String, _ register: Register, fields: [FieldSpec]? = nil, withLists: Bool = true, language: Language,
    reference: ReferenceTables
  ) throws {
    (self.register, self.language) = (register, language)
    book = try XLSXWriter(path, title: register.label[language])
    choices = ChoiceSheet(language)
    let columns = SheetColumns(
      fields ?? register.fields, language, reference, match: HeadingMatch(register, extra: [RecordColumns.idColumn]))
    showsKey = withLists || columns.fields.contains { $0.id == register.keyField }
    let sheet = try book.sheet(register.label[language])
    records = Part(sheet: sheet, columns: columns, lead: 0)
    try sheet.add(columns.headings.map(SheetCell.text), .heading, height: 30)
    sheet.widths(columns.widths(register.layout))
    let title = columns.fields.firstIndex { $0.id == register.titleField }.map { $0 < 4 ? $0 + 1 : 0 } ?? 0
    sheet.freeze(rows: 1, columns: title)
    guard withLists else { return }
    for list in register.lists {
      let columns = SheetColumns(list.fields, language, reference)
      let sheet = try book.sheet(Self.name(list, language))
      try sheet.add(
        (Self.leading(register, list, language) + columns.headings).map(SheetCell.text), .heading, height: 30)
      sheet.widths([22, 12] + columns.widths(nil))
      sheet.freeze(rows: 1, columns: 1)
      lists.append((list, Part(sheet: sheet, columns: columns, lead: 2)))
    }
  }

  /// What a child list's sheet is called. 说明 is the name of many a sheet of notes, so that list goes by its id.
  package static func name(_ list: ListSpec, _ language: Language) -> String {
    list.id == RuleAnswer.list ? list.id : list.label[language]
  }

  /// Headings of a child sheet before its fields: the record's key, as in a child file, and the row's id.
  static func leading(_ register: Register, _ list: ListSpec, _ language: Language) -> [String] {
    [ChildFiles.parentColumn(register, list), RecordColumns.idColumn]
  }

  /// Adds a record and its child rows; `key` names linked records.
  package func add(_ document: Document, key: (String, RecordID) throws -> String) throws {
    let values = showsKey ? register.namedValues(document) : document.values
    try records.sheet.add(records.columns.cells(values, key: key))
    count += 1
    for field in register.layout.totals {
      if let amount = document[field].amount { sums[field] = (sums[field] ?? .zero) + amount }
    }
    guard !lists.isEmpty else { return }
    let parent = values[register.keyField]?.plain ?? ""
    for (list, part) in lists {
      for row in document.children[list.id] ?? [] {
        try part.sheet.add([.text(parent), .text(row.id.text)] + part.columns.cells(row.values, key: key))
      }
    }
  }

  /// Writes totals, filters, choice lists, and the file. `totals` are the list's own where a limit cut the rows.
  package func finish(totals: (count: Int, sums: [String: Amount])? = nil) throws {
    for part in [records] + lists.map(\.part) {
      let last = part.sheet.row
      part.sheet.filter(from: 0, to: max(1, last - 1), columns: part.lead + part.columns.fields.count)
      part.sheet.page(landscape: true)
      for (place, field) in part.columns.fields.enumerated() {
        guard !field.isDerived, let words = part.columns.choices(field) else { continue }
        choices.allow(words, on: part.sheet, column: part.lead + place, rows: 1..<max(2, last), of: field)
      }
    }
    if count > 0 { try addTotals(totals ?? (count, sums)) }
    try choices.write(in: book)
    try book.finish()
  }

  private func addTotals(_ totals: (count: Int, sums: [String: Amount])) throws {
    let fields = records.columns.fields
    records.sheet.skip()
    var cells = fields.map { field in
      register.layout.totals.contains(field.id) ? totals.sums[field.id].map(SheetCell.amount) ?? .blank : .blank
    }
    if let first = cells.firstIndex(of: .blank) {
      cells[first] = .text(language == .zh ? "合计（\(totals.count)项）" : "Total (\(totals.count))")
    }
    try records.sheet.add(cells, .total)
  }
}
