import Domain
import Foundation
import Store
import Synchronization
import Terminal
import Testing

@testable import Screens
@testable import UseCases

/// Files that a test keeps in memory.
final class PaperDesk: Sendable {
  let files = Mutex<[String: [UInt8]]>([:])

  struct NoFile: Error {}

  var desk: SheetDesk {
    SheetDesk(
      start: "/stick",
      entries: { [self] folder, _ in
        files.withLock { files in
          files.keys.filter { $0.hasPrefix(folder + "/") }.sorted().map {
            .init(name: String($0.dropFirst(folder.count + 1)), isFolder: false, size: files[$0]?.count ?? 0, day: nil)
          }
        }
      }, open: { _ in throw NoFile() },
      bytes: { [self] path, _ in
        guard let bytes = files.withLock({ $0[path] }) else { throw NoFile() }
        return bytes
      }, write: { _, _ in }, book: { _, _ in },
      keep: { [self] path, bytes in
        let made = try bytes()
        files.withLock { $0[path] = made }
      })
  }
}

/// Two libraries and the interface of each: what one sends is looked through in the other, and answered.
@Suite struct PackageStoryTests {
  /// An office with its library at the screen.
  private final class Office {
    let folder: String
    let store: SQLiteStore
    let services: Services
    private let mailbox = Mailbox()
    private var drive: Drive<App>

    init(_ region: String, mark: String, _ paper: PaperDesk, language: Language = .zh, size: Size) throws {
      folder = NSTemporaryDirectory() + "sanku-office-" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let path = folder + "/library.sanku"
      let serial = Counter()
      let high = UInt64(region) ?? 0
      let environment = Environment(
        actor: Actor(person: "王静", origin: "host", region: region), now: { Instant(milliseconds: 1_688_430_000_000) },
        newID: { RecordID(high: high << 16 | 0x7000, low: 0x8000_0000_0000_0000 + serial.next()) })
      store = try SQLiteStore.create(
        path, info: LibraryInfo(id: environment.newID(), region: region, mark: mark), as: environment)
      // A key that is the same in every run, since its fingerprint is seen.
      try store.write(as: environment) { library in
        let ledger = try #require(library as? any PackageLedger)
        try ledger.setSigningKey(Data(repeating: UInt8(high & 0xFF), count: 32).base64EncodedString())
      }
      services = Services(
        store: store, scratch: FileScratch(library: path), environment: environment, language: language,
        launch: { [mailbox] job in mailbox.post(job.run { false }) }, post: mailbox.post, files: paper.desk)
      let app = App(services, roots: Roots.all, start: .registers, size: size, mailbox: mailbox)
      drive = Drive(app, size: size, update: { $0.handle($1) }, draw: { $0.draw(in: &$1) })
    }

    deinit {
      try? store.close()
      try? FileManager.default.removeItem(atPath: folder)
    }

    @discardableResult
    func press(_ keys: String) -> String {
      for event in Event.keys(keys) { drive.drive([event, .wake]) }
      return frame
    }

    func resize(_ width: Int, _ height: Int) { drive.drive([.resize(Size(width: width, height: height)), .wake]) }

    var frame: String { drive.frame }

    func save(_ values: [String: String], over old: Document? = nil) throws -> Document {
      var firm = try old ?? #require(Registers.named("enterprises")).blank(services.environment.newID())
      for (field, text) in values { firm[field] = .text(text) }
      return try SaveRecord.run(firm, base: old?.revision ?? 0, in: store, as: services.environment).document
    }

    /// Changes a record that another library writes, as a file come back from a backup may.
    func overwrite(_ firm: Document, address: String) throws {
      let before = try #require(try self.firm(firm.id))
      var other = before
      other["address"] = .text(address)
      _ = try store.write(as: services.environment) {
        try SaveRecord.write(
          other, base: before.revision, action: "save", in: $0, store, services.environment, isReceived: true)
      }
    }

    func firm(_ id: RecordID) throws -> Document? { try store.read { try $0.document("enterprises", id) } }
  }

  /// A city's library and a county's, which know one another; the county writes its region.
  private struct Pair {
    let paper = PaperDesk()
    let city: Office
    let county: Office

    init(size: Size = Size(width: 80, height: 24), language: Language = .zh) throws {
      city = try Office("330500", mark: "HZ", paper, language: language, size: size)
      county = try Office("330523", mark: "AJ", paper, language: language, size: size)
      for (from, to) in [(city, county), (county, city)] {
        let card = try TrustLibrary.card(in: from.store, as: from.services.environment).bytes
        _ = try TrustLibrary.run(card, in: to.store, as: to.services.environment)
      }
      _ = try HandOverRegion.run("330523", to: "330523", in: city.store, as: city.services.environment)
    }

