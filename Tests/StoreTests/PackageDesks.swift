import Domain
import Foundation
import Synchronization
import Testing
import UseCases

@testable import Store

/// Three libraries that send each other packages: a province's, a city's and a county's; one clock for all.
final class PackageDesks {
  /// One library and who works with it.
  final class Desk {
    let name: String
    let region: String
    let store: SQLiteStore
    let environment: UseCases.Environment
    /// Packages that wait on a stick: taken or lost as the test wants.
    var outbox: [[UInt8]] = []

    init(_ name: String, _ region: String, mark: String, folder: String, clock: FilingDesk.Clock) throws {
      (self.name, self.region) = (name, region)
      let environment = UseCases.Environment(
        actor: Actor(person: name, origin: "cli"), now: { clock.now },
        newID: {
          var system = SystemRandomNumberGenerator()
          return RecordID(at: clock.now, using: &system)
        })
      self.environment = environment
      store = try SQLiteStore.create(
        folder + "/\(name).sanku", info: LibraryInfo(id: environment.newID(), region: region, mark: mark),
        as: environment)
    }

    func documents(_ register: String, under region: String) throws -> [Document] {
      try store.read { library in
        try store.list(Query(register: register)).ids(limit: .max).compactMap { try library.document(register, $0) }
      }.filter { ReferenceTables.builtIn.regions.isIn($0["region"].text ?? "", region) }
    }

    func save(_ document: Document) throws {
      _ = try SaveRecord.run(document, base: document.revision, in: store, as: environment)
    }

    func head() throws -> Int { try store.read { try $0.head().sequence } }
  }

  let folder: String
  let clock = FilingDesk.Clock()
  let province: Desk
  let city: Desk
  let county: Desk
  static let place = "330523"

  /// The province's library holds the made-up records of one city; `handedOver` gives city and county their parts.
  init(projects: Int = 400, handedOver: Bool = true) throws {
    folder = NSTemporaryDirectory() + "sanku-packages-" + UUID().uuidString
    province = try Desk("province", "330000", mark: "ZJ", folder: folder, clock: clock)
    city = try Desk("city", "330500", mark: "HZ", folder: folder, clock: clock)
    county = try Desk("county", Self.place, mark: "AJ", folder: folder, clock: clock)
    var plot = LibraryMaker(
      reference: .builtIn, seed: 5, today: Day(number: 20_230_703) ?? .first, detail: .full)
    var documents: [Document] = []
    try plot.make(projects: projects) { document in
      guard document["region"].text?.hasPrefix("3305") == true else { return }
      var draft = document
      for list in ["memberships", "filings", "plans"] { draft.children[list] = nil }
      documents.append(draft)
    }
    for document in documents {
      _ = try SaveRecord.run(document, base: 0, in: province.store, as: province.environment)
    }
    guard handedOver else { return }
    try introduce(province, city)
    try introduce(city, county)
    _ = try HandOverRegion.run("330500", to: "330500", in: province.store, as: province.environment)
    try carry(province, city)
    _ = try HandOverRegion.run(Self.place, to: Self.place, in: city.store, as: city.environment)
    try carry(city, county)
    try carry(city, province)
  }

  deinit {
    for desk in [province, city, county] { try? desk.store.close() }
    try? FileManager.default.removeItem(atPath: folder)
  }

  func introduce(_ a: Desk, _ b: Desk) throws {
    for (from, to) in [(a, b), (b, a)] {
      let (bytes, _) = try TrustLibrary.card(in: from.store, as: from.environment)
      _ = try TrustLibrary.run(bytes, in: to.store, as: to.environment)
    }
  }

  func made(_ from: Desk, for to: Desk) throws -> [UInt8] {
    try SendPackage.run(to: to.region, in: from.store, as: from.environment).bytes
  }

  @discardableResult
  func take(_ bytes: [UInt8], _ desk: Desk, _ options: ReceivePackage.Options = .init()) throws -> PackageAccount {
    try ReceivePackage.run(bytes, options, in: desk.store, as: desk.environment)
  }

  /// Sends a package and takes it; nothing may stand in its way.
  @discardableResult
  func carry(_ from: Desk, _ to: Desk, _ location: SourceLocation = #_sourceLocation) throws -> PackageAccount {
    let account = try take(try made(from, for: to), to)
    for line in account.obstacles {
      Issue.record("\(from.name) → \(to.name): \(line.register) \(line.key) \(line.outcome)", sourceLocation: location)
    }
    return account
  }

  /// What two libraries hold of a region: fields that are not carried over from other records, and child lists.
  func content(_ desk: Desk) throws -> [String: [String: Value]] {
    var content: [String: [String: Value]] = [:]
    for register in Registers.all where ["projects", "enterprises", "efficiency"].contains(register.id) {
      for document in try desk.documents(register.id, under: Self.place) {
        var values = document.values.filter { register.field($0.key)?.isCarried == false }
        for (list, rows) in document.children {
          for (place, row) in rows.enumerated() {
            values["\(list)[\(place)]"] = .text(row.id.text)
            for (field, value) in row.values { values["\(list)[\(place)].\(field)"] = value }
          }
        }
        content["\(register.id) \(document.id.text)"] = values
      }
    }
    return content
  }

  func figures(_ desk: Desk) throws -> [String: Amount] {
    try desk.store.read { library in
      try Registers.measures.keys.reduce(into: [:]) { figures, measure in
        figures[measure] = try library.figure(FigureQuery(measure, region: Self.place))
      }
    }
  }
}
