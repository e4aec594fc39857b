import Domain

/// Fills a new library from a folder of our own files.
package enum CreateLibrary {
  /// One register's file: opened anew each time it is read, since it is read twice.
  package struct Source: Sendable {
    package let register: Register
    package let open: @Sendable () throws -> Rows

    package init(register: Register, open: @escaping @Sendable () throws -> Rows) {
      self.register = register
      self.open = open
    }
  }

  /// The rows of an opened file, and the rows of its child lists by the record's key.
  package struct Rows {
    package let next: () throws -> ImportRow?
    package let children: (_ key: String) -> [String: [ImportChild]]

    package init(
      next: @escaping () throws -> ImportRow?, children: @escaping (_ key: String) -> [String: [ImportChild]]
    ) {
      self.next = next
      self.children = children
    }
  }

  /// What was taken in of one register.
  package struct Filled: Sendable {
    package let register: Register
    package let summary: ImportSummary
  }

  /// The order in which files are read: those whose keys hang on nothing first.
  package static let order = ["enterprises", "projects", "efficiency"]

  /// Imports every source; links may point from any to any. `progress` gets the register and the number of its rows.
  package static func fill(
    _ store: any Store, from sources: [Source], as environment: Environment,
    progress: (Register, Int) -> Bool = { _, _ in true }
  ) throws -> [Filled] {
    let rank = { (id: String) in order.firstIndex(of: id) ?? order.count }
    let sorted = sources.sorted { rank($0.register.id) < rank($1.register.id) }
    var options = ImportRecords.Options()
    var filled: [Filled] = []
    for (place, source) in sorted.enumerated() {
      // Enterprises make the keys of what hangs on them: the others are planned once these are in.
      if place == 1 || sorted.count == 1 {
        for later in sorted[place...] {
          try ImportRecords.plan(later.register, try later.open().next, options: &options, in: store, as: environment)
        }
      }
      let rows = try source.open()
      options.children = rows.children
      let summary = try ImportRecords.run(
        source.register, rows.next, options: options, in: store, as: environment,
        progress: { progress(source.register, $0) })
      filled.append(Filled(register: source.register, summary: summary))
    }
    try deriveAgain(sorted.map(\.register), in: store, as: environment)
    return filled
  }

  /// What was carried over a link that pointed ahead is carried now.
  private static func deriveAgain(
    _ registers: [Register], in store: any Store, as environment: Environment
  ) throws {
    for register in registers {
      let ids = try store.list(Query(register: register.id)).ids(limit: .max)
      try store.write(as: environment, large: true) { library in
        for id in ids {
          guard let document = try library.document(register.id, id) else { continue }
          _ = try Dependents.rederive(document, register, in: library, store.reference)
        }
      }
    }
  }
}
