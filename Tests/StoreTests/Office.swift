import Domain
import Foundation
import Synchronization
import UseCases

@testable import Store

/// A made-up library with people in it, in a folder of its own.
final class Office {
  let folder: String
  let store: SQLiteStore
  let regions = ReferenceTables.builtIn.regions
  private var others: [SQLiteStore] = []

  static let people: [(name: String, role: Role, region: String, registers: String)] = [
    ("chief", .administrator, "330000", ""), ("keeper", .administrator, "330523", ""), ("clerk", .clerk, "330523", ""),
    ("city", .clerk, "330500", ""), ("reviewer", .reviewer, "330500", ""), ("inspector", .inspector, "330000", ""),
    ("limited", .supervisor, "330500", "projects"), ("hangzhou", .clerk, "330100", ""),
  ]

  init(projects: Int = 150) throws {
    folder = NSTemporaryDirectory() + "sanku-office-" + UUID().uuidString
    store = try SQLiteStore.create(folder + "/library.sanku", info: Workshop.info)
    let alone = Self.environment("root")
    try GenerateLibrary.run(projects: projects, seed: 3, detail: .full, in: store, as: alone)
    for entry in Self.people { try KeepPeople.add(Self.person(entry), in: store, as: alone) }
  }

  deinit {
    for other in others { try? other.close() }
    try? store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  static func person(_ entry: (name: String, role: Role, region: String, registers: String)) -> Person {
    var person = Person()
    (person.name, person.displayName, person.region, person.phone) = (
      entry.name, entry.name, entry.region, "13812341234"
    )
    var row = PersonRole()
    row.id = environment("root").newID()
    (row.role, row.region, row.registers) = (entry.role.rawValue, entry.region, entry.registers)
    person.roles = [row]
    return person
  }

  static func environment(_ person: String) -> UseCases.Environment { Workshop.environment(person) }

  func enter(_ name: String) throws -> (store: GuardedStore, environment: UseCases.Environment) {
    try Admission.enter(store, as: Self.environment(name))
  }

  /// The same in another process's place: over a connection of its own.
  func enterAgain(_ name: String) throws -> (store: GuardedStore, environment: UseCases.Environment) {
    let other = try SQLiteStore.open(store.path)
    others.append(other)
    return try Admission.enter(other, as: Self.environment(name))
  }

  /// All records of a register, unguarded.
  func documents(_ register: String) -> [Document] {
    let ids = (try? store.list(Query(register: register)).ids(limit: .max)) ?? []
    return (try? store.read { library in try ids.compactMap { try library.document(register, $0) } }) ?? []
  }

  func region(of id: RecordID) -> String? {
    (try? store.read { try $0.document("projects", id) })??["region"].text
  }

  func draft(_ region: String) -> Document {
    var document = Document(register: "projects", id: Self.environment("root").newID())
    document["name"] = .text("余热发电")
    document["region"] = .text(region)
    document["holder_kind"] = .text("enterprise")
    return document
  }
}
