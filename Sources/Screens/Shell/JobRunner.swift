import Dispatch
import Synchronization

/// Runs jobs on threads of their own; their answers go into the mailbox and the loop is woken.
package final class JobRunner: Sendable {
  /// Jobs whose lane begins so only count: they may be stopped and begun again at any time.
  static let counting = "counts."

  private struct State {
    /// The number of the newest job by lane; an older one is cancelled.
    var newest: [String: Int] = [:]
    /// What runs now, by lane and number.
    var running: [String: [Int: Job]] = [:]
    /// What was stopped for a key, with the number that its lane had then.
    var held: [(job: Job, number: Int)] = []
  }

  private let mailbox: Mailbox
  private let wake: @Sendable () -> Void
  private let interrupt: @Sendable () -> Void
  private let state = Mutex(State())

  /// `interrupt` makes the library stop what it reads at this moment.
  package init(
    _ mailbox: Mailbox, interrupt: @escaping @Sendable () -> Void = {}, wake: @escaping @Sendable () -> Void
  ) {
    self.mailbox = mailbox
    self.interrupt = interrupt
    self.wake = wake
  }

  /// Runs a job on a thread of its own, in place of an older one of its lane.
  package func launch(_ job: Job) {
    let number = state.withLock { state in
      state.newest[job.lane, default: 0] += 1
      let number = state.newest[job.lane] ?? 0
      state.running[job.lane, default: [:]][number] = job
      return number
    }
    DispatchQueue.global().async { [self] in
      var answer: Job.Answer?
      if isNewest(job.lane, number) { answer = job.run { [self] in !isNewest(job.lane, number) } }
      let isWanted = state.withLock { state in
        state.running[job.lane]?[number] = nil
        return state.newest[job.lane] == number
      }
      guard isWanted, let answer else { return }
      mailbox.post(answer)
      wake()
    }
  }

  /// Posts what a job that goes on has to say meanwhile.
  package func post(_ answer: @escaping Job.Answer) {
    mailbox.post(answer)
    wake()
  }

  /// Stops the counting so that a key is answered at once; nothing else that runs may be hit by it.
  package func hold() {
    let stops = state.withLock { state in
      let lanes = state.running.filter { !$0.value.isEmpty }.map(\.key)
      guard !lanes.isEmpty, lanes.allSatisfy({ $0.hasPrefix(Self.counting) }) else { return false }
      for lane in lanes {
        let number = state.newest[lane] ?? 0
        guard let job = state.running[lane]?[number] else { continue }
        state.newest[lane] = number + 1
        state.held.append((job, number + 1))
      }
      return true
    }
    if stops { interrupt() }
  }

  /// Begins again what was stopped, where the key has not asked for something newer.
  package func resume() {
    let jobs = state.withLock { state in
      defer { state.held = [] }
      return state.held.filter { state.newest[$0.job.lane] == $0.number }.map(\.job)
    }
    for job in jobs { launch(job) }
  }

  private func isNewest(_ lane: String, _ number: Int) -> Bool {
    state.withLock { $0.newest[lane] == number }
  }
}
