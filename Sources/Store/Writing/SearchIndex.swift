import Domain
import UseCases

/// The words of each register's records, as plain tokens.
struct SearchIndex {
  let connection: Connection
  let plan: TablePlan

  /// The text that is searched: the layout's search fields, one a line; child rows in their order.
  func text(_ document: Document) -> String {
    var parts: [String] = []
    for path in plan.register.layout.search {
      if let dot = path.firstIndex(of: ".") {
        let field = String(path[path.index(after: dot)...])
        for row in document.children[String(path[..<dot])] ?? [] where !row[field].isEmpty {
          parts.append(row[field].plain)
        }
      } else if !document[path].isEmpty {
        parts.append(document[path].plain)
      }
    }
    return parts.joined(separator: "\n")
  }

  /// Keeps the folded text in step.
  func writeText(no: Int64, _ text: String?) throws {
    guard let text else {
      return try connection.prepared("DELETE FROM \(plan.textTable) WHERE _no = ?").execute([.integer(no)])
    }
    let statement = try connection.prepared("INSERT OR REPLACE INTO \(plan.textTable) VALUES (?, ?)")
    statement.bind(1, no)
    statement.bind(2, SearchTokens.folded(text))
    try statement.run()
  }

  /// Keeps the index in step.
  func writeWords(no: Int64, from old: String?, to new: String?) throws {
    if let old {
      let statement = try connection.prepared(
        "INSERT INTO \(plan.searchTable)(\(plan.searchTable), rowid, tokens) VALUES ('delete', ?, ?)")
      statement.bind(1, no)
      statement.bind(2, SearchTokens.line(for: old))
      try statement.run()
    }
    if let new {
      let statement = try connection.prepared("INSERT INTO \(plan.searchTable)(rowid, tokens) VALUES (?, ?)")
      statement.bind(1, no)
      statement.bind(2, SearchTokens.line(for: new))
      try statement.run()
    }
  }
}

/// Changes of search words, written many at a time: FTS5 puts what it has gathered on the disk whenever SQLite opens a
/// savepoint, which the statements of every record do.
final class SearchQueue {
  private var changes: [(index: SearchIndex, no: Int64, old: String?, new: String?)] = []
  private var bytes = 0
  /// Texts held before they are written.
  private static let most = 4 << 20

  func change(_ index: SearchIndex, no: Int64, from old: String?, to new: String?) throws {
    if old.map({ Array($0.utf8) }) == new.map({ Array($0.utf8) }) { return }
    try index.writeText(no: no, new)
    changes.append((index, no, old, new))
    bytes += (old?.utf8.count ?? 0) + (new?.utf8.count ?? 0)
    if bytes > Self.most { try flush() }
  }

  func flush() throws {
    for change in changes { try change.index.writeWords(no: change.no, from: change.old, to: change.new) }
    changes.removeAll(keepingCapacity: true)
    bytes = 0
  }
}
