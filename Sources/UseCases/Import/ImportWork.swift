import Domain

/// One import while it runs.
struct ImportWork {
  /// What goes on from one portion of rows to the next.
  struct State {
    var summary = ImportSummary()
    /// Asked for at the first row without a code.
    var uncoded: UncodedEnterprises?
    /// Keys met in this file (names where there is no key): a second row of one key is rejected, since the file
    /// contradicts itself.
    var seen: [String: Int] = [:]
    let twins = ImportTwins()
    /// Records that rows are about.
    var met: Set<RecordID> = []
    /// Rows looked at.
    var done = 0
    var remarks: Set<Label> = []
    /// Findings that are kept in words.
    var told = 0
    /// Phones before they were changed, which the history does not hold in clear.
    var privates: [ImportBatches.Private] = []
  }

  let register: Register
  let store: any Store
  let reference: ReferenceTables
  let environment: Environment
  let options: ImportRecords.Options
  let reading: any StoreReading
  let writing: (any StoreWriting)?
  var state = State()
  /// Rejects that the summary keeps; a caller who wants all of them listens.
  private static let kept = 1000
  /// Rows looked at while others wait to write.
  private static let portion = 500

  init(
    _ register: Register, _ store: any Store, _ environment: Environment, _ options: ImportRecords.Options,
    reading: any StoreReading, writing: (any StoreWriting)?
  ) {
    self.register = register
    self.store = store
    reference = store.reference
    self.environment = environment
    self.options = options
    self.reading = reading
    self.writing = writing
  }

  var summary: ImportSummary { state.summary }

  /// Takes the next rows; answers false at the end.
  mutating func portion(
    _ next: () throws -> ImportRow?, _ each: (ImportVerdict) throws -> Void, _ progress: (Int) -> Bool
  ) throws -> Bool {
    for _ in 0..<Self.portion {
      guard let next = try next() else { return false }
      if let row = try settled(next) {
        let verdict = try take(row)
        count(verdict)
        try each(verdict)
      } else if options.expected(next.number) != nil {
        throw ImportRecords.Stale(row: next.number, place: next.stray?.place)
      }
      state.done += 1
      if state.done % 100 == 0, !progress(state.done) { throw StoreError.interrupted }
    }
    return true
  }

  mutating func finish(_ progress: (Int) -> Bool) throws {
    if !progress(state.done) { throw StoreError.interrupted }
    if let remark = state.uncoded?.remark { state.summary.remarks.append(remark) }
  }

  private mutating func count(_ verdict: ImportVerdict) {
    switch verdict.kind {
    case .conflict: state.summary.conflicts += 1
    case .duplicate: state.summary.duplicates += 1
    case .same: state.summary.same += 1
    case .skipped: state.summary.skipped += 1
    case .new, .changed, .rejected: break
    }
    if verdict.isTaken {
      if verdict.base == 0 { state.summary.new += 1 } else { state.summary.changed += 1 }
    } else if verdict.kind != .same, verdict.kind != .skipped {
      state.summary.rejected += 1
      if verdict.isOpen { state.summary.open += 1 }
      let reasons =
        verdict.reasons.isEmpty
        ? [ImportReject(row: verdict.number, field: register.keyField, message: verdict.reason)] : verdict.reasons
      state.summary.rejects += reasons.prefix(max(0, Self.kept - state.summary.rejects.count))
    }
  }

