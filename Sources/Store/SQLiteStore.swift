import Domain
import Foundation
import GRDB
import Synchronization
import UseCases

/// A library in one SQLite file.
///
/// One connection in rollback-journal mode serves one call after another. Nothing else in the process opens the file.
package final class SQLiteStore: Store, @unchecked Sendable {
  /// Where the library file lies, as it was opened.
  package let path: String
  package let info: LibraryInfo
  let queue: DatabaseQueue
  /// Used only inside the queue.
  let connection: Connection
  private let digest: PrivateDigest
  private let presence: Presence?
  private let waiting: LongWait
  private let writers: WriterQueue
  private let tables: Mutex<ReferenceTables>
  /// The file's version at which they were read; used only inside the queue.
  private var tablesVersion = 0

  /// What a connection is opened with.
  struct Opening {
    var isReadOnly = false
    var registers = Registers.all
    /// How long a lock is waited for.
    var patience: Duration = .seconds(5)
  }

  private init(
    path: String, info: LibraryInfo, reference: ReferenceTables, queue: DatabaseQueue, connection: Connection,
    secret: [UInt8], presence: Presence?, waiting: LongWait
  ) {
    self.path = path
    self.info = info
    tables = Mutex(reference)
    self.queue = queue
    self.connection = connection
    digest = PrivateDigest(key: secret)
    self.presence = presence
    self.waiting = waiting
    writers = WriterQueue(path: path + ".lock", waiting: waiting)
  }

  /// Makes a new library; refuses to overwrite anything. The file is its owner's alone.
  ///
  /// With `environment` the history begins with an entry that says whose library it is.
  package static func create(
    _ path: String, info: LibraryInfo, as environment: Environment? = nil
  ) throws -> SQLiteStore {
    try create(path, info: info, as: environment, Opening())
  }

  static func create(
    _ path: String, info: LibraryInfo, as environment: Environment? = nil, _ opening: Opening
  ) throws -> SQLiteStore {
    try LibraryFile.make(path)
    do {
      try Failures.translated(path) {
        let (queue, connection) = try connect(path, opening, LongWait(patience: opening.patience))
        try queue.inDatabase { database in
          try connection.run("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL")
          try connection.run("PRAGMA application_id = \(LibraryFile.applicationID)")
          try database.inTransaction(.immediate) {
            try Migrations.make(connection, opening.registers)
            var generator = SystemRandomNumberGenerator()
            let secret = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
            try connection.setValue("id", info.id.text)
            try connection.setValue("region", info.region)
            try connection.setValue("mark", info.mark)
            try connection.setValue("secret", Data(secret).base64EncodedString())
            if let environment {
              let session = Session(connection, .builtIn, PrivateDigest(key: secret), environment)
              _ = try session.append(Founding.entry(info, environment))
            }
            return .commit
          }
          connection.forgetStatements()
        }
        try queue.close()
      }
      LibraryFile.sync(folderOf: path)
      return try open(path, opening)
    } catch {
      // Ours, just made, and no library yet.
      try? FileManager.default.removeItem(atPath: path)
      try? FileManager.default.removeItem(atPath: path + "-journal")
      throw error
    }
  }

  /// Opens a library, after a backup brings one of an older version up to date.
  package static func open(_ path: String, readOnly: Bool = false) throws -> SQLiteStore {
    var opening = Opening()
    opening.isReadOnly = readOnly
    return try open(path, opening)
  }

  static func open(_ path: String, _ opening: Opening) throws -> SQLiteStore {
    try LibraryFile.check(path)
    return try Failures.translated(path) {
      let waiting = LongWait(patience: opening.patience)
      let (queue, connection) = try connect(path, opening, waiting)
      return try queue.inDatabase { database in
        try Migrations.bringUp(connection, database, opening, queue)
        guard let id = try connection.value("id").flatMap({ RecordID($0) }),
          let region = try connection.value("region"),
          let mark = try connection.value("mark"),
          let secret = try connection.value("secret").flatMap({ Data(base64Encoded: $0) })
        else { throw Damage(label: Label(zh: "缺少库的标识", en: "what identifies the library is missing")) }
        let presence = opening.isReadOnly ? nil : Presence(path)
        return SQLiteStore(
          path: path, info: LibraryInfo(id: id, region: region, mark: mark),
          reference: try OwnReference.tables(connection), queue: queue, connection: connection, secret: Array(secret),
          presence: presence, waiting: waiting)
      }
    }
  }

  private static func connect(
    _ path: String, _ opening: Opening, _ waiting: LongWait
  ) throws -> (DatabaseQueue, Connection) {
    var configuration = Configuration()
    configuration.readonly = opening.isReadOnly
    configuration.foreignKeysEnabled = true
    configuration.observesSuspensionNotifications = false
    configuration.busyMode = .callback(waiting.wait)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      try database.execute(sql: "PRAGMA cell_size_check = ON")
      // Many sessions share a host, and the system keeps the file's pages for all of them.
      try database.execute(sql: "PRAGMA cache_size = -2000")
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let connection = try queue.inDatabase { database in
      guard let pointer = database.sqliteConnection else {
        throw Damage(label: Label(zh: "连接已关闭", en: "the connection is closed"))
      }
      let connection = Connection(pointer, path: path, registers: opening.registers)
      try connection.installAsk()
      return connection
    }
    return (queue, connection)
  }

  // MARK: - Reading and writing

  package func read<T>(_ body: (any StoreReading) throws -> T) throws -> T {
    try access { session in try body(session) }
  }

  /// One moment of the library; inside another call, that call's moment.
  func access<T>(_ body: (Session) throws -> T) throws -> T {
    try Failures.translated(path) {
      try queue.unsafeReentrantWrite { database in
        if let current { return try body(current) }
        var result: T?
        try database.inTransaction(.deferred) {
          try freshen()
          let session = Session(connection, reference, digest, nil)
          current = session
          defer { current = nil }
          result = try body(session)
          return .commit
        }
        return try Self.unwrapped(result)
      }
    }
  }

  /// The transaction at work; used only inside the queue.
  private var current: Session?

  package func write<T>(as environment: Environment, large: Bool, _ body: (any StoreWriting) throws -> T) throws -> T {
    try Failures.translated(path) {
      try queue.unsafeReentrantWrite { database in
        if current != nil {
          throw StoreError.failed(
            Label(zh: "不能在读取中写入", en: "A write cannot begin inside another reading or writing"))
        }
        // A page cache that holds the whole write keeps readers in until the commit; beyond 2 GiB it spills after all.
        if large { try connection.run("PRAGMA cache_size = -2000000") }
        defer {
          if large { try? connection.run("PRAGMA cache_size = -2000; PRAGMA shrink_memory") }
        }
        var result: T?
        var changed: ReferenceTables?
        do {
          try writers.inLine {
            try database.inTransaction(.immediate) {
              try freshen()
              let session = Session(connection, reference, digest, environment)
              current = session
              defer { current = nil }
              result = try body(session)
              try session.finish()
              if session.reference.own != reference.own { changed = session.reference }
              return .commit
            }
          }
          if let changed { use(changed) }
        } catch {
          connection.measureNumbers.removeAll()
          connection.scoped.removeAll()
          connection.packing.forget()
          throw error
        }
        connection.writes += 1
        return try Self.unwrapped(result)
      }
    }
  }

  private static func unwrapped<T>(_ result: T?) throws -> T {
    guard let result else { throw StoreError.interrupted }
    return result
  }

  package func list(_ query: Query) throws -> any RecordList {
    SQLiteList(self, query, try Failures.translated(path) { try connection.plan(query.register) })
  }

  package func dataVersion() throws -> Int {
    try Failures.translated(path) { try queue.unsafeReentrantWrite { _ in try currentVersion() } }
  }

  private func currentVersion() throws -> Int {
    try connection.prepared("PRAGMA data_version").first { $0.int(0) } ?? 0
  }

  package var reference: ReferenceTables { tables.withLock { $0 } }

  /// Reads the library's own reference rows again where another process may have changed them.
  private func freshen() throws {
    let version = try currentVersion()
    guard version != tablesVersion else { return }
    let rows = try OwnReference.rows(connection)
    if rows != reference.own {
      use(OwnReference.tables(rows))
    }
    tablesVersion = version
  }

  private func use(_ fresh: ReferenceTables) {
    tables.withLock { $0 = fresh }
    connection.scoped.removeAll()
  }

  /// Calls `hear` when somebody else's writing is waited for longer than a moment, on the thread that waits.
  package func whenWaiting(_ hear: @escaping @Sendable () -> Void) { waiting.hear(hear) }

  package func isShared() -> Bool { presence?.isShared() ?? false }

  /// Stops whatever runs now; it ends with `StoreError.interrupted`. For a thread that hears a key while another reads.
  package func interrupt() { queue.interrupt() }

  /// Ends the use of the file.
  package func close() throws {
    try Failures.translated(path) {
      queue.unsafeReentrantWrite { _ in connection.forgetStatements() }
      try queue.close()
    }
  }
}
