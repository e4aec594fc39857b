import CXLSXWriter
import Domain

/// A tally as a workbook: 汇总, 分地区, 项目清单, 图表, 口径.
package final class ReportBook {
  private let table: ReportTable
  private let language: Language
  private let book: XLSXWriter
  private var projects: XLSXSheet?
  private let profile: ExportProfile?
  private let partName: String
  private let summarySheet: XLSXSheet
  private let matrixSheet: XLSXSheet
  /// Where the lines of indicators stand in the matrix: the row of the cumulative figures, by indicator.
  private var matrixRows: [String: Int] = [:]

  /// Writes summary and matrix; projects follow one by one. `profile` are the columns of the project list.
  package init(_ path: String, _ table: ReportTable, profile: ExportProfile?) throws {
    (self.table, self.profile) = (table, profile)
    language = table.language
    book = try XLSXWriter(path, title: table.title)
    partName = table.tally.query.by.label[language]
    summarySheet = try book.sheet(language == .zh ? "汇总" : "Summary")
    matrixSheet = try book.sheet(partName)
    try summary()
    try matrix()
    guard let profile else { return }
    let sheet = try book.sheet(language == .zh ? "项目清单" : "Projects")
    try head(sheet, profile.title, last: profile.columns.count - 1)
    try sheet.add(profile.columns.map { .text($0.heading) }, .heading, height: 32)
    sheet.freeze(rows: sheet.row)
    sheet.widths(profile.widths)
    sheet.page(landscape: true)
    projects = sheet
  }

  /// Adds a line to the project list.
  package func project(_ cells: [SheetCell]) throws { try projects?.add(cells, .value) }

  /// Writes charts and notes, and the file.
  package func finish() throws {
    try charts()
    try notes()
    try book.finish()
  }

  private func head(_ sheet: XLSXSheet, _ title: String, last: Int) throws {
    try sheet.merge(title, 0...last, .title)
    try sheet.endRow(height: 30)
    let paper = table.paper
    let number = paper.document.isEmpty ? "　　　　　　　　" : paper.document
    let line =
      language == .zh
      ? "填报单位：\(paper.unit)　　文号：\(number)　　\(table.state)" : "Unit: \(paper.unit)    No.: \(number)    \(table.state)"
    try sheet.merge(line, 0...last, .note)
    try sheet.endRow(height: 18)
  }

  private func foot(_ sheet: XLSXSheet, last: Int) throws {
    sheet.skip()
    let line = table.paper.signatures(language).map { "\($0.name)：\($0.text)" }.joined(separator: "　　")
    try sheet.merge(line, 0...last, .note)
    try sheet.endRow(height: 30)
    try sheet.merge(table.chain, 0...last, .note)
    try sheet.endRow()
  }

  private func summary() throws {
    let headings = table.summaryHeadings
    try head(summarySheet, table.title, last: headings.count - 1)
    try summarySheet.add(headings.map(SheetCell.text), .heading, height: 30)
    summarySheet.freeze(rows: summarySheet.row, columns: 2)
    for (place, row) in table.tally.rows.enumerated() { try summarySheet.add(table.summary(row, place), .value) }
    try foot(summarySheet, last: headings.count - 1)
    summarySheet.widths([6, 30, 10, 11, 11, 11, 12, 12, 10, 8, 11, 12, 12])
    summarySheet.page(landscape: true)
  }

  private func matrix() throws {
    let headings = table.matrixHeadings
    try head(matrixSheet, "\(table.title)（\(partName)）", last: headings.count - 1)
    try matrixSheet.add(headings.map(SheetCell.text), .heading, height: 30)
    matrixSheet.freeze(rows: matrixSheet.row, columns: 3)
    for row in table.tally.rows {
      for line in table.matrix(row) {
        matrixRows[row.indicator.id] = matrixSheet.row
        try matrixSheet.add(line, .value)
      }
    }
    try foot(matrixSheet, last: headings.count - 1)
    matrixSheet.widths([30, 10, 8] + table.tally.columns.map { _ in 11 })
    matrixSheet.page(landscape: true)
  }

  // MARK: - Charts

  private func charts() throws {
    let sheet = try book.sheet(language == .zh ? "图表" : "Charts")
    let headings =
      language == .zh ? ["指标", "完成目标（%）", "序时应完成（%）"] : ["Indicator", "Of target (%)", "Due by now (%)"]
    try sheet.add(headings.map(SheetCell.text), .heading)
    let progress = table.progress
    for line in progress {
      try sheet.add([
        .text(line.name), .amount(Self.percent(line.share)), line.due.map { .amount(Self.percent($0)) } ?? .blank,
      ])
    }
    sheet.widths([26, 14, 16])
    if !progress.isEmpty, let chart = book.chart(LXW_CHART_BAR) {
      chart_title_set_name(chart, language == .zh ? "完成目标与序时" : "Done and due")
      for column in [1, 2] {
        series(
          chart, sheet.name, name: headings[column], categories: (1, 0, progress.count, 0),
          values: (1, column, progress.count, column))
      }
      chart_axis_set_reverse(chart.pointee.y_axis)
      sheet.place(chart, row: 0, column: 4, width: 700, height: max(300, Double(progress.count) * 26 + 110))
    }
    try regions(sheet, below: max(24, progress.count * 26 / 20 + 10))
    sheet.page(landscape: true, onePage: true)
  }

  /// The projects under way, part by part.
  private func regions(_ sheet: XLSXSheet, below row: Int) throws {
    let parts = table.tally.columns.indices.filter { table.tally.columns[$0].part != .whole }
    guard let line = matrixRows["started"], let first = parts.first, let last = parts.last,
      let started = table.tally.row("started"), let chart = book.chart(LXW_CHART_COLUMN)
    else { return }
    let name = "\(started.indicator.label[language])（\(partName)）"
    chart_title_set_name(chart, name)
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    series(
      chart, matrixSheet.name, name: started.indicator.label[language], categories: (2, first + 3, 2, last + 3),
      values: (line, first + 3, line, last + 3))
    sheet.place(chart, row: row, column: 4, width: 700, height: 320)
    // A line below, so that what is printed reaches under the chart.
    while sheet.row < row + 18 { sheet.skip() }
    try sheet.add(
      [.text(language == .zh ? "数据见左表和“\(partName)”" : "Figures: the table beside, and “\(partName)”")], .note)
  }

  private typealias Range = (row: Int, column: Int, lastRow: Int, lastColumn: Int)

  private func series(
    _ chart: UnsafeMutablePointer<lxw_chart>, _ sheet: String, name: String, categories: Range, values: Range
  ) {
    guard let series = chart_add_series(chart, nil, nil) else { return }
    chart_series_set_name(series, name)
    chart_series_set_categories(
      series, sheet, UInt32(categories.row), UInt16(categories.column), UInt32(categories.lastRow),
      UInt16(categories.lastColumn))
    chart_series_set_values(
      series, sheet, UInt32(values.row), UInt16(values.column), UInt32(values.lastRow), UInt16(values.lastColumn))
  }

  /// Per cent with one decimal, rounded down.
  private static func percent(_ ratio: Ratio) -> Amount { Amount(scaled: Int64(ratio.tenthsOfPercent) * 1000) }

  // MARK: - Notes

  private func notes() throws {
    let sheet = try book.sheet(language == .zh ? "口径" : "Notes")
    let headings = table.noteHeadings
    let last = headings.count - 1
    try sheet.merge(language == .zh ? "计数口径与说明" : "How figures are counted", 0...last, .title)
    try sheet.endRow(height: 30)
    for note in table.generalNotes + [table.state, table.chain] {
      try sheet.merge(note, 0...last, .note)
      try sheet.endRow()
    }
    try sheet.add(headings.map(SheetCell.text), .heading)
    sheet.freeze(rows: sheet.row)
    for row in table.tally.rows { try sheet.add(table.note(row), .value) }
    sheet.widths([28, 44, 36, 50, 12, 30])
    sheet.page(landscape: true)
  }
}
