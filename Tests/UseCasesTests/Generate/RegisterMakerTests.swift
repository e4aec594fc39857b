import Domain
import Testing

@testable import UseCases

@Suite struct RegisterMakerTests {
  private let today = Day(number: 20_230_630) ?? .first

  private func make(_ projects: Int, faults: Bool) throws -> [Document] {
    var maker = LibraryMaker(reference: .builtIn, seed: 2023, today: today, detail: .full)
    var made: [Document] = []
    try maker.make(projects: projects) { made.append($0) }
    var registers = RegisterMaker(made, reference: .builtIn, seed: 2023, today: today)
    return registers.make(faults: faults)
  }

  private func findings(_ made: [Document]) -> [(document: Document, finding: Finding)] {
    var library = MemoryLookup()
    library.settle(made)
    return made.flatMap { document -> [(Document, Finding)] in
      guard let current = library.document(document.register, document.id),
        let register = Registers.named(document.register)
      else { return [] }
      let context = RuleContext(reference: .builtIn, library: library, today: today)
      return register.check(current, context).map { (current, $0) }
    }
  }

  @Test func theSameInputGivesTheSameRegisters() throws {
    #expect(try make(40, faults: true) == make(40, faults: true))
  }

  @Test func everyRegisterOfTheTasksIsFilledWithoutErrors() throws {
    let made = try make(300, faults: false)
    for id in ["diagnoses", "recognitions", "audits", "phaseouts", "research", "catalogue", "parks", "batteries"] {
      #expect(made.contains { $0.register == id }, "\(id)")
    }
    for (document, finding) in findings(made) where finding.severity == .error {
      Issue.record("\(document.register) \(document["name"].plain): \(finding.rule) \(finding.message.zh)")
    }
  }

  @Test func everyDeliberateFaultIsFoundByItsRule() throws {
    let found = Set(findings(try make(400, faults: true)).map { $0.finding.rule })
    func rules<R: Record>(_ faults: [RegisterFaults.Fault<R>]) -> [String] { faults.map(\.rule) }
    let wanted =
      rules(RegisterFaults.diagnoses) + rules(RegisterFaults.titles) + rules(RegisterFaults.audits)
      + rules(RegisterFaults.phaseouts) + rules(RegisterFaults.parks) + rules(RegisterFaults.research)
      + rules(RegisterFaults.catalogue) + rules(RegisterFaults.batteries)
    #expect(Set(wanted).subtracting(found).isEmpty, "not found: \(Set(wanted).subtracting(found).sorted())")
  }

  /// What a batch received is what went three ways, was lost, or is left.
  @Test func theMassesOfABatchBalance() throws {
    let made = try make(200, faults: false)
    var library = MemoryLookup()
    library.settle(made)
    for document in made where document.register == "batteries" {
      let batch = Battery.schema.record(try #require(library.document("batteries", document.id)))
      let parts = [batch.massCascaded, batch.massRecycled, batch.massTransferred, batch.loss, batch.stock]
      #expect(Amount.total(parts) == batch.mass, "\(batch.batch)")
      #expect(batch.stock ?? .zero >= .zero)
    }
  }
}
