import Domain

/// What waits for a person's tiers 待审: by region and batch, oldest first.
package struct ReviewInbox: Sendable {
  /// One record that waits.
  package struct Item: Sendable {
    /// The record.
    package let id: RecordID
    /// Its revision as it was read: to be given back as seen.
    package let revision: Int
    /// Its code and name.
    package let key: String
    /// Its name.
    package let title: String
    /// Where it lies.
    package let region: String
    /// The tier that it waits with.
    package let tier: Tier
    /// What is asked for.
    package let filing: FilingRecord
    /// Working days waited since it came.
    package let waited: Int
    /// Working days that a review may take.
    package let limit: Int
    /// In somebody's review, and still within its days.
    package let isHeld: Bool
    /// Its review took longer than it may: anybody entitled may begin it anew.
    package let isLapsed: Bool

    /// It came before and went back.
    package var isResubmission: Bool { filing.kind == FilingKind.admit.rawValue && (filing.number ?? 1) > 1 }
    /// What is asked for, as a code.
    package var kind: FilingKind { FilingKind(rawValue: filing.kind) ?? .admit }
  }

  /// Records of one region that came together; those that came by themselves stand together too.
  package struct Group: Sendable {
    /// Where they come from.
    package let region: String
    /// The tier that they wait with.
    package let tier: Tier
    /// The batch 批次; blank for those that came by themselves 补报.
    package let batch: String
    /// The day the first of them came.
    package let since: Day?
    /// Oldest first.
    package let items: [Item]
  }

  /// Oldest first.
  package let groups: [Group]

  /// Nothing waits.
  package static let empty = ReviewInbox(groups: [])

  /// How many records wait.
  package var count: Int { groups.reduce(0) { $0 + $1.items.count } }
  /// The longest wait, in working days.
  package var longestWait: Int { groups.flatMap(\.items).map(\.waited).max() ?? 0 }

  /// Reads what waits for the person's tiers; in a library without people, everything.
  package static func read(in store: any Store, as environment: Environment) throws -> ReviewInbox {
    try store.read { library in
      var items: [Item] = []
      for station in try Station.all(of: environment, in: library, store) {
        var query = Query(register: Project.schema.id, filter: station.filter)
        query.sort = [Sort("waiting_since")]
        for id in try store.list(query).ids(limit: .max) {
          guard let document = try library.document(Project.schema.id, id),
            let item = try item(document, in: library, store, environment)
          else { continue }
          items.append(item)
        }
      }
      return ReviewInbox(groups: grouped(items))
    }
  }

  private static func item(
    _ document: Document, in library: any StoreReading, _ store: any Store, _ environment: Environment
  ) throws -> Item? {
    let project = Project.schema.record(document)
    guard let filing = project.openFiling, let tier = filing.place else { return nil }
    let rules = try TierSettings.rules(for: project.region, in: library.lookup, store.reference)
    let isLapsed = filing.hasLapsed(today: environment.today, rules: rules)
    return Item(
      id: document.id, revision: document.revision, key: project.libraryCode, title: project.name,
      region: project.region, tier: tier, filing: filing,
      waited: filing.submittedOn?.workingDays(to: environment.today) ?? 0,
      limit: rules[tier]?.reviewDays ?? TierRules.usualReviewDays, isHeld: filing.isInReview && !isLapsed,
      isLapsed: isLapsed)
  }

  private static func grouped(_ items: [Item]) -> [Group] {
    struct Key: Hashable {
      let region: String
      let tier: Tier
      let batch: String
      let day: Day?
    }
    func age(_ item: Item) -> (Day, String) { (item.filing.submittedOn ?? .first, item.key) }
    let sorted = items.sorted { age($0) < age($1) }
    let groups = Dictionary(grouping: sorted) { item in
      // A batch's number is the region's and the year's; what came by itself stands together whenever it came.
      Key(
        region: item.region, tier: item.tier, batch: item.filing.batch,
        day: item.filing.batch.isEmpty ? nil : item.filing.submittedOn)
    }
    return groups.map { key, items in
      Group(
        region: key.region, tier: key.tier, batch: key.batch, since: items.first?.filing.submittedOn, items: items)
    }
    .sorted { left, right in
      (left.since ?? .first, left.region, left.tier, left.batch)
        < (right.since ?? .first, right.region, right.tier, right.batch)
    }
  }
}
