/// What can be done to a project's filing. Withdrawing, reviewing and deciding are about the one filing that is open.
package enum FilingStep: Hashable, Sendable {
  /// Hand the record to a tier for admission 上报; to another than the lowest it is a direct entry.
  case submit(to: Tier)
  /// Take back what has not been reviewed yet 撤回.
  case withdraw
  /// Begin the review, or take up one that has lapsed.
  case beginReview
  /// Hand the review over to another person.
  case handOver(to: String)
  /// Give the review back: it waits again.
  case release
  /// Admit an entry, a change or an exit; `on` is the date of the document 文件日期, `reason` the reviewer's opinion.
  case admit(on: Day, document: String, reason: String = "")
  /// Send it back 退回, naming the fields at fault; a fault without a field is about the whole record.
  case sendBack(faults: [FieldFault], reason: String)
  /// Pass a return of the tier above further down: the tier's clerk is asked to correct by a change.
  case askCorrection(Tier, faults: [FieldFault], reason: String)
  /// Recommend a member of a tier to the one above 推荐; `on` is the date of the document, today without it.
  case recommend(from: Tier, batch: String, rank: Int?, document: String, on: Day? = nil, reason: String = "")
  /// Ask for a change of the declared part 变更; the proposal is a `Proposal` text.
  case requestChange(proposal: String, reason: String)
  /// Ask a tier to let the project go 出库.
  case requestExit(from: Tier, kind: ExitKind, reason: String, document: String)
  /// Put it on a tier's yearly plan, adjust that, or take it off 列入/调整/调出.
  case plan(PlanEntry)
}

/// What a yearly plan says of a project.
package struct PlanEntry: Hashable, Sendable {
  /// What the document does.
  package enum State: String, CaseIterable, Sendable {
    /// Put on the plan 列入, or its figures there changed 调整.
    case listed, adjusted
    /// Taken off the plan 调出: it stays in the library.
    case movedOut = "moved_out"
  }

  /// Whose plan.
  package var tier: Tier
  /// The plan's year.
  package var year: Int
  /// Listed, adjusted, moved out.
  package var state: State
  /// The plan's batch.
  package var batch: String
  /// Number of the document.
  package var document: String
  /// Date of the document.
  package var documentDay: Day
  /// `new` or `carried_on`, of `ProjectCodes.planKinds`; blank where not said.
  package var kind: String
  /// Planned investment of the year, 万元.
  package var investment: Amount?

  /// An entry.
  package init(
    _ tier: Tier, year: Int, _ state: State, batch: String = "", document: String = "", documentDay: Day,
    kind: String = "", investment: Amount? = nil
  ) {
    self.tier = tier
    self.year = year
    self.state = state
    self.batch = batch
    self.document = document
    self.documentDay = documentDay
    self.kind = kind
    self.investment = investment
  }
}

/// A step that cannot be taken now, in words that say what to do.
package struct FilingRefused: Error, Hashable, Sendable {
  /// Why not, and what instead.
  package let message: Label

  /// A refusal.
  package init(_ message: Label) { self.message = message }
}
