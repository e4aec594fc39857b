import Domain

/// Hands records to a tier for admission 上报: the acting clerk's own, or the lowest of the record's region.
package enum Submit {
  /// What stands in the history.
  package static let action = "submit"

  /// Errors of the rules stop a record; its warnings travel with it. Several records at once make one batch a region.
  package static func run(
    _ ids: [RecordID], _ options: FilingOptions = FilingOptions(), in store: any Store, as environment: Environment
  ) throws -> [FilingResult] {
    try FilingRun.run(ids, action, options, batched: true, in: store, as: environment) { turn in
      let tier = turn.tier(among: turn.rules.keys.sorted()) ?? .county
      try turn.allowSubmission(to: tier)
      try turn.check()
      try turn.take(.submit(to: tier))
    }
  }
}
