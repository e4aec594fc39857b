import Domain
import Foundation
import GRDB
import Testing
import UseCases

@testable import Store

@Suite struct MigrationTests {
  /// A register that changed needs a statement in a migration: this prints it.
  @Test func theMigratedLibraryIsWhatTheRegistersAskFor() throws {
    let folder = NSTemporaryDirectory() + "sanku-migrate-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try SQLiteStore.create(folder + "/a.sanku", info: Workshop.info)
    let found = try store.queue.inDatabase { database in
      try String.fetchAll(database, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    }
    // A column that was added later stands at the end of its table.
    func plain(_ sql: String) -> String {
      let words = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard words.hasPrefix("CREATE TABLE"), let open = words.firstIndex(of: "("), let close = words.lastIndex(of: ")")
      else { return words }
      let columns = words[words.index(after: open)..<close].split(separator: ",").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      return words[..<open] + columns.sorted().joined(separator: ", ") + words[close...]
    }
    let wanted = TableStatements.common + Registers.all.flatMap(TableStatements.statements)
    let has = Set(found.map(plain))
    for statement in wanted where statement.hasPrefix("CREATE") && !has.contains(plain(statement)) {
      Issue.record("a migration lacks:\n\(statement)")
    }
    let asked = Set(wanted.map(plain))
    for statement in has where !asked.contains(statement) && !statement.contains("_search_") {
      Issue.record("no register asks for:\n\(statement)")
    }
    #expect(try store.verify { _ in true } == [])
  }

  /// What is kept beside records follows its definition: a library whose definition changed is renewed when opened.
  @Test func anOldFingerprintRenewsWhatIsKept() throws {
    let shop = try Workshop()
    for name in ["余热", "电机", "锅炉"] {
      try shop.save(
        shop.work(name) {
          $0.kind = "motor"; $0.amount = Amount(3)
        })
    }
    try shop.store.queue.inDatabase { database in
      try database.execute(sql: "DELETE FROM works_keys; DELETE FROM counters; UPDATE tallies SET low = low + 1")
      try database.execute(sql: "INSERT INTO works_search(works_search) VALUES ('delete-all')")
    }
    #expect(try !shop.store.verify { _ in true }.isEmpty)
    try shop.store.queue.inDatabase {
      try $0.execute(sql: "UPDATE library SET value = 'old' WHERE name = 'fingerprint'")
    }
    #expect(message { _ = try shop.again(readOnly: true) }.contains("open it normally once"))
    let again = try shop.again()
    #expect(try again.verify { _ in true } == [])
    #expect(try again.list(Query(register: "works", filter: Filter(words: "余热"))).count() == 1)
  }

  /// A library of the first form, with what was filed in it, is brought up: new fields are worked out and the seals hold.
  @Test func aLibraryOfTheFirstFormIsBroughtUp() throws {
    let folder = NSTemporaryDirectory() + "sanku-migrate-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/a.sanku"
    let made = try SQLiteStore.create(path, info: Workshop.info)
    try GenerateLibrary.run(
      projects: 150, seed: 1, detail: .lean, figures: false, in: made, as: Workshop.environment())
    let query = Query(register: "projects", filter: .where("waiting_tier", .notEqual))
    let waiting = try made.list(query).count()
    #expect(waiting > 0)
    try made.queue.inDatabase { database in
      for statement in Migrations.all.dropFirst().joined().reversed() {
        let words = statement.split(whereSeparator: \.isWhitespace)
        if words[0] == "CREATE", words[1] == "INDEX" {
          try database.execute(sql: "DROP INDEX \(words[2])")
        } else if words[0] == "ALTER" {
          try database.execute(sql: "ALTER TABLE \(words[2]) DROP COLUMN \(words[5])")
        } else if words[0] == "CREATE", words[1] == "TABLE" || words[1] == "VIRTUAL" {
          try database.execute(sql: "DROP TABLE \(words[words[1] == "TABLE" ? 2 : 3])")
        }
      }
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    try made.close()
    let again = try SQLiteStore.open(path)
    #expect(try again.list(query).count() == waiting)
    #expect(try again.verify { _ in true } == [])
    try again.close()
  }
}
