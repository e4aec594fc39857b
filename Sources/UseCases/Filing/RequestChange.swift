import Domain

/// Asks for a change of the declared part of a member 变更.
package enum RequestChange {
  /// What stands in the history.
  package static let action = "change"

  /// `changed` is the record as it should be; only its declared part is taken, and lists and counts use the admitted one
  /// until every tier that the project is in has admitted the change. Throws `StoreError.conflict` where the record is
  /// no longer at the revision of `changed`.
  package static func run(
    _ changed: Document, reason: String = "", _ options: FilingOptions = FilingOptions(), in store: any Store,
    as environment: Environment
  ) throws -> FilingResult {
    var options = options
    options.seen[changed.id] = changed.revision
    let results = try FilingRun.run([changed.id], action, options, note: reason, in: store, as: environment) { turn in
      guard let register = Registers.named(turn.document.register) else { return }
      let members = turn.project.memberOf
      let tier = turn.tierOfClerk(among: members) ?? .county
      guard members.isEmpty || members.contains(tier) else {
        throw FilingTurn.Refused(
          message: Label(
            zh: "不在\(tier.label.zh)，请由所在层级的填报员申请变更",
            en: "It is not in the \(tier.label.en.lowercased()); a clerk of a tier that has it asks for the change"))
      }
      try turn.allowClerk(.submit, of: tier)
      var proposal = ""
      if DeclaredPart.differs(turn.document, changed, register) {
        proposal = Proposal.write(changed, register)
        try turn.check(Proposal.applied(proposal, to: turn.document, register))
      }
      try turn.take(.requestChange(proposal: proposal, reason: reason))
    }
    guard let result = results.first else { throw StoreError.conflict(current: nil) }
    return result
  }
}

extension FilingTurn {
  /// The tier whose clerk acts: the person's own among those, else the lowest.
  func tierOfClerk(among candidates: [Tier]) -> Tier? {
    let regions = Set(environment.access.grants.filter { $0.role == .clerk }.map(\.region))
    return options.tier
      ?? candidates.first { rules[$0].map { regions.contains($0.region) } ?? false } ?? candidates.first
  }
}
