import Domain

/// Hands out whole records for a file, with the keys of what they link to.
package enum ExportRecords {
  /// Calls `each` with every record the query finds, in its order, and a way to name a linked record by its key.
  /// `progress` gets a part of 1 and answers false to stop.
  package static func run(
    _ query: Query, limit: Int = .max, in store: any Store, as environment: Environment,
    progress: (Double) -> Bool = { _ in true },
    each: (Document, _ key: (String, RecordID) -> String) throws -> Void
  ) throws {
    try walk(query, limit: limit, in: store, as: environment, progress: progress) { _, document, key in
      try each(document, key)
    }
  }

  /// The same with the library, for what stands in other records; it shows the person's part of it.
  package static func walk(
    _ query: Query, limit: Int = .max, in store: any Store, as environment: Environment,
    progress: (Double) -> Bool = { _ in true },
    each: (any LibraryLookup, Document, _ key: @escaping (String, RecordID) -> String) throws -> Void
  ) throws {
    try Permission.anywhere(.export, query.register, as: environment)
    // Bounded: the links of a long list mostly point to the same few records.
    var keys: [RecordID: String] = [:]
    try EachRecord.run(query, limit: limit, in: store, progress: progress) { library, document in
      try each(library, document) { register, id in
        if let key = keys[id] { return key }
        let key = Self.key(register, id, in: library)
        if keys.count > 50_000 { keys.removeAll() }
        keys[id] = key
        return key
      }
    }
  }

  /// The linked record's key; `#` and its id where it has none or is gone.
  package static func key(_ register: String, _ id: RecordID, in library: any LibraryLookup) -> String {
    guard let field = Registers.named(register)?.keyField, let document = try? library.document(register, id),
      let key = document[field].text
    else { return id.mark }
    return key
  }

  /// What the linked record is called, with its key in brackets where that is another; for people.
  package static func name(
    _ register: String, _ id: RecordID, in library: any LibraryLookup, _ language: Language
  ) -> String {
    let key = key(register, id, in: library)
    guard let field = Registers.named(register)?.titleField, let document = try? library.document(register, id),
      let title = document[field].text, title != key
    else { return key }
    return Label(zh: "\(title)（\(key)）", en: "\(title) (\(key))")[language]
  }
}
