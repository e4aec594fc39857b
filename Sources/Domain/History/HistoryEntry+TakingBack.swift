extension HistoryEntry {
  /// A document as it was before this entry, from the document as it was after.
  ///
  /// Of private fields the history has digests only; with `keepingPrivate` they stay as they are in the document.
  package func takenBack(from document: Document, keepingPrivate register: Register? = nil) -> Document {
    var result = document
    for change in changes where register?.field(change.field)?.isPrivate != true {
      result[change.field] = change.before
    }
    for list in Set(rows.map(\.list)) {
      let isKept = { (field: String) in register?.list(list)?.field(field)?.isPrivate == true }
      Self.takeBack(rows.filter { $0.list == list }, of: list, &result, isKept)
    }
    return result
  }

  private static func takeBack(
    _ changes: [RowChange], of list: String, _ document: inout Document, _ isKept: (String) -> Bool
  ) {
    var rows = document.children[list] ?? []
    var kept: [RecordID: ChildRow] = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    rows.removeAll { row in changes.contains { $0.row == row.id } }
    for change in changes.sorted(by: { ($0.before ?? 0) < ($1.before ?? 0) }) {
      guard let place = change.before else { continue }
      var row = kept.removeValue(forKey: change.row) ?? ChildRow(id: change.row)
      for field in change.changes where !isKept(field.field) { row[field.field] = field.before }
      rows.insert(row, at: min(place, rows.count))
    }
    document.children[list] = rows.isEmpty ? nil : rows
  }
}
