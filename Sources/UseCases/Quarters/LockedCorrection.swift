import Domain

/// What a save does to quarters that are locked: it is let through as a correction, with its reason.
enum LockedCorrection {
  /// The note of an ordinary save: the reason given. Throws `UseCaseError.reasonWanted` where facts that a locked quarter
  /// counted would change or go and no reason was given. What is only reported late needs none.
  static func note(
    _ new: Document, over old: Document?, _ register: Register, in library: any StoreReading, _ store: any Store,
    _ environment: Environment
  ) throws -> String {
    let reason = TextCleaning.line(environment.reason)
    guard let old, reason.isEmpty, register.measures.contains(where: { $0.day != nil }) else { return reason }
    let standing = try library.locks().filter { $0.unlockedAt == nil }
    guard !standing.isEmpty else { return reason }
    var last: [String: Quarter] = [:]
    for lock in standing { last[lock.region] = max(last[lock.region] ?? lock.quarter, lock.quarter) }
    for measure in register.measures
    where measure.day != nil && !Indicators.standing.contains(measure.id) && Indicators.isTallied(measure.id) {
      let gone = difference(measure, old, new, store.reference)
      guard
        let fact = gone.first(where: { fact in
          guard let day = fact.day, let quarter = last[fact.region] else { return false }
          return day <= quarter.lastDay
        }), let quarter = last[fact.region]
      else { continue }
      let name = store.reference.regions[fact.region]?.name ?? fact.region
      throw UseCaseError.reasonWanted(
        Label(
          zh: "\(name)\(quarter.label.zh)已锁定，这会更正其“\(measure.label.zh)”：请写明更正理由",
          en: "\(quarter.label.en) of \(name) is locked and this corrects its “\(measure.label.en)”: give the reason"))
    }
    return reason
  }

  /// Facts of the old record that the new one has no more, or fewer of.
  private static func difference(
    _ measure: Measure, _ old: Document, _ new: Document, _ reference: ReferenceTables
  ) -> [Fact] {
    struct Key: Hashable {
      let region: String
      let day: Day?
    }
    func sums(_ document: Document) -> [Key: Amount] {
      measure.facts(of: document, in: reference).reduce(into: [:]) {
        $0[Key(region: $1.region, day: $1.day), default: .zero] += $1.amount
      }
    }
    let after = sums(new)
    return sums(old).filter { $0.value != .zero && after[$0.key] ?? .zero != $0.value }.map { key, amount in
      Fact(measure: measure.id, region: key.region, dimensions: [], day: key.day, amount: amount)
    }
  }
}
