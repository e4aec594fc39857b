import Domain
import UseCases

extension Session: StoreWriting {
  @discardableResult
  func save(_ document: Document, base: Int, action: String, note: String, permit: Permit) throws -> Int {
    try check(permit, document.register)
    let plan = try connection.plan(document.register)
    forget(document.id)
    connection.saves += 1
    let writer = RowWriter(connection: connection, plan: plan)
    try writer.check(document)
    let reader = RecordReader(connection: connection, plan: plan)
    let row = try reader.row(of: document.id)
    guard row?.revision ?? 0 == base, base > 0 || row == nil else {
      throw StoreError.conflict(current: try row.flatMap { try reader.document(no: $0.no)?.document })
    }
    let old = try row.flatMap { try reader.document(no: $0.no)?.document }
    var new = document
    new.revision = base + 1
    let sequence = try append(entry(plan, from: old, to: new, action: action, note: note))
    let no = row?.no ?? Int64(sequence)
    if let old {
      try writer.update(new, from: old, no: no)
    } else {
      try writer.insert(new, no: no)
    }
    try follow(plan, no: no, from: old, to: new, sequence: sequence)
    remember(new)
    return new.revision
  }

  /// Refuses a write that was not decided for this person and this register.
  private func check(_ permit: Permit, _ register: String) throws {
    guard let environment else { throw StoreError.readOnly(path: connection.path) }
    guard permit.person == environment.actor.person, permit.subject.register == register else {
      throw NotAllowed(
        Label(zh: "这次写入没有经过权限检查，未写入", en: "This write was not decided by permission; nothing was written"))
    }
  }

  func refresh(_ document: Document) throws {
    let plan = try connection.plan(document.register)
    forget(document.id)
    let writer = RowWriter(connection: connection, plan: plan)
    let reader = RecordReader(connection: connection, plan: plan)
    guard let row = try reader.row(of: document.id), let old = try reader.document(no: row.no)?.document else {
      throw StoreError.conflict(current: nil)
    }
    var new = old
    for field in plan.register.fields where field.isDerived { new[field.id] = document[field.id] }
    for list in plan.register.lists {
      let fields = list.fields.filter(\.isDerived)
      guard !fields.isEmpty, var rows = new.children[list.id] else { continue }
      let given = Dictionary(
        (document.children[list.id] ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for place in rows.indices {
        guard let source = given[rows[place].id] else { continue }
        for field in fields { rows[place][field.id] = source[field.id] }
      }
      new.children[list.id] = rows
    }
    if new == old { return }
    try writer.check(new)
    try writer.update(new, from: old, no: row.no)
    try follow(plan, no: row.no, from: old, to: new, sequence: head().sequence)
  }

  func delete(_ register: String, _ id: RecordID, base: Int, action: String, permit: Permit) throws {
    try check(permit, register)
    let plan = try connection.plan(register)
    forget(id)
    let reader = RecordReader(connection: connection, plan: plan)
    guard let row = try reader.row(of: id), let old = try reader.document(no: row.no)?.document else {
      throw StoreError.conflict(current: nil)
    }
    guard row.revision == base else { throw StoreError.conflict(current: old) }
    // What took the record out stands in the note: replaying knows removals by their one action.
    let sequence = try append(
      entry(
        plan, from: old, to: nil, action: HistoryEntry.delete, note: action == HistoryEntry.delete ? "" : action))
    try follow(plan, no: row.no, from: old, to: nil, sequence: sequence)
    try RowWriter(connection: connection, plan: plan).delete(no: row.no)
  }

  /// What is kept beside the record: search words, facts and counts.
  private func follow(_ plan: TablePlan, no: Int64, from old: Document?, to new: Document?, sequence: Int) throws {
    let index = SearchIndex(connection: connection, plan: plan)
    try words.change(index, no: no, from: old.map(index.text), to: new.map(index.text))
    try facts.change(plan, no: no, from: old, to: new, sequence: sequence)
  }

  private func entry(
    _ plan: TablePlan, from old: Document?, to new: Document?, action: String, note: String
  ) throws -> HistoryEntry {
    guard let environment else { throw StoreError.readOnly(path: connection.path) }
    let digest = digest
    let changes = HistoryEntry.changes(from: old.map(plan.withoutCarried), to: new.map(plan.withoutCarried)) {
      $1.text != nil && plan.privateFields.contains($0) ? digest.standIn(for: $1) : $1
    }
    let actor = environment.actor
    return HistoryEntry(
      at: environment.now(), person: actor.person, origin: actor.entryOrigin, action: action,
      register: plan.register.id,
      record: new?.id ?? old?.id, note: note, changes: changes.fields, rows: changes.rows)
  }

  func nextSerial(_ scope: String) throws -> Int {
    try connection.prepared(
      "INSERT INTO serials VALUES (?, 1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last"
    ).first([.text(scope)]) { $0.int(0) } ?? 1
  }

  func setSetting(_ person: String, _ name: String, _ value: String?) throws {
    guard let value else {
      return try connection.prepared("DELETE FROM settings WHERE person = ? AND name = ?")
        .execute([.text(person), .text(name)])
    }
    try connection.prepared(
      "INSERT INTO settings VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
    ).execute([.text(person), .text(name), .text(value)])
  }
}
