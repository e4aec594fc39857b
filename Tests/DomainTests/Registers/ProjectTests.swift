import Testing

@testable import Domain

@Suite struct ProjectTests {
  private func derived(_ change: (inout Scene) -> Void = { _ in }) -> ProjectDerived {
    var scene = Scene()
    change(&scene)
    scene.settle()
    return scene.project.derived
  }

  @Test func savingFollowsFromCarriersExactly() {
    let found = derived()
    // 3150万kWh x 0.1229 kgce/kWh; coal is the same before and after.
    #expect(found.saving == Scene.amount("3871.35"))
    // 3150万kWh x 0.5153 kgCO2/kWh, Zhejiang's grid of 2022.
    #expect(found.co2Cut == Scene.amount("16231.95"))
    #expect(found.savingPrimary == nil, "no 等价 factor is set")
    #expect(found.investment == Amount(5650))
  }

  @Test func theFactorsUsedStayWithTheFigures() {
    var scene = Scene()
    scene.settle()
    let power = scene.project.energy[0]
    #expect(
      power.unit == "万kWh" && power.tceBefore == Scene.amount("8381.78") && power.saved == Scene.amount("3871.35"))
    #expect(power.factors.contains("0.1229") && power.factors.contains("0.5153") && power.factors.contains("2022"))
  }

  @Test func anIncompleteSumIsNoFigure() {
    let found = derived {
      var unknown = EnergyUse()
      unknown.id = Scene.id(33)
      unknown.carrier = "moon_dust"
      unknown.before = Amount(5)
      unknown.after = Amount(1)
      $0.project.energy.append(unknown)
      $0.project.co2Declared = Amount(16_000)
    }
    #expect(found.saving == nil)
    #expect(found.co2Cut == Amount(16_000))
  }

  @Test func aDeclaredSavingCountsOnItsOwnBasisOnly() {
    let calorific = derived {
      $0.project.energy = []; $0.project.savingDeclared = Amount(486)
    }
    #expect(calorific.saving == Amount(486) && calorific.savingPrimary == nil)
    let primary = derived {
      $0.project.energy = []
      $0.project.savingDeclared = Amount(486)
      $0.project.basis = Bases.primary
    }
    #expect(primary.saving == nil && primary.savingPrimary == Amount(486))
  }

  @Test func substitutionIsApartFromSavings() {
    let found = derived {
      $0.project.energy = []
      $0.project.kind = "roof_pv"
      $0.project.renewableOutput = Amount(620)
    }
    #expect(found.renewableSubstitution == Scene.amount("761.98"))
    #expect(found.saving == nil)
    #expect(found.co2Cut == Scene.amount("3194.86"))
  }

  @Test(arguments: [
    ("", "reserve"), ("start", "under_way"), ("completion", "completed"), ("acceptance", "accepted"),
  ]) func stageFollowsActualDays(_ reached: String, _ stage: String) {
    let found = derived { scene in
      for index in scene.project.milestones.indices where scene.project.milestones[index].stage == reached {
        scene.project.milestones[index].actual = Scene.day(2023, 6, 1)
      }
    }
    #expect(found.stage == stage)
  }

  @Test func aStopOutranksEverything() {
    #expect(derived { $0.project.stopDate = Scene.day(2023, 6, 1) }.stage == "stopped")
    #expect(derived { $0.project.stopDate = Scene.day(2023, 6, 1) }.nextDue == nil)
  }

  @Test func nextDueIsTheEarliestPlannedDayAhead() {
    #expect(derived().nextDue == Scene.day(2023, 6, 20))
    #expect(derived { $0.project.milestones[2].actual = Scene.day(2023, 6, 18) }.nextDue == Scene.day(2024, 5, 31))
    // Without milestones the two months that are always declared stand in.
    #expect(derived { $0.project.milestones = [] }.nextDue == Scene.day(2023, 6, 30))
  }

  @Test func dueSoonUntilTheReportIsDue() {
    let due = Scene.day(2023, 6, 20)
    #expect(DueState(due: due, today: Scene.day(2023, 6, 20)) == nil)
    #expect(DueState(due: due, today: Scene.day(2023, 6, 21)) == .dueSoon)
    #expect(DueState(due: due, today: Scene.day(2023, 7, 10)) == .dueSoon)
    #expect(DueState(due: due, today: Scene.day(2023, 7, 11)) == .overdue)
  }

  @Test(arguments: [Scene.day(2023, 6, 20), Scene.day(2023, 6, 21), Scene.day(2023, 7, 10), Scene.day(2023, 7, 11)])
  func theFiltersAgreeWithTheState(_ today: Day) {
    var scene = Scene()
    scene.project.memberships = [Scene.membership(61, .county, Scene.day(2023, 5, 12))]
    scene.settle()
    let document = Project.schema.document(scene.project)
    let state = DueState(due: Scene.day(2023, 6, 20), today: today)
    for wanted in [DueState.dueSoon, .overdue] {
      #expect(wanted.filter(today: today).matches(document, in: .builtIn) == (state == wanted))
    }
  }

  @Test func tierIsTheHighestPresentMembership() {
    let rows = [
      Scene.membership(61, .county, Scene.day(2023, 5, 12)), Scene.membership(62, .city, Scene.day(2023, 6, 1)),
    ]
    let found = derived { $0.project.memberships = rows }
    #expect(found.tier == "city" && found.inCounty && found.inCity && !found.inProvince && found.filing == "admitted")
    #expect(found.admittedOn == Scene.day(2023, 5, 12) && found.leftOn == nil)
  }

  @Test func leavingOneTierIsNotLeavingTheLibrary() {
    let found = derived {
      $0.project.memberships = [
        Scene.membership(61, .county, Scene.day(2023, 5, 12)),
        Scene.membership(62, .city, Scene.day(2023, 6, 1), left: Scene.day(2023, 6, 10), "unqualified"),
      ]
    }
    #expect(found.tier == "county" && found.leftOn == nil && found.exitKind.isEmpty)
  }

  @Test func whatCameBackIsAMemberAgain() {
    let found = derived {
      var row = Scene.membership(61, .county, Scene.day(2023, 5, 12), left: Scene.day(2023, 6, 1), "unqualified")
      row.state = "admitted"
      $0.project.memberships = [row]
    }
    #expect(found.isMember && found.leftCounty == nil && found.leftOn == nil && found.exitKind.isEmpty)
  }

  @Test func aMergedDuplicateIsTakenOff() {
    let found = derived {
      $0.project.memberships = [
        Scene.membership(61, .county, Scene.day(2023, 5, 12), left: Scene.day(2023, 6, 10), "duplicate")
      ]
    }
    #expect(found.takenOffOn == Scene.day(2023, 6, 10) && found.filing == "exited" && !found.isMember)
    let built = derived {
      $0.project.memberships = [
        Scene.membership(61, .county, Scene.day(2023, 5, 12), left: Scene.day(2023, 6, 10), "completed")
      ]
    }
    #expect(built.takenOffOn == nil)
  }

  @Test(arguments: [
    ("admit", "waiting", "submitted"), ("admit", "in_review", "in_review"), ("admit", "returned", "returned"),
    ("change", "waiting", "changing"), ("admit", "withdrawn", "draft"),
  ]) func filingShowsTheLatest(_ kind: String, _ outcome: String, _ state: String) {
    let found = derived {
      var filing = FilingRecord()
      filing.tier = "county"
      filing.kind = kind
      filing.outcome = outcome
      $0.project.filings = [filing]
    }
    #expect(found.filing == state)
  }

  @Test func theProvincesPlanMakesAKeyProject() {
    func plan(_ tier: String, _ year: Int, _ state: String) -> AnnualPlan {
      var plan = AnnualPlan()
      plan.tier = tier
      plan.year = year
      plan.state = state
      return plan
    }
    #expect(derived { $0.project.plans = [plan("province", 2023, "listed")] }.isKeyProject)
    #expect(!derived { $0.project.plans = [plan("city", 2023, "listed")] }.isKeyProject)
    #expect(
      !derived { $0.project.plans = [plan("province", 2023, "moved_out"), plan("province", 2022, "listed")] }
        .isKeyProject)
  }

  @Test func holderAndLevelsAreCarried() {
    let found = derived()
    #expect(found.holderName == "安吉某某水泥有限公司" && found.sector == "building_materials" && found.industry == "3011")
    #expect(found.levelBefore == "between" && found.levelAfter == "benchmark" && found.levelEdition == "2021")
    #expect(found.isLevelVerified)
  }

  @Test func investedIsTheLatestReport() {
    let found = derived {
      $0.project.progress = [
        Scene.report(72, Scene.month(2023, 6), 300, 500), Scene.report(71, Scene.month(2023, 3), 200, 200),
      ]
    }
    #expect(found.invested == Amount(500) && found.lastReported == Scene.day(2023, 6, 30) && found.pace == "on_plan")
  }

  @Test func unreportedIsNeverOrNotLately() {
    var scene = Scene()
    scene.today = Scene.day(2023, 7, 1)
    scene.project.memberships = [Scene.membership(61, .county, Scene.day(2023, 1, 12))]
    scene.project.milestones[2].actual = Scene.day(2023, 2, 1)
    let quarter = Scene.day(2023, 6, 30).quarter
    func count() -> Int {
      scene.settle()
      let document = Project.schema.document(scene.project)
      return Unreported.filters(quarter).count { $0.matches(document, in: .builtIn) }
    }
    #expect(count() == 1)
    scene.project.progress = [Scene.report(71, Scene.month(2023, 3), 1, 1)]
    #expect(count() == 1)
    scene.project.progress.append(Scene.report(72, Scene.month(2023, 6), 1, 2))
    #expect(count() == 0)
  }
}
