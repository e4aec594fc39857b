import Domain

extension AccountMaker {
  private static let places: [(kind: String, text: String, basis: String)] = [
    ("obsolete", "在用Y2系列淘汰电动机6台", "节约能源法第七十一条"),
    ("metering", "三级能源计量器具配备率不足", "节约能源法第二十七条"),
    ("limit_exceeded", "单位产品能耗超过限额标准限定值", "节约能源法第七十二条"),
    ("management", "未设立能源管理岗位", "节约能源法第五十五条"),
    ("statistics", "能源统计台账与计量数据不一致", "节约能源法第五十三条"),
  ]

  /// Last year's inspection: closed, some of them with violations that were put right.
  mutating func makePastInspection(_ firm: Enterprise) -> Inspection {
    var inspection = listed(firm, year: 2022, reason: "key_user")
    let visited = Day(year: 2022, month: random.int(8...11), day: random.int(2...27)) ?? today
    visit(&inspection, visited)
    inspection.outcome = "compliant"
    if random.chance(35) {
      var finding = makeFinding(visited)
      finding.rectifiedOn = finding.deadline?.adding(days: -random.int(2...15))
      finding.proof = "整改报告及照片，存监察卷宗"
      finding.verifiedOn = finding.deadline
      finding.verifiedBy = makePerson()
      inspection.findings = [finding]
      inspection.outcome = "rectified"
    }
    inspection.closedOn = visited.adding(days: 60)
    return inspection
  }

  /// This year's, for a rating of level 5: on the list, visited, or with something still to be put right.
  mutating func makeInspection(_ firm: Enterprise) -> Inspection {
    var inspection = listed(firm, year: today.year, reason: "level_five")
    let kind = random.pick(weighted: [("listed", 45), ("visited", 20), ("rectifying", 35)])
    inspection.plannedOn = today.adding(days: kind == "listed" ? random.int(-12...75) : -random.int(20...60))
    guard kind != "listed" else { return inspection }
    let visited = today.adding(days: -random.int(15...60))
    visit(&inspection, visited)
    guard kind == "rectifying" else { return inspection }
    inspection.findings = (0..<random.int(1...2)).map { _ in makeFinding(visited) }
    if random.chance(40) {
      inspection.findings[0].deadline = today.adding(days: -random.int(1...9))
    }
    return inspection
  }

  private mutating func listed(_ firm: Enterprise, year: Int, reason: String) -> Inspection {
    var inspection = Inspection()
    inspection.id = newID()
    inspection.region = firm.region
    inspection.enterprise = firm.id
    inspection.year = year
    inspection.reason = reason
    inspection.reasonText = reason == "level_five" ? "2022年碳效5级" : "重点用能单位年度监察计划"
    inspection.listDocument = "浙节能监〔\(year)〕\(random.int(3...9))号"
    inspection.listedOn = Day(year: year, month: 5, day: random.int(8...26))
    return inspection
  }

  private mutating func visit(_ inspection: inout Inspection, _ day: Day) {
    inspection.visitedOn = day
    inspection.body = "\(reference.regions.city(of: inspection.region)?.shortName ?? "")节能监察中心"
    inspection.inspectors = "\(makePerson())、\(makePerson())"
    inspection.scope = random.pick(["limits", "equipment", "management", "all"])
    inspection.reportNumber = "节监〔\(day.year)〕\(random.int(10...240))号"
  }

  mutating func makeFinding(_ day: Day) -> InspectionFinding {
    let chosen = random.pick(Self.places)
    var finding = InspectionFinding()
    finding.id = newID()
    finding.day = day
    finding.kind = chosen.kind
    finding.text = chosen.text
    finding.basis = chosen.basis
    finding.isViolation = true
    finding.noticeNumber = "节监限改〔\(day.year)〕\(random.int(5...90))号"
    finding.noticeDay = day.adding(days: 3)
    finding.deadline = day.adding(days: random.int(30...75))
    return finding
  }
}
