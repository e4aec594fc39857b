import Domain

extension RegisterMaker {
  /// Boilers of firms that burn coal, small clinker lines, plants outside parks, and lines that the efficiency list has for
  /// retirement.
  mutating func makePhaseouts(_ parks: [Park]) -> [Phaseout] {
    var all: [Phaseout] = []
    let heated = firms.filter { ["textile", "paper", "chemical", "other"].contains($0.sector) }
    for firm in heated where random.chance(11) { all.append(makeBoiler(firm, all.count)) }
    for place in lines.indices where lines[place].action == "retire" || lines[place].action == "replace" {
      if let phaseout = makeLine(place, all.count) { all.append(phaseout) }
    }
    for firm in firms where firm.park.isEmpty && firm.sector == "chemical" && random.chance(30) {
      guard let park = parks.first(where: { $0.region == firm.region }) ?? parks.first else { continue }
      var phaseout = start(firm, all.count, "chemical_plant", "化工生产厂区", "move")
      phaseout.capacity = Amount(random.int(1...12))
      phaseout.capacityUnit = "wan_tonne_year"
      phaseout.park = park.id
      finish(&phaseout, "moved")
      all.append(phaseout)
    }
    return all
  }

  private mutating func start(
    _ firm: Enterprise, _ number: Int, _ object: String, _ name: String, _ mode: String
  ) -> Phaseout {
    var phaseout = Phaseout()
    phaseout.id = newID()
    let listed = day(20_220_801, 20_221_130)
    phaseout.number = "TT-\(firm.region)-\(number + 1)"
    phaseout.object = object
    phaseout.objectName = name
    phaseout.enterprise = firm.id
    phaseout.region = firm.region
    phaseout.site = firm.address
    phaseout.mode = mode
    phaseout.basis = "plan"
    phaseout.listedOn = listed
    phaseout.listDocument = "\(city(firm.region))发改能源〔2022〕\(random.int(20...140))号"
    phaseout.deadline = Day(number: random.pick([20_230_331, 20_230_630, 20_231_231, 20_241_231]))
    phaseout.builtIn = random.int(1996...2012)
    phaseout.contact = firm.contact
    phaseout.phone = firm.phone
    return phaseout
  }

  private mutating func makeBoiler(_ firm: Enterprise, _ number: Int) -> Phaseout {
    let steam = random.pick([4, 6, 8, 10, 15, 20, 25, 35])
    var phaseout = start(firm, number, "coal_boiler", "\(random.int(1...3))号\(steam)蒸吨燃煤锅炉", "retire")
    phaseout.steam = Amount(steam)
    phaseout.fuel = "烟煤"
    phaseout.heatSource = random.pick(weighted: [("central", 58), ("gas", 20), ("biomass", 12), ("electricity", 10)])
    if phaseout.heatSource == "central" { phaseout.heatSupplier = firmName("热电", firm) }
    phaseout.energyFreed = Amount(steam * random.int(30...70))
    phaseout.coalCut = Amount(steam * random.int(260...420))
    finish(&phaseout, "deregistered")
    return phaseout
  }

  private func firmName(_ kind: String, _ firm: Enterprise) -> String { "\(city(firm.region))样例\(kind)有限公司" }

  private mutating func makeLine(_ place: Int, _ number: Int) -> Phaseout? {
    let line = lines[place]
    guard let firm = enterprises.first(where: { $0.id == line.enterprise }) else { return nil }
    let isClinker = line.product == "水泥熟料"
    var phaseout = start(
      firm, number, isClinker ? "clinker_line" : firm.sector == "steel" ? "blast_furnace" : "furnace", line.line,
      line.action == "retire" ? "retire" : "replace")
    phaseout.line = line.id
    if isClinker {
      phaseout.clinker = Amount(random.pick([1500, 2000, 2500]))
    } else {
      phaseout.capacity = line.capacity.map { Amount(Int($0.scaled / Amount.scale / 300)) } ?? Amount(100)
      phaseout.capacityUnit = "tonne_day"
    }
    if phaseout.mode == "replace" { phaseout.replacedBy = "\(city(firm.region))样例新材料有限公司产能置换" }
    phaseout.deadline = line.actionBy?.lastDay ?? phaseout.deadline
    // The line runs until then, as the efficiency list has it.
    phaseout.steps = [
      step("plan", phaseout.listedOn?.adding(days: 40)), step("agreement", phaseout.listedOn?.adding(days: 120)),
    ]
    return phaseout
  }

  private mutating func step(_ name: String, _ planned: Day?) -> PhaseoutStep {
    var step = PhaseoutStep()
    step.id = newID()
    step.step = name
    step.planned = planned
    step.actual = later(planned, 0...10)
    return step
  }

  /// Most of what was due is done and proved; some of it is late.
  private mutating func finish(_ phaseout: inout Phaseout, _ proof: String) {
    guard let listed = phaseout.listedOn, let deadline = phaseout.deadline else { return }
    phaseout.steps = [step("plan", listed.adding(days: 30)), step("agreement", listed.adding(days: 60))]
    let isDue = deadline <= today
    guard random.chance(isDue ? 88 : 30) else { return }
    phaseout.heatReadyOn = phaseout.object == "coal_boiler" ? later(listed, 60...90) : nil
    phaseout.stoppedOn = later(listed, 95...130)
    phaseout.removedOn = later(phaseout.stoppedOn, 10...40)
    phaseout.doneOn = later(phaseout.removedOn, 5...30)
    guard let done = phaseout.doneOn else { return }
    phaseout.proof = proof
    phaseout.proofNumber = "\(city(phaseout.region))验〔\(done.year)〕\(random.int(10...180))号"
    phaseout.proofBy = "\(city(phaseout.region))市经信局"
    phaseout.subsidy = Amount(random.int(0...20))
  }
}
