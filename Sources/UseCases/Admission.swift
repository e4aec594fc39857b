import Domain

/// Lets a person into a library: with the rights that it gives them, or not at all.
package enum Admission {
  /// The library as the person sees it, and who is at work in it.
  ///
  /// Without people in it, its user is everything. Throws `NotAllowed` for somebody who is not among its people. `key` is
  /// the fingerprint of the key that they came in by: without it they are out again.
  package static func enter(
    _ library: any Store, as environment: Environment, by key: String? = nil
  ) throws -> (store: GuardedStore, environment: Environment) {
    let store = GuardedStore(library, person: environment.actor.person, key: key)
    let found = try library.read { try person(environment.actor.person, in: $0) }
    let access = try store.access()
    let actor = Actor(
      person: environment.actor.person, origin: environment.actor.origin,
      region: found?.region ?? environment.actor.region)
    return (store, Environment(actor: actor, access: access, now: environment.now, newID: environment.newID))
  }

  /// What the person may do now; `library` is unguarded.
  package static func access(
    of name: String, by key: String? = nil, in library: any StoreReading, _ reference: ReferenceTables
  ) throws -> Access {
    if try library.totals(Person.schema.id, where: .all, sums: []).count == 0 { return .alone(name) }
    guard let person = try person(name, in: library), !person.isDisabled else {
      throw NotAllowed(
        Label(
          zh: "“\(name)”不在本库人员中或已停用；请找管理员（sanku people）",
          en: "“\(name)” is not among this library's people, or is disabled; ask its administrator (sanku people)"))
    }
    if let key, !person.keys.contains(where: { $0.fingerprint == key && !$0.isDisabled }) {
      throw NotAllowed(
        Label(
          zh: "登录所用的公钥已取消；请找管理员（sanku people key）",
          en: "The key of this session was taken away; ask the library's administrator (sanku people key)"))
    }
    return person.access(reference.regions)
  }

  private static func person(_ name: String, in library: any StoreReading) throws -> Person? {
    guard let id = try library.find(Person.schema.id, key: name),
      let document = try library.document(Person.schema.id, id)
    else { return nil }
    return Person.schema.record(document)
  }
}
