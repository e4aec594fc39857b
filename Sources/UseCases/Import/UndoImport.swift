import Domain

/// Takes a whole import back by opposite entries: what it made is deleted, what it changed is as before.
package enum UndoImport {
  /// What stands in the history.
  package static let action = "undo_import"

  /// A record that is not, or not without being chosen, taken back.
  package struct Left: Hashable, Sendable {
    /// The record that stays as it is.
    package let record: RecordID
    /// What it is called.
    package let title: String
    /// Why it stays.
    package let reason: Label
    /// Whether choosing it takes it back all the same.
    package let mayBeChosen: Bool
  }

  /// What was, or would be, taken back.
  package struct Outcome: Sendable {
    /// Records that were (or would be) taken back.
    package var undone = 0
    /// Those that were not.
    package var left: [Left] = []
  }

  /// Undoes an import in one transaction, or with `isDryRun` says what that would do. Records that were changed or
  /// submitted since are left, unless they are among the `chosen`. `progress` answers false to stop.
  package static func run(
    _ batch: ImportBatch, chosen: Set<RecordID> = [], isDryRun: Bool = false, in store: any Store,
    as environment: Environment, progress: (Int) -> Bool = { _ in true }
  ) throws -> Outcome {
    guard let register = Registers.named(batch.register) else { throw UseCaseError.unknownRegister(batch.register) }
    try Permission.anywhere(RegisterGroup(of: register.id).writing ?? .takeIn, register.id, as: environment)
    if isDryRun {
      return try store.read { library in
        try requireStanding(batch, in: library)
        return try Undoing(register, batch, chosen, store, environment, library, nil).all(progress)
      }
    }
    return try store.write(as: environment, large: true) { library in
      try requireStanding(batch, in: library)
      let outcome = try Undoing(register, batch, chosen, store, environment, library, library).all(progress)
      if outcome.left.isEmpty { try ImportBatches.markUndone(batch.id, in: library) }
      return outcome
    }
  }

  private static func requireStanding(_ batch: ImportBatch, in library: any StoreReading) throws {
    guard try ImportBatches.all(in: library).contains(where: { $0.id == batch.id && $0.isUndone }) else { return }
    throw StoreError.failed(
      Label(zh: "导入 \(batch.id) 已经撤销过", en: "The import \(batch.id) was undone already"))
  }
}

/// One undoing while it runs.
private struct Undoing {
  let register: Register
  let batch: ImportBatch
  let chosen: Set<RecordID>
  let store: any Store
  let environment: Environment
  let reading: any StoreReading
  let writing: (any StoreWriting)?

  init(
    _ register: Register, _ batch: ImportBatch, _ chosen: Set<RecordID>, _ store: any Store,
    _ environment: Environment, _ reading: any StoreReading, _ writing: (any StoreWriting)?
  ) {
    self.register = register
    self.batch = batch
    self.chosen = chosen
    self.store = store
    self.environment = environment
    self.reading = reading
    self.writing = writing
  }

  func all(_ progress: (Int) -> Bool) throws -> UndoImport.Outcome {
    var outcome = UndoImport.Outcome()
    let privates = try ImportBatches.privates(batch.id, in: reading)
    let made = try records()
    var done = 0
    // The last one first: what hangs on what.
    for entry in made.reversed() {
      guard let id = entry.record else { continue }
      if let left = try undo(entry, id, privates[id] ?? [], among: Set(made.compactMap(\.record))) {
        outcome.left.append(left)
      } else {
        outcome.undone += 1
      }
      done += 1
      if done % 100 == 0, !progress(done) { throw StoreError.interrupted }
    }
    outcome.left.reverse()
    return outcome
  }

  /// The import's own entries.
  private func records() throws -> [HistoryEntry] {
    var found: [HistoryEntry] = []
    var next = batch.entries.lowerBound
    while next <= batch.entries.upperBound {
      let entries = try reading.lookup.entries(from: next, limit: min(1000, batch.entries.upperBound - next + 1))
      guard let last = entries.last else { break }
      found += entries.filter { $0.action == ImportRecords.action && $0.register == register.id }
      next = last.sequence + 1
    }
    return found
  }

  private func undo(
    _ entry: HistoryEntry, _ id: RecordID, _ privates: [ImportBatches.Private], among made: Set<RecordID>
  ) throws -> UndoImport.Left? {
    let history = try reading.lookup.history(register.id, id)
    // Taken back, or deleted by somebody, already.
    guard let document = try reading.lookup.document(register.id, id) else { return nil }
    guard let later = Self.standing(history.filter { $0.sequence > entry.sequence }, after: entry) else { return nil }
    func left(_ reason: Label, mayBeChosen: Bool) -> UndoImport.Left {
      UndoImport.Left(
        record: id, title: document[register.titleField].plain, reason: reason, mayBeChosen: mayBeChosen)
    }
    if let later = later.last, !chosen.contains(id) {
      let day = later.at.day.iso
      return left(
        Label(
          zh: "导入后已被\(later.person)改动或上报（\(day) \(later.actionLabel.zh)）",
          en: "was changed or submitted since by \(later.person) (\(day), \(later.actionLabel.en))"), mayBeChosen: true)
    }
    let isNew = history.first?.sequence == entry.sequence
    do {
      if isNew {
        if let holder = try follower(of: id, among: made) {
          return left(
            Label(zh: "“\(holder)”正在引用它", en: "“\(holder)” links to it"), mayBeChosen: false)
        }
        try delete(document)
      } else {
        try restore(document, entry, privates)
      }
    } catch let refusal as NotAllowed {
      return left(refusal.message, mayBeChosen: false)
    } catch UseCaseError.frozen(let message), UseCaseError.reasonWanted(let message) {
      return left(message, mayBeChosen: false)
    }
    return nil
  }

