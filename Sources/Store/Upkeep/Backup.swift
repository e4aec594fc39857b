import Domain
import Foundation
import GRDB
import UseCases

/// Copies of a library, made through SQLite page by page while others may write.
enum Backup {
  static let pagesAtOnce: CInt = 2000

  static func copy(_ source: DatabaseQueue, to path: String, _ progress: (Double) -> Bool) throws {
    guard progress(0) else { throw StoreError.interrupted }
    try whole(path) { target in
      try withoutActuallyEscaping(progress) { progress in
        try source.backup(to: target, pagesPerStep: pagesAtOnce) { state in
          let part = state.totalPageCount == 0 ? 1 : Double(state.completedPageCount) / Double(state.totalPageCount)
          guard progress(part) else { throw StoreError.interrupted }
        }
      }
    }
  }

  /// Makes a new file and has it filled; a half copy is no library and does not stay.
  private static func whole(_ path: String, _ fill: (DatabaseQueue) throws -> Void) throws {
    try LibraryFile.make(path)
    do {
      let target = try DatabaseQueue(path: path)
      try fill(target)
      try target.close()
      LibraryFile.sync(folderOf: path)
    } catch {
      for ending in ["", "-journal"] { try? FileManager.default.removeItem(atPath: path + ending) }
      throw error
    }
  }

  static func copyScratch(from path: String, to target: String) throws {
    let (old, new) = (path + ".scratch", target + ".scratch")
    let manager = FileManager.default
    guard let files = try? manager.contentsOfDirectory(atPath: old), !files.isEmpty else { return }
    do {
      try manager.createDirectory(
        atPath: new, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      for file in files where file.hasSuffix(".json") {
        let place = "\(new)/\(file)"
        try? manager.removeItem(atPath: place)
        try manager.copyItem(atPath: "\(old)/\(file)", toPath: place)
      }
    } catch {
      throw StoreError.failed(
        Label(zh: "未保存的输入没有备份到 \(new)", en: "Unsaved typing was not copied to \(new)"))
    }
  }

  /// The library as it was before a migration, beside it: `LIBRARY.v1.backup`.
  static func beforeMigration(
    _ queue: DatabaseQueue, _ connection: Connection, _ database: Database, from version: Int
  ) throws {
    var path = "\(connection.path).v\(version).backup"
    var turn = 1
    while LibraryFile.exists(path) {
      turn += 1
      path = "\(connection.path).v\(version).\(turn).backup"
    }
    try whole(path) { target in try target.inDatabase { copy in try database.backup(to: copy) } }
  }
}

extension SQLiteStore {
  package func backup(to path: String, _ progress: (Double) -> Bool) throws {
    try Failures.translated(path) {
      try Backup.copy(queue, to: path, progress)
      try Backup.copyScratch(from: self.path, to: path)
    }
  }

  /// Puts a backup where a library is to be; refuses to overwrite one, and a backup that is no sound library.
  package static func restore(
    _ backup: String, to path: String, _ progress: (Double) -> Bool = { _ in true }
  ) throws {
    try LibraryFile.check(backup)
    if LibraryFile.exists(path) {
      throw StoreError.notALibrary(
        path: path,
        reason: Label(zh: "文件已存在，不会覆盖；请先移开", en: "the file exists and is not overwritten; move it away first"))
    }
    try Failures.translated(backup) {
      let source = try open(backup, readOnly: true)
      try source.connection.onQueue(source) { connection in
        let answer = try connection.once("PRAGMA quick_check(1)").first { $0.text(0) }
        guard answer == "ok" else { throw Damage(label: Label(zh: "备份本身已损坏", en: "the backup itself is damaged")) }
      }
      try Backup.copy(source.queue, to: path, progress)
      try Backup.copyScratch(from: backup, to: path)
    }
  }
}

extension Connection {
  func onQueue<T>(_ store: SQLiteStore, _ body: (Connection) throws -> T) throws -> T {
    try store.queue.inDatabase { _ in try body(self) }
  }
}
