import Domain

/// Takes back what waits and has not been reviewed yet 撤回.
package enum Withdraw {
  /// What stands in the history.
  package static let action = "withdraw"

  /// A recommendation is taken back by the tier that made it, everything else by the clerks of the tier that asked.
  package static func run(
    _ ids: [RecordID], _ options: FilingOptions = FilingOptions(), in store: any Store, as environment: Environment
  ) throws -> [FilingResult] {
    try FilingRun.run(ids, action, options, in: store, as: environment) { turn in
      let (tier, filing) = try turn.openTier()
      if let sender = turn.project.sender(of: filing) {
        try turn.allowReviewer(.recommend, of: sender, isOwn: true)
      } else {
        let asking = filing.kind == FilingKind.change.rawValue ? turn.project.memberOf : [tier]
        let tier = turn.tierOfClerk(among: asking) ?? tier
        try turn.allowClerk(.withdraw, of: tier, isMine: filing.submittedBy == environment.actor.person)
      }
      try turn.take(.withdraw)
    }
  }
}
