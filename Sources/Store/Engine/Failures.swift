import Domain
import GRDB
import GRDBSQLite
import UseCases

/// SQLite's refusals as the store's own errors.
enum Failures {
  /// Runs `body`; whatever SQLite refuses comes out as a `StoreError`.
  static func translated<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as Failure {
      throw store(error.code, error.message, path)
    } catch let error as DatabaseError {
      throw store(error.extendedResultCode.rawValue, error.message ?? "", path)
    } catch let error as Damage {
      throw StoreError.damaged(path: path, reason: error.label)
    }
  }

  private static func store(_ code: Int32, _ message: String, _ path: String) -> StoreError {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return .busy(path: path)
    case SQLITE_FULL: return .full(path: path)
    case SQLITE_READONLY where code == SQLITE_READONLY | 4 << 8:
      // SQLITE_READONLY_DBMOVED
      return .failed(
        Label(
          zh: "库在打开期间被移走或替换，未写入；放回原处后重试，输入仍保留：\(path)",
          en: "The library was moved or replaced while open; put it back and try again, nothing typed is lost: \(path)"
        ))
    case SQLITE_READONLY, SQLITE_PERM: return .readOnly(path: path)
    case SQLITE_CANTOPEN:
      // The journal could not be made: the directory is gone, or not ours to write in.
      return LibraryFile.exists(path) ? .readOnly(path: path) : .missing(path: path)
    case SQLITE_CORRUPT: return .damaged(path: path, reason: Label(zh: "文件内容不完整", en: "its contents are malformed"))
    case SQLITE_NOTADB:
      return .notALibrary(path: path, reason: Label(zh: "不是 sanku 库文件", en: "it is not a sanku library"))
    case SQLITE_INTERRUPT: return .interrupted
    case SQLITE_IOERR where !LibraryFile.exists(path): return .missing(path: path)
    default:
      return .failed(
        Label(
          zh: "磁盘读写失败（\(message)，\(code)）：\(path)", en: "Reading or writing failed (\(message), \(code)): \(path)"))
    }
  }
}
