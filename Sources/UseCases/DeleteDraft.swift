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
      try library.delete(register, id, base: base, action: HistoryEntry.delete)
      try Dependents.mirror(document, nil, in: library, store.reference)
    }
  }

  /// A project without a row of any tier.
  package static func isDraft(_ document: Document) -> Bool {
    guard let register = Registers.named(document.register) else { return false }
    let filed = register.lists.filter { $0.part == .filing }
    return !filed.isEmpty && filed.allSatisfy { document.children[$0.id]?.isEmpty ?? true }
  }
}
