import Domain
import Foundation
import Testing
import UseCases

@testable import Store

/// The library as each person sees it, and what is refused.
@Suite struct GuardedStoreTests {
  @Test func everybodySeesTheirOwnRegionAndThoseBelow() throws {
    let office = try Office()
    for (name, region) in [("clerk", "330523"), ("reviewer", "330500"), ("inspector", "330000"), ("limited", "330500")]
    {
      let (store, _) = try office.enter(name)
      for register in ["projects", "enterprises", "efficiency"] {
        let wanted = office.documents(register).filter { document in
          (name != "limited" || register == "projects")
            && office.regions.isIn(document["region"].text ?? "-", region)
        }
        let list = try store.list(Query(register: register))
        #expect(try list.count() == wanted.count, "\(name) \(register)")
        #expect(Set(try list.ids(limit: .max)) == Set(wanted.map(\.id)), "\(name) \(register)")
        let totals = try store.read { try $0.totals(register, where: .all, sums: []) }
        #expect(totals.count == wanted.count)
        let counts = try store.read { try $0.counts(register, by: "region", where: .all) }
        #expect(counts.values.reduce(0, +) == wanted.count)
      }
    }
  }

  @Test func aRecordElsewhereIsNotThere() throws {
    let office = try Office()
    let (store, _) = try office.enter("clerk")
    let other = try #require(office.documents("projects").first { $0["region"].text?.hasPrefix("3301") == true })
    let key = try #require(other["library_code"].text)
    try store.read { library in
      let found = try library.document("projects", other.id)
      #expect(found == nil)
      #expect(try library.find("projects", key: key) == nil)
      #expect(try library.find("projects", idPrefix: other.id.text, limit: 10).isEmpty)
      #expect(try library.documents("projects", where: "library_code", is: .text(key)).isEmpty)
      #expect(try library.history("projects", other.id).isEmpty)
      #expect(try library.figure(FigureQuery("projects.in_county", region: "330100")) == .zero)
      #expect(try library.lookup.document("projects", other.id) != nil)
    }
    #expect(try store.list(Query(register: "projects")).place(of: other.id) == nil)
    #expect(try store.list(Query(register: "projects", filter: .where("region", .equal, .text("330100")))).count() == 0)
  }

