import Domain

/// Fills a new library from a folder of our own files.
package enum CreateLibrary {
  /// One register's file: opened anew each time it is read, since it is read twice.
  package struct Source: Sendable {
    /// The register that it fills.
    package let register: Register
    /// Opens the file, `whole` with its child lists: the first reading, for the keys alone, needs none.
    package let open: @Sendable (_ whole: Bool) throws -> Rows

    package init(register: Register, open: @escaping @Sendable (_ whole: Bool) throws -> Rows) {
      self.register = register
      self.open = open
    }
  }

  /// The rows of an opened file, and the rows of its child lists by the record's key.
  package struct Rows {
    /// The next record's row, nil at the end; throws where the file cannot be read on.
    package let next: () throws -> ImportRow?
    /// By child list, the rows that the child files have for a record's key.
    package let children: (_ names: [String]) -> [String: [ImportChild]]
    /// How many child rows are not taken, asked for once the records are through.
    package let unread: () -> Int

    package init(
      next: @escaping () throws -> ImportRow?, children: @escaping (_ names: [String]) -> [String: [ImportChild]],
      unread: @escaping () -> Int = { 0 }
    ) {
      self.next = next
      self.children = children
      self.unread = unread
    }
  }

  /// What was taken in of one register.
  package struct Filled: Sendable {
    /// The register that was filled.
    package let register: Register
    /// New rows and rejects.
    package let summary: ImportSummary
    /// Child rows that could not be read.
    package let unread: Int
  }

  /// The order in which files are read: enterprises first, since keys of others hang on theirs.
  package static let order =
    [Enterprise.schema.id] + Registers.all.map(\.id).filter { $0 != Enterprise.schema.id }

  /// Imports every source; links may point from any to any. `progress` gets the register and the number of its rows.
  package static func fill(
    _ store: any Store, from sources: [Source], as environment: Environment,
    progress: (Register, Int) -> Bool = { _, _ in true }
  ) throws -> [Filled] {
    let rank = { (id: String) in order.firstIndex(of: id) ?? order.count }
    let sorted = sources.sorted { rank($0.register.id) < rank($1.register.id) }
    var options = ImportRecords.Options()
    options.isNewLibrary = true
    var filled: [Filled] = []
    func plan(_ sources: [Source]) throws {
      for later in sources {
        let rows = try later.open(false)
        try ImportRecords.plan(later.register, rows.next, options: &options, in: store, as: environment)
      }
    }
    // Enterprises stand in parks, whose keys hang on nothing.
    try plan(sorted.filter { $0.register.id == Park.schema.id })
    for (place, source) in sorted.enumerated() {
      // Enterprises make the keys of what hangs on them: the others are planned once these are in.
      if place == 1 || sorted.count == 1 { try plan(Array(sorted[place...])) }
      let rows = try source.open(true)
      options.children = rows.children
      let summary = try ImportRecords.run(
        source.register, rows.next, options: options, in: store, as: environment,
        progress: { progress(source.register, $0) })
      filled.append(Filled(register: source.register, summary: summary, unread: rows.unread()))
      // From here on its records are found in the library.
      options.planned[source.register.id] = nil
    }
    for part in filled { try deriveAgain(part, in: store, as: environment) }
    return filled
  }

  /// What is carried over links that pointed ahead is carried now, and what follows from it.
  private static func deriveAgain(_ part: Filled, in store: any Store, as environment: Environment) throws {
    guard !part.summary.ahead.isEmpty else { return }
    try store.write(as: environment, large: true) { library in
      for id in part.summary.ahead {
        guard let document = try library.lookup.document(part.register.id, id),
          let derived = try Dependents.rederive(document, part.register, in: library, store.reference)
        else { continue }
        try Dependents.mirror(document, derived, in: library, store.reference)
        try Dependents.refresh(after: document, in: library, store.reference)
      }
    }
  }
}
