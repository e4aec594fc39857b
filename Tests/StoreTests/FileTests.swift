import Domain
import Foundation
import GRDB
import Testing
import UseCases

@testable import Store

@Suite struct FileTests {
  func closed() throws -> (Workshop, Data) {
    let shop = try Workshop()
    for place in 0..<30 {
      try shop.save(
        shop.work("余热利用\(place)") {
          $0.kind = "motor"; $0.steps = [Work.Step(name: "设备安装")]
        })
    }
    try shop.store.close()
    return (shop, try Data(contentsOf: URL(fileURLWithPath: shop.path)))
  }

  func opening(_ shop: Workshop) -> String { message { _ = try shop.again() } }

  @Test func aNewLibraryIsItsOwnersAlone() throws {
    let shop = try Workshop()
    let file = try FileManager.default.attributesOfItem(atPath: shop.path)[.posixPermissions] as? Int
    let folder = try FileManager.default.attributesOfItem(atPath: shop.folder)[.posixPermissions] as? Int
    #expect(file == 0o600)
    #expect(folder == 0o700)
    #expect(message { _ = try SQLiteStore.create(shop.path, info: Workshop.info) }.contains("not overwritten"))
    let pragmas = try shop.store.queue.inDatabase { database in
      try ["journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check"].map {
        try String.fetchOne(database, sql: "PRAGMA \($0)") ?? ""
      }
    }
    #expect(pragmas == ["truncate", "2", "1", "0", "1"])
    let again = try shop.again()
    #expect(again.info == Workshop.info)
  }

  @Test func whatIsNoLibraryIsRefusedWithItsReason() throws {
    let (shop, whole) = try closed()
    func write(_ data: Data) throws { try data.write(to: URL(fileURLWithPath: shop.path)) }

    try write(Data())
    #expect(opening(shop).contains("0 bytes"))
    try write(Data("这不是库".utf8))
    #expect(opening(shop).contains("not a sanku library"))
    try write(Data(repeating: 0, count: 8192))
    #expect(opening(shop).contains("not a sanku library"))
    try write(whole.prefix(whole.count / 2))
    #expect(opening(shop).contains("damaged"))
    var newer = whole
    newer[63] = 200
    try write(newer)
    #expect(opening(shop).contains("newer sanku"))
    var foreign = whole
    foreign[68] = 1
    try write(foreign)
    #expect(opening(shop).contains("not a sanku library"))
    try write(whole)
    #expect(opening(shop) == "no error")

    let link = shop.folder + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: shop.path)
    #expect(message { _ = try SQLiteStore.open(link) }.contains("symbolic link"))
    try FileManager.default.linkItem(atPath: shop.path, toPath: shop.folder + "/hard")
    #expect(opening(shop).contains("hard links"))
    #expect(message { _ = try SQLiteStore.open(shop.folder) }.contains("not a regular file"))
    #expect(message { _ = try SQLiteStore.open(shop.folder + "/none") }.contains("No library"))
  }

  @Test func networkDisksAreKnownByTheMountTable() {
    let mounts = "/dev/vda / ext4 rw 0 0\nhost:/x /srv/data nfs4 rw 0 0\n/dev/vdb /srv/data/local ext4 rw 0 0\n"
    #expect(LibraryFile.isRemote("/srv/data/a.sanku", mounts: mounts))
    #expect(!LibraryFile.isRemote("/srv/data/local/a.sanku", mounts: mounts))
    #expect(!LibraryFile.isRemote("/srv/database/a.sanku", mounts: mounts))
  }

  /// Each page of the file gets a byte flipped, one after another: opened or not, nothing crashes and what can still be
  /// opened is told from a sound library.
  @Test func aFlippedByteInAnyContentIsFound() throws {
    let (shop, whole) = try closed()
    var dice = Dice(11)
    let target = Data("余热利用".utf8)
    var places: [Int] = []
    var from = whole.startIndex
    while let range = whole.range(of: target, in: from..<whole.endIndex) {
      places.append(range.lowerBound)
      from = range.upperBound
    }
    #expect(places.count > 60)
    for place in places.shuffled(using: &dice).prefix(25)
      + (0..<40).map({ _ in Int.random(in: 100..<whole.count, using: &dice) })
    {
      var bad = whole
      bad[place] ^= 0x01
      try bad.write(to: URL(fileURLWithPath: shop.path))
      guard let store = try? shop.again() else { continue }
      let faults = (try? store.verify { _ in true }) ?? [Label(zh: "", en: "unreadable")]
      if places.contains(place) { #expect(!faults.isEmpty, "byte \(place)") }
      try? store.close()
    }
  }

  @Test func aReadOnlyLibraryIsReadAndNeverWritten() throws {
    let (shop, whole) = try closed()
    let store = try shop.again(readOnly: true)
    #expect(try store.list(Query(register: "works")).count() == 30)
    #expect(try store.verify { _ in true } == [])
    #expect(
      message { _ = try store.write(as: shop.environment) { try $0.save(shop.work("x"), base: 0, action: "save") } }
        .contains("read-only"))
    try store.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: shop.path)) == whole)
  }

  @Test func twoStoresOnOneFile() throws {
    let shop = try Workshop()
    let other = try shop.again()
    #expect(shop.store.isShared())
    let list = try shop.store.list(Query(register: "works"))
    #expect(try list.count() == 0)
    let before = try shop.store.dataVersion()
    #expect(try shop.store.dataVersion() == before)
    _ = try other.write(as: shop.environment) { try $0.save(shop.work("他人的"), base: 0, action: "save") }
    #expect(try shop.store.dataVersion() != before)
    #expect(try list.count() == 1)
    #expect(try list.rows(0..<9, fields: ["name"]).map { $0["name"] } == [.text("他人的")])
    // A writer in the middle of its work: another one is told after its patience, a reader is not disturbed.
    try other.write(as: shop.environment, large: true) { (library) throws in
      for place in 0..<500 { try library.save(shop.work("进行中\(place)"), base: 0, action: "import") }
      #expect(message { try shop.save(shop.work("等不到")) }.contains("busy"))
      #expect(try shop.store.list(Query(register: "works")).count() == 1)
    }
    #expect(try shop.store.list(Query(register: "works")).count() == 501)
    try other.close()
    #expect(try shop.store.verify { _ in true } == [])
  }

  @Test func aLibraryAloneIsNotShared() throws {
    let shop = try Workshop()
    #expect(!shop.store.isShared())
    #expect(!shop.store.isShared())
  }

  @Test func aBackupIsWholeAndRestoresWithItsScratch() throws {
    let shop = try Workshop()
    let document = try shop.save(shop.work("甲"))
    let scratch = Scratch(
      document: document, base: 1, raw: ["amount": "12万3"], focus: "amount", caret: 3, savedAt: Instant(milliseconds: 5)
    )
    try FileScratch(library: shop.path).keep(scratch, person: "王芳")
    let copy = shop.folder + "/backup.sanku"
    try shop.store.backup(to: copy) { _ in true }
    #expect(message { try shop.store.backup(to: copy) { _ in true } }.contains("not overwritten"))
    #expect(
      message { try shop.store.backup(to: shop.folder + "/stopped.sanku") { _ in false } }.contains("Interrupted"))
    #expect(!FileManager.default.fileExists(atPath: shop.folder + "/stopped.sanku"))
    let store = try SQLiteStore.open(copy, Workshop.opening)
    #expect(try store.read { try $0.document("works", document.id) } == document)
    #expect(try store.verify { _ in true } == [])
    #expect(FileScratch(library: copy).load(person: "王芳") == scratch)
  }
}
