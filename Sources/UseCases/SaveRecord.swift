import Domain

/// A record as it was saved, and what the rules say about it.
package struct SavedRecord: Sendable {
  /// With its new revision, given codes and derived fields.
  package let document: Document
  /// Findings never stop a draft; errors stop its submission.
  package let findings: [Finding]
}

/// Saves one record: gives out its codes, derives, writes it with its history, and lets what depends on it follow.
package enum SaveRecord {
  /// The words that stand in the history for an ordinary save.
  package static let action = "save"

  /// Saves over revision `base` (0: a new record). Throws `StoreError.conflict` if somebody saved meanwhile, and
  /// `NotAllowed` where the person may not.
  package static func run(
    _ document: Document, base: Int, in store: any Store, as environment: Environment
  ) throws -> SavedRecord {
    try store.write(as: environment) { library in
      let saved = try write(document, base: base, action: action, in: library, store, environment)
      if document.register == Person.schema.id { try KeepPeople.requireAdministrator(in: library) }
      return saved
    }
  }

  /// The same inside a transaction; an import that nobody watches row by row does without `checking`.
  ///
  /// `filing` is the permit and note of a filing verb, which alone writes the filing part; `isGuarded` is false where a new library is
  /// filled, `isReceived` where another library's entry is made here.
  static func write(
    _ document: Document, base: Int, action: String, in library: any StoreWriting, _ store: any Store,
    _ environment: Environment, checking: Bool = true, filing: (permit: Permit, note: String)? = nil,
    isGuarded: Bool = true, isReceived: Bool = false
  ) throws -> SavedRecord {
    guard let register = Registers.named(document.register) else {
      throw UseCaseError.unknownRegister(document.register)
    }
    var saved = document
    try IssueCodes.fill(&saved, register, in: library, store.info, environment.today)
    register.derive(&saved, DeriveContext(reference: store.reference, library: library.lookup))
    try refuseTakenKey(saved, register, in: library)
    let old = base > 0 ? try library.lookup.document(register.id, saved.id) : nil
    let held =
      filing == nil && isGuarded
      ? try FilingGuard.check(saved, over: old, in: library.lookup, store.reference, environment) : nil
    let permit = try filing?.permit ?? held ?? Permission.save(saved, over: old, in: library, as: environment)
    // A tier decides in its own library; everything else is written where the record is at home.
    if !isReceived {
      let isDecision = filing != nil && ![.submit, .withdraw].contains(permit.deed) || held != nil
      try HomeGuard.check(isDecision ? permit.subject.region : Permission.region(old ?? saved), in: library, store)
    }
    try KeepPeople.check(saved, over: old, in: library, store, environment)
    let note =
      try filing?.note ?? LockedCorrection.note(saved, over: old, register, in: library.lookup, store, environment)
    saved.revision = try library.save(saved, base: base, action: action, note: note, permit: permit)
    if Dependents.isTied(register.id) { try Dependents.mirror(old, saved, in: library, store.reference) }
    if base > 0 { try Dependents.refresh(after: saved, in: library, store.reference) }
    let findings = checking ? findings(saved, register, in: library.lookup, store, environment) : []
    return SavedRecord(document: saved, findings: findings)
  }

  /// What the rules of all reaches say about a derived record.
  static func findings(
    _ document: Document, _ register: Register, in library: any LibraryLookup, _ store: any Store,
    _ environment: Environment
  ) -> [Finding] {
    register.check(
      document,
      RuleContext(
        reference: store.reference, library: library, today: environment.today,
        scope: environment.scope(register.id)))
  }

  /// A key names one record only: two of one key could not be told apart in any file.
  private static func refuseTakenKey(_ document: Document, _ register: Register, in library: any StoreWriting) throws {
    guard let key = document[register.keyField].text, let other = try library.lookup.find(register.id, key: key),
      other != document.id
    else { return }
    throw UseCaseError.keyTaken(register: register, key: key, other: other)
  }
}

/// What a use case refuses, in words that say what to do.
package enum UseCaseError: Error, Sendable {
  /// No register has this id.
  case unknownRegister(String)
  /// Another record of the register has this key already.
  case keyTaken(register: Register, key: String, other: RecordID)
  /// Nothing is called so, or what is lies out of the person's scope.
  case noSuchRecord(register: Register, key: String)
  /// So many records are called so: more of the key is wanted.
  case ambiguous(register: Register, key: String, count: Int)
  /// Only a draft that no tier has seen may be deleted.
  case notADraft
  /// This person made the draft, and deletes it.
  case notYours(person: String)
  /// What was given cannot be read; what to write instead.
  case unreadable(Label)
  /// The part that was changed is frozen, or is kept by somebody else: why, and who can open it.
  case frozen(Label)
  /// The last change is not for this person to take back.
  case notUndone(Label)
  /// A record that is written only without errors has one.
  case faulty(Finding)
  /// A locked quarter's figures would change: which, and that a reason is wanted (`Environment.reason`).
  case reasonWanted(Label)

  /// What keeps it from being done, and what to do.
  package var message: Label {
    switch self {
    case .unknownRegister(let id):
      let known = Registers.all.map(\.id).joined(separator: " ")
      return Label(zh: "没有清单“\(id)”；可用：\(known)", en: "No register “\(id)”; there are: \(known)")
    case .keyTaken(let register, let key, _):
      return Label(
        zh: "\(register.label.zh)已有“\(key)”；请打开那一条修改，或更正代码",
        en: "\(register.label.en) already has “\(key)”; open that one, or correct the code")
    case .noSuchRecord(let register, let key):
      return Label(
        zh: "\(register.label.zh)没有“\(key)”；用 sanku list \(register.id) 查看，或写 # 加编号开头",
        en: "\(register.label.en) has no “\(key)”; see sanku list \(register.id), or write # and the start of an id")
    case .ambiguous(let register, let key, let count):
      return Label(
        zh: "\(register.label.zh)有\(count)条以“\(key)”开头，请多写几位",
        en: "\(count) records of \(register.label.en) begin with “\(key)”; write more of it")
    case .notADraft:
      return Label(
        zh: "只有草稿可以删除；已上报或入库的请走退出程序", en: "Only a draft can be deleted; what was submitted leaves by an exit")
    case .notYours(let person):
      return Label(zh: "这是\(person)的草稿，只能由本人删除", en: "This is \(person)'s draft; only they can delete it")
    case .unreadable(let label), .frozen(let label), .notUndone(let label), .reasonWanted(let label): return label
    case .faulty(let finding): return finding.message
    }
  }
}
