/// One lock of one region's quarter: the position in the history at which its figures stand.
package struct QuarterLock: Hashable, Sendable {
  /// Permanent; the kept figures hang on it.
  package let id: RecordID
  /// The region's code.
  package let region: String
  /// What was locked.
  package let quarter: Quarter
  /// The quarter's own edition, or the yearly one 年报核定 that assessment uses.
  package let edition: TallyQuery.Edition
  /// Counted from 1 within the region's quarter and edition.
  package let version: Int
  /// The last entry of the history that was known.
  package let position: Int
  /// The day in Asia/Shanghai.
  package let lockedOn: Day
  /// The person's name in the library.
  package let lockedBy: String
  /// Locked by the tier above with the last known figures 代锁、未报.
  package let isUnreported: Bool
  /// Readings other than the usual ones, by indicator.
  package let readings: [String: String]
  /// The last entry before it was unlocked; nil while it stands.
  package let unlockedAt: Int?

  package init(
    id: RecordID, region: String, quarter: Quarter, edition: TallyQuery.Edition, version: Int, position: Int,
    lockedOn: Day, lockedBy: String, isUnreported: Bool, readings: [String: String] = [:], unlockedAt: Int? = nil
  ) {
    self.id = id
    self.region = region
    self.quarter = quarter
    self.edition = edition
    self.version = version
    self.position = position
    self.lockedOn = lockedOn
    self.lockedBy = lockedBy
    self.isUnreported = isUnreported
    self.readings = readings
    self.unlockedAt = unlockedAt
  }

  /// Whether it stood after an entry of the history; nil asks for now.
  package func stands(at position: Int?) -> Bool {
    guard let position else { return unlockedAt == nil }
    return self.position < position && unlockedAt.map { $0 >= position } ?? true
  }
}

/// All locks, and which of them stands where.
package struct LockBook: Sendable {
  private struct Key: Hashable {
    let region: String
    let quarter: Quarter
    let edition: TallyQuery.Edition
  }

  private let locks: [Key: [QuarterLock]]

  /// All locks of a library, unlocked ones too, in any order.
  package init(_ locks: [QuarterLock]) {
    self.locks = Dictionary(grouping: locks) { Key(region: $0.region, quarter: $0.quarter, edition: $0.edition) }
      .mapValues { $0.sorted { $0.version < $1.version } }
  }

  /// Nothing was ever locked.
  package var isEmpty: Bool { locks.isEmpty }

  /// All versions of a region's quarter, oldest first.
  package func versions(_ region: String, _ quarter: Quarter, _ edition: TallyQuery.Edition) -> [QuarterLock] {
    locks[Key(region: region, quarter: quarter, edition: edition)] ?? []
  }

  /// The one that stood after an entry of the history (nil: now); nil where the quarter was open.
  package func standing(
    _ region: String, _ quarter: Quarter, _ edition: TallyQuery.Edition, at position: Int? = nil
  ) -> QuarterLock? {
    versions(region, quarter, edition).last { $0.stands(at: position) }
  }

  /// The one from which later quarters go on: the annual edition where it stands, else the quarterly.
  package func settled(_ region: String, _ quarter: Quarter, at position: Int? = nil) -> QuarterLock? {
    standing(region, quarter, .annual, at: position) ?? standing(region, quarter, .quarterly, at: position)
  }

  /// Whether any quarter of any of these regions stands locked.
  package func touches(_ regions: Set<String>, at position: Int? = nil) -> Bool {
    locks.contains { key, versions in
      regions.contains(key.region) && versions.contains { $0.stands(at: position) }
    }
  }
}

/// What was kept of one region's quarter for one term: the figures as they stood at the lock.
package struct LockedFigure: Hashable, Sendable {
  /// `Indicator.Term.key`.
  package let term: String
  /// Blank for the whole; `sector/steel`, `focus/process`, `product/平板玻璃/＞800吨/天`.
  package let part: String
  /// As they stood at the lock, in the term's own unit.
  package let sums: TallySums
  /// Of the period's sum, what was dated in earlier quarters 补报上季.
  package let late: Amount
  /// Of the year's sum, what was dated in earlier years.
  package let lateInYear: Amount

  package init(term: String, part: String, sums: TallySums, late: Amount = .zero, lateInYear: Amount = .zero) {
    self.term = term
    self.part = part
    self.sums = sums
    self.late = late
    self.lateInYear = lateInYear
  }

  /// Whether there is nothing to keep.
  package var isZero: Bool { sums == .zero && late == .zero && lateInYear == .zero }

  /// One line of what the digest covers.
  package var line: String {
    ([term, part] + [sums.cumulative, sums.year, sums.period, late, lateInYear].map { String($0.scaled) })
      .joined(separator: "\t") + "\n"
  }
}

extension Indicator.Term {
  /// The same as what adds: its sums are read once, whatever they are used for.
  package var added: Indicator.Term { Indicator.Term(measure, dimensions: dimensions) }

  /// The measure and the wanted dimensions as one word: `projects.exits|completed`.
  package var key: String {
    var values = dimensions.map { $0 ?? "" }
    while values.last == "" { values.removeLast() }
    return ([measure] + values).joined(separator: "|")
  }
}
