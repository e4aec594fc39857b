import Domain

/// One transaction of a person: reads as they see, writes what was permitted and still is.
final class GuardedWriting: GuardedReading, StoreWriting {
  private let library: any StoreWriting
  /// The library behind the guard: whose region is whose concerns everybody.
  var beneath: any StoreWriting { library }

  init(_ library: any StoreWriting, _ guardian: Guardian) {
    self.library = library
    super.init(library, guardian)
  }

  @discardableResult
  func save(_ document: Document, base: Int, action: String, note: String, permit: Permit) throws -> Int {
    let old = guardian.isOpen ? nil : try library.document(document.register, document.id)
    try check(permit, document, over: old)
    var document = document
    if let old, let register = Registers.named(document.register) {
      document = PhoneMask.restored(document, from: old, register)
    }
    return try own { try library.save(document, base: base, action: action, note: note, permit: permit) }
  }

  func delete(_ register: String, _ id: RecordID, base: Int, action: String, permit: Permit) throws {
    if !guardian.isOpen, let old = try library.document(register, id) { try check(permit, old, over: old) }
    try own { try library.delete(register, id, base: base, action: action, permit: permit) }
  }

  func refresh(_ document: Document) throws { try library.refresh(document) }
  func keep(_ figures: [LockedFigure], of lock: RecordID) throws { try library.keep(figures, of: lock) }
  func nextSerial(_ scope: String) throws -> Int { try library.nextSerial(scope) }

  func setSetting(_ person: String, _ name: String, _ value: String?) throws {
    guard isOwn(person) else {
      throw NotAllowed(Label(zh: "不能修改他人的设置", en: "Nobody changes another person's settings"))
    }
    try library.setSetting(person, name, value)
  }

  func setReference(
    _ table: ReferenceRow.Table, _ key: String, _ row: ReferenceRow?, source: String
  ) throws -> ReferenceTables {
    if let refusal = guardian.access.refusal(.reference, Subject("reference", region: "")) { throw NotAllowed(refusal) }
    return try library.setReference(table, key, row, source: source)
  }

  /// The permit as the rights are now, and that it is one for this record.
  private func check(_ permit: Permit, _ document: Document, over old: Document?) throws {
    if guardian.isOpen { return }
    if let refusal = guardian.access.refusal(permit.deed, permit.subject) { throw NotAllowed(refusal) }
    let regions = guardian.reference.regions
    let lies = Permission.region(document)
    // A tier decides on what lies in it; whoever enters does so where the record lies.
    let isDecision = Self.decisions.contains(permit.deed)
    let fits =
      isDecision ? !lies.isEmpty && regions.isIn(lies, permit.subject.region) : lies == permit.subject.region
    guard permit.subject.register == document.register, fits else {
      throw NotAllowed(
        Label(zh: "权限与所写记录不符，未写入", en: "The permit is for another record; nothing was written"))
    }
    guard let old, !isDecision, Permission.region(old) != lies else { return }
    let before = Subject(old.register, region: Permission.region(old), isMine: permit.subject.isMine)
    if let refusal = guardian.access.refusal(permit.deed, before) { throw NotAllowed(refusal) }
  }

  private static let decisions: Set<Deed> = [
    .review, .admit, .sendBack, .recommend, .plan, .verifySaving, .submit, .withdraw, .settings, .lock, .unlock,
    .confirm, .targets,
  ]

  /// What somebody else made of the record is shown as the person sees it.
  private func own<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch StoreError.conflict(let current) {
      throw StoreError.conflict(current: current.flatMap(guardian.shown))
    }
  }
}
