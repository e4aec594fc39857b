import Synchronization

/// Where jobs post their answers; the loop takes them out when it is woken.
package final class Mailbox: Sendable {
  private let answers = Mutex<[Job.Answer]>([])

  package init() {}

  /// Puts an answer in; from any thread.
  package func post(_ answer: @escaping Job.Answer) {
    answers.withLock { $0.append(answer) }
  }

  /// Everything posted since the last time, in order.
  func take() -> [Job.Answer] {
    answers.withLock { all in
      defer { all = [] }
      return all
    }
  }
}
