import Domain

/// One item of a region's assessment: how many points, and why.
package struct AssessedItem: Hashable, Sendable {
  /// What is scored, with its weight and source.
  package let item: AssessmentTable.Item
  /// Given, or taken off (below zero); nil where it cannot be scored.
  package let points: Amount?
  /// Why so many.
  package let reason: Label
  /// The records behind it.
  package let query: Query?
}

/// A region's score in the yearly assessment 四(四).
package struct RegionScore: Hashable, Sendable {
  /// The region's code.
  package let region: String
  /// In the order of the table `assessment`.
  package let items: [AssessedItem]

  /// Points of targets and shares.
  package var given: Amount { sum { $0.item.kind == .target || $0.item.kind == .share } }
  /// The most that those could give; what cannot be scored is left out.
  package var outOf: Amount {
    Amount.sum(
      items.filter { $0.points != nil && ($0.item.kind == .target || $0.item.kind == .share) }.map(\.item.points))
      ?? .zero
  }
  /// Taken off, below zero.
  package var taken: Amount { sum { $0.item.kind == .penalty } }
  /// Added by what counts extra, zero or above.
  package var added: Amount { sum { $0.item.kind == .bonus } }
  /// Of 100: what was given of what could be, less what was taken, more what was added; nil where nothing could be scored.
  package var score: Amount? {
    guard outOf > .zero, let base = given.times(Int64(100) * Amount.scale, over: outOf.scaled) else { return nil }
    return max(.zero, base + taken + added)
  }

  private func sum(_ isMeant: (AssessedItem) -> Bool) -> Amount {
    Amount.sum(items.filter(isMeant).compactMap(\.points)) ?? .zero
  }
}

