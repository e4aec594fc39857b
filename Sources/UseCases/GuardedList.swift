import Domain

/// An opened query as one person sees it; it follows when their rights change.
final class GuardedList: RecordList {
  let query: Query
  private let store: GuardedStore
  private var opened: (scope: AccessScope, list: any RecordList)

  init(_ query: Query, _ store: GuardedStore) throws {
    self.query = query
    self.store = store
    opened = try Self.open(query, store, Guardian(try store.access(), store.reference))
  }

  private static func open(
    _ query: Query, _ store: GuardedStore, _ guardian: Guardian
  ) throws -> (AccessScope, any RecordList) {
    var kept = query
    kept.filter = guardian.filter(query.filter, query.register)
    return (guardian.scope(query.register), try store.library.list(kept))
  }

  /// The list as the rights are now.
  private func current() throws -> (list: any RecordList, guardian: Guardian) {
    let guardian = Guardian(try store.access(), store.reference)
    if guardian.scope(query.register) != opened.scope { opened = try Self.open(query, store, guardian) }
    return (opened.list, guardian)
  }

  func count() throws -> Int { try current().list.count() }

  func countAtHand() throws -> Int? { try current().list.countAtHand() }

  func rows(_ places: Range<Int>, fields: [String]) throws -> [ListRow] {
    let (list, guardian) = try current()
    if guardian.isOpen { return try list.rows(places, fields: fields) }
    let rows = try list.rows(places, fields: fields.contains("region") ? fields : fields + ["region"])
    return rows.map { guardian.row($0, query.register, fields) }
  }

  func place(of id: RecordID) throws -> Int? { try current().list.place(of: id) }
  func ids(limit: Int) throws -> [RecordID] { try current().list.ids(limit: limit) }
}