    /// The bytes of the next package between them.
    func sent(_ from: Office, to region: String, as name: String) throws {
      let bytes = try SendPackage.run(to: region, in: from.store, as: from.services.environment).bytes
      paper.files.withLock { $0["/stick/" + name] = bytes }
    }
  }

  @Test func aPackageIsLookedThroughAppliedAndAnswered() throws {
    let pair = try Pair()
    try pair.sent(pair.city, to: "330523", as: "1.pkg")
    pair.county.press("H")
    #expect(pair.county.frame.contains("往来库") && pair.county.frame.contains("湖州市"), "\(pair.county.frame)")
    pair.county.press("I<Enter>")
    #expect(pair.county.frame.contains("安吉县今后由本库填报"), "\(pair.county.frame)")
    pair.county.press("<F9>y")
    #expect(pair.county.frame.contains("已收下第1号"), "\(pair.county.frame)")
    let firm = try pair.county.save(["name": "安吉某某水泥有限公司", "region": "330523", "contact": "王静"])
    // What waits is seen before it goes, and who has not answered after.
    pair.county.press("q")
    #expect(pair.county.frame.contains("湖州市") && pair.county.frame.contains("1"), "\(pair.county.frame)")
    pair.county.press("x<C-u>/stick/up.pkg<Enter>")
    #expect(pair.county.frame.contains("第1号数据包（1条记录）已存到 /stick/up.pkg"), "\(pair.county.frame)")
    #expect(pair.paper.files.withLock { $0["/stick/up.pkg"] } != nil)

    pair.city.press("HI")
    #expect(pair.city.frame.contains("1.pkg") && pair.city.frame.contains("up.pkg"), "\(pair.city.frame)")
    pair.city.press("G<Enter>")
    #expect(pair.city.frame.contains("新增1") && pair.city.frame.contains("未写入"), "\(pair.city.frame)")
    #expect(pair.city.frame.contains("安吉某某水泥有限公司"))
    #expect(try pair.city.firm(firm.id) == nil, "nothing is written yet")
    pair.city.press("x")
    #expect(pair.city.frame.contains("还没有收下"), "\(pair.city.frame)")
    pair.city.press("<F9>y")
    #expect(pair.city.frame.contains("已收下第1号：新增1"), "\(pair.city.frame)")
    #expect(try pair.city.firm(firm.id)?["contact"] == .text("王静"))
    pair.city.press("x<C-u>/stick/back.pkg<Enter>")
    #expect(pair.city.frame.contains("已存到 /stick/back.pkg"), "\(pair.city.frame)")

    // The receipt arrives: what was sent is known to have been applied.
    pair.county.press("I<C-o><C-u>/stick/back.pkg<Enter><F9>y")
    #expect(pair.county.frame.contains("已收下第2号"), "\(pair.county.frame)")
    pair.county.press("q<Enter>")
    #expect(pair.county.frame.contains("对方回执到第1号"), "\(pair.county.frame)")
    // Once more changes nothing and says so.
    pair.city.press("qI<C-o><C-u>/stick/up.pkg<Enter>")
    #expect(pair.city.frame.contains("以前已收下，无修改"), "\(pair.city.frame)")
  }

  @Test func changesAreNamedAndConflictsAskWhoseWordCounts() throws {
    let pair = try Pair()
    try pair.sent(pair.city, to: "330523", as: "1.pkg")
    pair.county.press("HI<Enter><F9>y")
    var firm = try pair.county.save(["name": "安吉某某水泥有限公司", "region": "330523"])
    try pair.sent(pair.county, to: "330500", as: "2.pkg")
    pair.city.press("HI<C-o><C-u>/stick/2.pkg<Enter><F9>y")
    firm = try pair.county.save(["address": "递铺街道1号"], over: try pair.county.firm(firm.id))
    try pair.sent(pair.county, to: "330500", as: "3.pkg")
    // In the city's file the same place was changed all the same: as by a library come back from a backup.
    try pair.city.overwrite(firm, address: "天荒坪镇2号")
    pair.city.press("qI<C-o><C-u>/stick/3.pkg<Enter>")
    #expect(pair.city.frame.contains("冲突1"), "\(pair.city.frame)")
    #expect(pair.city.frame.contains("本库 天荒坪镇2号") && pair.city.frame.contains("对方 递铺街道1号"), "\(pair.city.frame)")
    pair.city.press("<F9>")
    #expect(pair.city.frame.contains("以谁为准"))
    pair.city.press("<Down><Enter>")
    #expect(pair.city.frame.contains("冲突1") && pair.city.frame.contains("以对方为准"), "\(pair.city.frame)")
    #expect(pair.city.frame.contains("未写入"), "\(pair.city.frame)")
    #expect(try pair.city.firm(firm.id)?["address"] == .text("天荒坪镇2号"), "nothing is written yet")
    pair.city.press("<F9>y")
    #expect(try pair.city.firm(firm.id)?["address"] == .text("递铺街道1号"))
  }

