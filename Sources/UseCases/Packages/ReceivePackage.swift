import Domain

/// Applies another library's package: all of it, in its order, or nothing.
///
/// Each of its entries becomes the payload of an entry here (origin library and sequence, hashes, the original bytes), so
/// that both chains can be proved; what it changes is an entry of its own. A package that was applied is known and
/// changes nothing; one that comes too early names the one that is missing.
package enum ReceivePackage {
  /// What stands in the history for the package as a whole.
  package static let action = "receive"
  /// The payload's action.
  package static let wrapped = "received"

  /// Who has the last word where both libraries changed a place.
  package struct Choices: Hashable, Sendable {
    /// For records that have no word of their own; nil leaves their conflicts open, which refuses the package.
    package var others: EntryMerge.Choice?
    /// Record by record.
    package var records: [RecordID: EntryMerge.Choice]

    package init(others: EntryMerge.Choice? = nil, records: [RecordID: EntryMerge.Choice] = [:]) {
      (self.others, self.records) = (others, records)
    }

    /// Whose word counts for a record.
    package subscript(id: RecordID) -> EntryMerge.Choice? { records[id] ?? others }
  }

  /// How a package is applied.
  package struct Options: Sendable {
    /// Draws up the account alone: everything is tried, and taken back.
    package var isDryRun: Bool
    /// How conflicts are decided.
    package var choices: Choices
    /// The account that a person saw: where the package would do anything else by now, nothing is done.
    package var expected: PackageAccount?

    package init(isDryRun: Bool = false, choices: Choices = Choices(), expected: PackageAccount? = nil) {
      (self.isDryRun, self.choices, self.expected) = (isDryRun, choices, expected)
    }
  }

  /// A trial that is taken back.
  private struct Trial: Error {
    let account: PackageAccount
  }

  /// Applies the package and says what becomes of each record; where the account has `obstacles`, nothing was written.
  ///
  /// Throws `Package.Fault` for a file that is not sound, `PackageProblem` for one that is not for this library or comes too
  /// early. `progress` gets a part of 1 and answers false to stop.
  package static func run(
    _ bytes: [UInt8], _ options: Options = Options(), in store: any Store, as environment: Environment,
    progress: (Double) -> Bool = { _ in true }
  ) throws -> PackageAccount {
    try PackageDesk.permit(as: environment)
    do {
      return try PackageDesk.library(store).write(as: environment, large: true) { library in
        let ledger = try PackageDesk.ledger(library)
        var work = try PackageWork(bytes, options, ledger, store, environment)
        let account = try work.run(progress)
        // What was tried is taken back whole, and so is what cannot be done as a whole.
        if options.isDryRun || !account.obstacles.isEmpty { throw Trial(account: account) }
        if let seen = options.expected, !account.isRepeated, seen.lines != account.lines {
          throw PackageProblem(
            "核对后库中记录又有改动；什么都没有写入，请重新核对",
            "Records were changed after the account; nothing was written, look through it again")
        }
        return account
      }
    } catch let trial as Trial {
      return trial.account
    }
  }
}

/// One package while it is applied.
private struct PackageWork {
  let package: Package
  let options: ReceivePackage.Options
  let ledger: any PackageLedger
  let store: any Store
  let environment: Environment
  var account: PackageAccount
  private var outcomes: [RecordID: PackageAccount.Outcome] = [:]
  private var places: [RecordID: (register: String, key: String, title: String)] = [:]
  private var order: [RecordID] = []
  private var fresh: [(String, RecordID)] = []
  private var changes: [RecordID: [ImportVerdict.Change]] = [:]
  /// Records whose filing stands as it does here.
  private var kept: Set<RecordID> = []
  /// Whether records that others name are here.
  private var isHere: [RecordID: Bool] = [:]

  init(
    _ bytes: [UInt8], _ options: ReceivePackage.Options, _ ledger: any PackageLedger, _ store: any Store,
    _ environment: Environment
  ) throws {
    let partners = try ledger.partners()
    package = try Package.read(bytes) { id in partners.first { $0.id == id }?.key }
    (self.options, self.ledger, self.store, self.environment) = (options, ledger, store, environment)
    account = PackageAccount(header: package.header)
    let header = package.header
    guard header.kind == .parcel else {
      throw PackageProblem("这是库的名片；请用 package trust", "This is a library's card; use package trust")
    }
    guard partners.contains(where: { $0.id == header.sender.id }) else {
      throw PackageProblem(
        "数据包来自未登记的库（地区 \(header.sender.region)）；请先取得其名片并 package trust",
        "The package is from a library that is not known (region \(header.sender.region)); get its card and package trust"
      )
    }
    guard header.receiver == store.info.id else {
      throw PackageProblem("数据包是给另一个库的", "The package is for another library")
    }
  }

