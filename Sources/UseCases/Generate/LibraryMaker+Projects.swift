import Domain

extension LibraryMaker {
  /// A project that fits its holder: its saving is a part of the plant's energy, its money follows its saving.
  mutating func makeProject(
    of enterprise: Enterprise, _ trade: MadeUpTrade, _ lines: [EfficiencyLine], place: Int, among count: Int
  ) -> Project {
    let line = place == 0 ? lines.first { canBeJudged($0) && $0.action == "retrofit" } : nil
    let plot =
      line != nil
      ? random.pick(MadeUpPlot.ofLine)
      : random.pick(weighted: MadeUpPlot.fitting(trade.sector, hasLine: !lines.isEmpty))
    var project = Project()
    project.id = newID()
    project.region = enterprise.region
    project.division = enterprise.division
    project.enterprise = enterprise.id
    project.kind = plot.kind
    project.focusArea = ProjectKinds.list[plot.kind]?.parent ?? "process"
    project.content = plot.content
    project.site = enterprise.address
    project.contact = enterprise.contact
    project.phone = enterprise.phone
    project.provider = random.chance(60) ? "样例节能服务\(random.pick(MadeUpNames.second))有限公司" : ""
    if project.focusArea == "process" { setLevels(&project, line) }
    setExpected(&project, plot, enterprise, line)
    project.name = makeTitle(plot, project, count > 1 || random.chance(20) ? place + 1 : nil)
    setMeasures(&project, plot)
    makeTimeline(&project, plot)
    makeFiling(&project)
    if detail == .full { makePapers(&project) }
    return project
  }

  private mutating func makeTitle(_ plot: MadeUpPlot, _ project: Project, _ number: Int?) -> String {
    let title = random.pick(plot.titles)
    let part = number.map { "\($0)号" } ?? ""
    if let kilowatts = project.pvKilowatts, plot.kind == "roof_pv" {
      return "\(title)\(Amount(scaled: kilowatts.scaled / 1000).roundedToTenths.plain)MW"
        + (part.isEmpty ? "" : "(\(part)厂房)")
    }
    return (part.isEmpty ? "" : "\(part)\(plot.kind == "waste_heat" || plot.kind == "kiln" ? "" : "车间")") + title
  }

  // MARK: Figures

  private mutating func setExpected(
    _ project: inout Project, _ plot: MadeUpPlot, _ enterprise: Enterprise, _ line: EfficiencyLine?
  ) {
    let plant = enterprise.years.last?.energy ?? Amount(2000)
    project.baseYear = 2022
    let money: Amount
    switch plot.kind {
    case "roof_pv":
      let kilowatts = Amount(random.int(4...90) * 100)
      project.pvKilowatts = kilowatts
      project.pvArea = Amount(Int(kilowatts.scaled / Amount.scale) * 10)
      // 1 050 full-load hours a year, in 10 000 kWh.
      project.renewableOutput = kilowatts.times(105, over: 1000).map(\.roundedToTenths)
      money = kilowatts.times(Int64(random.int(plot.cost)), over: 100) ?? kilowatts
    case "storage":
      let power = Amount(random.int(2...40) * 250)
      project.storageKilowatts = power
      project.storageKilowattHours = power.times(2, over: 1)
      money = power.times(2 * Int64(random.int(plot.cost)), over: 200) ?? power
    case "solid_waste", "renewable_resources":
      let tonnes = Amount(random.int(2...60) * 1000)
      project.wasteTonnes = tonnes
      project.wasteKind =
        plot.kind == "solid_waste"
        ? random.pick(["slag", "tailings", "fly_ash"]) : random.pick(["plastic", "scrap_steel"])
      money = tonnes.times(Int64(random.int(plot.cost)), over: 100) ?? tonnes
    case "water":
      let before = Amount(random.int(2...20) * 10_000)
      project.reuseBefore = before
      project.reuseAfter = before.percent(random.int(150...260)).wholeHundreds
      project.waterSaving = (project.reuseAfter ?? before) - before
      money = before.times(Int64(random.int(plot.cost)), over: 1000) ?? before
    default:
      let saving = plant.percent(random.int(plot.saving)).percent(random.int(50...100))
      let onLine = line.flatMap { lineSaving($0, project) }
      let target = max(onLine?.saved ?? saving, Amount(12))
      let boundary = onLine?.used ?? min(max(target.percent(random.int(260...900)), Amount(40)), plant.percent(92))
      setEnergy(&project, plot, boundary: boundary, target: target)
      money = target.times(Int64(random.int(plot.cost)), over: 100) ?? target
    }
    setMoney(&project, max(money, Amount(30)).wholeTens)
  }

