import Domain

/// The first dashboard: the plan's targets, and the lists behind them in a few lines.
package struct DashboardTargets: Sendable {
  /// One indicator and where it stands.
  package struct Row: Sendable {
    /// What can be said of an indicator.
    package enum Content: Sendable {
      /// Counted by a measure: the figure, its standing, this year's quarters and those before, oldest first.
      case measured(DashboardFigure, Standing, recent: [Amount], quarter: DashboardFigure, yearBefore: DashboardFigure)
      /// Shares by product: fields wholly there, of how many, and the lowest product.
      case shares(met: DashboardFigure, of: Int, lowest: DashboardFigure?, share: Ratio?)
      /// No list or no official value yet.
      case absent(Label)
    }
    /// What is counted.
    package let indicator: Indicator
    /// Where it stands.
    package let content: Content
  }

  /// How one kind of event has gone, quarter by quarter, oldest first; the figure is the last quarter's.
  package struct Trend: Sendable {
    /// The kind of event: 入库, 开工, 竣工, 验收, 退出.
    package let label: Label
    /// Twelve quarters, the scope's last.
    package let values: [Amount]
    /// The last of them, with its records.
    package let last: DashboardFigure
  }

  /// What these lists feed first, then what has no list or official value yet; each in the plan's order.
  package let rows: [Row]
  /// Numbers of the text that bound a clause and are no goal.
  package let bounds: [PlanTarget]
  /// Members by stage, as they are now.
  package let stages: [DashboardFigure]
  /// Expected saving, tce a year, calorific basis.
  package let saving: DashboardFigure
  /// Projects whose saving stands on the other basis: left out of `saving`, and said beside it.
  package let otherBasis: DashboardFigure
  /// Projects accepted 验收.
  package let accepted: DashboardFigure
  /// Expected saving of the accepted ones: what `verifiedSaving` is to be held against.
  package let acceptedSaving: DashboardFigure
  /// Verified saving 核定节能量, tce a year, calorific basis; never added to the expected one.
  package let verifiedSaving: DashboardFigure
  /// Planned investment, 万元.
  package let investment: DashboardFigure
  /// Invested so far by the progress reports, 万元.
  package let invested: DashboardFigure
  /// Members with a planned day that passed unmet, where the report that would tell was due 逾期.
  package let overdue: DashboardFigure
  /// The efficiency list.
  package let lines: DashboardLines
  /// By region: projects carried out.
  package let regions: [FigureRow]
  /// Entries, starts, completions, acceptances and exits.
  package let trends: [Trend]
  /// Projects carried out by the end of each quarter of the plan so far, and what was due then.
  package let course: [(quarter: Quarter, done: Amount, due: Amount?)]

  /// Reads it from the kept counters. `top` is the library's own region: the plan's numbers are shown for a province
  /// alone.
  package static func read(
    _ scope: DashboardScope, in library: any StoreReading, _ reference: ReferenceTables, today: Day, top: String
  ) throws -> DashboardTargets {
    let reader = DashboardReader(library: library, scope: scope, reference: reference)
    let lines = try DashboardLines.read(reader)
    let indicators = Indicators.all(in: reference)
    // The plan sets its numbers for the province; what lies under it has targets of its own, or none.
    let hasTargets = scope.region == top && reference.regions[top]?.level == .province
    let started = try reader.series("projects.started")
    var rows: [Row] = []
    for indicator in indicators {
      let content: Row.Content
      switch indicator.source {
      case .counts where indicator.absence == nil:
        content = measured(indicator, try reader.series(indicator.terms), reader, today: today, hasTargets: hasTargets)
      case .efficiency(let grade): content = lines.shares(indicator, grade, reader)
      case .statistics(let rule):
        content =
          try official(indicator, rule, reader, today: today, hasTargets: hasTargets)
          ?? .absent(indicator.absence ?? indicator.rule)
      case .counts, .share, .estimate: content = .absent(indicator.absence ?? indicator.rule)
      }
      rows.append(Row(indicator: indicator, content: content))
    }
    // What these lists feed comes first.
    func isFed(_ row: Row) -> Bool { if case .absent = row.content { false } else { true } }
    rows = rows.filter(isFed) + rows.filter { !isFed($0) }
    let covered = Set(indicators.flatMap(\.targets))
    let stages = try reader.parted("projects.by_stage", by: 1)
    let lastOverdue = DueState.lastOverdue(today: today, reportDay: reference.settings.reportDay)
    let due = try reader.series("projects.due")
    let total = indicators.first { $0.id == "started" }
    return DashboardTargets(
      rows: rows, bounds: reference.targets.all.filter { !covered.contains($0.id) },
      stages: ProjectCodes.stages.codes.map { stage in
        reader.figure(
          "stage/\(stage.id)", "projects.by_stage", amount: stages[stage.id] ?? .zero, label: stage.label,
          dimensions: [nil, stage.id])
      },
      saving: try reader.dated("saving", "projects.saving"),
      otherBasis: try reader.dated("other_basis", "projects.other_basis"),
      accepted: try reader.dated("accepted", "projects.accepted"),
      acceptedSaving: try reader.dated("accepted_saving", "projects.accepted_saving"),
      verifiedSaving: try reader.dated("verified_saving", "projects.verified_saving"),
      investment: try reader.dated("investment", "projects.investment"),
      invested: try reader.dated("invested", "projects.invested"),
      overdue: reader.figure(
        "overdue", "projects.due", amount: due.sum(through: lastOverdue.quarter),
        label: Label(zh: "逾期项目", en: "Overdue"), span: (nil, lastOverdue)),
      lines: lines, regions: try reader.regionRows("started", [("projects.started", [])]),
      trends: try trends(reader, started), course: course(reader, started, hasTargets ? total : nil))
  }

  private static func measured(
    _ indicator: Indicator, _ series: DashboardReader.Series, _ reader: DashboardReader, today: Day, hasTargets: Bool
  ) -> Row.Content {
    let scope = reader.scope
    let figure = reader.figure(indicator, series)
    let quarters = (0..<8).map { scope.quarter.adding(quarters: -$0) }
    let day = min(scope.through, max(today, scope.quarter.firstDay))
    let standing = indicator.standing(
      done: indicator.inTargetUnit(series.sum(through: scope.quarter)), at: day,
      target: hasTargets ? indicator.value : nil,
      recent: quarters.prefix(4).map { indicator.inTargetUnit(series[$0]) },
      thresholds: reader.reference.settings.pace)
    let before = scope.quarter.adding(quarters: -4)
    let start = Day(year: before.year, month: 1, day: 1) ?? before.firstDay
    return .measured(
      figure, standing, recent: quarters.reversed().map { series[$0] },
      quarter: reader.figure(
        indicator, "/quarter", amount: series[scope.quarter], span: (scope.quarter.firstDay, scope.through)),
      yearBefore: reader.figure(
        indicator, "/before", amount: series.sum(from: start.quarter, through: before), span: (start, before.lastDay)))
  }

  /// Where official values of exactly this region stand; nil where none was entered.
  private static func official(
    _ indicator: Indicator, _ rule: Indicator.Official, _ reader: DashboardReader, today: Day, hasTargets: Bool
  ) throws -> Row.Content? {
    let scope = reader.scope
    let id = "statistics.\(indicator.id)"
    guard let measure = Registers.measures[id] else { return nil }
    let values = try reader.library.facts(id, regions: [scope.region], at: nil)
      .compactMap { fact in fact.day.map { (day: $0, value: fact.amount) } }
      .filter { $0.day <= scope.through }.sorted { $0.day < $1.day }
    guard let done = rule.cumulative(values) else { return nil }
    func figure(_ suffix: String, _ amount: Amount, through: Day) -> DashboardFigure {
      DashboardFigure(
        key: indicator.id + suffix, label: indicator.label, amount: amount, measure: id,
        records: [measure.values(of: scope.region, through: through, in: reader.reference.regions)], isWorkedOut: true)
    }
    func inYear(_ year: Int) -> Amount { values.last { $0.day.year == year }?.value ?? .zero }
    let year = scope.quarter.year
    let before = scope.quarter.adding(quarters: -4).lastDay
    let standing = indicator.standing(
      done: done, at: min(scope.through, max(today, scope.quarter.firstDay)),
      target: hasTargets ? indicator.value : nil, thresholds: reader.reference.settings.pace)
    return .measured(
      figure("", scope.isYearly ? inYear(year) : done, through: scope.through), standing,
      recent: values.suffix(8).map(\.value), quarter: figure("/quarter", inYear(year), through: scope.through),
      yearBefore: figure("/before", values.last { $0.day <= before }?.value ?? .zero, through: before))
  }

  private static func trends(_ reader: DashboardReader, _ started: DashboardReader.Series) throws -> [Trend] {
    let kinds: [(key: String, label: Label)] = [
      ("entries", Label(zh: "入库", en: "Admitted")), ("starts", Label(zh: "开工", en: "Started")),
      ("completed", Label(zh: "竣工", en: "Completed")), ("accepted", Label(zh: "验收", en: "Accepted")),
      ("exits", Label(zh: "退出", en: "Left")),
    ]
    return try kinds.map { kind in
      let series = try reader.series("projects.\(kind.key)")
      let quarter = reader.scope.quarter
      return Trend(
        label: kind.label, values: (0..<12).reversed().map { series[quarter.adding(quarters: -$0)] },
        last: reader.figure(
          "trend/\(kind.key)", "projects.\(kind.key)", amount: series[quarter],
          span: (quarter.firstDay, quarter.lastDay)))
    }
  }

  private static func course(
    _ reader: DashboardReader, _ started: DashboardReader.Series, _ indicator: Indicator?
  ) -> [(quarter: Quarter, done: Amount, due: Amount?)] {
    var course: [(quarter: Quarter, done: Amount, due: Amount?)] = []
    var quarter = Schedule.planStart.quarter
    while quarter <= reader.scope.quarter, course.count < 40 {
      course.append(
        (
          quarter, started.sum(through: quarter),
          indicator.flatMap { one in one.value.map { one.schedule.due($0, at: quarter.lastDay) } }
        ))
      quarter = quarter.next
    }
    return course
  }

  /// Every figure on it, by key.
  package var figures: [DashboardFigure] {
    var all: [DashboardFigure] = []
    for row in rows {
      switch row.content {
      case .measured(let figure, _, _, let quarter, let before): all += [figure, quarter, before]
      case .shares(let met, _, let lowest, _): all += [met] + (lowest.map { [$0] } ?? [])
      case .absent: break
      }
    }
    all += stages
    all += [saving, otherBasis, accepted, acceptedSaving, verifiedSaving, investment, invested, overdue]
    return all + lines.figures + regions.flatMap(\.figures) + trends.map(\.last)
  }
}
