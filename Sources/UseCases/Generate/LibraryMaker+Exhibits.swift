import Domain

/// One record of the sample that was made on purpose: a special case, or a fault that one rule is there to find.
package struct Exhibit {
  /// The rule that must find it; nil for a special case without a fault.
  package let rule: String?
  /// In the order in which they can be written.
  package let documents: [Document]
}

/// What a fault may touch: a project with its enterprise and line, all sound before.
struct FaultCase {
  var enterprise: Enterprise
  var line: EfficiencyLine
  var project: Project
  /// What a fault needs beside the three.
  var others: [Document] = []
  let today: Day

  func milestone(_ stage: String) -> Int? { project.milestones.firstIndex { $0.stage == stage } }
}

extension LibraryMaker {
  private static let exhibitNames = [
    "熟料线节能降碳改造", "预热器与冷却机改造", "烧成系统优化改造", "窑头窑尾系统改造", "分解炉及预热系统改造", "冷却机升级改造", "熟料烧成节煤改造",
  ]

  /// Special cases and one deliberate fault for each rule that a record can break by itself.
  package mutating func makeExhibits() -> [Exhibit] {
    [makeSharedProject(), makeUncodedEnterprise()]
      + Self.faults.enumerated().map { index, entry in
        let (rule, spoil) = entry
        var fault = makeFaultCase(index, isBegun: index >= Self.declaredFaults.count)
        spoil(&fault, &self)
        // What a project links to stands before it.
        let isEarly = { (document: Document) in
          document.register == Enterprise.schema.id || document.register == CatalogueItem.schema.id
        }
        let firms = fault.others.filter(isEarly)
        let rest = fault.others.filter { !isEarly($0) }
        return Exhibit(
          rule: rule,
          documents: [Enterprise.schema.document(fault.enterprise)] + firms
            + [EfficiencyLine.schema.document(fault.line), Project.schema.document(fault.project)] + rest)
      }
  }

  /// A PV project of one firm on roofs in three counties of Huzhou: one record of its lead county, with shares.
  private mutating func makeSharedProject() -> Exhibit {
    var fault = makeFaultCase(0, isBegun: false)
    fault.enterprise.region = "330523"
    fault.line.region = "330523"
    var project = Project()
    project.id = newID()
    project.region = "330523"
    project.enterprise = fault.enterprise.id
    project.name = "三县联建屋顶光伏12MW"
    project.focusArea = "facilities"
    project.kind = "roof_pv"
    project.content = "利用安吉、长兴、德清三地厂区屋顶建设分布式光伏电站，自发自用、余电上网"
    project.startMonth = Month(number: 202305)
    project.deadline = Month(number: 202311)
    project.baseYear = 2022
    project.pvKilowatts = Amount(12_000)
    project.pvArea = Amount(120_000)
    project.renewableOutput = Amount(1260)
    project.investmentEquipment = Amount(4_300)
    project.investmentConstruction = Amount(500)
    project.contact = makePerson()
    project.phone = makePhone()
    for (region, kilowatts, money) in [("330523", 6_000, 2_400), ("330522", 3_500, 1_400), ("330521", 2_500, 1_000)] {
      var share = ProjectShare()
      share.id = newID()
      share.region = region
      share.kilowatts = Amount(kilowatts)
      share.investment = Amount(money)
      project.shares.append(share)
    }
    return Exhibit(
      rule: nil, documents: [Enterprise.schema.document(fault.enterprise), Project.schema.document(project)])
  }

  /// An enterprise whose code is not known yet: it gets a temporary one and stands on the list of codes to complete.
  private mutating func makeUncodedEnterprise() -> Exhibit {
    var enterprise = makeFaultCase(0, isBegun: false).enterprise
    enterprise.creditCode = "LS330523000001"
    enterprise.region = "330523"
    return Exhibit(rule: "R61", documents: [Enterprise.schema.document(enterprise)])
  }

