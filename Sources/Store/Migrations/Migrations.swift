import Domain
import GRDB
import UseCases

/// Brings a library's tables to the form this program knows. Forward only; the statements of a release never change.
enum Migrations {
  /// Each version's statements, the first one first; `user_version` says how many were run.
  static let all: [[String]] = [
    M0001.statements, M0002.statements, M0003.statements, M0004.statements, M0005.statements, M0006.statements,
    M0007.statements, M0008.statements,
  ]

  static var version: Int { all.count }

  /// The tables of a new library. Registers other than the program's own (in tests) get tables from their declarations.
  static func make(_ connection: Connection, _ registers: [Register]) throws {
    let isOwn = registers.map(\.id) == Registers.all.map(\.id)
    let statements =
      isOwn ? all.flatMap { $0 } : TableStatements.common + registers.flatMap(TableStatements.statements)
    for statement in statements { try connection.run(statement) }
    try connection.run("PRAGMA user_version = \(version)")
    try connection.setValue("fingerprint", Rebuild.fingerprint(connection))
  }

  /// Refuses what is foreign or newer, backs an older library up and migrates it, and renews what is kept beside records
  /// where its definition changed.
  static func bringUp(
    _ connection: Connection, _ database: Database, _ opening: SQLiteStore.Opening, _ queue: DatabaseQueue
  ) throws {
    let path = connection.path
    func number(_ pragma: String) throws -> Int {
      try connection.once("PRAGMA \(pragma)").first { $0.int(0) } ?? 0
    }
    guard try number("application_id") == LibraryFile.applicationID else {
      throw StoreError.notALibrary(
        path: path, reason: Label(zh: "不是 sanku 库文件", en: "it is not a sanku library"))
    }
    let found = try number("user_version")
    guard found <= version else { throw StoreError.newerVersion(path: path) }
    guard found > 0 else { throw Damage(label: Label(zh: "库没有建成", en: "the library was never finished")) }
    if !opening.isReadOnly {
      try connection.run("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL")
    }
    let isStale = try found == version && connection.value("fingerprint") != Rebuild.fingerprint(connection)
    guard found < version || isStale else { return }
    guard !opening.isReadOnly else {
      throw StoreError.failed(
        Label(
          zh: "库 \(path) 需要升级，不能只读打开；请先正常打开一次",
          en: "\(path) must be brought up to date and cannot be opened read-only; open it normally once"))
    }
    if found < version { try Backup.beforeMigration(queue, connection, database, from: found) }
    try connection.run("PRAGMA cache_spill = OFF")
    try database.inTransaction(.immediate) {
      // Another process may have been faster.
      let reached = try number("user_version")
      for step in reached..<version {
        for statement in all[step] { try connection.run(statement) }
      }
      try connection.run("PRAGMA user_version = \(version)")
      connection.forgetStatements()
      try Rebuild.run(connection, isMigrated: reached < version)
      return .commit
    }
    try connection.run("PRAGMA cache_spill = ON")
  }
}
