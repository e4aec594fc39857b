import Domain

/// Which records carry something over from another one, and so must follow when that one changes.
enum Dependents {
  /// A register and the link through which it carries; a child list's link as `list.field`.
  struct Link: Sendable {
    let register: Register
    let field: String
  }

  private static let links: [String: [Link]] = {
    var links: [String: [Link]] = [:]
    for register in Registers.all where register.carries {
      for (path, target) in register.links { links[target, default: []].append(Link(register: register, field: path)) }
    }
    return links
  }()

  /// By register: the links whose other ends derive from it, and the fields whose values tie its records together.
  private static let ties: [String: (mirrors: [(path: String, target: Register)], shared: [String])] = Dictionary(
    uniqueKeysWithValues: Registers.all.map { register in
      let mirrors = register.mirrors.compactMap { path, target in Registers.named(target).map { (path, $0) } }
      return (register.id, (mirrors, register.fields.filter(\.isShared).map(\.id)))
    })

  /// Whether a change of the register's records may be seen in others that it names, or shares a value with.
  static func isTied(_ register: String) -> Bool {
    ties[register].map { !$0.mirrors.isEmpty || !$0.shared.isEmpty } ?? false
  }

  /// Derives again what follows from `document`, and what follows from that, without a history entry.
  static func refresh(after document: Document, in library: any StoreWriting, _ reference: ReferenceTables) throws {
    var seen: Set<RecordID> = [document.id]
    try refresh(after: document.register, document.id, in: library, reference, &seen)
  }

  /// Derives again the other ends of links that were made, broken or kept: a line that shows its project's deadline;
  /// and the records that a shared value ties to this one: an enterprise's other visits.
  static func mirror(
    _ old: Document?, _ new: Document?, in library: any StoreWriting, _ reference: ReferenceTables
  ) throws {
    guard let id = (new ?? old)?.register, let register = Registers.named(id), let ties = ties[id] else { return }
    let states = [old, new].compactMap { $0 }
    for (path, target) in ties.mirrors {
      for end in Set(states.flatMap { $0.values(at: path) }.compactMap(\.record)) {
        guard let document = try library.lookup.document(target.id, end) else { continue }
        _ = try rederive(document, target, in: library, reference)
      }
    }
    for field in ties.shared {
      for value in Set(states.map { $0[field] }) where !value.isEmpty {
        for document in try library.lookup.documents(id, where: field, is: value)
        where document.id != states[0].id {
          _ = try rederive(document, register, in: library, reference)
        }
      }
    }
  }

  private static func refresh(
    after register: String, _ id: RecordID, in library: any StoreWriting, _ reference: ReferenceTables,
    _ seen: inout Set<RecordID>
  ) throws {
    for link in links[register] ?? [] {
      for follower in try library.lookup.documents(link.register.id, where: link.field, is: .record(id))
      where seen.insert(follower.id).inserted {
        guard let derived = try rederive(follower, link.register, in: library, reference) else { continue }
        if ties[link.register.id]?.shared.isEmpty == false {
          try mirror(follower, derived, in: library, reference)
        }
        try refresh(after: follower.register, follower.id, in: library, reference, &seen)
      }
    }
  }

  /// Derives one record again and keeps it if that changed anything; the answer is what it is now, nil if as before.
  @discardableResult
  static func rederive(
    _ document: Document, _ register: Register, in library: any StoreWriting, _ reference: ReferenceTables
  ) throws -> Document? {
    var derived = document
    register.derive(&derived, DeriveContext(reference: reference, library: library.lookup))
    guard derived != document else { return nil }
    try library.refresh(derived)
    return derived
  }
}

extension Register {
  /// Links to other records with the register that they name; a child list's as `list.field`.
  var links: [(path: String, target: String)] { paths { _ in true } }

  /// Those whose other end derives from them.
  var mirrors: [(path: String, target: String)] { paths(where: \.isMirrored) }

  /// Whether anything in its records follows from others.
  var carries: Bool { (fields + lists.flatMap(\.fields)).contains(where: \.isCarried) }

  private func paths(where isWanted: (FieldSpec) -> Bool) -> [(path: String, target: String)] {
    let own = fields.map { ("", $0) } + lists.flatMap { list in list.fields.map { (list.id + ".", $0) } }
    return own.compactMap { prefix, field in
      guard case .record(let target) = field.kind, isWanted(field) else { return nil }
      return (prefix + field.id, target)
    }
  }
}

extension Document {
  /// What stands at a path: a field's value, or a child list's in every row.
  func values(at path: String) -> [Value] {
    guard let dot = path.firstIndex(of: ".") else { return [self[path]] }
    let field = String(path[path.index(after: dot)...])
    return (children[String(path[..<dot])] ?? []).map { $0[field] }
  }
}
