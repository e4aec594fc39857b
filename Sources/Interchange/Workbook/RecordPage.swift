import Domain

/// One record as one page to print, sign and seal.
///
/// A project's page follows the plan's words and ends in the blocks in which holder, county, city and province sign; of
/// other registers the page has the form's sections and one block.
package struct RecordPage {
  private let register: Register
  private let language: Language
  private let reference: ReferenceTables
  /// Columns of the page: label and value, twice.
  private static let widths: [Double] = [16, 30, 16, 30]

  /// A register's page in one language; `reference` gives the names behind codes.
  package init(_ register: Register, _ language: Language, _ reference: ReferenceTables) {
    (self.register, self.language, self.reference) = (register, language, reference)
  }

  /// Writes the page as a workbook of one sheet; `name` says what a linked record is called.
  package func write(_ document: Document, to path: String, name: (String, RecordID) -> String) throws {
    let title =
      register.id == Project.schema.id
      ? Label(zh: "节能降碳技术改造项目表", en: "Energy-saving retrofit project")[language] : register.singular[language]
    let book = try XLSXWriter(path, title: document[register.titleField].plain)
    let sheet = try book.sheet(title)
    sheet.widths(Self.widths)
    try sheet.merge(title, 0...3, .title)
    try sheet.endRow(height: 34)
    for section in register.layout.sections {
      switch section.content {
      case .lines(let lines): try write(section.label, lines, document, sheet, name)
      case .list(let id): try write(id, document, sheet, name)
      }
    }
    for (who, what) in signatures { try sign(who, what, sheet) }
    sheet.page(landscape: false, onePage: true)
    try book.finish()
  }

  /// The lines of a section that hold something, two fields beside one another.
  private func write(
    _ label: Label, _ lines: [[String]], _ document: Document, _ sheet: XLSXSheet, _ name: (String, RecordID) -> String
  ) throws {
    let filled = lines.flatMap { $0 }.compactMap { register.field($0) }.filter { !document[$0.id].isEmpty }
    guard !filled.isEmpty else { return }
    try heading(label[language], sheet)
    var waiting: FieldSpec?
    for field in filled {
      let text = shown(document[field.id], field, name)
      if isLong(field, text) {
        if let alone = waiting { try row([(alone, shown(document[alone.id], alone, name))], sheet) }
        waiting = nil
        try row([(field, text)], sheet)
      } else if let first = waiting {
        try row([(first, shown(document[first.id], first, name)), (field, text)], sheet)
        waiting = nil
      } else {
        waiting = field
      }
    }
    if let alone = waiting { try row([(alone, shown(document[alone.id], alone, name))], sheet) }
  }

  private func isLong(_ field: FieldSpec, _ text: String) -> Bool {
    if case .longText = field.kind { return true }
    return text.contains("\n") || cells(text) > 28
  }

  private func row(_ fields: [(FieldSpec, String)], _ sheet: XLSXSheet) throws {
    try sheet.write(.text(label(fields[0].0)), 0, .label)
    if fields.count == 2 {
      try sheet.write(.text(fields[0].1), 1, .value)
      try sheet.write(.text(label(fields[1].0)), 2, .label)
      try sheet.write(.text(fields[1].1), 3, .value)
      return try sheet.endRow(height: 20)
    }
    try sheet.merge(fields[0].1, 1...3, .value)
    try sheet.endRow(height: height(fields[0].1, width: 74))
  }

  /// A child list: one line a row, its filled fields behind one another.
  private func write(
    _ id: String, _ document: Document, _ sheet: XLSXSheet, _ name: (String, RecordID) -> String
  ) throws {
    guard let list = register.list(id), let rows = document.children[id], !rows.isEmpty else { return }
    try heading(list.label[language], sheet)
    for (place, row) in rows.enumerated() {
      let parts = list.fields.filter { !row[$0.id].isEmpty }.map { field in
        "\(field.label[language])：\(shown(row[field.id], field, name))"
      }
      let text = parts.joined(separator: language == .zh ? "；" : "; ")
      try sheet.write(.integer(place + 1), 0, .label)
      try sheet.merge(text, 1...3, .value)
      try sheet.endRow(height: height(text, width: 74))
    }
  }

  private func heading(_ text: String, _ sheet: XLSXSheet) throws {
    try sheet.merge(text, 0...3, .heading)
    try sheet.endRow(height: 20)
  }

  private func label(_ field: FieldSpec) -> String { field.label[language] }

  private func shown(_ value: Value, _ field: FieldSpec, _ name: (String, RecordID) -> String) -> String {
    switch (value, field.kind) {
    case (.record(let id), .record(let register)): name(register, id)
    case (.amount(let amount), _): field.unit.behind(amount.plain, language)
    case (.integer(let number), _): String(number)
    default: value.shown(field.kind, language, reference)
    }
  }

  /// Cells that a text takes, a Chinese character two.
  private func cells(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } }

  /// Points for the lines that a text takes at a width in characters.
  private func height(_ text: String, width: Int) -> Double {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      $0 + max(1, (cells(String($1)) + width - 1) / width)
    }
    return min(400, Double(max(1, lines)) * 15 + 5)
  }

  // MARK: - Signatures

  private var signatures: [(who: Label, what: Label)] {
    let unit = (
      Label(zh: "申报单位", en: "Holder"),
      Label(zh: "本单位承诺所填内容真实、准确。", en: "We declare that what is stated is true.")
    )
    guard register.id == Project.schema.id else {
      return [(Label(zh: "填报单位", en: "Reported by"), Label(zh: "", en: ""))]
    }
    let opinion = Label(zh: "审核意见：", en: "Opinion:")
    return [
      unit, (Label(zh: "县（市、区）主管部门", en: "County"), opinion), (Label(zh: "市级主管部门", en: "City"), opinion),
      (Label(zh: "省级主管部门", en: "Province"), opinion),
    ]
  }

  private func sign(_ who: Label, _ what: Label, _ sheet: XLSXSheet) throws {
    let line = Label(
      zh: "经办人：　　　　　　负责人：　　　　　　（盖章）　　　　年　　月　　日",
      en: "Handled by:            Head:            (seal)            Date:")
    try sheet.write(.text(who[language]), 0, .label)
    try sheet.merge("\(what[language])\n\n\(line[language])", 1...3, .stamp)
    try sheet.endRow(height: 58)
  }
}
