import Domain

/// Recommends members of a tier to the one above 推荐.
package enum Recommend {
  /// What stands in the history.
  package static let action = "recommend"

  /// The document that recommends.
  package struct Paper: Sendable {
    /// The batch 批次 of the recommendation.
    package var batch: String
    /// The first record's rank 排序, counted up for those after it; nil for none.
    package var firstRank: Int?
    /// Number of the document.
    package var document: String
    /// Its date; nil is today.
    package var day: Day?
    /// Why, in words; may be blank.
    package var reason: String

    /// A recommendation.
    package init(
      batch: String = "", firstRank: Int? = nil, document: String = "", day: Day? = nil, reason: String = ""
    ) {
      self.batch = batch
      self.firstRank = firstRank
      self.document = document
      self.day = day
      self.reason = reason
    }
  }

  /// Without a tier: from the person's own, else the highest that a record is in. The quota of the tier above is kept to, record by record.
  package static func run(
    _ ids: [RecordID], _ paper: Paper = Paper(), _ options: FilingOptions = FilingOptions(), in store: any Store,
    as environment: Environment
  ) throws -> [FilingResult] {
    var rank = paper.firstRank
    return try FilingRun.run(ids, action, options, note: paper.document, in: store, as: environment) { turn in
      let tier = turn.tier(among: turn.project.memberOf.reversed()) ?? .county
      try turn.allowReviewer(.recommend, of: tier)
      try turn.check()
      let quota = try turn.quota(from: tier)
      try turn.take(
        .recommend(
          from: tier, batch: paper.batch, rank: rank, document: paper.document, on: paper.day, reason: paper.reason),
        quota: quota)
      rank = rank.map { $0 + 1 }
    }
  }
}

extension FilingTurn {
  /// What the tier above takes from this tier's region this year, and how many it has; nil where it set no quota.
  fileprivate func quota(from tier: Tier) throws -> FilingContext.Quota? {
    guard let next = tier.next, let above = rules[next]?.region, let region = rules[tier]?.region else { return nil }
    let year = environment.today.year
    let settings = try TierSettings.of(above, in: library.lookup)
    guard let limit = settings.quotas.first(where: { $0.year == year && $0.region == region })?.count,
      let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
    else { return nil }
    let field = next == .city ? "recommended_city" : "recommended_province"
    let filter = Filter.where("region", .equal, .text(region))
      .and(field, .greaterOrEqual, .day(first)).and(field, .lessOrEqual, .day(last))
    let used = try library.lookup.totals(document.register, where: filter, sums: []).count
    return FilingContext.Quota(limit: limit, used: used)
  }
}
