import Testing

@testable import Domain

/// Own estimates beside official values: which years of which firms count, and that nothing is rounded up.
@Suite struct OwnEstimateTests {
  private func year(_ year: Int, _ energy: Int, _ output: Int?, basis: String = Bases.equivalent) -> EnterpriseYear {
    var row = EnterpriseYear()
    row.year = year
    row.keyEnergyUser = true
    row.energy = Amount(energy)
    row.basis = basis
    row.valueAddedComparable = output.map { Amount($0) }
    row.wasteMade = Amount(300)
    row.wasteUsed = Amount(299)
    return row
  }

  /// The sums of some firms in one year, in the order of the estimate's terms.
  private func sums(_ estimate: OwnEstimate, _ year: Int, _ firms: [[EnterpriseYear]]) -> [Amount] {
    estimate.measures.map { measure in
      firms.reduce(Amount.zero) { sum, years in
        var firm = Enterprise()
        firm.plant = "00"
        firm.region = "330523"
        firm.keyEnergyUser = true
        firm.years = years
        return measure.facts(of: Enterprise.schema.document(firm), in: .builtIn)
          .filter { $0.dimensions[0] == String(year) }.reduce(sum) { $0 + $1.amount }
      }
    }
  }

  @Test func aFallIsThatOfTheSumsOfTheSameFirms() {
    let firms = [
      [year(2021, 1000, 100), year(2022, 900, 110)], [year(2021, 500, 50), year(2022, 520, 50)],
      // No figure of the base year, none of the year, none of value added, another basis: left out, and not covered.
      [year(2022, 9000, 10)], [year(2021, 9000, 10)], [year(2021, 9000, 10), year(2022, 8000, nil)],
      [year(2021, 9000, 10), year(2022, 100, 10, basis: Bases.primary)],
      // A year that is listed twice is no year.
      [year(2021, 9000, 10), year(2022, 100, 10), year(2022, 200, 10)],
    ]
    let found = sums(.energy, 2022, firms)
    #expect(found == [Amount(2), Amount(1420), Amount(160), Amount(1500), Amount(150)])
    // 1 - (1420 / 160) / (1500 / 150) = 11.25 %
    #expect(OwnEstimate.energy.value(found) == Amount(scaled: 112_500))
    #expect(sums(.energy, 2021, firms).allSatisfy { $0 == .zero }, "the base year is compared with nothing")
  }

  @Test func nothingIsRoundedUp() {
    let found = sums(.waste, 2022, [[year(2022, 1, 1)]])
    #expect(found == [Amount(1), Amount(299), Amount(300)])
    #expect(OwnEstimate.waste.value(found) == Amount(scaled: 996_666))
    // A rise is a fall below zero, rounded away from it.
    let rise = sums(.energy, 2022, [[year(2021, 300, 100), year(2022, 301, 100)]])
    #expect(OwnEstimate.energy.value(rise) == Amount(scaled: -3334))
    #expect(OwnEstimate.energy.value(sums(.energy, 2022, [])) == nil)
  }

  @Test func onlyKeyUsersWholeFirmsCount() {
    let measure = OwnEstimate.energy.measures[0]
    for (plant, isKey, count) in [("00", true, 1), ("01", true, 0), ("00", false, 0)] {
      var firm = Enterprise()
      firm.plant = plant
      firm.keyEnergyUser = isKey
      firm.years = [year(2021, 10, 10), year(2022, 10, 10)]
      #expect(measure.facts(of: Enterprise.schema.document(firm), in: .builtIn).count == count)
    }
  }
}
