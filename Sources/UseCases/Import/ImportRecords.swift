import Domain

/// Takes records in from files: each row is new, the same, changed, a conflict, a possible duplicate or rejected, and
/// told; all that is taken is written in one transaction, or nothing.
package enum ImportRecords {
  /// What stands in the history.
  package static let action = "import"

  /// What an import may be told.
  package struct Options {
    /// Only say what would happen.
    package var isDryRun = false
    /// A new library is filled: the files say what was filed.
    package var isNewLibrary = false
    /// An empty cell empties its field, and a child row that the file lacks goes. Otherwise what is empty says nothing.
    package var emptyClears = false
    /// Say what the register's rules find in the records that the rows make.
    package var checks = true
    /// Written by this program, by field ids: texts are what they are.
    package var isOwn = true
    /// Dates count from 1904.
    package var is1904 = false
    /// By path, the power of ten by which figures are scaled.
    package var powers: [String: Int] = [:]
    /// By path, the figures of the same unit that follow from others: one of these read back is nothing new.
    package var echoes: [String: [String]] = [:]
    /// Ids that records of files still to come will get, by register and key: links may point ahead.
    package var planned: [String: [String: RecordID]] = [:]
    /// Rows of child lists that stand in files of their own, by what the record may go by; a list without rows stays as it
    /// is.
    package var children: (_ names: [String]) -> [String: [ImportChild]] = { _ in [:] }
    /// What a person decided on a row; by itself, what is clear is taken and what is a question is left.
    package var decision: (_ row: ImportVerdict) -> ImportVerdict.Decision? = { _ in nil }
    /// The person saw an account of all rows.
    package var hasAccount = false
    /// What a row was in the account that the person saw; a row that has become something else stops the import.
    package var expected: (_ row: Int) -> ImportVerdict? = { _ in nil }
    /// What stands for the file in the list of imports.
    package var source = ""

    package init(isDryRun: Bool = false) { self.isDryRun = isDryRun }
  }

  /// Imports all rows in one transaction. `progress` gets the number of rows done and answers false to stop, which
  /// leaves the library as it was and throws `StoreError.interrupted`. `each` hears of a row before the next one is
  /// asked for. One history entry a record.
  package static func run(
    _ register: Register, _ next: () throws -> ImportRow?, options: Options = Options(), in store: any Store,
    as environment: Environment, each: (ImportVerdict) throws -> Void = { _ in },
    progress: (Int) -> Bool = { _ in true }
  ) throws -> ImportSummary {
    try Permission.anywhere(RegisterGroup(of: register.id).writing ?? .takeIn, register.id, as: environment)
    if options.isDryRun { return try look(register, next, options, store, environment, each, progress) }
    return try store.write(as: environment, large: true) { library in
      let first = try library.lookup.head().sequence + 1
      var work = ImportWork(register, store, environment, options, reading: library, writing: library)
      var more = true
      while more { more = try work.portion(next, each, progress) }
      try work.finish(progress)
      if register.id == Person.schema.id { try KeepPeople.requireAdministrator(in: library) }
      var summary = work.summary
      if !options.isNewLibrary, summary.new + summary.changed > 0 {
        summary.batch = try ImportBatches.note(work, first: first, in: library)
      }
      return summary
    }
  }

  /// Looks through the rows in portions: a long look must not keep others from writing.
  private static func look(
    _ register: Register, _ next: () throws -> ImportRow?, _ options: Options, _ store: any Store,
    _ environment: Environment, _ each: (ImportVerdict) throws -> Void, _ progress: (Int) -> Bool
  ) throws -> ImportSummary {
    var state: ImportWork.State?
    var more = true
    while more {
      more = try store.read { library in
        var work = ImportWork(register, store, environment, options, reading: library, writing: nil)
        if let state { work.state = state }
        state = nil
        defer { state = work.state }
        let more = try work.portion(next, each, progress)
        if !more { try work.finish(progress) }
        return more
      }
    }
    return state?.summary ?? ImportSummary()
  }

  /// A row as a record, with all of it that can be read; `original` is the record that it is about, if the library has it.
  package static func draft(
    _ row: ImportRow, _ register: Register, _ options: Options, in store: any Store, as environment: Environment
  ) throws -> (document: Document, original: Document?) {
    try store.read { library in
      let work = ImportWork(register, store, environment, options, reading: library, writing: nil)
      let row = try work.settled(row) ?? row
      let (key, alone) = try work.key(of: row)
      let old = try work.existing(row, key)
      var read = ReadRow(old ?? register.blank(environment.newID()))
      var whole = ImportRow(number: row.number, cells: row.cells, children: work.children(of: row, key))
      whole.doubtful = row.doubtful
      // Another office's number, where libraries give out codes.
      if alone != nil, register.field(register.keyField)?.part == .system { whole = whole.without(register.keyField) }
      try work.fill(&read, whole, isNew: old == nil)
      return (read.document, old)
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
      while let row = try next()?.named(register) {
        if row.problem == nil, row.stray == nil, let key = try work.key(of: row).key { keys.append(key) }
      }
      return keys
    }
    for key in keys where options.planned[register.id]?[key] == nil {
      options.planned[register.id, default: [:]][key] = environment.newID()
    }
  }

  /// The library is no more what the account was drawn up from.
  package struct Stale: Error, Hashable, Sendable {
    /// The row of the file, from 1.
    package let row: Int
    /// Where it stands, if not in the list itself.
    package var place: Label?

    /// What has happened and what to do.
    package var message: Label {
      let place = place ?? Label(zh: "第\(row)行", en: "row \(row)")
      return Label(
        zh: "\(place.zh)所涉记录在核对后已被他人改动；什么都没有写入，请重新核对",
        en: "The record of \(place.en) was changed after the account; nothing was written, look through it again")
    }
  }
}
