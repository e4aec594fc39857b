import Domain
import Synchronization
import Terminal
import UseCases
import Widgets

/// How far a reading or writing is; shared by the job and the screen.
final class ImportProgress: Sendable {
  private struct State {
    var done = 0
    var part: Double?
    var isCancelled = false
  }

  let began: Instant
  let isWriting: Bool
  private let state = Mutex(State())

  init(at began: Instant, isWriting: Bool) {
    self.began = began
    self.isWriting = isWriting
  }

  func cancel() { state.withLock { $0.isCancelled = true } }

  /// Notes what is done; answers false once somebody cancelled.
  func note(_ done: Int, _ part: Double?) -> Bool {
    state.withLock { state in
      state.done = done
      state.part = part
      return !state.isCancelled
    }
  }

  /// The box that shows it.
  func box(_ title: CleanText, now: Instant) -> ProgressBox {
    let (done, part) = state.withLock { ($0.done, $0.part) }
    // How many rows there are follows from how much of the file they took.
    let total = part.flatMap { $0 > 0.02 ? Int(Double(done) / min(1, $0)) : nil }
    return ProgressBox(
      title: title, done: done, total: total, elapsedMilliseconds: Int(now.milliseconds - began.milliseconds))
  }
}
