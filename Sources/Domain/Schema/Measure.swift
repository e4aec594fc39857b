/// What a register counts for: one condition, one amount, one date; the figure and the list behind it share them.
///
/// Each record that meets the condition gives one fact (or none): amount, day, region and up to three dimensions; a
/// second one takes the amount off again from the day in `reversedOn`. Where the amount is a child list's
/// (`progress.invested`) or its rows themselves, each row gives one, dated by a field of the same list.
package struct Measure: Sendable {
  /// What of a record counts.
  package enum Amounts: Hashable, Sendable {
    /// Each record counts one.
    case count
    /// The sum of a field, or of a child list's field as `list.field`.
    case sum(String)
    /// Each different value of a field counts one (credit codes).
    case distinct(String)
    /// Each row of a child list counts one; the day is a field of the same list.
    case rows(String)
    /// A figure of each year of the list `years`; the first dimension is the year.
    case years(YearAmount)
  }

  /// Permanent; `projects.under_way`.
  package let id: String
  /// What the figure is called.
  package let label: Label
  /// What its sums are in; `.none` for counts.
  package let unit: Unit
  /// The register whose records it counts.
  package let register: String
  /// Which of them count.
  package let filter: Filter
  /// What each of them adds.
  package let amounts: Amounts
  /// The field whose date decides the quarter; nil for what is true now. Of several with `&` between them all must be
  /// there, and the latest decides.
  package let day: String?
  /// The field whose date, where there is one, ends the counting from its day on: stops, exits. Of several with `|`
  /// between them the earliest does.
  package let reversedOn: String?
  /// A child list's amount (`shares.kw`) that is counted in its row's own `region`; the rest of the whole stays with the
  /// record's. Parts that add up to more than the whole part nothing.
  package let sharedBy: String?
  /// Up to three fields that the figure can be parted by, besides the region.
  package let dimensions: [String]
  /// The counting rule in words.
  package let rule: Label

  package init(
    _ id: String, _ label: Label, unit: Unit = .none, register: String, where filter: Filter, _ amounts: Amounts,
    sharedBy: String? = nil, day: String? = nil, reversedOn: String? = nil, by dimensions: [String] = [], rule: Label
  ) {
    self.id = id
    self.label = label
    self.unit = unit
    self.register = register
    self.filter = filter
    self.amounts = amounts
    self.sharedBy = sharedBy
    self.day = day
    self.reversedOn = reversedOn
    self.dimensions = dimensions
    self.rule = rule
  }
}

/// What one record adds to one measure.
package struct Fact: Hashable, Sendable {
  /// The measure's id.
  package let measure: String
  /// The region that it counts in, by code: the record's, or a share's.
  package let region: String
  /// The values of the measure's dimensions as their codes, always three, blank where there are fewer.
  package let dimensions: [String]
  /// The day that decides its quarter; nil where the measure has no day.
  package let day: Day?
  /// What it adds, in the measure's unit; below zero where it takes off.
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
    let home = document["region"].text ?? ""
    func fact(_ amount: Amount, _ day: Day?, _ subject: String = "", in region: String? = nil) -> Fact {
      Fact(measure: id, region: region ?? home, dimensions: parts, day: day, amount: amount, subject: subject)
    }
    if case .sum(let path) = amounts, let (list, field) = Self.child(path) {
      let dayField = day.flatMap(Self.child)?.field
      return (document.children[list] ?? []).compactMap { row in
        guard let amount = row[field].amount else { return nil }
        guard let dayField else { return fact(amount, nil) }
        return row[dayField].day.map { fact(amount, $0) }
      }
    }
    if case .years(let figure) = amounts {
      return figure.amounts(document.children[YearAmount.list] ?? []).map { year, amount in
        Fact(measure: id, region: home, dimensions: [String(year), "", ""], day: nil, amount: amount)
      }
    }
    if case .rows(let list) = amounts {
      let dayField = day.flatMap(Self.child)?.field ?? ""
      return (document.children[list] ?? []).compactMap { row in row[dayField].day.map { fact(Amount(1), $0) } }
    }
    var when: Day?
    if let day {
      let dates = Self.names(day).map { document[$0].day }
      guard !dates.contains(nil) else { return [] }
      when = dates.compactMap { $0 }.max()
    }
    let amount: Amount
    var subject = ""
    switch amounts {
    case .count, .rows, .years: amount = Amount(1)
    case .sum(let field):
      guard let value = document[field].amount else { return [] }
      amount = value
    case .distinct(let field):
      subject = document[field].plain
      amount = Amount(1)
    }
    let end = reversedOn.flatMap { ends in Self.names(ends).compactMap { document[$0].day }.min() }
    return shares(of: amount, in: document, home).flatMap { region, amount in
      guard let end else { return [fact(amount, when, subject, in: region)] }
      guard let when else { return [] }
      return [
        fact(amount, when, subject, in: region), fact(-amount, max(end, when), subject, in: region),
      ]
    }
  }

  /// The whole by region: what the rows name, and the rest for the record's own; together always the whole.
  private func shares(of whole: Amount, in document: Document, _ home: String) -> [(region: String, amount: Amount)] {
    guard let (list, field) = sharedBy.flatMap(Self.child) else { return [(home, whole)] }
    var shares: [(region: String, amount: Amount)] = []
    for row in document.children[list] ?? [] {
      guard let region = row["region"].text, let amount = row[field].amount, amount > .zero else { continue }
      shares.append((region, amount))
    }
    guard let named = Amount.sum(shares.map(\.amount)), named <= whole, !shares.isEmpty else { return [(home, whole)] }
    if named < whole { shares.append((home, whole - named)) }
    return Dictionary(grouping: shares, by: \.region).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.reduce(.zero) { $0 + $1.amount }) }
  }

  /// The fields that say where an amount is counted, as a condition names them.
  package var regionField: String {
    guard let (list, _) = sharedBy.flatMap(Self.child) else { return "region" }
    return "region|\(list).region"
  }

  /// Each code counts once, where and when it was met first: an enterprise diagnosed, by its first visit. Such a figure
  /// adds up over regions and quarters as every other does.
  package var countsFirst: Bool { if case .distinct = amounts { day != nil } else { false } }

  /// The fields that a combined name stands for.
  static func names(_ fields: String) -> [String] {
    fields.split { $0 == "&" || $0 == "|" }.map(String.init)
  }

  /// The fields whose dates say from when on it counts.
  package var dayFields: [String] { day.map(Self.names) ?? [] }

  private static func child(_ path: String) -> (list: String, field: String)? {
    guard let dot = path.firstIndex(of: ".") else { return nil }
    return (String(path[..<dot]), String(path[path.index(after: dot)...]))
  }
}
