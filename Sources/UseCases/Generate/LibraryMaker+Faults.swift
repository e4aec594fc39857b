import Domain

extension LibraryMaker {
  typealias Spoiler = @Sendable (inout FaultCase, inout LibraryMaker) -> Void

  /// One way to break each rule; the record stays sound otherwise.
  static let faults: [(String, Spoiler)] = declaredFaults + runningFaults + listFaults + crossFaults

  static let declaredFaults: [(String, Spoiler)] = [
    ("required", { fault, _ in fault.project.content = "" }),
    ("R03", { fault, _ in fault.project.focusArea = "recycling" }),
    ("R04", { fault, _ in fault.project.projectCode = "2203-330483-07-02" }),
    ("R05", { fault, _ in fault.project.projectCode = "2203-110101-07-02-123456" }),
    ("R06", { fault, _ in fault.project.deadline = Month(number: 202308) }),
    ("R08", { fault, _ in swapPlanned(&fault) }),
    ("R11", { fault, maker in duplicateStage(&fault, &maker) }),
    ("R12", { fault, _ in fault.project.deadline = Month(number: 202409) }),
    ("R15", { fault, _ in fault.project.energy = [] }),
    ("R16", { fault, _ in fault.project.basis = Bases.primary }),
    ("R17", { fault, maker in repeatCarrier(&fault, &maker) }),
    ("R18", { fault, _ in fault.project.savingDeclared = Amount(49_999) }),
    ("R19", { fault, _ in fault.project.measures[0].saving = Amount(1) }),
    ("R20", { fault, _ in exceedFirm(&fault) }),
    ("R21", { fault, _ in fault.project.unitAfter = Amount(103) }),
    ("R22", { fault, _ in fault.project.energy[0].after = Amount(1) }),
    ("R23", { fault, _ in fault.project.energy[0].before = fault.project.energy[0].before?.percent(140) }),
    ("R24", { fault, _ in fault.project.co2Declared = Amount(1) }),
    ("R25", { fault, _ in fault.project.energy[0].after = fault.project.energy[0].before }),
    ("R26", { fault, _ in fault.project.unitAfter = Amount(112) }),
    ("R27", { fault, _ in fault.project.measures[0].investment = Amount(5) }),
    ("R28", { fault, _ in fault.project.fundOwn = Amount(1) }),
    ("R30", { fault, maker in overshare(&fault, &maker) }),
    ("R46", { fault, _ in makeRoof(&fault, area: 100, output: 1_050) }),
    ("R49", { fault, _ in makeRoof(&fault, area: 100_000, output: 9_000) }),
    ("R47", { fault, _ in makeStorage(&fault) }),
    ("R48", { fault, _ in makeWater(&fault) }),
  ]

  private static let runningFaults: [(String, Spoiler)] = [
    ("R09", { fault, _ in setActual(&fault, "start", 20220301) }),
    ("R10", { fault, _ in setActual(&fault, "completion", 20290101) }),
    ("R13", { fault, _ in clearActual(&fault, "start") }),
    ("R14", { fault, _ in clearActual(&fault, "completion") }),
    ("R31", { fault, maker in doubleSupport(&fault, &maker) }),
    ("R40", { fault, maker in report(&fault, &maker, [(202303, 100), (202303, 100)]) }),
    ("R41", { fault, maker in report(&fault, &maker, [(202212, 500), (202303, 100)]) }),
    ("R42", { fault, _ in fault.project.gridDate = Day(number: 20230101) }),
    ("R43", { fault, _ in verify(&fault, Amount(500)) }),
    ("R44", { fault, maker in accept(&fault, &maker) }),
    ("R50", { fault, maker in stopAccepted(&fault, &maker) }),
    ("R51", { fault, maker in registerLate(&fault, &maker) }),
  ]

