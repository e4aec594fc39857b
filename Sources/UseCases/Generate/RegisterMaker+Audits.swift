import Domain

extension RegisterMaker {
  /// Mandatory audits where a firm's trade or lines give a reason, voluntary ones among the rest.
  mutating func makeAudits() -> [Audit] {
    firms.compactMap { firm -> Audit? in
      let below = (linesOf[firm.id] ?? []).contains { lines[$0].action == "retire" || lines[$0].action == "replace" }
      let isDirty = ["chemical", "petrochemical", "textile", "nonferrous", "steel", "paper"].contains(firm.sector)
      guard random.chance(below ? 80 : isDirty ? 42 : 20) else { return nil }
      return makeAudit(firm, isMandatory: below || isDirty && random.chance(55))
    }
  }

  private mutating func makeAudit(_ firm: Enterprise, isMandatory: Bool) -> Audit {
    var audit = Audit()
    audit.id = newID()
    audit.enterprise = firm.id
    audit.region = firm.region
    let year = random.pick(weighted: [(2021, 20), (2022, 50), (2023, 30)])
    audit.year = year
    audit.round = random.pick(weighted: [(1, 60), (2, 30), (3, 10)])
    audit.kind = isMandatory ? "mandatory" : "voluntary"
    audit.consultant = random.pick(["浙江样例清洁生产中心有限公司", "样例环保科技咨询有限公司"])
    audit.contact = firm.contact
    audit.phone = firm.phone
    let listed = day(year * 10_000 + 215, year * 10_000 + 425)
    if isMandatory {
      audit.reason =
        ["textile", "paper"].contains(firm.sector)
        ? random.pick(["over_total", "over_concentration"])
        : random.pick(["toxic_used", "toxic_emitted", "over_total"])
      audit.reasonText = ["toxic_used", "toxic_emitted"].contains(audit.reason) ? "含重金属、有机溶剂" : "化学需氧量、氨氮"
      audit.listedOn = listed
      audit.listDocument = "浙环函〔\(year)〕\(random.int(40...120))号"
      audit.dueOn = listed.adding(days: 365)
      audit.announcedOn = random.chance(95) ? later(listed, 10...28) : nil
    }
    audit.startedOn = later(listed, 20...58)
    audit.reportedOn = later(audit.startedOn, 120...200)
    audit.assessedOn = later(audit.reportedOn, 10...40)
    if audit.assessedOn != nil { audit.assessment = "passed" }
    makeSchemes(&audit, firm)
    audit.acceptedOn = random.chance(88) ? later(audit.assessedOn, 20...70) : nil
    if let accepted = audit.acceptedOn {
      audit.acceptance = random.pick(weighted: [("passed", 94), ("correct", 6)])
      audit.acceptedBy = "\(city(firm.region))市生态环境局"
      audit.document = "\(city(firm.region))环清〔\(accepted.year)〕\(random.int(10...99))号"
      audit.level = random.pick(weighted: [("leading", 8), ("advanced", 62), ("basic", 30)])
    }
    return audit
  }

  private mutating func makeSchemes(_ audit: inout Audit, _ firm: Enterprise) {
    guard audit.reportedOn != nil else { return }
    let ideas: [(String, String, String)] = [
      ("加强原料计量与跑冒滴漏治理", "none", "management"), ("员工清洁生产培训与考核", "none", "staff"),
      ("冷凝水回收利用", "medium", "waste"), ("高效电机替换", "medium", "equipment"), ("废气治理设施提升与余热利用", "high", "technology"),
      ("中水回用系统改造", "high", "waste"),
    ]
    for (name, cost, kind) in ideas.shuffled(using: &random).prefix(random.int(3...5)) {
      var scheme = AuditScheme()
      scheme.id = newID()
      (scheme.name, scheme.cost, scheme.kind) = (name, cost, kind)
      if cost != "none" { scheme.investment = Amount(random.int(cost == "high" ? 80...600 : 8...70)) }
      scheme.saving = firm.lastEnergy.times(Int64(random.int(1...8)), over: 1000)?.whole
      if kind == "waste" { scheme.water = Amount(random.int(5...400) * 100) }
      if kind == "management" { scheme.waste = Amount(random.int(1...60)) }
      scheme.benefit = Amount(random.int(2...120))
      scheme.plannedOn = audit.reportedOn?.adding(days: 10)
      scheme.doneOn = random.chance(92) ? later(audit.startedOn, 60...115) : nil
      audit.schemes.append(scheme)
    }
  }
}
