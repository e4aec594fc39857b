import Domain

/// Makes up the plan's further registers around enterprises, lines and projects that are there already.
///
/// It draws from numbers of its own, so that what those three are does not hang on it; the same input gives the same
/// records.
package struct RegisterMaker {
  let reference: ReferenceTables
  let today: Day
  var random: SeededRandom
  var enterprises: [Enterprise] = []
  var lines: [EfficiencyLine] = []
  var projects: [Project] = []
  /// Projects by their enterprise, lines by theirs: places in the arrays.
  private(set) var projectsOf: [RecordID: [Int]] = [:]
  private(set) var linesOf: [RecordID: [Int]] = [:]
  private var made: Int64 = 0
  private let start: Instant

  /// Around the enterprises, lines and projects among `documents`.
  package init(_ documents: [Document], reference: ReferenceTables, seed: UInt64, today: Day) {
    self.reference = reference
    self.today = today
    random = SeededRandom(seed: seed &* 0x9E37_79B9 &+ 17)
    // After every id that the three lists were given.
    start = Instant(milliseconds: Int64(today.serial) * 86_400_000 + 3_600_000)
    for document in documents {
      switch document.register {
      case Enterprise.schema.id: enterprises.append(Enterprise.schema.record(document))
      case EfficiencyLine.schema.id: lines.append(EfficiencyLine.schema.record(document))
      default: projects.append(Project.schema.record(document))
      }
    }
    for (place, project) in projects.enumerated() {
      if let holder = project.enterprise { projectsOf[holder, default: []].append(place) }
    }
    for (place, line) in lines.enumerated() {
      if let holder = line.enterprise { linesOf[holder, default: []].append(place) }
    }
  }

  /// Every record in an order in which it can be written, the three lists first; with `faults`, some that rules find.
  package mutating func make(faults: Bool) -> [Document] {
    var parks = makeParks()
    var catalogue = makeCatalogue()
    var diagnoses = makeDiagnoses()
    var titles = makeTitles(parks)
    var audits = makeAudits()
    var phaseouts = makePhaseouts(parks)
    var research = makeResearch(catalogue)
    var batteries = makeBatteries()
    if faults {
      RegisterFaults.spoil(&diagnoses, RegisterFaults.diagnoses)
      RegisterFaults.spoil(&titles, RegisterFaults.titles)
      RegisterFaults.spoil(&audits, RegisterFaults.audits)
      RegisterFaults.spoil(&phaseouts, RegisterFaults.phaseouts)
      RegisterFaults.spoil(&parks, RegisterFaults.parks)
      RegisterFaults.spoil(&research, RegisterFaults.research)
      RegisterFaults.spoil(&catalogue, RegisterFaults.catalogue)
      RegisterFaults.spoil(&batteries, RegisterFaults.batteries)
    }
    return parks.map(Park.schema.document) + enterprises.map(Enterprise.schema.document)
      + lines.map(EfficiencyLine.schema.document) + catalogue.map(CatalogueItem.schema.document)
      + projects.map(Project.schema.document) + diagnoses.map(Diagnosis.schema.document)
      + titles.map(Recognition.schema.document) + audits.map(Audit.schema.document)
      + phaseouts.map(Phaseout.schema.document) + research.map(Research.schema.document)
      + batteries.map(Battery.schema.document)
  }

  /// A new id, later than all before it.
  mutating func newID() -> RecordID {
    made += 1
    return RecordID(at: start.adding(milliseconds: made), random: (random.next(), random.next()))
  }

  /// A day in a span, not after today.
  mutating func day(_ from: Int, _ through: Int) -> Day {
    let first = Day(number: from) ?? today
    let last = min(Day(number: through) ?? today, today)
    guard first < last else { return last }
    return first.adding(days: random.int(0...Int(last.serial - first.serial)))
  }

  /// A day so many days later, or nil where that lies ahead.
  mutating func later(_ day: Day?, _ days: ClosedRange<Int>) -> Day? {
    guard let then = day?.adding(days: random.int(days)), then <= today else { return nil }
    return then
  }

  mutating func person() -> String { random.pick(MadeUpNames.surnames) + random.pick(MadeUpNames.given) }

  /// A number that no subscriber has.
  mutating func phone() -> String { "100\(random.int(10_000_000...99_999_999))" }

  mutating func firm(_ kind: String) -> String { "样例\(random.pick(MadeUpNames.second))\(kind)有限公司" }

  /// The short name of the city that a region lies in.
  func city(_ region: String) -> String { reference.regions.city(of: region)?.shortName ?? "浙江" }

  /// The whole firms that run, whose energy is known.
  var firms: [Enterprise] { enterprises.filter { $0.plant == "00" && $0.state == "running" && !$0.years.isEmpty } }
}

extension Enterprise {
  /// The energy of its last year.
  var lastEnergy: Amount { years.last?.energy ?? Amount(2000) }
}