  private var sender: LibraryCard { package.header.sender }

  mutating func run(_ progress: (Double) -> Bool) throws -> PackageAccount {
    let header = package.header
    let last = try ledger.lastParcel(sender.id, .received)
    if let last, header.number <= last.number {
      account.isRepeated = true
      return account
    }
    guard header.number == (last?.number ?? 0) + 1 else {
      let missing = (last?.number ?? 0) + 1
      throw PackageProblem(
        "先要第\(missing)号数据包，这是第\(header.number)号；请按次序导入",
        "Number \(missing) is missing; this is number \(header.number). Take them in their order")
    }
    guard header.base == last?.head ?? 0 else {
      throw PackageProblem(
        "与上一个数据包不衔接（对方库可能由备份恢复）；请联系对方",
        "It does not follow on the one before (their library may come from a backup); ask them")
    }
    try wrapHeader(header)
    let secrets = Dictionary(
      package.secrets.compactMap { secret in secret.record.map { ($0, secret) } }, uniquingKeysWith: { $1 })
    for (place, entry) in package.entries.enumerated() {
      try wrap(entry)
      try take(entry.entry, secrets)
      if place % 100 == 0, !progress(Double(place) / Double(package.entries.count)) { throw StoreError.interrupted }
    }
    for (register, id) in fresh {
      if let document = try ledger.document(register, id) {
        try Dependents.refresh(after: document, in: ledger, store.reference)
      }
    }
    try ledger.addParcel(Parcel(sender.id, .received, header))
    account.entries = package.entries.count
    for id in order {
      guard let place = places[id], let outcome = outcomes[id] else { continue }
      let kind = outcome.kind
      account.lines.append(
        .init(
          register: place.register, id: id, key: place.key, title: place.title, outcome: outcome,
          changes: kind == .changed || kind == .conflict ? changes[id] ?? [] : [],
          loose: kind == .new || kind == .changed ? try loose(place.register, id) : []))
    }
    return account
  }

  /// Fields of a record, by path, that name one which is not here.
  private mutating func loose(_ register: String, _ id: RecordID) throws -> [String] {
    guard let spec = Registers.named(register), let document = try ledger.document(register, id) else { return [] }
    var loose: [String] = []
    func look(_ fields: [FieldSpec], _ values: [String: Value], _ list: String) throws {
      for field in fields where !field.isDerived {
        guard case .record(let target) = field.kind, let other = values[field.id]?.record else { continue }
        if isHere[other] == nil { isHere[other] = try ledger.document(target, other) != nil }
        if isHere[other] == false { loose.append(list + field.id) }
      }
    }
    try look(spec.fields, document.values, "")
    for list in spec.lists {
      for row in document.children[list.id] ?? [] { try look(list.fields, row.values, list.id + ".") }
    }
    return loose
  }

  // MARK: - The proofs

  private func change(_ field: String, _ value: Value) -> HistoryEntry.Change {
    HistoryEntry.Change(field: field, before: .empty, after: value)
  }

  private func text(_ bytes: [UInt8]) -> Value { .text(String(decoding: bytes, as: UTF8.self)) }

  private func wrapHeader(_ header: PackageHeader) throws {
    _ = try ledger.note(
      ReceivePackage.action, [change("header", text(header.line)), change("signature", .text(package.signature))],
      note: "\(name) \(header.number)")
  }

  private func wrap(_ entry: Package.Entry) throws {
    _ = try ledger.note(
      ReceivePackage.wrapped,
      [
        change("hash", .text(entry.link.hash)), change("library", .record(sender.id)),
        change("line", text(entry.link.line)), change("previous", .text(entry.previous)),
        change("sequence", .integer(entry.link.sequence)),
      ], note: "")
  }

  /// What the sender's library is called.
  private var name: String { store.reference.regions[sender.region]?.name ?? sender.region }

  // MARK: - The records

  private mutating func take(_ entry: HistoryEntry, _ secrets: [RecordID: HistoryEntry]) throws {
    if let told = HandOverRegion.told(entry) {
      // Only who writes a region gives it away; others pass the news on.
      let home = try ledger.home(told.region)
      if home != told.library { try ledger.setHome(told.region, told.library) }
      account.homes[told.region] = told.library
      return
    }
    guard let id = entry.record, let register = PackageDesk.registers.first(where: { $0.id == entry.register }) else {
      return
    }
    if outcomes[id] == nil { order.append(id) }
    let old = try ledger.document(register.id, id)
    if entry.action == HistoryEntry.delete { return try remove(register, id, old) }
    let choice = options.choices[id]
    let history = choice == .theirs ? try ledger.history(register.id, id) : []
    var merge = EntryMerge(
      old ?? register.blankAsSent(id), register, secrets: secrets[id], choice: choice, history: history,
      keepsFiling: old != nil && kept.contains(id))
    merge.apply(entry)
    if merge.keepsFiling { kept.insert(id) }
    remember(merge.document, register)
    if let refusal = try refusal(entry, merge.document, over: old, register) {
      return record(.rejected(refusal), id)
    }
    if !merge.conflicts.isEmpty {
      record(.conflict(merge.conflicts, choice), id)
      if choice == nil { return }
    }
    guard merge.isChanged || old == nil else { return record(.same, id) }
    try save(merge.document, over: old, entry, register)
  }

