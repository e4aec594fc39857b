import Domain
import UseCases
import Widgets

/// What a person's list was left with, kept among the person's settings: columns, sort, filter, place.
struct LibrarySettings: Hashable {
  var columns: [String]?
  var sort: [TableSort] = []
  var expressions: [String] = []
  var words = ""
  var scope = ""
  var cursor = ""
  var hidesTree = false

  private static func name(_ register: Register) -> String { "list.\(register.id)" }

  /// The settings as kept; what cannot be read is left out, since nothing hangs on it.
  static func read(_ register: Register, _ services: Services) -> LibrarySettings {
    let person = services.environment.actor.person
    let text = try? services.store.read { try $0.setting(person, name(register)) }
    var settings = LibrarySettings()
    for line in (text ?? "").split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let rest = Array(parts.dropFirst())
      switch parts.first {
      case "columns": settings.columns = rest
      case "sort":
        settings.sort = rest.map { TableSort(String($0.dropFirst()), descending: $0.hasPrefix("-")) }
      case "filter": settings.expressions = rest
      case "words": settings.words = rest.first ?? ""
      case "scope": settings.scope = rest.first ?? ""
      case "cursor": settings.cursor = rest.first ?? ""
      case "tree": settings.hidesTree = rest.first == "hidden"
      default: break
      }
    }
    return settings
  }

  func keep(_ register: Register, _ services: Services) throws {
    var lines: [[String]] = []
    if let columns { lines.append(["columns"] + columns) }
    if !sort.isEmpty { lines.append(["sort"] + sort.map { ($0.descending ? "-" : "+") + $0.column }) }
    // A tab or line feed cannot be typed into a filter.
    if !expressions.isEmpty { lines.append(["filter"] + expressions) }
    if !words.isEmpty { lines.append(["words", words]) }
    lines += [["scope", scope], ["cursor", cursor]]
    if hidesTree { lines.append(["tree", "hidden"]) }
    let text = lines.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    let person = services.environment.actor.person
    try services.store.write(as: services.environment) { try $0.setSetting(person, Self.name(register), text) }
  }
}

extension LibraryScreen {
  /// Takes up the list where it was left.
  mutating func restore() {
    let known = settings.sort.filter { key in register.field(key.column) != nil }
    if !known.isEmpty { table.sort = known }
    treeIsShown = !settings.hidesTree
    filter.words = settings.words
    let parser = WhereParser(register, reference, today: today)
    if case .success(let kept) = parser.filter(settings.expressions) { filter.conditions = kept.conditions }
    if reference.regions[settings.scope] != nil, reference.regions.isIn(settings.scope, filter.top) {
      filter.scope = settings.scope
      tree = TreeView(place: LibraryTree.place(at: settings.scope, reference.regions)) { _ in [] }
    }
    if RecordID(settings.cursor) != nil { table.place.cursorID = settings.cursor }
  }

  /// Keeps columns, sort, filter and place; a library that cannot be written keeps nothing, and nothing is lost by it.
  package mutating func keep(_ services: Services) {
    guard filter.fixed.isEmpty else { return }
    let now = LibrarySettings(
      columns: chosen, sort: table.sort, expressions: filter.conditions.map(\.expression), words: filter.words,
      scope: filter.scope, cursor: table.place.cursorID ?? "", hidesTree: !treeIsShown)
    guard now != settings else { return }
    settings = now
    try? now.keep(register, services)
  }
}
