import Domain
import Testing
import UseCases

@testable import Store

@Suite struct SearchIndexTests {
  @Test func wordsAreFoundInTheTransactionThatWroteThem() throws {
    let shop = try Workshop()
    let document = shop.work("安吉水泥")
    let found = try shop.store.write(as: shop.environment) { library in
      func count(_ words: String) throws -> Int {
        try library.candidates("works", words: words, where: .all, limit: 9, fields: []).count
      }
      try library.save(document, base: 0, action: "save")
      var counts = [try count("安吉"), try count("changxing")]
      var renamed = try #require(try library.document("works", document.id))
      renamed["name"] = .text("长兴水泥")
      try library.save(renamed, base: 1, action: "save")
      counts += [try count("安吉"), try count("changxing")]
      try library.delete("works", document.id, base: 2, action: "delete")
      return try counts + [count("changxing")]
    }
    #expect(found == [1, 0, 0, 1, 0])
    #expect(try shop.store.verify { _ in true } == [])
  }

  /// More matches than are sooner looked at all: the first rows come from the order's index.
  @Test func aWordOfManyGivesTheSameRowsByWalkingAndBySorting() throws {
    let shop = try Workshop()
    try shop.store.write(as: shop.environment, large: true) { library in
      for place in 0..<SQLiteList.fewMatches + 500 {
        let name = place % 7 == 0 ? "长兴\(place)号" : "安吉水泥有限公司\(place)号"
        try library.save(shop.work(name) { $0.year = 2000 + place % 9 }, base: 0, action: "import")
      }
    }
    for words in ["有限公司", "ajsn", "安吉", "1号", "a", "sh s"] {
      for sort in [[], [Sort("name", descending: true)], [Sort("year")]] {
        let query = Query(register: "works", filter: Filter(words: words), sort: sort)
        let first = try shop.store.list(query).rows(0..<30, fields: ["name"])
        let all = try shop.store.list(query).ids(limit: 10_000)
        let matching = SearchTokens.query(words)
        #expect(first.map(\.id) == Array(all.prefix(30)), "\(words) \(sort)")
        #expect(first.allSatisfy { matching.matches($0["name"].plain) })
        #expect(try shop.store.list(query).count() == all.count)
        // The first rows of many come without a count, and say so; those of a few are all there are.
        let list = try shop.store.list(query)
        _ = try list.rows(0..<30, fields: [])
        let known = try list.countAtHand()
        let isWalked = sort.first?.field == "name" && all.count > SQLiteList.quickRows
        #expect(isWalked ? known == nil : known == nil || known == all.count)
        let (quick, isSearching) = try shop.store.list(query).firstRows(30, fields: [])
        #expect(quick.map(\.id) == Array(all.prefix(quick.count)) && (isSearching || quick.count == min(30, all.count)))
        for (place, id) in all.prefix(40).enumerated() { #expect(try list.place(of: id) == place) }
        #expect(try list.count() == all.count && list.countAtHand() == all.count)
      }
    }
    // What is not found within its moment is found by going on.
    let query = Query(register: "works", filter: Filter(words: "安吉"), sort: [Sort("name")])
    let all = try shop.store.list(query).ids(limit: 10_000)
    let list = try #require(shop.store.list(query) as? SQLiteList)
    list.quickQuestions = 10
    let (some, isSearching) = try list.firstRows(30, fields: [])
    #expect(isSearching && some.count < 30 && some.map(\.id) == Array(all.prefix(some.count)))
    #expect(try list.countAtHand() == nil)
    try list.findAll()
    #expect(try list.countAtHand() == all.count)
    let (found, isStillSearching) = try list.firstRows(30, fields: [])
    #expect(!isStillSearching && found.map(\.id) == Array(all.prefix(30)))
    let other = try shop.store.list(Query(register: "works", filter: Filter(words: "长兴"))).ids(limit: 1)
    #expect(try other.map { try list.place(of: $0) } == [nil])
  }
}
