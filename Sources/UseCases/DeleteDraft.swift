import Domain

/// Deletes a project that is still a draft: by the person who made it, while nothing has been filed.
package enum DeleteDraft {
  /// Throws `UseCaseError.notADraft` or `.notYours`; a conflict if somebody saved it meanwhile.
  package static func run(
    _ register: String, _ id: RecordID, base: Int, in store: any Store, as environment: Environment
  ) throws {
    try store.write(as: environment) { library in
      guard let document = try library.document(register, id) else { throw StoreError.conflict(current: nil) }
      guard isDraft(document) else { throw UseCaseError.notADraft }
      if let maker = try library.history(register, id).first?.person, maker != environment.actor.person {
        throw UseCaseError.notYours(person: maker)
      }
      let permit = try Permission.permit(.delete, document, in: library, as: environment)
      try HomeGuard.check(Permission.region(document), in: library, store)
      try library.delete(register, id, base: base, action: HistoryEntry.delete, permit: permit)
      try Dependents.mirror(document, nil, in: library, store.reference)
    }
  }

  /// A project that no tier has or had: never submitted, or withdrawn each time before a review.
  package static func isDraft(_ document: Document) -> Bool {
    guard document.register == Project.schema.id else { return false }
    let project = Project.schema.record(document)
    return project.memberships.allSatisfy { $0.state == MembershipState.none.rawValue }
      && project.filings.allSatisfy { $0.outcome == FilingOutcome.withdrawn.rawValue }
  }
}
