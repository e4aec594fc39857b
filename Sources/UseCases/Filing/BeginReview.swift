import Domain

/// Begins a review 开始审核, or takes up one that has lapsed; and gives one back.
package enum BeginReview {
  /// What stands in the history.
  package static let action = "review"

  /// The declared part is frozen from now on, in this person's name.
  package static func run(
    _ ids: [RecordID], _ options: FilingOptions = FilingOptions(), in store: any Store, as environment: Environment
  ) throws -> [FilingResult] {
    try FilingRun.run(ids, action, options, in: store, as: environment) { turn in
      try turn.allowReviewer(.review, of: try turn.openTier().tier)
      try turn.take(.beginReview)
    }
  }

  /// Gives reviews back: the records wait again, and can be withdrawn.
  package static func release(
    _ ids: [RecordID], _ options: FilingOptions = FilingOptions(), in store: any Store, as environment: Environment
  ) throws -> [FilingResult] {
    try FilingRun.run(ids, action, options, in: store, as: environment) { turn in
      try turn.allowReviewer(.review, of: try turn.openTier().tier)
      try turn.take(.release)
    }
  }
}
