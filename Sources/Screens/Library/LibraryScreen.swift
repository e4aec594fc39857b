import Domain
import Terminal
import UseCases
import Widgets

/// A register as a list: the tree of regions, the table, a preview; 项目库, 企业 and 能效 are all this one.
package struct LibraryScreen: Screen {
  enum Pane: Hashable { case table, tree }

  /// What lies over the table inside the screen.
  enum Mode {
    case list
    /// The search has the focus; what stood before it, for Esc.
    case search(TextField, before: BeforeSearch)
    case filter(FilterLines)
    case columns(ColumnChooser)
  }

  /// Where the list stood when a search began.
  struct BeforeSearch {
    let words: String
    let place: TableView.Place
  }

  package let tab: TabID
  let register: Register
  /// Tells this list from others of the register, for the answers of jobs.
  let id: RecordID
  let reference: ReferenceTables
  let today: Day
  let writing: Writing
  var filter: ListFilter
  var layout: LibraryColumns
  var table: TableView
  var tree: TreeView
  var pane = Pane.table
  var treeIsShown = true
  var mode = Mode.list
  var counts = ListCounts()
  var window: RowWindow?
  /// The record under the cursor; nil where there is none, or while the cursor passes by too fast for it to be read.
  var preview: Document?
  /// When the cursor moved last.
  var movedAt: Instant?
  /// Whether the preview waits for the cursor to rest; see `passed`.
  var isPassing = false
  var language: Language
  var size = Size(width: 80, height: 21)
  /// The columns that the person chose; nil for the layout's.
  var chosen: [String]?
  var settings: LibrarySettings
  /// Whether the counts shown belong to another filter still.
  var countsAreDue = false
  var named: [NamedFilter] = []
  /// The words searched for last, which n and N go on with after the search was closed.
  var lastWords = ""

  /// Where the tree begins: at the one region whose records the person sees, else at the library's.
  private static func top(_ register: Register, _ services: Services) -> String {
    guard case .regions(let seen) = services.environment.access.scopes(register.id), seen.count == 1 else {
      return services.store.info.region
    }
    return seen[0]
  }

  /// Where the cursor of the tree begins: at the person's own region, or, where the register has nothing there, at the
  /// nearest region above that has: what the city or the province keeps is found at once.
  private static func start(_ register: Register, _ top: String, _ services: Services) -> String {
    let regions = services.reference.regions
    guard var place = services.environment.actor.region, regions.isIn(place, top) else { return top }
    let own = place
    while true {
      let here = Filter.where("region", .equal, .text(place))
      let count = try? services.store.read { try $0.totals(register.id, where: here, sums: []).count }
      if count ?? 1 > 0 { return place }
      guard place != top, let parent = regions[place]?.parent else { return own }
      place = parent
    }
  }

  package static var actions: ActionTable<LibraryScreen> { LibraryActions.table }

  /// The register's list; with `fixed`, the records that meet it, under `title`, wherever they are.
  package init(_ register: Register, tab: TabID, _ services: Services, fixed: Filter = .all, title: Label? = nil) {
    self.register = register
    self.tab = tab
    writing = Writing(register.id, services)
    id = services.environment.newID()
    reference = services.reference
    today = services.today
    language = services.language
    let top = Self.top(register, services)
    let scope = fixed.isEmpty ? Self.start(register, top, services) : top
    filter = ListFilter(fixed: fixed, title: title, scope: scope, top: top)
    settings = fixed.isEmpty ? LibrarySettings.read(register, services) : LibrarySettings()
    chosen = settings.columns
    layout = LibraryColumns(register, chosen: chosen)
    table = TableView(columns: layout.columns(services.language))
    table.sort = register.layout.sort.map { TableSort($0.field, descending: $0.descending) }
    tree = TreeView(place: LibraryTree.place(at: scope, services.reference.regions)) { _ in [] }
    if fixed.isEmpty { restore() }
  }

  package var ownsKeys: Bool {
    if case .list = mode { return false }
    return true
  }

  package var isTyping: Bool { ownsKeys }

  var query: Query {
    let sort = table.sort.compactMap { key in
      register.field(key.column).map { Sort($0.id, descending: key.descending) }
    }
    return Query(register: register.id, filter: filter.whole, sort: sort)
  }

  // MARK: reading

  package mutating func refresh(_ services: Services) throws {
    if language != services.language {
      language = services.language
      table.columns = layout.columns(language)
    }
    countsAreDue = true
    try reload(services)
    loadCounts(services)
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    guard size != self.size || window == nil else { return }
    self.size = size
    fitTable()
    tree.fit(areas.tree.size)
    if !areas.hasTree { pane = .table }
    try seen(services)
  }

  /// Opens the query again; the cursor goes with its record.
  mutating func reload(_ services: Services, toTop: Bool = false) throws {
    isPassing = false
    fitTable()
    let list = try services.store.list(query)
    var places: [String: Int] = [:]
    // A record that was deleted or left the filter leaves the cursor on its row.
    if !toTop, let id = table.place.cursorID, let record = RecordID(id) { places[id] = try list.place(of: record) }
    let opened = try RowWindow(list, fields: layout.read, page: table.pageRows)
    if !opened.isWhole, !opened.isSearching, !countsAreDue { opened.take(count: counts.totals.count) }
    searchOn(opened, services)
    if toTop {
      table.place.cursor = 0
      table.place.cursorID = nil
      table.place.top = 0
      table.go(to: 0, source)
    } else {
      try opened.reach(table.place.cursor)
      table.reload(source) { places[$0] }
    }
    try seen(services)
  }

  /// Reads what is seen now: the rows of the window, and the record under the cursor.
  mutating func seen(_ services: Services) throws {
    guard let window else { return }
    let rows = table.pageRows
    let first = table.top(rows: rows, count: window.count)
    _ = window[first..<first + rows]
    try window.check()
    guard areas.hasPreview, !isPassing, let id = table.place.cursorID.flatMap({ RecordID($0) }) else {
      return preview = nil
    }
    // A list is no transaction: the record is read as it is now.
    preview = try services.store.read { try $0.document(register.id, id) }
  }

  /// Counts at once where counters are kept, else beside the screen.
  mutating func loadCounts(_ services: Services) {
    let (register, filter, id, store) = (register, filter, id, services.store)
    countsAreDue = true
    guard !filter.isPlain else {
      if let counts = try? ListCounts.read(register, filter, in: store) { take(counts, filter) }
      return
    }
    services.launch(
      Job(lane: "counts.\(id.text)") { isCancelled in
        do {
          let counts = try ListCounts.read(register, filter, in: store, isCancelled: isCancelled)
          return { app in app.update(LibraryScreen.self) { if $0.id == id { $0.take(counts, filter) } } }
        } catch {
          return { app in app.say(Trouble.message(error), .error) }
        }
      })
  }

  /// Counts that belong to another filter than the present one come too late.
  mutating func take(_ counts: ListCounts, _ filter: ListFilter) {
    guard filter == self.filter else { return }
    self.counts = counts
    countsAreDue = false
    if let window, !window.isWhole, !window.isSearching { window.take(count: counts.totals.count) }
    tree.reload(treeSource)
    tree.select(filter.scope)
  }

  var treeSource: TreeView.Source {
    LibraryTree.source(top: filter.top, counts, reference.regions, language)
  }

  /// The table's rows out of the window.
  var source: TableSource {
    guard let window else { return TableSource([]) }
    let (layout, language, reference, today) = (layout, language, reference, today)
    return TableSource(count: window.count) { places in
      window.drawn(places) { row in
        TableRow(id: row.id.text, cells: layout.cells(row, language, reference, today: today))
      }
    }
  }

  /// Everything that follows from a changed filter.
  mutating func filterChanged(_ services: Services) throws {
    countsAreDue = true
    try reload(services, toTop: true)
    loadCounts(services)
  }

  /// The record under the cursor.
  var current: RecordID? { (window?.count ?? 0) > 0 ? table.place.cursorID.flatMap { RecordID($0) } : nil }
}
