import Domain
import Foundation
import Testing
import UseCases

@testable import Store

/// Random people at random reading verbs: nothing out of their scope ever comes back, and figures are those of the scope.
@Suite struct GuardFuzzTests {
  @Test func noReadingVerbLeavesTheScope() throws {
    let office = try Office(projects: 80)
    let alone = Office.environment("chief")
    var dice = Dice(20_230_630)
    let codes = office.regions.all.map(\.code)
    let all = ["projects", "enterprises", "efficiency"].flatMap(office.documents)
    let entries = try office.store.read { try $0.entries(from: 1, limit: 100_000) }
    for round in 0..<15 {
      let count = 1 + Int.random(in: 0..<3, using: &dice)
      var person = Person()
      person.name = "p\(round)"
      (person.displayName, person.region) = ("随机", "330523")
      for _ in 0..<count {
        var row = PersonRole()
        row.id = alone.newID()
        row.role = try #require(Role.allCases.filter { $0 != .administrator }.randomElement(using: &dice)).rawValue
        row.region = try #require(codes.randomElement(using: &dice))
        row.registers = Bool.random(using: &dice) ? "" : "projects"
        person.roles.append(row)
      }
      let chief = try office.enter("chief")
      try KeepPeople.add(person, in: chief.store, as: chief.environment)
      let (store, _) = try office.enter(person.name)
      let grants = person.roles
      func sees(_ document: Document) -> Bool {
        grants.contains { row in
          (row.registers.isEmpty || document.register == "projects")
            && office.regions.isIn(document["region"].text ?? "-", row.region)
        }
      }
      for register in ["projects", "enterprises", "efficiency"] {
        let wanted = all.filter { $0.register == register && sees($0) }
        let ids = Set(wanted.map(\.id))
        let list = try store.list(Query(register: register))
        #expect(Set(try list.ids(limit: .max)) == ids)
        #expect(Set(try list.rows(0..<10_000, fields: ["name"]).map(\.id)) == ids)
        try store.read { library in
          #expect(try library.totals(register, where: .all, sums: []).count == ids.count)
          for measure in Registers.named(register)?.measures ?? [] {
            let asked = Bool.random(using: &dice) ? nil : codes.randomElement(using: &dice)
            let facts = wanted.flatMap { measure.facts(of: $0, in: .builtIn) }
              .filter { asked == nil || office.regions.isIn($0.region, asked ?? "") }
            #expect(
              try library.figure(FigureQuery(measure.id, region: asked)) == Self.sum(measure, facts),
              "\(measure.id) \(asked ?? "")")
          }
          for document in all.filter({ $0.register == register }).shuffled(using: &dice).prefix(15) {
            let isSeen = ids.contains(document.id)
            let found = try library.document(register, document.id)
            if register == "enterprises", !isSeen {
              #expect(found?.values["industry"] == nil && found?.children.isEmpty ?? true)
            } else {
              #expect((found != nil) == isSeen)
            }
            #expect(try library.history(register, document.id).isEmpty != isSeen)
            #expect(try library.find(register, idPrefix: document.id.text, limit: 5).isEmpty != isSeen)
            let rows = try library.candidates(
              register, words: document["name"].plain, where: .all, limit: 20, fields: ["name", "industry"])
            for row in rows where !ids.contains(row.id) {
              #expect(register == "enterprises" && Set(row.values.keys).isSubset(of: ["name"]))
            }
          }
        }
      }
      let told = Set(try store.read { try $0.entries(from: 1, limit: 100_000) }.map(\.sequence))
      let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
      for entry in entries {
        guard let document = entry.record.flatMap({ byID[$0] }) else { continue }
        #expect(told.contains(entry.sequence) == sees(document), "\(entry.sequence)")
      }
    }
  }

  private static func sum(_ measure: Measure, _ facts: [Fact]) -> Amount {
    guard case .distinct = measure.amounts else { return Amount.sum(facts.map(\.amount)) ?? .zero }
    let subjects = Dictionary(grouping: facts, by: \.subject)
      .filter { (Amount.sum($0.value.map(\.amount)) ?? .zero) > .zero }
    return Amount(subjects.count)
  }
}