  /// Finds out what a row is, and writes it where it is taken.
  private mutating func take(_ row: ImportRow) throws -> ImportVerdict {
    var verdict = ImportVerdict(number: row.number, kind: .rejected)
    verdict.stray = row.stray
    if row.end != nil {
      verdict.kind = .skipped
      return verdict
    }
    func rejected(_ reasons: [ImportReject]) -> ImportVerdict {
      verdict.kind = .rejected
      verdict.reasons = reasons
      return verdict
    }
    verdict.title = row.cells[register.titleField].map { TextCleaning.line($0) } ?? ""
    if let problem = row.problem { return rejected([ImportReject(row: row.number, field: "", message: problem)]) }
    let (written, alone) = try key(of: row)
    var cells = row.cells
    // Another office's number, where libraries give out codes.
    if alone != nil, register.field(register.keyField)?.part == .system { cells[register.keyField] = nil }
    var old = try existing(row, written)
    if old == nil, written == nil, let alone, let record = try uncodedRecord(alone.document) {
      old = record
      cells["credit_code"] = nil
    }
    if old == nil, let alone, let plant = try onlyPlant(row, alone.document) { old = plant }
    // Without a key of its own a row may still be one that the library has.
    var matches: [ImportVerdict.Match] = []
    if old == nil, !options.isNewLibrary, let alone, alone.rejects.isEmpty {
      let found = try state.twins.look(for: alone.document, key: written, register, self)
      if let same = found.same { old = try reading.lookup.document(register.id, same) } else { matches = found.matches }
    }
    if case .into(let id) = options.decision(provisional(row, matches)),
      let chosen = try reading.document(register.id, id)
    {
      old = chosen
      matches = []
    }
    if old == nil, written == nil, let nameless = nameless(row) { return rejected([nameless]) }
    if let old {
      state.met.insert(old.id)
      if isFormerName(row, of: old) { cells[register.titleField] = nil }
    }
    let key = written ?? old?[register.keyField].text
    verdict.key = key ?? ""
    if let double = meet(row, key, alone?.document) { return rejected([double]) }
    if let old, let alone, saysNothingNew(row, alone, key, over: old) {
      verdict.title = old[register.titleField].plain
      return same(as: old, &verdict)
    }
    var read = try read(row, cells, key, alone, old)
    if verdict.title.isEmpty { verdict.title = read.document[register.titleField].plain }
    guard read.rejects.isEmpty else { return rejected(read.rejects) }
    note(read.remarks)
    derive(&read)
    verdict.title = read.document[register.titleField].plain
    verdict.record = old?.id
    verdict.base = old?.revision ?? 0
    if let old, isSame(old, read.document), isSeen(old) { return same(as: old, &verdict) }
    return try settle(verdict, read, over: old, row, matches)
  }

  /// Whether a record elsewhere is the same is not told.
  private func isSeen(_ record: Document) -> Bool {
    environment.access.sees(register.id, region: Permission.region(record))
  }

  private func same(as old: Document, _ verdict: inout ImportVerdict) -> ImportVerdict {
    (verdict.kind, verdict.record, verdict.base) = (.same, old.id, old.revision)
    return verdict
  }

  /// Whether a glance tells that the row repeats its record: each cell is blank, or reads by itself as what stands there.
  /// Any other row is read over the record to find out.
  private func saysNothingNew(_ row: ImportRow, _ alone: ReadRow, _ key: String?, over old: Document) -> Bool {
    guard !options.emptyClears, !options.isNewLibrary, alone.rejects.isEmpty, alone.remarks.isEmpty, isSeen(old),
      children(of: row, key).isEmpty
    else { return false }
    let said = alone.document.values
    return row.cells.allSatisfy { field, text in
      if text.isEmpty { return true }
      if let value = said[field], value == old.values[field] { return true }
      // What is not read from files, such as the record's id, says nothing.
      return register.field(field)?.isDerived ?? true
    }
  }

  /// A verdict to ask a person's decision by, before the row is read over a record.
  private func provisional(_ row: ImportRow, _ matches: [ImportVerdict.Match]) -> ImportVerdict {
    var verdict = ImportVerdict(number: row.number, kind: matches.isEmpty ? .new : .duplicate)
    verdict.matches = matches
    return verdict
  }

  /// What the row makes of its record.
  private func read(
    _ row: ImportRow, _ cells: [String: String], _ key: String?, _ alone: ReadRow?, _ old: Document?
  ) throws -> ReadRow {
    let children = children(of: row, key)
    let whole = { (cells: [String: String]) in
      var whole = ImportRow(number: row.number, cells: cells, children: children)
      whole.doubtful = row.doubtful
      return whole
    }
    if let alone, old == nil {
      var read = alone
      if let id = key.flatMap({ options.planned[register.id]?[$0] }) {
        read.document = Document(register: register.id, id: id, values: alone.document.values)
        read.isDerived = false
      }
      if !children.isEmpty { try fill(&read, whole([:]), isNew: true) }
      return read
    }
    let id = key.flatMap { options.planned[register.id]?[$0] }
    var read = ReadRow(old ?? register.blank(id ?? row.ownID ?? environment.newID()))
    try fill(&read, whole(cells), isNew: old == nil)
    if old == nil { try place(&read) }
    return read
  }

  private mutating func note(_ remarks: [Label]) {
    for remark in remarks where state.remarks.count < Self.kept && state.remarks.insert(remark).inserted {
      state.summary.remarks.append(remark)
    }
  }

