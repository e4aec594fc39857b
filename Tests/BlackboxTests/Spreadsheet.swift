import Foundation
import TestTerminal
import Testing

/// A workbook as another program, openpyxl, reads it.
struct Spreadsheet: Decodable {
  struct Cell: Decodable, Equatable {
    /// `s` text, `n` number or blank, `d` date, `b` truth, `f` formula, `e` error.
    let type: String
    /// A number with its digits as exact decimals of the binary fraction, rounded to `places`; a date as ISO.
    let value: String?
    let format: String
  }

  struct Sheet: Decodable {
    let name: String
    let frozen: String?
    let filter: String?
    let rows: [[Cell]]
    /// The columns' rules: the range and what it allows.
    let rules: [[String]]
    let merged: [String]
    let charts: Int
    let fits: Bool
    let hidden: Bool

    /// The texts of a row.
    func texts(_ row: Int) -> [String] { row < rows.count ? rows[row].map { $0.value ?? "" } : [] }
  }

  let sheets: [Sheet]

  subscript(_ name: String) -> Sheet? { sheets.first { $0.name == name } }

  init(_ path: String) throws {
    let outcome = BuiltSanku.run(["-c", Self.script, path], program: "/usr/bin/python3")
    try #require(outcome.status == 0, "openpyxl: \(outcome.errors)")
    self = try JSONDecoder().decode(Spreadsheet.self, from: Data(outcome.bytes))
  }

  private static let script = """
    import datetime, decimal, json, sys
    import openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    def said(value):
        if value is None: return None
        if isinstance(value, bool): return "true" if value else "false"
        if isinstance(value, datetime.datetime): return value.strftime("%Y-%m-%d")
        if isinstance(value, (int, float)):
            exact = decimal.Decimal(value).quantize(decimal.Decimal("0.00000001"))
            text = format(exact, "f").rstrip("0").rstrip(".")
            return "0" if text in ("", "-0") else text
        return str(value)
    sheets = []
    for sheet in book.worksheets:
        sheets.append({
            "name": sheet.title, "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref,
            "rows": [[{"type": c.data_type, "value": said(c.value), "format": c.number_format} for c in row]
                     for row in sheet.iter_rows()],
            "rules": [[str(rule.sqref), rule.type or "", rule.formula1 or ""] for rule in
                      sheet.data_validations.dataValidation],
            "merged": [str(r) for r in sheet.merged_cells.ranges], "charts": len(sheet._charts),
            "fits": bool(sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage),
            "hidden": sheet.sheet_state != "visible"})
    json.dump({"sheets": sheets}, sys.stdout)
    """
}
