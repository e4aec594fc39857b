import CXLSXWriter
import Domain

/// Writes a workbook (XLSX) row by row, in memory that does not grow with the rows.
///
/// Texts are text cells, neutralised as in CSV, so that no spreadsheet runs one; a reader restores them. There is no
/// formula in what is written. Amounts are numbers where a number reads back as the same amount, else texts.
package final class XLSXWriter {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [UnsafeMutablePointer<lxw_format>?]
  private var isOpen = true
  private(set) var sheets: [XLSXSheet] = []

  /// Begins a workbook in a file, which is whole only after `finish`; rows wait in unnamed files under `folder`.
  package init(_ path: String, title: String, folder: String? = nil) throws {
    formats = Array(repeating: nil, count: SheetStyle.allCases.count * SheetStyle.Format.allCases.count)
    var options = lxw_workbook_options()
    options.constant_memory = 1
    options.use_zip64 = 1
    let opened = (folder ?? "").withCString { name in
      options.tmpdir = folder == nil ? nil : UnsafeMutablePointer(mutating: name)
      return workbook_new_opt(path, &options)
    }
    guard let opened else { throw XLSXWriter.failed(nil) }
    workbook = opened
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      workbook_set_properties(workbook, &properties)
    }
  }

  deinit {
    // Not finished: nothing is written, to a path that may be gone already.
    if isOpen { lxw_workbook_free(workbook) }
  }

  /// Adds a sheet; a name that a spreadsheet would refuse is mended, one that is taken gets a number.
  package func sheet(_ name: String) throws -> XLSXSheet {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where !"[]:*?/\\'".unicodeScalars.contains(scalar) { scalars.append(scalar) }
    let base = scalars.isEmpty ? "Sheet" : String(String(scalars).prefix(24))
    var free = base
    var number = 2
    while sheets.contains(where: { $0.name.lowercased() == free.lowercased() }) {
      free = "\(base)\(number)"
      number += 1
    }
    guard let added = workbook_add_worksheet(workbook, free) else { throw XLSXWriter.failed(nil) }
    let sheet = XLSXSheet(free, added, self)
    sheets.append(sheet)
    return sheet
  }

  /// Writes the file. An error leaves no workbook that could be taken for a whole one.
  package func finish() throws {
    guard sheets.allSatisfy(\.isKept) else { throw XLSXWriter.failed(nil) }
    isOpen = false
    let result = cx_close(workbook)
    guard result == LXW_NO_ERROR else { throw XLSXWriter.failed(result) }
  }

  func format(_ style: SheetStyle, _ number: SheetStyle.Format) -> UnsafeMutablePointer<lxw_format>? {
    let place = style.rawValue * SheetStyle.Format.allCases.count + number.rawValue
    if let format = formats[place] { return format }
    guard let format = workbook_add_format(workbook) else { return nil }
    style.dress(format, number)
    formats[place] = format
    return format
  }

  /// A chart, to be placed on a sheet.
  func chart(_ kind: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    workbook_add_chart(workbook, UInt8(kind.rawValue))
  }

  static func failed(_ error: lxw_error?) -> FileProblem {
    let reason = error.flatMap { lxw_strerror($0) }.map { String(cString: $0) } ?? ""
    return FileProblem(
      zh: "工作簿没有写成\(reason.isEmpty ? "" : "（\(reason)）")；请检查磁盘空间和临时文件夹",
      en:
        "The workbook could not be written\(reason.isEmpty ? "" : " (\(reason))"); check disk space and the temporary folder"
    )
  }
}
