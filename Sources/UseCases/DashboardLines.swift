import Domain

/// The efficiency list in figures: lines by grade, shares by product, never a capacity added across products.
package struct DashboardLines: Sendable {
  /// One product and process.
  package struct Product: Sendable {
    /// `平板玻璃/＞800吨/天`.
    package let code: String
    /// Lines at benchmark, between, below.
    package let grades: [DashboardFigure]
    /// Capacity of its graded lines, in the product's own unit.
    package let capacity: DashboardFigure
    /// Its shares by grade, exact; nil where no capacity is known.
    package let shares: EfficiencyShares.Product?
  }

  /// The latest year of data up to the scope's; nil where the list is empty.
  package let year: Int?
  /// All lines of the year.
  package let lines: DashboardFigure
  /// Lines at benchmark, between, below.
  package let grades: [DashboardFigure]
  /// Lines without consumption or without a level: left out of every share.
  package let ungraded: DashboardFigure
  /// Running lines worse than baseline with neither a project nor a retirement planned.
  package let unaddressed: DashboardFigure
  /// By code.
  package let products: [Product]
  /// The shares of all products of the year, and the fields that are wholly there.
  package let shares: EfficiencyShares
  /// Energy-weighted capacity at benchmark, between, below: this library's own estimate.
  package let weights: [DashboardFigure]
  /// Sectors with lines, each with its lines at benchmark, between, below.
  package let sectors: [FigureRow]

  static func read(_ reader: DashboardReader) throws -> DashboardLines {
    let years = try reader.parted("efficiency.lines", by: 2).keys.compactMap(Int.init)
    let year = years.filter { $0 <= reader.scope.quarter.year }.max()
    let wanted = year.map(String.init) ?? "0"
    let codes = EfficiencyLevel.Grade.allCases.map(\.rawValue)
    func byGrade(
      _ key: String, _ measure: String, _ second: String? = nil, part: Label? = nil, _ amounts: [String: Amount]
    ) -> [DashboardFigure] {
      EfficiencyLevel.Grade.allCases.map { grade in
        reader.figure(
          "\(key)/\(grade.rawValue)", measure, amount: amounts[grade.rawValue] ?? .zero,
          label: Label(
            zh: [part?.zh, grade.label.zh].compactMap { $0 }.joined(separator: " "),
            en: [part?.en, grade.label.en].compactMap { $0 }.joined(separator: ", ")),
          dimensions: [grade.rawValue, second, wanted])
      }
    }
    let lines = try reader.parted("efficiency.lines", by: 0, [nil, nil, wanted])
    let ungraded = try reader.parted("efficiency.ungraded", by: 1, [nil, wanted])
    let unaddressed = try reader.parted("efficiency.unaddressed", by: 2, [nil, nil, wanted])
    let linesByProduct = try codes.map { try reader.parted("efficiency.lines", by: 1, [$0, nil, wanted]) }
    let capacities = try codes.map { try reader.parted("efficiency.capacity", by: 1, [$0, nil, wanted]) }
    let shares = EfficiencyShares(atBenchmark: capacities[0], between: capacities[1], below: capacities[2])
    let sectors = try codes.map { try reader.parted("efficiency.by_sector", by: 1, [$0, nil, wanted]) }
    func sum(_ amounts: some Sequence<Amount>) -> Amount { amounts.reduce(.zero, +) }
    let products = Set(linesByProduct.flatMap(\.keys)).sorted().map { code in
      Product(
        code: code,
        grades: byGrade(
          "product/\(code)", "efficiency.lines", code, part: Label(zh: code, en: code), parts(linesByProduct, code)),
        capacity: reader.figure(
          "product/\(code)/capacity", "efficiency.capacity", amount: sum(capacities.map { $0[code] ?? .zero }),
          label: reader.named(Label(zh: code, en: code), "efficiency.capacity"), dimensions: [nil, code, wanted]),
        shares: shares.products.first { $0.code == code })
    }
    return DashboardLines(
      year: year,
      lines: reader.figure(
        "lines", "efficiency.lines", amount: sum(lines.values), dimensions: [nil, nil, wanted]),
      grades: byGrade("grade", "efficiency.lines", nil, lines),
      ungraded: reader.figure(
        "ungraded", "efficiency.ungraded", amount: sum(ungraded.values), dimensions: [nil, wanted]),
      unaddressed: reader.figure(
        "unaddressed", "efficiency.unaddressed", amount: sum(unaddressed.values), dimensions: [nil, nil, wanted]),
      products: products, shares: shares,
      weights: byGrade(
        "weight", "efficiency.weighted", nil, try reader.parted("efficiency.weighted", by: 0, [nil, nil, wanted])),
      sectors: Sectors.list.codes.compactMap { sector in
        let amounts = parts(sectors, sector.id)
        guard !amounts.isEmpty else { return nil }
        return FigureRow(
          label: sector.label,
          figures: byGrade(
            "line_sector/\(sector.id)", "efficiency.by_sector", sector.id, part: sector.label, amounts))
      })
  }

  /// One code's amounts by grade, from a dictionary for each grade.
  private static func parts(_ byGrade: [[String: Amount]], _ code: String) -> [String: Amount] {
    var amounts: [String: Amount] = [:]
    for (grade, found) in zip(EfficiencyLevel.Grade.allCases, byGrade) { amounts[grade.rawValue] = found[code] }
    return amounts
  }

  /// An indicator of shares: fields wholly there, of how many, the lowest product.
  func shares(
    _ indicator: Indicator, _ grade: EfficiencyLevel.Grade, _ reader: DashboardReader
  ) -> DashboardTargets.Row.Content {
    guard year != nil else {
      return .absent(Label(zh: "能效清单尚无对标数据", en: "The efficiency list has no graded line yet"))
    }
    let (met, of, lowest) = shares.headline(atLeast: grade, percent: indicator.value ?? Amount(100))
    let base = reader.figure(
      indicator.id, "efficiency.capacity", amount: Amount(met), label: indicator.label,
      dimensions: [nil, nil, year.map(String.init)])
    let whole = DashboardFigure(
      key: base.key, label: base.label, amount: base.amount, measure: base.measure, records: base.records,
      isWorkedOut: true)
    let worst = lowest.map { product in
      reader.figure(
        "\(indicator.id)/lowest", "efficiency.capacity", amount: product.capacity,
        label: Label(zh: "最低：\(product.code)", en: "lowest: \(product.code)"),
        dimensions: [nil, product.code, year.map(String.init)])
    }
    return .shares(met: whole, of: of, lowest: worst, share: lowest?.share(atLeast: grade))
  }

  /// Every figure on it, for opening one by its key.
  package var figures: [DashboardFigure] {
    var all = [lines, ungraded, unaddressed] + grades + weights
    for product in products { all += product.grades + [product.capacity] }
    return all + sectors.flatMap(\.figures)
  }
}
