import Domain

/// Faults that only show where two lists are laid side by side: a title and its holder, a batch and the one it came from.
extension LibraryMaker {
  static let crossFaults: [(String, Spoiler)] = [
    ("R38", { fault, maker in nameAnotherProject(&fault, &maker) }),
    ("R94", { fault, maker in nameAnothersProject(&fault, &maker) }),
    ("R238", { fault, maker in chooseWithdrawn(&fault, &maker) }),
    ("R248", { fault, maker in auditWithoutGround(&fault, &maker) }),
    ("R256", { fault, maker in leaveStanding(&fault, &maker) }),
    ("R263", { fault, maker in nameTwice(&fault, &maker) }),
    ("R283", { fault, maker in honourTheClosed(&fault, &maker) }),
    ("R284", { fault, maker in forgetAdvice(&fault, &maker) }),
    ("R285", { fault, maker in retireWhatIsRetrofitted(&fault, &maker) }),
    ("R286", { fault, maker in retireUnplanned(&fault, &maker) }),
    ("R287", { fault, maker in receiveMore(&fault, &maker) }),
  ]

  /// The efficiency list leads the line to another project of the firm.
  private static func nameAnotherProject(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    let other = neighbour(fault, &maker)
    fault.line.project = other.id
    fault.others = [Project.schema.document(other)]
  }

  /// The efficiency list leads the line to a project of another firm.
  private static func nameAnothersProject(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var firm = fault.enterprise
    firm.id = maker.newID()
    firm.name = "样例" + fault.enterprise.name
    firm.creditCode = CreditCodeMaker.code(region: "330000", &maker.random)
    var other = neighbour(fault, &maker)
    other.enterprise = firm.id
    fault.line.project = other.id
    fault.others = [Enterprise.schema.document(firm), Project.schema.document(other)]
  }

  /// A project of another kind beside the sound one.
  private static func neighbour(_ fault: FaultCase, _ maker: inout LibraryMaker) -> Project {
    var other = fault.project
    other.id = maker.newID()
    (other.name, other.focusArea, other.kind, other.line) = ("空压站集中供气改造", "facilities", "general_equipment", nil)
    (other.content, other.benchmarking, other.unitBefore, other.unitAfter) = ("空压机集中布置与智能控制", "", nil, nil)
    return other
  }

  /// A measure of a project that begins after its technology was taken off the catalogue.
  private static func chooseWithdrawn(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var item = CatalogueItem()
    item.id = maker.newID()
    (item.number, item.name, item.kind, item.region) = ("ZJTG-2020-900", "四级旋风预热器改造", "technology", "330000")
    (item.year, item.publishedOn, item.document) = (2020, Day(number: 20_200_915), "浙经信绿色〔2020〕88号")
    (item.focusArea, item.principle) = ("process", "增大换热面积，降低废气温度")
    (item.withdrawnOn, item.withdrawnReason) = (Day(number: 20_220_630), "已有更高效技术替代")
    var sector = CatalogueSector()
    sector.id = maker.newID()
    sector.sector = "building_materials"
    item.sectors = [sector]
    fault.project.measures[0].catalogue = item.id
    fault.others = [CatalogueItem.schema.document(item)]
  }

  /// Listed for its energy, though its only line lies between benchmark and baseline.
  private static func auditWithoutGround(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var audit = Audit()
    audit.id = maker.newID()
    (audit.enterprise, audit.region, audit.year, audit.round) = (fault.enterprise.id, fault.enterprise.region, 2023, 1)
    (audit.kind, audit.reason, audit.reasonText) = ("mandatory", "high_energy", "超过单位产品能耗限额")
    (audit.listedOn, audit.listDocument) = (Day(number: 20_230_520), "浙环函〔2023〕61号")
    audit.dueOn = audit.listedOn?.adding(days: 365)
    audit.announcedOn = audit.listedOn?.adding(days: 20)
    fault.others = [Audit.schema.document(audit)]
  }

  private static func phaseout(_ fault: FaultCase, _ maker: inout LibraryMaker, _ number: String) -> Phaseout {
    var phaseout = Phaseout()
    phaseout.id = maker.newID()
    (phaseout.number, phaseout.enterprise, phaseout.region) = (number, fault.enterprise.id, fault.enterprise.region)
    (phaseout.basis, phaseout.listedOn, phaseout.listDocument) = ("plan", Day(number: 20_220_920), "发改能源〔2022〕95号")
    phaseout.deadline = Day(number: 20_231_231)
    return phaseout
  }

  /// A boiler three months past its deadline.
  private static func leaveStanding(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var boiler = phaseout(fault, &maker, "TT-900256")
    (boiler.object, boiler.objectName, boiler.mode) = ("coal_boiler", "2号20蒸吨燃煤锅炉", "retire")
    (boiler.steam, boiler.heatSource, boiler.heatSupplier) = (Amount(20), "central", "样例热电有限公司")
    boiler.deadline = Day(number: 20_230_331)
    fault.others = [Phaseout.schema.document(boiler)]
  }