  /// The carriers that are saved, before and after in the meter's unit; what is saved stays within what the plant uses.
  private mutating func setEnergy(_ project: inout Project, _ plot: MadeUpPlot, boundary: Amount, target: Amount) {
    project.basis = Bases.equivalent
    project.savingMethod = "carriers"
    for carrier in plot.carriers {
      var use = EnergyUse()
      use.id = newID()
      use.carrier = carrier.id
      let before = quantity(boundary.percent(carrier.share), carrier.id)
      let saved = min(quantity(target.percent(carrier.share), carrier.id), before.percent(45))
      use.before = before
      use.after = before - saved
      project.energy.append(use)
    }
    let words = project.energy.map { use in
      let saved = (use.before ?? .zero) - (use.after ?? .zero)
      let carrier = reference.energy.carrier(use.carrier, basis: .equivalentCalorific)
      let name = use.carrier == EnergyFactors.electricity ? "电力" : carrier?.name.zh ?? use.carrier
      return "\(name)年节约\(saved.plain)\(carrier?.base.formUnit.rawValue ?? "")"
    }
    project.savingSource = words.joined(separator: "；") + "，按当量系数折标；数据取自2022年能源统计与可研报告"
  }

  /// Meter units that hold so many tce.
  private func quantity(_ tce: Amount, _ carrier: String) -> Amount {
    self.tce(carrier, Amount(1)).flatMap { tce.divided(by: $0) }?.whole ?? tce.whole
  }

  private mutating func setMoney(_ project: inout Project, _ total: Amount) {
    let construction = total.percent(random.int(6...14)).whole
    let other = total.percent(random.int(1...4)).whole
    project.investmentEquipment = total - construction - other
    project.investmentConstruction = construction
    project.investmentOther = other
    project.fundLoans = random.chance(55) ? total.percent(random.int(20...55)).whole : .zero
    project.fundOwn = total - (project.fundLoans ?? .zero)
  }

  private mutating func setMeasures(_ project: inout Project, _ plot: MadeUpPlot) {
    let equipment = project.investmentEquipment ?? .zero
    let saving = savedTCE(project)
    let parts = detail == .full ? plot.parts : Array(plot.parts.prefix(1))
    var moneyLeft = equipment
    var savingLeft = saving
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      var measure = ProjectMeasure()
      measure.id = newID()
      measure.name = part.name
      measure.technology = part.technology
      measure.quantity = Amount(random.int(part.quantity))
      measure.quantityUnit = part.unit
      let money = isLast ? moneyLeft : equipment.percent(part.money).whole
      moneyLeft = moneyLeft - money
      measure.investment = money
      if saving > .zero {
        let share = isLast ? savingLeft : saving.percent(part.saving).whole
        savingLeft = savingLeft - share
        measure.saving = share == .zero ? nil : share
      }
      project.measures.append(measure)
    }
  }

  /// What the carriers save, calorific.
  func savedTCE(_ project: Project) -> Amount {
    let parts = project.energy.map { use in
      tce(use.carrier, (use.before ?? .zero) - (use.after ?? .zero)) ?? .zero
    }
    return Amount.sum(parts) ?? .zero
  }

  /// Whether a line's level gives coal by quantity and the line has some way to go.
  private func canBeJudged(_ line: EfficiencyLine) -> Bool {
    guard let level = level(of: line), let value = line.consumption else { return false }
    return level.unit.hasPrefix("kgce") && level.benchmark > .zero && value > level.benchmark
  }

  private func level(of line: EfficiencyLine) -> EfficiencyLevel? {
    levels.first { Self.productCode($0) == line.product }
  }

  /// What a line uses, and what its change saves, in tce: consumption in kilograms times output.
  private func lineSaving(_ line: EfficiencyLine, _ project: Project) -> (used: Amount, saved: Amount)? {
    guard let output = line.output, let before = project.unitBefore, let after = project.unitAfter,
      let used = before.multiplied(by: output)?.times(1, over: 1000),
      let saved = (before - after).multiplied(by: output)?.times(1, over: 1000)
    else { return nil }
    return (used, saved)
  }

  private mutating func setLevels(_ project: inout Project, _ line: EfficiencyLine?) {
    guard let line, let level = level(of: line), let before = line.consumption else {
      project.benchmarking = random.pick(["standard", "equipment"])
      project.levelClaimed = project.benchmarking == "standard" ? "GB限额先进值" : "一级能效"
      return
    }
    project.line = line.id
    project.benchmarking = "levels"
    project.unitBefore = before
    project.unitAfter = level.benchmark
  }
}
