import Domain

/// Whose public key it is: what sshd asks at every login.
package enum KeyHolder {
  /// The person who holds it; nil where nobody does, or the person or the key is disabled.
  package static func find(_ key: PublicKey, in store: any Store) throws -> Person? {
    let holders = Query(
      register: Person.schema.id, filter: .where("keys.fingerprint", .equal, .text(key.fingerprint)), sort: [])
    guard let id = try store.list(holders).ids(limit: 1).first,
      let document = try store.read({ try $0.lookup.document(Person.schema.id, id) })
    else { return nil }
    let person = Person.schema.record(document)
    // The whole key decides, not only its digest.
    let isHeld = person.keys.contains { $0.type == key.type && $0.key == key.key && !$0.isDisabled }
    return isHeld && !person.isDisabled ? person : nil
  }
}
