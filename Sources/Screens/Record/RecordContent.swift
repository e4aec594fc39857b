import Domain
import UseCases

/// Everything a record's pages need, read at one moment.
struct RecordContent {
  var document: Document
  /// Titles of the records that it links to.
  var titles: [RecordID: String] = [:]
  /// Records that link to it, by `register.field`; how many there are, and the first of them.
  var links: [String: (count: Int, rows: [ListRow])] = [:]
  /// What belongs to it, added up, by measure.
  var figures: [String: Amount] = [:]
  /// Rows of such records' child lists, by `register.field.list`, each with the record it stands in.
  var gathered: [String: [(owner: RecordID, title: String, row: ChildRow)]] = [:]
  /// Its own entries, newest first.
  var entries: [HistoryEntry] = []

  /// How the tiers of a project work; nothing for other registers.
  var rules: [Tier: TierRules] = [:]

  /// How many linking records are shown; the register's list shows them all.
  static let linksShown = 200

  /// Reads a record; nil where there is none.
  static func read(_ register: Register, _ id: RecordID, _ services: Services) throws -> RecordContent? {
    var found = try services.store.read { library -> RecordContent? in
      guard let document = try library.document(register.id, id) else { return nil }
      var content = RecordContent(document: document)
      content.titles = try titles(document, register, library)
      content.entries = try library.history(register.id, id).reversed()
      for measure in register.layout.figures {
        content.figures[measure] = try library.figure(FigureQuery(measure, dimensions: [id.text]))
      }
      return content
    }
    if found == nil {
      // Deleted: its history says what it was.
      let entries = try services.store.read { try $0.history(register.id, id) }
      guard let last = replay(entries.dropLast()[...]) else { return nil }
      found = RecordContent(document: last, entries: entries.reversed())
    }
    try found?.readLinks(register, id, services)
    if let region = found?.document["region"].text, register.id == Project.schema.id {
      found?.rules = try services.store.check { try TierSettings.rules(for: region, in: $0, services.reference) }
    }
    return found
  }

  /// What a record was after these entries, oldest first.
  static func replay(_ entries: ArraySlice<HistoryEntry>) -> Document? {
    entries.reduce(nil) { document, entry in entry.applied(to: document) }
  }

  /// The titles of the records that a document's fields name.
  static func titles(
    _ document: Document, _ register: Register, _ library: any StoreReading
  ) throws -> [RecordID: String] {
    var titles: [RecordID: String] = [:]
    func name(_ field: FieldSpec, _ value: Value) throws {
      guard case .record(let other) = field.kind, let id = value.record, titles[id] == nil,
        let target = Registers.named(other),
        let linked = try library.document(other, id)
      else { return }
      titles[id] = linked[target.titleField].plain
    }
    for field in register.fields { try name(field, document[field.id]) }
    for list in register.lists {
      for row in document.children[list.id] ?? [] { for field in list.fields { try name(field, row[field.id]) } }
    }
    return titles
  }

  private mutating func readLinks(_ register: Register, _ id: RecordID, _ services: Services) throws {
    for other in Registers.all {
      for path in other.links(to: register.id) {
        let query = Query(
          register: other.id, filter: .where(path, .equal, .record(id)), sort: other.layout.sort)
        let list = try services.store.list(query)
        let columns = LibraryColumns(other, chosen: nil)
        let count = try list.count()
        let rows = try list.rows(0..<min(count, Self.linksShown), fields: columns.read)
        links["\(other.id).\(path)"] = (count, rows)
      }
    }
    for block in RecordTab.all(register).flatMap(\.blocks) {
      guard case .gathered(let other, let field, let list) = block, let target = Registers.named(other) else {
        continue
      }
      let ids = (links["\(other).\(field)"]?.rows ?? []).map(\.id)
      gathered["\(other).\(field).\(list)"] = try services.store.read { library in
        try ids.compactMap { try library.document(other, $0) }.flatMap { document in
          (document.children[list] ?? []).map { (document.id, document[target.titleField].plain, $0) }
        }
      }
    }
  }

  /// How many records or rows a tab shows of others.
  func count(_ tab: RecordTab) -> Int {
    tab.blocks.reduce(0) { sum, block in
      switch block {
      case .links(let register, let field): sum + (links["\(register).\(field)"]?.count ?? 0)
      case .gathered(let register, let field, let list): sum + (gathered["\(register).\(field).\(list)"]?.count ?? 0)
      default: sum
      }
    }
  }
}
