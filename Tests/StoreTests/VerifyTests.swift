import Domain
import Foundation
import GRDB
import Testing
import UseCases

@testable import Store

@Suite struct VerifyTests {
  /// Each of these is a lie told to a library behind its back.
  static let lies = [
    "UPDATE works SET name = '改过' WHERE _no = 3", "UPDATE works SET amount = amount + 1 WHERE _no = 3",
    "UPDATE works SET _revision = 7 WHERE _no = 3", "UPDATE works SET _order_name = 'zz' WHERE _no = 3",
    "UPDATE works SET holder_name = '别人' WHERE _no = 3", "UPDATE works SET phone = '13900000000' WHERE _no = 3",
    "UPDATE works__steps SET name = '改过' WHERE _record = 3", "DELETE FROM works__steps WHERE _record = 3",
    "UPDATE works__steps SET _position = 1 - _position WHERE _record = 3",
    "DELETE FROM works__steps WHERE _record = 4; DELETE FROM works_keys WHERE _no = 4; DELETE FROM works WHERE _no = 4",
    "UPDATE works_keys SET kind = 2 WHERE _no = 3", "DELETE FROM works_keys WHERE _no = 3",
    "INSERT INTO works_keys (_no) VALUES (99)",
    "INSERT INTO works_search(rowid, tokens) VALUES (3, 'extra')",
    "INSERT INTO works_search(works_search) VALUES ('delete-all')", "CREATE TABLE more (a)",
    "DROP INDEX history_person", "UPDATE library SET value = '33?000' WHERE name = 'region'",
    "UPDATE counters SET low = low + 1 WHERE measure = 1", "DELETE FROM counters",
    "UPDATE city_counters SET low = low + 1 WHERE measure = 1", "DELETE FROM city_counters",
    "UPDATE tallies SET low = low - 1",
    "INSERT INTO tallies VALUES ('works', 'kind', '330500', 'x', 0, 1)",
    "UPDATE facts SET amount = amount + 1 WHERE record = 3", "DELETE FROM facts WHERE record = 3",
    "UPDATE facts SET to_seq = 9 WHERE record = 3", "INSERT INTO facts SELECT * FROM facts WHERE record = 3",
    "UPDATE history SET line = CAST(replace(CAST(line AS TEXT), '王芳', '王方') AS BLOB) WHERE sequence = 2",
    "UPDATE history SET line = x'01' WHERE sequence = 2", "UPDATE history SET line = x'FFFF' WHERE sequence = 2",
    "UPDATE phrases SET text = replace(text, 'name', 'mane')", "DELETE FROM phrases WHERE no > 3",
    "UPDATE works_text SET text = '改过' WHERE _no = 3", "DELETE FROM works_text WHERE _no = 3",
    "INSERT INTO works_text VALUES (99, '多')",
    "UPDATE history SET person = '王方' WHERE sequence = 2", "UPDATE history SET record = NULL WHERE sequence = 2",
    "DELETE FROM history WHERE sequence = 2", "UPDATE history SET hash = upper(hash) WHERE sequence = 2",
    "DELETE FROM history WHERE sequence = 6", "UPDATE history SET sequence = 77 WHERE sequence = 6",
    "INSERT INTO history SELECT 7, record, person, line, hash FROM history WHERE sequence = 6",
  ]

  @Test(arguments: lies) func everyLieIsFound(lie: String) throws {
    let shop = try Workshop()
    for place in 1...6 {
      try shop.save(
        shop.work("工程\(place)") { work in
          work.kind = "motor"
          work.region = "330523"
          work.amount = Amount(place)
          work.start = Day(number: 20_230_301)
          work.phone = "13800000000"
          work.holderName = "甲公司"
          work.steps = [
            Work.Step(id: RecordID(high: 1, low: 1), name: "一"), Work.Step(id: RecordID(high: 1, low: 2), name: "二"),
          ]
        })
    }
    #expect(try shop.store.verify { _ in true } == [])
    try shop.store.queue.inDatabase { try $0.execute(sql: lie) }
    #expect(try !shop.store.verify { _ in true }.isEmpty)
  }

  @Test func theFirstBadEntryIsNamed() throws {
    let shop = try Workshop()
    for place in 1...6 { try shop.save(shop.work("工程\(place)")) }
    try shop.store.queue.inDatabase {
      try $0.execute(sql: "UPDATE history SET line = CAST(line || ' ' AS BLOB) WHERE sequence >= 4")
    }
    #expect(try shop.store.verify { _ in true }.first?.en.contains("entry 4") == true)
  }

  /// As many records have the word as before, only not the same ones.
  @Test func aWordThatTheIndexHasForAnotherRecordIsFound() throws {
    let shop = try Workshop()
    for place in 1...3 { try shop.save(shop.work("工程\(place)")) }
    try shop.store.queue.inDatabase { database in
      try database.execute(sql: "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, works_search, instance)")
      let row = try #require(try Row.fetchOne(database, sql: "SELECT term, doc FROM temp.words LIMIT 1"))
      let (term, doc): (String, Int64) = (row["term"], row["doc"])
      try database.execute(
        sql: "INSERT INTO works_search(works_search, rowid, tokens) VALUES ('delete', ?, ?)", arguments: [doc, term])
      try database.execute(sql: "INSERT INTO works_search(rowid, tokens) VALUES (99, ?)", arguments: [term])
      try database.execute(sql: "DROP TABLE temp.words")
    }
    #expect(try shop.store.verify { _ in true }.first?.en.contains("search index") == true)
  }

  @Test func verifyingCanBeStopped() throws {
    let shop = try Workshop()
    try shop.store.write(as: shop.environment) { library in
      for place in 0..<600 { try library.save(shop.work("工程\(place)"), base: 0, action: "import") }
    }
    #expect(message { _ = try shop.store.verify { _ in false } }.contains("Interrupted"))
  }
}
