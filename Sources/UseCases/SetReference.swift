import Domain

/// Puts a row of the library's own over a reference table, or takes it away, and lets everything follow that hangs on it.
package enum SetReference {
  /// The verb in the history.
  package static let action = "set_reference"

  /// What is to become of a row.
  package enum Change: Sendable {
    /// These columns are set (blank: emptied); the others stay as the row of that key has them, the library's or the
    /// program's.
    case set([String: String])
    /// The library's own row goes; what the program ships stands again.
    case remove
  }

  /// Changes the row of a key (its key columns with `|` between them); `source` says where it comes from.
  ///
  /// Records and figures that follow from the table are derived again in the same transaction; `progress` gets a part of
  /// 1 and answers false to stop, which leaves the library unchanged. Throws `TextProblem` for what cannot be set.
  /// Returns how many records came out otherwise.
  @discardableResult
  package static func run(
    _ name: String, _ key: String, _ change: Change, source: String, in store: any Store, as environment: Environment,
    progress: (Double) -> Bool = { _ in true }
  ) throws -> Int {
    let table = try table(name)
    let source = TextCleaning.line(source)
    guard !source.isEmpty, source.count <= 500 else {
      throw TextProblem(
        zh: "请写明来源或理由（500字以内），如文号", en: "Give the source or reason (500 characters at most), as a document's number")
    }
    return try store.write(as: environment, large: true) { library in
      let tables = store.reference
      let row = try changed(table, key, change, tables)
      if row == nil { try refuseUsed(table, key, in: library.lookup) }
      let fresh = try library.setReference(table, key, row, source: source)
      let (_, rejected) = ReferenceTables.builtIn.overlaid(with: fresh.own)
      if let first = rejected.first {
        throw TextProblem(
          zh: "\(table.rawValue)“\(key)”不能这样改：\(first.table.rawValue)“\(first.key)”要用它",
          en: "\(table.rawValue) “\(key)” cannot be so: \(first.table.rawValue) “\(first.key)” needs it")
      }
      return table.isKeptInRecords ? try deriveAgain(in: library, fresh, progress) : 0
    }
  }

  /// The table of that name.
  package static func table(_ name: String) throws -> ReferenceRow.Table {
    if let table = ReferenceRow.Table.allCases.first(where: { $0.rawValue == name || $0.label.zh == name }) {
      return table
    }
    let known = ReferenceRow.Table.allCases.map(\.rawValue).joined(separator: " ")
    throw TextProblem(zh: "没有参照表“\(name)”；可用：\(known)", en: "No reference table “\(name)”; there are: \(known)")
  }

  /// A table's rows as they stand, each with whether it is the library's own.
  package static func rows(_ table: ReferenceRow.Table, _ tables: ReferenceTables) -> [(row: ReferenceRow, isOwn: Bool)]
  {
    let own = tables.own.filter { $0.table == table }
    let byKey = Dictionary(own.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
    let builtIn = ReferenceRow.builtIn(table)
    let known = Set(builtIn.map(\.key))
    return builtIn.map { row in byKey[row.key].map { ($0, true) } ?? (row, false) }
      + own.filter { !known.contains($0.key) }.map { ($0, true) }
  }

  private static func changed(
    _ table: ReferenceRow.Table, _ key: String, _ change: Change, _ tables: ReferenceTables
  ) throws -> ReferenceRow? {
    let own = tables.own.first { $0.table == table && $0.key == key }
    guard case .set(let columns) = change else {
      guard own == nil else { return nil }
      throw TextProblem(
        zh: "\(table.rawValue)没有本库自设的“\(key)”；随程序的行不能删除，可以另设",
        en: "\(table.rawValue) has no row “\(key)” of this library's own; what ships can be set otherwise, not removed")
    }
    let parts = key.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == table.keyColumns.count else {
      let wanted = table.keyColumns.joined(separator: "|")
      throw TextProblem(
        zh: "\(table.rawValue)的键应写成“\(wanted)”，现为“\(key)”",
        en: "a key of \(table.rawValue) is written “\(wanted)”, not “\(key)”")
    }
    var values = (own ?? ReferenceRow.builtIn(table).first { $0.key == key })?.values ?? [:]
    for (column, value) in columns {
      guard table.columns.contains(column) else {
        let known = table.columns.joined(separator: " ")
        throw TextProblem(
          zh: "\(table.rawValue)没有列“\(column)”；可用：\(known)",
          en: "\(table.rawValue) has no column “\(column)”; there are: \(known)")
      }
      guard !table.keyColumns.contains(column) else {
        throw TextProblem(
          zh: "\(table.rawValue)的 \(column) 属于键，写在键里",
          en: "\(column) of \(table.rawValue) is part of the key; write it there")
      }
      values[column] = TextCleaning.line(value)
    }
    for (column, part) in zip(table.keyColumns, parts) { values[column] = part }
    let row = ReferenceRow(table: table, values: values)
    if let problem = row.problem(in: tables) { throw problem }
    return row
  }

  /// A region or industry in use cannot go: what stands under it would be counted nowhere.
  private static func refuseUsed(_ table: ReferenceRow.Table, _ key: String, in library: any StoreReading) throws {
    let kinds: [ReferenceKind] = table == .regions ? [.region, .division] : table == .industries ? [.industry] : []
    guard !kinds.isEmpty, ReferenceRow.builtIn(table).allSatisfy({ $0.key != key }) else { return }
    for register in Registers.all {
      for field in register.fields where !field.isDerived {
        guard case .reference(let kind) = field.kind, kinds.contains(kind) else { continue }
        let count = try library.totals(register.id, where: .where(field.id, .equal, .text(key)), sums: []).count
        if count > 0 {
          throw TextProblem(
            zh: "\(register.label.zh)有\(count)条用到\(table.label.zh)“\(key)”，不能删除",
            en: "\(count) records of \(register.label.en) use “\(key)” of \(table.rawValue); it cannot be removed")
        }
      }
    }
  }

  private static func deriveAgain(
    in library: any StoreWriting, _ reference: ReferenceTables, _ progress: (Double) -> Bool
  ) throws -> Int {
    let ids = try Registers.all.map { try ($0, library.lookup.find($0.id, idPrefix: "", limit: .max)) }
    let total = ids.reduce(0) { $0 + $1.1.count }
    var (done, changed) = (0, 0)
    for (register, ids) in ids {
      for id in ids {
        if done % 256 == 0, !progress(Double(done) / Double(max(1, total))) { throw StoreError.interrupted }
        done += 1
        guard let document = try library.lookup.document(register.id, id),
          try Dependents.rederive(document, register, in: library, reference) != nil
        else { continue }
        changed += 1
        try Dependents.refresh(after: document, in: library, reference)
      }
    }
    return changed
  }
}
