/// The tree of regions, its groups and former names; every lookup by code is one of a dictionary.
package struct Regions: Sendable {
  /// Membership in a group of regions that policies treat alike, with its years.
  package struct Membership: Hashable, Sendable {
    /// The region's code.
    package let code: String
    /// The group's name: 山区26县.
    package let group: String
    /// The first year; nil where it was always in.
    package let from: Int?
    /// The last year; nil while it is in.
    package let to: Int?
    /// False while an administrator has not confirmed it.
    package let verified: Bool
  }

  private var byCode: [String: Region] = [:]
  private var below: [String: [String]] = [:]
  private var byName: [String: [String]] = [:]
  private var renames: [String: RegionRename] = [:]
  private var memberships: [String: [String: Membership]] = [:]

  init() {
    for row in BuiltIn.rows(BuiltIn.regions) { _ = add(region: row) }
    for row in BuiltIn.rows(BuiltIn.regionRenames) { _ = add(rename: row) }
    for row in BuiltIn.rows(BuiltIn.regionGroups) { _ = add(group: row) }
  }

  /// The region of a code.
  package subscript(code: String) -> Region? { byCode[code] }

  /// All regions in the order of their codes.
  package var all: [Region] { byCode.values.sorted { $0.code < $1.code } }

  /// The top: the provinces.
  package var provinces: [Region] { children(of: "") }

  /// The regions right below one, in the order of their codes.
  package func children(of code: String) -> [Region] { (below[code] ?? []).compactMap { byCode[$0] } }

  /// A region and all below it: the codes a scope stands for.
  package func codes(in scope: String) -> [String] {
    if byCode[scope] != nil { return [scope] + (below[scope] ?? []).flatMap(codes(in:)) }
    return all.map(\.code).filter { isIn($0, scope) }
  }

  /// The city that a region lies in, or is.
  package func city(of code: String) -> Region? { ancestor(of: code, at: .city) }

  /// The province that a region lies in, or is.
  package func province(of code: String) -> Region? { ancestor(of: code, at: .province) }

  /// The region above `code`, or itself, at a level.
  package func ancestor(of code: String, at level: Region.Level) -> Region? {
    var region = byCode[code]
    while let found = region {
      if found.level == level { return found }
      region = byCode[found.parent]
    }
    return nil
  }

  /// Whether a region lies in a scope: a region's code, a group's name, `330000-计划单列市` (the one without the other), or
  /// several of these with `|` between them (any).
  ///
  /// An empty scope holds everything. `year` is the year in which a group's membership counts; nil for now.
  package func isIn(_ code: String, _ scope: String, year: Int? = nil) -> Bool {
    if scope.isEmpty || code == scope { return true }
    if let bar = scope.firstIndex(of: "|") {
      return isIn(code, String(scope[..<bar]), year: year)
        || isIn(code, String(scope[scope.index(after: bar)...]), year: year)
    }
    if let minus = scope.firstIndex(of: "-") {
      return isIn(code, String(scope[..<minus]), year: year)
        && !isIn(code, String(scope[scope.index(after: minus)...]), year: year)
    }
    let group = memberships[scope]
    var next = code
    while let region = byCode[next] {
      if next == scope { return true }
      if let member = group?[next],
        year.map({ ($0 >= member.from ?? .min) && ($0 <= member.to ?? .max) }) ?? (member.to == nil)
      {
        return true
      }
      next = region.parent
    }
    return false
  }

  /// The names of all groups.
  package var groups: [String] { memberships.keys.sorted() }

  /// Who belongs to a group, in the order of codes.
  package func members(of group: String) -> [Membership] {
    (memberships[group] ?? [:]).values.sorted { $0.code < $1.code }
  }

  /// The name with those above it below the province: 湖州市安吉县.
  package func path(of code: String) -> String {
    guard let region = byCode[code] else { return code }
    guard region.level == .county, let city = byCode[region.parent] else { return region.name }
    return region.name.hasPrefix(city.shortName) ? region.name : city.name + region.name
  }

  /// The regions whose full or short name is this one.
  func named(_ name: String) -> [Region] { (byName[name] ?? []).compactMap { byCode[$0] } }

  /// The change that an old code or name went through.
  package func rename(of codeOrName: String) -> RegionRename? { renames[codeOrName] }

  mutating func add(region cells: [Substring]) -> Bool {
    guard cells.count >= 4, cells[0].utf8.count == 6, !cells[1].isEmpty,
      let level = Region.Level(rawValue: String(cells[2])),
      level == .province || byCode[String(cells[3])] != nil, cells[0] != cells[3]
    else { return false }
    let region = Region(code: String(cells[0]), name: String(cells[1]), level: level, parent: String(cells[3]))
    if let old = byCode[region.code] {
      // A unit keeps its place in the tree: counts of locked quarters stand on it.
      guard old.parent == region.parent, old.level == level else { return false }
    } else {
      var siblings = below[region.parent] ?? []
      siblings.insert(region.code, at: siblings.firstIndex { $0 > region.code } ?? siblings.count)
      below[region.parent] = siblings
    }
    byCode[region.code] = region
    for name in Set([region.name, region.shortName]) where !(byName[name] ?? []).contains(region.code) {
      byName[name, default: []].append(region.code)
    }
    if region.name.hasSuffix("市本级") { byName["市本级", default: []].append(region.code) }
    return true
  }

  mutating func add(rename cells: [Substring]) -> Bool {
    guard cells.count >= 6, let year = Int(cells[4]), let kind = RegionRename.Kind(rawValue: String(cells[5])),
      byCode[String(cells[2])] != nil
    else { return false }
    let rename = RegionRename(
      oldCode: String(cells[0]), oldName: String(cells[1]), newCode: String(cells[2]), newName: String(cells[3]),
      year: year, kind: kind)
    for key in [rename.oldCode, rename.oldName, Region.short(rename.oldName)] {
      // A short name that a present region bears (绍兴) means that one.
      if kind == .split || byName[key] == nil { renames[key] = rename }
    }
    return true
  }

  mutating func add(group cells: [Substring]) -> Bool {
    guard cells.count >= 5, byCode[String(cells[0])] != nil, !cells[1].isEmpty, !cells[1].contains("-") else {
      return false
    }
    let member = Membership(
      code: String(cells[0]), group: String(cells[1]), from: Int(cells[2]), to: Int(cells[3]),
      verified: cells[4] == "yes")
    memberships[member.group, default: [:]][member.code] = member
    return true
  }
}
