import Domain
import Testing

@testable import UseCases

/// A library in memory, for rules and derivation only.
struct MemoryLookup: LibraryLookup {
  private(set) var documents: [RecordID: Document] = [:]
  private var index: [String: [RecordID]] = [:]

  mutating func add(_ document: Document) {
    documents[document.id] = document
    for (field, value) in document.values {
      index["\(document.register)|\(field)|\(value.plain)", default: []].append(document.id)
    }
    for (list, rows) in document.children {
      for (field, value) in rows.flatMap({ $0.values }) {
        index["\(document.register)|\(list).\(field)|\(value.plain)", default: []].append(document.id)
      }
    }
  }

  /// Adds in order, then derives all again, since links go both ways.
  mutating func settle(_ made: [Document]) {
    let context = { (library: MemoryLookup) in DeriveContext(reference: .builtIn, library: library) }
    for var document in made {
      Registers.named(document.register)?.derive(&document, context(self))
      add(document)
    }
    for document in made {
      guard var again = documents[document.id] else { continue }
      Registers.named(again.register)?.derive(&again, context(self))
      documents[again.id] = again
    }
  }

  func document(_ register: String, _ id: RecordID) -> Document? { documents[id] }
  func documents(_ register: String, where field: String, is value: Value) -> [Document] {
    (index["\(register)|\(field)|\(value.plain)"] ?? []).compactMap { documents[$0] }
  }
  func investmentRange(ofKind kind: String) -> (low: Amount, high: Amount, count: Int)? { nil }
}

@Suite struct LibraryMakerTests {
  private let today = Day(number: 20_230_630) ?? .first

  private func make(_ projects: Int, seed: UInt64, _ detail: LibraryMaker.Detail = .full) throws -> [Document] {
    var maker = LibraryMaker(reference: .builtIn, seed: seed, today: today, detail: detail)
    var made: [Document] = []
    try maker.make(projects: projects) { made.append($0) }
    return made
  }

  private func findings(of document: Document, in library: MemoryLookup) -> [Finding] {
    guard let current = library.document(document.register, document.id),
      let register = Registers.named(document.register)
    else { return [] }
    return register.check(current, RuleContext(reference: .builtIn, library: library, today: today))
  }

  @Test func theSameSeedGivesTheSameLibrary() throws {
    #expect(try make(60, seed: 7) == make(60, seed: 7))
    #expect(try make(60, seed: 7) != make(60, seed: 8))
  }

  @Test func makesAsManyProjectsAsWanted() throws {
    for wanted in [1, 7, 100] {
      #expect(try make(wanted, seed: 1).filter { $0.register == "projects" }.count == wanted)
    }
  }

  @Test func aLeanProjectHasTwoToFourChildRows() throws {
    for project in try make(200, seed: 3, .lean) where project.register == "projects" {
      let rows = project.children.filter { $0.key != "memberships" && $0.key != "filings" && $0.key != "plans" }
        .values.reduce(0) { $0 + $1.count }
      #expect((2...6).contains(rows), "\(project["name"].plain) has \(rows)")
    }
  }

  @Test func whatItMakesUpHasNoErrors() throws {
    let made = try make(300, seed: 2023)
    var library = MemoryLookup()
    library.settle(made)
    for document in made {
      let errors = findings(of: document, in: library).filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(document["name"].plain): \(errors.map(\.message.zh))")
    }
  }

  @Test func targetsAndStatisticsHaveNoErrorsAndAddUpButWhereTheyShouldNot() throws {
    var maker = LibraryMaker(reference: .builtIn, seed: 2023, today: today, detail: .full)
    let made = maker.makeFigures()
    var library = MemoryLookup()
    library.settle(made)
    var gaps: Set<String> = []
    for document in made {
      let found = findings(of: document, in: library)
      #expect(found.allSatisfy { $0.severity == .warning }, "\(document["key"].plain): \(found.map(\.message.zh))")
      for finding in found {
        #expect(finding.rule == "TG4", "\(document["indicator"].plain): \(finding.message.zh)")
        gaps.insert(document["indicator"].plain)
      }
    }
    #expect(gaps == ["audits", "zero_waste"])
    let keys = made.compactMap { library.document($0.register, $0.id)?["key"].text }
    #expect(keys.count == made.count && Set(keys).count == keys.count)
    let ends = made.compactMap { library.document($0.register, $0.id)?["period_end"].day }
    #expect(ends.max() == Day(number: 20_230_531), "what is not received yet is not there")
  }

  @Test func everyExhibitIsFoundByItsRule() {
    var maker = LibraryMaker(reference: .builtIn, seed: 5, today: today, detail: .full)
    for exhibit in maker.makeExhibits() {
      var library = MemoryLookup()
      library.settle(exhibit.documents)
      let rules = Set(exhibit.documents.flatMap { findings(of: $0, in: library) }.map(\.rule))
      if let rule = exhibit.rule { #expect(rules.contains(rule), "\(rule) not among \(rules)") }
    }
  }
}
