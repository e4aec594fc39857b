import Domain
import Foundation
import GRDB
import Testing
import UseCases

@testable import Store

@Suite struct SaveTests {
  @Test func everyKindOfValueComesBack() throws {
    let shop = try Workshop()
    let parent = try shop.save(shop.work("总项"))
    let document = shop.work("安吉余热\u{0}利用'\"; DROP TABLE works;--") { work in
      work.code = "A1"
      work.region = "330523"
      work.kind = "waste_heat"
      work.amount = Amount(scaled: -52_000_001)
      work.start = Day(year: 2023, month: 3, day: 1)
      work.deadline = Month(year: 2024, month: 12)
      work.year = 2023
      work.urgent = true
      work.parent = parent.id
      work.phone = "13800000000"
      work.holderName = "浙江安吉水泥有限公司"
      work.remark = "第一行\n第二行\t😀"
      work.steps = [
        Work.Step(id: RecordID(high: 9, low: 2), name: "设备", cost: Amount(12), on: nil),
        Work.Step(id: RecordID(high: 9, low: 1), name: "", cost: nil, on: Day(year: 2023, month: 5, day: 6)),
      ]
    }
    let saved = try shop.save(document)
    #expect(saved.revision == 1)
    #expect(try shop.read { try $0.document("works", document.id) } == saved)
    #expect(try shop.read { try $0.find("works", key: "A1") } == document.id)
    #expect(
      try shop.read { try $0.find("works", idPrefix: String(document.id.text.prefix(20)), limit: 9) }.contains(
        document.id))
    #expect(try shop.read { try $0.documents("works", where: "parent", is: .record(parent.id)) } == [saved])
    #expect(try shop.store.verify { _ in true } == [])
  }

  /// Files bring their own ids: what was read of one register is not taken for a record of another.
  @Test func twoRegistersMayHaveTheSameId() throws {
    let folder = NSTemporaryDirectory() + "sanku-ids-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try SQLiteStore.create(folder + "/library.sanku", info: Workshop.info)
    defer { try? store.close() }
    let environment = Workshop.environment("root")
    let id = environment.newID()
    var firm = Document(register: "enterprises", id: id)
    firm["name"] = .text("安吉某厂")
    firm["region"] = .text("330523")
    var park = Document(register: "parks", id: id)
    (park["code"], park["name"], park["region"]) = (.text("P1"), .text("安吉园区"), .text("330523"))
    for document in [firm, park] { _ = try SaveRecord.run(document, base: 0, in: store, as: environment) }
    let parks = try store.write(as: environment) { library in
      _ = try library.lookup.document("enterprises", id)
      return try library.lookup.documents("parks", where: "code", is: .text("P1"))
    }
    #expect(parks.map(\.register) == ["parks"] && parks.first?["name"] == .text("安吉园区"))
  }

  @Test func aStaleSaveIsAConflictAndChangesNothing() throws {
    let shop = try Workshop()
    var document = try shop.save(shop.work("甲"))
    document["name"] = .text("乙")
    try shop.save(document, base: 1)
    document["name"] = .text("丙")
    do {
      try shop.save(document, base: 1)
      Issue.record("a stale save went through")
    } catch StoreError.conflict(let current) {
      #expect(current?.revision == 2)
      #expect(current?["name"] == .text("乙"))
    }
    // A new record whose id is taken, and a save of one that is gone.
    #expect(message { try shop.save(document, base: 0) }.contains("Somebody else changed"))
    try shop.store.write(as: shop.environment) { try $0.delete("works", document.id, base: 2, action: "delete") }
    #expect(message { try shop.save(document, base: 2) }.contains("deleted by somebody else"))
    #expect(try shop.read { try $0.head().sequence } == 3)
  }

  @Test func aThrowInsideUndoesEverything() throws {
    let shop = try Workshop()
    try shop.save(shop.work("甲") { $0.kind = "motor" })
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try shop.store.write(as: shop.environment) { (library) throws in
        try library.save(shop.work("乙") { $0.kind = "boiler" }, base: 0, action: "save")
        _ = try library.nextSerial("330523-2023")
        try library.setSetting("王芳", "x", "1")
        #expect(try library.counts("works", by: "kind", where: .all) == ["motor": 1, "boiler": 1])
        throw Stop()
      }
    }
    try shop.read { (library) throws in
      #expect(try library.counts("works", by: "kind", where: .all) == ["motor": 1])
      #expect(try library.head().sequence == 1)
      #expect(try library.setting("王芳", "x") == nil)
    }
    let serial = try shop.store.write(as: shop.environment) { try $0.nextSerial("330523-2023") }
    #expect(serial == 1)
    #expect(try shop.store.write(as: shop.environment) { try $0.nextSerial("330523-2023") } == 2)
    #expect(try shop.store.verify { _ in true } == [])
  }

  @Test func historyTellsWhoDidWhatWithoutPhonesOrCarriedNames() throws {
    let shop = try Workshop()
    var document = shop.work("甲") {
      $0.phone = "13812345678"; $0.holderName = "不入历史公司"
    }
    document = try shop.save(document)
    document["name"] = .text("甲二")
    try shop.save(document, base: 1)
    let other = Workshop.environment("李强")
    let permit = try other.access.permit(.delete, Subject("works", region: ""))
    try shop.store.write(as: other) {
      try $0.delete("works", document.id, base: 2, action: "merge", permit: permit)
    }
    let entries = try shop.read { try $0.history("works", document.id) }
    #expect(entries.map(\.action) == ["save", "save", "delete"])
    #expect(entries.map(\.person) == ["王芳", "王芳", "李强"])
    #expect(entries[1].changes.map(\.field) == ["name"])
    #expect(entries[2].note == "merge")
    let lines = entries.map { String(decoding: CanonicalWriter.line(of: $0), as: UTF8.self) }.joined()
    #expect(!lines.contains("13812345678"))
    #expect(!lines.contains("不入历史公司"))
    #expect(try shop.read { try $0.recentEntries(by: "王芳", limit: 1) }.map(\.sequence) == [2])
    #expect(try shop.read { try $0.entries(from: 2, limit: 9) }.map(\.sequence) == [2, 3])
    #expect(try shop.store.verify { _ in true } == [])
  }

  @Test func refreshWritesCarriedFieldsOnly() throws {
    let shop = try Workshop()
    var document = try shop.save(shop.work("甲"))
    document["holder_name"] = .text("新名公司")
    document["name"] = .text("不该改的")
    try shop.store.write(as: shop.environment) { try $0.refresh(document) }
    try shop.read { (library) throws in
      let now = try library.document("works", document.id)
      #expect(now?["holder_name"] == .text("新名公司"))
      #expect(now?["name"] == .text("甲"))
      #expect(now?.revision == 1)
      #expect(try library.head().sequence == 1)
    }
    let found = try shop.store.list(Query(register: "works", filter: Filter(words: "新名")))
    #expect(try found.count() == 1)
    #expect(try shop.store.verify { _ in true } == [])
  }

  @Test func childRowsKeepTheirIdsAndOrder() throws {
    let shop = try Workshop()
    let ids = (1...4).map { RecordID(high: 5, low: UInt64($0)) }
    var document = shop.work("甲")
    document.children["steps"] = ids.prefix(3).map { ChildRow(id: $0, values: ["name": .text("步\($0.low)")]) }
    document = try shop.save(document)
    document.children["steps"] = [ids[2], ids[0], ids[3]].map { ChildRow(id: $0, values: ["cost": .amount(Amount(3))]) }
    document = try shop.save(document, base: 1)
    #expect(try shop.read { try $0.document("works", document.id) } == document)
    var twice = document
    twice.children["steps"]?.append(ChildRow(id: ids[0]))
    #expect(message { try shop.save(twice, base: 2) }.contains("same id"))
    #expect(try shop.store.verify { _ in true } == [])
  }

  @Test func sumsBeyondSixtyFourBitsNeitherCrashNorWrap() throws {
    let shop = try Workshop()
    for place in 0..<40 {
      try shop.save(
        shop.work("大\(place)") {
          $0.amount = Amount.limit; $0.start = Day(year: 2023, month: 1, day: 1)
        })
    }
    try shop.read { (library) throws in
      #expect(try library.totals("works", where: .all, sums: ["amount"]).sums["amount"] == Amount(scaled: .max))
      #expect(
        try library.totals("works", where: Filter(words: "大"), sums: ["amount"]).sums["amount"] == Amount(scaled: .max))
      #expect(try library.figure(FigureQuery("works.invested")) == Amount(scaled: .max))
    }
    #expect(try shop.store.verify { _ in true } == [])
  }

  @Test func aDiskThatIsFullIsToldAndNothingIsHalfWritten() throws {
    let shop = try Workshop()
    try shop.save(shop.work("甲"))
    try shop.store.queue.inDatabase { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let line = message {
      try shop.store.write(as: shop.environment) { (library) throws in
        for place in 0..<2000 { try library.save(shop.work("满\(place)"), base: 0, action: "save") }
      }
    }
    #expect(line.contains("disk is full"))
    try shop.store.queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    #expect(try shop.read { try $0.head().sequence } == 1)
    try shop.save(shop.work("乙"))
    #expect(try shop.store.verify { _ in true } == [])
  }
}
