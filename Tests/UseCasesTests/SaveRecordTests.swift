import Domain
import Testing

@testable import UseCases

@Suite struct SaveRecordTests {
  private let store = MemoryStore()
  private let environment = clerk()

  private func saved(_ document: Document, base: Int = 0) throws -> Document {
    try SaveRecord.run(document, base: base, in: store, as: environment).document
  }

  @Test func aNewProjectGetsItsLibraryCodeOnce() throws {
    let first = try saved(Sample.project(environment, enterprise: nil))
    let second = try saved(Sample.project(environment, enterprise: nil, name: "空压站集中供气"))
    #expect(first["library_code"] == .text("330523-2023-0001-ZJ"))
    #expect(second["library_code"] == .text("330523-2023-0002-ZJ"))
    let again = try saved(first, base: first.revision)
    #expect(again["library_code"] == first["library_code"])
    #expect(again.revision == 2)
  }

  @Test func anEnterpriseWithoutCodeGetsATemporaryOne() throws {
    var document = Sample.enterprise(environment)
    document["credit_code"] = .empty
    let enterprise = try saved(document)
    #expect(enterprise["credit_code"] == .text("LS330523000001"))
    #expect(enterprise["needs_code"] == .flag(true))
    #expect(enterprise["key"] == .text("LS330523000001-00"))
  }

  @Test func findingsAreToldButDoNotStopADraft() throws {
    let outcome = try SaveRecord.run(
      Sample.project(environment, enterprise: nil), base: 0, in: store, as: environment)
    #expect(outcome.findings.contains { $0.rule == "required" && $0.fields == ["enterprise"] })
    #expect(outcome.document.revision == 1)
  }

  @Test func aSaveOverSomebodyElsesIsAConflictThatShowsTheirs() throws {
    let first = try saved(Sample.project(environment, enterprise: nil))
    var theirs = first
    theirs["name"] = .text("甲改")
    _ = try saved(theirs, base: 1)
    var mine = first
    mine["name"] = .text("乙改")
    do {
      _ = try saved(mine, base: 1)
      Issue.record("the later save was taken")
    } catch StoreError.conflict(let current) {
      #expect(current?["name"] == .text("甲改"))
    }
  }

  @Test func twoRecordsCannotHaveOneKey() throws {
    _ = try saved(Sample.enterprise(environment))
    #expect(throws: UseCaseError.self) { try saved(Sample.enterprise(environment, name: "同码企业")) }
    #expect(store.state.withLock { $0.documents["enterprises"]?.count } == 1)
  }

  @Test func whatIsCarriedFollowsTheEnterprise() throws {
    let enterprise = try saved(Sample.enterprise(environment))
    let project = try saved(Sample.project(environment, enterprise: enterprise.id))
    let carried = try #require(
      Registers.named("projects")?.fields.first { $0.isCarried && project[$0.id] == enterprise["name"] })
    var renamed = enterprise
    renamed["name"] = .text("安吉新名水泥有限公司")
    _ = try saved(renamed, base: enterprise.revision)
    let after = try #require(try store.read { try $0.document("projects", project.id) })
    #expect(after[carried.id] == .text("安吉新名水泥有限公司"))
    #expect(after.revision == project.revision, "following is no change of the project")
  }
}
