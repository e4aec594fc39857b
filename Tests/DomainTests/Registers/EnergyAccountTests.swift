import Testing

@testable import Domain

@Suite struct EnergyAccountTests {
  private func use(_ carrier: String, _ quantity: String, _ unit: String = "", factor: String? = nil) -> CarrierUse {
    var row = CarrierUse()
    row.carrier = carrier
    row.quantity = Scene.amount(quantity)
    row.meterUnit = unit
    row.factor = factor.map(Scene.amount)
    return row
  }

  private func month(_ carriers: [CarrierUse], _ reference: ReferenceTables = .builtIn) -> EnergyMonth {
    var record = EnergyMonth()
    record.id = Scene.id(600)
    record.enterprise = Scene.id(1)
    record.month = Scene.month(2022, 3)
    record.carriers = carriers
    var scene = Scene()
    scene.settle()
    record.derive(in: DeriveContext(reference: reference, library: scene.library))
    return record
  }

  /// 1 万kWh is 1.229 tce whatever unit the meter speaks.
  @Test(arguments: [("", "100"), ("wan_kwh", "100"), ("kwh", "1000000")])
  func electricityCountsByItsHeat(_ unit: String, _ quantity: String) {
    let found = month([use("electricity", quantity, unit)])
    #expect(found.energy?.plain == "122.9")
    #expect(found.electricity == Amount(100))
    #expect(found.energyPrimary == nil, "等价 is unset until an administrator enters it")
    #expect(found.carriers[0].factors.hasPrefix("0.1229 kgce/kWh; "))
  }

  @Test func aMeasuredFactorStandsAndIsKept() {
    let found = month([use("raw_coal", "1000", factor: "0.6"), use("electricity", "100")])
    #expect(found.carriers[0].energy == Amount(600))
    #expect(found.energy?.plain == "722.9")
    #expect(found.carriers[0].factors.hasPrefix("0.6 kgce/kg"))
  }

  /// A part that cannot be turned into coal would make the sum too small: there is none.
  @Test func aSumWithAPartMissingIsNone() {
    let found = month([use("electricity", "100"), use("raw_coal", "5", "kwh")])
    #expect(found.energy == nil && found.co2 == nil)
    #expect(found.carriers[0].energy?.plain == "122.9" && found.carriers[1].energy == nil)
  }

  @Test func co2GoesByCarrierAndYear() throws {
    let found = month([use("electricity", "100"), use("raw_coal", "10")])
    let power = try #require(ReferenceTables.builtIn.carbon.co2("electricity", Amount(100), year: 2022))
    let coal = try #require(ReferenceTables.builtIn.carbon.co2("raw_coal", Amount(10), year: 2022))
    #expect(found.co2 == power + coal && power > .zero && coal > .zero)
  }

  private func standing(_ budget: Int, _ uses: [Int]) throws -> BudgetStanding {
    var row = EnergyBudget()
    row.year = 2023
    row.energy = Amount(budget)
    row.basis = Bases.equivalent
    let months = uses.enumerated().map { place, tce in
      var month = EnergyMonth()
      month.year = 2023
      month.month = Scene.month(2023, place + 1)
      month.energy = Amount(tce)
      return month
    }
    var other = EnergyMonth()
    other.year = 2022
    other.energy = Amount(1_000_000)
    return try #require(BudgetStanding(row, months + [other]))
  }

  @Test func aBudgetIsUsedLeftAndForecast() throws {
    let within = try standing(1200, [90, 100, 110])
    #expect(within.used == Amount(300) && within.left == Amount(900) && within.forecast == Amount(1200))
    #expect(within.state == "within")
    #expect(try standing(1199, [90, 100, 110]).state == "forecast_over")
    #expect(try standing(299, [90, 100, 110]).state == "over")
    #expect(try standing(1200, []).state == "no_use")
    #expect(try standing(299, [90, 100, 110]).left == Amount(-1))
  }

  /// Figures of the other basis are left out and counted, never added.
  @Test func monthsOfTheOtherBasisAreLeftOut() throws {
    var row = EnergyBudget()
    row.year = 2023
    row.energy = Amount(1000)
    row.basis = Bases.primary
    var month = EnergyMonth()
    month.year = 2023
    month.energy = Amount(500)
    let found = try #require(BudgetStanding(row, [month]))
    #expect(found.used == .zero && found.months == 0 && found.monthsWithout == 1 && found.state == "no_use")
  }
}
