/// How one cell is written so that no spreadsheet runs it, and read back as it was.
package enum CellText {
  /// What a spreadsheet takes for the beginning of a formula, full-width forms among them.
  private static func leads(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  /// Where, behind any apostrophes and blanks, a formula would begin.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" && $0 != " " && $0 != "\u{3000}" }) else {
      return false
    }
    return leads(first)
  }

  /// The text led by an apostrophe where a spreadsheet would take it for a formula.
  package static func neutralised(_ text: String) -> String { isFormula(text) ? "'" + text : text }

  /// What was neutralised, as it was.
  package static func restored(_ text: String) -> String {
    guard text.utf8.first == 0x27, isFormula(text) else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  /// The text as a cell of RFC 4180: in quotation marks where it needs them.
  package static func quoted(_ text: String, delimiter: Character = ",") -> String {
    let mark = delimiter.asciiValue ?? 0x2C
    // Tabs and semicolons may part cells elsewhere, so they never stand bare.
    let needs = text.utf8.contains {
      $0 == 0x22 || $0 == mark || $0 == 0x0A || $0 == 0x0D || $0 == 0x2C || $0 == 0x09 || $0 == 0x3B
    }
    guard needs || text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
    // By scalars: a quotation mark that carries a combining mark is still one.
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.append("\"") }
      result.append(scalar)
    }
    return "\"" + String(result) + "\""
  }
}
