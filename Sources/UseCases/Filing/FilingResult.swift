import Domain

/// What became of one record that a filing verb was asked for.
package struct FilingResult: Sendable {
  /// What came of it.
  package enum Outcome: Sendable {
    /// Done; the record as it was saved.
    case done(Document)
    /// Not now: why, and what instead.
    case refused(Label)
    /// Not by this person: who may.
    case forbidden(Label)
  }

  /// The record that was asked for.
  package let id: RecordID
  /// Its code, as people see it; blank where there is no such record.
  package let key: String
  /// Its name.
  package let title: String
  /// What came of it.
  package let outcome: Outcome
  /// What the rules said where they were asked: errors that stopped it, warnings that travel with it.
  package let findings: [Finding]

  /// Whether it was done.
  package var isDone: Bool { if case .done = outcome { true } else { false } }

  /// Why it was not done.
  package var refusal: Label? {
    switch outcome {
    case .done: nil
    case .refused(let label), .forbidden(let label): label
    }
  }
}

/// What every filing verb may be told.
package struct FilingOptions: Sendable {
  /// The tier that acts; nil for the one that follows from the person's region and the record.
  package var tier: Tier?
  /// The revisions that the person has seen: a record that changed since is refused. Records not named are not compared.
  package var seen: [RecordID: Int]

  /// Options; the usual ones follow from the record.
  package init(tier: Tier? = nil, seen: [RecordID: Int] = [:]) {
    self.tier = tier
    self.seen = seen
  }
}
