/// One row of a child list: it has a permanent id of its own, its position is its place in the list.
package struct ChildRow: Hashable, Sendable {
  /// Permanent, and unique in its list.
  package var id: RecordID
  /// By field id, without the list's; never `.empty`.
  package var values: [String: Value]

  package init(id: RecordID, values: [String: Value] = [:]) {
    self.id = id
    self.values = values
  }

  /// A field's value, `.empty` where it has none; setting `.empty` takes it out.
  package subscript(_ field: String) -> Value {
    get { values[field] ?? .empty }
    set { values[field] = newValue.isEmpty ? nil : newValue }
  }
}

/// A record erased to values by field id: what the store keeps, a form edits and a file carries.
///
/// An absent key and `.empty` are the same; `values` never holds `.empty`.
package struct Document: Hashable, Sendable {
  /// The register's id.
  package let register: String
  /// Permanent.
  package let id: RecordID
  /// 0 before the first save, then one more with each.
  package var revision: Int
  /// By field id, without child lists; never `.empty`.
  package var values: [String: Value]
  /// Child rows by list id, in their order.
  package var children: [String: [ChildRow]]

  package init(
    register: String, id: RecordID, revision: Int = 0, values: [String: Value] = [:],
    children: [String: [ChildRow]] = [:]
  ) {
    self.register = register
    self.id = id
    self.revision = revision
    self.values = values
    self.children = children
  }

  /// A field's value, `.empty` where it has none; setting `.empty` takes it out.
  package subscript(_ field: String) -> Value {
    get { values[field] ?? .empty }
    set { values[field] = newValue.isEmpty ? nil : newValue }
  }
}
