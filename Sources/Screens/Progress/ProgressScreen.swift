import Domain
import Terminal
import UseCases
import Widgets

/// 进展填报: a quarter's reports of many projects in one pass; the list above, the report of the project under the cursor
/// below, carried over from the last quarter. What is typed is kept until it is saved.
package struct ProgressScreen: Screen {
  enum Pane: Hashable { case list, report }

  /// Unsaved typing of one project, as it lies in the scratch.
  struct Kept: Sendable {
    let slot: String
    let scratch: Scratch
  }

  package let tab: TabID
  let id: RecordID
  let reference: ReferenceTables
  let today: Day
  /// What the person may look at: their region and what lies under it.
  let own: String
  /// Whose projects: all of that, or a part of it.
  var region: String
  var quarter: Quarter
  /// Only those whose report is missing.
  var onlyMissing = true
  var pane = Pane.list
  var table: TableView
  var window: RowWindow?
  /// How many reports are expected, and how many of them are missing; nil while they are counted.
  var counts: (expected: Int, missing: Int)?
  /// The project under the cursor.
  var project: Project?
  var proposal: ReportProgress.Proposal?
  var desk: FormDesk
  var form = FormView(sections: [])
  var isDirty = false
  var needsKeep = false
  var triedAt: Instant?
  var keptAt: Instant?
  /// Unsaved typing by project.
  var kept: [RecordID: Kept] = [:]
  var message: (label: Label, kind: Widgets.Frame.Message.Kind)?
  var picker: Picker?
  var size = Size(width: 80, height: 21)
  var language: Language

  /// The reports that the person's region owes; `region` and `quarter` where something else is meant.
  package init(tab: TabID, _ services: Services, region: String? = nil, quarter: Quarter? = nil) {
    self.tab = tab
    id = services.environment.newID()
    reference = services.reference
    today = services.today
    language = services.language
    let top = services.store.info.region
    let home = services.environment.actor.region ?? top
    own = services.reference.regions.isIn(home, top) ? home : top
    self.region = region ?? own
    self.quarter = quarter ?? Unreported.quarter(today: services.today, in: services.reference)
    desk = FormDesk(Register(Project.self), services.reference, services.language)
    table = TableView(columns: Self.columns(services.language))
    table.emptyMessage = CleanText(Self.nothing[services.language])
  }

  package static var actions: ActionTable<ProgressScreen> { ProgressActions.table }
  package var isTyping: Bool { pane == .report || picker != nil }
  package var ownsKeys: Bool { picker != nil }
  package var hasUnsaved: Bool { isDirty }

  static let nothing = Label(zh: "进展都已报齐", en: "Every report is in")

  // MARK: reading

  /// What the list shows: under way at the quarter's end, missing or all.
  var query: Query {
    let scope = Filter.where("region", .equal, .text(region))
    let wanted = onlyMissing ? Unreported.filter(quarter) : Unreported.expected(quarter)
    return Query(register: Project.schema.id, filter: scope.and(wanted), sort: [Sort("region"), Sort("name")])
  }

  package mutating func refresh(_ services: Services) throws {
    if language != services.language {
      language = services.language
      table.columns = Self.columns(language)
      table.emptyMessage = CleanText(Self.nothing[language])
      desk.language = language
      form.sections = sections
    }
    readKept(services)
    try reload(services)
  }

  /// Opens the list again; the cursor stays with its project, or, where that has gone from the list, on its row.
  mutating func reload(_ services: Services) throws {
    table.fit(areas.table.size)
    let list = try services.store.list(query)
    var places: [String: Int] = [:]
    if let id = table.place.cursorID, let record = RecordID(id) { places[id] = try list.place(of: record) }
    let opened = try RowWindow(list, fields: Self.read, page: table.pageRows)
    try opened.complete()
    window = opened
    table.reload(source) { places[$0] }
    try countReports(services)
    try seen(services)
  }

  private mutating func countReports(_ services: Services) throws {
    let expected = Filter.where("region", .equal, .text(region)).and(Unreported.expected(quarter))
    let (region, quarter, reference) = (region, quarter, services.reference)
    counts = try services.store.read { library in
      (
        try library.totals(Project.schema.id, where: expected, sums: []).count,
        try ChaseList.missing(region, quarter, in: library, reference).values.reduce(0, +)
      )
    }
  }

  /// Reads what is seen now, and the project under the cursor where it is another one.
  mutating func seen(_ services: Services) throws {
    guard let window else { return }
    let first = table.top(rows: table.pageRows, count: window.count)
    _ = window[first..<first + table.pageRows]
    try window.check()
    let current = current
    guard current != project?.id || !isDirty else { return }
    let isOther = current != project?.id
    let document = try current.flatMap { id in
      try services.store.read { try $0.document(Project.schema.id, id) }
    }
    project = document.map(Project.schema.record)
    take(isOther: isOther, services)
  }

  /// The project under the cursor.
  var current: RecordID? { (window?.count ?? 0) > 0 ? table.place.cursorID.flatMap { RecordID($0) } : nil }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    guard size != self.size || window == nil else { return }
    self.size = size
    table.fit(areas.table.size)
    form.fit(areas.form.size)
    try seen(services)
  }
}
