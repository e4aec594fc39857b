/// A calendar day of the proleptic Gregorian calendar, years 1 to 9999; not an instant.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let serial: Int32

  /// The first day that can be held.
  package static let first = Day(unchecked: -719_162)
  /// The last day that can be held: 9999-12-31.
  package static let last = Day(unchecked: 2_932_896)

  private init(unchecked serial: Int32) { self.serial = serial }

  /// A day so many days after 1970-01-01; nil outside years 1 to 9999.
  package init?(serial: Int) {
    guard serial >= Int(Self.first.serial), serial <= Int(Self.last.serial) else { return nil }
    self.serial = Int32(serial)
  }

  /// A day by its parts; nil when the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    serial = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// A day from its number yyyymmdd.
  package init?(number: Int) {
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// Reads `2023-3-1`, `20230301`, `2023/3/1`, `2023.3.1`, `2023年3月1日`, also in full width.
  package init?(parsing text: String) {
    guard let parts = DateText.parts(text, pieces: 3, packed: [4, 2, 2]) else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  package static func < (a: Day, b: Day) -> Bool { a.serial < b.serial }

  /// How many days a month has.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Year, month and day.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(serial) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The year.
  package var year: Int { parts.year }

  /// The day as yyyymmdd.
  package var number: Int {
    let (year, month, day) = parts
    return year * 10_000 + month * 100 + day
  }

  /// The month it lies in.
  package var month: Month { Month(of: self) }

  /// The quarter it lies in.
  package var quarter: Quarter { Quarter(of: self) }

  /// The day as `2023-03-01`.
  package var iso: String {
    let (year, month, day) = parts
    return "\(DateText.padded(year, 4))-\(DateText.padded(month, 2))-\(DateText.padded(day, 2))"
  }

  /// The day as people read it: `2023年3月1日`, `2023-03-01`.
  package var label: Label {
    let (year, month, day) = parts
    return Label(zh: "\(year)年\(month)月\(day)日", en: iso)
  }

  /// The ISO weekday, 1 Monday to 7 Sunday.
  package var weekday: Int { ((Int(serial) + 3) % 7 + 7) % 7 + 1 }

  /// The day so many days later; stops at the ends of the calendar.
  package func adding(days: Int) -> Day {
    let (sum, overflow) = Int(serial).addingReportingOverflow(days)
    if overflow { return days < 0 ? Self.first : Self.last }
    return Day(serial: sum) ?? (days < 0 ? Self.first : Self.last)
  }

  /// Days from this day to another, negative when that is earlier.
  package func days(to other: Day) -> Int { Int(other.serial) - Int(serial) }
}

extension Day: CustomStringConvertible {
  package var description: String { iso }
}
