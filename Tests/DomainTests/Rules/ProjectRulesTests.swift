import Testing

@testable import Domain

@Suite struct ProjectRulesTests {
  @Test func theSceneBreaksNoRule() {
    #expect(Scene().findings("projects") == [])
  }

  @Test func everyRuleHasACase() {
    let tested = Set(Self.cases.map(\.rule))
    #expect(Set(Project.rules.map(\.id)).subtracting(tested) == [])
  }

  @Test(arguments: cases) func brokenRuleIsFound(_ test: RuleCase) {
    var scene = Scene()
    test.change(&scene)
    let found = scene.findings("projects").filter { $0.rule == test.rule }
    #expect(found.contains { $0.severity == test.severity }, "\(scene.findings("projects"))")
    for finding in found {
      #expect(!finding.message.zh.isEmpty && !finding.message.en.isEmpty && !finding.fields.isEmpty)
    }
  }

  static let cases: [RuleCase] = basic + dates + running + energy + levels + money + lists

  private static let basic: [RuleCase] = [
    RuleCase("R02", "地区不在本人所属地区", .error) { $0.scope = "330522" },
    RuleCase("R03", "余热余压不属工艺装备", .error) { $0.project.focusArea = "process" },
    RuleCase("R04", "项目代码少一位", .error) { $0.project.projectCode = "2303-330523-07-02-12345" },
    RuleCase("R05", "项目代码属长兴", .warning) { $0.project.projectCode = "2303-330522-07-02-123456" },
    RuleCase("R05", "项目代码年月在后", .warning) { $0.project.projectCode = "2311-330523-07-02-123456" },
    RuleCase("R45", "省级库投资不足2000万元", .warning) {
      $0.project.region = "330522"
      $0.project.memberships = [
        Scene.membership(61, .county, Scene.day(2023, 5, 12)), Scene.membership(62, .city, Scene.day(2023, 5, 20)),
      ]
      var filing = FilingRecord()
      filing.tier = Tier.province.rawValue
      filing.kind = FilingKind.admit.rawValue
      filing.outcome = FilingOutcome.waiting.rawValue
      $0.project.filings = [filing]
      $0.project.investmentEquipment = Amount(1000)
    },
    RuleCase("R45", "工期六年", .warning) { $0.project.deadline = Scene.month(2029, 7) },
    RuleCase("R46", "光伏装机填成瓦", .warning) {
      $0.project.kind = "roof_pv"
      $0.project.pvKilowatts = Amount(6_200_000)
      $0.project.pvArea = Amount(60_000)
    },
    RuleCase("R47", "储能四十小时", .warning) {
      $0.project.kind = "storage"
      $0.project.storageKilowatts = Amount(100)
      $0.project.storageKilowattHours = Amount(4000)
    },
    RuleCase("R48", "回用水不增加", .error) {
      $0.project.kind = "water"
      $0.project.reuseBefore = Amount(500)
      $0.project.reuseAfter = Amount(500)
    },
    RuleCase("R49", "光伏年利用三千小时", .warning) {
      $0.project.kind = "roof_pv"
      $0.project.pvKilowatts = Amount(6200)
      $0.project.renewableOutput = Amount(1860)
    },
  ]

  private static let dates: [RuleCase] = [
    RuleCase("R06", "期限早于改造时间", .error) { $0.project.deadline = Scene.month(2023, 5) },
    RuleCase("R08", "计划竣工早于开工", .error) { $0.project.milestones[3].planned = Scene.day(2023, 5, 1) },
    RuleCase("R09", "开工早于备案", .error) { $0.project.milestones[2].actual = Scene.day(2023, 4, 1) },
    RuleCase("R10", "实际开工在明天", .error) { $0.project.milestones[2].actual = Scene.day(2023, 6, 16) },
    RuleCase("R10", "并网日期在后", .error) { $0.project.gridDate = Scene.day(2023, 7, 1) },
    RuleCase("R11", "开工填了两行", .error) {
      $0.project.milestones.append(Scene.milestone(59, "start", Scene.day(2023, 6, 25)))
    },
    RuleCase("R12", "节点与改造时间不一致", .warning) { $0.project.startMonth = Scene.month(2023, 5) },
    RuleCase("R13", "已竣工未填开工", .warning) {
      $0.today = Scene.day(2024, 7, 1)
      $0.project.milestones[3].actual = Scene.day(2024, 5, 20)
    },
    RuleCase("R14", "计划开工已过", .warning) { $0.today = Scene.day(2023, 6, 21) },
  ]

