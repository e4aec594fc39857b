import Domain
import Foundation
import Testing
import UseCases

@testable import Store

/// The further registers' figures against a count of the records themselves, made in another way.
@Suite struct RegisterFiguresTests {
  @Test func figuresAreWhatTheRecordsSay() throws {
    let folder = NSTemporaryDirectory() + "sanku-figures-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try SQLiteStore.create(folder + "/a.sanku", info: Workshop.info)
    try GenerateLibrary.run(
      projects: 150, seed: 11, detail: .full, faults: true, in: store, as: Workshop.environment())
    func all(_ register: String) throws -> [Document] {
      let ids = try store.list(Query(register: register)).ids(limit: .max)
      return try store.read { library in try ids.compactMap { try library.document(register, $0) } }
    }
    func figure(_ name: String, _ dimensions: [String?] = []) throws -> Amount {
      try store.read { try $0.figure(FigureQuery(name, dimensions: dimensions)) }
    }
    func isInPlan(_ value: Value) -> Bool { value.day.map { (2022...2024).contains($0.year) } ?? false }
    func code(_ document: Document) throws -> String {
      let firm = try store.read { library in
        try document["enterprise"].record.flatMap { try library.document("enterprises", $0) }
      }
      return firm?["credit_code"].plain ?? ""
    }
    let visits = try all("diagnoses").filter { isInPlan($0["visited_on"]) }
    #expect(try figure("diagnoses.enterprises") == Amount(Set(try visits.map(code)).count))
    #expect(visits.count > Set(try visits.map(code)).count)
    let passed = try all("audits").filter { $0["acceptance"].text == "passed" && isInPlan($0["accepted_on"]) }
    #expect(try figure("audits.accepted") == Amount(Set(try passed.map(code)).count))
    let factories = try all("recognitions").filter {
      $0["title"].text == "green_factory" && $0["level"].text == "province" && isInPlan($0["awarded_on"])
    }
    #expect(try figure("recognitions.factories") == Amount(factories.count))
    #expect(
      try figure("recognitions.factories_net")
        == Amount(factories.count { $0["withdrawn_on"].isEmpty }), "net is what is left of them")
    let firms = try all("enterprises")
    for park in try all("parks").prefix(12) {
      let own = firms.filter { $0["industrial_park"].record == park.id }
      #expect(
        try figure("enterprises.in_park", [park.id.text]) == Amount(Set(own.map { $0["credit_code"].plain }).count))
      let energy = Amount.total(own.filter { $0["plant"].plain == "00" }.map { $0["tce"].amount }) ?? .zero
      #expect(try figure("enterprises.park_energy", [park.id.text]) == energy)
      #expect(park["enterprise_count"].integer == own.count)
    }
    let batches = try all("batteries")
    let cascaded = batches.flatMap { ($0.children["cascades"] ?? []).map { $0["mass"].amount } }
    #expect(try figure("batteries.cascaded") == Amount.total(cascaded) ?? .zero)
    let items = try all("catalogue")
    let projects = try all("projects")
    for item in items {
      let uses = projects.count { project in
        (project.children["measures"] ?? []).contains { $0["catalogue"].record == item.id }
      }
      #expect((item["uses"].integer ?? 0) == uses, "\(item["name"].plain)")
    }
    #expect(try store.verify { _ in true } == [])
  }
}
