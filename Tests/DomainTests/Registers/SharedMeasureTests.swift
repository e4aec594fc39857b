import Testing

@testable import Domain

/// A project over several counties: its amounts stand where its shares are, together always the whole.
@Suite struct SharedMeasureTests {
  private func facts(_ measure: String, _ shares: [(String, Int?)], stopped: Bool = false) throws -> [Fact] {
    var scene = Scene()
    scene.project.memberships = [
      stopped
        ? Scene.membership(61, .county, Scene.day(2023, 5, 12), left: Scene.day(2023, 6, 10), "not_carried_out")
        : Scene.membership(61, .county, Scene.day(2023, 5, 12))
    ]
    scene.project.shares = shares.enumerated().map { index, share in
      var row = ProjectShare()
      row.id = Scene.id(80 + UInt64(index))
      row.region = share.0
      row.investment = share.1.map { Amount($0) }
      return row
    }
    scene.settle()
    return try #require(Registers.measures[measure]).facts(of: Project.schema.document(scene.project), in: .builtIn)
  }

  private func parts(_ facts: [Fact]) -> [String: Amount] {
    Dictionary(facts.map { ($0.region, $0.amount) }, uniquingKeysWith: { $0 + $1 })
  }

  @Test func amountsStandWhereTheSharesAre() throws {
    let found = try facts("projects.investment", [("330523", 3000), ("330522", 1650), ("330521", 1000)])
    #expect(parts(found) == ["330523": Amount(3000), "330522": Amount(1650), "330521": Amount(1000)])
    #expect(found.allSatisfy { $0.day == Scene.day(2023, 5, 12) })
  }

  @Test func theRestStaysWithTheLeadCounty() throws {
    #expect(
      parts(try facts("projects.investment", [("330522", 1650)])) == ["330523": Amount(4000), "330522": Amount(1650)])
    let lead = try facts("projects.investment", [("330523", 650), ("330522", 2000)])
    #expect(parts(lead) == ["330523": Amount(3650), "330522": Amount(2000)])
    #expect(lead.count == 2, "one fact a county")
  }

  @Test func whatCannotBePartedStaysWhole() throws {
    for shares in [[], [("330522", nil)], [("", 500)], [("330522", 5000), ("330521", 651)]] as [[(String, Int?)]] {
      #expect(parts(try facts("projects.investment", shares)) == ["330523": Amount(5650)], "\(shares)")
    }
  }

  @Test func whatIsTakenOffIsTakenOffWhereItStood() throws {
    let found = try facts("projects.investment", [("330522", 1650)], stopped: true)
    #expect(found.count == 4)
    #expect(parts(found) == ["330523": .zero, "330522": .zero])
  }

  @Test func aProjectCountsOnceInItsOwnRegion() throws {
    let found = try facts("projects.in_library", [("330522", 1650), ("330521", 1000)])
    #expect(found.map(\.region) == ["330523"] && found.map(\.amount) == [Amount(1)])
  }

  @Test func theListBehindAFigureFindsTheShares() throws {
    let measure = try #require(Registers.measures["projects.investment"])
    #expect(measure.regionField == "region|shares.region")
    #expect(Registers.measures["projects.in_library"]?.regionField == "region")
    var document = Document(register: "projects", id: Scene.id(3), values: ["region": .text("330523")])
    document.children["shares"] = [ChildRow(id: Scene.id(80), values: ["region": .text("330109")])]
    func finds(_ region: String) -> Bool {
      Filter.where(measure.regionField, .equal, .text(region)).matches(document, in: .builtIn)
    }
    #expect(finds("330523") && finds("330500") && finds("330109") && finds("330100") && !finds("330522"))
    let register = try #require(Registers.named("projects"))
    let filter = Filter.where(measure.regionField, .equal, .text("330523"))
    #expect(try WhereParser(register, .builtIn, today: .first).filter(filter.expressions).get() == filter)
    #expect(filter.sentence(register, .builtIn, .zh).contains("归口地区 或 分县份额·地区 ="))
  }
}
