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

  func change(no: Int64, from old: String?, to new: String?) throws {
    if old.map({ Array($0.utf8) }) == new.map({ Array($0.utf8) }) { return }
    if let old {
      let statement = try connection.prepared(
        "INSERT INTO \(plan.searchTable)(\(plan.searchTable), rowid, tokens) VALUES ('delete', ?, ?)")
      statement.bind(1, no)
      statement.bind(2, tokens(old))
      try statement.run()
    }
    if let new {
      let statement = try connection.prepared("INSERT INTO \(plan.searchTable)(rowid, tokens) VALUES (?, ?)")
      statement.bind(1, no)
      statement.bind(2, tokens(new))
      try statement.run()
    }
  }

  private func tokens(_ text: String) -> String { SearchTokens.tokens(for: text).joined(separator: " ") }
}
