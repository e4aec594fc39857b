/// How one tier deals with what comes to it: its region's settings, or the library's where it has none.
package struct TierRules: Hashable, Sendable {
  /// Working days that a review may take where a tier does not say.
  package static let usualReviewDays = 5

  /// The region whose library the tier is.
  package let region: String
  /// The region whose reviewers decide: the tier's own, or the one that reviews for it 代审.
  package let reviewingRegion: String
  /// The name of that region, for people.
  package let unit: String
  /// Review is waived 免审: what comes in is admitted at once.
  package let isWaived: Bool
  /// Working days after which a review lapses.
  package let reviewDays: Int

  /// The rules of a tier.
  package init(
    region: String, reviewingRegion: String? = nil, unit: String = "", isWaived: Bool = false,
    reviewDays: Int = usualReviewDays
  ) {
    self.region = region
    self.reviewingRegion = reviewingRegion ?? region
    self.unit = unit
    self.isWaived = isWaived
    self.reviewDays = reviewDays
  }

  /// Another tier reviews for this one.
  package var isReviewedElsewhere: Bool { reviewingRegion != region }
}

extension Tier {
  /// The level of the region whose library it is.
  package var level: Region.Level {
    switch self {
    case .county: .county
    case .city: .city
    case .province: .province
    }
  }

  /// The tier that a recommendation to this one comes from.
  package var below: Tier? { Tier.allCases.first { $0.height == height - 1 } }

  /// The tiers that a project of a region can be in, lowest first: a city's own project has no county.
  package static func all(of region: String, in regions: Regions) -> [Tier] {
    allCases.filter { regions.ancestor(of: region, at: $0.level) != nil }
  }
}
