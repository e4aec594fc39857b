import Domain

/// The choice lists of a workbook: a short one stands in the cells' own rule, a long one once on a sheet of its own.
package final class ChoiceSheet {
  private let language: Language
  private var columns: [(label: String, words: [String])] = []
  private var asked: [(words: [String], sheet: XLSXSheet, column: Int, rows: Range<Int>, field: FieldSpec)] = []

  /// The lists of one workbook, headed in its language.
  package init(_ language: Language) { self.language = language }

  /// The cells of a column take these words; the rule is made when the sheet is.
  func allow(_ words: [String], on sheet: XLSXSheet, column: Int, rows: Range<Int>, of field: FieldSpec) {
    if !SheetInput.fits(words), !columns.contains(where: { $0.words == words }) {
      columns.append((field.label[language], words))
    }
    asked.append((words, sheet, column, rows, field))
  }

  /// Writes the sheet where there is a long list, and all rules.
  func write(in book: XLSXWriter) throws {
    var name = OwnSheets.choices[language]
    if !columns.isEmpty {
      let sheet = try book.sheet(OwnSheets.choices[language])
      name = sheet.name
      try sheet.add(columns.map { .text($0.label) }, .heading)
      for row in 0..<(columns.map(\.words.count).max() ?? 0) {
        try sheet.add(columns.map { row < $0.words.count ? .text($0.words[row]) : .blank })
      }
      sheet.widths(columns.map { _ in 24 })
      sheet.freeze(rows: 1)
    }
    for (words, sheet, column, rows, field) in asked {
      let kind: SheetInput.Kind =
        columns.firstIndex { $0.words == words }.map { .range(range(name, $0, words.count)) } ?? .choice(words)
      try sheet.allow(
        SheetInput(
          kind, title: field.label[language], message: field.help?[language] ?? "",
          refusal: language == .zh ? "请从列表中选择" : "Choose from the list"),
        column: column, rows: rows)
    }
  }

  private func range(_ sheet: String, _ column: Int, _ count: Int) -> String {
    let letter = Self.letters(column)
    return "='\(sheet)'!$\(letter)$2:$\(letter)$\(count + 1)"
  }

  /// A column's letters: A, Z, AA.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
