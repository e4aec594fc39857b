import Domain

/// Walks all records that a query finds, in its order.
///
/// Records are read a portion at a time, so that a long walk never keeps writers or keys waiting; one that is deleted
/// meanwhile is left out.
enum EachRecord {
  private static let portion = 200

  /// `progress` gets a part of 1 and answers false to stop, which throws `StoreError.interrupted`.
  static func run(
    _ query: Query, limit: Int = .max, in store: any Store, progress: (Double) -> Bool,
    _ body: (any StoreReading, Document) throws -> Void
  ) throws {
    let ids = try store.list(query).ids(limit: limit)
    var done = 0
    while done < ids.count {
      let end = min(ids.count, done + portion)
      try store.read { library in
        for id in ids[done..<end] {
          if let document = try library.document(query.register, id) { try body(library, document) }
        }
      }
      done = end
      if !progress(Double(done) / Double(ids.count)) { throw StoreError.interrupted }
    }
  }
}
