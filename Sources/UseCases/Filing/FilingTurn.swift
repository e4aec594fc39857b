import Domain

/// One record's turn in a filing verb: what it is, and the permission and the step that the verb asks for.
struct FilingTurn {
  let document: Document
  let library: any StoreWriting
  let store: any Store
  let environment: Environment
  let options: FilingOptions
  let rules: [Tier: TierRules]
  var project: Project
  var permit: Permit?
  var findings: [Finding] = []
  /// Taken by the batch when its first record goes up.
  var batch: () throws -> String = { "" }

  /// What a verb throws to leave one record as it is.
  struct Refused: Error {
    let message: Label
  }

  init(
    _ document: Document, _ library: any StoreWriting, _ store: any Store, _ environment: Environment,
    _ options: FilingOptions
  ) throws {
    self.document = document
    self.library = library
    self.store = store
    self.environment = environment
    self.options = options
    project = Project.schema.record(document)
    rules = try TierSettings.rules(for: project.region, in: library.lookup, store.reference)
  }

  /// The tier that acts: the one asked for, else the first of `candidates` whose region the person works for, else the
  /// first that the person's region reviews for, else (for somebody without a region) the first of them.
  func tier(among candidates: [Tier]) -> Tier? {
    let regions = Set(environment.access.grants.map(\.region))
    return options.tier
      ?? candidates.first { rules[$0].map { regions.contains($0.region) } ?? false }
      ?? candidates.first { rules[$0].map { regions.contains($0.reviewingRegion) } ?? false } ?? candidates.first
  }

  /// The tier of the open filing; refuses where a tier was asked for that has none.
  func openTier() throws -> (tier: Tier, filing: FilingRecord) {
    guard let filing = project.openFiling, let tier = filing.place else {
      throw Refused(message: Label(zh: "没有待审的申报", en: "Nothing waits for a review"))
    }
    if let asked = options.tier, asked != tier {
      throw Refused(
        message: Label(
          zh: "待审的是\(tier.label.zh)，不是\(asked.label.zh)",
          en: "It waits with the \(tier.label.en.lowercased()), not the \(asked.label.en.lowercased())"))
    }
    return (tier, filing)
  }

  /// Asks for the permission of a tier's clerks; throws `NotAllowed`. `isMine` is nil where who typed or submitted the
  /// record last decides.
  mutating func allowClerk(_ deed: Deed, of tier: Tier, isMine: Bool? = nil) throws {
    let isMine = try isMine ?? Permission.isMine(document, in: library.lookup, as: environment)
    permit = try environment.access.permit(
      deed, Subject(document.register, region: try region(tier), isMine: isMine))
  }

  /// Asks for the permission to hand a record up: that of the tier's clerks, and of those of where it lies, so that
  /// nobody above submits a draft that a clerk below is still at.
  mutating func allowSubmission(to tier: Tier) throws {
    try allowClerk(.submit, of: tier)
    let isMine = try Permission.isMine(document, in: library.lookup, as: environment)
    _ = try environment.access.permit(
      .submit, Subject(document.register, region: Permission.region(document), isMine: isMine))
  }

  /// Asks for the permission of a tier's reviewers: those of the region that reviews for it.
  ///
  /// Nobody reviews what they typed or submitted, unless the tier waives its review; `isOwn` is for what the tier's
  /// reviewers did themselves and take back.
  mutating func allowReviewer(_ deed: Deed, of tier: Tier, isOwn: Bool = false) throws {
    _ = try region(tier)
    let reviewing = rules[tier]?.reviewingRegion ?? ""
    let isWaived = rules[tier]?.isWaived ?? false
    let isMine = try !isOwn && !isWaived && isTyped(by: environment.actor.person)
    permit = try environment.access.permit(deed, Subject(document.register, region: reviewing, isMine: isMine))
  }

  private func region(_ tier: Tier) throws -> String {
    guard let region = rules[tier]?.region else {
      throw Refused(
        message: Label(zh: "该地区没有\(tier.label.zh)", en: "The region has no \(tier.label.en.lowercased())"))
    }
    return region
  }