  /// Decides on a row that would change something, and writes it where it is taken.
  private mutating func settle(
    _ verdict: ImportVerdict, _ read: ReadRow, over old: Document?, _ row: ImportRow, _ matches: [ImportVerdict.Match]
  ) throws -> ImportVerdict {
    var (verdict, read) = (verdict, read)
    verdict.matches = matches
    if let old {
      verdict.kind = .changed
      if let other = otherName(old, read.document, row) {
        verdict.kind = .conflict
        verdict.mayOverride = true
        verdict.reasons = [other]
        keepName(of: old, in: &read.document)
      }
      verdict.changes = .between(old, read.document, register)
    } else {
      verdict.kind = matches.isEmpty ? .new : .duplicate
    }
    let decision = options.decision(verdict)
    verdict.isTaken = decision.map { $0 != .leave } ?? (verdict.kind == .new || verdict.kind == .changed)
    if let reason = try keep(read, over: old, row, writes: verdict.isTaken) {
      verdict.isTaken = false
      verdict.mayOverride = false
      verdict.reasons = [reason.reject]
      verdict.matches = []
      verdict.kind = reason.isConflict ? .conflict : .rejected
      try compare(verdict, decision)
      return verdict
    }
    try compare(verdict, decision)
    check(read.document, &verdict)
    if old == nil {
      state.twins.add(read.document, row: row.number, register)
    } else {
      state.twins.note(read.document, register)
    }
    if verdict.isTaken, read.isAhead { state.summary.ahead.append(read.document.id) }
    return verdict
  }

  /// Throws where a row has become something else than the account that the person saw had said.
  private func compare(_ verdict: ImportVerdict, _ decision: ImportVerdict.Decision?) throws {
    if case .into = decision { return }
    guard let expected = options.expected(verdict.number) else {
      // A record that the library did not have when the person looked.
      if verdict.stray != nil, options.hasAccount, decision != .leave {
        throw ImportRecords.Stale(row: verdict.number, place: verdict.place)
      }
      return
    }
    if expected.kind != verdict.kind || expected.base != verdict.base {
      throw ImportRecords.Stale(row: verdict.number, place: verdict.place)
    }
  }

  /// Writes what a row made, or finds whether it could be; the answer is why it may not be.
  private mutating func keep(
    _ read: ReadRow, over old: Document?, _ row: ImportRow, writes: Bool
  ) throws -> (reject: ImportReject, isConflict: Bool)? {
    let document = read.document
    let isGuarded = isGuarded(old)
    do {
      if let writing, writes {
        let saved = try SaveRecord.write(
          document, base: old?.revision ?? 0, action: ImportRecords.action, in: writing, store, environment,
          checking: false, isGuarded: isGuarded)
        keepPrivate(old, saved.document)
      } else {
        let held =
          isGuarded
          ? try FilingGuard.check(document, over: old, in: reading.lookup, reference, environment) : nil
        if held == nil { _ = try Permission.save(document, over: old, in: reading, as: environment) }
        try HomeGuard.check(Permission.region(old ?? document), in: reading, store)
        try KeepPeople.check(document, over: old, in: reading, store, environment)
      }
    } catch UseCaseError.frozen(let message), UseCaseError.reasonWanted(let message) {
      return (ImportReject(row: row.number, field: register.keyField, message: message), true)
    } catch let refusal as NotAllowed {
      return (ImportReject(row: row.number, field: "region", message: refusal.message), false)
    } catch UseCaseError.faulty(let finding) {
      return (ImportReject(row: row.number, field: finding.fields.first ?? "", message: finding.message), false)
    }
    return nil
  }

  /// The history holds digests of phones; what an undoing needs is kept beside it.
  private mutating func keepPrivate(_ old: Document?, _ new: Document) {
    guard let old else { return }
    for field in register.fields where field.isPrivate && old[field.id] != new[field.id] {
      state.privates.append(.init(record: old.id, field: field.id, value: old[field.id].plain))
    }
  }

  /// Who is alone in a library may take over lists with what was filed before there was one, in files of our own form; for
  /// another office's sheet what the library holds is frozen as on the form.
  private func isGuarded(_ old: Document?) -> Bool {
    let takesOver = environment.access.isAlone && (old == nil || options.isOwn)
    return register.id == QuarterRecord.schema.id || !options.isNewLibrary && !takesOver
  }
}
