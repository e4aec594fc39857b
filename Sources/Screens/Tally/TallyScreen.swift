import Domain
import Terminal
import UseCases
import Widgets

/// 调度: every indicator by the regions one level down, by sector or by focus area, for one quarter; each cell opens into
/// its records and is come back to.
package struct TallyScreen: Screen {
  /// What a cell is compared with.
  enum Difference: CaseIterable, Hashable, Sendable { case none, quarter, year }

  let reference: ReferenceTables
  let today: Day
  /// The library's own region, whose targets the plan's are.
  let top: String
  /// What the person may look at: their region and what lies under it.
  let own: String
  /// Of projects.
  let writing: Writing
  let id: RecordID
  var query: TallyQuery
  /// The past day at whose end the library is looked at; nil is now.
  var asOf: Day?
  var span = TallySpan.cumulative
  var difference = Difference.none
  var tally: Tally?
  /// Each indicator's quarters, oldest first, of the whole scope.
  var courses: [String: [Amount]] = [:]
  /// Reports that are missing, by unit.
  var missing: [String: Int] = [:]
  /// The first of them for the column under the cursor.
  var missingNames: (region: String, names: [String])?
  var table: TableView
  var picker: Picker?
  var size = Size(width: 80, height: 21)
  var language: Language
  /// The lists between which Enter asks.
  var asked: [FigureList] = []

  /// The tally of the person's region, of the quarter that is reported on.
  package init(_ services: Services) {
    reference = services.reference
    today = services.today
    language = services.language
    writing = Writing(Project.schema.id, services)
    id = services.environment.newID()
    top = services.store.info.region
    let home = services.environment.actor.region ?? top
    own = services.reference.regions.isIn(home, top) ? home : top
    query = TallyQuery(quarter: Unreported.quarter(today: services.today, in: services.reference), region: own)
    // A county has nothing below it: its own column is all there is.
    table = TableView(columns: [], selectsCells: true)
    table.place.column = 1
  }

  package static var actions: ActionTable<TallyScreen> { TallyActions.table }
  package var tab: TabID { .tally }
  package var isTyping: Bool { picker != nil }
  package var ownsKeys: Bool { picker != nil }

  // MARK: reading

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    let (query, reference, today) = (query, reference, today)
    let (tally, courses, missing) = try services.store.read { library in
      let tally = try ReadTally.read(query, in: library, reference, today: today)
      return (
        tally, try Self.courses(tally, in: library),
        try ChaseList.missing(query.region, query.quarter, in: library, reference)
      )
    }
    self.tally = tally
    self.courses = courses
    self.missing = missing
    missingNames = nil
    arrange()
    try lookAtMissing(services)
  }

  /// How each indicator has gone in the whole scope: what came in each of the last twelve quarters.
  private static func courses(_ tally: Tally, in library: any StoreReading) throws -> [String: [Amount]] {
    var courses: [String: [Amount]] = [:]
    let quarters = (0..<12).reversed().map { tally.query.quarter.adding(quarters: -$0) }
    for row in tally.rows {
      guard row.cells.first?.sums != nil else { continue }
      var amounts: [Quarter: Amount] = [:]
      for term in row.indicator.terms {
        let query = FigureQuery(term.measure, region: tally.query.region, dimensions: term.dimensions)
        for (text, amount) in try library.figures(query, by: .quarter) {
          guard let quarter = Quarter(parsing: text) else { continue }
          amounts[quarter, default: .zero] += term.sign > 0 ? amount : -amount
        }
      }
      if row.indicator.nature == .stock {
        // What stands at each quarter's end, not what came and went in it.
        courses[row.indicator.id] = quarters.map { quarter in
          amounts.reduce(.zero) { $1.key <= quarter ? $0 + $1.value : $0 }
        }
      } else {
        courses[row.indicator.id] = quarters.map { amounts[$0] ?? .zero }
      }
    }
    return courses
  }

  /// Columns for the size; the cursor stays on its indicator and column.
  mutating func arrange() {
    guard let tally else { return }
    let columns = TallyColumns(screen: self, tally).columns
    table.columns = columns
    table.fit(areas.table.size)
    let source = source
    let ids = tally.rows.map(\.indicator.id)
    table.reload(source) { ids.firstIndex(of: $0) }
    if table.place.column == 0 { table.place.column = min(1, max(0, columns.count - 1)) }
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    guard size != self.size else { return }
    self.size = size
    arrange()
  }

  var source: TableSource {
    guard let tally else { return TableSource([]) }
    let columns = TallyColumns(screen: self, tally)
    return TableSource(count: tally.rows.count) { range in
      range.clamped(to: tally.rows.indices).map { columns.row($0) }
    }
  }

  // MARK: what is under the cursor

  var row: Tally.Row? {
    tally.flatMap { $0.rows.indices.contains(table.place.cursor) ? $0.rows[table.place.cursor] : nil }
  }

  /// The column of the table under the cursor, by its id.
  var columnID: String {
    table.columns.indices.contains(table.place.column) ? table.columns[table.place.column].id : ""
  }

  /// The tally's column under the cursor; the whole where the cursor is on the target or the pace.
  var place: Int { columnID.hasPrefix("c") ? Int(columnID.dropFirst()) ?? 0 : 0 }

  var column: Tally.Column? {
    guard let tally, tally.columns.indices.contains(place) else { return nil }
    return tally.columns[place]
  }

  var cell: TallyCell? {
    guard let row, row.cells.indices.contains(place) else { return nil }
    return row.cells[place]
  }

  /// Missing reports in a column.
  func missing(in column: Tally.Column) -> Int {
    switch column.part {
    case .whole: missing.values.reduce(0, +)
    case .region: missing.reduce(0) { $0 + (reference.regions.isIn($1.key, column.id) ? $1.value : 0) }
    case .own: missing[column.id] ?? 0
    case .code: 0
    }
  }

  /// Reads the names that are missing where the cursor's column is another one.
  mutating func lookAtMissing(_ services: Services) throws {
    guard let column, column.part == .region || column.part == .whole, missing(in: column) > 0 else {
      return missingNames = nil
    }
    guard missingNames?.region != column.id else { return }
    let filter = Filter.where("region", .equal, .text(column.id)).and(Unreported.filter(query.quarter))
    let list = try services.store.list(Query(register: Project.schema.id, filter: filter, sort: [Sort("name")]))
    missingNames = (column.id, try list.rows(0..<5, fields: ["name"]).map { $0["name"].plain })
  }

  // MARK: where one stands

  static let kind = "tally"

  package var bearings: [String]? {
    [
      Self.kind, query.region, query.quarter.text, query.by.rawValue, span.rawValue, row?.indicator.id ?? "",
      "\(table.place.column)",
    ]
  }

  package mutating func stand(at bearings: [String], _ services: Services) throws {
    guard bearings.count > 6, let quarter = Quarter(parsing: bearings[2]),
      let by = TallyQuery.Parting(rawValue: bearings[3]), let span = TallySpan(rawValue: bearings[4]),
      DashboardScope.choices(under: own, reference).contains(bearings[1])
    else { return }
    query = TallyQuery(quarter: quarter, region: bearings[1], by: by)
    self.span = span
    table.place.cursorID = bearings[5]
    table.place.column = Int(bearings[6]) ?? 1
    try refresh(services)
  }
}
