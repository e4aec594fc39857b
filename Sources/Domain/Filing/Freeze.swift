/// Why the declared part of a record cannot be changed now 锁定.
package struct Freeze: Hashable, Sendable {
  /// The tier that stands in the way.
  package let tier: Tier
  /// Who has it in review; blank where nobody does.
  package let holder: String
  /// Since when; nil where that was not recorded.
  package let since: Day?
  /// Why, who holds it, since when, and who can open it.
  package let message: Label
}

extension Project {
  /// What freezes the declared part; nil where its clerk can change it.
  ///
  /// A filing that is open freezes it, and so does membership: a member changes by a change request. What left every
  /// library as completed or as a duplicate is done with.
  package func freeze(_ rules: [Tier: TierRules]) -> Freeze? {
    if let filing = openFiling, let tier = filing.place {
      return Freeze(
        tier: tier, holder: filing.reviewer, since: filing.isInReview ? filing.openedOn : filing.submittedOn,
        message: FilingWords.with(filing, rules))
    }
    if let tier = memberOf.last, let row = membership(tier) {
      let unit = rules[tier].map(\.unit) ?? ""
      return Freeze(
        tier: tier, holder: "", since: row.admittedOn,
        message: Label(
          zh: "已在\(unit)\(tier.label.zh)，申报内容须走变更，经\(tiers.zh)审核",
          en: "It is in the \(tier.label.en.lowercased()); the declared part changes by a change request to \(tiers.en)"
        ))
    }
    let done = [ExitKind.completed.rawValue, ExitKind.duplicate.rawValue]
    guard let row = memberships.last(where: { $0.state == MembershipState.exited.rawValue }),
      let tier = Tier(rawValue: row.tier), done.contains(row.exitKind)
    else { return nil }
    let kind = ExitKind.codes[row.exitKind]?.label ?? Label(zh: row.exitKind, en: row.exitKind)
    return Freeze(
      tier: tier, holder: "", since: row.exitedOn,
      message: Label(
        zh: "已出库(\(kind.zh))，申报内容不再修改", en: "It has left (\(kind.en.lowercased())); the declared part stays as it is"))
  }

  private var tiers: Label {
    Label(
      zh: memberOf.map(\.label.zh).joined(separator: "、"),
      en: memberOf.map { $0.label.en.lowercased() }.joined(separator: ", "))
  }
}
