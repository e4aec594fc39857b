/// A calendar month, years 1 to 9999.
package struct Month: Hashable, Comparable, Sendable {
  /// Months since January of year 0.
  package let index: Int32

  /// A month by its parts; nil outside the calendar.
  package init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    index = Int32(year * 12 + month - 1)
  }

  /// A month from its number yyyymm.
  package init?(number: Int) { self.init(year: number / 100, month: number % 100) }

  /// The month a day lies in.
  package init(of day: Day) {
    let (year, month, _) = day.parts
    index = Int32(year * 12 + month - 1)
  }

  private init(clamping index: Int) { self.index = Int32(max(12, min(9999 * 12 + 11, index))) }

  /// Reads `2023-3`, `202303`, `2023/3`, `2023.3`, `2023年3月`, also in full width.
  package init?(parsing text: String) {
    guard let parts = DateText.parts(text, pieces: 2, packed: [4, 2]) else { return nil }
    self.init(year: parts[0], month: parts[1])
  }

  package static func < (a: Month, b: Month) -> Bool { a.index < b.index }

  /// The year.
  package var year: Int { Int(index) / 12 }
  /// The month of the year, 1 to 12.
  package var month: Int { Int(index) % 12 + 1 }
  /// The month as yyyymm.
  package var number: Int { year * 100 + month }
  /// The month as `2023-03`.
  package var iso: String { "\(DateText.padded(year, 4))-\(DateText.padded(month, 2))" }
  /// The month as people read it.
  package var label: Label { Label(zh: "\(year)年\(month)月", en: iso) }
  /// Its first day.
  package var firstDay: Day { Day(year: year, month: month, day: 1) ?? .first }
  /// Its last day.
  package var lastDay: Day { Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) ?? .last }
  /// The quarter it lies in.
  package var quarter: Quarter { Quarter(of: self) }
  /// The month so many months later; stops at the ends of the calendar.
  package func adding(months: Int) -> Month { Month(clamping: Int(index) &+ max(-200_000, min(200_000, months))) }
  /// Months from this one to another, negative when that is earlier.
  package func months(to other: Month) -> Int { Int(other.index) - Int(index) }
}

extension Month: CustomStringConvertible {
  package var description: String { iso }
}
