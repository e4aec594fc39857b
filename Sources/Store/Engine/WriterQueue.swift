import Foundation
import GRDBSQLite
import Glibc
import Synchronization

/// Lets the writers of all processes stand in line instead of asking for the library again and again.
///
/// Each takes a lock on one byte of `LIBRARY.lock`, never on the library, and the kernel wakes the next one. It orders
/// writers and protects nothing: where the lock cannot be had, SQLite's own locks still do.
struct WriterQueue {
  let path: String
  let waiting: LongWait

  /// F_OFD_SETLKW and F_OFD_SETLK: the lock belongs to the open file, not to the process.
  private static let (wait, ask) = (Int32(38), Int32(37))

  /// What one wait came to; the thread that waits and the one that has it wait agree on it.
  private enum Standing { case waiting, first, givenUp }

  /// Runs `body` when it is this writer's turn; throws `Failure` with SQLITE_BUSY where that takes longer than the
  /// library's patience.
  func inLine<T>(_ body: () throws -> T) throws -> T {
    let handle = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard handle >= 0 else { return try body() }
    if !Self.lock(handle, Self.ask) {
      guard waitForTurn(handle) else { throw Failure(code: SQLITE_BUSY, message: "") }
    }
    defer { close(handle) }
    return try body()
  }

  /// False once it was waited long enough; the handle is then closed by the thread that still waits.
  private func waitForTurn(_ handle: Int32) -> Bool {
    let turn = Turn()
    // A thread of its own: it may wait long, and others wait for those of the pool.
    Thread.detachNewThread {
      _ = Self.lock(handle, Self.wait)
      if turn.standing.withLock({ standing in
        if standing == .waiting { standing = .first }
        return standing == .givenUp
      }) {
        close(handle)
      }
      turn.come.signal()
    }
    if waiting.wait(for: turn.come) { return true }
    return turn.standing.withLock { standing in
      if standing == .waiting { standing = .givenUp }
      return standing == .first
    }
  }

  private final class Turn: Sendable {
    let come = DispatchSemaphore(value: 0)
    let standing = Mutex(Standing.waiting)
  }

  private static func lock(_ handle: Int32, _ command: Int32) -> Bool {
    var range = Glibc.flock()
    range.l_type = Int16(F_WRLCK)
    range.l_whence = Int16(SEEK_SET)
    range.l_len = 1
    var answer = fcntl(handle, command, &range)
    while answer != 0, errno == EINTR { answer = fcntl(handle, command, &range) }
    return answer == 0
  }
}
