/// The period that an official figure is of: a year, a quarter or a month, written `2023`, `2023Q2`, `2023-05`.
package enum ReportPeriod: Hashable, Sendable {
  /// All of a year.
  case year(Int)
  /// A quarter; 上半年 is the second.
  case quarter(Quarter)
  /// A month; 1-5月 is the last of them.
  case month(Month)

  /// Reads `2023`, `2023年`, `2023Q2`, `2023年二季度`, `2023年上半年`, `2023-5`, `2023年5月`, and of `2023年1-5月` the last month.
  package init?(parsing text: String) {
    let typed = Normalised.code(text)
    let year =
      typed.hasSuffix("年度") ? String(typed.dropLast(2)) : typed.hasSuffix("年") ? String(typed.dropLast()) : typed
    if year.utf8.count == 4, let number = Int(year), (1900...2200).contains(number) {
      self = .year(number)
    } else if let quarter = Quarter(parsing: typed) ?? Self.half(typed) {
      self = .quarter(quarter)
    } else if let month = Month(parsing: typed) ?? Self.span(typed) {
      self = .month(month)
    } else {
      return nil
    }
  }

  /// As it is stored and written to files.
  package var text: String {
    switch self {
    case .year(let year): DateText.padded(year, 4)
    case .quarter(let quarter): quarter.text
    case .month(let month): month.iso
    }
  }

  /// As people read it.
  package var label: Label {
    switch self {
    case .year(let year): Label(zh: "\(year)年", en: String(year))
    case .quarter(let quarter): quarter.label
    case .month(let month): month.label
    }
  }

  /// Its year.
  package var calendarYear: Int {
    switch self {
    case .year(let year): year
    case .quarter(let quarter): quarter.year
    case .month(let month): month.year
    }
  }

  /// Its last day.
  package var lastDay: Day {
    switch self {
    case .year(let year): Day(year: year, month: 12, day: 31) ?? .last
    case .quarter(let quarter): quarter.lastDay
    case .month(let month): month.lastDay
    }
  }

  /// 2023年上半年 ends with the second quarter, 2023年前三季度 with the third.
  private static func half(_ text: String) -> Quarter? {
    for (ending, quarter) in [("年上半年", 2), ("年前三季度", 3)] where text.hasSuffix(ending) {
      return Int(text.dropLast(ending.count)).flatMap { Quarter(year: $0, quarter: quarter) }
    }
    return nil
  }

  /// 2023年1-5月: from January to that month.
  private static func span(_ text: String) -> Month? {
    guard let year = text.firstIndex(of: "年"), text.hasSuffix("月") else { return nil }
    let rest = text[text.index(after: year)...].dropLast().replacing("月", with: "")
    let parts = rest.split { "-—–~～至".contains($0) }
    guard parts.count == 2, parts[0] == "1", let last = Int(parts[1]) else { return nil }
    return Int(text[..<year]).flatMap { Month(year: $0, month: last) }
  }
}
