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
    func plain(_ sql: String) -> String { sql.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
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
}
