import Domain

/// Takes records in from our own files: by key, as new, changed or the same; what cannot be read is rejected and told.
package enum ImportRecords {
  /// What stands in the history.
  package static let action = "import"

  /// What an import may be told.
  package struct Options {
    /// Only say what would happen.
    package var isDryRun = false
    /// Ids that records of files still to come will get, by register and key: links may point ahead.
    package var planned: [String: [String: RecordID]] = [:]
    /// Rows of child lists that stand in files of their own, by the record's key; a list without rows stays as it is.
    package var children: (_ key: String) -> [String: [ImportChild]] = { _ in [:] }

    package init(isDryRun: Bool = false) { self.isDryRun = isDryRun }
  }

  /// Imports all rows in one transaction. `progress` gets the number of rows done and answers false to stop, which
  /// leaves the library as it was and throws `StoreError.interrupted`. `rejected` hears of a row before the next one is
  /// asked for. One history entry a record.
  package static func run(
    _ register: Register, _ next: () throws -> ImportRow?, options: Options = Options(), in store: any Store,
    as environment: Environment, rejected: ([ImportReject]) throws -> Void = { _ in },
    progress: (Int) -> Bool = { _ in true }
  ) throws -> ImportSummary {
    if options.isDryRun {
      return try store.read { library in
        var work = ImportWork(register, store, environment, options, reading: library, writing: nil)
        return try work.all(next, rejected, progress)
      }
    }
    return try store.write(as: environment, large: true) { library in
      var work = ImportWork(register, store, environment, options, reading: library, writing: library)
      return try work.all(next, rejected, progress)
    }
  }

  /// Gives every record of a file that is still to be imported its id, so that files before it may link to it.
  package static func plan(
    _ register: Register, _ next: () throws -> ImportRow?, options: inout Options, in store: any Store,
    as environment: Environment
  ) throws {
    let asked = options
    let keys = try store.read { library in
      var keys: [String] = []
      let work = ImportWork(register, store, environment, asked, reading: library, writing: nil)
      while let row = try next() {
        guard row.problem == nil else { continue }
        var rejects: [ImportReject] = []
        if let key = try work.key(of: row, as: work.alone(row, &rejects)) { keys.append(key) }
      }
      return keys
    }
    for key in keys where options.planned[register.id]?[key] == nil {
      options.planned[register.id, default: [:]][key] = environment.newID()
    }
  }
}

/// One import while it runs.
private struct ImportWork {
  let register: Register
  let store: any Store
  let environment: Environment
  let options: ImportRecords.Options
  let reading: any StoreReading
  let writing: (any StoreWriting)?
  var summary = ImportSummary()
  /// Rejects that the summary keeps; a caller who wants all of them listens.
  private static let kept = 1000
  /// Keys met in this file: a second row of one key is rejected, since the file contradicts itself.
  var seen: [String: Int] = [:]

  init(
    _ register: Register, _ store: any Store, _ environment: Environment, _ options: ImportRecords.Options,
    reading: any StoreReading, writing: (any StoreWriting)?
  ) {
    self.register = register
    self.store = store
    self.environment = environment
    self.options = options
    self.reading = reading
    self.writing = writing
  }

  mutating func all(
    _ next: () throws -> ImportRow?, _ rejected: ([ImportReject]) throws -> Void, _ progress: (Int) -> Bool
  ) throws -> ImportSummary {
    var done = 0
    while let row = try next() {
      let rejects = try take(row)
      if !rejects.isEmpty {
        summary.rejected += 1
        summary.rejects += rejects.prefix(max(0, Self.kept - summary.rejects.count))
        try rejected(rejects)
      }
      done += 1
      if done % 100 == 0, !progress(done) { throw StoreError.interrupted }
    }
    if !progress(done) { throw StoreError.interrupted }
    return summary
  }

  /// Takes one row in; what speaks against it is the answer.
  private mutating func take(_ row: ImportRow) throws -> [ImportReject] {
    if let problem = row.problem { return [ImportReject(row: row.number, field: "", message: problem)] }
    var rejects: [ImportReject] = []
    var remarks: [Label] = []
    let alone = try alone(row, &rejects)
    let key = try key(of: row, as: alone)
    if let key {
      if let first = seen[key] {
        let message = Label(
          zh: "与第\(first)行同为“\(key)”；请合并成一行", en: "“\(key)” stands in row \(first) too; make them one row")
        return [ImportReject(row: row.number, field: register.keyField, message: message)]
      }
      seen[key] = row.number
    }
    let old = try existing(row, key)
    let id = old?.id ?? key.flatMap { options.planned[register.id]?[$0] } ?? alone.id
    let children = (key.map(options.children) ?? [:]).merging(row.children) { $1 }
    rejects = []
    var document = try reader { remarks.append($0) }.read(
      ImportRow(number: row.number, cells: row.cells, children: children),
      over: old ?? register.blank(id), &rejects)
    guard rejects.isEmpty else { return rejects }
    for remark in remarks where summary.remarks.count < Self.kept && !summary.remarks.contains(remark) {
      summary.remarks.append(remark)
    }
    register.derive(&document, DeriveContext(reference: store.reference, library: reading))
    if let old, isSame(old, document) {
      summary.same += 1
      return []
    }
    if old == nil { summary.new += 1 } else { summary.changed += 1 }
    guard let writing else { return [] }
    _ = try SaveRecord.write(
      document, base: old?.revision ?? 0, action: ImportRecords.action, in: writing, store, environment,
      checking: false)
    return []
  }

  /// The record that a row makes by itself, its child lists left out.
  func alone(_ row: ImportRow, _ rejects: inout [ImportReject]) throws -> Document {
    let row = ImportRow(number: row.number, cells: row.cells)
    let id = row.cells["id"].flatMap { RecordID(Normalised.code($0)) } ?? environment.newID()
    var document = try reader().read(row, over: register.blank(id), &rejects)
    register.derive(&document, DeriveContext(reference: store.reference, library: reading))
    return document
  }

  /// The key that the row names, or else the one its fields make; nil for a record that gets its code when it is saved.
  func key(of row: ImportRow, as alone: Document) throws -> String? {
    if let written = row.cells[register.keyField].map(Normalised.text), !written.isEmpty,
      try reading.find(register.id, key: written) != nil
    {
      return written
    }
    return alone[register.keyField].text
  }

  /// The record that the row is about: by its key, or by `id` where the file has one.
  private func existing(_ row: ImportRow, _ key: String?) throws -> Document? {
    if let key, let id = try reading.find(register.id, key: key) { return try reading.document(register.id, id) }
    if let id = row.cells["id"].flatMap({ RecordID(Normalised.code($0)) }) {
      return try reading.document(register.id, id)
    }
    return nil
  }

  private func reader(remark: @escaping (Label) -> Void = { _ in }) -> RowReader {
    RowReader(
      register: register, reference: store.reference,
      find: { [options, reading] target, key in
        if let id = options.planned[target]?[key] { return id }
        guard let other = Registers.named(target) else { return nil }
        return try FindRecord.exactly(other, key, Normalised.code(key), in: reading)
      }, newID: environment.newID, remark: remark)
  }

  /// Carried fields follow from other records and are no change of this one.
  private func isSame(_ old: Document, _ new: Document) -> Bool {
    guard old.children == new.children else { return false }
    return register.fields.allSatisfy { $0.isDerived || old[$0.id] == new[$0.id] }
  }
}