  @Test func anEnterpriseElsewhereShowsNameAndCodeAlone() throws {
    let office = try Office()
    let (store, _) = try office.enter("clerk")
    let other = try #require(office.documents("enterprises").first { $0["region"].text?.hasPrefix("3301") == true })
    let name = try #require(other["name"].text)
    try store.read { library in
      let stub = try #require(try library.document("enterprises", other.id))
      #expect(Set(stub.values.keys) == ["key", "credit_code", "plant", "name", "region"] && stub.children.isEmpty)
      #expect(try library.find("enterprises", key: other["key"].plain) == other.id)
      #expect(try library.documents("enterprises", where: "credit_code", is: other["credit_code"]).count == 1)
      #expect(
        try library.documents("enterprises", where: "industry", is: other["industry"]).allSatisfy {
          office.regions.isIn($0["region"].text ?? "", "330523")
        })
      let rows = try library.candidates(
        "enterprises", words: name, where: .all, limit: 5, fields: ["name", "phone", "address", "industry"])
      let row = try #require(rows.first { $0.id == other.id })
      #expect(row.values == ["name": .text(name)])
    }
  }

  @Test func phonesAreMaskedForThoseWhoAreNeitherOwnNorAbove() throws {
    let office = try Office()
    let chief = try office.enter("chief")
    // An administrator of one county sees everything, but no numbers of other tiers.
    let (store, _) = try office.enter("keeper")
    let other = try #require(
      office.documents("enterprises").first { $0["region"].text?.hasPrefix("3301") == true && !$0["phone"].isEmpty })
    let shown = try #require(try store.read { try $0.document("enterprises", other.id) })
    #expect(shown["phone"].text?.contains("****") == true && shown["name"] == other["name"])
    let list = try store.list(Query(register: "enterprises"))
    let place = try #require(try list.place(of: other.id))
    #expect(try list.rows(place..<(place + 1), fields: ["phone"]).first?["phone"].text?.contains("****") == true)
    #expect(try list.rows(place..<(place + 1), fields: ["phone"]).first?.values.keys.contains("region") == false)
    #expect(try chief.store.read { try $0.document("enterprises", other.id) }?["phone"] == other["phone"])
  }

  @Test func whoIsNotAmongThePeopleDoesNotGetIn() throws {
    let office = try Office()
    #expect(throws: NotAllowed.self) { try office.enter("stranger") }
  }

  @Test func aDisabledPersonLosesEverythingAtOnce() throws {
    let office = try Office()
    let (store, environment) = try office.enter("clerk")
    let list = try store.list(Query(register: "projects"))
    #expect(try list.count() > 0)
    let chief = try office.enterAgain("chief")
    try KeepPeople.change("clerk", in: chief.store, as: chief.environment) { $0.isDisabled = true }
    #expect(throws: NotAllowed.self) { try list.count() }
    #expect(throws: NotAllowed.self) { try store.read { try $0.head() } }
    let document = office.draft("330523")
    #expect(throws: NotAllowed.self) { try SaveRecord.run(document, base: 0, in: store, as: environment) }
    try KeepPeople.change("clerk", in: chief.store, as: chief.environment) {
      $0.isDisabled = false
      $0.roles[0].region = "330502"
    }
    #expect(try list.ids(limit: .max).allSatisfy { office.region(of: $0) == "330502" })
    // The environment still holds the old rights; the store does not go by it.
    #expect(throws: NotAllowed.self) { try SaveRecord.run(document, base: 0, in: store, as: environment) }
  }

  @Test func clerksWriteWhereTheyMay() throws {
    let office = try Office()
    let (store, environment) = try office.enter("clerk")
    let saved = try SaveRecord.run(office.draft("330523"), base: 0, in: store, as: environment).document
    #expect(throws: NotAllowed.self) { try SaveRecord.run(office.draft("330522"), base: 0, in: store, as: environment) }
    #expect(throws: NotAllowed.self) { try SaveRecord.run(office.draft(""), base: 0, in: store, as: environment) }
    var moved = saved
    moved["region"] = .text("330522")
    #expect(throws: NotAllowed.self) {
      try SaveRecord.run(moved, base: saved.revision, in: store, as: environment)
    }
    // The city's clerk enters directly, and changes below only what is theirs.
    let city = try office.enter("city")
    let own = try SaveRecord.run(office.draft("330522"), base: 0, in: city.store, as: city.environment).document
    var again = own
    again["content"] = .text("改")
    _ = try SaveRecord.run(again, base: own.revision, in: city.store, as: city.environment)
    var others = saved
    others["content"] = .text("改")
    #expect(throws: NotAllowed.self) {
      try SaveRecord.run(others, base: saved.revision, in: city.store, as: city.environment)
    }
    let inspector = try office.enter("inspector")
    #expect(throws: NotAllowed.self) {
      try SaveRecord.run(others, base: saved.revision, in: inspector.store, as: inspector.environment)
    }
    #expect(throws: UseCaseError.self) {
      try DeleteDraft.run("projects", saved.id, base: saved.revision, in: inspector.store, as: inspector.environment)
    }
    try DeleteDraft.run("projects", saved.id, base: saved.revision, in: store, as: environment)
    // Where it lay last still decides who sees its history.
    #expect(try store.read { try $0.history("projects", saved.id) }.count == 2)
    #expect(try office.enter("hangzhou").store.read { try $0.history("projects", saved.id) }.isEmpty)
  }

  @Test func aPermitIsForOnePersonAndOneRecord() throws {
    let office = try Office()
    let (store, environment) = try office.enter("clerk")
    let chief = try office.enter("chief")
    let document = office.draft("330523")
    let stolen = try Access.alone("chief").permit(.create, Subject("projects", region: "330523"))
    #expect(throws: NotAllowed.self) {
      try store.write(as: environment) { try $0.save(document, base: 0, action: "save", permit: stolen) }
    }
    let wrong = try environment.access.permit(.create, Subject("enterprises", region: "330523", isMine: true))
    #expect(throws: NotAllowed.self) {
      try store.write(as: environment) { try $0.save(document, base: 0, action: "save", permit: wrong) }
    }
    let near = try environment.access.permit(.create, Subject("projects", region: "330523", isMine: true))
    #expect(throws: NotAllowed.self) {
      try store.write(as: environment) {
        try $0.save(office.draft("330522"), base: 0, action: "save", permit: near)
      }
    }
    #expect(throws: NotAllowed.self) { try chief.store.write(as: environment) { _ in } }
    #expect(throws: NotAllowed.self) { try store.write(as: environment) { try $0.setSetting("chief", "x", "1") } }
    #expect(throws: NotAllowed.self) { try store.verify { _ in true } }
    #expect(throws: NotAllowed.self) { try store.backup(to: office.folder + "/b.sanku") { _ in true } }
    #expect(try chief.store.verify { _ in true } == [])
  }

  @Test func theLastAdministratorStays() throws {
    let office = try Office()
    let chief = try office.enter("chief")
    func change(_ name: String, _ body: (inout Person) throws -> Void) throws {
      try KeepPeople.change(name, in: chief.store, as: chief.environment, body)
    }
    try change("keeper") { $0.isDisabled = true }
    #expect(throws: NotAllowed.self) { try change("chief") { $0.isDisabled = true } }
    #expect(throws: NotAllowed.self) { try change("chief") { $0.roles[0].role = "clerk" } }
    try change("keeper") { $0.isDisabled = false }
    try change("chief") { $0.roles[0].role = "clerk" }
    #expect(throws: NotAllowed.self) { try change("keeper") { $0.isDisabled = true } }
  }

  @Test func aDuplicateElsewhereIsNotNamed() throws {
    let office = try Office()
    let (store, environment) = try office.enter("clerk")
    let other = try #require(
      office.documents("projects").first {
        $0["region"].text?.hasPrefix("3301") == true && !$0["enterprise"].isEmpty && $0["stage"].text != "stopped"
      })
    var twin = office.draft("330523")
    for field in ["name", "enterprise", "holder_kind", "start_month", "deadline"] { twin[field] = other[field] }
    let found = try SaveRecord.run(twin, base: 0, in: store, as: environment).findings.filter { $0.rule == "R39" }
    let told = try #require(found.first).message
    #expect(told.zh.contains("其他地区") && told.en.contains("passed to the city"))
    #expect(!told.zh.contains(other["name"].plain) && !told.zh.contains(other["library_code"].plain))
  }
}
