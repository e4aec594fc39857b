import Domain

/// Makes up what stands around the three lists: ratings, energy accounts, inspections, experts, opinions, providers, events,
/// duties. Its figures follow from the enterprises and projects that it is shown.
///
/// It draws from a generator of its own, so that the three lists are the same with it and without.
package struct AccountMaker {
  let reference: ReferenceTables
  let today: Day
  var random: SeededRandom
  private var made: Int64 = 0
  private let start: Instant
  var experts: [Expert] = []
  var providers: [Provider] = []
  /// Enterprises seen so far, for the events; a few hundred are enough.
  var firms: [Enterprise] = []
  var works: [Project] = []

  /// The same seed and day make the same accounts.
  package init(reference: ReferenceTables, seed: UInt64, today: Day) {
    self.reference = reference
    self.today = today
    random = SeededRandom(seed: seed ^ 0x6163_636F_756E_7473)
    start = Instant(milliseconds: Int64(today.serial) * 86_400_000 + 40_000_000)
  }

  /// A new id, later than all before it.
  mutating func newID() -> RecordID {
    made += 1
    return RecordID(at: start.adding(milliseconds: made), random: (random.next(), random.next()))
  }

  /// Pools that nothing else has to come before: providers, experts, the plan's duties.
  package mutating func pools() -> [Document] {
    providers = (0..<24).map { makeProvider($0) }
    experts = (0..<60).map { makeExpert($0) }
    return providers.map { Provider.schema.document($0) } + experts.map { Expert.schema.document($0) }
      + makeDuties().map { Duty.schema.document($0) }
  }

  /// The record as it is to be kept, with a budget where it has one, and what follows from it.
  package mutating func follow(_ document: Document) -> [Document] {
    switch document.register {
    case Enterprise.schema.id: follow(Enterprise.schema.record(document), document)
    case Project.schema.id: [document] + follow(Project.schema.record(document))
    default: [document]
    }
  }

  /// What comes of all of it: events with their agreements.
  package mutating func rest() -> [Document] {
    (0..<14).map { makeEvent($0) }.map { PromotionEvent.schema.document($0) }
  }

  private mutating func follow(_ firm: Enterprise, _ document: Document) -> [Document] {
    var firm = firm
    if firms.count < 400 { firms.append(firm) }
    guard let year = firm.years.last(where: { $0.year == 2022 }), firm.state == "running", firm.plant == "00" else {
      return [document]
    }
    var followers: [Document] = []
    if year.keyEnergyUser, random.chance(22) {
      let (budget, months) = makeAccounts(firm, year)
      firm.budgets = [budget]
      followers += months.map { EnergyMonth.schema.document($0) }
    }
    var rating: CarbonRating?
    if year.aboveScale, random.chance(60) {
      let made = makeRating(firm, year)
      rating = made
      followers.append(CarbonRating.schema.document(made))
    }
    if year.keyEnergyUser, random.chance(12) {
      followers.append(Inspection.schema.document(makePastInspection(firm)))
    }
    if rating?.level == 5, random.chance(55) {
      followers.append(Inspection.schema.document(makeInspection(firm)))
    }
    return [Enterprise.schema.document(firm)] + followers
  }

  private mutating func follow(_ project: Project) -> [Document] {
    if works.count < 400, project.enterprise != nil { works.append(project) }
    guard let filing = project.filings.last, random.chance(filing.isOpen ? 45 : 6) else { return [] }
    return makeOpinions(project, filing).map { Opinion.schema.document($0) }
  }

  mutating func makePerson() -> String { random.pick(MadeUpNames.surnames) + random.pick(MadeUpNames.given) }

  /// A number that no subscriber has.
  mutating func makePhone() -> String { "100\(random.int(10_000_000...99_999_999))" }
}
