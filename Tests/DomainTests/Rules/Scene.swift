import Testing

@testable import Domain

/// A small library in memory.
struct MemoryLibrary: LibraryLookup {
  var records: [Document] = []
  var range: (low: Amount, high: Amount, count: Int)?

  func document(_ register: String, _ id: RecordID) -> Document? {
    records.first { $0.register == register && $0.id == id }
  }
  func documents(_ register: String, where field: String, is value: Value) -> [Document] {
    records.filter { $0.register == register && $0[field] == value }
  }
  func investmentRange(ofKind kind: String) -> (low: Amount, high: Amount, count: Int)? { range }
}

/// A cement works in 安吉 with one line and one waste-heat project that break no rule; tests change one thing each.
struct Scene: Sendable {
  var firm = Scene.makeFirm()
  var line = Scene.makeLine()
  var project = Scene.makeProject()
  var others: [Project] = []
  var otherFirms: [Enterprise] = []
  var otherLines: [EfficiencyLine] = []
  var months: [EnergyMonth] = []
  var today = Scene.day(2023, 6, 15)
  var scope: String?
  var low: Amount?
  var high: Amount?
  var isLineListed = true
  var isFirmListed = true
  var reference = ReferenceTables.builtIn

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day) ?? .first }
  static func month(_ year: Int, _ month: Int) -> Month { day(year, month, 1).month }
  static func amount(_ text: String) -> Amount { Amount(parsing: text) ?? .zero }
  static func id(_ number: UInt64) -> RecordID { RecordID(high: 1, low: number) }

  static func makeFirm() -> Enterprise {
    var firm = Enterprise()
    firm.id = id(1)
    firm.creditCode = "91330100799655058B"
    firm.name = "安吉某某水泥有限公司"
    firm.region = "330523"
    firm.industry = "3011"
    firm.sector = "building_materials"
    firm.contact = "张三"
    var year = EnterpriseYear()
    year.id = id(11)
    year.year = 2022
    year.isAboveScaleFixture()
    firm.years = [year]
    return firm
  }

  static func makeLine() -> EfficiencyLine {
    var line = EfficiencyLine()
    line.id = id(2)
    line.region = "330523"
    line.enterprise = id(1)
    line.line = "2#熟料线"
    line.year = 2022
    line.basis = Bases.equivalent
    line.product = "水泥熟料"
    line.capacity = Amount(775_000)
    line.output = Amount(700_000)
    line.consumption = Amount(108)
    line.action = "retrofit"
    line.actionBy = month(2024, 5)
    line.expectedConsumption = Amount(99)
    line.project = id(3)
    return line
  }

  static func makeProject() -> Project {
    var project = Project()
    project.id = id(3)
    project.region = "330523"
    project.name = "3号窑余热发电"
    project.enterprise = id(1)
    project.projectCode = "2303-330523-07-02-123456"
    project.focusArea = "new_energy"
    project.kind = "waste_heat"
    project.content = "利用窑头窑尾废气余热，新建4.5MW纯低温余热发电系统"
    project.startMonth = month(2023, 6)
    project.deadline = month(2024, 5)
    project.line = id(2)
    project.basis = Bases.equivalent
    project.baseYear = 2022
    var power = EnergyUse()
    power.id = id(31)
    power.carrier = "electricity"
    power.before = Amount(6820)
    power.after = Amount(3670)
    // The rule on half of the boundary's energy looks at the kiln's coal too.
    var coal = EnergyUse()
    coal.id = id(32)
    coal.carrier = "raw_coal"
    coal.before = Amount(94_000)
    coal.after = Amount(94_000)
    project.energy = [power, coal]
    project.savingMethod = "carriers"
    project.savingSource = "年发电3150万kWh×0.1229"
    project.benchmarking = "levels"
    project.unitBefore = Amount(108)
    project.unitAfter = Amount(99)
    project.investmentEquipment = Amount(5200)
    project.investmentConstruction = Amount(380)
    project.investmentOther = Amount(70)
    project.fundOwn = Amount(5650)
    project.contact = "李四"
    project.phone = "0572-5123456"
    var boiler = ProjectMeasure()
    boiler.id = id(41)
    boiler.name = "余热锅炉"
    boiler.investment = Amount(2900)
    var turbine = ProjectMeasure()
    turbine.id = id(42)
    turbine.name = "汽轮发电机组4.5MW"
    turbine.investment = Amount(2300)
    turbine.saving = Amount(3871)
    project.measures = [boiler, turbine]
    project.milestones = [
      milestone(51, "preparation", day(2023, 3, 1), day(2023, 3, 2)),
      milestone(52, "registration", day(2023, 4, 15), day(2023, 4, 20)),
      milestone(53, "start", day(2023, 6, 20)),
      milestone(54, "completion", day(2024, 5, 31)),
      milestone(55, "acceptance", day(2024, 12, 31)),
    ]
    return project
  }

  static func milestone(_ number: UInt64, _ stage: String, _ planned: Day?, _ actual: Day? = nil) -> Milestone {
    var row = Milestone()
    row.id = id(number)
    row.stage = stage
    row.planned = planned
    row.actual = actual
    return row
  }

  static func report(_ number: UInt64, _ month: Month, _ invested: Int, _ soFar: Int) -> Progress {
    var row = Progress()
    row.id = id(number)
    row.month = month
    row.invested = Amount(invested)
    row.investedSoFar = Amount(soFar)
    row.status = "土建施工"
    row.pace = "on_plan"
    return row
  }

  static func membership(_ number: UInt64, _ tier: Tier, _ admitted: Day, left: Day? = nil, _ kind: String = "")
    -> Membership
  {
    var row = Membership()
    row.id = id(number)
    row.tier = tier.rawValue
    row.state = left == nil ? "admitted" : "exited"
    row.admittedOn = admitted
    row.exitedOn = left
    row.exitKind = kind
    return row
  }

  /// Everything derived, links before what carries from them.
  mutating func settle() {
    for _ in 0..<2 {
      let context = DeriveContext(reference: reference, library: library)
      firm.derive(in: context)
      for index in otherFirms.indices { otherFirms[index].derive(in: context) }
      for index in otherLines.indices { otherLines[index].derive(in: context) }
      for index in months.indices { months[index].derive(in: context) }
      line.derive(in: context)
      project.derive(in: context)
      for index in others.indices { others[index].derive(in: context) }
    }
  }

  var library: MemoryLibrary {
    var library = MemoryLibrary()
    library.records = [Project.schema.document(project)] + others.map { Project.schema.document($0) }
    if isFirmListed { library.records.append(Enterprise.schema.document(firm)) }
    if isLineListed { library.records.append(EfficiencyLine.schema.document(line)) }
    library.records += otherFirms.map { Enterprise.schema.document($0) }
    library.records += otherLines.map { EfficiencyLine.schema.document($0) }
    library.records += months.map { EnergyMonth.schema.document($0) }
    if let low, let high { library.range = (low, high, 30) }
    return library
  }

  func findings(_ register: String) -> [Finding] {
    var settled = self
    settled.settle()
    let context = RuleContext(
      reference: reference, library: settled.library, today: settled.today, scope: settled.scope)
    let document =
      switch register {
      case "projects": Project.schema.document(settled.project)
      case "enterprises": Enterprise.schema.document(settled.firm)
      default: EfficiencyLine.schema.document(settled.line)
      }
    return Registers.named(register)?.check(document, context) ?? []
  }
}

extension EnterpriseYear {
  mutating func isAboveScaleFixture() {
    aboveScale = true
    keyEnergyUser = true
    output = Amount(60_000)
    valueAdded = Amount(15_000)
    energy = Amount(120_000)
    basis = Bases.equivalent
    electricity = Amount(9000)
    co2 = Amount(600_000)
    wasteMade = Amount(100)
    wasteUsed = Amount(90)
  }
}

/// One rule broken: what was changed, and which rule must say so with which weight.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let name: String
  var severity: Severity
  let change: @Sendable (inout Scene) -> Void

  init(_ rule: String, _ name: String, _ severity: Severity, _ change: @escaping @Sendable (inout Scene) -> Void) {
    self.rule = rule
    self.name = name
    self.severity = severity
    self.change = change
  }

  var testDescription: String { "\(rule) \(name)" }
}
