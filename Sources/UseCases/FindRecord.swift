import Domain

/// Finds a record by what people see: its key, or `#` and the first characters of its id.
package enum FindRecord {
  /// The record's id; throws `UseCaseError` where none is called so, or several begin so.
  package static func run(_ register: Register, key: String, in store: any Store) throws -> RecordID {
    try store.read { try find(register, key, in: $0) }
  }

  static func find(_ register: Register, _ key: String, in library: any StoreReading) throws -> RecordID {
    let typed = Normalised.code(key)
    guard typed.hasPrefix("#") else {
      if let id = try exactly(register, key, typed, in: library) { return id }
      throw UseCaseError.noSuchRecord(register: register, key: key)
    }
    let prefix = String(typed.dropFirst()).lowercased()
    if let id = RecordID(prefix), try library.document(register.id, id) != nil { return id }
    let isHex = prefix.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) || $0 == 0x2D }
    let found = isHex && !prefix.isEmpty ? try library.find(register.id, idPrefix: prefix, limit: 100) : []
    guard let id = found.first else { throw UseCaseError.noSuchRecord(register: register, key: key) }
    guard found.count == 1 else { throw UseCaseError.ambiguous(register: register, key: key, count: found.count) }
    return id
  }

  /// A key as typed, as normalised, or a firm's credit code for its whole (plant 00).
  static func exactly(
    _ register: Register, _ key: String, _ typed: String, in library: any StoreReading
  ) throws -> RecordID? {
    for candidate in [key, typed, typed.uppercased()] {
      if let id = try library.find(register.id, key: candidate) { return id }
    }
    guard register.id == Enterprise.schema.id else { return nil }
    return try library.find(register.id, key: CreditCode.normalise(typed) + "-00")
  }
}
