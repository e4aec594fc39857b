import Domain
import Testing

@testable import UseCases

@Suite struct CheckRecordsTests {
  private let store = MemoryStore()
  private let environment = clerk()

  private func check() throws -> (summary: CheckRecords.Summary, findings: [Finding]) {
    var findings: [Finding] = []
    let register = try #require(Registers.named("projects"))
    let summary = try CheckRecords.run(register, in: store, as: environment) { findings += $0.findings }
    return (summary, findings)
  }

  @Test func anAnsweredWarningIsListedButNotCounted() throws {
    var document = Sample.project(environment, enterprise: nil)
    document["benchmarking"] = .text("levels")
    document["unit_before"] = .amount(Amount(100))
    document["unit_after"] = .amount(Amount(120))
    var saved = try SaveRecord.run(document, base: 0, in: store, as: environment).document
    let before = try check()
    let warning = try #require(before.findings.first { $0.rule == "R26" })
    #expect(before.summary.answered == 0 && before.summary.warnings > 0)
    saved.setAnswer("产品规格变了", to: warning, by: "李明", on: environment.today, newID: environment.newID)
    saved = try SaveRecord.run(saved, base: 1, in: store, as: environment).document
    let after = try check()
    #expect(after.findings.count == before.findings.count)
    #expect(after.findings.first { $0.rule == "R26" }?.answer == "产品规格变了")
    #expect(after.summary.warnings == before.summary.warnings - 1 && after.summary.answered == 1)
    #expect(after.summary.errors == before.summary.errors)
    // Another project of the same kind has its own warnings.
    #expect(try CopyRecord.of(saved, as: environment).children[RuleAnswer.list] == nil)
  }
}