  private static let listFaults: [(String, Spoiler)] = [
    ("R33", { fault, _ in fault.project.region = fault.enterprise.region == "330523" ? "330522" : "330523" }),
    ("R35", { fault, _ in fault.project.line = nil }),
    ("R36", { fault, _ in fault.line.action = "retire" }),
    ("R37", { fault, _ in fault.project.unitBefore = Amount(107) }),
    ("R34", { fault, maker in takeOthersLine(&fault, &maker) }),
    ("R39", { fault, maker in fileTwice(&fault, &maker) }),
    ("R97", { fault, maker in addLastYear(&fault, &maker) }),
    ("R60", { fault, _ in fault.enterprise.creditCode = "91330000MA99999990" }),
    ("R62", { fault, _ in fault.enterprise.plant = "A" }),
    ("R65", { fault, _ in fault.enterprise.sector = "textile" }),
    ("R66", { fault, _ in fault.enterprise.state = "closed" }),
    ("R67", { fault, _ in fault.enterprise.years[0].year = fault.enterprise.years[1].year }),
    ("R68", { fault, _ in fault.enterprise.years[0].wasteUsed = Amount(9_999_999) }),
    ("R70", { fault, maker in rename(&fault, &maker) }),
    ("R71", { fault, _ in fault.enterprise.state = "deregistered" }),
    ("R81", { fault, _ in fault.line.year = 2029 }),
    ("R83", { fault, _ in fault.line.product = "煤制焦炭/捣固焦炉" }),
    ("R84", { fault, _ in fault.line.output = fault.line.capacity?.percent(180) }),
    ("R85", { fault, _ in fault.line.comparable = Amount(60) }),
    ("R86", { fault, _ in setConsumption(&fault, Amount(1_080)) }),
    ("R87", { fault, _ in neglect(&fault) }),
    ("R88", { fault, _ in fault.line.expectedConsumption = Amount(115) }),
    ("R89", { fault, _ in fault.line.expectedConsumption = Amount(106) }),
    ("R90", { fault, _ in fault.line.actionBy = Month(number: 202301) }),
    ("R92", { fault, _ in fault.line.region = fault.enterprise.region == "330523" ? "330522" : "330523" }),
    ("R93", { fault, _ in fault.line.output = fault.line.output?.percent(900) }),
    ("R95", { fault, _ in fault.project.line = nil }),
    ("R96", { fault, _ in retireWhileBuilding(&fault) }),
  ]

  // MARK: How each is broken

  /// More coal before than the whole firm used, while the saving stays what it was.
  private static func exceedFirm(_ fault: inout FaultCase) {
    guard let before = fault.project.energy[0].before, let after = fault.project.energy[0].after,
      let firm = fault.enterprise.years.last?.energy
    else { return }
    fault.project.energy[0].before = firm.percent(220)
    fault.project.energy[0].after = firm.percent(220) - (before - after)
  }

  private static func swapPlanned(_ fault: inout FaultCase) {
    guard let start = fault.milestone("start") else { return }
    fault.project.milestones[start].planned = Day(number: 20230701)
  }

  private static func duplicateStage(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    guard var row = fault.project.milestones.last else { return }
    row.id = maker.newID()
    fault.project.milestones.append(row)
  }

  private static func repeatCarrier(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var row = fault.project.energy[0]
    row.id = maker.newID()
    fault.project.energy.append(row)
  }

  private static func overshare(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    for region in ["330523", "330522"] {
      var share = ProjectShare()
      share.id = maker.newID()
      share.region = region
      share.investment = Amount(900_000)
      fault.project.shares.append(share)
    }
  }

  private static func makeRoof(_ fault: inout FaultCase, area: Int, output: Int) {
    becomeOther(&fault, "facilities", "roof_pv")
    fault.project.pvKilowatts = Amount(10_000)
    fault.project.pvArea = Amount(area)
    fault.project.renewableOutput = Amount(output)
  }

  private static func makeStorage(_ fault: inout FaultCase) {
    becomeOther(&fault, "new_energy", "storage")
    fault.project.storageKilowatts = Amount(1_000)
    fault.project.storageKilowattHours = Amount(90_000)
  }

  private static func makeWater(_ fault: inout FaultCase) {
    becomeOther(&fault, "recycling", "water")
    fault.project.reuseBefore = Amount(90_000)
    fault.project.reuseAfter = Amount(40_000)
    fault.project.waterSaving = Amount(50_000)
  }

  private static func becomeOther(_ fault: inout FaultCase, _ area: String, _ kind: String) {
    fault.project.focusArea = area
    fault.project.kind = kind
    fault.project.energy = []
    fault.project.line = nil
    fault.project.benchmarking = ""
    fault.project.unitBefore = nil
    fault.project.unitAfter = nil
    fault.line.action = "none"
    fault.line.actionReason = "距标杆差距小，先行管理节能"
    fault.line.actionBy = nil
    fault.line.expectedConsumption = nil
  }

