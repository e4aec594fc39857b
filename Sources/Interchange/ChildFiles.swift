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
    [parentColumn(register, list), RecordColumns.idColumn] + list.fields.map(\.id)
  }

  /// The first column's heading: what names the parent.
  package static func parentColumn(_ register: Register, _ list: ListSpec) -> String {
    list.field(register.keyField) == nil ? register.keyField : "parent"
  }
}
