import Domain

/// What is still open before a quarter is locked, region by region: shown before locking, and to those who chase.
package struct QuarterOutlook: Sendable {
  /// One region that locks: the scope itself, or one below it.
  package struct Part: Sendable {
    /// It locks by itself, after all that lies in it.
    package let region: Region
    /// The lock that stands; nil while the quarter is open.
    package let lock: QuarterLock?
    /// All versions of its lock, oldest first.
    package let versions: [QuarterLock]
    /// Those of both editions, as they were locked.
    package let comparable: [QuarterLock]
    /// Projects under way whose progress report for the quarter is missing.
    package let unreported: Int
    /// Projects that wait for a tier, or came back from it.
    package let inFiling: Int
    /// Corrections of earlier quarters that its supervisor has not confirmed.
    package let unconfirmed: Int
  }

  /// The quarter that was asked for.
  package let quarter: Quarter
  /// The quarter's own lock, or the annual one.
  package let edition: TallyQuery.Edition
  /// Reports are due on this day.
  package let due: Day
  /// From this day on the tier above may lock for a region.
  package let graceEnds: Day
  /// The scope itself first, then all below it that lock, by code.
  package let parts: [Part]
}

/// Reads how far a quarter is in a region.
package enum ReadQuarter {
  /// Projects whose filing is not settled; add a region to open the list.
  package static let inFiling = Filter(
    [
      Filter.Condition(
        "filing", .equal, ["submitted", "in_review", "changing", "returned"].map(Value.text))
    ])

  /// The outlook of a region's quarter, as of now.
  package static func run(
    _ quarter: Quarter, region: String, edition: TallyQuery.Edition = .quarterly, in store: any Store
  ) throws -> QuarterOutlook {
    let reference = store.reference
    return try store.read { library in
      let book = LockBook(try library.locks())
      let codes = [region] + reference.regions.codes(in: region).filter { $0 != region }
      let unreported = try ChaseList.missing(region, quarter, in: library, reference)
      let inFiling = try library.counts(
        Project.schema.id, by: "region", where: Self.inFiling.and("region", .equal, .text(region)))
      return QuarterOutlook(
        quarter: quarter, edition: edition, due: quarter.lastDay.adding(days: reference.settings.reportDay),
        graceEnds: LockQuarter.graceEnds(quarter, reference.settings),
        parts: try codes.compactMap { code in
          guard let place = reference.regions[code] else { return nil }
          return QuarterOutlook.Part(
            region: place, lock: book.standing(code, quarter, edition), versions: book.versions(code, quarter, edition),
            comparable: CompareVersions.versions(code, quarter, book),
            unreported: unreported[code] ?? 0, inFiling: inFiling[code] ?? 0,
            unconfirmed: try unconfirmed(code, quarter, book, library, reference))
        })
    }
  }

  private static func unconfirmed(
    _ region: String, _ quarter: Quarter, _ book: LockBook, _ library: any StoreReading, _ reference: ReferenceTables
  ) throws -> Int {
    let before = quarter.previous
    guard book.standing(region, before, .quarterly) != nil else { return 0 }
    return try ReadCorrections.readOne(region, before, in: library, reference).count { $0.confirmation == .wanted }
  }
}
