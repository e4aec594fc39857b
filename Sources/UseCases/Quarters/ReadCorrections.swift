import Domain

/// What one entry of the history changed in a locked quarter 锁定后更正.
package struct Correction: Hashable, Sendable {
  /// One indicator's figures: the locked quarter's after the entry less those before it, by the dates of the facts.
  package struct Part: Hashable, Sendable {
    /// The indicator whose figure differs.
    package let indicator: Indicator
    /// In the measure's unit. A date that moved between quarters changes the quarter's figure and not the cumulative one.
    package let differences: TallySums
    /// The days of the facts.
    package let days: [Day]
  }

  /// How it is confirmed.
  package enum Confirmation: Hashable, Sendable {
    /// A tier decided on it (变更, exit, late admission), or entered its own verified saving.
    case decided
    /// The region's supervisor has still to confirm it.
    case wanted
    /// The supervisor has confirmed it.
    case confirmed(by: String, on: Day)
  }

  /// The code of the region whose locked quarter it is.
  package let region: String
  /// The entry of the history that made it: who, when, why (`note`), and every field before and after.
  package let entry: HistoryEntry
  /// The record whose facts changed; another than the entry's where it followed from that. Nil if it is gone.
  package let register: String
  /// Its id; nil where no record stands behind the entry.
  package let record: RecordID?
  /// Its key; blank where it has none, or is gone.
  package let key: String
  /// What it is called; blank where it is gone.
  package let title: String
  /// One for each indicator that it changed.
  package let parts: [Part]
  /// Whether somebody has still to confirm it.
  package let confirmation: Confirmation

  /// Only added facts: reported late 补报, nothing that was counted changed.
  package var isLate: Bool { parts.allSatisfy { !$0.differences.cumulative.isNegative } && entry.note.isEmpty }
}

/// Lists what was corrected in a quarter since it was locked.
package enum ReadCorrections {
  /// Acts of the tiers: what they decide needs no further confirmation.
  static let decisions: Set<String> = [
    "admit", "return", "recommend", "change", "exit", "review", "plan", "submit", "withdraw", "set_reference",
  ]
  private static let verified: Set<String> = ["saving_verified", "verified_basis", "verified_by"]

  /// All corrections of a locked quarter, of the region and what lies in it.
  package static func run(
    _ quarter: Quarter, region: String, edition: TallyQuery.Edition = .quarterly, in store: any Store
  ) throws -> [Correction] {
    try store.read { try read(quarter, region: region, edition: edition, in: $0, store.reference) }
  }

  /// The same inside a moment of the library; by region, then in the order of the history.
  package static func read(
    _ quarter: Quarter, region: String, edition: TallyQuery.Edition = .quarterly, in library: any StoreReading,
    _ reference: ReferenceTables
  ) throws -> [Correction] {
    let book = LockBook(try library.locks())
    let inside = reference.regions.all.map(\.code).filter { reference.regions.isIn($0, region) }
    var corrections: [Correction] = []
    for code in inside {
      guard let lock = book.standing(code, quarter, edition) else { continue }
      corrections += try read(lock, in: library, reference)
    }
    return corrections
  }

  /// One region's own, not of those below it.
  static func readOne(
    _ region: String, _ quarter: Quarter, in library: any StoreReading, _ reference: ReferenceTables
  ) throws -> [Correction] {
    let book = LockBook(try library.locks())
    return try book.standing(region, quarter, .quarterly).map { try read($0, in: library, reference) } ?? []
  }

  private struct Group: Hashable {
    let sequence: Int
    let register: String
    let record: RecordID?
  }

  private static func read(
    _ lock: QuarterLock, in library: any StoreReading, _ reference: ReferenceTables
  ) throws -> [Correction] {
    let indicators = Indicators.tallied(in: reference, readings: lock.readings)
      .filter { $0.isCounted && $0.nature != .state && $0.absence == nil }
    var terms: [Indicator.Term] = []
    for term in indicators.flatMap(\.terms).map(\.added) where !terms.contains(term) { terms.append(term) }
    let changes = try library.changes(
      terms, regions: [lock.region], since: lock.position, through: lock.quarter.lastDay)
    guard !changes.isEmpty else { return [] }
    let confirmed = try confirmations(lock, in: library)
    let groups = Dictionary(grouping: changes) { change in
      Group(
        sequence: change.sequence, register: Registers.measures[terms[change.term].measure]?.register ?? "",
        record: change.record)
    }
    let sorted = groups.sorted {
      ($0.key.sequence, $0.key.record?.text ?? "") < ($1.key.sequence, $1.key.record?.text ?? "")
    }
    return try sorted.compactMap { group, changes in
      let parts = parts(indicators, terms, changes, lock.quarter)
      guard !parts.isEmpty, let entry = try library.lookup.entries(from: group.sequence, limit: 1).first else {
        return nil
      }
      let document = try group.record.flatMap { try library.document(group.register, $0) }
      let fields = Registers.named(group.register)
      return Correction(
        region: lock.region, entry: entry, register: group.register, record: group.record,
        key: fields.flatMap { document?[$0.keyField].plain } ?? "",
        title: fields.flatMap { document?[$0.titleField].plain } ?? "", parts: parts,
        confirmation: isDecided(entry) ? .decided : confirmed[group.sequence] ?? .wanted)
    }
  }

  private static func parts(
    _ indicators: [Indicator], _ terms: [Indicator.Term], _ changes: [FactChange], _ quarter: Quarter
  ) -> [Correction.Part] {
    indicators.compactMap { indicator in
      var sums = TallySums.zero
      var days: Set<Day> = []
      for term in indicator.terms {
        for change in changes where terms[change.term] == term.added {
          let amount = term.sign > 0 ? change.amount : -change.amount
          sums.cumulative += amount
          if change.day.year == quarter.year { sums.year += amount }
          if change.day.quarter == quarter { sums.period += amount }
          days.insert(change.day)
        }
      }
      return sums == .zero ? nil : Correction.Part(indicator: indicator, differences: sums, days: days.sorted())
    }
  }

  private static func isDecided(_ entry: HistoryEntry) -> Bool {
    if decisions.contains(entry.action) { return true }
    let touched = Set(entry.changes.map(\.field))
    return entry.rows.isEmpty && !touched.isEmpty && touched.isSubset(of: verified)
  }

  private static func confirmations(
    _ lock: QuarterLock, in library: any StoreReading
  ) throws -> [Int: Correction.Confirmation] {
    guard let found = try QuarterRecord.find(lock.region, lock.quarter, lock.edition, in: library.lookup) else {
      return [:]
    }
    var confirmed: [Int: Correction.Confirmation] = [:]
    for row in QuarterRecord.schema.record(found).confirmations {
      guard let entry = row.entry, let day = row.confirmedOn else { continue }
      confirmed[entry] = .confirmed(by: row.confirmedBy, on: day)
    }
    return confirmed
  }
}
