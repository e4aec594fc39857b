/// The years that the plan's targets count: 2022 to 2024.
package enum PlanSpan {
  /// Its first day.
  package static let first = Day(number: 20_220_101) ?? .first
  /// Its last day.
  package static let last = Day(number: 20_241_231) ?? .last

  /// Whether a day counts.
  package static func holds(_ day: Day?) -> Bool { day.map { (first...last).contains($0) } ?? false }

  /// The condition that a field's day counts.
  package static func filter(_ field: String) -> Filter {
    Filter.where(field, .greaterOrEqual, .day(first)).and(field, .lessOrEqual, .day(last))
  }
}
