import Domain

extension RegisterMaker {
  /// One park for each region that has enterprises in one: they belong to it from now on.
  mutating func makeParks() -> [Park] {
    var places: [String: [Int]] = [:]
    for (place, firm) in enterprises.enumerated() where !firm.park.isEmpty {
      places[firm.region, default: []].append(place)
    }
    return places.sorted { $0.key < $1.key }.enumerated().compactMap { number, entry in
      guard let region = reference.regions[entry.key] else { return nil }
      let members = entry.value
      let park = makePark(region, number, members.map { enterprises[$0] })
      for member in members {
        enterprises[member].industrialPark = park.id
        enterprises[member].park = park.name
      }
      return park
    }
  }

  private mutating func makePark(_ region: Region, _ number: Int, _ members: [Enterprise]) -> Park {
    var park = Park()
    park.id = newID()
    park.code = "YQ\(region.code)\(number % 90 + 10)"
    park.name = "\(region.shortName)样例工业园区"
    park.region = region.code
    park.level = random.pick(weighted: [("nation", 20), ("province", 55), ("local", 25)])
    park.kind =
      park.level == "local"
      ? random.pick(["small_firms", "cluster"]) : random.pick(["development", "economic", "high_tech"])
    park.approvedOn = day(19_920_101, 20_151_231)
    park.approvedDocument = "浙政函〔\(park.approvedOn?.year ?? 2000)〕\(random.int(1...120))号"
    park.area = Amount(random.int(4...60))
    park.industries = random.pick(["高端装备、新材料", "现代纺织、化纤", "绿色石化、精细化工", "绿色家居、造纸", "金属制品、汽车零部件"])
    park.manager = "\(region.shortName)样例工业园区管理委员会"
    park.contact = person()
    park.phone = phone()
    park.surveyedOn = random.chance(92) ? day(20_220_915, 20_230_331) : nil
    if park.surveyedOn != nil {
      park.survey =
        park.level == "local"
        ? random.pick(["not_ready", "exempt"])
        : random.pick(weighted: [("ready", 74), ("done", 14), ("not_ready", 12)])
      if park.survey == "not_ready" || park.survey == "exempt" {
        park.surveyReason = random.pick(["企业少、体量小，循环链条不成形", "正在扩区调整，待规划批复后启动", "以轻加工为主，能耗水耗低"])
      }
    }
    makeYears(&park, members)
    if park.survey == "ready" { makePlan(&park) }
    if park.planApprovedOn != nil || park.survey == "done" { makeGrades(&park) }
    return park
  }

  private mutating func makePlan(_ park: inout Park) {
    park.batch = random.pick(["第一批", "第一批", "第二批"])
    park.listDocument = "浙发改环资〔\(park.batch == "第一批" ? 2022 : 2023)〕\(random.int(11...88))号"
    guard random.chance(78) else { return }
    park.preparedBy = "浙江样例环境工程咨询有限公司"
    let first = (park.surveyedOn?.adding(days: 20) ?? today).number
    park.planApprovedOn = day(first, 20_230_630)
    park.planDocument = "\(city(park.region))发改〔\(park.planApprovedOn?.year ?? 2023)〕\(random.int(20...90))号"
    park.planStart = park.planApprovedOn.map { Month(of: $0) }
    park.planDeadline = park.planStart?.adding(months: random.int(14...30))
    let names: [(String, [String])] = [
      ("layout", ["危化品企业集中布局调整"]), ("structure", ["低效用地企业退出与提升"]), ("chains", ["余热余压梯级利用管网", "副产蒸汽互供"]),
      ("efficiency", ["中水回用管网", "空压站集中供气"]), ("pollution", ["集中污水处理厂提标", "一般固废集中收运中心"]),
      ("facilities", ["园区屋顶光伏", "绿色照明与充电设施"]), ("management", ["园区能碳管理平台"]),
    ]
    for (kind, choices) in names where random.chance(80) {
      var task = ParkTask()
      task.id = newID()
      task.kind = kind
      task.name = random.pick(choices)
      task.owner = random.chance(50) ? park.manager : firm("公用工程")
      task.investment = Amount(random.int(4...90) * 100)
      task.deadline = park.planDeadline?.adding(months: -random.int(0...8))
      let share = random.int(0...110)
      task.invested = task.investment?.percent(min(100, share)).whole
      if share >= 100 { task.finishedOn = later(park.planApprovedOn, 60...200) }
      park.tasks.append(task)
    }
    park.planInvestment = Amount.total(park.tasks.map(\.investment))
  }

  private mutating func makeGrades(_ park: inout Park) {
    for year in park.survey == "done" ? [2021, 2022] : [2022] {
      let grade = random.pick(weighted: [("excellent", 22), ("good", 45), ("passed", 28), ("failed", 5)])
      let scores = ["excellent": 90...97, "good": 75...89, "passed": 61...74, "failed": 45...58]
      var row = ParkGrade()
      row.id = newID()
      row.year = year
      row.grade = grade
      row.score = Amount(random.int(scores[grade] ?? 60...70))
      row.assessedOn = day((year + 1) * 10_000 + 301, (year + 1) * 10_000 + 530)
      row.assessor = "浙江样例循环经济研究中心"
      row.document = "浙发改环资〔\(year + 1)〕\(random.int(90...140))号"
      if grade == "failed" {
        row.findings = "中水回用管网未建成，一般固废去向台账不全"
        row.rectifyBy = row.assessedOn?.adding(days: 90)
      }
      park.grades.append(row)
    }
  }

  /// Its years are the sums of its enterprises' years, so that the park and they agree.
  private mutating func makeYears(_ park: inout Park, _ members: [Enterprise]) {
    for year in [2021, 2022] {
      let rows = members.filter { $0.plant == "00" }.compactMap { $0.year(year) }
      guard !rows.isEmpty else { continue }
      var sum = ParkYear()
      sum.id = newID()
      sum.year = year
      sum.output = Amount.total(rows.map(\.output))
      sum.valueAdded = Amount.total(rows.map(\.valueAdded))
      sum.energy = Amount.total(rows.map(\.energy))
      sum.basis = Bases.equivalent
      sum.water = Amount.total(rows.map(\.water))
      sum.waterReused = sum.water?.percent(random.int(180...600))
      sum.wasteMade = Amount.total(rows.map(\.wasteMade))
      sum.wasteUsed = Amount.total(rows.map(\.wasteUsed))
      sum.co2 = Amount.total(rows.map(\.co2))
      park.years.append(sum)
    }
  }
}
