import Glibc
import Synchronization

/// Whether somebody asked the command to stop: Ctrl-C or SIGTERM. Work looks here between steps.
enum Interruption {
  private static let flag = Atomic<Bool>(false)
  /// When it was asked for, in milliseconds.
  private static let since = Atomic<Int>(0)
  /// A second signal sooner than this is the first one sent twice, as `timeout` does: to the process and to its group.
  private static let sameSignal = 500

  static var isAsked: Bool { flag.load(ordering: .relaxed) }

  /// From here on the first signal asks, the second ends the process at once; a closed pipe is an error of the write.
  static func watch() {
    signal(SIGPIPE, SIG_IGN)
    // Whoever started the command may have had them blocked.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_UNBLOCK, &all, nil)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { _ in
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let now = time.tv_sec * 1000 + time.tv_nsec / 1_000_000
        if !Interruption.flag.exchange(true, ordering: .relaxed) {
          Interruption.since.store(now, ordering: .relaxed)
        } else if now - Interruption.since.load(ordering: .relaxed) > Interruption.sameSignal {
          _exit(ExitStatus.interrupted.rawValue)
        }
      }
    }
  }

  static func check() throws {
    if isAsked { throw Failure(.interrupted, say("已中断，库未改动", "Interrupted; the library is unchanged")) }
  }
}
