import Domain

/// Asks permission for what a use case is about to write.
package enum Permission {
  /// The permit to save a record: the deed follows from what is new in it, the subject from where it lies.
  ///
  /// A record that moves to another region needs the right in both. Throws `NotAllowed`.
  package static func save(
    _ document: Document, over old: Document?, in library: any StoreReading, as environment: Environment
  ) throws -> Permit {
    let deed = deed(document, over: old)
    if let old, region(old) != region(document) {
      _ = try permit(deed, old, in: library, as: environment)
    }
    return try permit(deed, document, made: old == nil, in: library, as: environment)
  }

  /// The permit for a deed on a record that is there; `made` says that the person makes it now.
  package static func permit(
    _ deed: Deed, _ document: Document, made: Bool = false, in library: any StoreReading, as environment: Environment
  ) throws -> Permit {
    let access = environment.access
    let subject = { (isMine: Bool) in Subject(document.register, region: region(document), isMine: isMine) }
    // Who made a record stands in its history: asked only where the answer hangs on it.
    let answers = [true, false].map { access.refusal(deed, subject($0)) == nil }
    let isMine: Bool
    if made || answers[0] == answers[1] {
      isMine = made
    } else {
      isMine = try Self.isMine(document, in: library, as: environment)
    }
    return try access.permit(deed, subject(isMine))
  }

  /// Lets a form open for a record: the person may change some part of it. Throws `NotAllowed`.
  package static func change(
    _ document: Document, in library: any StoreReading, _ reference: ReferenceTables, as environment: Environment
  ) throws {
    if try FilingGuard.writesForTier(document, in: library.lookup, reference, environment) { return }
    var refusal: NotAllowed?
    for deed in writing(document.register, over: true) {
      do {
        _ = try permit(deed, document, in: library, as: environment)
        return
      } catch let found as NotAllowed {
        refusal = refusal ?? found
      }
    }
    if let refusal { throw refusal }
  }

  /// Lets a form open for a new record: the person may enter one somewhere. Throws `NotAllowed`.
  package static func create(_ register: String, as environment: Environment) throws {
    if let refusal = refusal(toWrite: register, over: false, as: environment) { throw NotAllowed(refusal) }
  }

  /// Why the person enters no new records in a register, or with `over` changes none, wherever they lie; nil where they
  /// do somewhere. What menus ask.
  package static func refusal(toWrite register: String, over: Bool, as environment: Environment) -> Label? {
    refusal(writing(register, over: over), register, as: environment)
  }

  /// Why the person does none of these things in a register, wherever its records lie; nil where they do one somewhere.
  package static func refusal(_ deeds: [Deed], _ register: String, as environment: Environment) -> Label? {
    guard let deed = deeds.first, !deeds.contains(where: { environment.access.mayAnywhere($0, register) }) else {
      return nil
    }
    return environment.access.refusal(deed, Subject(register, region: environment.actor.region ?? ""))
  }

  private static func writing(_ register: String, over: Bool) -> [Deed] {
    RegisterGroup(of: register).writing.map { [$0] } ?? (over ? [.edit, .keep] : [.create])
  }

  /// Whether the person typed the record or submitted it last.
  package static func isMine(
    _ document: Document, in library: any StoreReading, as environment: Environment
  ) throws -> Bool {
    let person = environment.actor.person
    if document.children["filings"]?.last(where: { !$0["submitted_by"].isEmpty })?["submitted_by"].text == person {
      return true
    }
    return try library.history(document.register, document.id).first?.person == person
  }

  /// Where a record lies, as permission sees it; blank for one that has no region yet.
  package static func region(_ document: Document) -> String { document["region"].text ?? "" }

  /// What saving is: making, changing what is declared, or only keeping the running part up to date.
  package static func deed(_ document: Document, over old: Document?) -> Deed {
    if let writing = RegisterGroup(of: document.register).writing { return writing }
    guard let old, let register = Registers.named(document.register) else { return .create }
    let isRunning =
      register.fields.allSatisfy { $0.part == .running || $0.isDerived || old[$0.id] == document[$0.id] }
      && register.lists.allSatisfy { $0.part == .running || old.children[$0.id] == document.children[$0.id] }
    return isRunning ? .keep : .edit
  }

  /// A register's export, import and the like, for the person's own region; rows are decided one by one.
  package static func anywhere(_ deed: Deed, _ register: String, as environment: Environment) throws {
    guard !environment.access.mayAnywhere(deed, register) else { return }
    _ = try environment.access.permit(deed, Subject(register, region: environment.actor.region ?? ""))
  }
}
