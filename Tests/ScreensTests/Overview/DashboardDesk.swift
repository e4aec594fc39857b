import Domain
import Foundation
import Store
import Terminal
import UseCases

@testable import Screens

/// A made-up province in a file of its own, with the first two screens on it, driven by keys.
final class DashboardDesk {
  let folder: String
  let store: SQLiteStore
  let services: Services
  let mailbox = Mailbox()
  private(set) var app: App
  private(set) var canvas: Canvas

  /// With `projects` nil, the few records of `Fixture`, which no generator changes: for frames that are kept.
  init(
    projects: Int? = 240, region: String? = "330000", width: Int = 80, height: Int = 24, language: Language = .zh,
    start: TabID = .overview
  ) throws {
    folder = NSTemporaryDirectory() + "sanku-dashboards-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/library.sanku"
    store = try SQLiteStore.create(
      path, info: LibraryInfo(id: RecordID(high: 1, low: 2), region: "330000", mark: "ZJ"))
    let serial = Serial()
    let environment = Environment(
      actor: Actor(person: "王建国", origin: HistoryEntry.Origin.host.rawValue, region: region),
      // 2023-07-04 in Shanghai.
      now: { Instant(milliseconds: 1_688_430_000_000) },
      newID: { RecordID(high: 0x0189_0000_0000_7000, low: 0x8000_0000_0000_0000 + serial.next()) })
    let mailbox = mailbox
    services = Services(
      store: store, scratch: FileScratch(library: path), environment: environment, language: language,
      launch: { job in mailbox.post(job.run { false }) },
      export: { [store] query, _, _, _ in try store.list(query).count() })
    if projects == nil { _ = try Fixture.fill(store, environment) }
    if let projects, projects > 0 {
      try GenerateLibrary.run(projects: projects, seed: 7, detail: .full, in: store, as: environment)
    }
    let size = Size(width: width, height: height)
    let roots: [TabID: App.Root] = [.mine: { MineScreen($0) }, .overview: { OverviewScreen($0) }]
    app = App(services, roots: roots, start: start, size: size, mailbox: mailbox)
    canvas = Canvas(size: size)
    send(.wake)
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  @discardableResult
  func press(_ keys: String) -> String {
    for event in Event.keys(keys) { send(event) }
    return frame
  }

  /// One event, the answers of jobs, one frame; earlier frames are not kept.
  func send(_ event: Event) {
    app.handle(event)
    app.handle(.wake)
    if case .resize(let size) = event { canvas = Canvas(size: size) } else { canvas = Canvas(size: canvas.size) }
    app.draw(in: &canvas)
  }

  var frame: String { canvas.text }
  var overview: OverviewScreen? { app.screen as? OverviewScreen }
  var mine: MineScreen? { app.screen as? MineScreen }
  var library: LibraryScreen? { app.screen as? LibraryScreen }

  /// Every record of a register.
  func documents(_ register: String) throws -> [Document] {
    let ids = try store.list(Query(register: register)).ids(limit: .max)
    return try store.read { library in try ids.compactMap { try library.document(register, $0) } }
  }

  private final class Serial: @unchecked Sendable {
    private var count: UInt64 = 0
    private let lock = NSLock()

    func next() -> UInt64 {
      lock.withLock {
        count += 1
        return count
      }
    }
  }
}
