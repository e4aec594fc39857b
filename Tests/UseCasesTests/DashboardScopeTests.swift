import Domain
import Testing

@testable import UseCases

@Suite struct DashboardScopeTests {
  private let reference = ReferenceTables.builtIn
  private func scope(_ region: String, yearly: Bool = false) throws -> DashboardScope {
    DashboardScope(region: region, quarter: try #require(Quarter(year: 2023, quarter: 2)), isYearly: yearly)
  }

  @Test func theYearBeginsInJanuaryAndEndsWithTheQuarter() throws {
    #expect(try scope("330000").from == nil)
    #expect(try scope("330000", yearly: true).from == Day(parsing: "2023-01-01"))
    #expect(try scope("330000").through == Day(parsing: "2023-06-30"))
  }

  @Test func partsAreOneStepBelow() throws {
    #expect(try scope("330000").parts(reference.regions).count == 11)
    let without = try scope("330000-计划单列市").parts(reference.regions)
    #expect(without.count == 10)
    #expect(!without.contains { $0.code == "330200" })
    #expect(try scope("山区26县").parts(reference.regions).count == 26)
    #expect(try scope("330500").parts(reference.regions).contains { $0.name == "安吉县" })
    #expect(try scope("330523").parts(reference.regions).isEmpty)
  }

  @Test func whatCanBeChosenLiesUnderTheOwnRegion() throws {
    let province = DashboardScope.choices(under: "330000", reference)
    #expect(province.first == "330000")
    #expect(province.contains("330000-计划单列市"))
    #expect(province.contains("山区26县"))
    #expect(province.contains("330523"))
    #expect(Set(province).count == province.count)
    let city = DashboardScope.choices(under: "330500", reference)
    #expect(city.first == "330500")
    #expect(city.allSatisfy { reference.regions.isIn($0, "330500") })
    #expect(try scope("330000-计划单列市").label(reference).zh == "浙江省(不含宁波)")
  }
}
