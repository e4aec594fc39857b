import CTestConfinement
import Glibc
import Testing

/// What a confined process can still do, tried in processes of their own.
@Suite struct ConfinementTests {
  private static let refused: [tc_attempt] = [
    TC_EXEC, TC_EXEC_AT, TC_FORK, TC_VFORK, TC_SPAWN, TC_PTRACE, TC_READ_OTHER, TC_SOCKET, TC_PAIR, TC_MOUNT,
    TC_UNSHARE,
    TC_SETUID, TC_CHROOT, TC_KILL, TC_TGKILL, TC_TYPING, TC_LINK, TC_SYMLINK, TC_RING, TC_KEYS, TC_EARLIER_THREAD,
  ]

  @Test(arguments: refused.indices)
  func whatASessionHasNoUseForIsRefused(_ place: Int) {
    let attempt = Self.refused[place]
    #expect(tc_try(attempt, 1) == EPERM, "attempt \(attempt.rawValue)")
    // The same call is not refused by the machine itself, or the test would say nothing.
    let machinesOwn: Set<UInt32> = [TC_TYPING.rawValue, TC_PTRACE.rawValue, TC_MOUNT.rawValue, TC_RING.rawValue]
    if !machinesOwn.contains(attempt.rawValue), geteuid() == 0 {
      #expect(tc_try(attempt, 0) != EPERM, "attempt \(attempt.rawValue)")
    }
  }

  @Test func theNewerCloneIsSaidNotToExist() {
    #expect(tc_try(TC_CLONE3, 1) == ENOSYS)
  }

  @Test(arguments: [TC_THREAD, TC_WRITE_FILE, TC_LOCK, TC_RAISE].map(\.rawValue))
  func whatWorkNeedsGoesOn(_ attempt: UInt32) {
    #expect(tc_try(tc_attempt(rawValue: attempt), 1) == 0)
  }
}
