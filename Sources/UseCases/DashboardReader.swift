import Domain

/// Reads figures for one scope inside one moment of the library; kept counters answer, never the records.
struct DashboardReader {
  let library: any StoreReading
  let scope: DashboardScope
  let reference: ReferenceTables

  /// The first day that counts; what can leave again is a stock, which stands at the end of the quarter in either way.
  private func from(_ measure: Measure?) -> Day? {
    measure?.reversedOn?.hasPrefix("left_") == true ? nil : scope.from
  }

  /// One measure by quarters, from which every span of whole quarters follows.
  struct Series {
    let byQuarter: [Quarter: Amount]

    func sum(from: Quarter? = nil, through: Quarter) -> Amount {
      byQuarter.reduce(.zero) { $1.key <= through && $1.key >= from ?? $1.key ? $0 + $1.value : $0 }
    }
    subscript(quarter: Quarter) -> Amount { byQuarter[quarter] ?? .zero }
  }

  func series(_ measure: String, _ dimensions: [String?] = []) throws -> Series {
    let query = FigureQuery(measure, region: scope.region, dimensions: dimensions)
    var amounts: [Quarter: Amount] = [:]
    for (text, amount) in try library.figures(query, by: .quarter) {
      if let quarter = Quarter(parsing: text) { amounts[quarter] = amount }
    }
    return Series(byQuarter: amounts)
  }

  /// What an indicator adds up and takes off, by quarters.
  func series(_ terms: [Indicator.Term]) throws -> Series {
    var amounts: [Quarter: Amount] = [:]
    for term in terms {
      for (quarter, amount) in try series(term.measure, term.dimensions).byQuarter {
        amounts[quarter, default: .zero] += term.sign > 0 ? amount : -amount
      }
    }
    return Series(byQuarter: amounts)
  }

  /// An indicator's figure over a span (the scope's unless told), with the lists of all that it adds up.
  func figure(
    _ indicator: Indicator, _ suffix: String = "", amount: Amount, span: (from: Day?, through: Day?)? = nil
  ) -> DashboardFigure {
    let key = indicator.id + suffix
    var records: [FigureList] = []
    for term in indicator.terms {
      let part = figure(
        key, term.measure, amount: amount, label: indicator.label, dimensions: term.dimensions, span: span)
      records += part.records.map { FigureList(label: $0.label, sign: $0.sign * term.sign, query: $0.query) }
    }
    return DashboardFigure(
      key: key, label: indicator.label, amount: amount, measure: indicator.terms.first?.measure ?? "", records: records)
  }

  /// An indicator's figure over the scope's span, from its quarters.
  func figure(_ indicator: Indicator, _ series: Series) -> DashboardFigure {
    let first: Day? = from(indicator.terms.first.flatMap { Registers.measures[$0.measure] })
    return figure(indicator, amount: series.sum(from: first?.quarter, through: scope.quarter))
  }

  /// A figure of the scope's span, its amount known.
  func figure(
    _ key: String, _ measure: String, amount: Amount, label: Label? = nil, dimensions: [String?] = [],
    span: (from: Day?, through: Day?)? = nil, region: String? = nil
  ) -> DashboardFigure {
    let known = Registers.measures[measure]
    let span = span ?? (known?.day == nil ? (nil, nil) : (from(known), scope.through))
    let records = known?.records(
      region: region ?? scope.region, from: span.from, through: span.through, dimensions: dimensions)
    return DashboardFigure(
      key: key, label: label ?? known?.label ?? Label(zh: measure, en: measure), amount: amount, measure: measure,
      records: records ?? [])
  }

  /// A dated measure over the scope's span, from its quarters.
  func figure(_ key: String, _ measure: String, _ series: Series, label: Label? = nil) -> DashboardFigure {
    let from = from(Registers.measures[measure])?.quarter
    return figure(key, measure, amount: series.sum(from: from, through: scope.quarter), label: label)
  }

  /// A dated measure over the scope's span.
  func dated(_ key: String, _ measure: String, label: Label? = nil) throws -> DashboardFigure {
    try figure(key, measure, series(measure), label: label)
  }

  /// A measure parted by a dimension, over the scope's span where it is dated.
  func parted(_ measure: String, by place: Int, _ dimensions: [String?] = []) throws -> [String: Amount] {
    var query = FigureQuery(measure, region: scope.region, dimensions: dimensions)
    let known = Registers.measures[measure]
    if known?.day != nil { (query.from, query.through) = (from(known), scope.through) }
    return try library.figures(query, by: .dimension(place))
  }

  /// A measure by the regions one step below; what stands in none of them is under the scope itself.
  func byRegion(_ measure: String, _ dimensions: [String?] = []) throws -> [String: Amount] {
    var query = FigureQuery(measure, region: scope.region, dimensions: dimensions)
    let known = Registers.measures[measure]
    if known?.day != nil { (query.from, query.through) = (from(known), scope.through) }
    let parts = Set(scope.parts(reference.regions).map(\.code))
    var sums: [String: Amount] = [:]
    for (code, amount) in try library.figures(query, by: .region) {
      var next = reference.regions[code]
      while let region = next, !parts.contains(region.code) { next = reference.regions[region.parent] }
      sums[next?.code ?? scope.region, default: .zero] += amount
    }
    return sums
  }

  /// A part's name with what is counted of it.
  func named(_ part: Label, _ measure: String) -> Label {
    let whole = Registers.measures[measure]?.label ?? Label(zh: "", en: "")
    return Label(zh: "\(part.zh) \(whole.zh)", en: "\(part.en), \(whole.en)")
  }

  /// Rows for every part of the scope, each with one figure a measure; the first one's key is the row's.
  func regionRows(_ prefix: String, _ measures: [(id: String, dimensions: [String?])]) throws -> [FigureRow] {
    let sums = try measures.map { try byRegion($0.id, $0.dimensions) }
    let parts = scope.parts(reference.regions)
    var rows = parts.map { part in
      FigureRow(
        label: Label(zh: part.shortName, en: part.shortName),
        figures: zip(measures, sums).map { measure, sums in
          figure(
            "\(prefix)/\(part.code)/\(measure.id)", measure.id, amount: sums[part.code] ?? .zero,
            label: named(Label(zh: part.shortName, en: part.shortName), measure.id), dimensions: measure.dimensions,
            region: part.code)
        })
    }
    guard sums.contains(where: { $0[scope.region] != nil }) else { return rows }
    // What stands in the scope and in none of its parts.
    let codes = parts.map { Value.text($0.code) }
    let own = zip(measures, sums).map { measure, sums in
      let whole = figure(
        "\(prefix)/own/\(measure.id)", measure.id, amount: sums[scope.region] ?? .zero, dimensions: measure.dimensions)
      guard !codes.isEmpty else { return whole }
      let field = Registers.measures[measure.id]?.regionField ?? "region"
      let records = whole.records.map { list in
        var query = list.query
        query.filter.conditions.append(Filter.Condition(field, .notEqual, codes))
        return FigureList(label: list.label, sign: list.sign, query: query)
      }
      return DashboardFigure(
        key: whole.key, label: whole.label, amount: whole.amount, measure: whole.measure, records: records)
    }
    rows.append(
      FigureRow(label: parts.isEmpty ? scope.label(reference) : Label(zh: "本级", en: "itself"), figures: own))
    return rows
  }
}

/// A row of figures beside each other: one region, one sector, one stage.
package struct FigureRow: Hashable, Sendable {
  /// What the row stands for.
  package let label: Label
  /// From left to right; every row of a block has as many.
  package let figures: [DashboardFigure]
}
