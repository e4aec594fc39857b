import CXLSXWriter
import Domain

/// One sheet of a workbook; its rows are written from the top down.
package final class XLSXSheet {
  /// What its tab says.
  package let name: String
  /// The next row, from 0.
  package private(set) var row = 0
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private unowned let book: XLSXWriter
  private var widths: [Double] = []
  /// Rows that a sheet may have.
  static let most = 1_048_576
  /// The most bytes of text in a cell (a spreadsheet takes 32 767 characters).
  private static let longest = 32_000

  init(_ name: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ book: XLSXWriter) {
    (self.name, self.sheet, self.book) = (name, sheet, book)
  }

  /// Whether the rows so far could be kept.
  var isKept: Bool { cx_rows_are_kept(sheet) }

  /// Writes the next row.
  package func add(_ cells: [SheetCell], _ style: SheetStyle = .body, height: Double? = nil) throws {
    guard row < Self.most else {
      throw FileProblem(
        zh: "超过 \(Self.most) 行，工作表放不下；请加筛选，或改用 CSV",
        en: "More than \(Self.most) rows do not fit a sheet; filter, or use CSV")
    }
    if let height { worksheet_set_row(sheet, UInt32(row), height, nil) }
    for (column, cell) in cells.enumerated() { try write(cell, column, style) }
    row += 1
    if row % 1000 == 0, !isKept { throw XLSXWriter.failed(nil) }
  }

  /// Leaves a row empty.
  package func skip() { row += 1 }

  /// Writes a cell of the row that is being filled; `add` with no cells ends it.
  package func write(_ cell: SheetCell, _ column: Int, _ style: SheetStyle) throws {
    let place = (UInt32(row), UInt16(column))
    let result: lxw_error
    switch cell {
    case .blank:
      guard style != .body else { return }
      result = worksheet_write_blank(sheet, place.0, place.1, book.format(style, .text))
    case .text(let text): result = try write(text, place, style)
    case .integer(let number): result = write(Double(number), 0, place, style)
    case .amount(let amount):
      guard let number = amount.sheetNumber else { return try write(.text(amount.plain), column, style) }
      result = write(number, cell.decimals, place, style)
    case .number(let digits):
      // Fifteen significant digits are what every spreadsheet keeps.
      guard digits.utf8.count(where: { $0 >= 0x30 && $0 <= 0x39 }) <= 15, let number = Double(digits) else {
        return try write(.text(digits), column, style)
      }
      result = write(number, cell.decimals, place, style)
    case .day(let day):
      guard let serial = Self.serial(day) else { return try write(.text(day.iso), column, style) }
      result = worksheet_write_number(sheet, place.0, place.1, serial, book.format(style, .day))
    case .month(let month):
      guard let day = Day(number: month.number * 100 + 1), let serial = Self.serial(day) else {
        return try write(.text(month.iso), column, style)
      }
      result = worksheet_write_number(sheet, place.0, place.1, serial, book.format(style, .month))
    }
    guard result == LXW_NO_ERROR else { throw XLSXWriter.failed(result) }
  }

  private func write(_ number: Double, _ decimals: Int, _ place: (UInt32, UInt16), _ style: SheetStyle) -> lxw_error {
    let format: SheetStyle.Format = decimals > 4 ? .general : .digits(decimals)
    return worksheet_write_number(sheet, place.0, place.1, number, book.format(style, format))
  }

  private func write(_ text: String, _ place: (UInt32, UInt16), _ style: SheetStyle) throws -> lxw_error {
    if text.isEmpty {
      return style == .body ? LXW_NO_ERROR : worksheet_write_blank(sheet, place.0, place.1, book.format(style, .text))
    }
    let cell = CellText.neutralised(text)
    guard cell.utf8.count <= Self.longest || cell.utf16.count <= Self.longest else {
      throw FileProblem(
        zh: "第\(row + 1)行有一格超过 \(Self.longest) 字，工作表放不下；请改用 CSV 或 JSON",
        en: "Row \(row + 1) has a cell of over \(Self.longest) characters, which does not fit a sheet; use CSV or JSON")
    }
    return worksheet_write_string(sheet, place.0, place.1, cell, book.format(style, .text))
  }

  /// The number by which a spreadsheet knows a day; nil before March 1900, where its calendar is wrong.
  static func serial(_ day: Day) -> Double? {
    // 1970-01-01 is 25569.
    let serial = Int(day.serial) + 25_569
    return serial >= 61 ? Double(serial) : nil
  }

  // MARK: - The page

  /// Widths in characters, from the first column on.
  package func widths(_ widths: [Double]) {
    self.widths = widths.map { min(max($0, 4), 60) }
    for (column, width) in self.widths.enumerated() {
      worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
    }
  }

  /// Cells of a column that are still to be filled are texts, or take what is typed as it is.
  package func prepare(_ column: Int, isText: Bool) {
    let width = column < widths.count ? widths[column] : 12
    worksheet_set_column(
      sheet, UInt16(column), UInt16(column), width, book.format(.body, isText ? .text : .general))
  }

  /// Keeps the first rows and columns in sight.
  package func freeze(rows: Int, columns: Int = 0) {
    worksheet_freeze_panes(sheet, UInt32(rows), UInt16(columns))
    if rows > 0 { worksheet_repeat_rows(sheet, UInt32(rows - 1), UInt32(rows - 1)) }
  }

  /// The buttons that filter and sort, over rows `from` to the last one.
  package func filter(from first: Int, to last: Int, columns: Int) {
    guard columns > 0, last >= first else { return }
    worksheet_autofilter(sheet, UInt32(first), 0, UInt32(last), UInt16(columns - 1))
  }

  /// A4; one page wide, and one page high where `onePage`. The footer says page and sheet.
  package func page(landscape: Bool, onePage: Bool = false) {
    worksheet_set_paper(sheet, 9)
    if landscape { worksheet_set_landscape(sheet) } else { worksheet_set_portrait(sheet) }
    worksheet_fit_to_pages(sheet, 1, onePage ? 1 : 0)
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6)
    worksheet_set_footer(sheet, "&L&A&R&P / &N")
  }

  /// One cell over several columns of the row that is being filled.
  package func merge(_ text: String, _ columns: ClosedRange<Int>, _ style: SheetStyle) throws {
    guard columns.count > 1 else { return try write(.text(text), columns.lowerBound, style) }
    let result = worksheet_merge_range(
      sheet, UInt32(row), UInt16(columns.lowerBound), UInt32(row), UInt16(columns.upperBound),
      CellText.neutralised(text), book.format(style, .text))
    guard result == LXW_NO_ERROR else { throw XLSXWriter.failed(result) }
  }

  /// Ends the row that is being filled.
  package func endRow(height: Double? = nil) throws { try add([], height: height) }

  /// Takes its tab away from people: what stands on it is for other sheets' rules.
  package func hide() { worksheet_hide(sheet) }

  // MARK: - What may be typed

  /// What a column takes in rows `rows`, checked by the spreadsheet as it is typed.
  package func allow(_ input: SheetInput, column: Int, rows: Range<Int>) throws {
    guard !rows.isEmpty else { return }
    let result = input.validated { validation in
      worksheet_data_validation_range(
        sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound - 1), UInt16(column), validation)
    }
    guard result == LXW_NO_ERROR else { throw XLSXWriter.failed(result) }
  }

  /// Places a chart with its left upper corner at a cell; sizes in pixels.
  func place(_ chart: UnsafeMutablePointer<lxw_chart>, row: Int, column: Int, width: Double, height: Double) {
    var options = lxw_chart_options()
    // The library's own size of a chart is 480 x 288.
    options.x_scale = width / 480
    options.y_scale = height / 288
    worksheet_insert_chart_opt(sheet, UInt32(row), UInt16(column), chart, &options)
  }
}
