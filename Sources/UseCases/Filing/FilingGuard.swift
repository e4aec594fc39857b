import Domain

/// What an ordinary save may not do: change what a tier has frozen, or what only a filing verb or a tier writes.
enum FilingGuard {
  /// Fields of the running part and others that only one tier's reviewers write, and the deed that they need.
  private static let kept: [(field: String, deed: Deed, tier: @Sendable (Project) -> Tier?)] = [
    ("saving_verified", .verifySaving, \.accepting), ("verified_basis", .verifySaving, \.accepting),
    ("verified_by", .verifySaving, \.accepting), ("benchmark_waiver", .admit, { _ in .province }),
  ]

  /// Throws `UseCaseError.frozen` or `NotAllowed`. Where nothing changed but what a tier's reviewers write, answers their
  /// permit; nil where the usual permission decides.
  static func check(
    _ new: Document, over old: Document?, in library: any StoreReading, _ reference: ReferenceTables,
    _ environment: Environment
  ) throws -> Permit? {
    if new.register == QuarterRecord.schema.id {
      throw UseCaseError.frozen(
        Label(
          zh: "季度由锁定、解锁和确认更正产生，不能直接修改", en: "Quarters come of locking, unlocking and confirming; they cannot be edited")
      )
    }
    guard new.register == Project.schema.id, let register = Registers.named(new.register) else { return nil }
    let before = old ?? Document(register: new.register, id: new.id)
    let keptFields = Set(kept.map(\.field))
    for field in register.fields
    where field.part == .filing && !keptFields.contains(field.id) && before[field.id] != new[field.id] {
      throw UseCaseError.frozen(byFiling(field.label))
    }
    for list in register.lists where list.part == .filing && before.children[list.id] != new.children[list.id] {
      throw UseCaseError.frozen(byFiling(list.label))
    }
    let project = Project.schema.record(before)
    let region = before["region"].text ?? new["region"].text ?? ""
    if old != nil, DeclaredPart.differs(before, new, register),
      let freeze = project.freeze(try TierSettings.rules(for: region, in: library, reference))
    {
      throw UseCaseError.frozen(freeze.message)
    }
    return try permit(before, new, project, region, in: library, reference, environment)
  }

  /// Whether the person is of those who write for a tier in this project: verified savings, exemptions, yearly plans.
  static func writesForTier(
    _ document: Document, in library: any StoreReading, _ reference: ReferenceTables, _ environment: Environment
  ) throws -> Bool {
    guard document.register == Project.schema.id else { return false }
    let project = Project.schema.record(document)
    let rules = try TierSettings.rules(for: project.region, in: library, reference)
    let deeds = kept.compactMap { entry in entry.tier(project).map { (entry.deed, $0) } }
    return (deeds + project.memberOf.map { (.plan, $0) }).contains { deed, tier in
      environment.access.refusal(deed, subject(tier, rules)) == nil
    }
  }

  /// A tier's reviewers, as those who may.
  private static func subject(_ tier: Tier, _ rules: [Tier: TierRules]) -> Subject {
    let place = rules[tier] ?? rules[rules.keys.min() ?? .county]
    return Subject(Project.schema.id, region: place?.reviewingRegion ?? "")
  }

  private static func byFiling(_ label: Label) -> Label {
    Label(
      zh: "“\(label.zh)”由申报、审核办理产生，不能直接修改", en: "“\(label.en)” comes of filing and reviewing; it cannot be edited")
  }

  /// Asks for every tier-kept value that changed; the permit counts for the save where nothing else changed.
  private static func permit(
    _ before: Document, _ new: Document, _ project: Project, _ region: String, in library: any StoreReading,
    _ reference: ReferenceTables, _ environment: Environment
  ) throws -> Permit? {
    var wanted: [(Deed, Tier)] = kept.compactMap { entry in
      guard before[entry.field] != new[entry.field] else { return nil }
      return entry.tier(project).map { (entry.deed, $0) }
    }
    let plans = (before.children["plans"] ?? [], new.children["plans"] ?? [])
    if plans.0 != plans.1 {
      let changed = Set(plans.0).symmetricDifference(plans.1)
      wanted += Set(changed.compactMap { $0["tier"].text.flatMap(Tier.init) }).sorted().map { (.plan, $0) }
    }
    guard !wanted.isEmpty else { return nil }
    let rules = try TierSettings.rules(for: region, in: library, reference)
    var permit: Permit?
    for (deed, tier) in wanted { permit = try environment.access.permit(deed, subject(tier, rules)) }
    var rest = new
    for entry in kept { rest[entry.field] = before[entry.field] }
    rest.children["plans"] = before.children["plans"]
    guard let register = Registers.named(new.register),
      !DeclaredPart.differs([.declared, .running, .filing], before, rest, register)
    else { return nil }
    return permit
  }
}

extension Project {
  /// The tier that accepts 验收, and so verifies the saving: the highest it is in; the county before that.
  fileprivate var accepting: Tier { memberOf.last ?? .county }
}
