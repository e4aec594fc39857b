/// Something that a person may or may not do; the matrix has a row for each.
package enum Deed: String, CaseIterable, Sendable {
  /// Read a record, its history, and figures of its region.
  case see
  /// Enter a new record.
  case create
  /// Change the declared part of a draft or of what came back, and records of registers without filing.
  case edit
  /// Keep the running part: actual dates, progress, procedures, supports, contact, answers.
  case keep
  /// Take a draft out.
  case delete
  /// Read records in from a file.
  case takeIn = "import"
  /// Write records to a file.
  case export
  /// Hand a record to the region's own tier; ask for a change or an exit.
  case submit
  /// Take a submission back before its review.
  case withdraw
  /// Begin a review, and hand it over.
  case review
  /// Admit what waits: an entry, a change, an exit.
  case admit
  /// Send back what waits, naming the fields.
  case sendBack = "return"
  /// Recommend a member to the tier above.
  case recommend
  /// Put a project on the tier's yearly plan, adjust it, take it off.
  case plan
  /// Enter the saving verified at acceptance.
  case verifySaving = "verify_saving"
  /// Change the tier's own settings: usual reasons, quotas, waived reviews.
  case settings
  /// Lock a quarter.
  case lock
  /// Unlock a quarter, in every region of a province.
  case unlock
  /// Confirm a correction of a locked quarter, and that what somebody else corrected.
  case confirm
  /// Enter targets and statistics.
  case targets
  /// Record inspections and findings.
  case inspect
  /// Add people, roles and keys.
  case people
  /// Change reference tables.
  case reference
  /// Back up, restore, verify.
  case upkeep
}
