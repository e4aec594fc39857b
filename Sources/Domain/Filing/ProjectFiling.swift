/// Where a project stands with the tiers, read from its rows.
extension Project {
  /// The filing that some tier has now; there is at most one.
  package var openFiling: FilingRecord? { filings.last(where: \.isOpen) }

  /// Where the project stands in a tier; `none` where it has no row.
  package func state(in tier: Tier) -> MembershipState {
    membership(tier).flatMap { MembershipState(rawValue: $0.state) } ?? .none
  }

  /// A tier's row, if it has one.
  package func membership(_ tier: Tier) -> Membership? { memberships.last { $0.tier == tier.rawValue } }

  /// The tiers that it is in now, lowest first.
  package var memberOf: [Tier] { Tier.allCases.filter { state(in: $0) == .admitted } }

  /// The tier that sent a filing up; nil for one that its own tier's clerk entered.
  package func sender(of filing: FilingRecord) -> Tier? {
    guard filing.kind == FilingKind.admit.rawValue, let tier = filing.place, membership(tier)?.isDirect != true,
      let below = tier.below, state(in: below) == .admitted
    else { return nil }
    return below
  }

  /// The plan entry in force for a tier and year: the last of its documents.
  package func planEntry(_ tier: Tier, year: Int) -> AnnualPlan? {
    plans.reversed().filter { $0.tier == tier.rawValue && $0.year == year }
      .max { ($0.documentDay ?? .first) < ($1.documentDay ?? .first) }
  }
}
