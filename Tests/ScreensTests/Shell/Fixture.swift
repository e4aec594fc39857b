import Domain

@testable import UseCases

/// A few enterprises, projects and lines of Huzhou and Hangzhou, as a clerk would have typed them.
enum Fixture {
  static func fill(_ store: any Store, _ environment: Environment) throws -> [String: RecordID] {
    var ids: [String: RecordID] = [:]
    func save(_ register: String, _ name: String, _ values: [String: Value], _ children: [String: [ChildRow]] = [:])
      throws
    {
      let document = Document(register: register, id: environment.newID(), values: values, children: children)
      // As a new library is filled: what was filed comes with it.
      ids[name] = try store.write(as: environment) {
        try SaveRecord.write(
          document, base: 0, action: SaveRecord.action, in: $0, store, environment, isGuarded: false)
      }.document.id
    }
    func row(_ values: [String: Value]) -> ChildRow { ChildRow(id: environment.newID(), values: values) }

    try save(
      "enterprises", "安吉水泥",
      [
        "credit_code": .text("91330523MA2ABCDE0X"), "plant": .text("00"), "name": .text("安吉某某水泥有限公司"),
        "region": .text("330523"), "industry": .text("3011"), "sector": .text("building_materials"),
        "state": .text("running"),
      ],
      [
        "years": [
          row([
            "year": .integer(2022), "above_scale": .flag(true), "key_energy_user": .flag(true),
            "energy": .amount(Amount(186_000)), "basis": .text(Bases.equivalent),
          ])
        ]
      ])
    try save(
      "enterprises", "杭州纺织",
      [
        "credit_code": .text("91330109MA2ABCDE1W"), "plant": .text("00"), "name": .text("杭州某某纺织有限公司"),
        "region": .text("330109"), "industry": .text("1711"), "sector": .text("textiles"), "state": .text("running"),
      ])
    try save(
      "efficiency", "2#线",
      [
        "enterprise": ids["安吉水泥"].map { .record($0) } ?? .empty, "region": .text("330523"), "line": .text("2#熟料线"),
        "state": .text("running"), "year": .integer(2022), "product": .text("水泥熟料"), "capacity": .amount(Amount(2500)),
        "output": .amount(Amount(750_000)), "consumption": .amount(Amount(108)), "basis": .text(Bases.equivalent),
      ])

    func project(
      _ name: String, _ region: String, holder: String, saving: Int?, start: String, deadline: String,
      admitted: Bool = true,
      tiers: [String] = ["county"], milestones: [(String, String, String?)] = [], more: [String: Value] = [:]
    ) throws {
      var values: [String: Value] = [
        "name": .text(name), "region": .text(region), "holder_kind": .text("enterprise"),
        "enterprise": ids[holder].map { .record($0) } ?? .empty, "focus_area": .text("new_energy"),
        "kind": .text("waste_heat"), "content": .text("利用废气余热，\(name)，配套余热锅炉与汽轮发电机组。"),
        "deadline": Month(parsing: deadline).map { .month($0) } ?? .empty,
        "start_month": Month(parsing: start).map { .month($0) } ?? .empty, "basis": .text(Bases.equivalent),
        "investment_declared": .amount(Amount(2480)),
      ]
      if let saving { values["saving_declared"] = .amount(Amount(saving)) }
      values.merge(more) { $1 }
      let rows = milestones.map { stage, planned, actual in
        row([
          "stage": .text(stage), "planned": Day(parsing: planned).map { .day($0) } ?? .empty,
          "actual": actual.flatMap { Day(parsing: $0) }.map { .day($0) } ?? .empty,
        ])
      }
      let day = Day(parsing: "2023-05-12").map { Value.day($0) } ?? .empty
      let memberships = tiers.map { row(["tier": .text($0), "state": .text("admitted"), "admitted_on": day]) }
      try save(
        "projects", name, values,
        [
          "milestones": rows, "memberships": admitted ? memberships : [],
          "measures": [
            row([
              "name": .text("余热锅炉"), "quantity": .amount(Amount(2)), "quantity_unit": .text("台"),
              "investment": .amount(Amount(2900)),
            ]),
            row([
              "name": .text("汽轮发电机组4.5MW"), "quantity": .amount(Amount(1)), "quantity_unit": .text("套"),
              "investment": .amount(Amount(2300)),
            ]),
          ],
        ])
    }
    try project(
      "3号窑余热发电", "330523", holder: "安吉水泥", saving: 3871, start: "2023-06", deadline: "2024-05",
      tiers: ["county", "city", "province"],
      milestones: [
        ("preparation", "2023-03-01", "2023-03-02"), ("registration", "2023-04-15", "2023-04-20"),
        ("start", "2023-06-01", nil), ("completion", "2024-05-31", nil),
      ])
    try project(
      "屋顶光伏6.2MW", "330523", holder: "安吉水泥", saving: nil, start: "2023-07", deadline: "2024-03", admitted: false)
    try project(
      "电机系统与变频能效提升", "330523", holder: "安吉水泥", saving: 264, start: "2023-09", deadline: "2024-08",
      milestones: [("start", "2023-09-20", nil)])
    try project("定型机废气余热回收", "330109", holder: "杭州纺织", saving: 486, start: "2023-02", deadline: "2023-12")
    try project(
      "锅炉煤改气及集中供热", "330502", holder: "安吉水泥", saving: 1904, start: "2022-01", deadline: "2022-11",
      tiers: ["county", "city"])
    return ids
  }
}