  /// What was changed after an import and still stands; nil where the import itself was taken back. Imports that were taken
  /// back have left nothing.
  private static func standing(_ later: [HistoryEntry], after entry: HistoryEntry) -> [HistoryEntry]? {
    var standing: [HistoryEntry] = []
    for more in later {
      guard more.action == UndoImport.action else {
        standing.append(more)
        continue
      }
      if let place = standing.lastIndex(where: { $0.action == ImportRecords.action && undoes(more, $0) }) {
        standing.remove(at: place)
      } else if undoes(more, entry) {
        return nil
      } else {
        standing.append(more)
      }
    }
    return standing
  }

  /// Whether one entry puts back what the other had changed.
  private static func undoes(_ undoing: HistoryEntry, _ entry: HistoryEntry) -> Bool {
    guard let register = Registers.named(entry.register) else { return false }
    func puts(_ back: [HistoryEntry.Change], _ made: [HistoryEntry.Change], in list: String) -> Bool {
      made.filter { register.field(path: list + $0.field)?.isDerived == false }.allSatisfy { change in
        back.contains { $0.field == change.field && $0.after == change.before }
      }
    }
    return puts(undoing.changes, entry.changes, in: "")
      && entry.rows.allSatisfy { row in
        undoing.rows.contains {
          $0.list == row.list && $0.row == row.row && ($0.after == nil) == (row.before == nil)
            && (row.before == nil || puts($0.changes, row.changes, in: row.list + "."))
        }
      }
  }

  private func delete(_ document: Document) throws {
    if !environment.access.isAlone, register.id == Project.schema.id, !DeleteDraft.isDraft(document) {
      throw UseCaseError.frozen(
        Label(zh: "已上报或在库，不能删除；请走退出", en: "was submitted or admitted and cannot be deleted; ask for its exit"))
    }
    let deed = RegisterGroup(of: register.id).writing ?? .takeIn
    let permit = try Permission.permit(deed, document, in: reading, as: environment)
    guard let writing else { return }
    try writing.delete(
      register.id, document.id, base: document.revision, action: UndoImport.action, permit: permit)
    try Dependents.mirror(document, nil, in: writing, store.reference)
  }

  private func restore(_ document: Document, _ entry: HistoryEntry, _ privates: [ImportBatches.Private]) throws {
    var before = Self.reversed(entry, on: document)
    for field in register.fields where field.isPrivate {
      // The entry holds a digest; what it stands for lies beside the batch.
      let kept = privates.first { $0.field == field.id }
      before[field.id] = kept.map { $0.value.isEmpty ? .empty : .text($0.value) } ?? document[field.id]
    }
    let isGuarded = !environment.access.isAlone
    if let writing {
      _ = try SaveRecord.write(
        before, base: document.revision, action: UndoImport.action, in: writing, store, environment, checking: false,
        isGuarded: isGuarded)
    } else if isGuarded,
      try FilingGuard.check(before, over: document, in: reading.lookup, store.reference, environment) == nil
    {
      _ = try Permission.save(before, over: document, in: reading, as: environment)
    }
  }

  /// A record with one entry's changes taken back; what was changed since elsewhere stays.
  static func reversed(_ entry: HistoryEntry, on document: Document) -> Document {
    var result = document
    for change in entry.changes { result[change.field] = change.before }
    for change in entry.rows.sorted(by: { ($0.before ?? .max) < ($1.before ?? .max) }) {
      var rows = result.children[change.list] ?? []
      let place = rows.firstIndex { $0.id == change.row }
      if let before = change.before {
        var row = place.map { rows.remove(at: $0) } ?? ChildRow(id: change.row)
        for field in change.changes { row[field.field] = field.before }
        rows.insert(row, at: min(before, rows.count))
      } else if let place {
        rows.remove(at: place)
      }
      result.children[change.list] = rows.isEmpty ? nil : rows
    }
    return result
  }

  /// The name of a record that links to one that is to go, other than what goes with it.
  private func follower(of id: RecordID, among made: Set<RecordID>) throws -> String? {
    for other in Registers.all {
      for field in other.fields {
        guard case .record(let target) = field.kind, target == register.id else { continue }
        let found = try reading.lookup.documents(other.id, where: field.id, is: .record(id))
        if let one = found.first(where: { !(other.id == register.id && made.contains($0.id)) }) {
          return one[other.titleField].plain
        }
      }
    }
    return nil
  }
}
