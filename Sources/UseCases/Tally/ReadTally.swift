import Domain

/// Reads a tally 调度: every indicator by region, sector or focus area for one quarter.
package enum ReadTally {
  /// The tally as the person sees it. What is out of their scope counts as nothing.
  package static func run(_ query: TallyQuery, in store: any Store, as environment: Environment) throws -> Tally {
    try store.read { try read(query, in: $0, store.reference, today: environment.today) }
  }

  /// The same inside a moment of the library that others are read from as well.
  package static func read(
    _ query: TallyQuery, in library: any StoreReading, _ reference: ReferenceTables, today: Day
  ) throws -> Tally {
    let book = LockBook(try library.locks())
    let plan = TallyPlan(query, book, reference, today: today)
    // A locked quarter is judged as it was when it was locked, a past day as on that day.
    let inForce = try plan.decidedAt.map(library.reference) ?? reference
    let reader = try TallyReader(plan, book, library, inForce, today: today)
    return Tally(
      query: plan.query, scope: plan.scope.label(reference), columns: plan.columns, rows: try reader.rows(),
      regions: reference.regions, through: plan.through, overdueThrough: plan.overdueThrough, head: try library.head(),
      thresholds: inForce.settings.pace)
  }
}
