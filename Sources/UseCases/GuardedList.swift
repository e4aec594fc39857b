import Domain
import Synchronization

/// An opened query as one person sees it; it follows when their rights change.
final class GuardedList: RecordList {
  let query: Query
  private let store: GuardedStore
  private let opened: Mutex<(scope: AccessScope, list: any RecordList)>

  init(_ query: Query, _ store: GuardedStore) throws {
    self.query = query
    self.store = store
    opened = Mutex(try Self.open(query, store, Guardian(try store.access(), store.reference)))
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
    let list = try opened.withLock { opened in
      if guardian.scope(query.register) != opened.scope { opened = try Self.open(query, store, guardian) }
      return opened.list
    }
    return (list, guardian)
  }

  func count() throws -> Int { try current().list.count() }

  func countAtHand() throws -> Int? { try current().list.countAtHand() }

  func rows(_ places: Range<Int>, fields: [String]) throws -> [ListRow] {
    let (list, guardian) = try current()
    if guardian.isOpen { return try list.rows(places, fields: fields) }
    let rows = try list.rows(places, fields: fields.contains("region") ? fields : fields + ["region"])
    return rows.map { guardian.row($0, query.register, fields) }
  }

  func firstRows(_ number: Int, fields: [String]) throws -> (rows: [ListRow], isSearching: Bool) {
    let (list, guardian) = try current()
    if guardian.isOpen { return try list.firstRows(number, fields: fields) }
    let found = try list.firstRows(number, fields: fields.contains("region") ? fields : fields + ["region"])
    return (found.rows.map { guardian.row($0, query.register, fields) }, found.isSearching)
  }

  func findAll() throws { try current().list.findAll() }
  func place(of id: RecordID) throws -> Int? { try current().list.place(of: id) }
  func ids(limit: Int) throws -> [RecordID] { try current().list.ids(limit: limit) }
}
