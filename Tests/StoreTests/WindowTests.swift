import Domain
import Foundation
import Testing
import UseCases

@testable import Store

@Suite struct WindowTests {
  /// Counted in SQLite's own steps, not in time: a window costs the same whatever the library holds.
  @Test func aWindowReadsAWindow() throws {
    let shop = try Workshop()
    let number = 3000
    try shop.store.write(as: shop.environment, large: true) { library in
      for place in 0..<number {
        try library.save(
          shop.work("工程\(place)") { work in
            work.kind = "motor"
            work.amount = place % 5 == 0 ? nil : Amount(place % 7)
          }, base: 0, action: "import")
      }
    }
    for (field, table) in [("amount", "\"works_keys\""), ("kind", "\"works_keys\""), ("name", "\"works\"")] {
      for isDescending in [false, true] {
        let plan = TablePlan(Workshop.works)
        let filled = field == "amount" ? number - number / 5 : number
        let column = plan.order(of: field)?.column
        let walk = IndexWalk(shop.store.connection, table, column, isDescending, filled: filled, count: number)
        var used = 0
        func cost(_ places: Range<Int>) throws -> Int {
          #expect(try walk.numbers(places).count == places.count)
          defer { used = walk.steps }
          return walk.steps - used
        }
        #expect(try cost(0..<20) < 400)
        #expect(try cost(number - 20..<number) < 400)
        #expect(try cost(number - 40..<number - 20) < 800)
        #expect(try cost(filled - 30..<filled - 10) < 800)
        _ = try cost(1000..<1020)
        #expect(try cost(1020..<1040) < 800)
        #expect(try cost(980..<1000) < 800)
      }
    }
  }

  @Test func candidatesPutTheExactOnesFirst() throws {
    let shop = try Workshop()
    for (code, name) in [("B10", "安吉水泥二厂"), ("B1", "长兴 B10 线"), ("B100", "安吉水泥"), ("C1", "德清安吉水泥分厂")] {
      try shop.save(
        shop.work(name) {
          $0.code = code; $0.region = code == "C1" ? "330521" : "330523"
        })
    }
    func asked(_ words: String, _ filter: Filter = .all, limit: Int = 9) throws -> [String] {
      try shop.read { try $0.candidates("works", words: words, where: filter, limit: limit, fields: ["code"]) }
        .map { $0["code"].plain }
    }
    #expect(try asked("B10") == ["B10", "B100", "B1"])
    #expect(try asked("安吉水泥") == ["B100", "B10", "C1"])
    #expect(try asked("安吉水泥", limit: 1) == ["B100"])
    #expect(try asked("ajsn", .where("region", .equal, .text("330521"))) == ["C1"])
    #expect(try asked("").count == 4)
    #expect(try asked("%' OR 1=1 --") == [])
  }
}
