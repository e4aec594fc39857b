import Domain

/// Where a register is kept: its tables, their columns, and which column answers for a field.
///
/// Five kinds of tables a register: the record (`projects`), a narrow one of coded columns for filters and orders
/// (`projects_keys`), one for each child list (`projects__measures`), the search index (`projects_search`) and the folded
/// texts that have the last word on what it finds (`projects_text`). Columns that are not fields begin with `_`; `_no` is
/// the sequence of the entry that made the record, so never given twice.
final class TablePlan: Sendable {
  final class Column: Sendable {
    let field: FieldSpec
    let storage: Storage
    /// Codes by their places in the list, in the narrow table.
    let codes: CodeList?

    init(_ field: FieldSpec) {
      self.field = field
      storage = Storage(field.kind)
      if case .code(let list) = field.kind { codes = list } else { codes = nil }
    }

    var name: String { Self.quoted(field.id) }
    /// The column's type in the narrow table.
    var keyType: String { codes == nil ? storage.type : "INTEGER" }

    static func quoted(_ name: String) -> String { "\"\(name)\"" }

    /// What stands in the narrow table for a value.
    func key(_ value: Value) -> Cell {
      guard let codes, let text = value.text else { return Cell(value) }
      return .integer(Int64(codes[text] == nil ? Self.unknown : codes.position(of: text)))
    }

    /// Stands for every code that the list does not have; sorts last.
    static let unknown = 9999
  }

  final class List: Sendable {
    let id: String
    let table: String
    let columns: [Column]
    /// Indexed links, found by their exact values.
    let links: [Column]
    /// Writes one new row, and one over what stood there.
    let insert: String
    let write: String
    /// Reads the rows of a record in their order: id, then the columns.
    let read: String

    init(id: String, table: String, columns: [Column]) {
      self.id = id
      self.table = table
      self.columns = columns
      links = columns.filter { if case .record = $0.field.kind { true } else { false } }
      // By name: a column that a migration added stands at the table's end.
      let all = ["_record", "_id", "_position"] + columns.map(\.name)
      insert = TablePlan.insert("\(table)(\(all.joined(separator: ",")))", all.count, over: false)
      write = TablePlan.insert("\(table)(\(all.joined(separator: ",")))", all.count, over: true)
      let names = columns.map { ", " + $0.name }.joined()
      read = "SELECT _id\(names) FROM \(table) WHERE _record = ? ORDER BY _position"
    }
  }

  let register: Register
  let table: String
  let keyTable: String
  let searchTable: String
  let textTable: String
  let columns: [Column]
  /// Fields of the narrow table.
  let keys: [Column]
  /// Text fields whose pinyin order is kept, as `_order_FIELD`.
  let ordered: [Column]
  let lists: [List]
  /// Indexed links and identifying codes, found by their exact values.
  let links: [Column]
  /// Coded fields whose counts are kept for every region.
  let tallied: [Column]
  /// The statements that write a record and its coded row.
  let insert: String
  let insertKeys: String
  let writeKeys: String
  /// Reads a record: id, revision, seal, then the columns.
  let read: String
  /// Fields whose order is indexed: how many records have one is kept, to know where the empty ones begin.
  let counted: [String]
  /// Fields that entries do not hold, as they follow from other records; a child list's as `list.field`.
  let carried: [String]
  private let carriedRows: [String: [String]]
  /// Fields that entries hold only as a digest.
  let privateFields: Set<String>
  private let byField: [String: Int]
  private let keyed: Set<String>
  private let orderedFields: Set<String>

  init(_ register: Register) {
    self.register = register
    table = Column.quoted(register.id)
    keyTable = Column.quoted(register.id + "_keys")
    searchTable = Column.quoted(register.id + "_search")
    textTable = Column.quoted(register.id + "_text")
    columns = register.fields.map(Column.init)
    byField = Dictionary(columns.enumerated().map { ($1.field.id, $0) }, uniquingKeysWith: { first, _ in first })
    let layout = register.layout
    let shown = Set(layout.columns.map(\.field) + layout.sort.map(\.field) + layout.indexed + layout.totals)
    let measured = register.measures.flatMap { measure in
      measure.filter.conditions.map(\.field) + measure.dimensions + measure.dayFields + measure.sum
    }
    let wanted = shown.union(measured)
    keys = columns.filter { column in
      switch column.field.kind {
      case .code, .reference, .flag: true
      case .text, .longText, .phone, .creditCode, .projectCode, .record: false
      default: wanted.contains(column.field.id)
      }
    }
    self.keyed = Set(keys.map(\.field.id))
    ordered = columns.filter { column in
      guard case .text = column.field.kind else { return false }
      return shown.contains(column.field.id) || column.field.id == register.titleField
    }
    orderedFields = Set(ordered.map(\.field.id))
    links = columns.filter { column in
      switch column.field.kind {
      case .record, .creditCode, .projectCode: true
      default: column.field.id == register.keyField || column.field.isLookup
      }
    }
    tallied = keys.filter { column in
      switch column.field.kind {
      case .code, .reference, .flag: column.field.id != "region"
      default: false
      }
    }
    // By name: a column that a migration added stands at the table's end.
    let names =
      ["_no", "_id", "_revision", "_seal"] + columns.map(\.name)
      + ordered.map { Column.quoted("_order_" + $0.field.id) }
    insert = Self.insert("\(table)(\(names.joined(separator: ",")))", names.count, over: false)
    let keyed = "\(keyTable)(\((["_no"] + keys.map(\.name)).joined(separator: ",")))"
    insertKeys = Self.insert(keyed, 1 + keys.count, over: false)
    writeKeys = Self.insert(keyed, 1 + keys.count, over: true)
    read = "SELECT _id, _revision, _seal\(columns.map { ", " + $0.name }.joined()) FROM \(table) WHERE _no = ?"
    var seen = Set<String>()
    let known = byField
    counted = (layout.indexed + layout.sort.map(\.field)).filter { known[$0] != nil && seen.insert($0).inserted }
    carried = register.fields.filter(\.isCarried).map(\.id)
    privateFields = Set(
      register.fields.filter(\.isPrivate).map(\.id)
        + register.lists.flatMap { list in list.fields.filter(\.isPrivate).map { "\(list.id).\($0.id)" } })
    carriedRows = Dictionary(
      register.lists.map { ($0.id, $0.fields.filter(\.isCarried).map(\.id)) }.filter { !$0.1.isEmpty },
      uniquingKeysWith: { first, _ in first })
    lists = register.lists.map { list in
      List(
        id: list.id, table: Column.quoted("\(register.id)__\(list.id)"), columns: list.fields.map(Column.init))
    }
  }

