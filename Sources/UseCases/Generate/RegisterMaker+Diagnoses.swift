import Domain

extension RegisterMaker {
  /// A visit for more than half of the firms, some of them a second one; recommendations that became projects name them.
  mutating func makeDiagnoses() -> [Diagnosis] {
    var all: [Diagnosis] = []
    for firm in firms where random.chance(firm.keyEnergyUser || firm.lastEnergy >= Amount(5000) ? 82 : 58) {
      all.append(makeDiagnosis(firm, day(20_220_301, 20_230_625), "general"))
      if random.chance(9) {
        all.append(makeDiagnosis(firm, day(20_221_201, 20_230_625), random.pick(["air", "motors", "power"])))
      }
      if random.chance(4) {
        var planned = makeDiagnosis(firm, today, "carbon")
        planned.plannedOn = today.adding(days: random.int(-40...70))
        (planned.visitedOn, planned.reportedOn, planned.confirmedOn, planned.reportNumber) = (nil, nil, nil, "")
        (planned.recommendations, planned.findings, planned.days) = ([], "", nil)
        (planned.energy, planned.baseYear, planned.basis, planned.satisfaction) = (nil, nil, "", "")
        all.append(planned)
      }
    }
    return all
  }

  private mutating func makeDiagnosis(_ firm: Enterprise, _ visit: Day, _ kind: String) -> Diagnosis {
    var diagnosis = Diagnosis()
    diagnosis.id = newID()
    diagnosis.enterprise = firm.id
    diagnosis.region = firm.region
    diagnosis.kind = kind
    diagnosis.provider = random.pick(["浙江样例节能技术服务有限公司", "样例绿源能源科技有限公司", "样例远恒能效工程有限公司", "样例能效诊断中心有限公司"])
    diagnosis.leader = person()
    diagnosis.members = "\(person())、\(person())"
    diagnosis.contact = firm.contact
    diagnosis.phone = firm.phone
    diagnosis.plannedOn = visit.adding(days: -random.int(2...20))
    diagnosis.visitedOn = visit
    diagnosis.days = random.int(1...4)
    diagnosis.fee = Amount(random.int(1...8))
    diagnosis.reportedOn = later(visit, 8...34)
    if let reported = diagnosis.reportedOn {
      diagnosis.reportNumber = "ZD-\(reported.year)-\(firm.region.suffix(4))-\(random.int(100...999))"
      diagnosis.confirmedOn = later(reported, 2...15)
      diagnosis.baseYear = firm.years.last?.year
      diagnosis.energy = firm.lastEnergy
      diagnosis.basis = Bases.equivalent
      diagnosis.electricity = firm.years.last?.electricity
      diagnosis.findings = random.pick([
        "空压系统泄漏率偏高，无集控；部分电机为二级能效以下", "余热直接排放，蒸汽冷凝水未回收；保温破损", "变压器负载率低，功率因数偏低；照明未改造",
        "能源计量器具配备不足，三级计量缺失；无能源管理平台",
      ])
      diagnosis.satisfaction = random.pick(weighted: [("satisfied", 80), ("fair", 17), ("dissatisfied", 3)])
      if random.chance(10) {
        diagnosis.checkedOn = later(reported, 20...60)
        if diagnosis.checkedOn != nil { diagnosis.check = random.pick(weighted: [("passed", 90), ("redo", 10)]) }
      }
      makeRecommendations(&diagnosis, firm)
    }
    return diagnosis
  }

  private mutating func makeRecommendations(_ diagnosis: inout Diagnosis, _ firm: Enterprise) {
    // Projects that began after the visit may have come of it.
    for place in projectsOf[firm.id] ?? [] {
      let project = projects[place]
      guard diagnosis.kind == "general", project.diagnosis == nil, random.chance(60),
        let start = project.startMonth, let visit = diagnosis.visitedOn, start > Month(of: visit)
      else { continue }
      var row = Recommendation()
      row.id = newID()
      row.number = "\(diagnosis.recommendations.count + 1)"
      row.kind = project.kind
      row.content = project.name
      row.cost = "high"
      row.investment = Amount.total([
        project.investmentEquipment, project.investmentConstruction, project.investmentOther,
      ])
      row.saving = Amount.total(project.measures.map(\.saving))
      row.adoption = "adopted"
      row.plannedBy = project.deadline
      diagnosis.recommendations.append(row)
      projects[place].diagnosis = diagnosis.id
      projects[place].recommendation = row.number
    }
    let ideas: [(String, String, String, ClosedRange<Int>)] = [
      ("general_equipment", "空压机泄漏治理与压力优化", "none", 0...1), ("general_equipment", "更换一级能效永磁变频空压机", "medium", 30...90),
      ("general_equipment", "淘汰落后电机，更换 IE5 永磁电机", "medium", 40...200),
      ("waste_heat", "烟气余热回收用于工艺预热", "high", 120...600),
      ("energy_centre", "补齐三级计量，建设能源管理平台", "medium", 40...160), ("roof_pv", "厂房屋顶建设分布式光伏", "high", 400...2000),
      ("general_equipment", "蒸汽管网保温修复与疏水阀更换", "none", 0...2),
    ]
    for idea in ideas.shuffled(using: &random).prefix(random.int(2...4)) {
      var row = Recommendation()
      row.id = newID()
      row.number = "\(diagnosis.recommendations.count + 1)"
      (row.kind, row.content, row.cost) = (idea.0, idea.1, idea.2)
      if row.cost != "none" { row.investment = Amount(random.int(idea.3)) }
      if row.kind != "roof_pv" { row.saving = firm.lastEnergy.times(Int64(random.int(3...18)), over: 1000)?.whole }
      row.benefit = row.saving?.times(12, over: 100)?.roundedToTenths
      row.adoption = random.pick(weighted: [("adopted", 50), ("considering", 30), ("declined", 20)])
      if row.adoption == "declined" { row.reason = random.pick(["投资回收期长", "近期有搬迁计划", "影响连续生产"]) }
      if row.adoption == "adopted", row.cost == "none" { row.doneOn = later(diagnosis.reportedOn, 10...80) }
      if row.adoption == "adopted" {
        row.plannedBy = diagnosis.reportedOn.map { Month(of: $0).adding(months: random.int(4...14)) }
      }
      // What was adopted half a year ago has its project, but for a few.
      if row.adoption == "adopted", row.cost != "none", let reported = diagnosis.reportedOn,
        reported.adding(days: 180) < today, (row.investment ?? .zero).scaled / Amount.scale % 16 != 0
      {
        (row.adoption, row.plannedBy) = ("considering", nil)
      }
      diagnosis.recommendations.append(row)
    }
  }
}
