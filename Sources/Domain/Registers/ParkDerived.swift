/// What the program works out of a park, and carries over from what belongs to it.
package struct ParkDerived: Sendable, Equatable {
  package var state = "none"
  package var taskCount: Int?
  package var tasksDone: Int?
  package var taskInvestment: Amount?
  package var invested: Amount?
  package var progress: Amount?
  package var grade = ""
  package var gradeYear: Int?
  package var rectifyBy: Day?
  package var typicalYear: Int?
  package var enterprises: Int?
  package var projects: Int?
  package var resourceOutput: Amount?
  package var energyIntensity: Amount?
  package var waterReuse: Amount?
  package var wasteRate: Amount?

  package init() {}
}

extension Park {
  static let derivedFields: [Field<Park>] = [
    .code("state", \.derived.state, "改造状态", "State", ParkCodes.states).derived(),
    .integer("task_count", \.derived.taskCount, "任务数", "Tasks").derived(),
    .integer("tasks_done", \.derived.tasksDone, "完成任务数", "Tasks done").derived(),
    .amount("task_investment", \.derived.taskInvestment, "任务投资合计", "Investment of the tasks", .yuanWan).derived(),
    .amount("invested", \.derived.invested, "累计完成投资", "Invested so far", .yuanWan).derived(),
    .amount("progress", \.derived.progress, "投资完成率", "Invested", .percent).derived(),
    .code("grade", \.derived.grade, "最近等级", "Latest grade", ParkCodes.grades).derived(),
    .year("grade_year", \.derived.gradeYear, "评估年度", "Graded for").derived(),
    .day("rectify_by", \.derived.rectifyBy, "整改期限", "Correct by").derived(),
    .year("typical_year", \.derived.typicalYear, "典型园区年度", "Typical park of").carried(),
    .integer("enterprise_count", \.derived.enterprises, "入园企业", "Enterprises").carried(),
    .integer("project_count", \.derived.projects, "园区项目", "Projects").carried(),
    .amount("resource_output", \.derived.resourceOutput, "能源产出率", "Output per energy", .yuanWanPerTCE).derived(),
    .amount("energy_intensity", \.derived.energyIntensity, "单位增加值能耗", "Energy per value added", .tcePerYuanWan)
      .derived(),
    .amount("water_reuse", \.derived.waterReuse, "水重复利用率", "Water reused", .percent).derived(),
    .amount("waste_rate", \.derived.wasteRate, "固废综合利用率", "Solid waste used", .percent).derived(),
  ]

  package mutating func derive(in context: DeriveContext) {
    derived = ParkDerived()
    deriveTasks()
    deriveGrade()
    deriveLatestYear()
    guard id != .unset else { return }
    func some(_ count: Int) -> Int? { count > 0 ? count : nil }
    derived.enterprises = some(context.count(Enterprise.self, where: "industrial_park", is: .record(id)))
    derived.projects = some(context.count(Project.self, where: "home_park", is: .record(id)))
    let titles = context.records(Recognition.self, where: "park", is: .record(id))
    derived.typicalYear = titles.filter { $0.title == "typical_park" && $0.withdrawnOn == nil }.compactMap(\.year).max()
  }

  /// How far the plan has got: by its days, its tasks and its money.
  private mutating func deriveTasks() {
    derived.state =
      if acceptedOn != nil {
        "accepted"
      } else if planApprovedOn != nil {
        "under_way"
      } else if survey == "done" {
        "done_before"
      } else {
        batch.isEmpty ? "none" : "listed"
      }
    guard !tasks.isEmpty else { return }
    derived.taskCount = tasks.count
    derived.tasksDone = tasks.count { $0.finishedOn != nil }
    derived.taskInvestment = Amount.total(tasks.map(\.investment))
    derived.invested = Amount.total(tasks.map(\.invested))
    if let whole = planInvestment ?? derived.taskInvestment, whole > .zero {
      derived.progress = derived.invested?.times(100, over: 1)?.divided(by: whole)
    }
  }

  private mutating func deriveGrade() {
    guard let latest = grades.filter({ $0.year != nil }).max(by: { ($0.year ?? 0) < ($1.year ?? 0) }) else { return }
    derived.grade = latest.grade
    derived.gradeYear = latest.year
    derived.rectifyBy = latest.rectifiedOn == nil ? latest.rectifyBy : nil
  }

  private mutating func deriveLatestYear() {
    guard let latest = years.filter({ $0.year != nil }).max(by: { ($0.year ?? 0) < ($1.year ?? 0) }) else { return }
    func share(_ part: Amount?, of whole: Amount?) -> Amount? {
      guard let part, let whole, whole > .zero else { return nil }
      return part.times(100, over: 1)?.divided(by: whole)
    }
    if let energy = latest.energy, energy > .zero { derived.resourceOutput = latest.valueAdded?.divided(by: energy) }
    if let added = latest.valueAdded, added > .zero { derived.energyIntensity = latest.energy?.divided(by: added) }
    derived.waterReuse = share(latest.waterReused, of: latest.water.flatMap { $0.adding(latest.waterReused) })
    derived.wasteRate = share(latest.wasteUsed, of: latest.wasteMade)
  }
}

extension Amount {
  /// The sum with another amount, which may be absent.
  fileprivate func adding(_ other: Amount?) -> Amount { other.map { self + $0 } ?? self }
}
