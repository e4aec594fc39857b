import Domain

/// What a dashboard is looked at for: a region or group, up to the end of a quarter, the year alone or from the start.
package struct DashboardScope: Hashable, Sendable {
  /// A region's code, a group's name, or one without the other: `330000-计划单列市`.
  package var region: String
  /// The quarter whose last day ends the counting.
  package var quarter: Quarter
  /// The figures of the year alone.
  package var isYearly: Bool

  package init(region: String, quarter: Quarter, isYearly: Bool = false) {
    self.region = region
    self.quarter = quarter
    self.isYearly = isYearly
  }

  /// The first day that counts; nil is open.
  package var from: Day? { isYearly ? Day(year: quarter.year, month: 1, day: 1) : nil }
  /// The last day that counts.
  package var through: Day { quarter.lastDay }

  /// The regions one step below, in the order of their codes.
  package func parts(_ regions: Regions) -> [Region] {
    if regions[region] != nil { return regions.children(of: region) }
    if let minus = region.firstIndex(of: "-") {
      let without = String(region[region.index(after: minus)...])
      return regions.children(of: String(region[..<minus])).filter { !regions.isIn($0.code, without) }
    }
    return regions.members(of: region).compactMap { regions[$0.code] }
  }

  /// What it is called.
  package func label(_ reference: ReferenceTables) -> Label {
    if let found = reference.regions[region] { return Label(zh: reference.regions.path(of: region), en: found.name) }
    if let minus = region.firstIndex(of: "-") {
      let whole = reference.regions[String(region[..<minus])]?.name ?? String(region[..<minus])
      let group = String(region[region.index(after: minus)...])
      let named = group == Self.separatelyPlanned ? Label(zh: "宁波", en: "Ningbo") : Label(zh: group, en: group)
      return Label(zh: "\(whole)(不含\(named.zh))", en: "\(whole) without \(named.en)")
    }
    return Label(zh: region, en: region)
  }

  /// 计划单列市: Ningbo, which every provincial total can be shown without.
  package static let separatelyPlanned = "计划单列市"

  /// The scopes to choose from in and under `top`: itself, without Ningbo, groups, then cities and counties.
  package static func choices(under top: String, _ reference: ReferenceTables) -> [String] {
    let regions = reference.regions
    var choices = [top]
    let codes = regions.codes(in: top).filter { $0 != top }
    if regions[top]?.level == .province {
      for group in regions.groups where group == separatelyPlanned { choices.append("\(top)-\(group)") }
      choices += regions.groups.filter { $0 != separatelyPlanned }
    }
    return choices + codes
  }
}
