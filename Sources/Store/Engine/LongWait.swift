import Glibc
import Synchronization

/// Waits for a lock that another process has, and tells who asked of waits that a person feels.
final class LongWait: Sendable {
  private struct State {
    var began = ContinuousClock.now
    var isTold = false
    var hear: (@Sendable () -> Void)?
  }

  /// What nobody notices.
  private static let moment = Duration.milliseconds(100)

  private let patience: Duration
  private let state = Mutex(State())

  init(patience: Duration) { self.patience = patience }

  func hear(_ hear: @escaping @Sendable () -> Void) { state.withLock { $0.hear = hear } }

  /// Waits a little before the next try; false once it has been waited long enough.
  func wait(_ tries: Int) -> Bool {
    usleep(1000)
    let (waited, hear) = state.withLock { state in
      if tries == 0 { (state.began, state.isTold) = (.now, false) }
      let waited = ContinuousClock.now - state.began
      guard waited > Self.moment, !state.isTold else { return (waited, nil as (@Sendable () -> Void)?) }
      state.isTold = true
      return (waited, state.hear)
    }
    hear?()
    return waited < patience
  }
}
