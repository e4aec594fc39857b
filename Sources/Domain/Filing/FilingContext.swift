/// What a filing step needs to know besides the project itself.
package struct FilingContext: Sendable {
  /// How many recommendations an upper tier takes from a region in a year, and how many it got.
  package struct Quota: Hashable, Sendable {
    /// Set by the upper tier.
    package let limit: Int
    /// Recommended this year and not sent back.
    package let used: Int

    /// A quota.
    package init(limit: Int, used: Int) {
      self.limit = limit
      self.used = used
    }
  }

  /// The day of the step.
  package var today: Day
  /// Who takes it.
  package var person: String
  /// The record's revision before the step: what a tier is asked to judge.
  package var revision: Int
  /// The tiers that the project can be in; the lowest is the one that it usually goes to first.
  package var rules: [Tier: TierRules]
  /// Errors that the rules found: any stops a submission.
  package var errors: Int
  /// The quota of the tier above, for a recommendation.
  package var quota: Quota?
  /// The batch 批次 that a submission is part of; blank for one by itself.
  package var batch: String
  /// Makes ids of new rows.
  package var newID: @Sendable () -> RecordID

  /// A context.
  package init(
    today: Day, person: String, revision: Int, rules: [Tier: TierRules], errors: Int = 0, quota: Quota? = nil,
    batch: String = "", newID: @escaping @Sendable () -> RecordID
  ) {
    self.today = today
    self.person = person
    self.revision = revision
    self.rules = rules
    self.errors = errors
    self.quota = quota
    self.batch = batch
    self.newID = newID
  }

  /// The lowest tier of the project's region.
  var lowest: Tier { rules.keys.min() ?? .county }

  /// A review that was begun so long ago that anybody entitled may begin it anew.
  func hasLapsed(_ filing: FilingRecord) -> Bool { filing.hasLapsed(today: today, rules: rules) }
}

extension FilingRecord {
  /// The tier it is with.
  package var place: Tier? { Tier(rawValue: tier) }
  /// Still with the tier.
  package var isOpen: Bool { FilingOutcome(rawValue: outcome)?.isOpen ?? false }
  /// Somebody has it in review.
  package var isInReview: Bool { outcome == FilingOutcome.inReview.rawValue }

  /// In review for more working days than the tier allows.
  package func hasLapsed(today: Day, rules: [Tier: TierRules]) -> Bool {
    guard isInReview, let openedOn else { return false }
    let days = place.flatMap { rules[$0] }?.reviewDays ?? TierRules.usualReviewDays
    return openedOn.workingDays(to: today) > days
  }
}
