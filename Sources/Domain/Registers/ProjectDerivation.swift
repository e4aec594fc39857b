/// What follows from a project's own lists and links.
extension Project {
  /// Rows first, then what follows from them, then what is carried over.
  package mutating func derive(in context: DeriveContext) {
    for index in energy.indices { energy[index].derive(in: context.reference, year: baseYear) }
    for index in progress.indices { progress[index].periodEnd = progress[index].month?.lastDay }
    derived = ProjectDerived()
    deriveTimeline()
    deriveFiling()
    // What has left every library is no longer waited for.
    if derived.leftOn != nil { derived.nextDue = nil }
    // A member under way owes a report from its start on, or from the day after the last one.
    if derived.isMember, derived.stage == "under_way" {
      derived.silentSince = [derived.actualStart, derived.lastReported?.adding(days: 1)].compactMap { $0 }.max()
    }
    derivePlans()
    deriveSaving(in: context.reference)
    deriveMoney()
    deriveLinks(in: context)
  }

  /// Which row of the yearly plans counts for its year: the highest tier's, of several the last.
  private mutating func derivePlans() {
    for place in plans.indices { (plans[place].counted, plans[place].countsOn) = (nil, nil) }
    for (year, places) in Dictionary(grouping: plans.indices, by: { plans[$0].year ?? 0 }) {
      func rank(_ place: Int) -> (Int, Day, Int) {
        let tier = Tier(rawValue: plans[place].tier).flatMap { Tier.allCases.firstIndex(of: $0) } ?? -1
        return (tier, plans[place].documentDay ?? .first, place)
      }
      guard year > 0, let last = places.max(by: { rank($0) < rank($1) }),
        ["listed", "adjusted"].contains(plans[last].state)
      else { continue }
      plans[last].counted = plans[last].investment
      plans[last].countsOn = Day(year: year, month: 1, day: 1)
    }
  }

  /// Stage, planned and actual days, and what is due next.
  private mutating func deriveTimeline() {
    func actual(_ stage: String) -> Day? { milestones.filter { $0.stage == stage }.compactMap(\.actual).min() }
    func planned(_ stage: String) -> Day? { milestones.filter { $0.stage == stage }.compactMap(\.planned).max() }
    derived.acceptedOn = actual("acceptance")
    derived.actualFinish = actual("completion")
    derived.actualStart = actual("start")
    derived.plannedStart = planned("start") ?? startMonth?.firstDay
    derived.plannedFinish = planned("completion") ?? deadline?.lastDay
    derived.stage =
      if stopDate != nil {
        "stopped"
      } else if derived.acceptedOn != nil {
        "accepted"
      } else if derived.actualFinish != nil {
        "completed"
      } else {
        derived.actualStart != nil ? "under_way" : "reserve"
      }
    derived.nextDue = nextDue
    let latest = progress.filter { $0.month != nil }.max { ($0.month?.index ?? 0) < ($1.month?.index ?? 0) }
    derived.lastReported = latest?.periodEnd
    derived.pace = latest?.pace ?? ""
    derived.hasOpenProblem = progress.contains { !$0.problem.isEmpty && $0.problemState != "solved" }
  }

  /// The earliest planned day without an actual one, beyond the furthest stage reached; none once accepted or stopped.
  private var nextDue: Day? {
    guard derived.stage != "stopped", derived.stage != "accepted" else { return nil }
    let order = ProjectCodes.milestones
    let reached = milestones.filter { $0.actual != nil }.map { order.position(of: $0.stage) }.max() ?? -1
    var days = milestones.filter { $0.actual == nil && order.position(of: $0.stage) > reached }.compactMap(\.planned)
    // The two months that every project declares stand in for milestones that were not planned by day.
    func stand(_ stage: String, _ month: Month?) {
      guard let month, order.position(of: stage) > reached,
        !milestones.contains(where: { $0.stage == stage && $0.planned != nil })
      else { return }
      days.append(month.lastDay)
    }
    stand("start", startMonth)
    stand("completion", deadline)
    return days.min()
  }

  /// Tier, filing state, admissions and exits.
  private mutating func deriveFiling() {
    func row(_ tier: Tier) -> Membership? { memberships.last { $0.tier == tier.rawValue } }
    func isIn(_ tier: Tier) -> Bool { row(tier)?.state == MembershipState.admitted.rawValue }
    derived.inCounty = isIn(.county)
    derived.inCity = isIn(.city)
    derived.inProvince = isIn(.province)
    derived.isMember = derived.inCounty || derived.inCity || derived.inProvince
    derived.tier = Tier.allCases.last { isIn($0) }?.rawValue ?? "none"
    derived.admittedCounty = row(.county)?.admittedOn
    derived.admittedCity = row(.city)?.admittedOn
    derived.admittedProvince = row(.province)?.admittedOn
    // A row that was admitted again keeps its former exit, which no longer counts.
    func left(_ tier: Tier) -> Day? { row(tier)?.state == MembershipState.exited.rawValue ? row(tier)?.exitedOn : nil }
    derived.leftCounty = left(.county)
    derived.leftCity = left(.city)
    derived.leftProvince = left(.province)
    derived.admittedOn = memberships.flatMap { [$0.firstAdmittedOn, $0.admittedOn] }.compactMap { $0 }.min()
    let exits = memberships.filter { $0.state == MembershipState.exited.rawValue && $0.exitedOn != nil }
    let last = exits.max { ($0.exitedOn ?? .first) < ($1.exitedOn ?? .first) }
    if !derived.isMember { derived.leftOn = last?.exitedOn }
    derived.exitKind = derived.isMember ? "" : last?.exitKind ?? ""
    let duplicate = derived.exitKind == ExitKind.duplicate.rawValue ? derived.leftOn : nil
    derived.takenOffOn = [stopDate, duplicate].compactMap { $0 }.min()
    derived.filing = filingState.rawValue
    deriveWaiting()
    // Of two documents of one day the later entry counts.
    let listing = plans.reversed().filter { $0.tier == Tier.province.rawValue }
      .max { ($0.year ?? 0, $0.documentDay ?? .first) < ($1.year ?? 0, $1.documentDay ?? .first) }
    derived.isKeyProject = listing.map { $0.state == "listed" || $0.state == "adjusted" } ?? false
  }

