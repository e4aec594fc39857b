import Store

/// A second session on the same library.
enum SQLiteOther {
  static func open(_ path: String) throws -> SQLiteStore { try SQLiteStore.open(path) }
}
