import Domain

/// Unlocks a region's quarter 解锁, and with it those of the regions it lies in; locking again makes a second version.
package enum UnlockQuarter {
  /// The verb in the history.
  package static let action = "unlock"

  /// Why the person may not unlock a region's quarter; nil where they may.
  package static func refusal(_ region: String, in store: any Store, as environment: Environment) -> Label? {
    environment.access.refusal(.unlock, subject(region, store))
  }

  /// Unlocking is asked of the province.
  private static func subject(_ region: String, _ store: any Store) -> Subject {
    Subject(
      QuarterRecord.schema.id, region: store.reference.regions.province(of: region)?.code ?? store.info.region)
  }

  /// The regions that were unlocked. It takes the province's supervisor and a reason; throws `TextProblem` or `NotAllowed`.
  @discardableResult
  package static func run(
    _ quarter: Quarter, region: String, edition: TallyQuery.Edition = .quarterly, reason: String,
    in store: any Store, as environment: Environment
  ) throws -> [String] {
    let reason = TextCleaning.line(reason)
    guard !reason.isEmpty, reason.count <= 500 else {
      throw TextProblem(zh: "请写明解锁理由（500字以内）", en: "Give the reason for unlocking (500 characters at most)")
    }
    return try store.write(as: environment) { library in
      let regions = store.reference.regions
      guard let unit = regions[region] else {
        throw TextProblem(zh: "没有地区“\(region)”", en: "There is no region “\(region)”")
      }
      let permit = try environment.access.permit(.unlock, subject(region, store))
      let book = LockBook(try library.lookup.locks())
      guard book.standing(region, quarter, edition) != nil else {
        throw TextProblem(
          zh: "\(unit.name)\(quarter.label.zh)没有锁定", en: "\(quarter.label.en) of \(unit.name) is not locked")
      }
      var unlocked: [String] = []
      var next: Region? = unit
      while let place = next {
        if edition == .quarterly, book.standing(place.code, quarter, .annual) != nil {
          throw TextProblem(
            zh: "\(place.name)的年报核定已锁定，先解锁年报核定",
            en: "The annual edition of \(place.name) is locked; unlock that first")
        }
        if book.standing(place.code, quarter, edition) != nil {
          try unlock(place.code, quarter, edition, reason, permit, library, store, environment)
          unlocked.append(place.code)
        }
        next = place.parent.isEmpty ? nil : regions[place.parent]
      }
      return unlocked
    }
  }

  private static func unlock(
    _ region: String, _ quarter: Quarter, _ edition: TallyQuery.Edition, _ reason: String, _ permit: Permit,
    _ library: any StoreWriting, _ store: any Store, _ environment: Environment
  ) throws {
    guard let found = try QuarterRecord.find(region, quarter, edition, in: library.lookup) else { return }
    var record = QuarterRecord.schema.record(found)
    guard let place = record.locks.indices.last else { return }
    record.locks[place].unlockedAt = try library.head().sequence
    record.locks[place].unlockedOn = environment.today
    record.locks[place].unlockedBy = environment.actor.person
    record.locks[place].unlockReason = reason
    _ = try SaveRecord.write(
      QuarterRecord.schema.document(record), base: found.revision, action: action, in: library, store, environment,
      checking: false, filing: (permit, reason))
  }
}

extension QuarterRecord {
  /// The record of a region's quarter; nil where it was never locked.
  static func find(
    _ region: String, _ quarter: Quarter, _ edition: TallyQuery.Edition, in library: any StoreReading
  ) throws -> Document? {
    try library.find(schema.id, key: key(region, quarter.text, edition.rawValue))
      .flatMap { try library.document(schema.id, $0) }
  }
}
