import Domain
import Terminal
import Testing
import UseCases

@testable import Screens

/// Every figure against a recount from the records themselves.
@Suite struct OverviewFigureTests {
  /// What a measure's records amount to, worked out from documents and not from kept facts.
  private func recount(_ figure: DashboardFigure, _ desk: DashboardDesk, _ all: [String: [Document]]) throws -> Amount {
    let measure = try #require(Registers.measures[figure.measure])
    var sum = Amount.zero
    for list in figure.records {
      let found = (all[list.query.register] ?? []).filter { list.query.filter.matches($0, in: desk.store.reference) }
      #expect(try desk.store.list(list.query).count() == found.count, "\(figure.key): list")
      var part = Amount.zero
      switch measure.amounts {
      case .count: part = Amount(found.count)
      case .rows, .years: Issue.record("\(figure.key): no dashboard shows such a figure")
      case .distinct(let field): part = Amount(Set(found.map { $0[field].plain }).count)
      case .sum(let path):
        let parts = path.split(separator: ".").map(String.init)
        if parts.count == 2 {
          let last = desk.overview?.scope.through ?? .last
          let from = desk.overview?.scope.from ?? .first
          for row in found.flatMap({ $0.children[parts[0]] ?? [] }) {
            guard let end = row["period_end"].day, end >= from, end <= last else { continue }
            part += row[parts[1]].amount ?? .zero
          }
        } else {
          for document in found { part += document[path].amount ?? .zero }
        }
      }
      sum += list.sign > 0 ? part : -part
    }
    return sum
  }

  private func check(_ desk: DashboardDesk, _ all: [String: [Document]], _ note: String) throws {
    let screen = try #require(desk.overview)
    let figures = (screen.board?.figures ?? []) + (screen.codes?.figures ?? [])
    #expect(figures.count > 20)
    #expect(Set(figures.map(\.key)).count == figures.count, "keys are not unique: \(note)")
    for figure in figures where !figure.isWorkedOut {
      #expect(try recount(figure, desk, all) == figure.amount, "\(note) \(figure.key) \(figure.measure)")
    }
    // What can be selected is a figure, or says why it is none.
    for spot in screen.plan.spots {
      #expect(
        screen.figure(spot.key) != nil || spot.key.hasPrefix("absent/") || spot.key.hasPrefix("bound/"), "\(spot.key)")
    }
  }

  @Test func everyFigureIsWhatItsRecordsGive() throws {
    let desk = try DashboardDesk(projects: 240, width: 160, height: 60)
    var all: [String: [Document]] = [:]
    for register in Registers.all { all[register.id] = try desk.documents(register.id) }
    for view in ["targets", "enterprises", "projects"] {
      try check(desk, all, "\(view) province")
      desk.press("v")
    }
    desk.press("[")
    for view in ["targets", "enterprises", "projects"] {
      try check(desk, all, "\(view) quarter before")
      desk.press("v")
    }
    desk.press("m")
    for view in ["targets", "enterprises", "projects"] {
      try check(desk, all, "\(view) year")
      desk.press("v")
    }
    desk.press("m")
    desk.press("]")
    for region in ["huzhou", "330000-", "山区26县", "安吉"] {
      desk.press("r")
      for character in region { desk.send(.key(.character(character))) }
      desk.send(.key(.enter))
      #expect(desk.overview?.scope.region != "330000", "\(region)")
      for view in ["targets", "enterprises", "projects"] {
        try check(desk, all, "\(view) \(region)")
        desk.press("v")
      }
    }
  }

  @Test func whatCountsForTheTargetIsRecountedFromMilestones() throws {
    let desk = try DashboardDesk(projects: 400)
    let last = try #require(Day(parsing: "2023-06-30"))
    var started = 0
    var key = 0
    var byCity: [String: Int] = [:]
    for document in try desk.documents("projects") {
      let project = Project.schema.record(document)
      let starts = project.milestones.filter { $0.stage == "start" }.compactMap(\.actual)
      // What was begun before the plan is not carried out under it.
      guard let start = starts.min(), start.year >= 2022, start <= last,
        project.memberships.contains(where: { $0.admittedOn != nil })
      else {
        continue
      }
      if let stop = project.stopDate, stop <= last { continue }
      let left = project.memberships.filter { $0.state == "exited" }
      if left.contains(where: { $0.exitKind == "duplicate" && ($0.exitedOn ?? .last) <= last }),
        !project.memberships.contains(where: { $0.state == "admitted" })
      {
        continue
      }
      started += 1
      byCity[String(project.region.prefix(4)) + "00", default: 0] += 1
      let listings = project.plans.filter { $0.tier == "province" }
      if let listing = listings.max(by: { ($0.year ?? 0) < ($1.year ?? 0) }), listing.state != "moved_out" { key += 1 }
    }
    let screen = try #require(desk.overview)
    #expect(started > 20)
    #expect(screen.figure("started")?.amount == Amount(started))
    #expect(screen.figure("key_started")?.amount == Amount(key))
    for (city, count) in byCity {
      #expect(screen.figure("started/\(city)/projects.started")?.amount == Amount(count), "\(city)")
    }
  }

  @Test func fieldsWhollyAtBaselineAreRecountedFromLines() throws {
    let desk = try DashboardDesk(projects: 400)
    guard case .targets(let board) = try #require(desk.overview?.board) else { throw Missing() }
    let lines = try desk.documents("efficiency").map { EfficiencyLine.schema.record($0) }
      .filter { $0.state != "retired" && $0.year == board.lines.year && $0.capacity != nil && !$0.grade.isEmpty }
    for (id, grades) in [("baseline", ["benchmark", "between"]), ("benchmark", ["benchmark"])] {
      let wanted: Int64 = id == "baseline" ? 100 : 50
      var fields: [String: Bool] = [:]
      for (product, lines) in Dictionary(grouping: lines, by: \.product) {
        let whole = lines.reduce(Int64(0)) { $0 + ($1.capacity?.scaled ?? 0) }
        let there = lines.filter { grades.contains($0.grade) }.reduce(Int64(0)) { $0 + ($1.capacity?.scaled ?? 0) }
        guard whole > 0 else { continue }
        let field = String(product.prefix { $0 != "/" })
        fields[field] = fields[field] ?? true && Int128(there) * 100 >= Int128(whole) * Int128(wanted)
      }
      let row = try #require(board.rows.first { $0.indicator.id == id })
      guard case .shares(let met, let of, _, _) = row.content else { throw Missing() }
      #expect(met.amount == Amount(fields.values.count { $0 }), "\(id)")
      #expect(of == fields.count, "\(id)")
    }
  }

  private struct Missing: Error {}
}
