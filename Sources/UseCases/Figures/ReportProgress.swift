import Domain

/// Enters one project's progress of one quarter, carried over from the last one as a proposal.
package enum ReportProgress {
  /// What stands in the history.
  package static let action = "progress"

  /// What a quarter's report begins with, and what it is over.
  package struct Proposal: Equatable, Sendable {
    /// As it may be sent: what was reported already, or the last report carried over.
    package var report: Progress
    /// The quarter's report as it stands in the library; nil where there is none.
    package let known: Progress?
    /// The newest report before the quarter.
    package let last: Progress?
  }

  /// What is proposed for a quarter.
  ///
  /// Carried over: how the works stand, the pace with its reason, what was invested so far, a problem that is not solved.
  /// What was invested in the period is asked for.
  package static func proposal(_ project: Project, for quarter: Quarter) -> Proposal {
    let quarterly = project.progress.filter { $0.span != "month" && $0.month != nil }
    let known = quarterly.first { $0.month == quarter.lastMonth }
    let last = project.progress.filter { ($0.month ?? quarter.lastMonth) < quarter.firstMonth }
      .max { ($0.month?.index ?? 0) < ($1.month?.index ?? 0) }
    if let known { return Proposal(report: known, known: known, last: last) }
    var report = Progress()
    report.month = quarter.lastMonth
    if let last {
      report.investedSoFar = last.investedSoFar ?? invested(project, before: quarter)
      report.status = last.status
      report.pace = last.pace
      report.reason = last.reason
      if last.problemState != "solved" {
        (report.problem, report.solver, report.problemState) = (last.problem, last.solver, last.problemState)
      }
    }
    return Proposal(report: report, known: nil, last: last)
  }

  /// The sum of what was reported for the periods before.
  private static func invested(_ project: Project, before quarter: Quarter) -> Amount? {
    let amounts = project.progress.filter { ($0.month ?? quarter.lastMonth) < quarter.firstMonth }.compactMap(
      \.invested)
    return amounts.isEmpty ? nil : Amount.sum(amounts)
  }

  /// Writes a report over the one that was there when typing began; what somebody else reported meanwhile is not
  /// written over. An error in the report itself stops it. `reason` is for a correction after a lock.
  @discardableResult
  package static func run(
    _ proposal: Proposal, of id: RecordID, for quarter: Quarter, reason: String = "", in store: any Store,
    as environment: Environment
  ) throws -> SavedRecord {
    var environment = environment
    if !reason.isEmpty { environment.reason = reason }
    return try store.write(as: environment) { [environment] library in
      guard let register = Registers.named(Project.schema.id), let document = try library.document(register.id, id)
      else {
        throw StoreError.conflict(current: nil)
      }
      var project = Project.schema.record(document)
      let there = project.progress.firstIndex { $0.month == quarter.lastMonth && $0.span != "month" }
      guard there.map({ project.progress[$0] }) == proposal.known else {
        throw UseCaseError.unreadable(
          Label(
            zh: "他人刚报了“\(project.name)”的这一季，未写入；重新看一遍再报",
            en: "Somebody has just reported “\(project.name)” for this quarter; nothing was written, look again"))
      }
      var report = proposal.report
      report.month = quarter.lastMonth
      report.reportedOn = environment.today
      if let there {
        report.id = project.progress[there].id
        project.progress[there] = report
      } else {
        report.id = environment.newID()
        project.progress.append(report)
      }
      var changed = document
      changed.children["progress"] = Project.schema.document(project).children["progress"]
      let saved = try SaveRecord.write(
        changed, base: document.revision, action: action, in: library, store, environment)
      if let fault = saved.findings.first(where: { $0.severity == .error && $0.row == report.id }) {
        throw UseCaseError.faulty(fault)
      }
      return saved
    }
  }
}
