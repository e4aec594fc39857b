/// What steps make of the rows. Guards have been asked before.
extension Project {
  /// A tier's row is changed, made first where there is none.
  mutating func change(_ tier: Tier, _ context: FilingContext, _ body: (inout Membership) -> Void) {
    if let place = memberships.lastIndex(where: { $0.tier == tier.rawValue }) { return body(&memberships[place]) }
    var row = Membership()
    row.id = context.newID()
    row.tier = tier.rawValue
    row.state = MembershipState.none.rawValue
    body(&row)
    memberships.append(row)
  }

  /// A new filing waits with a tier.
  mutating func file(
    _ kind: FilingKind, with tier: Tier, _ context: FilingContext, by person: String? = nil,
    _ body: (inout FilingRecord) -> Void = { _ in }
  ) {
    var filing = FilingRecord()
    filing.id = context.newID()
    filing.tier = tier.rawValue
    filing.kind = kind.rawValue
    filing.number = 1 + filings.count { $0.tier == tier.rawValue && $0.kind == kind.rawValue }
    filing.submittedOn = context.today
    filing.submittedBy = person ?? context.person
    filing.submittedRevision = context.revision
    filing.outcome = FilingOutcome.waiting.rawValue
    filing.batch = context.batch
    body(&filing)
    filings.append(filing)
  }

  /// The open filing is changed.
  private mutating func changeOpen(_ body: (inout FilingRecord) -> Void) {
    if let place = filings.lastIndex(where: \.isOpen) { body(&filings[place]) }
  }

  /// The open filing ends.
  mutating func settle(
    _ outcome: FilingOutcome, _ context: FilingContext, _ body: (inout FilingRecord) -> Void = { _ in }
  ) {
    changeOpen { filing in
      filing.outcome = outcome.rawValue
      filing.decidedOn = context.today
      filing.decidedBy = context.person
      body(&filing)
    }
  }

  /// Puts the open filing into somebody's hands, or (without a person) back to waiting.
  mutating func review(by person: String, since day: Day?, _ context: FilingContext) {
    let outcome: FilingOutcome = person.isEmpty ? .waiting : .inReview
    changeOpen { filing in
      filing.reviewer = person
      filing.openedOn = day
      filing.outcome = outcome.rawValue
    }
    follow(person.isEmpty ? .submitted : .inReview, context)
  }

  /// The row of the tier that has an admission follows it; changes and exits leave a member a member.
  private mutating func follow(_ state: MembershipState, _ context: FilingContext) {
    guard let filing = openFiling, filing.kind == FilingKind.admit.rawValue, let tier = filing.place else { return }
    change(tier, context) { $0.state = state.rawValue }
  }

  mutating func withdraw(_ context: FilingContext) {
    guard let filing = openFiling, let tier = filing.place else { return }
    if let sender = sender(of: filing) { change(sender, context) { $0.clearRecommendation() } }
    follow(stateBefore(filing, tier), context)
    settle(.withdrawn, context)
  }

  /// Where the project stood in the tier before an admission was asked for.
  private func stateBefore(_ filing: FilingRecord, _ tier: Tier) -> MembershipState {
    let former = filings.last {
      $0.tier == filing.tier && $0.kind == filing.kind && !$0.isOpen && $0.outcome != FilingOutcome.withdrawn.rawValue
    }
    if former?.outcome == FilingOutcome.returned.rawValue { return .returned }
    return membership(tier)?.exitedOn == nil ? .none : .exited
  }

  mutating func sendBack(_ faults: [FieldFault], _ reason: String, _ context: FilingContext) {
    follow(.returned, context)
    settle(.returned, context) {
      $0.faults = FieldFault.write(faults)
      $0.reason = reason
    }
  }

  mutating func recommend(
    from tier: Tier, _ batch: String, _ rank: Int?, _ document: String, on day: Day, _ reason: String,
    _ context: FilingContext
  ) throws {
    guard let next = tier.next else { return }
    change(tier, context) { row in
      row.recommendedOn = day
      row.batch = batch
      row.rank = rank
      row.recommendedDocument = document
    }
    file(.admit, with: next, context) { filing in
      if !batch.isEmpty { filing.batch = batch }
      filing.reason = reason
    }
    change(next, context) { row in
      row.state = MembershipState.submitted.rawValue
      row.isDirect = false
    }
    try passWaived(context)
  }

  /// What comes to a tier that waives its review is admitted at once; a change goes on to the next tier.
  mutating func passWaived(_ context: FilingContext) throws {
    while let filing = openFiling, let tier = filing.place, context.rules[tier]?.isWaived == true {
      try admit(on: context.today, filing.document, "", context, isWaived: true)
    }
  }

  mutating func admit(
    on day: Day, _ document: String, _ reason: String, _ context: FilingContext, isWaived: Bool = false
  ) throws {
    guard let filing = openFiling, let tier = filing.place else { return }
    let above = memberOf.first { $0 > tier }
    let number = document.isEmpty ? filing.document : document
    settle(.admitted, context) {
      $0.document = number
      $0.opinion = reason
      $0.isWaived = isWaived
    }
    switch FilingKind(rawValue: filing.kind) {
    case .admit: enter(tier, on: day, number, context, isWaived)
    case .exit: leave(tier, on: day, number, filing, context)
    case .change:
      if let above {
        file(.change, with: above, context, by: filing.submittedBy) {
          $0.proposal = filing.proposal
          $0.reason = filing.reason
          $0.batch = filing.batch
        }
        if !isWaived { try passWaived(context) }
      } else {
        try apply(filing.proposal)
      }
    case nil: break
    }
  }

  private mutating func enter(
    _ tier: Tier, on day: Day, _ document: String, _ context: FilingContext, _ isWaived: Bool
  ) {
    change(tier, context) { row in
      row.state = MembershipState.admitted.rawValue
      // The day that counts as its first admission outlives a re-entry.
      if let former = row.admittedOn { row.firstAdmittedOn = min(row.firstAdmittedOn ?? former, former) }
      row.admittedOn = day
      row.admittedDocument = document
      row.isWaived = isWaived
      let rules = context.rules[tier]
      row.reviewedFor = !isWaived && rules?.isReviewedElsewhere == true ? rules?.unit ?? "" : ""
    }
  }

  private mutating func leave(
    _ tier: Tier, on day: Day, _ document: String, _ filing: FilingRecord, _ context: FilingContext
  ) {
    change(tier, context) { row in
      row.state = MembershipState.exited.rawValue
      row.exitedOn = day
      row.exitKind = filing.exitKind
      row.exitDocument = document
      row.exitReason = filing.reason
    }
  }

  /// The proposed declared part becomes the record's.
  private mutating func apply(_ proposal: String) throws {
    guard let register = Registers.named(Project.schema.id),
      let changed = Proposal.applied(proposal, to: Project.schema.document(self), register)
    else {
      throw FilingRefused(FilingWords.unreadable)
    }
    self = Project.schema.record(changed)
  }

  mutating func add(_ entry: PlanEntry, _ context: FilingContext) {
    var row = AnnualPlan()
    row.id = context.newID()
    row.tier = entry.tier.rawValue
    row.year = entry.year
    row.batch = entry.batch
    row.document = entry.document
    row.documentDay = entry.documentDay
    row.kind = entry.kind
    row.investment = entry.investment
    row.state = entry.state.rawValue
    plans.append(row)
  }
}

extension Membership {
  /// Nothing is with the tier above any more.
  mutating func clearRecommendation() {
    recommendedOn = nil
    batch = ""
    rank = nil
    recommendedDocument = ""
  }
}
