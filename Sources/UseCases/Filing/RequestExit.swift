import Domain

/// Asks a tier to let members go 出库; the other tiers keep them.
package enum RequestExit {
  /// What stands in the history.
  package static let action = "exit"

  /// Why a project leaves.
  package struct Request: Sendable {
    /// 出库类型.
    package var kind: ExitKind
    /// Why, in words.
    package var reason: String
    /// Number of the document; may be blank.
    package var document: String

    /// A request.
    package init(_ kind: ExitKind, reason: String, document: String = "") {
      self.kind = kind
      self.reason = reason
      self.document = document
    }
  }

  /// Asked by the tier's clerk or reviewer, decided by its reviewer. Without a tier: the person's own, else the highest.
  package static func run(
    _ ids: [RecordID], _ request: Request, _ options: FilingOptions = FilingOptions(), in store: any Store,
    as environment: Environment
  ) throws -> [FilingResult] {
    try FilingRun.run(ids, action, options, note: request.document, in: store, as: environment) { turn in
      let tier = turn.tier(among: turn.project.memberOf.reversed()) ?? .county
      try turn.allowClerk(.submit, of: tier)
      try turn.take(
        .requestExit(from: tier, kind: request.kind, reason: request.reason, document: request.document))
    }
  }
}
