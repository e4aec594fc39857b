import Domain
import Foundation
import Testing
import UseCases

@testable import Store

/// Who may lock, unlock and confirm, and when.
@Suite struct QuarterRightsTests {
  private final class Bureau {
    let desk: QuarterDesk

    init() throws {
      desk = try QuarterDesk(projects: 120, seed: 21)
      for entry in [
        ("chief", Role.administrator, "330000"), ("clerk", .clerk, "330523"), ("county", .supervisor, "330523"),
        ("city", .supervisor, "330500"), ("province", .supervisor, "330000"),
      ] {
        let person = Office.person((entry.0, entry.1, entry.2, ""))
        try KeepPeople.add(person, in: desk.store, as: desk.environment)
      }
    }

    func enter(_ name: String, on day: String = "2023-11-14") throws -> (
      store: GuardedStore, environment: UseCases.Environment
    ) {
      let instant = Instant(startOf: Day(parsing: day) ?? .first).adding(milliseconds: 3_600_000)
      return try Admission.enter(
        desk.store,
        as: UseCases.Environment(
          actor: Actor(person: name, origin: "cli"), now: { instant }, newID: desk.environment.newID))
    }

    func lock(_ name: String, _ region: String, on day: String = "2023-11-14", below: Bool = false) throws
      -> [QuarterLock]
    {
      let entered = try enter(name, on: day)
      return try LockQuarter.run(
        .init(quarter: QuarterDesk.quarter("2023Q3"), region: region, isWithBelow: below), in: entered.store,
        as: entered.environment)
    }
  }

  private let quarter = QuarterDesk.quarter("2023Q3")

  @Test func onlySupervisorsLockAndEachTheirOwnUntilTheGraceEnds() throws {
    let bureau = try Bureau()
    #expect(throws: NotAllowed.self) { try bureau.lock("clerk", "330523") }
    #expect(throws: NotAllowed.self) { try bureau.lock("chief", "330523") }
    #expect(throws: NotAllowed.self) { try bureau.lock("county", "330522") }
    #expect(throws: NotAllowed.self) { try bureau.lock("city", "330100", below: true) }
    // On the 15th the grace still runs; the county itself may.
    #expect(throws: TextProblem.self) { try bureau.lock("city", "330523", on: "2023-10-15") }
    let own = try bureau.lock("county", "330523", on: "2023-10-05")
    #expect(own.map(\.isUnreported) == [false])
    let others = try bureau.lock("city", "330500", on: "2023-10-16", below: true)
    #expect(others.last?.region == "330500" && others.last?.isUnreported == false)
    #expect(others.dropLast().allSatisfy(\.isUnreported) && !others.contains { $0.region == "330523" })
    #expect(try bureau.lock("province", "330000", below: true).count > 90)
    #expect(try bureau.desk.store.verify { _ in true } == [])
  }

  @Test func unlockingTakesTheProvinceAndAReason() throws {
    let bureau = try Bureau()
    _ = try bureau.lock("county", "330523")
    for name in ["county", "city", "clerk", "chief"] {
      let entered = try bureau.enter(name)
      #expect(throws: NotAllowed.self, "\(name)") {
        try UnlockQuarter.run(quarter, region: "330523", reason: "漏报", in: entered.store, as: entered.environment)
      }
    }
    let entered = try bureau.enter("province")
    let unlocked = try UnlockQuarter.run(
      quarter, region: "330523", reason: "漏报", in: entered.store, as: entered.environment)
    #expect(unlocked == ["330523"])
  }

  @Test func quartersAreNotEditedByHand() throws {
    let bureau = try Bureau()
    _ = try bureau.lock("county", "330523")
    let entered = try bureau.enter("county")
    let found = try #require(
      try entered.store.read { library in
        try library.find("quarters", key: "330523-2023Q3").flatMap { try library.document("quarters", $0) }
      })
    var record = QuarterRecord.schema.record(found)
    record.locks = []
    #expect(throws: UseCaseError.self) {
      try SaveRecord.run(
        QuarterRecord.schema.document(record), base: found.revision, in: entered.store, as: entered.environment)
    }
  }

  @Test func nobodyConfirmsTheirOwnCorrection() throws {
    let bureau = try Bureau()
    let all = try bureau.desk.store.list(
      Query(register: "projects", filter: .where("member", .equal, .flag(true)).and("progress.invested", .notEqual)))
    let documents = try all.ids(limit: 200).compactMap { id in
      try bureau.desk.store.read { try $0.document("projects", id) }
    }
    func place(_ project: Project) -> Int? {
      project.progress.firstIndex { $0.invested != nil && ($0.periodEnd ?? .last) <= quarter.lastDay }
    }
    let found = try #require(
      documents.first { place(Project.schema.record($0)) != nil && $0["region"].text != "330523" })
    var project = Project.schema.record(found)
    let region = project.region
    var person = Office.person(("self", .supervisor, region, ""))
    var row = PersonRole()
    row.id = bureau.desk.environment.newID()
    (row.role, row.region) = (Role.clerk.rawValue, region)
    person.roles.append(row)
    let chief = try bureau.enter("chief")
    try KeepPeople.add(person, in: chief.store, as: chief.environment)
    _ = try bureau.lock("self", region)
    let entered = try bureau.enter("self")
    var environment = entered.environment
    environment.reason = "投资额录错"
    let index = try #require(place(project))
    project.progress[index].invested = Amount(4321)
    try SaveRecord.run(
      Project.schema.document(project), base: found.revision, in: entered.store, as: environment)
    #expect(throws: NotAllowed.self) {
      try ConfirmCorrections.run(quarter, region: region, in: entered.store, as: entered.environment)
    }
    #expect(try ReadCorrections.run(quarter, region: region, in: entered.store).contains { $0.entry.person == "self" })
    // What is out of scope stays out of sight.
    let county = try bureau.enter("county")
    #expect(try ReadCorrections.run(quarter, region: region, in: county.store).isEmpty)
    let tally = try ReadTally.run(
      TallyQuery(quarter: quarter, region: region), in: county.store, as: county.environment)
    #expect(tally.rows.allSatisfy { $0.cells.allSatisfy { ($0.sums ?? .zero) == .zero } })
  }
}
