import Domain

/// One record's findings.
package struct CheckedRecord: Sendable {
  /// The register that it stands in.
  package let register: Register
  /// The record as it is kept.
  package let document: Document
  /// In the order of the rules; one at least.
  package let findings: [Finding]

  /// The key by which people name it; blank where it has none yet.
  package var key: String { document[register.keyField].plain }
  /// What the record is: its title field in plain text.
  package var title: String { document[register.titleField].plain }
}

/// Runs the rules over a register's records.
package enum CheckRecords {
  /// What a run found in all.
  package struct Summary: Sendable {
    /// Records that were looked at, those without findings too.
    package var records = 0
    /// Findings that stop a submission.
    package var errors = 0
    /// Without those that were answered.
    package var warnings = 0
    /// Warnings that were answered with a reason.
    package var answered = 0

    package init() {}
  }

  /// Calls `each` for every record with findings; `progress` gets a part of 1 and answers false to stop.
  package static func run(
    _ register: Register, where filter: Filter = .all, in store: any Store, as environment: Environment,
    progress: (Double) -> Bool = { _ in true }, each: (CheckedRecord) throws -> Void
  ) throws -> Summary {
    var summary = Summary()
    let query = Query(register: register.id, filter: filter, sort: register.layout.sort)
    try EachRecord.run(query, in: store, progress: progress) { library, document in
      summary.records += 1
      let findings = SaveRecord.findings(document, register, in: library.lookup, store, environment)
      guard !findings.isEmpty else { return }
      summary.errors += findings.count { $0.severity == .error }
      summary.warnings += findings.count(where: \.isOpenWarning)
      summary.answered += findings.count { $0.answer != nil }
      try each(CheckedRecord(register: register, document: document, findings: findings))
    }
    return summary
  }
}
