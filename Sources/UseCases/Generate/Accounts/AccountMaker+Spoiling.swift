import Domain

/// How a case is broken where one assignment does not do it.
extension AccountMaker {
  static func addUse(_ one: inout Case, _ maker: inout AccountMaker) {
    var use = RatingUse()
    use.id = maker.newID()
    use.area = "finance"
    use.day = maker.today.adding(days: 20)
    use.party = "样例农商银行"
    use.content = "碳效贷授信"
    one.rating.uses = [use]
  }

  static func addBudget(_ one: inout Case, _ maker: inout AccountMaker, _ amount: Amount) {
    var budget = EnergyBudget()
    budget.id = maker.newID()
    budget.year = 2023
    budget.energy = amount
    budget.basis = Bases.equivalent
    one.firm.budgets.append(budget)
  }

  static func addTwoBudgets(_ one: inout Case, _ maker: inout AccountMaker) {
    addBudget(&one, &maker, Amount(90_000))
    addBudget(&one, &maker, Amount(95_000))
  }

  static func makeTwoHigh(_ one: inout Case) {
    one.month.isTwoHigh = true
    one.month.approvalNumber = "浙发改能审〔2021〕18号"
    one.month.approvedEnergy = Amount(100)
  }

  static func addMonthBefore(_ one: inout Case, _ maker: inout AccountMaker) {
    var before = one.month
    before.id = maker.newID()
    before.month = one.month.month?.adding(months: -1)
    for place in before.carriers.indices {
      before.carriers[place].id = maker.newID()
      before.carriers[place].quantity = before.carriers[place].quantity?.percent(20)
    }
    one.others = [EnergyMonth.schema.document(before)]
  }

  /// Twelve months that are a tenth less than the year says.
  static func addShortYear(_ one: inout Case, _ maker: inout AccountMaker) {
    one.others = (1...12).map { month in
      EnergyMonth.schema.document(maker.makeMonth(one.firm, one.firm.years[0], 2022, month, scale: 90))
    }
  }

  static func addFinding(
    _ one: inout Case, _ maker: inout AccountMaker, isClosed: Bool = false,
    _ change: (inout InspectionFinding) -> Void
  ) {
    var finding = maker.makeFinding(one.inspection.visitedOn ?? maker.today)
    change(&finding)
    one.inspection.findings = [finding]
    if !isClosed {
      one.inspection.closedOn = nil
      one.inspection.outcome = ""
    }
  }

  static func listTwice(_ one: inout Case, _ maker: inout AccountMaker) {
    var twin = one.inspection
    twin.id = maker.newID()
    one.others = [Inspection.schema.document(twin)]
  }

  static func doubleExpert(_ one: inout Case, _ maker: inout AccountMaker) {
    var twin = one.expert
    twin.id = maker.newID()
    for place in twin.skills.indices { twin.skills[place].id = maker.newID() }
    twin.services = []
    one.others = [Expert.schema.document(twin)]
  }

  static func serveAhead(_ one: inout Case, _ maker: inout AccountMaker) {
    var service = ExpertService()
    service.id = maker.newID()
    service.day = maker.today.adding(days: 30)
    service.kind = "training"
    service.content = "培训授课"
    one.expert.services = [service]
  }

  static func failReview(_ one: inout Case, _ maker: inout AccountMaker) {
    var review = ProviderReview()
    review.id = maker.newID()
    review.year = 2023
    review.grade = "failed"
    one.provider.reviews = [review]
  }

  static func workAhead(_ one: inout Case, _ maker: inout AccountMaker) {
    var work = ProviderWork()
    work.id = maker.newID()
    work.day = maker.today.adding(days: 40)
    work.service = "works"
    work.content = "余热回收改造"
    one.provider.works = [work]
  }

  static func clearOpinion(_ one: inout Case) {
    one.opinion.givenOn = nil
    one.opinion.verdict = ""
    one.opinion.score = nil
    one.opinion.text = ""
  }

  static func askTwice(_ one: inout Case, _ maker: inout AccountMaker) {
    var twin = one.opinion
    twin.id = maker.newID()
    one.others = [Opinion.schema.document(twin)]
  }

  static func agree(
    _ one: inout Case, _ maker: inout AccountMaker, _ state: String, ofOther: Bool = false, withProject: Bool = false,
    signed: Int = -10
  ) {
    var agreement = Agreement()
    agreement.id = maker.newID()
    agreement.enterprise = one.firm.id
    agreement.kind = "works"
    agreement.content = "电机系统改造"
    agreement.amount = Amount(180)
    agreement.state = state
    agreement.signedOn = maker.today.adding(days: signed)
    if ofOther || withProject { agreement.project = one.project.id }
    if ofOther {
      var other = one.firm
      other.id = maker.newID()
      other.creditCode = CreditCodeMaker.code(region: one.firm.region, &maker.random)
      other.name += "二厂"
      for place in other.years.indices { other.years[place].id = maker.newID() }
      agreement.enterprise = other.id
      one.others = [Enterprise.schema.document(other)]
    }
    one.event.agreements = [agreement]
  }
}