  private mutating func save(
    _ document: Document, over old: Document?, _ entry: HistoryEntry, _ register: Register
  ) throws {
    do {
      let note = "\(name)#\(entry.sequence) \(entry.person)" + (entry.note.isEmpty ? "" : " \(entry.note)")
      let saved = try SaveRecord.write(
        document, base: old?.revision ?? 0, action: entry.action, in: ledger, store, environment, checking: false,
        filing: (try permit(register, document), note), isGuarded: false, isReceived: true)
      // What it is called follows from what was sent.
      remember(saved.document, register)
      try ledger.setOrigin(ledger.head().sequence, sender.id)
      if old == nil { fresh.append((register.id, document.id)) }
      if let old { keep([ImportVerdict.Change].between(old, document, register), document.id, register) }
      record(old == nil ? .new : .changed, document.id)
    } catch let error as UseCaseError {
      record(.rejected(error.message), document.id)
    }
  }

  /// Several entries may change one place: what counts is from where to where, and nothing where that is the same.
  private mutating func keep(_ more: [ImportVerdict.Change], _ id: RecordID, _ register: Register) {
    // Another order of rows is told by its list alone.
    let isOrder = { (change: ImportVerdict.Change) in change.row == nil && register.list(change.path) != nil }
    var all = changes[id] ?? []
    var earlier = Array(all.indices)
    for change in more {
      let known = earlier.firstIndex {
        all[$0].path == change.path && all[$0].row == change.row && all[$0].after == change.before
      }
      guard let known else {
        all.append(change)
        continue
      }
      let place = earlier.remove(at: known)
      all[place] = .init(path: change.path, before: all[place].before, after: change.after, row: change.row)
    }
    changes[id] = all.filter { $0.before != $0.after || isOrder($0) }
  }

  private mutating func remove(_ register: Register, _ id: RecordID, _ old: Document?) throws {
    guard let old else { return record(.same, id) }
    remember(old, register)
    try ledger.delete(
      register.id, id, base: old.revision, action: HistoryEntry.delete, permit: try permit(register, old))
    try ledger.setOrigin(ledger.head().sequence, sender.id)
    record(.deleted, id)
  }

  private func permit(_ register: Register, _ document: Document) throws -> Permit {
    try Access.alone(environment.actor.person).permit(
      .takeIn, Subject(register.id, region: Permission.region(document)))
  }

  /// Why the sender may not make this change; nil where it may. What is written here, others only decide on.
  private func refusal(
    _ entry: HistoryEntry, _ new: Document, over old: Document?, _ register: Register
  ) throws -> Label? {
    let region = Permission.region(old ?? new)
    let home = try ledger.home(region)
    if home == store.info.id, !Self.decisions.contains(entry.action),
      DeclaredPart.differs([.declared, .running], old ?? register.blankAsSent(new.id), new, register)
    {
      return Label(
        zh: "该地区由本库填报，对方库的修改不收", en: "That region is written here; another library's change is not taken")
    }
    // A neighbour passes on nobody's records.
    if let home, home != sender.id, home != store.info.id, !store.reference.regions.isIn(region, sender.region) {
      return Label(zh: "该地区不由对方库填报", en: "That region is not written in the sender's library")
    }
    return nil
  }

  /// Acts of tiers, whose effect on a record is theirs.
  private static let decisions: Set<String> = [
    "admit", "return", "recommend", "review", "exit", "change", "plan", "withdraw", "submit",
  ]

  private mutating func remember(_ document: Document, _ register: Register) {
    places[document.id] = (register.id, document[register.keyField].plain, document[register.titleField].plain)
  }

  /// The gravest of what the entries of one record came to.
  private mutating func record(_ outcome: PackageAccount.Outcome, _ id: RecordID) {
    if let known = outcomes[id] {
      if case .conflict(let first, let choice) = known, case .conflict(let more, _) = outcome {
        outcomes[id] = .conflict(first + more, choice)
        return
      }
      // A record that came new and was then taken out again.
      if known.gravity > outcome.gravity { return }
    }
    outcomes[id] = outcome
  }
}

extension Register {
  /// A record as a package's first entry of it is made in: nothing is set but what the entry says.
  fileprivate func blankAsSent(_ id: RecordID) -> Document { Document(register: self.id, id: id) }
}
