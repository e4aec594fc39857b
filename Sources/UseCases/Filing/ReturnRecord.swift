import Domain

/// Sends back what waits 退回, naming the fields at fault.
package enum ReturnRecord {
  /// What stands in the history.
  package static let action = "return"

  /// A review that was not begun, or has lapsed, is begun by the same act.
  ///
  /// Where nothing waits and the tier above sent the record back, it is passed further down: this tier's clerk is asked
  /// to correct it by a change.
  package static func run(
    _ ids: [RecordID], faults: [FieldFault], reason: String = "", _ options: FilingOptions = FilingOptions(),
    in store: any Store, as environment: Environment
  ) throws -> [FilingResult] {
    try FilingRun.run(ids, action, options, note: reason, in: store, as: environment) { turn in
      if turn.project.openFiling == nil,
        let tier = turn.tier(among: turn.project.memberOf.filter { $0.next.map(turn.project.state(in:)) == .returned })
      {
        try turn.allowReviewer(.sendBack, of: tier)
        return try turn.take(.askCorrection(tier, faults: faults, reason: reason))
      }
      try turn.allowReviewer(.sendBack, of: try turn.openTier().tier)
      try turn.takeUp()
      try turn.take(.sendBack(faults: faults, reason: reason))
    }
  }
}
