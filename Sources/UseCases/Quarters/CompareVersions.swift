import Domain

/// Versions of a quarter side by side 比较各版: the first one, what was locked again, the annual edition.
package enum CompareVersions {
  /// One figure that two versions give otherwise.
  package struct Difference: Sendable {
    /// What is told, in whose unit.
    package let indicator: Indicator
    /// The region, as the newer version has it; the whole first.
    package let column: Tally.Column
    /// The cell of the older version.
    package let old: TallyCell
    /// The cell of the newer version.
    package let new: TallyCell

    /// New less old in the indicator's unit, exactly; nil where either is no number.
    package func difference(_ span: TallySpan) -> String? {
      if let before = old.sums, let after = new.sums { return indicator.shown(after[span] - before[span]) }
      guard let before = old.value(span), let after = new.value(span) else { return nil }
      return (after - before).plain
    }

    /// Whether the two differ in a span.
    package func differs(_ span: TallySpan) -> Bool { old.exact(span, indicator) != new.exact(span, indicator) }
  }

  /// All versions of a region's quarter, both editions, in the order in which they were locked.
  package static func versions(_ region: String, _ quarter: Quarter, in store: any Store) throws -> [QuarterLock] {
    let book = LockBook(try store.read { try $0.locks() })
    return versions(region, quarter, book)
  }

  static func versions(_ region: String, _ quarter: Quarter, _ book: LockBook) -> [QuarterLock] {
    TallyQuery.Edition.allCases.flatMap { book.versions(region, quarter, $0) }.sorted { $0.position < $1.position }
  }

  /// Every figure, region by region, that two versions of one quarter give otherwise.
  package static func run(
    _ old: QuarterLock, _ new: QuarterLock, in store: any Store, today: Day
  ) throws -> [Difference] {
    let reference = store.reference
    let (before, after) = try store.read { library in
      func read(_ lock: QuarterLock) throws -> Tally {
        try ReadTally.read(
          TallyQuery(quarter: lock.quarter, region: lock.region, edition: lock.edition, version: lock.version),
          in: library, reference, today: today)
      }
      return (try read(old), try read(new))
    }
    return after.rows.flatMap { row -> [Difference] in
      guard let former = before.row(row.indicator.id) else { return [] }
      return after.columns.enumerated().compactMap { place, column in
        guard let was = before.columns.firstIndex(where: { $0.part == column.part && $0.id == column.id }) else {
          return nil
        }
        let difference = Difference(
          indicator: row.indicator, column: column, old: former.cells[was], new: row.cells[place])
        return TallySpan.allCases.contains(where: difference.differs) ? difference : nil
      }
    }
  }
}

extension QuarterLock {
  /// `季报第1版`: the edition and the version.
  package var name: Label {
    Label(zh: "\(edition.label.zh)第\(version)版", en: "\(edition.label.en), version \(version)")
  }

  /// `quarterly:1`, as the command line names it.
  package var code: String { "\(edition.rawValue):\(version)" }
}

extension TallyCell {
  /// A number that is no sum: official, or an own estimate.
  func value(_ span: TallySpan) -> Amount? {
    switch content {
    case .official(let period, let year, let cumulative):
      [.period: period, .year: year, .cumulative: cumulative][span] ?? nil
    case .estimate(let value, _, _, _): span == .cumulative ? value : nil
    case .sums, .share, .fields, .none: nil
    }
  }

  /// A span's figure in the indicator's unit with every digit; blank where there is none.
  package func exact(_ span: TallySpan, _ indicator: Indicator) -> String {
    switch content {
    case .sums(let sums): indicator.shown(sums[span])
    case .share(let part, let whole): span == .cumulative ? "\(part.plain)/\(whole.plain)" : ""
    case .fields(let met, let of, _): span == .cumulative ? "\(met)/\(of)" : ""
    case .official, .estimate: value(span)?.plain ?? ""
    case .none: ""
    }
  }
}
