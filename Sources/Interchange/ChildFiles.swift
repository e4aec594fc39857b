import Domain

/// How a register's child lists stand beside its file: `projects.csv` and `projects.measures.csv`.
///
/// A child file's first column is the parent's key under the parent's own column name, its second `id`, the row's
/// permanent id; then the list's fields. Rows of one parent stand in their order.
package enum ChildFiles {
  /// The path of a child list's file beside its register's.
  package static func path(of list: ListSpec, beside path: String) -> String {
    let stem = path.hasSuffix(".csv") || path.hasSuffix(".CSV") ? String(path.dropLast(4)) : path
    return "\(stem).\(list.id).csv"
  }

  /// The heading of a child file. Where the list has a field of the parent key's name, the key is called `parent`.
  package static func headings(_ register: Register, _ list: ListSpec) -> [String] {
    [parentColumn(register, list), RecordFile.idColumn] + list.fields.map(\.id)
  }

  /// The first column's heading: what names the parent.
  package static func parentColumn(_ register: Register, _ list: ListSpec) -> String {
    list.field(register.keyField) == nil ? register.keyField : "parent"
  }

  /// The rows of one child file by their parent's key, in their order.
  package static func read(
    _ reader: CSVReader, _ register: Register, _ list: ListSpec
  ) throws -> (rows: [String: [FileRow]], problems: [FileRow]) {
    let parent = parentColumn(register, list)
    var file = try RecordFile(reader, columns: RecordColumns(list.fields), extra: [parent, RecordFile.idColumn])
    guard file.has(parent) else {
      throw FileProblem(
        zh: "子表“\(list.label.zh)”缺少“\(parent)”列；每行须写明所属记录",
        en: "The file of “\(list.label.en)” lacks the column “\(parent)”; each row must name its record")
    }
    var rows: [String: [FileRow]] = [:]
    var problems: [FileRow] = []
    while let row = try file.next() {
      let key = Normalised.text(row.cells[parent] ?? "")
      if row.problem != nil || key.isEmpty { problems.append(row) } else { rows[key, default: []].append(row) }
    }
    return (rows, problems)
  }
}
