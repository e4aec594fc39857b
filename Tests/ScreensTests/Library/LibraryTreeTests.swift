import Domain
import Testing

@testable import Screens

@Suite struct LibraryTreeTests {
  private let regions = ReferenceTables.builtIn.regions

  @Test func ownUnitOfACityHasAShortName() throws {
    let unit = try #require(regions.children(of: "330500").first { $0.isLocal })
    #expect(LibraryTree.name(unit, regions, .zh) == "市本级")
    let county = try #require(regions["330523"])
    #expect(LibraryTree.name(county, regions, .zh) == "安吉县")
  }

  @Test func opensDownToARegion() {
    let place = LibraryTree.place(at: "330523", regions)
    #expect(place.cursorID == "330523")
    #expect(place.expanded.isSuperset(of: ["330000", "330500"]))
  }
}
