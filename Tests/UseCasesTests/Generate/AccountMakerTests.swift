import Domain
import Testing

@testable import UseCases

@Suite struct AccountMakerTests {
  private let today = Day(number: 20_230_630) ?? .first

  private func make(_ projects: Int, seed: UInt64) throws -> [Document] {
    var maker = LibraryMaker(reference: .builtIn, seed: seed, today: today, detail: .full)
    var accounts = AccountMaker(reference: .builtIn, seed: seed, today: today)
    var made = accounts.pools()
    try maker.make(projects: projects) { made += accounts.follow($0) }
    return made + accounts.rest()
  }

  private func findings(of document: Document, in library: MemoryLookup) -> [Finding] {
    guard let current = library.document(document.register, document.id),
      let register = Registers.named(document.register)
    else { return [] }
    return register.check(current, RuleContext(reference: .builtIn, library: library, today: today))
  }

  @Test func theSameSeedGivesTheSameAccounts() throws {
    #expect(try make(40, seed: 7) == make(40, seed: 7))
  }

  /// The three lists are those that are made without the accounts, but for the budgets.
  @Test func theThreeListsStayTheSame() throws {
    var maker = LibraryMaker(reference: .builtIn, seed: 3, today: today, detail: .full)
    var alone: [Document] = []
    try maker.make(projects: 60) { alone.append($0) }
    let lists: Set = ["enterprises", "projects", "efficiency"]
    var beside = try make(60, seed: 3).filter { lists.contains($0.register) }
    for place in beside.indices { beside[place].children["budgets"] = nil }
    #expect(beside == alone)
  }

  @Test func everyRegisterHasRecordsWithoutErrors() throws {
    let made = try make(300, seed: 2023)
    var library = MemoryLookup()
    library.settle(made)
    let registers = Set(made.map(\.register))
    #expect(
      registers.isSuperset(of: [
        "ratings", "energy", "inspections", "experts", "opinions", "providers", "events", "duties",
      ]))
    for document in made {
      let errors = findings(of: document, in: library).filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(document.register) \(document["name"].plain): \(errors.map(\.message.zh))")
    }
  }

  /// The platform's level is what the figures give, and what the months say adds up to the year.
  @Test func figuresAgreeWithOneAnother() throws {
    let made = try make(300, seed: 2023)
    var library = MemoryLookup()
    library.settle(made)
    let rules = Set(made.flatMap { findings(of: $0, in: library) }.map(\.rule))
    #expect(rules.isDisjoint(with: ["R304", "R305", "R307", "R72", "R319", "R341", "R348"]), "\(rules)")
    #expect(made.contains { $0.register == "ratings" && $0["level"].integer == 5 })
    let over = made.filter { library.document("enterprises", $0.id)?["budget_state"].text == "forecast_over" }
    #expect(!over.isEmpty)
  }

  @Test func everyExhibitIsFoundByItsRule() throws {
    var maker = AccountMaker(reference: .builtIn, seed: 5, today: today)
    _ = maker.pools()
    for exhibit in maker.makeExhibits() {
      var library = MemoryLookup()
      library.settle(exhibit.documents)
      let rules = Set(exhibit.documents.flatMap { findings(of: $0, in: library) }.map(\.rule))
      if let rule = exhibit.rule { #expect(rules.contains(rule), "\(rule) not among \(rules)") }
    }
  }

  /// Every rule that a record can break by itself has its exhibit; a taken key is refused, another's region needs a person.
  @Test func everyRuleHasAnExhibit() {
    let registers = ["ratings", "energy", "inspections", "experts", "opinions", "providers", "events", "duties"]
    let rules = Set(registers.flatMap { Registers.named($0)?.rules.map(\.id) ?? [] } + ["R72", "R73", "R74"])
    let beyond: Set = [
      "R300", "R310", "R320", "R330", "R340", "R350", "R360", "R370", "R302", "R312", "R352",
    ]
    #expect(rules.subtracting(AccountMaker.faults.map(\.rule)).subtracting(beyond) == [])
  }
}