  private static func setActual(_ fault: inout FaultCase, _ stage: String, _ day: Int) {
    guard let place = fault.milestone(stage) else { return }
    fault.project.milestones[place].actual = Day(number: day)
  }

  static func clearActual(_ fault: inout FaultCase, _ stage: String) {
    guard let place = fault.milestone(stage) else { return }
    fault.project.milestones[place].actual = nil
  }

  private static func doubleSupport(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    for kind in ["central_budget", "central_fund"] {
      var support = Support()
      support.id = maker.newID()
      support.kind = kind
      support.level = "central"
      fault.project.supports.append(support)
    }
  }

  private static func report(_ fault: inout FaultCase, _ maker: inout LibraryMaker, _ rows: [(Int, Int)]) {
    for (month, money) in rows {
      var row = Progress()
      row.id = maker.newID()
      row.month = Month(number: month)
      row.investedSoFar = Amount(money)
      row.status = "设备安装"
      row.pace = "on_plan"
      fault.project.progress.append(row)
    }
  }

  private static func verify(_ fault: inout FaultCase, _ amount: Amount) {
    fault.project.savingVerified = amount
    fault.project.verifiedBasis = Bases.equivalent
    fault.project.verifiedBy = "样例评审中心"
  }

  private static func accept(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var row = Milestone()
    row.id = maker.newID()
    row.stage = "acceptance"
    row.planned = Day(number: 20230520)
    row.actual = Day(number: 20230520)
    fault.project.milestones.append(row)
    verify(&fault, Amount(3))
  }

  private static func stopAccepted(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    accept(&fault, &maker)
    fault.project.savingVerified = nil
    fault.project.stopDate = Day(number: 20230601)
    fault.project.stopReason = "market"
  }

  private static func registerLate(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    fault.project.isCodeExempt = false
    fault.project.projectCode =
      "2207-\(fault.project.division.isEmpty ? "330523" : fault.project.division)-07-02-100001"
    var row = Procedure()
    row.id = maker.newID()
    row.kind = "registration"
    row.state = "done"
    row.day = Day(number: 20221230)
    fault.project.procedures.append(row)
  }

  private static func rename(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var row = EnterpriseChange()
    row.id = maker.newID()
    row.kind = "rename"
    row.day = Day(number: 20220601)
    fault.enterprise.changes.append(row)
  }

  private static func setConsumption(_ fault: inout FaultCase, _ value: Amount) {
    fault.line.consumption = value
    fault.line.comparable = value
  }

  private static func retireWhileBuilding(_ fault: inout FaultCase) {
    fault.line.action = "retire"
    fault.project.deadline = Month(number: 202312)
    for stage in ["installation", "completion"] {
      guard let place = fault.milestone(stage) else { continue }
      fault.project.milestones[place].planned = Day(number: stage == "completion" ? 20231220 : 20230820)
      fault.project.milestones[place].actual = nil
    }
  }

  private static func takeOthersLine(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var other = fault.enterprise
    other.id = maker.newID()
    other.name = "样例" + fault.enterprise.name
    other.creditCode = CreditCodeMaker.code(region: "330000", &maker.random)
    fault.others = [Enterprise.schema.document(other)]
    fault.line.enterprise = other.id
  }

  private static func fileTwice(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var twin = fault.project
    twin.id = maker.newID()
    twin.name = fault.project.name + "项目"
    fault.others = [Project.schema.document(twin)]
  }

  private static func addLastYear(_ fault: inout FaultCase, _ maker: inout LibraryMaker) {
    var last = fault.line
    last.id = maker.newID()
    last.year = 2021
    last.consumption = Amount(190)
    last.comparable = Amount(190)
    fault.others = [EfficiencyLine.schema.document(last)]
  }

  /// Worse than baseline, nothing planned, no project.
  private static func neglect(_ fault: inout FaultCase) {
    setConsumption(&fault, Amount(122))
    fault.line.action = "none"
    fault.line.actionReason = "待论证"
    fault.line.actionBy = nil
    fault.line.expectedConsumption = nil
    fault.project.line = nil
  }
}
