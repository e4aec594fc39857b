import Domain

/// Hands reviews over to another person 移交.
package enum HandOver {
  /// To somebody who neither typed nor submitted the record; the working days of the review begin anew.
  package static func run(
    _ ids: [RecordID], to person: String, _ options: FilingOptions = FilingOptions(), in store: any Store,
    as environment: Environment
  ) throws -> [FilingResult] {
    try FilingRun.run(ids, BeginReview.action, options, note: person, in: store, as: environment) { turn in
      let tier = try turn.openTier().tier
      try turn.allowReviewer(.review, of: tier)
      if try turn.rules[tier]?.isWaived != true && turn.isTyped(by: person) {
        throw FilingTurn.Refused(
          message: Label(
            zh: "\(person)填报或上报过这条记录，不能审核", en: "\(person) typed or submitted the record and cannot review it"))
      }
      try turn.take(.handOver(to: person))
    }
  }
}