  /// Two parks of a county under one name.
  private static func nameTwice(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    for code in ["YQ900263A", "YQ900263B"] {
      var park = Park()
      park.id = maker.newID()
      (park.code, park.name, park.region) = (code, "样例循环经济产业园", fault.enterprise.region)
      (park.level, park.kind) = ("local", "cluster")
      fault.others.append(Park.schema.document(park))
    }
  }

  /// A firm that was closed a year ago and still holds its title.
  private static func honourTheClosed(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var firm = fault.enterprise
    firm.id = maker.newID()
    firm.name = "样例" + fault.enterprise.name
    firm.creditCode = CreditCodeMaker.code(region: "330000", &maker.random)
    firm.state = "closed"
    for year in firm.years.indices { firm.years[year].id = maker.newID() }
    var change = EnterpriseChange()
    change.id = maker.newID()
    (change.kind, change.day, change.document) = ("close", Day(number: 20_220_630), "经信产业〔2022〕31号")
    firm.changes = [change]
    var title = Recognition()
    title.id = maker.newID()
    (title.title, title.level, title.year) = ("water_saving", "city", 2021)
    (title.enterprise, title.listedName, title.region) = (firm.id, firm.name, firm.region)
    (title.awardedOn, title.document) = (Day(number: 20_211_120), "水节〔2021〕17号")
    fault.others = [Enterprise.schema.document(firm), Recognition.schema.document(title)]
  }

  /// Adopted over half a year ago, and nobody made a project of it.
  private static func forgetAdvice(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var diagnosis = Diagnosis()
    diagnosis.id = maker.newID()
    (diagnosis.enterprise, diagnosis.region) = (fault.enterprise.id, fault.enterprise.region)
    diagnosis.provider = "样例节能服务有限公司"
    (diagnosis.visitedOn, diagnosis.reportedOn) = (Day(number: 20_220_910), Day(number: 20_221_010))
    diagnosis.reportNumber = "ZD-900284"
    diagnosis.baseYear = fault.enterprise.years.last?.year
    (diagnosis.energy, diagnosis.basis) = (fault.enterprise.years.last?.energy, Bases.equivalent)
    diagnosis.findings = "篦冷机余风温度偏高"
    var advice = Recommendation()
    advice.id = maker.newID()
    (advice.number, advice.kind, advice.content) = ("1", "waste_heat", "余风循环与余热发电")
    (advice.cost, advice.investment, advice.saving, advice.adoption) = ("high", Amount(900), Amount(120), "adopted")
    diagnosis.recommendations = [advice]
    fault.others = [Diagnosis.schema.document(diagnosis)]
  }

  /// The efficiency list and the phase-outs retire a line that a project is at work on.
  private static func retireWhatIsRetrofitted(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    clearActual(&fault, "completion")
    fault.line.action = "retire"
    var line = phaseout(fault, &maker, "TT-900285")
    (line.object, line.objectName, line.mode) = ("clinker_line", fault.line.line, "retire")
    (line.line, line.clinker) = (fault.line.id, Amount(2000))
    fault.others = [Phaseout.schema.document(line)]
  }

  /// A line that is to be retired, of which the efficiency list says that nothing is planned.
  private static func retireUnplanned(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var second = fault.line
    second.id = maker.newID()
    second.line = "2#熟料线"
    (second.action, second.actionReason) = ("none", "距标杆差距小，先行管理节能")
    (second.actionBy, second.expectedConsumption) = (nil, nil)
    var line = phaseout(fault, &maker, "TT-900286")
    (line.object, line.objectName, line.mode) = ("clinker_line", second.line, "retire")
    (line.line, line.clinker) = (second.id, Amount(2000))
    fault.others = [EfficiencyLine.schema.document(second), Phaseout.schema.document(line)]
  }

  /// Twelve tonnes came in of the ten that were passed on.
  private static func receiveMore(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var first = batch(fault, &maker, "DC900287", Amount(30))
    var transfer = BatteryTransfer()
    transfer.id = maker.newID()
    (transfer.day, transfer.mass) = (Day(number: 20_230_420), Amount(10))
    (transfer.receiver, transfer.document) = ("再生利用企业", "ZC2023042087")
    first.transfers = [transfer]
    var second = batch(fault, &maker, "DC900287-Z", Amount(12))
    (second.source, second.parent, second.receivedOn) = ("batch", first.id, Day(number: 20_230_422))
    (second.tracedOn, second.testedOn) = (second.receivedOn, second.receivedOn)
    fault.others = [Battery.schema.document(first), Battery.schema.document(second)]
  }

  private static func batch(
    _ fault: FaultCase, _ maker: inout LibraryMaker, _ number: String, _ mass: Amount
  ) -> Battery {
    var batch = Battery()
    batch.id = maker.newID()
    (batch.batch, batch.enterprise, batch.region) = (number, fault.enterprise.id, fault.enterprise.region)
    (batch.source, batch.sourceName, batch.document) = ("fleet", "样例公共交通集团有限公司", "ZY20230310" + number)
    (batch.receivedOn, batch.tracedOn) = (Day(number: 20_230_310), Day(number: 20_230_315))
    (batch.traceNumber, batch.chemistry, batch.form) = ("SY23031087", "lfp", "pack")
    (batch.packs, batch.mass) = (80, mass)
    return batch
  }
}
