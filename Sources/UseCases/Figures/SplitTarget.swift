import Domain

/// Gives the regions right below a region their parts of its target, with document and basis; history keeps what was.
package enum SplitTarget {
  /// What stands in the history.
  package static let action = "split"

  /// What all parts of one act have in common.
  package struct Act: Hashable, Sendable {
    /// One of `FigureCodes.splits`.
    package var basis: String
    /// The document number; blank where there is none yet.
    package var document: String
    /// The document's date.
    package var documentDay: Day?
    /// What else is to be kept with the targets; may be blank.
    package var note: String

    /// An act.
    package init(basis: String, document: String = "", documentDay: Day? = nil, note: String = "") {
      (self.basis, self.document, self.documentDay, self.note) = (basis, document, documentDay, note)
    }
  }

  /// Writes every part that is new or differs, all or none; a blank part keeps what it has. Answers how many were written.
  ///
  /// Parts need not add up to the whole: what is left is shown wherever targets are, and not hidden in a part. Throws
  /// `NotAllowed`, `StoreError.conflict` where a target was changed meanwhile, and `UseCaseError.faulty`.
  package static func run(
    _ split: TargetSplit, values: [Amount?], _ act: Act, in store: any Store, as environment: Environment
  ) throws -> Int {
    let changes = zip(split.parts, values).compactMap { part, value -> RegionTarget? in
      guard let value, value != part.target?.value else { return nil }
      return changed(part, to: value, split, act, environment)
    }
    guard !changes.isEmpty else { return 0 }
    return try store.write(as: environment) { library in
      for target in changes {
        let saved = try SaveRecord.write(
          RegionTarget.schema.document(target), base: target.revision, action: action, in: library, store, environment)
        if let fault = saved.findings.first(where: { $0.severity == .error }) { throw UseCaseError.faulty(fault) }
      }
      return changes.count
    }
  }

  private static func changed(
    _ part: TargetSplit.Part, to value: Amount, _ split: TargetSplit, _ act: Act, _ environment: Environment
  ) -> RegionTarget {
    var target = part.target ?? RegionTarget()
    if part.target == nil {
      target.id = environment.newID()
      target.region = part.region.code
      target.indicator = split.subject.indicator
      target.span = split.subject.span
      target.year = split.subject.year
    } else {
      target.version = (target.version ?? 1) + 1
    }
    target.value = value
    target.split = act.basis
    target.splitNote = act.note
    target.document = act.document
    target.documentDay = act.documentDay
    return target
  }
}
