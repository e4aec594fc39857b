import Testing

@testable import Domain

@Suite struct FactorsTests {
  let tables = ReferenceTables.builtIn

  @Test func standardCoal() {
    #expect(tables.energy.all.count == 25)
    #expect(tables.energy.tce("raw_coal", Amount(1000), basis: .equivalentCalorific)?.plain == "714.3")
    #expect(tables.energy.tce("electricity", Amount(100), basis: .equivalentCalorific)?.plain == "122.9")
    #expect(
      tables.energy.tce("electricity", Amount(10_000), .kilowattHour, basis: .equivalentCalorific)?.plain == "1.229")
    #expect(tables.energy.tce("electricity", Amount(100), basis: .equivalentCoal) == nil)
    #expect(tables.energy.tce("heat", Amount(100), basis: .equivalentCalorific)?.plain == "3.412")
    #expect(tables.energy.tce("natural_gas", Amount(1), basis: .equivalentCalorific)?.plain == "13.3")
    #expect(tables.energy.tce("raw_coal", Amount(1), .kilowattHour, basis: .equivalentCalorific) == nil)
    #expect(tables.energy.tce("raw_coal", Amount(scaled: .max), .tenThousandTonnes, basis: .equivalentCalorific) == nil)
    #expect(tables.energy.tce("phlogiston", Amount(1), basis: .equivalentCalorific) == nil)
  }

  @Test func carbon() throws {
    #expect(tables.carbon.co2("raw_coal", Amount(1000), year: 2022)?.plain == "1900.3")
    #expect(tables.carbon.co2("electricity", Amount(1), year: 2022)?.plain == "5.153")
    #expect(tables.carbon.co2("heat", Amount(10), year: 2022)?.plain == "1.1")
    #expect(tables.carbon.co2("natural_gas", Amount(1), year: 2022)?.plain == "21.622")
    let choice = try #require(tables.carbon.grid(2024))
    #expect(choice.grid.year == 2022 && choice.label != nil)
    #expect(try #require(tables.carbon.grid(2021)).label == nil)
    #expect(tables.carbon.grid(2020) == nil)
    #expect(tables.carbon.grid(2024, scope: "national")?.grid.factor.text == "0.5306")
  }

  @Test func levels() throws {
    #expect(tables.efficiency.all.count == 56)
    let clinker = try #require(tables.efficiency.level(product: "水泥熟料", process: "", year: 2022))
    #expect(clinker.benchmark == Amount(100) && clinker.baseline == Amount(117) && clinker.verified)
    #expect(clinker.grade(of: Amount(100)) == .benchmark && clinker.grade(of: Amount(117)) == .between)
    #expect(clinker.grade(of: Amount(scaled: 1_170_001)) == .below)
    #expect(tables.efficiency.level(product: "炼钢", process: "转炉工序", year: 2022)?.benchmark == Amount(-30))
    #expect(tables.efficiency.edition(for: 2023).label == nil && tables.efficiency.edition(for: 2024).label != nil)
    #expect(tables.efficiency.processes(of: "电石") == [""] && tables.efficiency.processes(of: "纯碱").count == 4)
    let row = ReferenceRow(
      table: .efficiencyLevels,
      values: [
        "sector": "建材", "product": "水泥熟料", "unit": "kgce/t", "benchmark": "100", "baseline": "109", "edition": "2021",
        "province": "370000", "verified": "yes",
      ])
    let other = ReferenceTables.builtIn.overlaid(with: [row]).tables.efficiency
    #expect(other.level(product: "水泥熟料", process: "", year: 2022, province: "370000")?.baseline == Amount(109))
    #expect(other.level(product: "水泥熟料", process: "", year: 2022, province: "330000")?.baseline == Amount(117))
  }

  @Test func industries() {
    let industries = tables.industries
    #expect(industries.all.count == 917)
    #expect(industries.resolve("3011").industry?.name == "水泥制造" && industries.resolve("C3011").industry?.code == "3011")
    #expect(industries.resolve("水泥制造").industry?.code == "3011")
    #expect(industries.resolve("0610").industry?.name == "烟煤和无烟煤开采洗选")
    #expect(industries.resolve("1310") == .fallback(Industry(code: "13", name: "农副食品加工业"), typed: "1310"))
    #expect(industries.resolve("9999") == .unknown && industries.resolve("") == .unknown)
    #expect(
      industries.parent(of: "30") == "C" && industries.parent(of: "3011") == "301" && industries.parent(of: "C") == nil)
    #expect(industries.division(of: "3011")?.code == "30" && industries.children(of: "C").count == 31)
  }

  @Test func targets() {
    let targets = tables.targets
    #expect(targets.all.count == 27)
    #expect(targets["T04"]?.value == Amount(200) && targets["G05"]?.value.plain == "12.5")
    #expect(targets["T10"]?.departments == ["省生态环境厅", "省经信厅", "省发展改革委", "省能源局"])
    #expect(targets["T08"]?.direction == .threshold && targets["G09"]?.deadlineYear == 2025)
    #expect(targets.all.allSatisfy { !$0.quote.isEmpty && !$0.indicator.en.isEmpty })
  }
}
