import Domain

/// Deliberate faults in sound records of the further registers, one a rule, which that rule finds.
enum RegisterFaults {
  /// A rule and how a record is made to break it; `suits` says which records can.
  struct Fault<R: Record>: Sendable {
    let rule: String
    let suits: @Sendable (R) -> Bool
    let spoil: @Sendable (inout R) -> Void

    init(
      _ rule: String, where suits: @escaping @Sendable (R) -> Bool = { _ in true },
      _ spoil: @escaping @Sendable (inout R) -> Void
    ) {
      (self.rule, self.suits, self.spoil) = (rule, suits, spoil)
    }
  }

  /// Spoils a record of its own for each fault.
  static func spoil<R: Record>(_ records: inout [R], _ faults: [Fault<R>]) {
    var taken: Set<Int> = []
    for fault in faults {
      guard let place = records.indices.first(where: { !taken.contains($0) && fault.suits(records[$0]) }) else {
        continue
      }
      taken.insert(place)
      fault.spoil(&records[place])
    }
  }

  private static let ahead = Day(number: 20_290_101)

  /// Accepted, with nothing to show for it.
  private static func accept(_ project: inout Research, _ day: Day?) {
    (project.acceptedOn, project.acceptedDocument, project.acceptance) = (day, "浙科验〔2023〕30号", "passed")
    project.results = []
  }

  /// A county that is not the enterprise's.
  private static func elsewhere(_ region: String) -> String { region == "330523" ? "330522" : "330523" }

  static let diagnoses: [Fault<Diagnosis>] = [
    Fault("R203", where: { $0.reportedOn != nil }) {
      $0.checkedOn = ahead; $0.check = "passed"
    },
    Fault("R204", where: { $0.reportedOn != nil }) { $0.reportedOn = $0.visitedOn?.adding(days: -3) },
    Fault("R206") {
      $0.visitedOn = nil; $0.plannedOn = nil; $0.reportedOn = nil; $0.confirmedOn = nil
    },
    Fault("R207", where: { $0.energy != nil }) { $0.energy = $0.energy?.percent(160) },
    Fault("R208", where: { $0.recommendations.count > 2 }) {
      $0.recommendations[1].number = $0.recommendations[0].number
    },
    Fault("R209", where: { ($0.recommendations.last?.saving ?? .zero) > .zero }) {
      $0.recommendations[$0.recommendations.count - 1].saving = $0.energy
    },
    Fault("R210", where: { $0.reportedOn != nil }) { $0.recommendations = [] },
    Fault("R202") { $0.region = elsewhere($0.region) },
  ]

  static let titles: [Fault<Recognition>] = [
    Fault("R213", where: { $0.withdrawnOn != nil }) { $0.withdrawnOn = ahead },
    Fault("R214", where: { $0.withdrawnOn != nil }) { $0.withdrawnOn = $0.awardedOn?.adding(days: -9) },
    Fault("R217", where: { $0.title == "green_park" }) { $0.title = "green_factory" },
    Fault("R218", where: { $0.title == "zero_waste_factory" }) { $0.level = "nation" },
    Fault("R219", where: { $0.title == "water_saving" }) { $0.year = 2019 },
    Fault("R220", where: { !$0.reviews.isEmpty }) { $0.reviews[0].year = $0.year },
    Fault("R281", where: { $0.reviews.contains { $0.outcome == "passed" } }) { $0.reviews[0].outcome = "failed" },
    Fault("R282", where: { $0.title == "typical_park" }) { $0.year = 2020 },
    Fault("R212", where: { $0.enterprise != nil && $0.title == "water_saving" }) { $0.region = elsewhere($0.region) },
  ]

  static let audits: [Fault<Audit>] = [
    Fault("R243", where: { $0.assessedOn == nil }) {
      $0.assessedOn = ahead; $0.assessment = "passed"
    },
    Fault("R244", where: { $0.acceptedOn != nil }) { $0.assessedOn = $0.startedOn?.adding(days: -5) },
    Fault("R246", where: { $0.kind == "voluntary" }) { $0.reason = "over_total" },
    Fault("R247", where: { $0.kind == "mandatory" }) { $0.dueOn = $0.listedOn?.adding(days: 600) },
    Fault("R249", where: { $0.acceptance == "passed" }) { $0.schemes = [] },
    Fault("R250", where: { !$0.schemes.isEmpty }) { $0.schemes[0].doneOn = ahead },
    Fault("R242") { $0.region = elsewhere($0.region) },
  ]

