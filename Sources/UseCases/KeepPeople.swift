import Domain

/// Adds people and changes what they may do and by which keys they log in.
package enum KeepPeople {
  private static let register = Person.schema.id

  /// Adds a person; the first one of a library must be an administrator.
  @discardableResult
  package static func add(
    _ person: Person, in store: any Store, as environment: Environment
  ) throws -> Person {
    var person = person
    person.id = environment.newID()
    return Person.schema.record(
      try SaveRecord.run(Person.schema.document(person), base: 0, in: store, as: environment).document)
  }

  /// Changes a person of that login; everything else stays as it is.
  @discardableResult
  package static func change(
    _ name: String, in store: any Store, as environment: Environment, _ body: (inout Person) throws -> Void
  ) throws -> Person {
    try Permission.anywhere(.people, register, as: environment)
    return try store.write(as: environment) { library in
      let found = try library.find(register, key: name).flatMap { try library.document(register, $0) }
      guard let found else { throw UseCaseError.noSuchRecord(register: Register(Person.self), key: name) }
      var person = Person.schema.record(found)
      try body(&person)
      let document = Person.schema.document(person)
      let saved = try SaveRecord.write(
        document, base: found.revision, action: SaveRecord.action, in: library, store, environment)
      try requireAdministrator(in: library)
      return Person.schema.record(saved.document)
    }
  }

  /// Stores a public key for a person; a key is one person's only.
  @discardableResult
  package static func addKey(
    _ key: PublicKey, to name: String, in store: any Store, as environment: Environment
  ) throws -> Person {
    let holders = Filter.where("keys.fingerprint", .equal, .text(key.fingerprint))
    let rows = try store.read { try $0.lookup.totals(register, where: holders, sums: []).count }
    guard rows == 0 else {
      throw UseCaseError.unreadable(
        Label(zh: "这把公钥已登记，一把公钥只归一人", en: "This key is registered already; a key is one person's only"))
    }
    return try change(name, in: store, as: environment) { person in
      var row = PersonKey()
      row.id = environment.newID()
      (row.type, row.key, row.comment) = (key.type, key.key, key.comment)
      row.addedOn = environment.today
      person.keys.append(row)
    }
  }

  /// Takes a person's key away, by its fingerprint or the beginning of it.
  @discardableResult
  package static func removeKey(
    _ fingerprint: String, of name: String, in store: any Store, as environment: Environment
  ) throws -> Person {
    try change(name, in: store, as: environment) { person in
      let wanted = fingerprint.hasPrefix("SHA256:") ? fingerprint : "SHA256:" + fingerprint
      let found = person.keys.filter { $0.fingerprint.hasPrefix(wanted) }
      guard found.count == 1, let key = found.first, wanted.utf8.count > 7 else {
        throw UseCaseError.unreadable(
          Label(
            zh: "\(name)没有唯一一把以“\(fingerprint)”开头的公钥；用 sanku people list 查看",
            en: "\(name) has not just one key that begins with “\(fingerprint)”; see sanku people list"))
      }
      person.keys.removeAll { $0.id == key.id }
    }
  }

  /// What must hold of a person before it is written; other registers pass.
  static func check(
    _ document: Document, over old: Document?, in library: any StoreReading, _ store: any Store,
    _ environment: Environment
  ) throws {
    guard document.register == register else { return }
    let findings = SaveRecord.findings(document, Register(Person.self), in: library.lookup, store, environment)
    // The administrator looks after people everywhere: the person's own scope is no bound.
    if let fault = findings.first(where: { $0.severity == .error }) { throw UseCaseError.faulty(fault) }
    guard let old, old["administrator"].flag == true, document["administrator"].flag != true else { return }
    let others = try library.lookup.documents(register, where: "administrator", is: .flag(true))
    guard others.contains(where: { $0.id != document.id }) else {
      throw NotAllowed(
        Label(
          zh: "这是最后一名在用管理员，不能停用或去掉角色；请先另设管理员",
          en: "This is the last active administrator, who cannot be disabled or lose the role; add another first"))
    }
  }

  /// A library with people needs somebody who looks after them.
  static func requireAdministrator(in library: any StoreReading) throws {
    let library = library.lookup
    guard try library.totals(register, where: .all, sums: []).count > 0,
      try library.documents(register, where: "administrator", is: .flag(true)).isEmpty
    else { return }
    throw UseCaseError.unreadable(
      Label(
        zh: "第一个人员应为管理员，否则无人能管理；请用 --role administrator",
        en: "The first person must be an administrator, or nobody could look after people; use --role administrator"))
  }
}
