/// A calendar quarter, years 1 to 9999, written `2023Q2`.
package struct Quarter: Hashable, Comparable, Sendable {
  /// Quarters since the first one of year 0.
  package let index: Int32

  /// A quarter by its parts, 1 to 4; nil outside the calendar.
  package init?(year: Int, quarter: Int) {
    guard (1...9999).contains(year), (1...4).contains(quarter) else { return nil }
    index = Int32(year * 4 + quarter - 1)
  }

  /// The quarter a month lies in.
  package init(of month: Month) { index = month.index / 3 }

  /// The quarter a day lies in.
  package init(of day: Day) { self.init(of: Month(of: day)) }

  private init(clamping index: Int) { self.index = Int32(max(4, min(9999 * 4 + 3, index))) }

  /// Reads `2023Q2`, `2023-q2`, `2023年二季度`, `2023年第2季度`.
  package init?(parsing text: String) {
    let characters = Array(Normalised.code(text))
    guard characters.count >= 6, let year = Int(String(characters[0..<4])) else { return nil }
    var rest = String(characters[4...]).uppercased()
    for prefix in ["-", "年第", "年"] where rest.hasPrefix(prefix) {
      rest.removeFirst(prefix.count)
      break
    }
    if rest.hasPrefix("Q") {
      rest.removeFirst()
    } else {
      guard rest.hasSuffix("季度") else { return nil }
      rest.removeLast(2)
    }
    guard let place = ["1一", "2二", "3三", "4四"].firstIndex(where: { rest.count == 1 && $0.contains(rest) }) else {
      return nil
    }
    self.init(year: year, quarter: place + 1)
  }

  package static func < (a: Quarter, b: Quarter) -> Bool { a.index < b.index }

  /// The year.
  package var year: Int { Int(index) / 4 }
  /// The quarter of the year, 1 to 4.
  package var quarter: Int { Int(index) % 4 + 1 }
  /// The quarter as `2023Q2`.
  package var text: String { "\(DateText.padded(year, 4))Q\(quarter)" }
  /// The quarter as yyyyq, for storing: 20232.
  package var number: Int { year * 10 + quarter }
  /// The quarter as people read it.
  package var label: Label { Label(zh: "\(year)年\(["一", "二", "三", "四"][quarter - 1])季度", en: "\(year) Q\(quarter)") }
  /// Its first month.
  package var firstMonth: Month { Month(year: year, month: quarter * 3 - 2) ?? Day.first.month }
  /// Its last month.
  package var lastMonth: Month { firstMonth.adding(months: 2) }
  /// Its first day.
  package var firstDay: Day { firstMonth.firstDay }
  /// Its last day.
  package var lastDay: Day { lastMonth.lastDay }
  /// The quarter after it.
  package var next: Quarter { adding(quarters: 1) }
  /// The quarter before it.
  package var previous: Quarter { adding(quarters: -1) }
  /// The quarter so many quarters later; stops at the ends of the calendar.
  package func adding(quarters: Int) -> Quarter {
    Quarter(clamping: Int(index) &+ max(-200_000, min(200_000, quarters)))
  }
  /// A quarter from its number yyyyq.
  package init?(number: Int) { self.init(year: number / 10, quarter: number % 10) }
}

extension Quarter: CustomStringConvertible {
  package var description: String { text }
}
