import Domain
import Testing
import UseCases

@testable import Screens

@Suite struct ListCountsTests {
  /// Every count of the tree and every total, counted again record by record.
  @Test(arguments: ["projects", "enterprises", "efficiency"])
  func equalARecount(_ name: String) throws {
    let desk = try Desk(region: nil)
    let register = try #require(Registers.named(name))
    let regions = desk.store.reference.regions
    let all = try desk.store.read { library in
      try desk.store.list(Query(register: name)).ids(limit: .max).compactMap { try library.document(name, $0) }
    }
    for (scope, words) in ["330000", "330500", "330523", "330100"].flatMap({ [($0, ""), ($0, "安吉")] }) {
      var filter = ListFilter(fixed: .all, title: nil, scope: scope, top: "330000")
      filter.words = words
      let found = Set(try desk.store.list(Query(register: name, filter: Filter(words: words))).ids(limit: .max))
      let counts = try ListCounts.read(register, filter, in: desk.store)
      let inScope = all.filter { found.contains($0.id) && regions.isIn($0["region"].text ?? "", scope) }
      #expect(counts.totals.count == inScope.count)
      let members = name == "projects" ? inScope.filter { $0["member"].flag == true } : inScope
      #expect(counts.count(in: scope, regions) == members.count)
      #expect(counts.members == (name == "projects" ? members.count : nil))
      for sum in register.layout.totals.prefix(2) {
        let expected = inScope.compactMap { $0[sum].amount }.reduce(Amount.zero, +)
        #expect(counts.totals.sums[sum] ?? .zero == expected, "\(sum) \(scope)")
      }
    }
  }

  /// Behind a figure the tree counts all of its records, members or not.
  @Test func treeBehindAFigureAgreesWithIt() throws {
    let desk = try Desk(region: nil)
    let register = try #require(Registers.named("projects"))
    let fixed = Filter.where("stage", .equal, .text("reserve"))
    let filter = ListFilter(fixed: fixed, title: nil, scope: "330000", top: "330000")
    let counts = try ListCounts.read(register, filter, in: desk.store)
    #expect(counts.count(in: "330000", desk.store.reference.regions) == 5)
    #expect(counts.totals.count == 5)
  }

  /// A key that comes between one count and the next is not kept waiting by the rest.
  @Test func countingStopsBetweenCounts() throws {
    let desk = try Desk(region: nil)
    let register = try #require(Registers.named("projects"))
    let filter = ListFilter(fixed: .all, title: nil, scope: "330000", top: "330000")
    var asked = 0
    #expect(throws: StoreError.self) {
      try ListCounts.read(register, filter, in: desk.store) {
        asked += 1
        return asked == 2
      }
    }
    #expect(asked == 2)
  }
}
