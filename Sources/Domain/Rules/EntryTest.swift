/// What a tier asks of a project at entry; data that a tier sets, by group of regions.
package struct EntryTest: Hashable, Sendable {
  /// The library that asks.
  package let tier: Tier
  /// Holds in this region or group only; nil is everywhere.
  package let group: String?
  /// Does not hold in this region or group.
  package let exempt: String?
  /// tce/a on the calorific basis.
  package let leastSaving: Amount?
  /// 万元.
  package let leastInvestment: Amount?
  /// From start month to deadline.
  package let mostYears: Int?
  /// What a miss is.
  package let severity: Severity

  /// A test; what is nil is not asked for.
  package init(
    tier: Tier, group: String? = nil, exempt: String? = nil, leastSaving: Amount? = nil,
    leastInvestment: Amount? = nil, mostYears: Int? = nil, severity: Severity = .warning
  ) {
    self.tier = tier
    self.group = group
    self.exempt = exempt
    self.leastSaving = leastSaving
    self.leastInvestment = leastInvestment
    self.mostYears = mostYears
    self.severity = severity
  }

  /// The tier that has the project before it: that of the open filing, the county for one not filed yet; nil for a member
  /// that nobody has put forward.
  package static func tier(judging project: Project) -> Tier? {
    if let open = project.filings.last(where: { FilingOutcome(rawValue: $0.outcome)?.isOpen == true }) {
      return Tier(rawValue: open.tier)
    }
    return project.memberships.contains { $0.admittedOn != nil } ? nil : .county
  }

  func faults(of project: Project, _ context: RuleContext) -> [Rule<Project>.Fault] {
    guard Self.tier(judging: project) == tier else { return [] }
    if let group, !context.reference.regions.isIn(project.region, group) { return [] }
    if let exempt, context.reference.regions.isIn(project.region, exempt) { return [] }
    var faults: [Rule<Project>.Fault] = []
    if let least = leastSaving, let saving = project.derived.saving, saving < least {
      faults.append(
        .init(
          "\(tier.label.zh)要求节能量不低于\(least.grouped)tce/年，现为\(saving.grouped)，请说明",
          "The \(tier.label.en) asks for \(least.grouped) tce/a at least, this has \(saving.grouped); explain",
          fields: ["saving"], severity: severity))
    }
    if let least = leastInvestment, let investment = project.derived.investment, investment < least {
      faults.append(
        .init(
          "\(tier.label.zh)要求总投资不低于\(least.grouped)万元，现为\(investment.grouped)，请说明",
          "The \(tier.label.en) asks for \(least.grouped) (10k CNY) at least, this has \(investment.grouped); explain",
          fields: ["investment"], severity: severity))
    }
    if let mostYears, let start = project.startMonth, let end = project.deadline, start.months(to: end) > mostYears * 12
    {
      faults.append(
        .init(
          "工期超过\(mostYears)年，请核对改造期限", "It would take over \(mostYears) years; check the deadline",
          fields: ["deadline"], severity: severity))
    }
    return faults
  }
}
