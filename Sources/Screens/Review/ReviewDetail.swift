import Domain
import UseCases

/// All that stands beside one record of the inbox, read at one moment.
struct ReviewDetail {
  let item: ReviewInbox.Item
  let document: Document
  let changes: ChangesSince
  /// What the rules find in the record as it will be.
  let findings: [Finding]
  /// The record as it will be once what is asked for is admitted.
  let proposed: Document
  /// Usual reasons of the tier, for a return.
  let reasons: [TierSettings.Reason]
  /// Titles of linked records.
  let titles: [RecordID: String]
  /// Other tiers that the record is or was in.
  let memberships: [Membership]
  /// What the experts say whom this filing was given to; nil where none was asked.
  let opinions: OpinionSummary?

  /// nil where the record is gone.
  static func read(_ item: ReviewInbox.Item, _ services: Services) throws -> ReviewDetail? {
    guard let register = Registers.named(Project.schema.id),
      let document = try services.store.read({ try $0.document(register.id, item.id) })
    else { return nil }
    let changes = try ChangesSince.read(document, in: services.store)
    let environment = services.environment
    let (proposed, findings, reasons) = try services.store.check { library in
      var proposed = Proposal.applied(item.filing.proposal, to: document, register) ?? document
      register.derive(&proposed, DeriveContext(reference: services.reference, library: library))
      let context = RuleContext(
        reference: services.reference, library: library, today: environment.today, scope: environment.actor.region)
      let tier = services.reference.regions.ancestor(of: item.region, at: item.tier.level)?.code ?? item.region
      return (proposed, register.check(proposed, context), try TierSettings.of(tier, in: library).reasons)
    }
    let titles = try services.store.read { try RecordContent.titles(proposed, register, $0) }
    let opinions = try services.store.read {
      try OpinionSummary.read(project: item.id, tier: item.tier, filing: item.filing.number, in: $0.lookup)
    }
    return ReviewDetail(
      item: item, document: document, changes: changes, findings: findings, proposed: proposed, reasons: reasons,
      titles: titles, memberships: Project.schema.record(document).memberships,
      opinions: opinions)
  }
}
