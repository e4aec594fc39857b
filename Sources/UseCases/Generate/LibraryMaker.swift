import Domain

/// Makes up a library: enterprises, their lines, their projects, in an order in which every link is already there.
///
/// The same seed, size and day give the same records. Nothing is kept but the enterprise at hand, so a million projects cost
/// no more memory than ten.
package struct LibraryMaker {
  /// How much a record carries: `full` as an office would keep it, `lean` two to four child rows.
  package enum Detail: String, CaseIterable, Sendable { case lean, full }

  let reference: ReferenceTables
  let today: Day
  let detail: Detail
  var random: SeededRandom
  private var made: Int64 = 0
  private let start: Instant
  private let counties: [(Region, Int)]
  let levels: [EfficiencyLevel]
  private var usedNames: Set<String> = []
  private var usedCodes: Set<String> = []

  /// The same seed and day make the same library.
  package init(reference: ReferenceTables, seed: UInt64, today: Day, detail: Detail) {
    self.reference = reference
    self.today = today
    self.detail = detail
    random = SeededRandom(seed: seed)
    start = Instant(milliseconds: Int64(today.serial) * 86_400_000)
    levels = reference.efficiency.all
    counties = reference.regions.all.filter { $0.level == .county }.map { region in
      // Local units and mountain counties have less industry than the plain.
      (region, region.isLocal ? 2 : reference.regions.isIn(region.code, "山区26县") ? 6 : 14)
    }
  }

  /// Calls `emit` with every record: about three enterprises for four projects, and a line for every fourth.
  package mutating func make(projects wanted: Int, emit: (Document) throws -> Void) throws {
    var left = wanted
    var index = 0
    while left > 0 {
      index += 1
      let trade =
        index % 12 == 0
        ? random.pick(weighted: MadeUpTrade.withLines.map { ($0, $0.weight) })
        : random.pick(weighted: MadeUpTrade.all.map { ($0, $0.weight) })
      let enterprise = makeEnterprise(trade, index)
      try emit(Enterprise.schema.document(enterprise))
      let lines = makeLines(of: enterprise, trade)
      for line in lines { try emit(EfficiencyLine.schema.document(line)) }
      let count = min(left, random.pick(weighted: [(0, 18), (1, 46), (2, 22), (3, 10), (4, 4)]))
      for place in 0..<count {
        try emit(Project.schema.document(makeProject(of: enterprise, trade, lines, place: place, among: count)))
      }
      left -= count
    }
  }

  /// A new id, later than all before it.
  mutating func newID() -> RecordID {
    made += 1
    return RecordID(at: start.adding(milliseconds: made), random: (random.next(), random.next()))
  }

  mutating func makeEnterprise(_ trade: MadeUpTrade, _ index: Int) -> Enterprise {
    let region = random.pick(weighted: counties)
    var enterprise = Enterprise()
    enterprise.id = newID()
    enterprise.region = region.code
    enterprise.division = region.isLocal ? "" : region.code
    enterprise.name = makeName(region, trade)
    // Six random digits meet again among some thousand firms of one county.
    repeat {
      enterprise.creditCode = CreditCodeMaker.code(region: region.isLocal ? "330000" : region.code, &random)
    } while !usedCodes.insert(enterprise.creditCode).inserted
    enterprise.industry = trade.industry
    enterprise.sector = trade.sector
    enterprise.state = random.pick(weighted: [("running", 960), ("idle", 25), ("moving", 10), ("closed", 5)])
    enterprise.township = random.pick(["城东街道", "工业新区", "经济开发区", "城西镇", "湖滨街道", "溪口镇"])
    enterprise.address = "\(enterprise.township)样例路\(random.int(1...999))号"
    enterprise.park = random.chance(55) ? "\(region.shortName)样例工业园区" : ""
    enterprise.contact = makePerson()
    enterprise.phone = makePhone()
    enterprise.years = makeYears(trade)
    return enterprise
  }

  /// County, a word that says "made up", the trade; a number is added only where the name was given before.
  private mutating func makeName(_ region: Region, _ trade: MadeUpTrade) -> String {
    let place =
      region.isLocal ? reference.regions.city(of: region.code)?.shortName ?? region.shortName : region.shortName
    let form = random.pick(weighted: [("有限公司", 86), ("股份有限公司", 14)])
    for _ in 0..<4 {
      let name = "\(place)\(random.pick(MadeUpNames.first))\(random.pick(MadeUpNames.second))\(trade.word)\(form)"
      if detail == .lean || usedNames.insert(name).inserted { return name }
    }
    let name =
      "\(place)\(random.pick(MadeUpNames.first))\(random.pick(MadeUpNames.second))"
      + "\(random.pick(MadeUpNames.second))\(trade.word)\(form)"
    usedNames.insert(name)
    return name
  }

  mutating func makePerson() -> String { random.pick(MadeUpNames.surnames) + random.pick(MadeUpNames.given) }

  /// A number that no subscriber has: area codes of mobile numbers never begin with 100.
  mutating func makePhone() -> String { "100\(random.int(10_000_000...99_999_999))" }

  private mutating func makeYears(_ trade: MadeUpTrade) -> [EnterpriseYear] {
    var energy = random.int(trade.energy)
    let intensity = random.int(trade.intensity)
    let years = detail == .full ? [2020, 2021, 2022] : [2021, 2022]
    return years.map { year in
      energy = energy * random.int(95...103) / 100
      var row = EnterpriseYear()
      row.id = newID()
      row.year = year
      row.energy = Amount(energy)
      row.basis = Bases.equivalent
      let electricityTCE = energy * trade.electricity / 100
      row.electricity = Amount(electricityTCE * 1000 / 1229)
      let valueAdded = max(20, energy * 100 / intensity)
      row.valueAdded = Amount(valueAdded)
      row.valueAddedComparable = Amount(valueAdded * 98 / 100)
      row.output = Amount(valueAdded * random.int(350...520) / 100)
      row.aboveScale = valueAdded * 4 >= 2000
      row.keyEnergyUser = energy >= 5000
      row.water = Amount(energy * random.int(2...9))
      row.co2 = Amount((energy - electricityTCE) * 26 / 10 + electricityTCE * 1000 / 1229 * 5153 / 1000)
      let waste = energy / random.int(6...30)
      row.wasteMade = Amount(waste)
      row.wasteUsed = Amount(waste * random.int(95...100) / 100)
      row.priceClass = "normal"
      row.source = "企业能源统计报表"
      return row
    }
  }

  /// One or two lines for an enterprise whose products have national levels.
  private mutating func makeLines(of enterprise: Enterprise, _ trade: MadeUpTrade) -> [EfficiencyLine] {
    guard !trade.products.isEmpty, let energy = enterprise.years.last?.energy else { return [] }
    let product = random.pick(trade.products)
    let candidates = levels.filter { $0.product == product }
    guard !candidates.isEmpty else { return [] }
    let level = random.pick(candidates)
    let count = random.pick(weighted: [(1, 55), (2, 35), (3, 10)])
    return (1...count).map { number in
      var line = EfficiencyLine()
      line.id = newID()
      line.enterprise = enterprise.id
      line.region = enterprise.region
      line.line = "\(number)#\(product)线"
      line.year = 2022
      line.basis = Bases.equivalent
      line.product = Self.productCode(level)
      line.source = "能源审计与统计报表"
      let gap = level.baseline - level.benchmark
      // Where the line stands between better than benchmark (below 0) and worse than baseline (above 100).
      let place = random.pick(weighted: [
        (random.int(-12...0), 38), (random.int(1...99), 55), (random.int(101...122), 7),
      ])
      let value = (level.benchmark + (gap.times(Int64(place), over: 100) ?? .zero)).roundedToTenths
      line.consumption = value
      line.comparable = value
      fill(&line, level, share: energy.times(1, over: Int64(count)) ?? energy)
      planAction(&line, level, place: place)
      return line
    }
  }

  /// How a line's product is written: `水泥熟料`, or with its process `烧碱/离子膜法液碱,≥30%`.
  static func productCode(_ level: EfficiencyLevel) -> String {
    level.process.isEmpty ? level.product : "\(level.product)/\(level.process)"
  }

  /// Standard coal, calorific, of a quantity in the meter's unit.
  func tce(_ carrier: String, _ quantity: Amount) -> Amount? {
    reference.energy.tce(carrier, quantity, basis: .equivalentCalorific)
  }

  /// Output from what the line may use, and capacity from output; round figures, as people give them.
  private mutating func fill(_ line: inout EfficiencyLine, _ level: EfficiencyLevel, share: Amount) {
    let value = line.consumption ?? level.baseline
    // Levels of a line that gives energy back are below zero: its output follows from the ladle, not from its energy.
    let perUnit = value > Amount(1) ? value : Amount(100)
    let kilograms =
      share.multiplied(by: Amount(level.unit.hasPrefix("kgoe") ? 590 : level.unit.hasPrefix("kWh") ? 6900 : 850))
      ?? share
    let output = kilograms.divided(by: perUnit).map(\.wholeHundreds) ?? Amount(10_000)
    line.output = output
    line.capacity = output.times(Int64(random.int(104...128)), over: 100).map(\.wholeHundreds)
  }

  private mutating func planAction(_ line: inout EfficiencyLine, _ level: EfficiencyLevel, place: Int) {
    guard let value = line.consumption, value > level.benchmark else { return }
    let due = Month(of: today).adding(months: place > 100 ? random.int(2...6) : random.int(4...26))
    if place > 100 {
      line.action = random.pick(weighted: [("retrofit", 60), ("replace", 22), ("retire", 18)])
    } else {
      line.action = random.pick(weighted: [("retrofit", 45), ("none", 55)])
    }
    if line.action == "none" {
      line.actionReason = random.pick(["已列入下一轮检修计划", "产品结构调整，待论证", "距标杆差距小，先行管理节能"])
      return
    }
    line.actionBy = due
    if line.action != "retire" { line.expectedConsumption = level.benchmark }
  }
}
