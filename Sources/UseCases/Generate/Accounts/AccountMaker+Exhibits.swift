import Domain

extension AccountMaker {
  /// What a fault may touch: an enterprise with a record of each list around it, all sound before.
  struct Case {
    var firm: Enterprise
    var rating: CarbonRating
    var month: EnergyMonth
    var inspection: Inspection
    var expert: Expert
    var project: Project
    var opinion: Opinion
    var provider: Provider
    var event: PromotionEvent
    var duty: Duty
    /// What a fault needs besides.
    var others: [Document] = []
  }

  /// Which records of a case a fault is written with; the enterprise always is.
  enum Part { case rating, month, inspection, expert, opinion, provider, event, duty, none }

  typealias Fault = (rule: String, part: Part, spoil: @Sendable (inout Case, inout AccountMaker) -> Void)

  /// One deliberate fault for each rule that a record can break by itself.
  package mutating func makeExhibits() -> [Exhibit] {
    Self.faults.map { fault in
      var sound = makeCase()
      fault.spoil(&sound, &self)
      return Exhibit(rule: fault.rule, documents: documents(sound, fault.part))
    }
  }

  private func documents(_ sound: Case, _ part: Part) -> [Document] {
    let firm = [Enterprise.schema.document(sound.firm)]
    let own: [Document] =
      switch part {
      case .rating: [CarbonRating.schema.document(sound.rating)]
      case .month: [EnergyMonth.schema.document(sound.month)]
      case .inspection: [Inspection.schema.document(sound.inspection)]
      case .expert: [Expert.schema.document(sound.expert)]
      case .opinion:
        [
          Expert.schema.document(sound.expert), Project.schema.document(sound.project),
          Opinion.schema.document(sound.opinion),
        ]
      case .provider: [Provider.schema.document(sound.provider)]
      case .event: [Project.schema.document(sound.project), PromotionEvent.schema.document(sound.event)]
      case .duty: [Duty.schema.document(sound.duty)]
      case .none: []
      }
    return firm + own + sound.others
  }

  private mutating func makeCase() -> Case {
    let firm = makeFirm()
    let year = firm.years[0]
    var rating = makeRating(firm, year)
    rating.uses = []
    rating.carbonBand = "middle"
    let month = makeMonth(firm, year, 2023, 3, scale: 92)
    var inspection = makePastInspection(firm)
    inspection.findings = []
    inspection.outcome = "compliant"
    var expert = makeExpert(2)
    expert.region = "330000"
    expert.employer = "样例建材科学研究院"
    expert.skills[0].sector = firm.sector
    let project = makeProject(firm)
    var event = makeEvent(3)
    event.agreements = []
    return Case(
      firm: firm, rating: rating, month: month, inspection: inspection, expert: expert, project: project,
      opinion: makeOpinion(project, expert), provider: makeProvider(3), event: event, duty: makeDuty())
  }

  /// A cement works of a county with one year of figures.
  private mutating func makeFirm() -> Enterprise {
    let trade = MadeUpTrade.all.first { $0.word == "水泥" } ?? MadeUpTrade.all[0]
    var firm = Enterprise()
    firm.id = newID()
    firm.region = random.pick(["330523", "330522", "330482", "330683", "330783"])
    firm.division = firm.region
    firm.creditCode = CreditCodeMaker.code(region: firm.region, &random)
    let county = reference.regions[firm.region]?.shortName ?? ""
    firm.name =
      "\(county)\(random.pick(MadeUpNames.first))\(random.pick(MadeUpNames.second))\(random.pick(MadeUpNames.second))水泥有限公司"
    firm.industry = trade.industry
    firm.sector = trade.sector
    firm.contact = makePerson()
    firm.phone = makePhone()
    var year = EnterpriseYear()
    year.id = newID()
    year.year = 2022
    year.energy = Amount(random.int(60...180) * 1000)
    year.basis = Bases.equivalent
    year.electricity = year.energy?.times(114, over: 1000)?.whole
    year.valueAdded = year.energy?.times(20, over: 100)?.whole
    year.output = year.valueAdded?.times(42, over: 10)?.whole
    year.aboveScale = true
    year.keyEnergyUser = true
    year.co2 = year.energy?.times(282, over: 100)?.whole
    firm.years = [year]
    return firm
  }

  /// A draft with one filing that came back, so that opinions have something to belong to.
  private mutating func makeProject(_ firm: Enterprise) -> Project {
    var project = Project()
    project.id = newID()
    project.region = firm.region
    project.enterprise = firm.id
    project.name = "熟料线电机系统节能改造"
    project.focusArea = "facilities"
    project.kind = "general_equipment"
    project.content = "更换高效电机与变频装置"
    project.startMonth = Month(number: 202309)
    project.deadline = Month(number: 202406)
    project.contact = firm.contact
    project.phone = firm.phone
    var filing = FilingRecord()
    filing.id = newID()
    filing.tier = Tier.county.rawValue
    filing.kind = FilingKind.admit.rawValue
    filing.number = 1
    filing.submittedOn = today.adding(days: -20)
    filing.submittedBy = "填报员"
    filing.outcome = FilingOutcome.withdrawn.rawValue
    filing.decidedOn = today.adding(days: -12)
    project.filings = [filing]
    return project
  }

  private mutating func makeOpinion(_ project: Project, _ expert: Expert) -> Opinion {
    var opinion = Opinion()
    opinion.id = newID()
    opinion.region = project.region
    opinion.project = project.id
    opinion.expert = expert.id
    opinion.tier = Tier.county.rawValue
    opinion.filingNumber = 1
    opinion.assignedOn = today.adding(days: -18)
    opinion.assignedBy = "审核员"
    opinion.dueOn = today.adding(days: -8)
    opinion.isWithoutInterest = true
    opinion.givenOn = today.adding(days: -14)
    opinion.verdict = "agree"
    opinion.score = Amount(86)
    opinion.text = "方案可行，节能量计算依据充分。"
    return opinion
  }

  private mutating func makeDuty() -> Duty {
    var duty = Duty()
    duty.id = newID()
    duty.code = "县自加-\(random.int(1000...9999))\(random.int(10...99))"
    duty.name = "制定县级实施细则"
    duty.region = "330523"
    duty.clause = "四(一)"
    duty.sentence = "市、县要结合实际，抓紧制定出台实施细则和配套措施。"
    duty.lead = "县经信局"
    duty.deliverable = "工作进展"
    duty.startsOn = Day(number: 20_220_801)
    duty.dueOn = Day(number: 20_241_231)
    duty.state = "under_way"
    var row = DutyProgress()
    row.id = newID()
    row.day = today.adding(days: -15)
    row.text = "已征求部门意见"
    duty.progress = [row]
    return duty
  }
}
