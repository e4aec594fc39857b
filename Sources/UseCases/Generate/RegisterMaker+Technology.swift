import Domain

extension RegisterMaker {
  /// The technologies that projects name, as a published list; two thirds of their measures were chosen from it.
  mutating func makeCatalogue() -> [CatalogueItem] {
    var items: [CatalogueItem] = []
    var known: [String: RecordID] = [:]
    for plot in MadeUpPlot.all {
      for part in plot.parts where !part.technology.isEmpty && known[part.technology] == nil {
        let item = makeItem(part, plot, items.count)
        known[part.technology] = item.id
        items.append(item)
      }
    }
    for place in projects.indices {
      for measure in projects[place].measures.indices {
        guard let item = known[projects[place].measures[measure].technology], random.chance(66) else { continue }
        projects[place].measures[measure].catalogue = item
      }
    }
    return items
  }

  private mutating func makeItem(_ part: MadeUpPlot.Part, _ plot: MadeUpPlot, _ number: Int) -> CatalogueItem {
    var item = CatalogueItem()
    item.id = newID()
    let year = random.pick([2020, 2021, 2022])
    item.number = "ZJTG-\(year)-\(100 + number)"
    item.name = "\(part.technology)（\(part.name)）"
    item.kind = part.unit == "台" || part.unit == "套" ? "equipment" : "technology"
    item.region = "330000"
    item.year = year
    item.batch = "第一批"
    item.publishedOn = day(year * 10_000 + 701, year * 10_000 + 1130)
    item.document = "浙经信绿色〔\(year)〕\(random.int(60...190))号"
    item.publisher = "浙江省经济和信息化厅"
    item.owner = firm("节能装备")
    item.focusArea = ProjectKinds.list[plot.kind]?.parent ?? "process"
    item.principle = plot.content
    item.conditions = random.pick(["新建与改造均适用", "年运行3000小时以上的用户", "有稳定余热或蒸汽负荷的企业"])
    item.savingRate = Amount(random.int(4...32))
    item.unitSaving = Amount(random.int(40...600))
    item.unitInvestment = item.unitSaving?.times(Int64(random.int(30...60)), over: 100)
    item.payback = item.unitSaving.flatMap { saving in
      item.unitInvestment?.divided(by: saving.percent(15))?.roundedToTenths
    }
    item.shareNow = Amount(random.int(3...25))
    item.shareExpected = Amount(random.int(30...70))
    item.isFirstSet = random.chance(10)
    item.validUntil = Day(year: year + 4, month: 12, day: 31)
    for sector in plot.sectors.isEmpty ? ["other", "textile"] : plot.sectors {
      var row = CatalogueSector()
      row.id = newID()
      row.sector = sector
      item.sectors.append(row)
    }
    return item
  }

  /// Joint research of larger firms with universities.
  mutating func makeResearch(_ catalogue: [CatalogueItem]) -> [Research] {
    let names: [(String, String)] = [
      ("electrification", "电石炉电能替代与负荷柔性调节"), ("hydrogen", "氢基直接还原炼铁中试"), ("feedstock", "石化原料轻质化催化裂解"),
      ("circular", "废旧纺织品化学法再生聚酯"), ("clean_process", "水泥窑全氧燃烧与碳捕集耦合"), ("storage", "园区光储直柔微电网协同控制"),
      ("carbon_capture", "锅炉烟气二氧化碳捕集与矿化利用"), ("clean_process", "低温余热有机朗肯循环发电装备"), ("hydrogen", "副产氢提纯与燃料电池热电联供"),
      ("electrification", "高温工业热泵蒸汽系统"), ("circular", "冶炼渣有价金属协同提取"), ("feedstock", "竹基生物质替代塑料中间体"),
      ("clean_process", "少水印染关键装备"), ("clean_process", "玻璃熔窑电助熔大型化"), ("storage", "飞轮与锂电混合储能调频"),
      ("circular", "动力电池黑粉短流程再生"),
    ]
    let leads = firms.filter { $0.lastEnergy > Amount(8000) }
    guard !leads.isEmpty else { return [] }
    return names.enumerated().map { number, entry in makeResearch(entry, number, random.pick(leads), catalogue) }
  }

  private mutating func makeResearch(
    _ entry: (direction: String, name: String), _ number: Int, _ lead: Enterprise, _ catalogue: [CatalogueItem]
  ) -> Research {
    var project = Research()
    project.id = newID()
    project.code = "\(lead.region)-\(today.year)-\(String(9001 + number))-ZJ"
    project.name = entry.name
    project.direction = entry.direction
    project.region = lead.region
    project.enterprise = lead.id
    project.sector = lead.sector
    project.level = number % 5 == 4 ? "city" : "province"
    project.content = "围绕\(entry.name)开展关键技术、核心装备与工程示范联合攻关"
    project.call = number % 3 == 2 ? "2023年度第一批" : "2022年度第一批"
    project.leader = person()
    project.contact = person()
    project.phone = phone()
    guard number % 8 != 7 else { return project }
    let approved = number % 3 == 2 ? day(20_230_301, 20_230_520) : day(20_220_401, 20_221_130)
    project.approvedOn = approved
    project.number = "\(approved.year)C0\(number % 4 + 1)\(100 + number)"
    project.approvedDocument = "浙科发规〔\(approved.year)〕\(random.int(20...90))号"
    project.goal = "建成示范装置1套，能效较现有水平提高15%以上，申请发明专利3项以上"
    project.startMonth = Month(of: approved)
    project.deadline = Month(of: approved).adding(months: number % 4 == 0 ? 11 : 30)
    project.budget = Amount(random.int(8...60) * 100)
    project.grantPlanned = project.budget?.percent(25).whole
    project.grantPaid = project.grantPlanned?.percent(60).whole
    project.spent = project.budget?.percent(random.int(20...70)).whole
    project.saving = Amount(random.int(8...90) * 100)
    makeParts(&project, approved)
    if number % 4 == 0, let accepted = later(approved, 300...390) {
      project.acceptedOn = accepted
      project.acceptedDocument = "浙科验〔\(accepted.year)〕\(random.int(10...99))号"
      project.acceptance = "passed"
      project.technology = catalogue.isEmpty ? nil : catalogue[number % catalogue.count].id
      var result = ResearchResult()
      result.id = newID()
      (result.kind, result.name, result.day) = ("patent", "一种\(entry.name)的方法", accepted.adding(days: -30))
      result.number = "ZL2022\(random.int(1_000_000...9_999_999))"
      project.results.append(result)
    }
    return project
  }

  private mutating func makeParts(_ project: inout Research, _ approved: Day) {
    for (name, kind) in [("样例大学能源工程学院", "university"), ("浙江样例研究院", "institute")] {
      var partner = ResearchPartner()
      partner.id = newID()
      (partner.name, partner.kind) = (name, kind)
      partner.task = kind == "university" ? "机理与模型研究" : "装备设计与测试"
      partner.share = project.budget?.percent(kind == "university" ? 20 : 15).whole
      project.partners.append(partner)
    }
    for (name, days) in [("完成方案设计与小试", 150), ("完成中试装置", 330), ("完成工程示范与考核", 620)] {
      var milestone = ResearchMilestone()
      milestone.id = newID()
      milestone.name = name
      milestone.planned = approved.adding(days: days)
      if let planned = milestone.planned, random.chance(85) { milestone.actual = later(planned, -20...15) }
      project.milestones.append(milestone)
    }
  }
}
