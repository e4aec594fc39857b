/// What stands in the way of a step; each answers nil where nothing does.
extension Project {
  /// Some tier has a filing of the project.
  func occupied(_ context: FilingContext) -> Label? {
    openFiling.map { FilingWords.with($0, context.rules) }
  }

  /// The tier cannot take it in.
  func notEntering(_ tier: Tier, _ context: FilingContext) -> Label? {
    guard context.rules[tier] != nil else { return FilingWords.noTier(tier) }
    if state(in: tier) == .admitted { return FilingWords.already(tier) }
    if let below = memberOf.last(where: { $0 < tier }) { return FilingWords.recommendInstead(below) }
    return nil
  }

  /// Errors stop what is handed to a tier.
  func faulty(_ context: FilingContext) -> Label? {
    context.errors > 0 ? FilingWords.errors(context.errors) : nil
  }

  /// Nothing waits, or somebody has it in review.
  func notWaiting(_ context: FilingContext, _ words: (FilingRecord) -> Label) -> Label? {
    guard let filing = openFiling else { return FilingWords.nothingOpen }
    return filing.isInReview && !context.hasLapsed(filing) ? words(filing) : nil
  }

  /// The person has not got it in review.
  func notHeld(_ context: FilingContext) -> Label? {
    guard let filing = openFiling else { return FilingWords.nothingOpen }
    guard filing.isInReview else { return FilingWords.notBegun }
    guard !context.hasLapsed(filing) else { return FilingWords.lapsed }
    return filing.reviewer == context.person ? nil : FilingWords.underReview(filing)
  }

  /// A return has to say something.
  func unexplained(_ faults: [FieldFault], _ reason: String) -> Label? {
    faults.isEmpty && reason.isEmpty ? FilingWords.noReason : nil
  }

  /// Nobody has admitted it, so that it is edited freely; or the proposal says nothing new.
  func notChanged(_ proposal: String) -> Label? {
    if memberOf.isEmpty { return FilingWords.noChange }
    return proposal.isEmpty ? FilingWords.same : nil
  }

  /// The project is not in the tier's library.
  func notMember(_ tier: Tier) -> Label? {
    state(in: tier) == .admitted ? nil : FilingWords.notMember(tier)
  }

  /// Nothing came back from above that could be passed further down.
  func notSentDown(_ tier: Tier) -> Label? {
    notMember(tier) ?? (tier.next.map(state(in:)) == .returned ? nil : FilingWords.nothingReturned)
  }

  /// The tier above cannot take it, or takes no more this year.
  func notRecommended(from tier: Tier, _ context: FilingContext) -> Label? {
    guard let next = tier.next, context.rules[next] != nil else { return FilingWords.noTierAbove(tier) }
    if state(in: next) == .admitted { return FilingWords.already(next) }
    guard let quota = context.quota, quota.used >= quota.limit else { return nil }
    return FilingWords.quota(next, quota)
  }

  /// A plan names members; it adjusts and takes off what it lists.
  func notPlanned(_ entry: PlanEntry) -> Label? {
    let now = planEntry(entry.tier, year: entry.year)?.state
    let isListed = now == PlanEntry.State.listed.rawValue || now == PlanEntry.State.adjusted.rawValue
    guard entry.state == .listed else { return isListed ? nil : FilingWords.notOnPlan(entry) }
    return isListed ? FilingWords.onPlan(entry) : notMember(entry.tier)
  }
}
