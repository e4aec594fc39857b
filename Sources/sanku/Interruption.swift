import Glibc
import Synchronization

/// Whether somebody asked the command to stop: Ctrl-C or SIGTERM. Work looks here between steps.
enum Interruption {
  private static let flag = Atomic<Bool>(false)

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
        if Interruption.flag.exchange(true, ordering: .relaxed) { _exit(ExitStatus.interrupted.rawValue) }
      }
    }
  }

  static func check() throws {
    if isAsked { throw Failure(.interrupted, say("已中断，库未改动", "Interrupted; the library is unchanged")) }
  }
}
