/// What a list shows: one register, filtered and ordered.
package struct Query: Hashable, Sendable {
  /// The register's id.
  package var register: String
  /// Which records are in the list.
  package var filter: Filter
  /// The most significant key first; none is the layout's own order.
  package var sort: [Sort]

  package init(register: String, filter: Filter = .all, sort: [Sort] = []) {
    self.register = register
    self.filter = filter
    self.sort = sort
  }
}
