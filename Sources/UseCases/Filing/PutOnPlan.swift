import Domain

/// Puts projects on a tier's yearly plan, adjusts that, takes them off 列入/调整/调出; the province's makes key projects.
package enum PutOnPlan {
  /// What stands in the history.
  package static let action = "plan"

  /// The entry's tier is whose plan it is; each record's planned investment is the entry's.
  package static func run(
    _ ids: [RecordID], _ entry: PlanEntry, _ options: FilingOptions = FilingOptions(), in store: any Store,
    as environment: Environment
  ) throws -> [FilingResult] {
    try FilingRun.run(ids, action, options, note: entry.document, in: store, as: environment) { turn in
      try turn.allowReviewer(.plan, of: entry.tier)
      try turn.take(.plan(entry))
    }
  }
}
