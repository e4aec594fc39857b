import Testing

@testable import Domain

@Suite struct PersonRulesTests {
  private static let key = "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"

  /// A clerk of 安吉 whom no rule minds.
  private static func makePerson() -> Person {
    var person = Person()
    (person.id, person.name, person.displayName, person.region) = (Scene.id(1), "wang.jing", "王静", "330523")
    person.roles = [PersonRole(id: Scene.id(2), role: "clerk", region: "330523")]
    person.keys = [PersonKey(id: Scene.id(3), type: "ssh-ed25519", key: key)]
    return person
  }

  private func findings(_ person: Person, others: [Person] = []) -> [Finding] {
    let register = Register(Person.self)
    return register.check(
      Person.schema.document(person),
      RuleContext(reference: .builtIn, library: Others(others), today: Scene.day(2023, 6, 15)))
  }

  @Test func anOrdinaryPersonPasses() { #expect(findings(Self.makePerson()) == []) }

  @Test(arguments: ["王静", "li2", "a.b_c-d"]) func logins(_ name: String) { #expect(Person.isLogin(name)) }

  @Test(arguments: ["", "Li", "-a", ".a", "a b", "a\"b", "a\n", "a;b", "ä", String(repeating: "a", count: 41)])
  func noLogins(_ name: String) {
    #expect(!Person.isLogin(name))
    var person = Self.makePerson()
    person.name = name
    #expect(findings(person).contains { $0.severity == .error })
  }

  @Test func everyRuleFindsItsFault() {
    var twin = Self.makePerson()
    twin.id = Scene.id(9)
    #expect(findings(Self.makePerson(), others: [twin]).map(\.rule) == ["R111"])
    var limited = Self.makePerson()
    limited.roles[0].registers = "projects targets nothing"
    #expect(findings(limited).map(\.rule) == ["R112"])
    var broken = Self.makePerson()
    broken.keys[0].key = "AAAA"
    #expect(findings(broken).map(\.rule) == ["R113"])
    var double = Self.makePerson()
    double.keys.append(PersonKey(id: Scene.id(4), type: "ssh-ed25519", key: Self.key))
    #expect(findings(double).map(\.rule) == ["R113"])
    var idle = Self.makePerson()
    idle.roles = []
    #expect(findings(idle).map(\.rule) == ["R114"])
    idle.isDisabled = true
    #expect(findings(idle).isEmpty)
  }

  @Test func theProgramKnowsWhoAdministersAndTheFingerprints() {
    var document = Person.schema.document(Self.makePerson())
    let context = DeriveContext(reference: .builtIn, library: EmptyLibrary())
    Register(Person.self).derive(&document, context)
    #expect(document["administrator"].isEmpty)
    #expect(document.children["keys"]?[0]["fingerprint"].text?.hasPrefix("SHA256:+DiY") == true)
    document.children["roles"]?[0]["role"] = .text("administrator")
    Register(Person.self).derive(&document, context)
    #expect(document["administrator"].flag == true)
    document["disabled"] = .flag(true)
    Register(Person.self).derive(&document, context)
    #expect(document["administrator"].isEmpty)
    #expect(Person.schema.record(document).access(ReferenceTables.builtIn.regions).grants.isEmpty)
  }

  private struct Others: LibraryLookup {
    let people: [Document]

    init(_ people: [Person]) { self.people = people.map { Person.schema.document($0) } }

    func document(_ register: String, _ id: RecordID) -> Document? { people.first { $0.id == id } }
    func documents(_ register: String, where field: String, is value: Value) -> [Document] {
      people.filter { $0[field] == value }
    }
    func investmentRange(ofKind kind: String) -> (low: Amount, high: Amount, count: Int)? { nil }
  }
}

extension PersonRole {
  init(id: RecordID, role: String, region: String) {
    self.init()
    (self.id, self.role, self.region) = (id, role, region)
  }
}

extension PersonKey {
  init(id: RecordID, type: String, key: String) {
    self.init()
    (self.id, self.type, self.key) = (id, type, key)
  }
}
