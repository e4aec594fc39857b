import Domain

extension LibraryMaker {
  /// Which tiers hold the project, and how it got there: always upward, always dated, never before its time.
  mutating func makeFiling(_ project: inout Project) {
    let start = project.milestones.first { $0.stage == "start" }
    let planned = start?.planned ?? project.startMonth?.firstDay ?? today
    let filed = min(planned.adding(days: -random.int(50...150)), today.adding(days: -random.int(3...40)))
    if start?.actual == nil, random.chance(12) {
      makeOpenFiling(&project, filed)
      return
    }
    // The province looks for 20 million yuan in principle; smaller ones stay below.
    let money = [project.investmentEquipment, project.investmentConstruction].compactMap { $0 }.reduce(.zero, +)
    let height =
      money > Amount(2000)
      ? random.pick(weighted: [(1, 25), (2, 25), (3, 50)])
      : random.pick(weighted: [(1, 58), (2, 42)])
    var day = filed
    for tier in Tier.allCases.prefix(height) {
      let admitted = day.adding(days: random.int(8...24))
      guard admitted <= today else { break }
      addMembership(&project, tier, submitted: day, admitted: admitted)
      day = admitted.adding(days: random.int(10...30))
    }
    guard !project.memberships.isEmpty else {
      makeOpenFiling(&project, filed)
      return
    }
    if project.memberships.contains(where: { $0.tier == "province" }), random.chance(55) { addKeyPlan(&project) }
    makeExit(&project, neverBuilt: start?.actual == nil && planned < today.adding(days: -120))
  }

  private mutating func addMembership(_ project: inout Project, _ tier: Tier, submitted: Day, admitted: Day) {
    if let below = project.memberships.indices.last {
      project.memberships[below].recommendedOn = submitted
      project.memberships[below].batch = "\(submitted.year)年第\(random.int(1...4))批"
      project.memberships[below].rank = random.int(1...40)
    }
    var row = Membership()
    row.id = newID()
    row.tier = tier.rawValue
    row.state = MembershipState.admitted.rawValue
    row.admittedOn = admitted
    row.admittedDocument = "\(officeWord(project.region, tier))经信〔\(admitted.year)〕\(random.int(8...120))号"
    project.memberships.append(row)
    guard detail == .full || tier == .county else { return }
    var filing = FilingRecord()
    filing.id = newID()
    filing.tier = tier.rawValue
    filing.kind = FilingKind.admit.rawValue
    filing.number = 1
    filing.submittedOn = submitted
    filing.submittedBy = tier == .county ? "填报员" : "\(tier == .city ? "县" : "市")审核员"
    filing.reviewer = "\(tier == .county ? "县" : tier == .city ? "市" : "省")审核员"
    filing.openedOn = submitted.adding(days: 2)
    filing.outcome = FilingOutcome.admitted.rawValue
    filing.decidedOn = admitted
    filing.decidedBy = filing.reviewer
    filing.document = row.admittedDocument
    if detail == .full { project.filings.append(filing) }
  }

  private func officeWord(_ region: String, _ tier: Tier) -> String {
    switch tier {
    case .province: "浙"
    case .city: String(reference.regions.city(of: region)?.shortName.first ?? "市")
    case .county: String(reference.regions[region]?.shortName.first ?? "县")
    }
  }

  /// A draft, or one that waits with the county, or came back from it.
  private mutating func makeOpenFiling(_ project: inout Project, _ filed: Day) {
    let kind = random.pick(weighted: [("draft", 40), ("waiting", 30), ("in_review", 12), ("returned", 18)])
    guard kind != "draft" else { return }
    let submitted = today.adding(days: -random.int(1...24))
    var filing = FilingRecord()
    filing.id = newID()
    filing.tier = Tier.county.rawValue
    filing.kind = FilingKind.admit.rawValue
    filing.number = 1
    filing.submittedOn = submitted
    filing.submittedBy = "填报员"
    filing.outcome = kind
    if kind != "waiting" {
      filing.reviewer = "县审核员"
      filing.openedOn = min(today, submitted.adding(days: 1))
    }
    if kind == "returned" {
      filing.decidedOn = min(today, submitted.adding(days: 3))
      filing.decidedBy = "县审核员"
      filing.faults = "saving_source\t请补充节能量计算依据"
      filing.reason = "节能量无计算依据"
    }
    project.filings.append(filing)
    var row = Membership()
    row.id = newID()
    row.tier = Tier.county.rawValue
    row.state = kind == "waiting" ? MembershipState.submitted.rawValue : kind
    project.memberships.append(row)
  }