  private static let running: [RuleCase] = [
    RuleCase("R40", "同一季度报两次", .error) {
      $0.project.progress = [
        Scene.report(71, Scene.month(2023, 3), 100, 100), Scene.report(72, Scene.month(2023, 3), 100, 200),
      ]
    },
    RuleCase("R40", "报告期在后", .error) { $0.project.progress = [Scene.report(71, Scene.month(2023, 9), 100, 100)] },
    RuleCase("R41", "累计投资减少", .warning) {
      $0.project.progress = [
        Scene.report(71, Scene.month(2023, 3), 500, 500), Scene.report(72, Scene.month(2023, 6), 0, 400),
      ]
    },
    RuleCase("R41", "累计投资超过总投资", .warning) {
      $0.project.progress = [Scene.report(71, Scene.month(2023, 6), 6300, 6300)]
    },
    RuleCase("R42", "余热项目填并网", .warning) { $0.project.gridDate = Scene.day(2023, 6, 1) },
    RuleCase("R42", "有并网容量无日期", .warning) {
      $0.project.kind = "roof_pv"
      $0.project.pvKilowatts = Amount(6200)
      $0.project.gridKilowatts = Amount(6200)
    },
    RuleCase("R43", "未验收已核定", .error) { $0.project.savingVerified = Amount(3800) },
    RuleCase("R44", "核定远低于预期", .warning) {
      $0.project.savingVerified = Amount(1000)
      $0.project.verifiedBasis = Bases.equivalent
    },
    RuleCase("R50", "验收后终止", .error) {
      $0.project.milestones[4].actual = Scene.day(2023, 6, 1)
      $0.project.stopDate = Scene.day(2023, 6, 10)
    },
    RuleCase("R51", "备案晚于开工", .error) {
      $0.project.milestones[2].actual = Scene.day(2023, 6, 1)
      var row = Procedure()
      row.kind = "registration"
      row.state = "done"
      row.day = Scene.day(2023, 6, 10)
      $0.project.procedures = [row]
    },
  ]

  private static let energy: [RuleCase] = [
    RuleCase("R15", "没有预期目标", .error) { $0.project.energy = [] },
    RuleCase("R16", "等价系数未设", .error) { $0.project.basis = Bases.primary },
    RuleCase("R17", "电力填了两行", .error) { $0.project.energy[1].carrier = "electricity" },
    RuleCase("R17", "原煤系数填成发热量", .error) { $0.project.energy[1].factor = Amount(20934) },
    RuleCase("R18", "申报节能量不符", .warning) { $0.project.savingDeclared = Amount(4900) },
    RuleCase("R19", "措施节能之和不符", .warning) { $0.project.measures[0].saving = Amount(500) },
    RuleCase("R20", "改造前超过企业能耗", .error) { $0.firm.years[0].energy = Amount(70_000) },
    RuleCase("R22", "节能过半", .warning) {
      $0.project.energy.removeLast(); $0.project.energy[0].after = Amount(3000)
    },
    RuleCase("R23", "单耗乘产量不符", .warning) { $0.line.output = Amount(900_000) },
    RuleCase("R24", "申报减碳不符", .warning) { $0.project.co2Declared = Amount(30_000) },
    RuleCase("R25", "改造后不节能", .warning) { $0.project.energy[0].after = Amount(7000) },
  ]

  private static let levels: [RuleCase] = [
    RuleCase("R21", "改造后未达标杆", .warning) { $0.project.unitAfter = Amount(103) },
    RuleCase("R21", "省级重点未达标杆", .error) {
      $0.project.unitAfter = Amount(103)
      var plan = AnnualPlan()
      plan.tier = "province"
      plan.year = 2023
      plan.state = "listed"
      $0.project.plans = [plan]
    },
    RuleCase("R26", "单耗不降", .warning) { $0.project.unitAfter = Amount(108) },
  ]

  private static let money: [RuleCase] = [
    RuleCase("R27", "措施与总投资不符", .warning) { $0.project.measures[0].investment = Amount(2000) },
    RuleCase("R27", "申报总投资不符", .warning) { $0.project.investmentDeclared = Amount(6000) },
    RuleCase("R28", "资金来源不足", .warning) { $0.project.fundOwn = Amount(5000) },
    RuleCase("R29", "吨标煤投资偏高", .warning) {
      $0.low = Scene.amount("0.2")
      $0.high = Scene.amount("0.5")
    },
    RuleCase("R30", "份额超过总投资", .error) {
      var share = ProjectShare()
      share.region = "330522"
      share.investment = Amount(6000)
      $0.project.shares = [share]
    },
    RuleCase("R31", "中央资金重复享受", .warning) {
      var one = Support()
      one.kind = "central_budget"
      var two = Support()
      two.kind = "central_fund"
      $0.project.supports = [one, two]
    },
  ]

  private static let lists: [RuleCase] = [
    RuleCase("R32", "企业不在清单", .error) { $0.isFirmListed = false },
    RuleCase("R33", "企业已关停", .warning) { $0.firm.state = "closed" },
    RuleCase("R33", "地区与企业不同", .warning) { $0.firm.region = "330522" },
    RuleCase("R34", "别家的生产线", .error) { scene in
      var other = Scene.makeFirm()
      other.id = Scene.id(101)
      other.creditCode = "91330000733796106P"
      scene.otherFirms = [other]
      scene.line.enterprise = other.id
    },
    RuleCase("R35", "工艺项目没有生产线", .warning) {
      $0.project.line = nil
      $0.project.focusArea = "process"
      $0.project.kind = "kiln"
    },
    RuleCase("R35", "生产线不在能效清单", .warning) { $0.isLineListed = false },
    RuleCase("R36", "生产线拟淘汰", .warning) { $0.line.action = "retire" },
    RuleCase("R37", "改造前单耗与能效清单不同", .warning) { $0.project.unitBefore = Amount(109) },
    RuleCase("R38", "生产线对应另一项目", .warning) { scene in
      var other = Scene.makeProject()
      other.id = Scene.id(103)
      other.name = "窑尾预热器改造"
      scene.others = [other]
      scene.line.project = other.id
    },
    RuleCase("R39", "同名项目再报", .warning) { scene in
      var other = Scene.makeProject()
      other.id = Scene.id(103)
      other.name = "三号窑余热发电技术改造项目"
      scene.others = [other]
    },
  ]
}
