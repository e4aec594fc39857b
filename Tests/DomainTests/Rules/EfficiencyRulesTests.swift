import Testing

@testable import Domain

@Suite struct EfficiencyRulesTests {
  @Test func theSceneBreaksNoRule() {
    #expect(Scene().findings("efficiency") == [])
  }

  @Test func everyRuleHasACase() {
    #expect(Set(EfficiencyLine.rules.map(\.id)).subtracting(Self.cases.map(\.rule)) == [])
  }

  @Test(arguments: cases) func brokenRuleIsFound(_ test: RuleCase) {
    var scene = Scene()
    test.change(&scene)
    let found = scene.findings("efficiency")
    #expect(found.contains { $0.rule == test.rule && $0.severity == test.severity }, "\(found)")
  }

  static let cases: [RuleCase] = [
    RuleCase("R80", "地区不在本人所属地区", .error) { $0.scope = "330522" },
    RuleCase("R81", "明年数据", .error) { $0.line.year = 2024 },
    RuleCase("R82", "同线同年两条", .error) { scene in
      var twin = Scene.makeLine()
      twin.id = Scene.id(102)
      scene.otherLines = [twin]
    },
    RuleCase("R83", "水平未核实", .warning) { $0.line.product = "平板玻璃/＞800吨/天" },
    RuleCase("R83", "产品没有水平", .warning) { $0.line.product = "平板玻璃/没有的工艺" },
    RuleCase("R84", "产量超过产能", .warning) { $0.line.output = Amount(1_000_000) },
    RuleCase("R85", "可比值相差四成", .warning) { $0.line.comparable = Amount(150) },
    RuleCase("R86", "单耗单位填错", .warning) { $0.line.consumption = Amount(10_800) },
    RuleCase("R87", "劣于基准没有项目", .warning) {
      $0.line.consumption = Amount(120)
      $0.line.project = nil
      $0.line.action = "none"
      $0.project.line = nil
    },
    RuleCase("R88", "预期不降", .error) { $0.line.expectedConsumption = Amount(108) },
    RuleCase("R89", "劣于基准时限在2024年", .warning) { $0.line.consumption = Amount(120) },
    RuleCase("R89", "改造后仍未达标杆", .warning) { $0.line.expectedConsumption = Amount(103) },
    RuleCase("R90", "时限已过", .warning) { $0.line.actionBy = Scene.month(2023, 5) },
    RuleCase("R91", "企业不在清单", .error) { $0.isFirmListed = false },
    RuleCase("R92", "地区与企业不同", .warning) { $0.firm.region = "330522" },
    RuleCase("R92", "产品与企业领域不同", .warning) { $0.firm.sector = "steel" },
    RuleCase("R93", "超过企业综合能耗", .warning) { $0.firm.years[0].energy = Amount(75_000) },
    RuleCase("R94", "别家的项目", .error) { scene in
      var other = Scene.makeFirm()
      other.id = Scene.id(101)
      other.creditCode = "91330000733796106P"
      scene.otherFirms = [other]
      scene.project.enterprise = other.id
    },
    RuleCase("R95", "改造没有项目", .warning) {
      $0.line.project = nil
      $0.project.line = nil
    },
    RuleCase("R95", "项目已终止", .warning) { $0.project.stopDate = Scene.day(2023, 6, 1) },
    RuleCase("R96", "已淘汰仍有项目", .warning) {
      $0.line.state = "retired"
      $0.line.retiredOn = Scene.day(2023, 1, 1)
    },
    RuleCase("R97", "与上年相差过大", .warning) { scene in
      var last = Scene.makeLine()
      last.id = Scene.id(102)
      last.year = 2021
      last.consumption = Amount(160)
      scene.otherLines = [last]
    },
  ]
}
