import Domain
import Foundation
import Store
import Terminal
import Testing
import UseCases

@testable import Screens

/// A library with people of three tiers in it, and the interface in front of each of them, driven by keys.
final class PeopleDesk {
  let base: Desk
  private let mailbox = Mailbox()

  static let people: [(name: String, role: Domain.Role, region: String)] = [
    ("chief", .administrator, "330000"), ("clerk", .clerk, "330523"), ("county", .reviewer, "330523"),
    ("second", .reviewer, "330523"), ("city", .reviewer, "330500"), ("inspector", .inspector, "330000"),
  ]

  init() throws {
    base = try Desk()
    let environment = base.services.environment
    for (name, role, region) in Self.people {
      var person = Person()
      (person.name, person.displayName, person.region) = (name, name + "同志", region)
      var row = PersonRole()
      row.id = environment.newID()
      (row.role, row.region) = (role.rawValue, region)
      person.roles = [row]
      try KeepPeople.add(person, in: base.store, as: environment)
    }
  }

  var path: String { base.folder + "/library.sanku" }

  /// What a person's screens work with.
  func services(_ name: String) throws -> Services {
    let old = base.services.environment
    let actor = Actor(person: name, origin: HistoryEntry.Origin.host.rawValue)
    let (store, environment) = try Admission.enter(
      base.store, as: UseCases.Environment(actor: actor, now: old.now, newID: old.newID))
    return Services(
      store: store, scratch: FileScratch(library: path), forms: FileOpenForms(library: path), environment: environment,
      language: .zh, launch: { [mailbox] job in mailbox.post(job.run { false }) })
  }

  /// A person's interface.
  func seat(_ name: String, start: TabID = .projects) throws -> Seat {
    let size = Size(width: 80, height: 24)
    let app = App(try services(name), roots: Roots.all, start: start, size: size, mailbox: mailbox)
    return Seat(Drive(app, size: size, update: { $0.handle($1) }, draw: { $0.draw(in: &$1) }))
  }

  /// One interface; counts the keys that were pressed apart from what was typed.
  final class Seat {
    private var drive: Drive<App>
    private(set) var keys = 0

    init(_ drive: Drive<App>) { self.drive = drive }

    @discardableResult
    func press(_ keys: String) -> String {
      for event in Event.keys(keys) {
        self.keys += 1
        drive.drive([event, .wake])
      }
      return frame
    }

    /// Text that says something, which nobody could leave out: not counted.
    @discardableResult
    func type(_ text: String) -> String {
      for event in Event.keys(text) { drive.drive([event, .wake]) }
      return frame
    }

    func wake() { drive.drive([.wake]) }
    /// The keys since this was asked last.
    func count() -> Int {
      defer { keys = 0 }
      return keys
    }

    var frame: String { drive.frame }
    var app: App { drive.state }
  }

  /// A draft of 安吉 that the rules find no error in; the clerk typed it.
  func draft(_ name: String) throws -> RecordID {
    let services = try services("clerk")
    let id = services.environment.newID()
    func row(_ values: [String: Value]) -> ChildRow { ChildRow(id: services.environment.newID(), values: values) }
    func day(_ text: String) -> Value { Day(parsing: text).map { .day($0) } ?? .empty }
    let plan = [
      ("preparation", "2024-03-13"), ("registration", "2024-04-27"), ("start", "2024-06-11"),
      ("equipment", "2024-08-04"), ("installation", "2024-09-09"), ("completion", "2024-10-04"),
      ("acceptance", "2025-06-04"),
    ]
    let values: [String: Value] = [
      "name": .text(name), "region": .text("330523"), "holder_kind": .text("enterprise"),
      "enterprise": .record(try #require(base.ids["安吉水泥"])), "division": .text("330523"), "site": .text("溪口镇样例路892号"),
      "focus_area": .text("facilities"), "kind": .text("roof_pv"), "content": .text("利用厂房屋顶建设分布式光伏电站，自发自用"),
      "start_month": Month(parsing: "2024-06").map { .month($0) } ?? .empty,
      "deadline": Month(parsing: "2024-10").map { .month($0) } ?? .empty, "base_year": .integer(2022),
      "pv_kw": .amount(Amount(6200)), "pv_area": .amount(Amount(62_000)), "renewable_output": .amount(Amount(620)),
      "investment_equipment": .amount(Amount(1874)), "investment_construction": .amount(Amount(267)),
      "investment_other": .amount(Amount(89)), "fund_own": .amount(Amount(2230)), "contact": .text("李某己"),
      "phone": .text("10032814943"),
    ]
    let document = Document(
      register: "projects", id: id, values: values,
      children: [
        "measures": [
          row([
            "name": .text("光伏组件"), "quantity": .amount(Amount(9142)), "quantity_unit": .text("块"),
            "investment": .amount(Amount(1874)),
          ])
        ],
        "milestones": plan.map { row(["stage": .text($0.0), "planned": day($0.1)]) },
      ])
    _ = try SaveRecord.run(document, base: 0, in: services.store, as: services.environment)
    return id
  }

  func project(_ id: RecordID) throws -> Document {
    try #require(try base.store.read { try $0.document("projects", id) })
  }
}
