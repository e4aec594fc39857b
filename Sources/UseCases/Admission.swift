import Domain

/// Lets a person into a library: with the rights that it gives them, or not at all.
package enum Admission {
  /// The library as the person sees it, and who is at work in it.
  ///
  /// Without people in it, its user is everything. Throws `NotAllowed` for somebody who is not among its people.
  package static func enter(
    _ library: any Store, as environment: Environment
  ) throws -> (store: GuardedStore, environment: Environment) {
    let store = GuardedStore(library, person: environment.actor.person)
    let found = try library.read { try person(environment.actor.person, in: $0) }
    let access = try store.access()
    let actor = Actor(
      person: environment.actor.person, origin: environment.actor.origin,
      region: found?.region ?? environment.actor.region)
    return (store, Environment(actor: actor, access: access, now: environment.now, newID: environment.newID))
  }

  /// What the person may do now; `library` is unguarded.
  package static func access(
    of name: String, in library: any StoreReading, _ reference: ReferenceTables
  ) throws -> Access {
    if try library.totals(Person.schema.id, where: .all, sums: []).count == 0 { return .alone(name) }
    guard let person = try person(name, in: library), !person.isDisabled else {
      throw NotAllowed(
        Label(
          zh: "“\(name)”不在本库人员中或已停用；请找管理员（sanku people）",
          en: "“\(name)” is not among this library's people, or is disabled; ask its administrator (sanku people)"))
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
