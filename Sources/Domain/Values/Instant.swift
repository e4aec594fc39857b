/// A moment in UTC, to the millisecond.
package struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package let milliseconds: Int64

  /// A moment so many milliseconds after the epoch; stops at the years 1 and 9999.
  package init(milliseconds: Int64) {
    self.milliseconds = max(-62_135_596_800_000, min(253_402_300_799_999, milliseconds))
  }

  /// Reads `2023-05-06T07:08:09.123Z`; the milliseconds may be missing.
  package init?(parsing text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 24, bytes[10] == 0x54, bytes.last == 0x5A else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      guard bytes[range].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
      return bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[13] == 0x3A, bytes[16] == 0x3A,
      let year = number(0..<4), let month = number(5..<7), let date = number(8..<10),
      let day = Day(year: year, month: month, day: date),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var fraction = 0
    if bytes.count == 24 {
      guard bytes[19] == 0x2E, let value = number(20..<23) else { return nil }
      fraction = value
    }
    let seconds = Int(day.serial) * 86_400 + hour * 3600 + minute * 60 + second
    milliseconds = Int64(seconds * 1000 + fraction)
  }

  package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  /// The moment as `2023-05-06T07:08:09.123Z`.
  package var iso: String {
    let (day, rest) = Self.split(milliseconds)
    return "\(day.iso)T\(Self.clock(rest)).\(DateText.padded(rest % 1000, 3))Z"
  }

  /// The calendar day in Asia/Shanghai (UTC+8, no summer time since 1992).
  package var day: Day { Self.split(milliseconds + Self.offset).day }

  /// Day and time in Asia/Shanghai as people read it: `2023-05-06 15:08`.
  package var local: String {
    let (day, rest) = Self.split(milliseconds + Self.offset)
    return "\(day.iso) \(Self.clock(rest).prefix(5))"
  }

  /// The first moment of a day in Asia/Shanghai.
  package init(startOf day: Day) {
    self.init(milliseconds: Int64(day.serial) * 86_400_000 - Self.offset)
  }

  /// The moment so many milliseconds later.
  package func adding(milliseconds more: Int64) -> Instant {
    let (sum, overflow) = milliseconds.addingReportingOverflow(more)
    return Instant(milliseconds: overflow ? (more < 0 ? .min : .max) : sum)
  }

  private static let offset: Int64 = 8 * 3_600_000

  private static func split(_ milliseconds: Int64) -> (day: Day, rest: Int) {
    let length: Int64 = 86_400_000
    var (days, rest) = milliseconds.quotientAndRemainder(dividingBy: length)
    if rest < 0 { (days, rest) = (days - 1, rest + length) }
    return (Day(serial: Int(days)) ?? .last, Int(rest))
  }

  private static func clock(_ rest: Int) -> String {
    let seconds = rest / 1000
    return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { DateText.padded($0, 2) }.joined(separator: ":")
  }
}

extension Instant: CustomStringConvertible {
  package var description: String { iso }
}
