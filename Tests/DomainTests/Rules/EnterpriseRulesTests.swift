import Testing

@testable import Domain

@Suite struct EnterpriseRulesTests {
  @Test func theSceneBreaksNoRule() {
    #expect(Scene().findings("enterprises") == [])
  }

  @Test func everyRuleHasACase() {
    #expect(Set(Enterprise.rules.map(\.id)).subtracting(Self.cases.map(\.rule)) == [])
  }

  @Test(arguments: cases) func brokenRuleIsFound(_ test: RuleCase) {
    var scene = Scene()
    test.change(&scene)
    let found = scene.findings("enterprises")
    #expect(found.contains { $0.rule == test.rule && $0.severity == test.severity }, "\(found)")
  }

  private static func energyMonth(_ year: Int, _ month: Int, _ electricity: Amount) -> EnergyMonth {
    var record = EnergyMonth()
    record.id = Scene.id(UInt64(year * 100 + month))
    record.enterprise = Scene.id(1)
    record.month = Scene.month(year, month)
    var power = CarrierUse()
    power.carrier = "electricity"
    power.quantity = electricity
    record.carriers = [power]
    return record
  }

  private static func budget(_ energy: Int) -> EnergyBudget {
    var row = EnergyBudget()
    row.year = 2023
    row.energy = Amount(energy)
    row.basis = Bases.equivalent
    return row
  }

  static let cases: [RuleCase] = [
    RuleCase("R60", "信用代码校验码不符", .error) { $0.firm.creditCode = "913301007996550581" },
    RuleCase("R61", "临时代码", .warning) { $0.firm.creditCode = "LS330523000017" },
    RuleCase("R62", "厂区号三位", .error) { $0.firm.plant = "001" },
    RuleCase("R63", "代码重复登记", .error) { scene in
      var twin = Scene.makeFirm()
      twin.id = Scene.id(101)
      scene.otherFirms = [twin]
    },
    RuleCase("R64", "地区不在本人所属地区", .error) { $0.scope = "330522" },
    RuleCase("R65", "水泥企业归纺织", .warning) { $0.firm.sector = "textile" },
    RuleCase("R66", "关停企业仍有在产线", .warning) { $0.firm.state = "closed" },
    RuleCase("R67", "同年两行", .error) { $0.firm.years.append($0.firm.years[0]) },
    RuleCase("R67", "明年数据", .error) { $0.firm.years[0].year = 2024 },
    RuleCase("R68", "电折标超过综合能耗", .warning) { $0.firm.years[0].energy = Amount(9000) },
    RuleCase("R68", "增加值大于产值", .warning) { $0.firm.years[0].valueAdded = Amount(70_000) },
    RuleCase("R68", "固废利用大于产生", .warning) { $0.firm.years[0].wasteUsed = Amount(200) },
    RuleCase("R69", "厂区填了能耗", .warning) { $0.firm.plant = "01" },
    RuleCase("R70", "更名未填原名", .error) {
      var change = EnterpriseChange()
      change.kind = "rename"
      change.day = Scene.day(2023, 1, 1)
      $0.firm.changes = [change]
    },
    RuleCase("R72", "十二个月合计与年度能耗不符", .warning) { scene in
      scene.months = (1...12).map { energyMonth(2022, $0, Amount(5000)) }
    },
    RuleCase("R73", "同年两份预算", .error) { $0.firm.budgets = [budget(90_000), budget(95_000)] },
    RuleCase("R74", "预计超预算", .warning) { scene in
      scene.firm.budgets = [budget(60_000)]
      scene.months = [energyMonth(2023, 1, Amount(5000))]
    },
    RuleCase("R71", "合并未填承继企业", .warning) {
      var change = EnterpriseChange()
      change.kind = "merge"
      change.day = Scene.day(2023, 1, 1)
      $0.firm.changes = [change]
    },
  ]
}
