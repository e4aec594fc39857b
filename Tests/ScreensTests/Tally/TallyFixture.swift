import Domain

@testable import UseCases

/// Projects under way in the counties of Huzhou, with targets and official values: what a supervisor looks at.
enum TallyFixture {
  /// Each project: region, name, start, the quarters reported, invested in each.
  private static let projects: [(region: String, name: String, start: String, reports: [(String, Int)])] = [
    ("330502", "空压站集中供气改造", "2022-09-05", [("2023-03", 120), ("2023-06", 80)]),
    ("330503", "锅炉烟气余热回收", "2022-11-20", [("2023-03", 60), ("2023-06", 45)]),
    ("330521", "注塑机伺服改造", "2023-02-10", [("2023-03", 30), ("2023-06", 52)]),
    ("330521", "染色中水回用提升", "2023-04-18", [("2023-06", 15)]),
    ("330522", "熟料线预热器改造", "2022-06-30", [("2023-03", 900), ("2023-06", 640)]),
    ("330522", "永磁电机替换", "2023-05-06", [("2023-06", 20)]),
    ("330523", "竹木废料热电联产", "2023-03-15", [("2023-03", 210)]),
    ("330523", "屋顶光伏二期", "2023-06-01", []),
  ]

  /// Cumulative targets of Huzhou's counties; 420 in all, of which five are given to nobody.
  private static let targets = [
    "330500": 420, "330502": 70, "330503": 75, "330521": 85, "330522": 100, "330523": 85,
  ]

  @discardableResult
  static func fill(_ store: any Store, _ environment: Environment) throws -> [String: RecordID] {
    var ids: [String: RecordID] = [:]
    func row(_ values: [String: Value]) -> ChildRow { ChildRow(id: environment.newID(), values: values) }
    func day(_ text: String) -> Value { Day(parsing: text).map { .day($0) } ?? .empty }
    func save(_ name: String, _ document: Document) throws {
      ids[name] = try store.write(as: environment) {
        try SaveRecord.write(
          document, base: 0, action: SaveRecord.action, in: $0, store, environment, isGuarded: false)
      }.document.id
    }
    let firm = try store.list(Query(register: "enterprises")).ids(limit: 1).first
    for project in projects {
      let reports = project.reports.enumerated().map { place, report -> ChildRow in
        let soFar = project.reports.prefix(place + 1).reduce(0) { $0 + $1.1 }
        return row([
          "month": Month(parsing: report.0).map { .month($0) } ?? .empty, "invested": .amount(Amount(report.1)),
          "invested_so_far": .amount(Amount(soFar)), "status": .text("设备安装"), "pace": .text("on_plan"),
        ])
      }
      let document = Document(
        register: "projects", id: environment.newID(),
        values: [
          "name": .text(project.name), "region": .text(project.region), "holder_kind": .text("enterprise"),
          "enterprise": firm.map { .record($0) } ?? .empty, "focus_area": .text("process"),
          "kind": .text("process_retrofit"), "content": .text(project.name),
          "start_month": .month(Month(number: 202206) ?? Month(of: .first)),
          "deadline": .month(Month(number: 202406) ?? Month(of: .first)), "contact": .text("李明"),
          "phone": .text("10012345678"), "investment_declared": .amount(Amount(2400)),
        ],
        children: [
          "milestones": [row(["stage": .text("start"), "planned": day(project.start), "actual": day(project.start)])],
          "memberships": [
            row(["tier": .text("county"), "state": .text("admitted"), "admitted_on": day("2022-06-01")])
          ],
          "progress": reports,
        ])
      try save(project.name, document)
    }
    for (region, value) in targets.sorted(by: { $0.key < $1.key }) {
      try save("target " + region, target(region, value, environment))
    }
    var official = OfficialValue()
    official.id = environment.newID()
    official.region = "330500"
    official.indicator = "solid_waste"
    official.period = "2023-05"
    official.value = Amount(scaled: 976_000)
    official.department = "市生态环境局"
    official.receivedOn = Day(number: 20_230_618)
    try save("solid waste", OfficialValue.schema.document(official))
    return ids
  }

  private static func target(_ region: String, _ value: Int, _ environment: Environment) -> Document {
    var target = RegionTarget()
    target.id = environment.newID()
    target.region = region
    target.indicator = "started"
    target.year = 2024
    target.value = Amount(value)
    target.split = "share"
    return RegionTarget.schema.document(target)
  }
}