  /// Two records that both libraries changed: one word for each, and nothing before each has one.
  @Test func eachConflictHasItsOwnWord() throws {
    let pair = try Pair(size: Size(width: 120, height: 40))
    try pair.sent(pair.city, to: "330523", as: "1.pkg")
    pair.county.press("HI<Enter><F9>y")
    let names = ["安吉甲水泥有限公司", "安吉乙造纸有限公司"]
    var firms = try names.map { try pair.county.save(["name": $0, "region": "330523"]) }
    try pair.sent(pair.county, to: "330500", as: "2.pkg")
    pair.city.press("HI<C-o><C-u>/stick/2.pkg<Enter><F9>y")
    firms = try firms.map { try pair.county.save(["address": "县里写的"], over: try pair.county.firm($0.id)) }
    try pair.sent(pair.county, to: "330500", as: "3.pkg")
    for firm in firms { try pair.city.overwrite(firm, address: "市里写的") }
    pair.city.press("qI<C-o><C-u>/stick/3.pkg<Enter><Space>")
    #expect(pair.city.frame.contains("以对方为准") && pair.city.frame.contains("所定未核对"), "\(pair.city.frame)")
    pair.city.press("<F9>")
    #expect(pair.city.frame.contains("还有1条冲突没有定"), "\(pair.city.frame)")
    // Once more is the other word.
    pair.city.press("<Space><Space>")
    #expect(pair.city.frame.contains("以本库为准"), "\(pair.city.frame)")
    pair.city.press("<F9>")
    #expect(pair.city.frame.contains("冲突2") && pair.city.frame.contains("未写入"), "\(pair.city.frame)")
    #expect(try pair.city.firm(firms[0].id)?["address"] == .text("市里写的"), "nothing is written yet")
    pair.city.press("<F9>y")
    #expect(pair.city.frame.contains("已收下第2号"), "\(pair.city.frame)")
    #expect(try firms.map { try pair.city.firm($0.id)?["address"].text } == ["县里写的", "市里写的"])
    #expect(try pair.city.store.verify { _ in true }.isEmpty)
  }

  @Test func whatIsNoPackageIsSaidInALine() throws {
    let pair = try Pair()
    pair.paper.files.withLock { $0["/stick/a.pkg"] = Array("not a package".utf8) }
    pair.city.press("HI<Enter>")
    #expect(pair.city.frame.contains("不是 sanku 数据包"), "\(pair.city.frame)")
    pair.city.press("q")
    #expect(pair.city.frame.contains("往来库"))
  }

  @Test(arguments: [false, true]) func everySizeIsDrawn(_ isEnglish: Bool) throws {
    let pair = try Pair(language: isEnglish ? .en : .zh)
    _ = try pair.city.save(["name": "湖州某某纺织有限公司", "region": "330502"])
    try pair.sent(pair.city, to: "330523", as: "1.pkg")
    for keys in ["H", "I", "<Enter>", "<F9>y"] {
      pair.county.press(keys)
      let some = [(1, 1), (20, 5), (40, 10), (59, 24), (120, 40), (200, 60), (80, 24)]
      for size in (SizesTests.isLong ? SizesTests.sizes : []) + some.map({ Size(width: $0.0, height: $0.1) }) {
        pair.county.resize(size.width, size.height)
        if some.contains(where: { $0 == (size.width, size.height) }) { pair.county.press("jk") }
      }
    }
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 10)]) func asKept(_ size: (Int, Int)) throws {
    let pair = try Pair(size: Size(width: size.0, height: size.1))
    try pair.sent(pair.city, to: "330523", as: "1.pkg")
    pair.county.press("HI<Enter><F9>y")
    for number in 1...3 {
      _ = try pair.county.save(["name": "安吉第\(number)水泥有限公司", "region": "330523"])
    }
    pair.county.press("q")
    try Golden.check(pair.county.frame, "packages-\(size.0)x\(size.1)")
    try pair.sent(pair.county, to: "330500", as: "2.pkg")
    pair.city.press("HI<C-o><C-u>/stick/2.pkg<Enter>")
    try Golden.check(pair.city.frame, "incoming-\(size.0)x\(size.1)")
  }
}
