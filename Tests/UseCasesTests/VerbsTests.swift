import Domain
import Testing

@testable import UseCases

@Suite struct VerbsTests {
  private let store = MemoryStore()
  private let environment = clerk()

  @Test func aDraftIsDeletedByItsMakerOnly() throws {
    let draft = try SaveRecord.run(
      Sample.project(environment, enterprise: nil), base: 0, in: store, as: environment
    ).document
    #expect(throws: UseCaseError.self) {
      try DeleteDraft.run("projects", draft.id, base: 1, in: store, as: clerk("李明"))
    }
    try DeleteDraft.run("projects", draft.id, base: 1, in: store, as: environment)
    #expect(try store.read { try $0.document("projects", draft.id) } == nil)
  }

  @Test func whatWasFiledIsNoDraft() throws {
    var document = Sample.project(environment, enterprise: nil)
    document.children["memberships"] = [
      ChildRow(id: environment.newID(), values: ["tier": .text("county"), "state": .text("submitted")])
    ]
    #expect(throws: UseCaseError.self) {
      try SaveRecord.run(document, base: 0, in: store, as: environment)
    }
    let filed = try store.write(as: environment) {
      try SaveRecord.write(
        document, base: 0, action: "generate", in: $0, store, environment, isGuarded: false)
    }.document
    #expect(throws: UseCaseError.self) {
      try DeleteDraft.run("projects", filed.id, base: 1, in: store, as: environment)
    }
  }

  @Test func aCopyHasTheContentButNoCodesAndNewRows() throws {
    let original = try SaveRecord.run(
      Sample.project(environment, enterprise: nil), base: 0, in: store, as: environment
    ).document
    let copy = try CopyRecord.of(original, as: environment)
    #expect(copy.id != original.id)
    #expect(copy.revision == 0)
    #expect(copy["name"] == original["name"])
    #expect(copy["library_code"].isEmpty)
    #expect(copy.children["measures"]?.map(\.values) == original.children["measures"]?.map(\.values))
    #expect(copy.children["measures"]?.first?.id != original.children["measures"]?.first?.id)
  }

  @Test func recordsAreFoundByKeyAndByTheBeginningOfTheirId() throws {
    let register = try #require(Registers.named("enterprises"))
    let enterprise = try SaveRecord.run(
      Sample.enterprise(environment), base: 0, in: store, as: environment
    ).document
    for key in [
      "91330523MA2B4XXX0X-00", "91330523ma2b4xxx0x", "#" + enterprise.id.text, "#" + enterprise.id.text.prefix(8),
    ] {
      #expect(try FindRecord.run(register, key: key, in: store) == enterprise.id)
    }
    #expect(throws: UseCaseError.self) { try FindRecord.run(register, key: "9133", in: store) }
    #expect(throws: UseCaseError.self) { try FindRecord.run(register, key: "#zz", in: store) }
    #expect(throws: UseCaseError.self) { try FindRecord.run(register, key: "#", in: store) }
  }

  @Test func twoIdsOfOneBeginningAreAmbiguous() throws {
    let register = try #require(Registers.named("projects"))
    for name in ["甲", "乙"] {
      _ = try SaveRecord.run(
        Sample.project(environment, enterprise: nil, name: name), base: 0, in: store, as: environment)
    }
    #expect(throws: UseCaseError.self) { try FindRecord.run(register, key: "#0", in: store) }
  }

  @Test func checkingCountsWhatTheRulesFind() throws {
    let register = try #require(Registers.named("projects"))
    _ = try SaveRecord.run(Sample.project(environment, enterprise: nil), base: 0, in: store, as: environment)
    var told: [CheckedRecord] = []
    let summary = try CheckRecords.run(register, in: store, as: environment) { told.append($0) }
    #expect(summary.records == 1)
    #expect(summary.errors == told.flatMap(\.findings).count { $0.severity == .error })
    #expect(told.first?.title == "3号窑余热发电")
  }

  @Test func namedFiltersComeBackAsTheyWereKept() throws {
    let filter = NamedFilter(name: "湖州\t逾期", expressions: ["region=330500", "name~a\\|b\n"], words: "agsn")
    try NamedFilters.keep(filter, "projects", in: store, as: environment)
    try NamedFilters.keep(NamedFilter(name: "二", expressions: []), "projects", in: store, as: environment)
    #expect(try NamedFilters.all("projects", in: store, as: environment).first == filter)
    #expect(try NamedFilters.all("projects", in: store, as: clerk("李明")).isEmpty)
    try NamedFilters.remove(named: filter.name, "projects", in: store, as: environment)
    #expect(try NamedFilters.all("projects", in: store, as: environment).map(\.name) == ["二"])
  }

  @Test func aRecordIsReplayedToADay() throws {
    let register = try #require(Registers.named("projects"))
    let spring = clerk(on: 20_230_401)
    let first = try SaveRecord.run(Sample.project(spring, enterprise: nil), base: 0, in: store, as: spring).document
    var changed = first
    changed["name"] = .text("改名以后")
    _ = try SaveRecord.run(changed, base: 1, in: store, as: environment)
    let day = try #require(Day(number: 20_230_501))
    #expect(try RecordAt.run(register, first.id, on: day, in: store)?["name"] == .text("3号窑余热发电"))
    #expect(try RecordAt.run(register, first.id, on: environment.today, in: store)?["name"] == .text("改名以后"))
    #expect(try RecordAt.run(register, first.id, on: .first, in: store) == nil)
  }
}
