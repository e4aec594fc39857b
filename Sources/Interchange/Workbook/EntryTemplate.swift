import Domain

/// An empty sheet for enterprises to fill: the fields that people enter, with choices, checks and notes.
///
/// Names of columns that must be filled are red. The last sheets say what each column means and hold the long choice
/// lists. What comes back is imported as it is.
package struct EntryTemplate {
  private let register: Register
  private let language: Language
  private let reference: ReferenceTables
  /// Rows that are prepared.
  static let rows = 2000

  /// A register's sheet in one language; `reference` gives the choices of regions, industries and products.
  package init(_ register: Register, _ language: Language, _ reference: ReferenceTables) {
    (self.register, self.language, self.reference) = (register, language, reference)
  }

  /// Whether people enter a field: what the program gives out, derives or files is left out.
  package static func isEntered(_ field: FieldSpec) -> Bool {
    !field.isDerived && field.part != .system && field.part != .filing
  }

  /// Writes the workbook.
  package func write(to path: String) throws {
    let title = language == .zh ? "\(register.label.zh)填报表" : "\(register.label.en): entry sheet"
    let book = try XLSXWriter(path, title: title)
    let choices = ChoiceSheet(language)
    let fields = register.fields.filter(Self.isEntered)
    try add(
      try book.sheet(register.label[language]), fields, lead: [], choices,
      match: HeadingMatch(register, extra: [RecordColumns.idColumn]))
    let lists = register.lists.filter { $0.part != .filing && $0.id != RuleAnswer.list }
    for list in lists {
      let lead = [parentHeading(list)]
      try add(try book.sheet(list.label[language]), list.fields.filter { !$0.isDerived }, lead: lead, choices)
    }
    try notes(try book.sheet(OwnSheets.notes[language]), title, fields, lists)
    try choices.write(in: book)
    try book.finish()
  }

  /// What names the record on a child list's sheet: its key's label, unless a field of the list answers to that.
  private func parentHeading(_ list: ListSpec) -> String {
    guard let key = register.field(register.keyField)?.label[language], list.fields.named(key) == nil else {
      return ChildFiles.parentColumn(register, list)
    }
    return key
  }

  private func add(
    _ sheet: XLSXSheet, _ fields: [FieldSpec], lead: [String], _ choices: ChoiceSheet, match: HeadingMatch? = nil
  ) throws {
    let columns = SheetColumns(fields, language, reference, match: match)
    for (place, heading) in lead.enumerated() { try sheet.write(.text(heading), place, .required) }
    for (place, heading) in columns.headings.enumerated() {
      try sheet.write(.text(heading), lead.count + place, fields[place].isRequired ? .required : .heading)
    }
    try sheet.endRow(height: 32)
    sheet.widths(lead.map { _ in 22 } + columns.widths(register.layout))
    sheet.freeze(rows: 1, columns: lead.count)
    sheet.page(landscape: true)
    for (place, field) in fields.enumerated() {
      let column = lead.count + place
      if let words = columns.choices(field) {
        choices.allow(words, on: sheet, column: column, rows: 1..<Self.rows, of: field)
      } else {
        try sheet.allow(input(field), column: column, rows: 1..<Self.rows)
      }
      sheet.prepare(column, isText: !(field.kind.isNumber || field.kind == .day))
    }
    for place in lead.indices { sheet.prepare(place, isText: true) }
  }

  private func input(_ field: FieldSpec) -> SheetInput {
    let kind: SheetInput.Kind =
      switch field.kind {
      case .amount, .integer: .number
      case .day: .day
      case .text(let most), .longText(let most): .length(most)
      default: .any
      }
    return SheetInput(
      kind, title: field.label[language], message: note(field),
      refusal: language == .zh ? "填写有误：\(note(field))" : "Not as it should be: \(note(field))")
  }

  /// What a field wants, in a sentence.
  private func note(_ field: FieldSpec) -> String {
    let unit = field.unit.label[language]
    let zh =
      switch field.kind {
      case .text(let most): "文字，不超过\(most)字"
      case .longText(let most): "文字，可换行，不超过\(most)字"
      case .phone: "电话号码，只写数字"
      case .code, .flag: "从列表中选择"
      case .reference(.industry): "GB/T 4754-2017 行业代码或名称，如 3011"
      case .reference(.product): "产品，或 产品/工艺，按能效水平表"
      case .reference(.carrier): "能源品种名称，如 原煤、电力、天然气"
      case .reference: "地区名称或六位代码"
      case .creditCode: "18位统一社会信用代码（本列为文本格式，请勿改成数字）"
      case .projectCode: "投资项目在线平台代码，如 2203-330483-07-02-123456"
      case .integer(let range): "整数，\(range.lowerBound)到\(range.upperBound)"
      case .year: "四位年份，如 2023"
      case .amount: unit.isEmpty ? "数字，最多四位小数" : "数字，单位\(unit)，最多四位小数"
      case .day: "日期，如 2023-03-01"
      case .month: "年月，如 2023-03"
      case .record(let register): "对方在\(Registers.named(register)?.label.zh ?? register)中的代码（企业写统一社会信用代码）"
      }
    let en =
      switch field.kind {
      case .text(let most), .longText(let most): "text of at most \(most) characters"
      case .phone: "a telephone number, digits only"
      case .code, .flag: "choose from the list"
      case .reference(.industry): "code or name in GB/T 4754-2017, as 3011"
      case .reference(.product): "the product, or product/process, as in the table of levels"
      case .reference(.carrier): "name of the carrier"
      case .reference: "name or six-digit code"
      case .creditCode: "the unified social credit code, 18 characters (keep the column as text)"
      case .projectCode: "as 2203-330483-07-02-123456"
      case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
      case .year: "a year, as 2023"
      case .amount: unit.isEmpty ? "a number of at most four decimals" : "a number in \(unit), at most four decimals"
      case .day: "a date, as 2023-03-01"
      case .month: "year and month, as 2023-03"
      case .record(let register): "the other record's key on the list \(register)"
      }
    let help = field.help.map { language == .zh ? "。\($0.zh)" : ". \($0.en)" } ?? ""
    return (language == .zh ? zh : en) + help
  }

  private func notes(_ sheet: XLSXSheet, _ title: String, _ fields: [FieldSpec], _ lists: [ListSpec]) throws {
    sheet.widths([20, 24, 8, 60])
    try sheet.merge(title, 0...3, .title)
    try sheet.endRow(height: 30)
    let key = register.field(register.keyField)?.label[language] ?? register.keyField
    let naming = register.field(register.namingField)?.label[language] ?? ""
    let words =
      language == .zh
      ? "每行一条，从第2行填起；红色列必填；有下拉箭头的列请从列表中选择。不要增删或改名列，不要合并单元格，不要写公式。"
        + (lists.isEmpty ? "" : "其他工作表是明细：第1列写所属记录的“\(key)”（还没有编号的写“\(naming)”），同一记录可有多行。")
      : "One record a row from row 2 on; red columns must be filled; choose where there is an arrow. Keep the columns as "
        + "they are; no merged cells, no formulas."
        + (lists.isEmpty
          ? ""
          : " The other sheets hold details: column 1 is the record's “\(key)” (its “\(naming)” where it has none yet).")
    try sheet.merge(words, 0...3, .note)
    try sheet.endRow(height: 48)
    let headings = language == .zh ? ["工作表", "列", "必填", "怎么填"] : ["Sheet", "Column", "Must", "How"]
    try sheet.add(headings.map(SheetCell.text), .heading)
    func add(_ label: Label, _ field: FieldSpec) throws {
      try sheet.add(
        [
          .text(label[language]), .text(field.label[language]),
          field.isRequired ? .text(language == .zh ? "是" : "yes") : .blank, .text(note(field)),
        ], .note)
    }
    for field in fields { try add(register.label, field) }
    for list in lists { for field in list.fields where !field.isDerived { try add(list.label, field) } }
    sheet.page(landscape: false)
  }
}