  /// A cement works in a county with one line between the levels and a sound project on it: a draft, or one that was
  /// admitted, begun and finished.
  private mutating func makeFaultCase(_ index: Int, isBegun: Bool) -> FaultCase {
    let trade = MadeUpTrade.all.first { $0.word == "水泥" } ?? MadeUpTrade.all[0]
    var enterprise = makeEnterprise(trade, 0)
    enterprise.state = "running"
    var line = EfficiencyLine()
    line.id = newID()
    line.enterprise = enterprise.id
    line.region = enterprise.region
    line.line = "1#熟料线"
    line.product = "水泥熟料"
    line.year = 2022
    line.basis = Bases.equivalent
    line.source = "能源审计与统计报表"
    line.consumption = Amount(108)
    line.comparable = Amount(108)
    line.output = Amount(scaled: (enterprise.years.last?.energy ?? Amount(50_000)).scaled * 7).wholeHundreds
    line.capacity = line.output?.percent(112).wholeHundreds
    line.action = "retrofit"
    line.actionBy = Month(of: today).adding(months: 10)
    line.expectedConsumption = Amount(100)

    var project = Project()
    project.id = newID()
    project.region = enterprise.region
    project.division = enterprise.division
    project.enterprise = enterprise.id
    project.line = line.id
    project.name = Self.exhibitNames[index % Self.exhibitNames.count]
    project.focusArea = "process"
    project.kind = "process_retrofit"
    project.content = "更换六级预热器与第四代冷却机，优化烧成系统"
    let shift = isBegun ? 0 : 13
    project.startMonth = Month(number: 202209)?.adding(months: shift)
    project.deadline = Month(number: 202303)?.adding(months: shift)
    project.benchmarking = "levels"
    project.unitBefore = Amount(108)
    project.unitAfter = Amount(100)
    project.basis = Bases.equivalent
    project.baseYear = 2022
    project.savingMethod = "carriers"
    project.savingSource = "熟料产量×单耗降低量，数据取自2022年能源统计"
    project.isCodeExempt = true
    project.contact = enterprise.contact
    project.phone = enterprise.phone
    let used = line.output?.multiplied(by: Amount(108))?.times(1, over: 1000) ?? Amount(10_000)
    let saved = line.output?.multiplied(by: Amount(8))?.times(1, over: 1000) ?? Amount(800)
    var coal = EnergyUse()
    coal.id = newID()
    coal.carrier = "raw_coal"
    let perTonne = tce("raw_coal", Amount(1)) ?? Amount(1)
    coal.before = used.divided(by: perTonne)?.whole
    coal.after = (used - saved).divided(by: perTonne)?.whole
    project.energy = [coal]
    project.investmentEquipment = saved.whole
    project.investmentConstruction = Amount(120)
    project.investmentOther = Amount(30)
    var measure = ProjectMeasure()
    measure.id = newID()
    measure.name = "高效预热与冷却装备"
    measure.quantity = Amount(1)
    measure.quantityUnit = "套"
    measure.investment = saved.whole
    project.measures = [measure]
    for (stage, day) in [
      ("preparation", 20220601), ("registration", 20220715), ("start", 20220905), ("equipment", 20221120),
      ("installation", 20230120), ("completion", 20230320),
    ] {
      var milestone = Milestone()
      milestone.id = newID()
      milestone.stage = stage
      milestone.planned = Day(number: day)?.adding(days: isBegun ? 0 : 395)
      if isBegun { milestone.actual = milestone.planned }
      project.milestones.append(milestone)
    }
    if isBegun {
      var membership = Membership()
      membership.id = newID()
      membership.tier = Tier.county.rawValue
      membership.state = MembershipState.admitted.rawValue
      membership.admittedOn = Day(number: 20220818)
      membership.admittedDocument = "县经信〔2022〕\(20 + index)号"
      project.memberships = [membership]
    }
    return FaultCase(enterprise: enterprise, line: line, project: project, today: today)
  }
}
