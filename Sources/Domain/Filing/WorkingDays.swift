extension Day {
  /// Monday to Friday; holidays are not known here.
  package var isWorkingDay: Bool { weekday <= 5 }

  /// Working days after this day up to another, that one included; 0 where it is not later.
  package func workingDays(to other: Day) -> Int {
    let length = days(to: other)
    guard length > 0 else { return 0 }
    let rest = (0..<(length % 7)).count { other.adding(days: -$0).isWorkingDay }
    return length / 7 * 5 + rest
  }
}