  private mutating func addKeyPlan(_ project: inout Project) {
    let year = project.startMonth.map { max(2022, min(today.year, $0.year)) } ?? today.year
    var plan = AnnualPlan()
    plan.id = newID()
    plan.tier = Tier.province.rawValue
    plan.year = year
    plan.batch = "第\(random.int(1...2))批"
    plan.document = "浙经信绿色〔\(year)〕\(year == 2022 ? 188 : 76)号"
    plan.documentDay = Day(year: year, month: year == 2022 ? 9 : 5, day: 18).map { min($0, today) }
    plan.kind = "new"
    plan.investment = project.investmentEquipment?.percent(60).whole
    plan.state = random.pick(weighted: [("listed", 90), ("adjusted", 6), ("moved_out", 4)])
    project.plans.append(plan)
  }

  /// Leaving: done and accepted long ago, stopped, or never built.
  private mutating func makeExit(_ project: inout Project, neverBuilt: Bool) {
    let accepted = project.milestones.first { $0.stage == "acceptance" }?.actual
    var kind: ExitKind?
    var day = today
    if let stop = project.stopDate {
      (kind, day) = (.notBuilt, stop.adding(days: 30))
    } else if let accepted, accepted.days(to: today) > 120, random.chance(30) {
      (kind, day) = (.completed, accepted.adding(days: 90))
    } else if neverBuilt, random.chance(60) {
      (kind, day) = (
        random.pick([.notBuilt, .notBuilt, .movedOut, .unqualified]), today.adding(days: -random.int(5...60))
      )
    }
    guard let kind, day <= today else { return }
    for index in project.memberships.indices {
      guard let admitted = project.memberships[index].admittedOn else { continue }
      project.memberships[index].state = MembershipState.exited.rawValue
      project.memberships[index].exitedOn = max(day, admitted)
      project.memberships[index].exitKind = kind.rawValue
      project.memberships[index].exitDocument =
        "\(officeWord(project.region, .county))经信〔\(day.year)〕\(random.int(8...120))号"
      project.memberships[index].exitReason = kind == .completed ? "项目已验收，完成出库" : "企业经营调整，项目不再实施"
    }
  }

  /// Procedures and supports, as far as the project has come.
  mutating func makePapers(_ project: inout Project) {
    let registered = project.milestones.first { $0.stage == "registration" }?.actual
    for kind in ["registration", "environment", "energy_review"] {
      var row = Procedure()
      row.id = newID()
      row.kind = kind
      if let registered {
        row.state = kind == "registration" || random.chance(80) ? "done" : random.pick(["not_needed", "under_way"])
        if row.state == "done" {
          row.day = registered
          row.number = kind == "registration" ? project.projectCode : "\(registered.year)-\(random.int(100...999))"
        }
      } else {
        row.state = random.pick(["not_begun", "under_way"])
      }
      project.procedures.append(row)
    }
    guard project.milestones.contains(where: { $0.stage == "start" && $0.actual != nil }), random.chance(35) else {
      return
    }
    let total = project.investmentEquipment ?? .zero
    var support = Support()
    support.id = newID()
    support.kind = random.pick(["province_industry", "city_fund", "county_fund", "green_loan", "tax"])
    support.level =
      support.kind == "province_industry"
      ? "province" : support.kind == "city_fund" ? "city" : support.kind == "county_fund" ? "county" : "market"
    support.name = Supports.list[support.kind]?.label.zh ?? ""
    support.year = today.year
    support.applied = total.percent(random.int(3...12)).whole
    support.appliedOn = project.milestones.first { $0.stage == "start" }?.actual
    if random.chance(60), let on = support.appliedOn {
      support.advanced = support.applied?.percent(50).whole
      support.advancedOn = min(today, on.adding(days: 90))
    }
    project.supports.append(support)
  }
}
