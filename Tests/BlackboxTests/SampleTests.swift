import Foundation
import TestTerminal
import Testing

/// The sample library as it is shipped: it loads whole, shows every rule at work, and its figures are those of another program.
@Suite(.serialized) struct SampleTests {
  private static let day = "2023-06-30"
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../.."

  /// Loaded once; nobody changes it.
  private static let loaded: Result<Room, any Error> = Result {
    let room = try Room()
    let outcome = run(["init", room.library, "--from", root + "/sample-db", "--quiet"], room)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return room
  }

  private static func run(_ arguments: [String], _ room: Room) -> BuiltSanku.Outcome {
    BuiltSanku.run(arguments, environment: ["SANKU_LIBRARY": room.library, "SANKU_TODAY": day])
  }

  private func done(_ arguments: [String], _ room: Room) throws -> String {
    let outcome = Self.run(arguments, room)
    try #require(outcome.status == 0, "sanku \(arguments.joined(separator: " "))\n\(outcome.errors)")
    return outcome.output
  }

  @Test func itLoadsWithoutALossAndIsSound() throws {
    let room = try Self.loaded.get()
    let rejects = try FileManager.default.contentsOfDirectory(atPath: room.folder).filter { $0.contains("reject") }
    #expect(rejects == [])
    #expect(Self.run(["verify"], room).status == 0)
    for list in EveryRegisterTests.registers {
      let path = Self.root + "/sample-db/\(list).csv"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      #expect(try done(["list", list, "--format", "csv"], room).isEmpty == false, "\(list)")
      #expect(try Recount.table(path).isEmpty == false, "\(list)")
    }
  }

  /// What no record of a library by itself can break: a region outside a person's own, a key that the store gives once,
  /// a link to nothing, and tests that only a province sets.
  private static let beyond: Set = [
    "R02", "R64", "R80", "R201", "R211", "R221", "R231", "R241", "R251", "R261", "R291", "R300", "R310", "R320", "R330",
    "R340", "R350", "R360", "R370",
    "R63", "R82", "R205", "R215", "R234", "R245", "R255", "R262", "R295", "R302", "R312", "R352",
    "R32", "R91", "R45",
  ]

  @Test func everyRuleHasARecordThatShowsIt() throws {
    let room = try Self.loaded.get()
    let others: Set = ["people", "tiers", "quarters", "targets", "statistics"]
    var wanted: Set<String> = []
    for list in EveryRegisterTests.registers where !others.contains(list) {
      let schema = try JSONSerialization.jsonObject(
        with: Data(try done(["schema", list, "--format", "json"], room).utf8))
      let register = try #require((schema as? [[String: Any]])?.first ?? schema as? [String: Any])
      wanted.formUnion((register["rules"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
    }
    #expect(wanted.count > 150)
    let outcome = Self.run(["check", "--format", "json"], room)
    // Findings end with a status of their own.
    #expect(outcome.status == 1)
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    let shown = Set(rows.compactMap { $0["rule"] as? String })
    #expect(wanted.subtracting(Self.beyond).subtracting(shown).sorted() == [])
    #expect(Self.beyond.isSubset(of: wanted), "\(Self.beyond.subtracting(wanted))")
  }

  /// The labels under which 总览 shows the plan's targets, by indicator.
  private static let targets = [
    "diagnoses": "入户诊断企业", "started": "组织实施技改项目", "key_started": "其中省级重点", "roof_pv": "工业屋顶光伏并网",
    "energy_intensity": "规上增加值能耗下降", "carbon_intensity": "规上增加值碳排放下降", "water_intensity": "规上增加值水耗下降",
    "water_intensity_all": "工业增加值水耗下降", "solid_waste": "固废综合利用率", "baseline": "能效基准全达标",
    "benchmark": "能效标杆产能", "factories": "省级绿色低碳工厂", "audits": "清洁生产审核验收", "zero_waste": "省级无废工厂",
    "water_saving": "节水型企业", "water_benchmark": "标杆型节水企业", "water_leaders": "水效领跑者", "water_parks": "节水标杆园区",
    "parks": "省级绿色低碳园区",
  ]

  /// Each target on 总览 is the tally's figure, and the tally's figures are what another program counts from the export.
  @Test func allTargetsOfTheDashboardAreRecounted() throws {
    let room = try Self.loaded.get()
    for list in TallyRecountTests.lists {
      _ = try done(["export", list, "-o", "\(room.folder)/\(list).csv", "--quiet"], room)
    }
    var tallies: [String] = []
    for quarter in ["2022Q2", "2022Q4", "2023Q1", "2023Q2"] {
      let path = "\(room.folder)/\(quarter).region.json"
      _ = try done(["tally", "--quarter", quarter, "--by", "region", "--format", "json", "-o", path, "--quiet"], room)
      tallies.append(path)
    }
    let regions = ["regions-zhejiang", "regions-local"].map { "\(Self.root)/reference/\($0).csv" }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/recount-tally.py"
    let recount = BuiltSanku.run(
      [script, room.folder, regions.joined(separator: ","), Self.day] + tallies, program: "/usr/bin/python3")
    #expect(recount.status == 0, "\(recount.output.suffix(3000))\(recount.errors)")

    let text = try Data(contentsOf: URL(fileURLWithPath: "\(room.folder)/2023Q2.region.json"))
    let rows = try #require(try JSONSerialization.jsonObject(with: text) as? [[String: Any]])
    let desk = try Desk(room, columns: 160, rows: 60, environment: ["SANKU_TODAY": Self.day]).opened()
    desk.press("<Alt-1>")
    try desk.sees("计划目标")
    try desk.sees("省级绿色低碳园区")
    for (indicator, label) in Self.targets {
      let row = try #require(
        rows.first { $0["indicator"] as? String == indicator && $0["part"] as? String == "" }, "\(indicator)")
      let figure = try #require((row["cumulative"] ?? row["met"]) as? NSNumber, "\(indicator)")
      let line = try #require(desk.lines.first { $0.dropFirst().hasPrefix(label) }, "\(label)\n\(desk.screen)")
      let shown = try #require(line.firstMatch(of: /([0-9][0-9 ]*(?:\.[0-9]+)?)\//), "\(line)")
      #expect(Decimal(string: shown.1.filter { $0 != " " }) == figure.decimalValue, "\(line)")
      #expect(figure.decimalValue > 0, "\(indicator) has nothing in the sample")
    }
  }
}
