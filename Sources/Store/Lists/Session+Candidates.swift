import Domain
import UseCases

extension Session {
  func candidates(
    _ register: String, words: String, where filter: Filter, limit: Int, fields: [String]
  ) throws -> [ListRow] {
    let plan = try connection.plan(register)
    try settle()
    guard limit > 0 else { return [] }
    var found: [Int64] = []
    func add(_ filter: Filter, _ test: String, _ cells: [Cell]) throws {
      guard found.count < limit else { return }
      let clause = try connection.clause(filter, plan, reference)
      let terms = clause.terms + (test.isEmpty ? [] : [test])
      let order = plan.order(of: plan.register.titleField).map { "p.\($0.column) IS NULL, p.\($0.column), " } ?? ""
      let sql =
        "SELECT k._no" + clause.from(plan, withRecord: true)
        + (terms.isEmpty ? "" : " WHERE " + terms.joined(separator: " AND ")) + " ORDER BY \(order)k._no LIMIT ?"
      var numbers: [Int64] = []
      try connection.prepared(sql).each(clause.cells + cells + [.integer(Int64(limit + found.count))]) {
        numbers.append($0.integer(0))
      }
      for no in numbers where found.count < limit && !found.contains(no) { found.append(no) }
    }
    let wanted = words.trimmingBlanks
    if !wanted.isEmpty {
      // Exact key, key's beginning, exact title, title's beginning; then whatever the search finds.
      for field in [plan.register.keyField, plan.register.titleField] {
        guard let column = plan.column(field), column.storage == .text else { continue }
        // A link has an index of its own; other fields are asked only where the search finds the words.
        let isSearched = plan.register.layout.search.contains(field) && !plan.links.contains { $0.field.id == field }
        let filter = isSearched ? Filter(filter.conditions, words: wanted) : filter
        try add(filter, "p.\(column.name) = ?", [.text(wanted)])
        try add(
          filter, "p.\(column.name) >= ? AND p.\(column.name) < ?", [.text(wanted), .text(wanted + "\u{10FFFF}")])
      }
    }
    try add(Filter(filter.conditions, words: wanted.isEmpty ? filter.words : wanted), "", [])
    return try RecordReader(connection: connection, plan: plan).rows(found, fields: fields)
  }
}

extension String {
  var trimmingBlanks: String { Normalised.trimmed(self) }
}
