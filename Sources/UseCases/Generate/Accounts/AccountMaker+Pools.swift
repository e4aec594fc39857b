import Domain

extension AccountMaker {
  private static let employers = [
    "样例理工大学", "样例省节能协会", "样例省能源研究院", "样例化工设计院", "样例建材科学研究院", "样例纺织研究院", "样例冶金设计院", "样例循环经济学会",
    "样例造纸研究所", "样例电力科学研究院",
  ]

  mutating func makeExpert(_ number: Int) -> Expert {
    var expert = Expert()
    expert.id = newID()
    let city = random.pick(["330100", "330200", "330300", "330400", "330500", "330600", "330700", "331000"])
    // Most work in the capital or for the province, and avoid only their own city.
    expert.region = random.chance(50) ? "330000" : city
    expert.name = makePerson()
    expert.employer = Self.employers[number % Self.employers.count] + (number < 30 ? "" : "分院")
    expert.title = random.pick(["教授级高级工程师", "高级工程师", "教授", "研究员"])
    expert.post = random.pick(["总工程师", "所长", "首席专家", "室主任"])
    expert.degree = random.pick(["博士", "硕士", "本科"])
    expert.batch = number < 40 ? "第一批" : "第二批"
    expert.document = number < 40 ? "浙经信绿色〔2022〕168号" : "浙经信绿色〔2023〕45号"
    expert.appointedOn = Day(number: number < 40 ? 20_220_920 : 20_230_410)
    expert.termUntil = Day(number: number < 40 ? 20_250_919 : 20_260_409)
    expert.phone = makePhone()
    let sectors = Sectors.list.codes.map(\.id)
    let first = sectors[number % sectors.count]
    expert.skills = [(first, "review"), (first, random.pick(["planning", "training", "promotion"]))].map {
      sector, skill in
      var row = ExpertSkill()
      row.id = newID()
      row.sector = sector
      row.skill = skill
      row.area = random.pick(["process", "facilities", "new_energy", "recycling"])
      return row
    }
    if random.chance(40) {
      var service = ExpertService()
      service.id = newID()
      service.day = today.adding(days: -random.int(20...200))
      service.kind = "training"
      service.content = "节能降碳技术改造培训授课"
      service.result = "参训\(random.int(30...160))人"
      expert.services = [service]
    }
    return expert
  }

  mutating func makeProvider(_ number: Int) -> Provider {
    var provider = Provider()
    provider.id = newID()
    let cities = reference.regions.children(of: "330000").map(\.code)
    let city = cities[number % cities.count]
    let counties = reference.regions.children(of: city).filter { !$0.isLocal }
    let county = random.pick(counties)
    provider.region = county.code
    provider.creditCode = CreditCodeMaker.code(region: county.code, &random)
    let trade = random.pick(["节能科技", "能源管理", "绿色技术", "低碳环保", "工程设计"])
    provider.name = "\(county.shortName)\(random.pick(MadeUpNames.first))\(random.pick(MadeUpNames.second))\(trade)有限公司"
    provider.batch = number < 15 ? "第一批" : "第二批"
    provider.document = number < 15 ? "浙经信绿色〔2022〕201号" : "浙经信绿色〔2023〕62号"
    provider.appointedOn = Day(number: number < 15 ? 20_221_110 : 20_230_425)
    provider.termUntil = Day(number: number < 15 ? 20_251_109 : 20_260_424)
    provider.isPromoted = random.chance(20)
    provider.staff = random.int(12...160)
    provider.qualifications = random.pick(["工程设计乙级", "节能服务公司备案", "清洁生产咨询机构", "能源审计机构"])
    provider.contact = makePerson()
    provider.phone = makePhone()
    provider.areas = (number % 4 == 0 ? ["330000"] : [city, random.pick(cities)]).map { region in
      var row = ProviderArea()
      row.id = newID()
      row.region = region
      return row
    }
    let trades = (0..<3).map { _ in random.pick(MadeUpTrade.all) }
    provider.trades = trades.enumerated().map { place, trade in
      var row = ProviderTrade()
      row.id = newID()
      row.sector = trade.sector
      row.industry = trade.industry
      row.service = ["diagnosis", "works", "contract"][place]
      return row
    }
    provider.works = (0..<random.int(0...4)).map { _ in makeWork(random.pick(["diagnosis", "works", "contract"])) }
    var review = ProviderReview()
    review.id = newID()
    review.year = 2022
    review.grade = random.pick(weighted: [("excellent", 25), ("good", 45), ("passed", 30)])
    review.day = Day(number: 20_230_310)
    if number < 15 { provider.reviews = [review] }
    return provider
  }

  private mutating func makeWork(_ service: String) -> ProviderWork {
    var work = ProviderWork()
    work.id = newID()
    work.day = today.adding(days: -random.int(30...500))
    work.service = service
    work.content = service == "diagnosis" ? "企业节能降碳诊断" : "余热利用与电机系统节能改造"
    work.saving = service == "diagnosis" ? nil : Amount(random.int(80...2600))
    work.amount = Amount(random.int(8...900))
    work.rating = random.int(3...5)
    return work
  }

  /// The plan's duties with where they stand in mid-2023.
  mutating func makeDuties() -> [Duty] {
    PlanDuties.all(region: "330000", reference.targets).map { duty in
      var duty = duty
      duty.id = newID()
      duty.state = random.pick(weighted: [("under_way", 78), ("not_started", 10), ("done", 12)])
      if duty.state == "done", !duty.isStanding { duty.doneOn = today.adding(days: -random.int(20...200)) }
      if duty.state == "done", duty.isStanding { duty.state = "under_way" }
      if duty.state != "not_started" {
        var row = DutyProgress()
        row.id = newID()
        row.day = today.adding(days: -random.int(5...60))
        row.text = random.pick(["已部署各市落实，按季调度", "完成摸底，形成工作清单", "召开专题会推进", "已列入年度重点工作并分解到市"])
        row.department = duty.lead
        duty.progress = [row]
      }
      if duty.deliverable != "工作进展", duty.state != "not_started" {
        var document = DutyDocument()
        document.id = newID()
        document.title = "浙江省\(duty.deliverable)"
        document.state = duty.state == "done" ? "issued" : "consulting"
        if duty.state == "done" {
          document.number = "浙经信绿色〔2022〕\(random.int(150...240))号"
          document.day = duty.doneOn
          document.issuer = duty.lead
        }
        duty.documents = [document]
      }
      return duty
    }
  }
}