  /// Whether a person submitted what is open, or typed any of the declared part.
  func isTyped(by person: String) throws -> Bool {
    if project.openFiling?.submittedBy == person { return true }
    guard let register = Registers.named(document.register) else { return false }
    let fields = Set(register.fields.filter(DeclaredPart.holds).map(\.id))
    let lists = Set(register.lists.filter { $0.part == .declared }.map(\.id))
    return try library.lookup.history(document.register, document.id).contains { entry in
      entry.person == person && !Self.decisions.contains(entry.action)
        && (entry.changes.contains { fields.contains($0.field) } || entry.rows.contains { lists.contains($0.list) })
    }
  }

  /// Acts whose entries hold what somebody else typed.
  private static let decisions: Set<String> = [Admit.action, ReturnRecord.action, GenerateLibrary.action]

  /// Runs the rules over a state of the record, and keeps what they find.
  mutating func check(_ checked: Document? = nil) throws {
    guard let register = Registers.named(document.register) else { return }
    var derived = checked ?? document
    register.derive(&derived, DeriveContext(reference: store.reference, library: library.lookup))
    findings = SaveRecord.findings(derived, register, in: library.lookup, store, environment)
  }

  /// Takes a step; throws `FilingRefused`.
  mutating func take(_ step: FilingStep, quota: FilingContext.Quota? = nil) throws {
    var context = FilingContext(
      today: environment.today, person: environment.actor.person, revision: document.revision, rules: rules,
      errors: findings.count { $0.severity == .error }, quota: quota, newID: environment.newID)
    if let refusal = project.refusal(of: step, in: context) { throw FilingRefused(refusal) }
    context.batch = try batch()
    try project.take(step, context)
  }
}

/// Runs a filing verb over several records in one transaction: each is done or says why not.
enum FilingRun {
  static func run(
    _ ids: [RecordID], _ action: String, _ options: FilingOptions, note: String = "", batched: Bool = false,
    in store: any Store, as environment: Environment, _ body: (inout FilingTurn) throws -> Void
  ) throws -> [FilingResult] {
    try store.write(as: environment) { library in
      var batches = ids.count > 1 && batched ? [:] : nil as [String: String]?
      var seen = Set<RecordID>()
      return try ids.filter { seen.insert($0).inserted }.map { id in
        guard let document = try library.document(Project.schema.id, id) else {
          return FilingResult(
            id: id, key: "", title: "", outcome: .refused(Label(zh: "没有这条记录", en: "There is no such record")),
            findings: [])
        }
        var turn = try FilingTurn(document, library, store, environment, options)
        turn.batch = { [region = turn.project.region] in
          guard batches != nil else { return "" }
          if let known = batches?[region] { return known }
          let serial = try library.nextSerial("batch-\(region)-\(environment.today.year)")
          batches?[region] = "第\(serial)批"
          return "第\(serial)批"
        }
        let outcome = try outcome(&turn, action, note, body)
        return FilingResult(
          id: id, key: document["library_code"].plain, title: document["name"].plain, outcome: outcome,
          findings: turn.findings)
      }
    }
  }

  private static func outcome(
    _ turn: inout FilingTurn, _ action: String, _ note: String, _ body: (inout FilingTurn) throws -> Void
  ) throws -> FilingResult.Outcome {
    let document = turn.document
    if let revision = turn.options.seen[document.id], revision != document.revision {
      return .refused(
        Label(zh: "记录已被他人修改，请重新查看后再办", en: "Somebody changed the record meanwhile; look at it again"))
    }
    do {
      try body(&turn)
    } catch let refused as FilingRefused {
      return .refused(refused.message)
    } catch let refused as FilingTurn.Refused {
      return .refused(refused.message)
    } catch let forbidden as NotAllowed {
      return .forbidden(forbidden.message)
    }
    guard let permit = turn.permit else {
      return .forbidden(Label(zh: "未经许可", en: "It was not permitted"))
    }
    let decided = Project.schema.document(turn.project)
    // Nobody could shorten it afterwards: what is filed is not edited.
    func beyond(_ document: Document) -> [Finding] {
      Registers.named(document.register)?.limits(document, of: .filing, in: turn.store.reference) ?? []
    }
    let known = beyond(document)
    if let found = beyond(decided).first(where: { !known.contains($0) }) { return .refused(found.message) }
    do {
      let saved = try SaveRecord.write(
        decided, base: document.revision, action: action, in: turn.library, turn.store, turn.environment,
        checking: false, filing: (permit, note))
      return .done(saved.document)
    } catch UseCaseError.frozen(let message) {
      return .refused(message)
    }
  }
}
