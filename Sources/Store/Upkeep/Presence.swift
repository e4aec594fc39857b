import Foundation

/// Tells whether another process has the library open: each holds a shared lock on `LIBRARY.lock`, never on the library.
final class Presence: @unchecked Sendable {
  private let handle: Int32

  /// nil where the lock file cannot be made; the library works without.
  init?(_ path: String) {
    handle = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard handle >= 0 else { return nil }
    _ = flock(handle, LOCK_SH | LOCK_NB)
  }

  deinit { close(handle) }

  /// Asks for the lock alone: granted only to one who is alone. A second asker at the same moment counts as company.
  func isShared() -> Bool {
    let isAlone = flock(handle, LOCK_EX | LOCK_NB) == 0
    // Turning one kind of lock into the other may drop the first: it is taken again in either case.
    _ = flock(handle, LOCK_SH | LOCK_NB)
    return !isAlone
  }
}
