import Interchange

/// Rows of texts as a workbook, with columns as wide as what stands in them.
final class RowBook {
  private let file: WorkbookFile
  private let writer: XLSXWriter
  private var sheet: XLSXSheet
  private var widths: [Double] = []
  private var heading = 0

  init(_ output: Output, name: String = "sanku") throws {
    file = try WorkbookFile(output)
    writer = try XLSXWriter(file.path, title: name)
    sheet = try writer.sheet(name)
  }

  /// Adds a row; figures among `numbers`, places in it, are numbers. A heading stays in sight, with what stands above.
  func add(_ cells: [String], numbers: Set<Int> = [], isHeading: Bool = false) throws {
    // A title stands over the columns, not in the first of them.
    if cells.count(where: { !$0.isEmpty }) > 1 {
      for (place, cell) in cells.enumerated() {
        if place == widths.count { widths.append(0) }
        widths[place] = max(widths[place], Self.width(cell))
      }
    }
    try sheet.add(
      cells.enumerated().map { numbers.contains($0) && !$1.isEmpty && Double($1) != nil ? .number($1) : .text($1) },
      isHeading ? .heading : .body)
    if isHeading {
      sheet.freeze(rows: sheet.row)
      heading = sheet.row - 1
    }
  }

  /// Adds rows of which the last is the heading.
  func add(headings rows: [[String]]) throws {
    for (place, row) in rows.enumerated() { try add(row, isHeading: place == rows.count - 1) }
  }

  /// Goes on with another sheet.
  func begin(_ name: String) throws {
    end()
    sheet = try writer.sheet(name)
    (widths, heading) = ([], 0)
  }

  private func end() {
    sheet.widths(widths)
    sheet.filter(from: heading, to: max(heading + 1, sheet.row - 1), columns: widths.count)
    sheet.page(landscape: true)
  }

  func finish() throws {
    end()
    try writer.finish()
    try file.send()
  }

  /// Characters, a Chinese one counting two.
  private static func width(_ text: String) -> Double {
    Double(text.unicodeScalars.prefix(40).reduce(2) { $0 + ($1.value < 0x2E80 ? 1 : 2) })
  }
}
