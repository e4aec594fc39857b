import Testing

@testable import Domain

@Suite struct EfficiencyLineTests {
  private func line(_ change: (inout EfficiencyLine) -> Void = { _ in }) -> EfficiencyLine {
    var scene = Scene()
    change(&scene.line)
    scene.settle()
    return scene.line
  }

  @Test func levelsAndGapsAreExact() {
    let found = line()
    #expect(found.benchmark == Amount(100) && found.baseline == Amount(117) && found.levelUnit == "kgce/t")
    #expect(found.gapToBenchmark == Amount(8) && found.gapToBaseline == Amount(-9))
    #expect(
      found.grade == "between" && found.expectedGrade == "benchmark" && found.edition == "2021" && found.isVerified)
    #expect(found.name == "安吉某某水泥有限公司 2#熟料线" && found.productSector == "building_materials")
    #expect(found.key == "91330100799655058B-00/2#熟料线/水泥熟料/2022")
  }

  @Test(arguments: [("100", "benchmark"), ("100.0001", "between"), ("117", "between"), ("117.0001", "below")])
  func aValueAtALevelReachesIt(_ value: String, _ grade: String) {
    #expect(line { $0.consumption = Scene.amount(value) }.grade == grade)
  }

  @Test func theComparableValueIsJudged() {
    #expect(line { $0.comparable = Amount(99) }.grade == "benchmark")
  }

  @Test func levelsMayBeNegative() {
    let found = line {
      $0.product = "炼钢/转炉工序"
      $0.consumption = Amount(-29)
    }
    #expect(found.grade == "between" && found.gapToBenchmark == Amount(1) && !found.isVerified && found.weight == nil)
  }

  @Test func dataFrom2024SayThatTheEditionIsOld() {
    #expect(line { $0.year = 2024 }.isEditionOutdated)
    #expect(!line().isEditionOutdated)
  }

  @Test func weightsFollowTheUnit() {
    // 13 350 kWh/t x 0.1229 kgce/kWh x 1 000 t
    let aluminium = line {
      $0.product = "电解铝"
      $0.capacity = Amount(1000)
    }
    #expect(aluminium.weight == Scene.amount("1640.715"))
    // kgoe/(t·能量因数) is no coal by quantity.
    #expect(line { $0.product = "炼油" }.weight == nil)
  }
}