/// Scores regions for a year from indicators and weights, which are data; every point has its reason.
package enum AssessRegions {
  /// The regions one step below `region`, the best first; those without a score come last.
  ///
  /// A year that is over is judged by its fourth quarter as settled 年报核定, this one by the quarter that runs.
  package static func run(
    year: Int, region: String, in store: any Store, today: Day
  ) throws -> [RegionScore] {
    let end = Day(year: year, month: 12, day: 31) ?? today
    let day = min(end, max(today, end.adding(days: -364)))
    let scores = try store.read { library in
      let tally = try ReadTally.read(
        TallyQuery(quarter: day.quarter, region: region, edition: day.quarter.quarter == 4 ? .annual : .quarterly),
        in: library, store.reference, today: today)
      return try tally.columns.indices.filter { tally.columns[$0].part == .region }.map { column in
        let scene = Scene(
          library: library, reference: store.reference, region: tally.columns[column].id, year: year, day: day,
          tally: tally, column: column)
        return RegionScore(
          region: scene.region, items: try store.reference.assessment.items.map { try assess($0, scene) })
      }
    }
    return scores.enumerated().sorted {
      switch ($0.element.score, $1.element.score) {
      case (let left?, let right?) where left != right: left > right
      case (.some, nil): true
      case (nil, .some): false
      default: $0.offset < $1.offset
      }
    }.map(\.element)
  }

  private struct Scene {
    let library: any StoreReading
    let reference: ReferenceTables
    let region: String
    let year: Int
    /// The last day that counts: the year's, or today.
    let day: Day
    let tally: Tally
    /// The region's column in the tally.
    let column: Int
  }

  private static func assess(_ item: AssessmentTable.Item, _ scene: Scene) throws -> AssessedItem {
    switch item.kind {
    case .target: try target(item, scene)
    case .share: try share(item, scene)
    case .penalty: try penalty(item, scene)
    case .bonus: try bonus(item, scene)
    }
  }

  private static func nothing(_ item: AssessmentTable.Item, _ zh: String, _ en: String) -> AssessedItem {
    AssessedItem(item: item, points: nil, reason: Label(zh: zh, en: en), query: nil)
  }

  /// By the yearly target where the region has one, else by the cumulative one.
  private static func target(_ item: AssessmentTable.Item, _ scene: Scene) throws -> AssessedItem {
    guard let row = scene.tally.row(item.source) else {
      return nothing(item, "没有这项指标，不计分", "No such indicator: not scored")
    }
    let cell = row.cells[scene.column]
    if case .none(let why) = cell.content { return nothing(item, "\(why.zh)，不计分", "\(why.en): not scored") }
    guard let sums = cell.sums else { return nothing(item, "不是可累加的指标，不计分", "No sum: not scored") }
    let targets = try scene.library.lookup.documents(RegionTarget.schema.id, where: "region", is: .text(scene.region))
      .filter { $0["indicator"].text == item.source && $0["in_force"].flag == true }
    let yearly = targets.first { $0["span"].text == "yearly" && $0["year"].integer == scene.year }
    let own = yearly ?? targets.first { $0["span"].text == "cumulative" }
    guard let target = own?["value"].amount, target > .zero else {
      return nothing(item, "该地区没有这项目标，不计分", "The region has no such target: not scored")
    }
    let span: TallySpan = yearly == nil ? .cumulative : .year
    let done = row.indicator.inTargetUnit(sums[span])
    let first = Day(year: scene.year, month: 1, day: 1) ?? scene.day
    let schedule = yearly == nil ? row.indicator.schedule : Schedule(start: first, endOf: scene.year)
    let due = schedule.due(target, at: scene.day)
    return AssessedItem(
      item: item, points: part(item.points, done, due),
      reason: Label(
        zh:
          "完成\(done.grouped)，至\(scene.day.iso)应完成\(due.floored.grouped)(\(yearly == nil ? "累计" : "年度")目标\(target.grouped))",
        en:
          "\(done.grouped) done, \(due.floored.grouped) due by \(scene.day.iso) (\(yearly == nil ? "cumulative" : "yearly") target \(target.grouped))"
      ),
      query: scene.tally.records(row, scene.tally.columns[scene.column], span).first?.query)
  }

  /// All points from the whole on; nothing below zero.
  private static func part(_ points: Amount, _ done: Amount, _ whole: Amount) -> Amount {
    guard whole > .zero, done < whole else { return points }
    return max(.zero, points.times(done.scaled, over: whole.scaled) ?? .zero)
  }

  private static func share(_ item: AssessmentTable.Item, _ scene: Scene) throws -> AssessedItem {
    let here = Filter.where("region", .equal, .text(scene.region))
    func count(_ register: String, _ filter: Filter) throws -> Int {
      try scene.library.totals(register, where: filter.and(here), sums: []).count
    }
    switch AssessmentTable.Share(rawValue: item.source) {
    case .atBaseline:
      let live = Filter.where("state", .notEqual, .text("retired")).and("grade", .notEqual)
      for year in [scene.year, scene.year - 1] {
        let whole = live.and("year", .equal, .integer(year))
        let lines = try count(EfficiencyLine.schema.id, whole)
        guard lines > 0 else { continue }
        let below = whole.and("grade", .equal, .text(Grades.below))
        let worse = try count(EfficiencyLine.schema.id, below)
        return AssessedItem(
          item: item, points: part(item.points, Amount(lines - worse), Amount(lines)),
          reason: Label(
            zh: "\(year)年\(lines)条线中\(lines - worse)条达到基准",
            en: "\(lines - worse) of \(lines) lines of \(year) at the baseline"),
          query: Query(register: EfficiencyLine.schema.id, filter: below.and(here)))
      }
      return nothing(item, "没有近两年的能效数据，不计分", "No lines of the last two years: not scored")
    case .onTime:
      let members = Filter.where("member", .equal, .flag(true))
      let whole = try count(Project.schema.id, members)
      guard whole > 0 else { return nothing(item, "没有在库项目，不计分", "No project in the library: not scored") }
      let overdue = DueState.overdue.filter(today: scene.day, reportDay: scene.reference.settings.reportDay)
      let late = try count(Project.schema.id, overdue)
      return AssessedItem(
        item: item, points: part(item.points, Amount(whole - late), Amount(whole)),
        reason: Label(zh: "在库\(whole)项中逾期\(late)项", en: "\(late) of \(whole) members overdue"),
        query: Query(register: Project.schema.id, filter: overdue.and(here)))
    case nil: return nothing(item, "没有这一口径，不计分", "No such share: not scored")
    }
  }

  private static func penalty(_ item: AssessmentTable.Item, _ scene: Scene) throws -> AssessedItem {
    guard let matter = MattersOf.all.first(where: { $0.id == item.source }), let each = item.each else {
      return nothing(item, "没有这一事项，不扣分", "No such matter: nothing taken")
    }
    let query = MattersOf.query(matter, region: scene.region, scene.reference, today: scene.day)
    let count = try scene.library.totals(query.register, where: query.filter, sums: []).count
    let off = min(item.points, each.times(Int64(count), over: 1) ?? item.points)
    return AssessedItem(
      item: item, points: -off,
      reason: Label(
        zh: "\(count)项，每项扣\(each.plain)，最多\(item.points.plain)",
        en: "\(count), \(each.plain) each, at most \(item.points.plain)"),
      query: query)
  }

  private static func bonus(_ item: AssessmentTable.Item, _ scene: Scene) throws -> AssessedItem {
    guard let measure = Registers.measures[item.source], let each = item.each else {
      return nothing(item, "没有这一口径，不加分", "No such measure: nothing added")
    }
    var query = FigureQuery(measure.id, region: scene.region)
    let first = Day(year: scene.year, month: 1, day: 1)
    if measure.day != nil { (query.from, query.through) = (first, scene.day) }
    let count = try scene.library.figure(query)
    let on = min(item.points, each.multiplied(by: count) ?? item.points)
    return AssessedItem(
      item: item, points: on,
      reason: Label(
        zh: "\(count.grouped)项，每项加\(each.plain)，最多\(item.points.plain)",
        en: "\(count.grouped), \(each.plain) each, at most \(item.points.plain)"),
      query: measure.records(
        region: scene.region, from: measure.day == nil ? nil : first, through: measure.day == nil ? nil : scene.day
      ).first?.query)
  }
}

extension Amount {
  /// Without its decimals, towards zero.
  fileprivate var floored: Amount { Amount(scaled: scaled / Amount.scale * Amount.scale) }
}
