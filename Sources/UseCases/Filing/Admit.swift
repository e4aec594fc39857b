import Domain

/// Admits what waits 入库: an entry, a change, an exit.
package enum Admit {
  /// What stands in the history.
  package static let action = "admit"

  /// The document that admits.
  package struct Decision: Sendable {
    /// Its number; may be blank.
    package var document: String
    /// Its date; nil is today.
    package var day: Day?
    /// Why, in words; may be blank.
    package var reason: String

    /// A decision.
    package init(document: String = "", day: Day? = nil, reason: String = "") {
      self.document = document
      self.day = day
      self.reason = reason
    }
  }

  /// A review that was not begun, or has lapsed, is begun by the same act.
  package static func run(
    _ ids: [RecordID], _ decision: Decision = Decision(), _ options: FilingOptions = FilingOptions(),
    in store: any Store, as environment: Environment
  ) throws -> [FilingResult] {
    try FilingRun.run(ids, action, options, note: decision.document, in: store, as: environment) { turn in
      try turn.allowReviewer(.admit, of: try turn.openTier().tier)
      try turn.takeUp()
      try turn.take(
        .admit(on: decision.day ?? environment.today, document: decision.document, reason: decision.reason))
    }
  }
}

extension FilingTurn {
  /// Begins the review where nobody has it.
  mutating func takeUp() throws {
    guard let filing = project.openFiling,
      !filing.isInReview || filing.hasLapsed(today: environment.today, rules: rules)
    else { return }
    try take(.beginReview)
  }
}