  /// Whose turn it is: the tier that has a filing, or that sent one back; and what was recommended and not sent back.
  private mutating func deriveWaiting() {
    if let filing = openFiling {
      derived.waitingTier = filing.tier
      derived.waitingSince = filing.submittedOn
      derived.heldBy = filing.reviewer
    } else if filings.last(where: { $0.outcome != FilingOutcome.withdrawn.rawValue })?.outcome
      == FilingOutcome.returned.rawValue
    {
      derived.returnedBy = filings.last { $0.outcome == FilingOutcome.returned.rawValue }?.tier ?? ""
    } else {
      derived.returnedBy = memberships.last { $0.state == MembershipState.returned.rawValue }?.tier ?? ""
    }
    func recommended(_ tier: Tier) -> Day? {
      let isWith = state(in: tier) != .none && state(in: tier) != .returned
      return isWith ? tier.below.flatMap(membership)?.recommendedOn : nil
    }
    derived.recommendedCity = recommended(.city)
    derived.recommendedProvince = recommended(.province)
  }

  private var filingState: FilingState {
    let exited = memberships.contains { $0.state == MembershipState.exited.rawValue }
    let settled: FilingState = derived.isMember ? .admitted : exited ? .exited : .draft
    guard let filing = filings.last(where: { $0.outcome != FilingOutcome.withdrawn.rawValue }) else { return settled }
    switch FilingOutcome(rawValue: filing.outcome) {
    case .waiting: return filing.kind == FilingKind.change.rawValue ? .changing : .submitted
    case .inReview: return filing.kind == FilingKind.change.rawValue ? .changing : .inReview
    case .returned: return .returned
    case .admitted, .withdrawn, nil: return settled
    }
  }

  /// Savings on each basis, substitution, CO2: from the carriers where there are any, else as declared on its basis.
  private mutating func deriveSaving(in reference: ReferenceTables) {
    if energy.isEmpty {
      if basis == Bases.equivalent { derived.saving = savingDeclared }
      if basis == Bases.primary { derived.savingPrimary = savingDeclared }
    } else {
      derived.energyBefore = Self.total(energy.map(\.tceBefore))
      derived.energyAfter = Self.total(energy.map(\.tceAfter))
      derived.saving = Self.total(energy.map(\.saved))
      derived.savingPrimary = Self.total(energy.map(\.savedPrimary))
    }
    let carbon = energy.isEmpty ? nil : Self.total(energy.map(\.co2))
    derived.renewableSubstitution =
      renewableOutput.flatMap { EnergyUse.electricityTCE($0, in: reference) } ?? substitutionDeclared
    let generated = renewableOutput.flatMap { EnergyUse.electricityCO2($0, in: reference, year: baseYear) }
    // Where a carrier has no factor the sum would be short: the declared figure stands.
    let parts = (energy.isEmpty ? [] : [carbon]) + (renewableOutput == nil ? [] : [generated])
    derived.co2Cut = Self.total(parts) ?? co2Declared
    if let savingVerified {
      if verifiedBasis == Bases.equivalent { derived.verifiedEquivalent = savingVerified }
      if verifiedBasis == Bases.primary { derived.verifiedPrimary = savingVerified }
    }
  }

  /// The sum, or nil where any part is missing: an incomplete figure is no figure.
  private static func total(_ parts: [Amount?]) -> Amount? {
    let known = parts.compactMap { $0 }
    return known.count == parts.count && !known.isEmpty ? Amount.sum(known) : nil
  }

  private mutating func deriveMoney() {
    let parts = [investmentEquipment, investmentConstruction, investmentOther].compactMap { $0 }
    derived.investment = investmentEquipment == nil ? investmentDeclared : Amount.sum(parts)
    let dated = progress.filter { $0.month != nil }.sorted { ($0.month?.index ?? 0) < ($1.month?.index ?? 0) }
    derived.invested =
      dated.last { $0.investedSoFar != nil }?.investedSoFar
      ?? (dated.contains { $0.invested != nil } ? Amount.sum(dated.compactMap(\.invested)) : nil)
    if gridDate != nil { derived.pvConnected = gridKilowatts ?? pvKilowatts }
  }

  private mutating func deriveLinks(in context: DeriveContext) {
    derived.homePark = industrialPark
    if holderKind == "park" {
      derived.holderName = park.isEmpty ? context.linked(Park.self, industrialPark)?.name ?? "" : park
    } else if let holder = context.linked(Enterprise.self, enterprise) {
      derived.holderName = holder.name
      derived.holderCode = holder.key
      derived.sector = holder.sector
      derived.industry = holder.industry
      derived.homePark = industrialPark ?? holder.industrialPark
    }
    derived.lineTitle = lineName
    guard let linked = context.linked(EfficiencyLine.self, line) else { return }
    derived.lineTitle = linked.line
    guard benchmarking == "levels" || benchmarking.isEmpty,
      let level = context.reference.level(product: linked.product, year: linked.year, region: linked.region)
    else { return }
    derived.levelEdition = level.edition
    derived.isLevelVerified = level.isVerified
    derived.levelBefore = unitBefore.map { level.grade($0) } ?? linked.grade
    derived.levelAfter = unitAfter.map { level.grade($0) } ?? ""
  }
}
