import Domain

/// A list in another office's form as a workbook: title, who reports and when, headings, rows, who signs.
package final class ProfileBook {
  private let profile: ExportProfile
  private let language: Language
  private let book: XLSXWriter
  private let sheet: XLSXSheet
  private let first: Int

  /// `unit` is who reports, `day` the day that stands above the list.
  package init(_ path: String, _ profile: ExportProfile, unit: String, day: Day, language: Language) throws {
    (self.profile, self.language) = (profile, language)
    book = try XLSXWriter(path, title: profile.title)
    sheet = try book.sheet(profile.title)
    let last = max(0, profile.columns.count - 1)
    try sheet.merge(profile.title, 0...last, .title)
    try sheet.endRow(height: 30)
    let line =
      language == .zh
      ? "填报单位（盖章）：\(unit)　　日期：\(SignatureWords.date(day))" : "Reported by (seal): \(unit)    Date: \(day.iso)"
    try sheet.merge(line, 0...last, .note)
    try sheet.endRow(height: 20)
    try sheet.add(profile.columns.map { .text($0.heading) }, .heading, height: 32)
    first = sheet.row
    sheet.freeze(rows: first, columns: 0)
    sheet.widths(profile.widths)
    sheet.page(landscape: true)
  }

  /// Writes one record's row, a cell for each of the profile's columns.
  package func add(_ cells: [SheetCell]) throws { try sheet.add(cells, .value) }

  /// Writes what stands below the list, and the file; throws where there is no room for it.
  package func finish() throws {
    sheet.filter(from: first - 1, to: max(first, sheet.row - 1), columns: profile.columns.count)
    if profile.isSigned {
      sheet.skip()
      try sheet.merge(SignatureWords.line[language], 0...max(0, profile.columns.count - 1), .note)
      try sheet.endRow(height: 24)
    }
    try book.finish()
  }
}

/// The words under which people sign.
package enum SignatureWords {
  /// The line below a list: who fills it in, who checks it, the head of the unit, the date; each to be written by hand.
  package static let line = Label(
    zh: "填表人：　　　　　　　审核人：　　　　　　　单位负责人：　　　　　　　填报日期：　　　年　　月　　日",
    en: "Filled by:                Checked by:                Head of unit:                Date:")

  /// 2023年6月30日.
  package static func date(_ day: Day) -> String {
    let (year, month, number) = day.parts
    return "\(year)年\(month)月\(number)日"
  }
}
