/// How a library reads the plan's text where it is ambiguous, and from where ratios start: the table `indicators`.
package struct IndicatorSettings: Hashable, Sendable {
  /// What is set of one indicator.
  package struct Setting: Hashable, Sendable {
    /// The reading's id; nil is the usual one.
    package let reading: String?
    /// The value at the plan's start, from which a ratio's pace is judged; nil without one.
    package let start: Amount?
  }

  private var settings: [String: Setting] = [:]

  /// What is set of an indicator.
  package subscript(id: String) -> Setting? { settings[id] }

  /// The rows as shipped: every indicator that has readings or may have a start value.
  static let usual: [[String: String]] = (Indicators.plan + Indicators.further)
    .filter { $0.options.count > 1 || $0.isRatio }
    .map { ["id": $0.id, "reading": $0.options.count > 1 ? $0.options[0].reading.id : ""] }

  /// All readings there are, for a message.
  static let choices: String = Indicators.plan.filter { $0.options.count > 1 }
    .map { "\($0.id): \($0.options.map(\.reading.id).joined(separator: "/"))" }.joined(separator: ", ")

  mutating func add(_ cells: [Substring]) -> Bool {
    guard cells.count >= 3, let known = (Indicators.plan + Indicators.further).first(where: { $0.id == cells[0] })
    else { return false }
    let reading = String(cells[1])
    guard reading.isEmpty || known.options.contains(where: { $0.reading.id == reading }) else { return false }
    let start = cells[2].isEmpty ? nil : Amount(parsing: String(cells[2]))
    guard cells[2].isEmpty || (start != nil && known.isRatio) else { return false }
    settings[known.id] = Setting(reading: reading.isEmpty ? nil : reading, start: start)
    return true
  }
}
