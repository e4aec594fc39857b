import Domain
import Terminal
import UseCases
import Widgets

/// 未报名单: who has not reported for a quarter, unit by unit, with whom to call and the projects that are missing.
package struct ChaseScreen: Screen {
  /// One row of the table.
  enum Line: Hashable {
    case unit(String)
    case project(RecordID, unit: String)
    /// More projects than are listed here.
    case more(Int, unit: String)
  }

  package let tab: TabID
  let reference: ReferenceTables
  let today: Day
  let region: String
  var quarter: Quarter
  var list: ChaseList?
  /// Only units that owe something.
  var onlyMissing = true
  var expanded: Set<String> = []
  /// Projects of the units that are open.
  var projects: [String: [ListRow]] = [:]
  var table: TableView
  var size = Size(width: 80, height: 21)
  var language: Language

  /// So many projects of a unit are listed; the reports' own screen has all of them.
  static let most = 100

  /// The list of a region and quarter.
  package init(tab: TabID, region: String, quarter: Quarter, _ services: Services) {
    self.tab = tab
    self.region = region
    self.quarter = quarter
    reference = services.reference
    today = services.today
    language = services.language
    table = TableView(columns: Self.columns(services.language))
    // A county has one unit, its own: it stands open.
    if services.reference.regions[region]?.level == .county { expanded = [region] }
  }

  package static var actions: ActionTable<ChaseScreen> { ChaseActions.table }

  package mutating func refresh(_ services: Services) throws {
    if language != services.language {
      language = services.language
      table.columns = Self.columns(language)
    }
    list = try ChaseList.read(region, quarter, in: services.store, reference)
    projects = [:]
    for unit in expanded { try readProjects(unit, services) }
    settle()
  }

  mutating func readProjects(_ unit: String, _ services: Services) throws {
    projects[unit] = try services.store.list(ChaseList.projects(of: unit, quarter))
      .rows(0..<Self.most, fields: ["name", "contact", "phone", "last_reported", "region", "pace"])
  }

  var lines: [Line] {
    (list?.units ?? []).filter { !onlyMissing || $0.missing > 0 }.flatMap { unit -> [Line] in
      let code = unit.region.code
      guard expanded.contains(code) else { return [.unit(code)] }
      let known = projects[code] ?? []
      let rest = unit.missing - known.count
      return [.unit(code)] + known.map { .project($0.id, unit: code) }
        + (rest > 0 && known.count >= Self.most ? [.more(rest, unit: code)] : [])
    }
  }

  var current: Line? {
    let lines = lines
    return lines.indices.contains(table.place.cursor) ? lines[table.place.cursor] : nil
  }

  /// The unit under the cursor, or whose project it is.
  var unit: String? {
    switch current {
    case .unit(let code), .project(_, let code), .more(_, let code): code
    case nil: nil
    }
  }

  mutating func settle() {
    table.emptyMessage = CleanText(ProgressScreen.nothing[language])
    let ids = source
    let places = lines.map(Self.id)
    table.reload(ids) { places.firstIndex(of: $0) }
  }

  static func id(_ line: Line) -> String {
    switch line {
    case .unit(let code): code
    case .project(let id, _): id.text
    case .more(_, let unit): "more-" + unit
    }
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    table.fit(under: 1, size)
  }

  package var bearings: [String]? { nil }
}
