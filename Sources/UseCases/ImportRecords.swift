import Domain

/// Takes records in from our own files: by key, as new, changed or the same; what cannot be read is rejected and told.
package enum ImportRecords {
  /// What stands in the history.
  package static let action = "import"

  /// What an import may be told.
  package struct Options {
    /// Only say what would happen.
    package var isDryRun = false
    /// A new library is filled: the files say what was filed.
    package var isNewLibrary = false
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
    try Permission.anywhere(RegisterGroup(of: register.id).writing ?? .takeIn, register.id, as: environment)
    if options.isDryRun {
      return try store.read { library in
        var work = ImportWork(register, store, environment, options, reading: library, writing: nil)
        return try work.all(next, rejected, progress)
      }
    }
    return try store.write(as: environment, large: true) { library in
      var work = ImportWork(register, store, environment, options, reading: library, writing: library)
      let summary = try work.all(next, rejected, progress)
      if register.id == Person.schema.id { try KeepPeople.requireAdministrator(in: library) }
      return summary
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
        if row.problem == nil, let key = try work.key(of: row).key { keys.append(key) }
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
  /// Asked for at the first row without a code.
  private var uncoded: UncodedEnterprises?
  /// Rejects that the summary keeps; a caller who wants all of them listens.
  private static let kept = 1000
  /// Keys met in this file (names where there is no key): a second row of one key is rejected, since the file
  /// contradicts itself.
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
    if let remark = uncoded?.remark { summary.remarks.append(remark) }
    return summary
  }

  /// Takes one row in; what speaks against it is the answer.
  private mutating func take(_ row: ImportRow) throws -> [ImportReject] {
    if let problem = row.problem { return [ImportReject(row: row.number, field: "", message: problem)] }
    let (written, alone) = try key(of: row)
    var cells = row.cells
    var old = try existing(row, written)
    if old == nil, written == nil, let alone, let record = try uncodedRecord(alone.document) {
      old = record
      cells["credit_code"] = nil
    }
    let key = written ?? old?[register.keyField].text
    if let double = meet(row, key, alone?.document) { return [double] }
    let children = (key.map(options.children) ?? [:]).merging(row.children) { $1 }
    var read: ReadRow
    if let alone, old == nil {
      read = alone
      if let id = key.flatMap({ options.planned[register.id]?[$0] }) {
        read.document = Document(register: register.id, id: id, values: alone.document.values)
      }
      if !children.isEmpty { try fill(&read, ImportRow(number: row.number, cells: [:], children: children)) }
    } else {
      let id = key.flatMap { options.planned[register.id]?[$0] }
      read = ReadRow(old ?? register.blank(id ?? ownID(row) ?? environment.newID()))
      try fill(&read, ImportRow(number: row.number, cells: cells, children: children))
    }
    guard read.rejects.isEmpty else { return read.rejects }
    for remark in read.remarks where summary.remarks.count < Self.kept && !summary.remarks.contains(remark) {
      summary.remarks.append(remark)
    }
    return try keep(read, over: old, row).map { [$0] } ?? []
  }

  /// Writes what a row made, or finds that it is the same; the answer is why it may not be.
  private mutating func keep(_ read: ReadRow, over old: Document?, _ row: ImportRow) throws -> ImportReject? {
    var document = read.document
    if let old {
      var isSame = isSame(old, document)
      if !isSame {
        register.derive(&document, DeriveContext(reference: store.reference, library: reading.lookup))
        isSame = self.isSame(old, document)
      }
      // Whether a record elsewhere is the same is not told either.
      if isSame, environment.access.sees(register.id, region: Permission.region(old)) {
        summary.same += 1
        return nil
      }
    }
    do {
      if let writing {
        _ = try SaveRecord.write(
          document, base: old?.revision ?? 0, action: ImportRecords.action, in: writing, store, environment,
          checking: false, isGuarded: isGuarded)
      } else {
        register.derive(&document, DeriveContext(reference: store.reference, library: reading.lookup))
        let held =
          isGuarded
          ? try FilingGuard.check(document, over: old, in: reading.lookup, store.reference, environment) : nil
        if held == nil { _ = try Permission.save(document, over: old, in: reading, as: environment) }
        try KeepPeople.check(document, over: old, in: reading, store, environment)
      }
    } catch UseCaseError.frozen(let message), UseCaseError.reasonWanted(let message) {
      return ImportReject(row: row.number, field: register.keyField, message: message)
    } catch let refusal as NotAllowed {
      return ImportReject(row: row.number, field: "region", message: refusal.message)
    } catch UseCaseError.faulty(let finding) {
      return ImportReject(row: row.number, field: finding.fields.first ?? "", message: finding.message)
    }
    if old == nil { summary.new += 1 } else { summary.changed += 1 }
    if read.isAhead { summary.ahead.append(document.id) }
    return nil
  }

  /// Who is alone in a library may take over lists with what was filed before there was one.
  private var isGuarded: Bool {
    register.id == QuarterRecord.schema.id || !options.isNewLibrary && !environment.access.isAlone
  }

  /// Notes the row's key, or its name where it has none; the answer is a reject where the file had it before.
  private mutating func meet(_ row: ImportRow, _ key: String?, _ alone: Document?) -> ImportReject? {
    let isUncoded = register.id == Enterprise.schema.id
    guard let name = key ?? (isUncoded ? alone.flatMap(UncodedEnterprises.name) : nil) else { return nil }
    guard let first = seen.updateValue(row.number, forKey: name) else { return nil }
    seen[name] = first
    let shown = key ?? alone?[register.titleField].plain ?? ""
    return ImportReject(
      row: row.number, field: register.keyField,
      message: Label(
        zh: "与第\(first)行同为“\(shown)”；请合并成一行", en: "“\(shown)” stands in row \(first) too; make them one row"))
  }

  /// The enterprise under a temporary code that a row without any is about.
  private mutating func uncodedRecord(_ alone: Document) throws -> Document? {
    guard register.id == Enterprise.schema.id, alone["credit_code"].isEmpty else { return nil }
    if uncoded == nil { uncoded = try UncodedEnterprises(in: reading.lookup) }
    return uncoded?.record(for: alone)
  }

  /// Puts a row's cells and child rows into what was read of it.
  private func fill(_ read: inout ReadRow, _ row: ImportRow) throws {
    var remarks: [Label] = []
    var isAhead = read.isAhead
    let reader = reader(ahead: { isAhead = true }, remark: { remarks.append($0) })
    read.document = try reader.read(row, over: read.document, &read.rejects)
    read.remarks += remarks
    read.isAhead = isAhead
  }

  /// The id that the file gives the record.
  private func ownID(_ row: ImportRow) -> RecordID? { row.cells["id"].flatMap { RecordID(Normalised.code($0)) } }

  /// The key that the row names, or else the one its fields make; nil for a record that gets its code when it is saved.
  ///
  /// Where the key follows from other fields, the record that the row makes by itself, its child lists left out, is
  /// answered too.
  func key(of row: ImportRow) throws -> (key: String?, alone: ReadRow?) {
    let written = row.cells[register.keyField].map(Normalised.text) ?? ""
    if let spec = register.field(register.keyField), !spec.isDerived {
      guard case .success(let value) = spec.parse(written, reference: store.reference) else { return (nil, nil) }
      return (value.text, nil)
    }
    if !written.isEmpty, try reading.lookup.find(register.id, key: written) != nil { return (written, nil) }
    var alone = ReadRow(register.blank(ownID(row) ?? environment.newID()))
    try fill(&alone, ImportRow(number: row.number, cells: row.cells))
    register.derive(&alone.document, DeriveContext(reference: store.reference, library: reading.lookup))
    return (alone.document[register.keyField].text, alone)
  }

  /// The record that the row is about: by its key, or by `id` where the file has one.
  private func existing(_ row: ImportRow, _ key: String?) throws -> Document? {
    let reading = reading.lookup
    if let key, let id = try reading.find(register.id, key: key) { return try reading.document(register.id, id) }
    return try ownID(row).flatMap { try reading.document(register.id, $0) }
  }

  private func reader(ahead: @escaping () -> Void, remark: @escaping (Label) -> Void) -> RowReader {
    RowReader(
      register: register, reference: store.reference,
      find: { [options, reading] target, key in
        if let id = options.planned[target]?[key] {
          ahead()
          return id
        }
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

/// What was read of one row so far.
private struct ReadRow {
  var document: Document
  var rejects: [ImportReject] = []
  /// What is to be said of cells that were read, but not quite as they stand.
  var remarks: [Label] = []
  /// It links to a record of a file still to come.
  var isAhead = false

  init(_ document: Document) { self.document = document }
}
