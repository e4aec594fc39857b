import Domain

/// The figures of one region's quarter as a lock keeps them: every term whole, by sector and focus area, and capacities.
enum LockFigures {
  static func read(
    _ region: String, _ quarter: Quarter, _ book: LockBook, in library: any StoreReading
  ) throws -> [LockedFigure] {
    let terms = Indicators.allTerms
    var known = KnownFigures(terms, quarters: [quarter], book, at: nil)
    var units: Set<KnownFigures.Unit> = []
    func add(_ sums: [PartSum], _ prefix: String) {
      for sum in sums {
        let unit = KnownFigures.Unit(region: region, part: prefix + (prefix.isEmpty ? "" : sum.part))
        units.insert(unit)
        known.add(sum.amount, term: sum.term, quarter: sum.quarter, at: known.start(of: unit))
      }
    }
    add(try library.sums(SumsQuery(terms, regions: [region])), "")
    for parting in [TallyQuery.Parting.sector, .focus] {
      let places = terms.map { Registers.measures[$0.measure]?.place(of: parting) }
      add(try library.sums(SumsQuery(terms, regions: [region], places: places)), parting.rawValue + "/")
    }
    // What was kept before counts on, even where nothing stands now.
    let bases = [quarter.previous, KnownFigures.yearBefore(quarter)].compactMap { book.settled(region, $0) }
    for parts in ["", "sector/", "focus/"] {
      let kept = try library.lockedFigures(of: bases.map(\.id), parts: parts)
      known.keep(kept, of: bases, adding: true)
      for figure in kept.values.flatMap({ $0 }) { units.insert(KnownFigures.Unit(region: region, part: figure.part)) }
    }
    var figures: [LockedFigure] = []
    for unit in units {
      let source = known.source(quarter, unit, nil)
      for (place, term) in terms.enumerated() {
        let found = known.figure(place, source)
        figures.append(
          LockedFigure(
            term: term.key, part: unit.part, sums: found.sums, late: found.late, lateInYear: found.lateInYear))
      }
    }
    figures += try capacities(region, quarter, library) + EstimateFigures.kept(region, library)
    return figures.filter { !$0.isZero }
  }

  private static func capacities(
    _ region: String, _ quarter: Quarter, _ library: any StoreReading
  ) throws -> [LockedFigure] {
    guard let year = try CapacityFigures.year(of: quarter, in: [region], at: nil, library) else { return [] }
    let terms = CapacityFigures.terms(year: year)
    return try library.sums(SumsQuery(terms, regions: [region], places: terms.map { _ in 1 })).map { sum in
      LockedFigure(
        term: terms[sum.term].key, part: "product/" + sum.part,
        sums: TallySums(period: sum.amount, year: sum.amount, cumulative: sum.amount))
    }
  }
}
