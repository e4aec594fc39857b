import Dispatch
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

  /// Waits for somebody else's signal; false once it has been waited long enough.
  func wait(for signal: DispatchSemaphore) -> Bool {
    func signalled(within time: Duration) -> Bool {
      signal.wait(timeout: .now() + .milliseconds(Int(time / .milliseconds(1)))) == .success
    }
    if signalled(within: min(Self.moment, patience)) { return true }
    guard patience > Self.moment else { return false }
    state.withLock { $0.hear }?()
    return signalled(within: patience - Self.moment)
  }

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
