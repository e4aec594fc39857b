import Domain
import UseCases

/// Writes a record's own row, its coded row and its child rows.
struct RowWriter {
  let connection: Connection
  let plan: TablePlan

  func insert(_ document: Document, no: Int64) throws {
    let statement = try connection.prepared(plan.insert)
    statement.bind(1, no)
    statement.bind(2, document.id)
    bind(document, statement, from: 3)
    try statement.run()
    try writeKeys(document, no: no, plan.insertKeys)
    for list in plan.lists {
      for (position, row) in (document.children[list.id] ?? []).enumerated() {
        try write(row, position, list, no: no, list.insert)
      }
    }
  }

  func update(_ document: Document, from old: Document, no: Int64) throws {
    let columns = ["_revision", "_seal"] + plan.columns.map(\.name) + plan.ordered.map { "\"_order_\($0.field.id)\"" }
    let list = columns.map { $0 + " = ?" }.joined(separator: ", ")
    let statement = try connection.prepared("UPDATE \(plan.table) SET \(list) WHERE _no = ?")
    bind(document, statement, from: 1)
    statement.bind(columns.count + 1, no)
    try statement.run()
    try writeKeys(document, no: no, plan.writeKeys)
    for list in plan.lists {
      try updateRows(
        document.children[list.id] ?? [], from: old.children[list.id] ?? [], list, no: no)
    }
  }

  func delete(no: Int64) throws {
    for list in plan.lists {
      try connection.prepared("DELETE FROM \(list.table) WHERE _record = ?").execute([.integer(no)])
    }
    try connection.prepared("DELETE FROM \(plan.keyTable) WHERE _no = ?").execute([.integer(no)])
    try connection.prepared("DELETE FROM \(plan.table) WHERE _no = ?").execute([.integer(no)])
  }

  /// Revision, seal, fields and orders, in the table's order.
  private func bind(_ document: Document, _ statement: Prepared, from first: Int) {
    statement.bind(first, document.revision)
    statement.bind(first + 1, Seal.of(document, plan))
    var place = first + 2
    for value in plan.values(document) {
      statement.bind(place, Cell(value))
      place += 1
    }
    for column in plan.ordered {
      if let text = document[column.field.id].text {
        statement.bind(place, Pinyin.sortKey(of: text))
      } else {
        statement.bindNull(place)
      }
      place += 1
    }
  }

  func writeKeys(_ document: Document, no: Int64, _ sql: String) throws {
    let statement = try connection.prepared(sql)
    statement.bind(1, no)
    for (place, column) in plan.keys.enumerated() {
      statement.bind(place + 2, column.key(document[column.field.id]))
    }
    try statement.run()
  }

  private func updateRows(_ rows: [ChildRow], from old: [ChildRow], _ list: TablePlan.List, no: Int64) throws {
    if rows == old { return }
    let kept = Set(rows.map(\.id))
    for row in old where !kept.contains(row.id) {
      try connection.prepared("DELETE FROM \(list.table) WHERE _record = ? AND _id = ?")
        .execute([.integer(no), .id(row.id)])
    }
    let places = Dictionary(old.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (position, row) in rows.enumerated() {
      if let place = places[row.id], place == position, old[place] == row { continue }
      try write(row, position, list, no: no, list.write)
    }
  }

  private func write(_ row: ChildRow, _ position: Int, _ list: TablePlan.List, no: Int64, _ sql: String) throws {
    let statement = try connection.prepared(sql)
    statement.bind(1, no)
    statement.bind(2, row.id)
    statement.bind(3, position)
    for (place, column) in list.columns.enumerated() {
      statement.bind(place + 4, Cell(row[column.field.id]))
    }
    try statement.run()
  }

  /// What this store cannot hold is refused before anything is written.
  func check(_ document: Document) throws {
    for (field, value) in document.values {
      guard let column = plan.column(field), !column.storage.accepts(value) else { continue }
      throw wrongKind(column.field)
    }
    for list in plan.lists {
      let rows = document.children[list.id] ?? []
      if rows.count > 1, Set(rows.map(\.id)).count < rows.count {
        throw StoreError.failed(
          Label(zh: "子表 \(list.id) 中有两行编号相同", en: "Two rows of \(list.id) have the same id"))
      }
      for row in rows {
        for column in list.columns where !column.storage.accepts(row[column.field.id]) {
          throw wrongKind(column.field)
        }
      }
    }
  }

  private func wrongKind(_ field: FieldSpec) -> StoreError {
    StoreError.failed(
      Label(zh: "“\(field.label.zh)”的值类型不符，未保存", en: "The value of “\(field.label.en)” is of the wrong kind; not saved")
    )
  }
}

extension Storage {
  func accepts(_ value: Value) -> Bool { value.isEmpty || holds(value) }
}
