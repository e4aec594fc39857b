import Domain
import Foundation
import Store
import Terminal
import Testing
import UseCases

@testable import Screens

/// A small library in a folder of its own and the whole interface on it, driven by keys.
final class Desk {
  let folder: String
  let store: SQLiteStore
  let services: Services
  let mailbox = Mailbox()
  /// How far the clock went on, in milliseconds.
  let passed = Counter()
  private(set) var drive: Drive<App>
  private(set) var ids: [String: RecordID] = [:]

  /// `fill` is false for an empty library.
  init(
    fill: Bool = true, region: String? = "330523", width: Int = 80, height: Int = 24, language: Language = .zh,
    start: TabID = .projects
  ) throws {
    folder = NSTemporaryDirectory() + "sanku-screens-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/library.sanku"
    store = try SQLiteStore.create(
      path, info: LibraryInfo(id: RecordID(high: 1, low: 2), region: "330000", mark: "ZJ"))
    services = Self.services(store, path, mailbox, region, language, passed: passed)
    let size = Size(width: width, height: height)
    if fill { ids = try Fixture.fill(store, services.environment) }
    let app = App(services, roots: Roots.all, start: start, size: size, mailbox: mailbox)
    drive = Drive(app, size: size, update: { $0.handle($1) }, draw: { $0.draw(in: &$1) })
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// 2023-07-04 in Shanghai, and ids in order.
  static func services(
    _ store: SQLiteStore, _ path: String, _ mailbox: Mailbox, _ region: String?, _ language: Language,
    passed: Counter = Counter()
  ) -> Services {
    let serial = Counter()
    let actor = Actor(person: "王建国", origin: HistoryEntry.Origin.host.rawValue, region: region)
    let environment = Environment(
      actor: actor, now: { Instant(milliseconds: 1_688_430_000_000 + Int64(bitPattern: passed.value)) },
      newID: { RecordID(high: 0x0189_0000_0000_7000, low: 0x8000_0000_0000_0000 + serial.next()) })
    return Services(
      store: store, scratch: FileScratch(library: path), environment: environment, language: language,
      launch: { job in mailbox.post(job.run { false }) },
      post: mailbox.post,
      export: { query, only, path, report in
        let ids = try only ?? store.list(query).ids(limit: .max)
        guard report(0, ids.count) else { throw StoreError.interrupted }
        try ids.map(\.text).joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return ids.count
      }, pasted: { TabbedBook(text: $0) })
  }

  /// Presses keys as people write them, and lets jobs answer.
  @discardableResult
  func press(_ keys: String) -> String {
    for event in Event.keys(keys) { send(event) }
    return frame
  }

  func send(_ event: Event) { drive.drive([event, .wake]) }

  var frame: String { drive.frame }
  var app: App { drive.state }
  var exitStatus: Int32? { drive.state.exitStatus }
  var hasUnsaved: Bool { drive.state.hasUnsaved }
  var library: LibraryScreen? { app.screen as? LibraryScreen }
  var record: RecordScreen? { app.screen as? RecordScreen }
  var rows: [String] { frame.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}

final class Counter: @unchecked Sendable {
  private var count: UInt64 = 0
  private let lock = NSLock()

  var value: UInt64 { lock.withLock { count } }

  func next() -> UInt64 { add(1) }

  @discardableResult
  func add(_ more: UInt64) -> UInt64 {
    lock.withLock {
      count &+= more
      return count
    }
  }
}

// A failing expectation names the screen instead of printing a whole library.
extension App: CustomTestStringConvertible {
  public var testDescription: String { "App" }
}
extension LibraryScreen: CustomTestStringConvertible {
  public var testDescription: String { "LibraryScreen(\(register.id))" }
}
extension RecordScreen: CustomTestStringConvertible {
  public var testDescription: String { "RecordScreen(\(register.id))" }
}
