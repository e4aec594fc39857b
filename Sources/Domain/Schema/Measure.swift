/// What a register counts for: one condition, one amount, one date; the figure and the list behind it share them.
///
/// Each record that meets the condition gives one fact (or none): amount, day, region and up to three dimensions; a
/// second one takes the amount off again from the day in `reversedOn`. Where the amount is a child list's
/// (`progress.invested`), each row gives one, dated by a field of the same list.
package struct Measure: Sendable {
  package enum Amounts: Hashable, Sendable {
    /// Each record counts one.
    case count
    /// The sum of a field, or of a child list's field as `list.field`.
    case sum(String)
    /// Each different value of a field counts one (credit codes).
    case distinct(String)
  }

  /// Permanent; `projects.under_way`.
  package let id: String
  package let label: Label
  package let unit: Unit
  package let register: String
  package let filter: Filter
  package let amounts: Amounts
  /// The field whose date decides the quarter; nil for what is true now.
  package let day: String?
  /// The field whose date, where there is one, ends the counting from its day on: stops, exits.
  package let reversedOn: String?
  /// Up to three fields that the figure can be parted by, besides the region.
  package let dimensions: [String]
  /// The counting rule in words.
  package let rule: Label

  package init(
    _ id: String, _ label: Label, unit: Unit = .none, register: String, where filter: Filter, _ amounts: Amounts,
    day: String? = nil, reversedOn: String? = nil, by dimensions: [String] = [], rule: Label
  ) {
    self.id = id
    self.label = label
    self.unit = unit
    self.register = register
    self.filter = filter
    self.amounts = amounts
    self.day = day
    self.reversedOn = reversedOn
    self.dimensions = dimensions
    self.rule = rule
  }
}

/// What one record adds to one measure.
package struct Fact: Hashable, Sendable {
  package let measure: String
  package let region: String
  /// The values of the measure's dimensions as their codes, always three, blank where there are fewer.
  package let dimensions: [String]
  package let day: Day?
  package let amount: Amount
  /// What must be different to count, for `.distinct`; blank otherwise.
  package let subject: String

  package init(
    measure: String, region: String, dimensions: [String], day: Day?, amount: Amount, subject: String = ""
  ) {
    self.measure = measure
    self.region = region
    self.dimensions = dimensions
    self.day = day
    self.amount = amount
    self.subject = subject
  }
}

extension Measure {
  /// The facts that `document` gives: none where the condition fails or the date that decides is missing.
  package func facts(of document: Document, in reference: ReferenceTables) -> [Fact] {
    guard filter.matches(document, in: reference) else { return [] }
    var parts = dimensions.prefix(3).map { document[$0].plain }
    while parts.count < 3 { parts.append("") }
    func fact(_ amount: Amount, _ day: Day?, _ subject: String = "") -> Fact {
      Fact(
        measure: id, region: document["region"].text ?? "", dimensions: parts, day: day, amount: amount,
        subject: subject)
    }
    if case .sum(let path) = amounts, let (list, field) = Self.child(path) {
      let dayField = day.flatMap(Self.child)?.field
      return (document.children[list] ?? []).compactMap { row in
        guard let amount = row[field].amount else { return nil }
        guard let dayField else { return fact(amount, nil) }
        return row[dayField].day.map { fact(amount, $0) }
      }
    }
    var when: Day?
    if let day {
      guard let date = document[day].day else { return [] }
      when = date
    }
    let amount: Amount
    var subject = ""
    switch amounts {
    case .count: amount = Amount(1)
    case .sum(let field):
      guard let value = document[field].amount else { return [] }
      amount = value
    case .distinct(let field):
      subject = document[field].plain
      amount = Amount(1)
    }
    let end = reversedOn.flatMap { document[$0].day }
    guard let end else { return [fact(amount, when, subject)] }
    return when == nil ? [] : [fact(amount, when, subject), fact(-amount, max(end, when ?? end), subject)]
  }

  private static func child(_ path: String) -> (list: String, field: String)? {
    guard let dot = path.firstIndex(of: ".") else { return nil }
    return (String(path[..<dot]), String(path[path.index(after: dot)...]))
  }
}
