import Domain

/// Confirms corrections of a locked quarter 确认更正, as the supervisor of its region.
package enum ConfirmCorrections {
  /// The verb in the history.
  package static let action = "confirm"

  /// How many were confirmed. `entries` names them by their places in the history; nil is all that are wanted.
  ///
  /// Nobody confirms what they corrected themselves. Throws `NotAllowed`, or `TextProblem` where there is nothing.
  @discardableResult
  package static func run(
    _ quarter: Quarter, region: String, edition: TallyQuery.Edition = .quarterly, entries: Set<Int>? = nil,
    remark: String = "", in store: any Store, as environment: Environment
  ) throws -> Int {
    try store.write(as: environment) { library in
      let all = try ReadCorrections.read(
        quarter, region: region, edition: edition, in: library.lookup, store.reference)
      let wanted = all.filter { correction in
        correction.confirmation == .wanted && entries?.contains(correction.entry.sequence) ?? true
      }
      guard !wanted.isEmpty else {
        throw TextProblem(
          zh: "\(quarter.label.zh)没有待确认的更正", en: "There is no correction of \(quarter.label.en) to confirm")
      }
      for (code, corrections) in Dictionary(grouping: wanted, by: \.region).sorted(by: { $0.key < $1.key }) {
        let isMine = corrections.contains { $0.entry.person == environment.actor.person }
        let permit = try environment.access.permit(
          .confirm, Subject(QuarterRecord.schema.id, region: code, isMine: isMine))
        guard let found = try QuarterRecord.find(code, quarter, edition, in: library.lookup) else { continue }
        var record = QuarterRecord.schema.record(found)
        for entry in Set(corrections.map(\.entry.sequence)).sorted() {
          var row = QuarterRecord.Confirmation()
          row.id = environment.newID()
          (row.entry, row.confirmedOn, row.confirmedBy) = (entry, environment.today, environment.actor.person)
          row.remark = remark
          record.confirmations.append(row)
        }
        _ = try SaveRecord.write(
          QuarterRecord.schema.document(record), base: found.revision, action: action, in: library, store, environment,
          checking: false, filing: (permit, remark))
      }
      return wanted.count
    }
  }
}
