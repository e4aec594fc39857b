import Testing

@testable import Domain

@Suite struct EnterpriseTests {
  @Test func theLatestYearStandsForTheEnterprise() {
    var scene = Scene()
    var older = EnterpriseYear()
    older.year = 2021
    older.energy = Amount(1)
    older.basis = Bases.equivalent
    scene.firm.years.append(older)
    scene.settle()
    #expect(scene.firm.latestYear == 2022 && scene.firm.energy == Amount(120_000) && scene.firm.keyEnergyUser)
    #expect(scene.firm.carbonIntensity == Amount(40) && scene.firm.energyIntensity == Amount(8))
    #expect(scene.firm.key == "91330100799655058B-00")
  }

  @Test func noIntensityWithoutValueAdded() {
    var scene = Scene()
    scene.firm.years[0].valueAdded = .zero
    scene.settle()
    #expect(scene.firm.carbonIntensity == nil && scene.firm.energyIntensity == nil)
  }

  @Test func basesStandApart() {
    var scene = Scene()
    scene.firm.years[0].basis = Bases.primary
    scene.settle()
    #expect(
      scene.firm.energy == nil && scene.firm.energyPrimary == Amount(120_000) && scene.firm.energyIntensity == nil)
  }

  @Test func aTemporaryCodeIsToBeCompleted() {
    var scene = Scene()
    scene.firm.creditCode = "LS330523000017"
    scene.settle()
    #expect(scene.firm.needsCode && scene.firm.key == "LS330523000017-00")
  }
}
