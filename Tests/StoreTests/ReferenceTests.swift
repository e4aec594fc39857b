import Domain
import Foundation
import GRDB
import Testing
import UseCases

@testable import Store

/// A library of the program's own registers, founded by somebody.
private final class Founded {
  let folder = NSTemporaryDirectory() + "sanku-reference-" + UUID().uuidString
  let store: SQLiteStore
  let environment = Workshop.environment()

  init() throws {
    store = try SQLiteStore.create(folder + "/a.sanku", info: Workshop.info, as: environment)
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// A draft that replaces 100 t of raw coal; returns its id.
  func project() throws -> RecordID {
    var project = Document(register: Project.schema.id, id: environment.newID())
    project["name"] = .text("余热利用")
    project["region"] = .text("330523")
    var row = ChildRow(id: environment.newID())
    row["carrier"] = .text("raw_coal")
    row["before"] = .amount(Amount(100))
    row["after"] = .amount(.zero)
    project.children["energy"] = [row]
    _ = try SaveRecord.run(project, base: 0, in: store, as: environment)
    return project.id
  }

  func saved(_ id: RecordID) throws -> Amount? {
    try store.read { try $0.document(Project.schema.id, id)?.children["energy"]?.first?["saved"].amount }
  }

  func set(_ table: String, _ key: String, _ columns: [String: String]) throws {
    try SetReference.run(table, key, .set(columns), source: "浙节能办〔2026〕1号", in: store, as: environment)
  }

  func faults() throws -> [String] { try store.verify { _ in true }.map(\.en) }

  func behindItsBack(_ sql: String) throws { try store.queue.inDatabase { try $0.execute(sql: sql) } }
}

@Suite struct ReferenceTests {
  @Test func whatFollowsFromAFactorFollowsItsChange() throws {
    let library = try Founded()
    let id = try library.project()
    #expect(try library.saved(id)?.plain == "71.43")
    try library.set("energy_factors", "raw_coal", ["kgce_low": "0.8"])
    #expect(try library.saved(id) == Amount(80))
    #expect(try library.faults() == [])
    let entry = try #require(try library.store.read { try $0.entries(from: 1, limit: 9) }.last)
    #expect(entry.register == "reference" && entry.action == "set_reference" && entry.note == "浙节能办〔2026〕1号")
    #expect(entry.changes.contains { $0.field == "kgce_low" && $0.after == .text("0.8") })
    try SetReference.run(
      "energy_factors", "raw_coal", .remove, source: "撤销", in: library.store, as: library.environment)
    #expect(try library.saved(id)?.plain == "71.43" && library.store.reference.own.isEmpty)
    #expect(try library.faults() == [])
  }

  @Test func anotherProcessSeesTheChangeAndSoDoesAReopening() throws {
    let library = try Founded()
    let other = try SQLiteStore.open(library.store.path)
    defer { try? other.close() }
    try library.set("settings", "review_days", ["value": "9"])
    #expect(library.store.reference.settings.reviewDays == 9)
    _ = try other.read { try $0.head() }
    #expect(other.reference.settings.reviewDays == 9)
    let again = try SQLiteStore.open(library.store.path)
    defer { try? again.close() }
    #expect(again.reference.settings.reviewDays == 9)
  }

  @Test func whatCannotBeSetLeavesNothing() throws {
    let library = try Founded()
    let before = try library.store.read { try $0.head().sequence }
    let wrong: [(String, String, [String: String], String)] = [
      ("grid", "a", ["factor": "1"], "grid_factors"), ("settings", "review_days", ["valeu": "9"], "valeu"),
      ("settings", "review_days", ["value": "neun"], "value"),
      ("grid_factors", "zhejiang", ["factor": "1"], "data_year"),
      ("settings", "review_days", ["name": "pace_ahead"], "key"),
    ]
    for (table, key, columns, named) in wrong {
      let problem = #expect(throws: TextProblem.self) { try library.set(table, key, columns) }
      #expect(problem?.message.en.contains(named) == true, "\(problem?.message.en ?? "")")
    }
    #expect(throws: TextProblem.self) {
      try SetReference.run(
        "settings", "review_days", .set(["value": "9"]), source: " ", in: library.store, as: library.environment)
    }
    #expect(throws: TextProblem.self) {
      try SetReference.run("settings", "review_days", .remove, source: "试", in: library.store, as: library.environment)
    }
    #expect(try library.store.read { try $0.head().sequence } == before)
    #expect(library.store.reference.own.isEmpty)
  }

  @Test func aChangeThatIsStoppedChangesNothing() throws {
    let library = try Founded()
    let id = try library.project()
    #expect(throws: StoreError.self) {
      try SetReference.run(
        "energy_factors", "raw_coal", .set(["kgce_low": "0.8"]), source: "试", in: library.store,
        as: library.environment, progress: { _ in false })
    }
    #expect(try library.saved(id)?.plain == "71.43" && library.store.reference.own.isEmpty)
    #expect(try library.faults() == [])
  }

  @Test func aRegionThatIsUsedStays() throws {
    let library = try Founded()
    try library.set("regions", "3304L9", ["name": "某开发区", "level": "county", "parent_code": "330400"])
    var firm = Document(register: Enterprise.schema.id, id: library.environment.newID())
    firm["name"] = .text("某某水泥有限公司")
    firm["region"] = .text("3304L9")
    _ = try SaveRecord.run(firm, base: 0, in: library.store, as: library.environment)
    let problem = #expect(throws: TextProblem.self) {
      try SetReference.run("regions", "3304L9", .remove, source: "撤销", in: library.store, as: library.environment)
    }
    #expect(problem?.message.en.contains("3304L9") == true)
    #expect(try library.faults() == [])
  }

  /// What is told behind the library's back, and the word that the finding must hold.
  static let lies = [
    ("UPDATE reference SET value = replace(value, '0.8', '0.9')", "raw_coal"), ("DELETE FROM reference", "lacks"),
    (
      "INSERT INTO reference VALUES ('settings', 'review_days', '{\"name\":\"review_days\",\"value\":\"9\"}')",
      "settings"
    ),
    ("INSERT INTO reference VALUES ('nothing', 'x', '{}')", "nothing"),
    ("UPDATE reference SET value = 'x'", "raw_coal"), ("UPDATE serials SET last = 0", "serial"),
    ("DELETE FROM serials", "serial"), ("UPDATE library SET value = '330500' WHERE name = 'region'", "region"),
    ("UPDATE library SET value = 'HZ' WHERE name = 'mark'", "mark"),
  ]

  @Test(arguments: lies) func everyLieIsFound(sql: String, word: String) throws {
    let library = try Founded()
    _ = try library.project()
    try library.set("energy_factors", "raw_coal", ["kgce_low": "0.8"])
    #expect(try library.faults() == [])
    try library.behindItsBack(sql)
    let faults = try library.faults()
    #expect(faults.contains { $0.contains(word) }, "\(faults)")
  }

  @Test func aLibraryWithoutAnEntryOfItsMakingIsSound() throws {
    let shop = try Workshop()
    #expect(try shop.store.verify { _ in true } == [])
    try shop.save(shop.work("一"))
    #expect(try shop.store.verify { _ in true } == [])
  }
}
