import Testing

@testable import Domain

/// The counting rules, told by the facts that one project gives.
@Suite struct MeasureTests {
  private func facts(_ measure: String, _ change: (inout Scene) -> Void = { _ in }) throws -> [Fact] {
    var scene = Scene()
    scene.project.memberships = [Scene.membership(61, .county, Scene.day(2023, 5, 12))]
    change(&scene)
    scene.settle()
    let found = try #require(Registers.measures[measure])
    let document =
      switch found.register {
      case "projects": Project.schema.document(scene.project)
      case "enterprises": Enterprise.schema.document(scene.firm)
      default: EfficiencyLine.schema.document(scene.line)
      }
    return found.facts(of: document, in: .builtIn)
  }

  private func sum(_ facts: [Fact], through day: Day) -> Amount {
    Amount.sum(facts.filter { ($0.day ?? .first) <= day }.map(\.amount)) ?? .zero
  }

  @Test func aReserveIsNotCarriedOut() throws {
    #expect(try facts("projects.started").isEmpty)
    #expect(try facts("projects.in_library").map(\.day) == [Scene.day(2023, 5, 12)])
  }

  @Test func carriedOutFromTheDayOfItsStart() throws {
    let found = try facts("projects.started") { $0.project.milestones[2].actual = Scene.day(2023, 6, 1) }
    #expect(found.map(\.amount) == [Amount(1)] && found.first?.day == Scene.day(2023, 6, 1))
    #expect(
      found.first?.region == "330523" && found.first?.dimensions == ["new_energy", "building_materials", "county"])
  }

  @Test func whatWasNeverAdmittedDoesNotCount() throws {
    let found = try facts("projects.started") {
      $0.project.memberships = []
      $0.project.milestones[2].actual = Scene.day(2023, 6, 1)
    }
    #expect(found.isEmpty)
  }

  @Test func aStopComesOffFromItsQuarterOn() throws {
    let found = try facts("projects.started") {
      $0.project.milestones[2].actual = Scene.day(2023, 2, 1)
      $0.project.stopDate = Scene.day(2023, 8, 15)
    }
    #expect(sum(found, through: Scene.day(2023, 6, 30)) == Amount(1))
    #expect(sum(found, through: Scene.day(2023, 9, 30)) == .zero)
    let off = try facts("projects.taken_off") {
      $0.project.milestones[2].actual = Scene.day(2023, 2, 1)
      $0.project.stopDate = Scene.day(2023, 8, 15)
    }
    #expect(off.map(\.day) == [Scene.day(2023, 8, 15)])
  }

  @Test func completedExitsStayCounted() throws {
    let found = try facts("projects.started") {
      $0.project.milestones[2].actual = Scene.day(2023, 2, 1)
      $0.project.memberships = [
        Scene.membership(61, .county, Scene.day(2023, 1, 12), left: Scene.day(2023, 6, 10), "completed")
      ]
    }
    #expect(sum(found, through: Scene.day(2023, 12, 31)) == Amount(1))
    let stock = try facts("projects.in_library") {
      $0.project.memberships = [
        Scene.membership(61, .county, Scene.day(2023, 1, 12), left: Scene.day(2023, 6, 10), "completed")
      ]
    }
    #expect(sum(stock, through: Scene.day(2023, 6, 9)) == Amount(1))
    #expect(sum(stock, through: Scene.day(2023, 6, 10)) == .zero)
  }

  @Test func investmentMadeStandsInItsPeriods() throws {
    let found = try facts("projects.invested") {
      $0.project.progress = [
        Scene.report(71, Scene.month(2023, 3), 200, 200), Scene.report(72, Scene.month(2023, 6), 300, 500),
      ]
    }
    #expect(found.map(\.day) == [Scene.day(2023, 3, 31), Scene.day(2023, 6, 30)])
    #expect(found.map(\.amount) == [Amount(200), Amount(300)])
  }

  @Test func roofsCountByGridDate() throws {
    let roof: (inout Scene) -> Void = {
      $0.project.kind = "roof_pv"
      $0.project.pvKilowatts = Amount(6200)
    }
    #expect(try facts("projects.pv_connected", roof).isEmpty)
    let found = try facts("projects.pv_connected") {
      roof(&$0)
      $0.project.gridDate = Scene.day(2023, 6, 2)
      $0.project.gridKilowatts = Amount(6000)
    }
    #expect(found.map(\.amount) == [Amount(6000)])
    #expect(try facts("projects.pv_planned", roof).map(\.amount) == [Amount(6200)])
  }

  @Test func onlyThePlansYearsAreCarriedOut() throws {
    for (day, counts) in [
      (Scene.day(2021, 12, 31), false), (Scene.day(2022, 1, 1), true), (Scene.day(2024, 12, 31), true),
      (Scene.day(2025, 1, 1), false),
    ] {
      let started: (inout Scene) -> Void = { $0.project.milestones[2].actual = day }
      for measure in ["projects.started", "projects.started_saving"] {
        #expect(try facts(measure, started).isEmpty != counts, "\(measure) \(day.iso)")
      }
      let stopped = try facts("projects.taken_off") {
        started(&$0)
        $0.project.stopDate = Scene.day(2025, 8, 15)
      }
      #expect(stopped.isEmpty != counts, "what was not counted is not taken off")
      #expect(try facts("projects.starts", started).map(\.day) == [day])
      let roof = try facts("projects.pv_connected") {
        $0.project.kind = "roof_pv"
        $0.project.gridKilowatts = Amount(6000)
        $0.project.gridDate = day
      }
      #expect(roof.isEmpty != counts, "\(day.iso)")
    }
  }

  @Test func recommendationsCountWithTheirProjectsAdmission() throws {
    var visit = Diagnosis()
    visit.region = "330523"
    visit.recommendations = [1, 2, 3].map { number in
      var row = Recommendation()
      row.number = String(number)
      row.admittedOn = number == 2 ? nil : Scene.day(2023, number, 9)
      return row
    }
    let measure = try #require(Registers.measures["diagnoses.admitted_projects"])
    let found = measure.facts(of: Diagnosis.schema.document(visit), in: .builtIn)
    #expect(found.map(\.day) == [Scene.day(2023, 1, 9), Scene.day(2023, 3, 9)])
    #expect(found.map(\.amount) == [Amount(1), Amount(1)] && found.allSatisfy { $0.region == "330523" })
  }

  @Test func verifiedNeverMixesWithExpected() throws {
    let accepted: (inout Scene) -> Void = {
      $0.project.milestones[4].actual = Scene.day(2023, 6, 1)
      $0.project.savingVerified = Amount(3700)
      $0.project.verifiedBasis = Bases.equivalent
    }
    #expect(try facts("projects.verified_saving", accepted).map(\.amount) == [Amount(3700)])
    #expect(try facts("projects.accepted_saving", accepted).map(\.amount) == [Scene.amount("3871.35")])
    #expect(try facts("projects.verified_saving_primary", accepted).isEmpty)
  }

  @Test func enterprisesCountByCode() throws {
    let found = try facts("enterprises.count")
    #expect(found.map(\.subject) == ["91330100799655058B"] && found.first?.day == nil)
    #expect(try facts("enterprises.energy").map(\.amount) == [Amount(120_000)])
    #expect(try facts("enterprises.energy") { $0.firm.plant = "01" }.isEmpty, "the firm's energy counts once")
    #expect(try facts("enterprises.energy") { $0.firm.years[0].basis = Bases.primary }.isEmpty)
    #expect(try facts("enterprises.other_basis") { $0.firm.years[0].basis = Bases.primary }.count == 1)
  }

  @Test func linesCountByGrade() throws {
    #expect(try facts("efficiency.lines").map(\.dimensions) == [["between", "水泥熟料", "2022"]])
    #expect(try facts("efficiency.capacity").map(\.amount) == [Amount(775_000)])
    // 775 000 t x 117 kgce/t
    #expect(try facts("efficiency.weighted").map(\.amount) == [Amount(90_675)])
    #expect(try facts("efficiency.lines") { $0.line.state = "retired" }.isEmpty)
    #expect(try facts("efficiency.unaddressed") { $0.line.consumption = Amount(120) }.isEmpty)
    let open = try facts("efficiency.unaddressed") {
      $0.line.consumption = Amount(120)
      $0.line.project = nil
      $0.project.line = nil
    }
    #expect(open.count == 1)
  }

  @Test func aProjectThatNamesTheLineIsEnough() throws {
    let found = try facts("efficiency.unaddressed") {
      $0.line.consumption = Amount(120)
      $0.line.project = nil
    }
    #expect(found.isEmpty)
  }
}
