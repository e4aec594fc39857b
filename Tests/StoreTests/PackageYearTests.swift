import Domain
import Foundation
import Testing
import UseCases

@testable import Store

/// A county, a city and a province, each with its own library, for a year of packages.
@Suite struct PackageYearTests {
  @Test(arguments: [1, 2] as [UInt64]) func threeLibrariesEndAYearWithTheSameFigures(_ seed: UInt64) throws {
    let desks = try PackageDesks()
    var dice = Dice(seed)
    let county = desks.county
    for month in 1...12 {
      desks.clock.day.withLock { $0 = $0.adding(days: 30) }
      try clerk(county, month, &dice)
      try file(county, &dice)
      try up(desks, county, desks.city, &dice)
      try decide(desks.city, &dice)
      try up(desks, desks.city, desks.province, &dice)
      try decide(desks.province, &dice)
      // Decisions travel back as receipts, not every month.
      if month % 2 == 0 {
        try desks.carry(desks.province, desks.city)
        try desks.carry(desks.city, county)
      }
    }
    try desks.carry(county, desks.city)
    try desks.carry(desks.city, desks.province)
    try desks.carry(desks.province, desks.city)
    try desks.carry(desks.city, county)
    let wanted = try desks.content(county)
    for desk in [desks.city, desks.province] {
      let found = try desk === county ? wanted : desks.content(desk)
      #expect(Set(found.keys) == Set(wanted.keys))
      for (record, values) in wanted {
        let other = found[record] ?? [:]
        let odd = Set(values.keys).union(other.keys).filter { values[$0] != other[$0] }
        #expect(
          odd.isEmpty,
          "\(desk.name) \(record): \(odd.sorted().map { "\($0) \(values[$0] ?? .empty) \(other[$0] ?? .empty)" })")
      }
      #expect(try desks.figures(desk) == desks.figures(county))
    }
    // It was a year in which something happened, at every tier.
    let projects = try county.documents("projects", under: PackageDesks.place).map { Project.schema.record($0) }
    for tier in Tier.allCases { #expect(projects.contains { $0.state(in: tier) == .admitted }, "\(tier)") }
    #expect(projects.contains { $0.filings.contains { $0.outcome == FilingOutcome.returned.rawValue } })
    for desk in [desks.province, desks.city, county] { #expect(try desk.store.verify { _ in true } == []) }
  }

  /// The county's clerk: running work on some projects, a new one each month.
  private func clerk(_ county: PackageDesks.Desk, _ month: Int, _ dice: inout Dice) throws {
    let projects = try county.documents("projects", under: PackageDesks.place).sorted { $0.id < $1.id }
    for var project in projects.shuffled(using: &dice).prefix(3) {
      project["contact"] = .text("联系人\(month)")
      project["phone"] = .text("1380000\(1000 + month)")
      var report = ChildRow(id: county.environment.newID())
      report["month"] = Month(year: 2023, month: month).map(Value.month) ?? .empty
      report["status"] = .text("第\(month)月")
      report["pace"] = .text("planned")
      project.children["progress", default: []].append(report)
      try county.save(project)
    }
    guard let model = projects.first else { return }
    var new = Document(register: "projects", id: county.environment.newID(), values: model.values, children: [:])
    for (list, rows) in model.children where !["memberships", "filings", "plans", "progress"].contains(list) {
      new.children[list] = rows.map { ChildRow(id: county.environment.newID(), values: $0.values) }
    }
    new["library_code"] = .empty
    new["name"] = .text("\(month)月新增项目")
    new["saving_verified"] = .empty
    new["project_code"] = .empty
    _ = try SaveRecord.run(new, base: 0, in: county.store, as: county.environment)
  }

  /// The county's own filing: drafts go up and are decided, members are recommended to the city.
  private func file(_ county: PackageDesks.Desk, _ dice: inout Dice) throws {
    let ids = try county.documents("projects", under: PackageDesks.place).map(\.id).sorted().shuffled(using: &dice)
    _ = try Submit.run(Array(ids.prefix(4)), in: county.store, as: county.environment)
    try decide(county, &dice)
  }

  /// A tier decides on what waits there, and recommends what it admitted.
  private func decide(_ desk: PackageDesks.Desk, _ dice: inout Dice) throws {
    let ids = try desk.documents("projects", under: PackageDesks.place).map(\.id).sorted().shuffled(using: &dice)
    let tier: Tier = desk.region == "330000" ? .province : desk.region == "330500" ? .city : .county
    for id in ids {
      guard let project = try project(id, desk) else { continue }
      if project.openFiling?.place == tier {
        if Int.random(in: 0..<5, using: &dice) == 0 {
          _ = try ReturnRecord.run(
            [id], faults: [FieldFault(field: "content", reason: "内容不清")], in: desk.store, as: desk.environment)
        } else {
          _ = try Admit.run([id], .init(document: "文1号"), in: desk.store, as: desk.environment)
        }
      }
      if let next = tier.next, let now = try self.project(id, desk), now.state(in: tier) == .admitted,
        now.state(in: next) == .none
      {
        _ = try Recommend.run([id], .init(batch: "第1批", firstRank: 1), in: desk.store, as: desk.environment)
      }
    }
  }

  private func project(_ id: RecordID, _ desk: PackageDesks.Desk) throws -> Project? {
    try desk.store.read { try $0.document("projects", id) }.map { Project.schema.record($0) }
  }

  /// A package goes up: sometimes lost and made again, sometimes taken twice, sometimes tried first.
  private func up(
    _ desks: PackageDesks, _ from: PackageDesks.Desk, _ to: PackageDesks.Desk, _ dice: inout Dice
  ) throws {
    var made = try SendPackage.run(to: to.region, in: from.store, as: from.environment)
    if Int.random(in: 0..<3, using: &dice) == 0 {
      made = try SendPackage.run(to: to.region, again: made.header.number, in: from.store, as: from.environment)
    }
    if Bool.random(using: &dice) { try desks.take(made.bytes, to, .init(isDryRun: true)) }
    let account = try desks.take(made.bytes, to)
    #expect(account.obstacles.isEmpty, "\(from.name) → \(to.name): \(account.obstacles)")
    if Bool.random(using: &dice) { #expect(try desks.take(made.bytes, to).isRepeated) }
  }
}
