import Domain

extension LibraryMaker {
  private static let stages = [
    "preparation", "registration", "start", "equipment", "installation", "completion", "acceptance",
  ]

  /// Planned days of every stage; actual ones up to today, mostly near the plan.
  mutating func makeTimeline(_ project: inout Project, _ plot: MadeUpPlot) {
    // Starts spread over the plan's three years and a little before; early ones rarer.
    let begin = Month(number: 202201) ?? Month(of: today)
    let start = begin.adding(
      months: random.pick(weighted: [
        (random.int(-6 ... -1), 6), (random.int(0...11), 34), (random.int(12...23), 40), (random.int(24...32), 20),
      ]))
    let months = random.int(plot.months)
    let first = start.firstDay.adding(days: random.int(0...20))
    let length = max(60, months * 30)
    let offsets = [-90, -45, 0, length * 45 / 100, length * 75 / 100, length - 5, length + random.int(120...330)]
    let stops = random.chance(5)
    var delay = 0
    var reached = true
    let wanted = detail == .full ? Array(Self.stages.indices) : [2, 5]
    for index in Self.stages.indices {
      let planned = first.adding(days: offsets[index])
      // Some never begin, some slip; once behind, always behind.
      if index == 2, random.chance(4) { reached = false }
      if random.chance(8) { delay += random.int(5...45) }
      let day = planned.adding(days: delay + random.int(-6...8))
      if day > today { reached = false }
      guard wanted.contains(index) else { continue }
      var milestone = Milestone()
      milestone.id = newID()
      milestone.stage = Self.stages[index]
      milestone.planned = planned
      if reached { milestone.actual = max(day, project.milestones.compactMap(\.actual).max() ?? day) }
      project.milestones.append(milestone)
    }
    // The two months that are declared are those of the milestones.
    let planned = Self.stages.indices.map { first.adding(days: offsets[$0]) }
    project.startMonth = planned[2].month
    project.deadline = planned[5].month
    let started = project.milestones.first { $0.stage == "start" }?.actual
    let finished = project.milestones.first { $0.stage == "completion" }?.actual
    if let started {
      setProjectCode(&project, started)
      if stops, finished == nil, started.days(to: today) > 60 {
        project.stopDate = started.adding(days: random.int(40...max(41, started.days(to: today))))
        project.stopReason = random.pick(["funds", "market", "closed", "technology"])
      }
    }
    if let finished, project.pvKilowatts != nil {
      project.gridDate = finished
      project.gridKilowatts = project.pvKilowatts
    }
    makeProgress(&project, started, finished)
    if project.milestones.contains(where: { $0.stage == "acceptance" && $0.actual != nil }) { verify(&project) }
  }

  /// The platform's code: the month of registration, the region, kind 02 (technical renovation), a serial.
  private mutating func setProjectCode(_ project: inout Project, _ started: Day) {
    let month = started.adding(days: -40).month
    let region = project.division.isEmpty ? String(project.region.prefix(4)) + "00" : project.division
    let two = (month.year % 100) * 100 + month.month
    let digits = String(two)
    project.projectCode =
      "\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)-\(region)-07-02-\(random.int(100_000...999_999))"
  }

  private mutating func makeProgress(_ project: inout Project, _ started: Day?, _ finished: Day?) {
    guard let started else { return }
    let total = [project.investmentEquipment, project.investmentConstruction, project.investmentOther].compactMap { $0 }
      .reduce(.zero, +)
    let end = min(finished ?? today, project.stopDate ?? today, today)
    var quarter = Quarter(of: started)
    let last = Quarter(of: end)
    let all = max(1, quarter.index.distance(to: last.index) + 1)
    var soFar = Amount.zero
    var rows: [Progress] = []
    let reported = today.quarter.lastDay > today ? today.quarter.previous : today.quarter
    while quarter <= last, quarter <= reported {
      let isLast = quarter == last && finished != nil
      let share =
        isLast ? total - soFar : min(total - soFar, total.percent(random.int(70...110) / max(1, Int(all))).whole)
      soFar = soFar + share
      var row = Progress()
      row.id = newID()
      row.month = quarter.lastMonth
      row.invested = share
      row.investedSoFar = soFar
      row.status = isLast ? "设备安装调试完成，投入运行" : random.pick(["土建施工", "设备订货与制造", "设备安装", "基础施工完成，设备陆续到场"])
      row.pace = random.pick(weighted: [("on_plan", 74), ("ahead", 8), ("delayed", 15), ("stalled", 3)])
      if row.pace == "delayed" || row.pace == "stalled" {
        row.reason = random.pick(["funds", "equipment", "procedures", "market", "design"])
        if random.chance(40) {
          row.problem = random.pick(["供货周期延长", "节能审查手续未批", "贷款审批未落实", "并网接入方案待批"])
          row.solver = random.pick(["县经信局", "市发展改革委", "供电公司"])
          row.problemState = random.chance(60) || isLast ? "solved" : "open"
          if row.problemState == "solved" {
            row.solvedOn = min(today, quarter.lastDay.adding(days: random.int(5...60)))
          }
        }
      }
      row.reportedOn = min(today, quarter.lastDay.adding(days: random.int(1...9)))
      rows.append(row)
      quarter = quarter.next
    }
    project.progress = detail == .full ? rows : rows.suffix(1)
  }

  private mutating func verify(_ project: inout Project) {
    guard !project.energy.isEmpty else { return }
    project.savingVerified = savedTCE(project).percent(random.int(84...103)).roundedToTenths
    project.verifiedBasis = Bases.equivalent
    project.verifiedBy = random.pick(["县经济和信息化局", "市节能监察支队", "样例评审中心"])
  }
}
