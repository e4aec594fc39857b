/// What a list shows: one register, filtered and ordered.
package struct Query: Hashable, Sendable {
  package var register: String
  package var filter: Filter
  package var sort: [Sort]

  package init(register: String, filter: Filter = .all, sort: [Sort] = []) {
    self.register = register
    self.filter = filter
    self.sort = sort
  }
}
