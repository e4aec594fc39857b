import Domain

/// What stands in one cell of a sheet.
package enum SheetCell: Hashable, Sendable {
  case blank
  /// Neutralised as in CSV.
  case text(String)
  /// Plain digits with a sign and a point, as `Amount.plain` writes them.
  case number(String)
  /// A number where fifteen digits hold it, else a text.
  case amount(Amount)
  /// A whole number, without separators.
  case integer(Int)
  /// A date of the spreadsheet's own.
  case day(Day)
  /// The date of its first day, shown as `2023-05`.
  case month(Month)

  /// The number of decimals a figure is shown with: as many as it has.
  var decimals: Int {
    switch self {
    case .amount(let amount):
      let rest = amount.scaled % Amount.scale
      if rest == 0 { return 0 }
      return rest % 1000 == 0 ? 1 : rest % 100 == 0 ? 2 : rest % 10 == 0 ? 3 : 4
    case .number(let digits):
      guard let point = digits.utf8.firstIndex(of: 0x2E) else { return 0 }
      return digits.utf8.distance(from: point, to: digits.utf8.endIndex) - 1
    default: return 0
    }
  }
}

extension Amount {
  /// The binary fraction that stands for this amount in a sheet; nil where fifteen significant digits do not hold it.
  ///
  /// Sheets keep numbers as binary fractions and write at least fifteen digits of them. Below 10^15 ten-thousandths the
  /// error of both steps together stays under a third of a ten-thousandth, so that reading to four decimals gives the
  /// same amount; a larger one is written as text.
  package var sheetNumber: Double? {
    magnitude.scaled < 1_000_000_000_000_000 ? Double(scaled) / Double(Amount.scale) : nil
  }
}
