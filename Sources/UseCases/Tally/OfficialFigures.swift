import Domain

/// Official values of departments and the targets of regions: single facts, each of exactly its region.
struct OfficialFigures {
  private let plan: TallyPlan
  /// By indicator, then region: values by their day.
  private var values: [String: [String: [(day: Day, value: Amount)]]] = [:]
  /// By indicator, year (blank: cumulative) and region.
  private var targets: [String: [String: Amount]] = [:]
  private var starts: [String: [String: Amount]] = [:]
  private let reference: ReferenceTables

  init(
    _ plan: TallyPlan, _ indicators: [Indicator], _ library: any StoreReading, _ reference: ReferenceTables
  ) throws {
    self.plan = plan
    self.reference = reference
    let columns = plan.columns.filter { $0.part == .whole || $0.part == .region }.map(\.id)
    // A group's target is that of its members together, so these are read as well.
    let regions = Set(columns + columns.flatMap { Self.members($0, reference) }).sorted()
    func facts(_ measure: String) throws -> [Fact] {
      guard Registers.measures[measure] != nil else { return [] }
      // Each region's values as they were known when it was locked; all together where none is.
      let locked = regions.filter { plan.locks[$0] != nil }
      let open = regions.filter { plan.locks[$0] == nil }
      var facts = open.isEmpty ? [] : try library.facts(measure, regions: open, at: plan.at)
      for region in locked {
        facts += try library.facts(measure, regions: [region], at: plan.locks[region]?.position)
      }
      return facts
    }
    for indicator in indicators {
      guard case .statistics = indicator.source else { continue }
      for fact in try facts("statistics.\(indicator.id)") {
        guard let day = fact.day, day <= plan.through else { continue }
        values[indicator.id, default: [:]][fact.region, default: []].append((day, fact.amount))
      }
    }
    for fact in try facts("targets.cumulative") { targets[fact.dimensions[0], default: [:]][fact.region] = fact.amount }
    for fact in try facts("targets.start") { starts[fact.dimensions[0], default: [:]][fact.region] = fact.amount }
    for fact in try facts("targets.yearly") {
      targets["\(fact.dimensions[0])/\(fact.dimensions[1])", default: [:]][fact.region] = fact.amount
    }
  }

  /// The regions whose targets make that of a group, or of a region without a group: the region first.
  private static func members(_ scope: String, _ reference: ReferenceTables) -> [String] {
    guard reference.regions[scope] == nil else { return [] }
    guard let minus = scope.firstIndex(of: "-") else { return reference.regions.members(of: scope).map(\.code) }
    let without = String(scope[scope.index(after: minus)...])
    return [String(scope[..<minus])] + reference.regions.members(of: without).map(\.code)
  }

  /// A region's own target; nil where it has none. A group's is that of its members where all have one, and a region
  /// without a group has its own less theirs.
  func target(_ indicator: Indicator, _ column: Tally.Column, year: Int?) -> Amount? {
    guard column.part == .whole || column.part == .region else { return nil }
    let known = targets[indicator.id + (year.map { "/\($0)" } ?? "")] ?? [:]
    func own(_ region: String) -> Amount? {
      if let found = known[region] { return found }
      return year == nil && reference.regions[region]?.level == .province ? indicator.value : nil
    }
    guard reference.regions[column.id] == nil else { return known[column.id] }
    // Shares and falls do not add up.
    guard !indicator.isRatio else { return nil }
    let members = Self.members(column.id, reference)
    let amounts = members.map(own)
    guard !members.isEmpty, !amounts.contains(nil) else { return nil }
    let sum = amounts.compactMap { $0 }.reduce(Amount.zero, +)
    guard column.id.contains("-"), let whole = amounts[0] else { return sum }
    return whole - (sum - whole)
  }

  func cell(
    _ indicator: Indicator, _ rule: Indicator.Official, _ column: Tally.Column, _ target: Amount?, day: Day,
    thresholds: Pace.Thresholds
  ) -> TallyCell {
    guard column.part == .whole || column.part == .region else { return TallyCell(.none(plan.notParted)) }
    let found = (values[indicator.id]?[column.id] ?? []).sorted { $0.day < $1.day }
    var cell: TallyCell
    let wanted = self.target(indicator, column, year: nil) ?? target
    if let last = found.last {
      let cumulative = rule.cumulative(found)
      let inYear = found.last { $0.day.year == plan.query.quarter.year }?.value
      let inQuarter = last.day >= plan.query.quarter.firstDay ? last.value : nil
      cell = TallyCell(.official(period: inQuarter, year: inYear, cumulative: cumulative))
      if let cumulative {
        cell.standing = indicator.standing(
          done: cumulative, at: day, target: wanted, start: starts[indicator.id]?[column.id], thresholds: thresholds)
      }
    } else {
      cell = TallyCell(.none(Label(zh: "以部门统计数据为准，尚未录入", en: "The official statistics count; not entered yet")))
    }
    cell.cumulativeTarget = wanted
    cell.yearlyTarget = self.target(indicator, column, year: plan.query.quarter.year)
    return cell
  }
}

extension Indicator.Official {
  /// What values of several periods make, sorted by their days; of each year the last one counts. Of none: nothing.
  package func cumulative(_ values: [(day: Day, value: Amount)]) -> Amount? {
    guard !values.isEmpty else { return nil }
    var years: [Int: Amount] = [:]
    for value in values { years[value.day.year] = value.value }
    let ordered = years.sorted { $0.key < $1.key }
    switch self {
    case .latest: return values.last?.value
    case .sum: return Amount.sum(ordered.filter { PlanSpan.holds(Day(year: $0.key, month: 12, day: 31)) }.map(\.value))
    case .fall(let first):
      let counted = ordered.filter { $0.key >= first }
      // A year without a value would make the fall of the others look like all of it.
      guard let last = counted.last?.key, counted.count == last - first + 1 else { return nil }
      return IntensityFall.cumulative(counted.map(\.value))
    }
  }
}
