import Domain
import Foundation
import Synchronization
import Testing
import UseCases

@testable import Store

/// A library of 安吉's made-up projects, all drafts, with people of three tiers at work in it; its clock is moved by hand.
final class FilingDesk {
  let folder: String
  let store: SQLiteStore
  private let clock = Clock()

  final class Clock: Sendable {
    let day = Mutex(Day(number: 20_230_703) ?? .first)
    var now: Instant { Instant(milliseconds: Int64(day.withLock { $0 }.serial) * 86_400_000 + 3_600_000) }
  }

  static let people: [(name: String, roles: [Role], region: String)] = [
    ("chief", [.administrator], "330000"), ("clerk", [.clerk], "330523"), ("county", [.reviewer], "330523"),
    ("both", [.clerk, .reviewer], "330523"), ("city-clerk", [.clerk], "330500"), ("city", [.reviewer], "330500"),
    ("province", [.reviewer], "330000"), ("inspector", [.inspector], "330000"), ("next-door", [.reviewer], "330522"),
  ]

  /// The made-up records of 安吉, nothing of them filed.
  private static let documents: [Document] = {
    var plot = LibraryMaker(
      reference: .builtIn, seed: 5, today: Day(number: 20_230_703) ?? .first, detail: .full)
    var documents: [Document] = []
    try? plot.make(projects: 1200) { document in
      guard document["region"] == .text("330523") else { return }
      var draft = document
      for list in ["memberships", "filings", "plans"] { draft.children[list] = nil }
      documents.append(draft)
    }
    return documents
  }()

  /// `maker` is who typed the projects.
  init(maker: String = "clerk") throws {
    folder = NSTemporaryDirectory() + "sanku-filing-" + UUID().uuidString
    store = try SQLiteStore.create(folder + "/library.sanku", info: Workshop.info)
    let alone = environment(maker)
    for document in Self.documents { _ = try SaveRecord.run(document, base: 0, in: store, as: alone) }
    for (name, roles, region) in Self.people {
      var person = Person()
      (person.name, person.displayName, person.region, person.phone) = (name, name, region, "10012341234")
      person.roles = roles.map { role in
        var row = PersonRole()
        row.id = alone.newID()
        (row.role, row.region) = (role.rawValue, region)
        return row
      }
      try KeepPeople.add(person, in: store, as: name == "chief" ? alone : enter("chief").environment)
    }
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  var today: Day { clock.day.withLock { $0 } }
  func wait(days: Int) { clock.day.withLock { $0 = $0.adding(days: days) } }

  private func environment(_ person: String) -> UseCases.Environment {
    UseCases.Environment(
      actor: Actor(person: person, origin: "cli"), now: { [clock] in clock.now },
      newID: { [clock] in
        var system = SystemRandomNumberGenerator()
        return RecordID(at: clock.now, using: &system)
      })
  }

  /// Somebody with every right, as if there were no people.
  func alone(_ person: String) -> UseCases.Environment { environment(person) }

  func enter(_ person: String) throws -> (store: GuardedStore, environment: UseCases.Environment) {
    try Admission.enter(store, as: environment(person))
  }

  /// Runs a verb as somebody.
  func act<T>(_ person: String, _ body: (any Store, UseCases.Environment) throws -> T) throws -> T {
    let (store, environment) = try enter(person)
    return try body(store, environment)
  }

  func document(_ id: RecordID) throws -> Document { try #require(try store.read { try $0.document("projects", id) }) }
  func project(_ id: RecordID) throws -> Project { Project.schema.record(try document(id)) }
  func actions(_ id: RecordID) throws -> [String] { try store.read { try $0.history("projects", id) }.map(\.action) }

  /// Drafts that the rules find no error in, in the order of their codes.
  func drafts(_ count: Int) throws -> [RecordID] {
    let ids = try store.list(Query(register: "projects", sort: [Sort("library_code")])).ids(limit: .max)
    let register = try #require(Registers.named("projects"))
    let sound = try store.read { library in
      try ids.filter { id in
        guard let document = try library.document("projects", id) else { return false }
        let context = RuleContext(reference: .builtIn, library: library, today: today)
        return !register.check(document, context).contains { $0.severity == .error }
      }
    }
    try #require(sound.count >= count)
    return Array(sound.prefix(count))
  }

  /// A draft that went up to a tier and was admitted on the way.
  func member(of tier: Tier = .county, _ id: RecordID) throws {
    try expectDone(act("clerk") { try Submit.run([id], in: $0, as: $1) })
    try expectDone(act("county") { try Admit.run([id], .init(document: "安经信1号"), in: $0, as: $1) })
    for (from, by, to) in [(Tier.county, "county", "city"), (.city, "city", "province")] where from < tier {
      try expectDone(act(by) { try Recommend.run([id], .init(batch: "第1批", firstRank: 1), in: $0, as: $1) })
      try expectDone(act(to) { try Admit.run([id], in: $0, as: $1) })
    }
  }

  func expectDone(_ results: [FilingResult], _ location: SourceLocation = #_sourceLocation) {
    for result in results where !result.isDone {
      Issue.record("\(result.title): \(result.refusal?.en ?? "")", sourceLocation: location)
    }
  }
}
