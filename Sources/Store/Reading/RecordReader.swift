import Domain
import UseCases

/// Reads whole records from their tables.
struct RecordReader {
  let connection: Connection
  let plan: TablePlan

  /// Row and revision of a record, or nil.
  func row(of id: RecordID) throws -> (no: Int64, revision: Int)? {
    try connection.prepared("SELECT _no, _revision FROM \(plan.table) WHERE _id = ?").first([.id(id)]) {
      ($0.integer(0), $0.int(1))
    }
  }

  func document(_ id: RecordID) throws -> Document? {
    guard let row = try row(of: id) else { return nil }
    return try document(no: row.no)?.document
  }

  /// The record in a row, and the seal that stands with it.
  func document(no: Int64) throws -> (document: Document, seal: Int64)? {
    let statement = try connection.prepared(plan.read)
    let read = try statement.first([.integer(no)]) { row -> (Document, Int64) in
      guard let id = row.id(0) else { throw Damage(label: Label(zh: "记录没有编号", en: "a record has no id")) }
      var values: [String: Value] = [:]
      for (place, column) in plan.columns.enumerated() where !row.isNull(place + 3) {
        let value = column.storage.value(row.cell(place + 3))
        if !value.isEmpty { values[column.field.id] = value }
      }
      return (Document(register: plan.register.id, id: id, revision: row.int(1), values: values), row.integer(2))
    }
    guard let read else { return nil }
    var document = read.0
    for list in plan.lists {
      let rows = try rows(list, no: no)
      if !rows.isEmpty { document.children[list.id] = rows }
    }
    return (document, read.1)
  }

  private func rows(_ list: TablePlan.List, no: Int64) throws -> [ChildRow] {
    let statement = try connection.prepared(list.read)
    var rows: [ChildRow] = []
    try statement.each([.integer(no)]) { row in
      guard let id = row.id(0) else { throw Damage(label: Label(zh: "子表行没有编号", en: "a child row has no id")) }
      var child = ChildRow(id: id)
      for (place, column) in list.columns.enumerated() where !row.isNull(place + 1) {
        child[column.field.id] = column.storage.value(row.cell(place + 1))
      }
      rows.append(child)
    }
    return rows
  }

  /// Some fields of the records in these rows, in that order; a row that is gone is left out.
  func rows(_ numbers: some Sequence<Int64>, fields: [String]) throws -> [ListRow] {
    let columns = fields.compactMap(plan.column)
    let statement = try connection.prepared(
      "SELECT _id\(columns.map { ", " + $0.name }.joined()) FROM \(plan.table) WHERE _no = ?")
    var rows: [ListRow] = []
    for no in numbers {
      let row = try statement.first([.integer(no)]) { row -> ListRow? in
        guard let id = row.id(0) else { return nil }
        var values: [String: Value] = [:]
        for (place, column) in columns.enumerated() where !row.isNull(place + 1) {
          values[column.field.id] = column.storage.value(row.cell(place + 1))
        }
        return ListRow(id: id, values: values)
      }
      if let found = row, let found { rows.append(found) }
    }
    return rows
  }
}

/// Something that cannot be in a sound library.
struct Damage: Error {
  let label: Label
}