  static let phaseouts: [Fault<Phaseout>] = [
    Fault("R253", where: { $0.stoppedOn == nil }) { $0.stoppedOn = ahead },
    Fault("R254", where: { $0.doneOn != nil }) { $0.removedOn = $0.stoppedOn?.adding(days: -20) },
    Fault("R257", where: { $0.object == "coal_boiler" }) { $0.steam = Amount(65) },
    Fault("R258", where: { $0.object == "coal_boiler" }) { $0.mode = "move" },
    Fault("R259", where: { $0.heatReadyOn != nil }) { $0.heatReadyOn = $0.stoppedOn?.adding(days: 30) },
    Fault("required", where: { $0.doneOn != nil }) { $0.proofNumber = "" },
    Fault("R252", where: { $0.object == "coal_boiler" }) { $0.region = elsewhere($0.region) },
    Fault("R260", where: { !$0.steps.isEmpty }) { $0.steps[0].actual = ahead },
  ]

  static let parks: [Fault<Park>] = [
    Fault("R264", where: { $0.planApprovedOn == nil }) {
      $0.surveyedOn = ahead; $0.survey = "ready"
    },
    Fault("R265", where: { $0.planApprovedOn != nil }) { $0.planApprovedOn = $0.surveyedOn?.adding(days: -30) },
    Fault("R266", where: { !$0.batch.isEmpty && $0.planApprovedOn == nil }) { $0.batch = "" },
    Fault("R267", where: { !$0.tasks.isEmpty }) { $0.planInvestment = $0.planInvestment?.percent(180) },
    Fault("R268", where: { $0.tasks.count > 1 }) { $0.tasks[0].finishedOn = ahead },
    Fault("R269", where: { $0.tasks.count > 1 }) { $0.tasks[1].invested = $0.tasks[1].investment?.percent(190) },
    Fault("R270", where: { $0.years.count > 1 }) { $0.years[0].year = $0.years[1].year },
    Fault("R271", where: { !$0.grades.isEmpty }) { $0.grades[0].score = Amount(12) },
    Fault("R272", where: { $0.years.last?.output != nil }) {
      $0.years[$0.years.count - 1].valueAdded = $0.years.last?.output?.percent(130)
    },
  ]

  static let research: [Fault<Research>] = [
    Fault("R225", where: { $0.deadline != nil }) { $0.deadline = $0.startMonth?.adding(months: -6) },
    Fault("R226", where: { $0.budget != nil }) { $0.grantPaid = $0.grantPlanned?.percent(150) },
    Fault("R227", where: { $0.approvedOn != nil }) { $0.partners = [] },
    Fault("R228", where: { $0.approvedOn != nil }) { accept(&$0, Day(number: 20_230_620)) },
    Fault("R224", where: { $0.approvedOn != nil }) { accept(&$0, $0.approvedOn?.adding(days: -12)) },
    Fault("R222") { $0.region = elsewhere($0.region) },
    Fault("R223", where: { $0.approvedOn != nil && $0.acceptedOn == nil }) {
      $0.stoppedOn = ahead; $0.stopReason = "经费不落实"
    },
    Fault("R229", where: { !$0.milestones.isEmpty }) { $0.milestones[$0.milestones.count - 1].actual = ahead },
  ]

  static let catalogue: [Fault<CatalogueItem>] = [
    Fault("R233") {
      $0.withdrawnOn = $0.publishedOn?.adding(days: -40); $0.withdrawnReason = "技术更新"
    },
    Fault("R235") { $0.savingRate = Amount(130) },
    Fault("R236", where: { $0.payback != nil }) { $0.payback = Amount(60) },
    Fault("R237") { $0.sectors = [] },
    Fault("R232") { $0.publishedOn = ahead },
  ]

  static let batteries: [Fault<Battery>] = [
    Fault("R294", where: { $0.tracedOn != nil }) { $0.tracedOn = $0.receivedOn?.adding(days: -4) },
    Fault("R296", where: { !$0.cascades.isEmpty }) { $0.cascades[0].day = $0.receivedOn?.adding(days: -8) },
    Fault("R297", where: { !$0.recycles.isEmpty }) { $0.recycles[0].mass = $0.mass?.percent(130) },
    Fault("R298", where: { $0.loss != nil }) { $0.loss = $0.mass?.percent(9) },
    Fault("R288", where: { $0.parent == nil }) { $0.source = "batch" },
    Fault("R292", where: { $0.parent == nil }) { $0.region = elsewhere($0.region) },
    Fault("R293", where: { $0.tracedOn == nil }) {
      $0.tracedOn = ahead; $0.traceNumber = "SY29010101"
    },
    Fault("R299", where: { $0.recycles.first?.mass != nil }) {
      $0.recycles[0].lithium = $0.recycles[0].mass?.percent(140)
    },
  ]
}
