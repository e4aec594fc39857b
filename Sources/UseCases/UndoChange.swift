import Domain

/// Takes back a record's last change where it was one's own 撤销: a new entry, which can be taken back in its turn.
package enum UndoChange {
  /// What stands in the history.
  package static let action = "undo"

  /// The record as it is and as it would be.
  package struct Proposal: Sendable {
    /// The entry that is taken back.
    package let entry: HistoryEntry
    /// The record now.
    package let now: Document
    /// The record without that entry's changes; what is derived is derived again when it is saved.
    package let before: Document
  }

  /// What the last change was; throws `UseCaseError.notUndone` where it is not for this person to take back.
  package static func proposal(
    _ register: Register, _ id: RecordID, in store: any Store, as environment: Environment
  ) throws -> Proposal {
    try store.read { try proposal(register, id, in: $0, environment) }
  }

  /// Takes back the entry of that sequence; a conflict if something was written since it was looked at.
  @discardableResult
  package static func run(
    _ register: Register, _ id: RecordID, entry sequence: Int, in store: any Store, as environment: Environment
  ) throws -> SavedRecord {
    try store.write(as: environment) { library in
      let proposal = try proposal(register, id, in: library, environment)
      guard proposal.entry.sequence == sequence else { throw StoreError.conflict(current: proposal.now) }
      let saved = try SaveRecord.write(
        proposal.before, base: proposal.now.revision, action: action, in: library, store, environment)
      if register.id == Person.schema.id { try KeepPeople.requireAdministrator(in: library) }
      return saved
    }
  }

  private static func proposal(
    _ register: Register, _ id: RecordID, in library: any StoreReading, _ environment: Environment
  ) throws -> Proposal {
    let entries = try library.history(register.id, id)
    guard let now = try library.document(register.id, id), let last = entries.last else {
      throw StoreError.conflict(current: nil)
    }
    if let refusal = refusal(entries, environment.actor.person) { throw UseCaseError.notUndone(refusal) }
    return Proposal(entry: last, now: now, before: last.takenBack(from: now, keepingPrivate: register))
  }

  /// Changes that are typing and not acts: what a tier was asked or has decided is taken back by its own verbs.
  private static let undone: Set<String> = [SaveRecord.action, ImportRecords.action, action]

  /// Why the last of a record's entries (oldest first) is not this person's to take back; nil where it is.
  package static func refusal(_ entries: [HistoryEntry], _ person: String) -> Label? {
    guard let last = entries.last else { return Label(zh: "没有改动", en: "Nothing was changed") }
    let verb = last.actionLabel
    if last.person != person {
      return Label(
        zh: "上次改动（\(verb.zh)）是\(last.person)所作，只能撤销自己的",
        en: "The last change (\(verb.en)) is \(last.person)'s; only one's own is taken back")
    }
    if !undone.contains(last.action) {
      return Label(
        zh: "上次是“\(verb.zh)”，不是修改；请用撤回、变更等办理",
        en: "The last entry is “\(verb.en)”, not an edit; withdraw it, or ask for a change")
    }
    if entries.count == 1 {
      return Label(zh: "只有新建这一次；不要的草稿可删除", en: "It was only made; a draft that is not wanted is deleted")
    }
    return nil
  }
}
