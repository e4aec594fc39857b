import Domain

extension AccountMaker {
  /// Two or three opinions on a filing, from experts without interest.
  mutating func makeOpinions(_ project: Project, _ filing: FilingRecord) -> [Opinion] {
    let firm = firms.last { $0.id == project.enterprise }
    guard let sector = firm?.sector, let tier = Tier(rawValue: filing.tier),
      let region = reference.regions.ancestor(of: project.region, at: tier.level)?.code
    else { return [] }
    let fitting = experts.filter { expert in
      expert.skills.contains { $0.sector == sector }
        && ExpertInterest.between(expert, project, firm, on: today, reference).isEmpty
    }
    let assigned = max(filing.submittedOn ?? today, Day(number: 20_221_001) ?? today)
    return fitting.prefix(random.int(2...3)).compactMap { expert in
      guard (expert.appointedOn ?? .first) <= assigned, assigned <= today else { return nil }
      var opinion = Opinion()
      opinion.id = newID()
      opinion.region = region
      opinion.project = project.id
      opinion.expert = expert.id
      opinion.tier = filing.tier
      opinion.filingNumber = filing.number
      opinion.assignedOn = assigned
      opinion.assignedBy = "审核员"
      opinion.dueOn = assigned.adding(days: AssignExperts.days)
      let given = assigned.adding(days: random.int(2...9))
      let isGiven = filing.isOpen ? random.chance(55) : true
      guard isGiven, given <= today else { return opinion }
      opinion.isWithoutInterest = true
      opinion.givenOn = given
      let points = random.int(62...95)
      opinion.verdict = points >= 80 ? "agree" : points >= 68 ? "agree_changed" : "disagree"
      opinion.text = random.pick(["技术路线成熟，节能量计算依据充分。", "方案可行，建议补充改造前后能耗实测数据。", "改造内容明确，投资与节能量基本匹配。"])
      opinion.scores = makeScores(points)
      return opinion
    }
  }

  /// Five criteria of twenty points each, together the total.
  private mutating func makeScores(_ points: Int) -> [OpinionScore] {
    let base = points / 5
    return OpinionCodes.criteria.codes.enumerated().map { place, code in
      var row = OpinionScore()
      row.id = newID()
      row.criterion = code.id
      row.full = Amount(20)
      row.score = Amount(base + (place < points % 5 ? 1 : 0))
      return row
    }
  }

  mutating func makeEvent(_ number: Int) -> PromotionEvent {
    var event = PromotionEvent()
    event.id = newID()
    let sector = random.pick(["building_materials", "textile", "paper", "chemical", "chemical_fibre", "other"])
    let word = Sectors.list[sector]?.label.zh ?? ""
    event.kind = ["demonstration", "training", "matchmaking"][number % 3]
    event.sector = event.kind == "training" ? "" : sector
    event.region = random.pick(["330000", "330100", "330400", "330500", "330600", "330700"])
    let day = today.adding(days: number == 0 ? 24 : number == 1 ? -6 : -random.int(20...330))
    event.day = day
    event.days = random.int(1...2)
    event.place = "\(reference.regions[event.region]?.shortName ?? "")样例会展中心"
    event.organiser = reference.regions[event.region]?.level == .province ? "省经信厅" : "市经信局"
    event.topics = random.pick(["高效电机与变频调速", "余热余压深度利用", "能碳一体化管理平台", "低碳染整技术", "新型节能窑炉"])
    event.name = "\(word)行业\(event.topics)\(EventCodes.kinds[event.kind]?.label.zh ?? "")"
    event.document = "浙经信绿色便函〔\(day.year)〕\(random.int(10...90))号"
    // The second one was held and nobody wrote down what came of it.
    event.state = number < 2 ? "planned" : "held"
    guard event.state == "held" else { return event }
    event.people = random.int(60...260)
    event.firms = random.int(25...120)
    event.agreements = (0..<random.int(1...4)).compactMap { _ in makeAgreement(day) }
    return event
  }

  private mutating func makeAgreement(_ day: Day) -> Agreement? {
    guard !works.isEmpty, !firms.isEmpty, !providers.isEmpty else { return nil }
    var agreement = Agreement()
    agreement.id = newID()
    agreement.provider = random.pick(providers).id
    agreement.kind = random.pick(["contract", "equipment", "works"])
    agreement.content = random.pick(["空压站节能改造", "余热回收装置", "电机能效提升", "屋顶光伏合同能源管理"])
    agreement.amount = Amount(random.int(3...60) * 20)
    agreement.state = random.pick(weighted: [("converted", 35), ("signed", 45), ("intended", 20)])
    if agreement.state != "intended" { agreement.signedOn = min(today, day.adding(days: random.int(0...20))) }
    if agreement.state == "converted" {
      let work = random.pick(works)
      agreement.project = work.id
      agreement.enterprise = work.enterprise
    } else {
      agreement.enterprise = random.pick(firms).id
    }
    return agreement
  }
}