  private static func insert(_ table: String, _ places: Int, over: Bool) -> String {
    let marks = Array(repeating: "?", count: places).joined(separator: ",")
    return "INSERT\(over ? " OR REPLACE" : "") INTO \(table) VALUES (\(marks))"
  }

  /// The values of a record in the order of the columns.
  func values(_ document: Document) -> [Value] {
    var values = [Value](repeating: .empty, count: columns.count)
    for (field, value) in document.values {
      if let place = byField[field] { values[place] = value }
    }
    return values
  }

  /// The record as entries see it.
  func withoutCarried(_ document: Document) -> Document {
    var result = document
    for field in carried { result.values[field] = nil }
    for (list, fields) in carriedRows {
      guard var rows = result.children[list] else { continue }
      for place in rows.indices { for field in fields { rows[place].values[field] = nil } }
      result.children[list] = rows
    }
    return result
  }

  /// A condition whose counts are kept: a coded field that has one of some codes, or a flag that is set.
  func tally(_ condition: Filter.Condition) -> (field: String, values: [String])? {
    let values = condition.values.compactMap { $0.flag == true ? $0.plain : $0.text }
    guard condition.op == .equal, !values.isEmpty, values.count == condition.values.count,
      values.allSatisfy({ !$0.isEmpty }), tallied.contains(where: { $0.field.id == condition.field })
    else { return nil }
    return (condition.field, Array(Set(values)))
  }

  func column(_ field: String) -> Column? { byField[field].map { columns[$0] } }
  func list(_ id: String) -> List? { lists.first { $0.id == id } }
  func isKey(_ field: String) -> Bool { keyed.contains(field) }

  /// Where a field's values stand, a child list's as `list.field`: table, column, and the column of the record's number.
  func place(of path: String) -> (table: String, column: String, number: String)? {
    guard let dot = path.firstIndex(of: ".") else { return column(path).map { (table, $0.name, "_no") } }
    let field = String(path[path.index(after: dot)...])
    guard let list = list(String(path[..<dot])), let column = list.columns.first(where: { $0.field.id == field })
    else { return nil }
    return (list.table, column.name, "_record")
  }

  /// Table and column that give a field's order.
  func order(of field: String) -> (table: String, column: String)? {
    guard let column = column(field) else { return nil }
    if orderedFields.contains(field) { return (table, Column.quoted("_order_" + field)) }
    return (isKey(field) ? keyTable : table, column.name)
  }

  /// Whether the column that gives a field's order holds whole numbers and nothing else.
  func holdsNumbers(_ field: String) -> Bool {
    guard let column = column(field), !orderedFields.contains(field) else { return false }
    return (isKey(field) ? column.keyType : column.storage.type) == "INTEGER"
  }

  /// What everything kept beside the records follows from; when it changes they are made anew.
  var fingerprint: String {
    let codes = keys.map { "\($0.field.id):\($0.codes?.codes.map(\.id).joined(separator: ",") ?? "")" }
    let search = register.layout.search.joined(separator: ",")
    return ([register.id, search] + codes + register.measures.map(\.fingerprint)).joined(separator: ";")
  }
}

extension Measure {
  /// All that its facts follow from. It is read at each start, so it is written out rather than described by reflection.
  fileprivate var fingerprint: String {
    let conditions = filter.conditions.map { condition in
      condition.field + condition.op.rawValue + condition.values.map(\.plain).joined(separator: "|")
    }
    let amount =
      switch amounts {
      case .count: "count"
      case .sum(let field): "sum " + field
      case .distinct(let field): "distinct " + field
      case .rows(let list): "rows " + list
      case .years(let figure):
        "\(figure.take.rawValue) \(figure.figure)/\(figure.divisor) \(figure.base ?? 0) \(figure.isEnergy ? 1 : 0)"
      }
    return [
      id, conditions.joined(separator: "&"), filter.words, amount, day ?? "", reversedOn ?? "", sharedBy ?? "",
      dimensions.joined(separator: ","),
    ].joined(separator: ":")
  }

  /// The field that is summed or must differ.
  var sum: [String] {
    switch amounts {
    case .count: []
    case .sum(let field): [field]
    case .distinct, .rows, .years: []
    }
  }
}
