import Dispatch
import Synchronization
import Testing

@testable import Screens

@Suite struct JobRunnerTests {
  @Test func aNewJobCancelsTheOneBeforeInItsLane() {
    let mailbox = Mailbox()
    let done = DispatchSemaphore(value: 0)
    let go = DispatchSemaphore(value: 0)
    let wasCancelled = Mutex(false)
    let begun = DispatchSemaphore(value: 0)
    let ended = DispatchSemaphore(value: 0)
    let runner = JobRunner(mailbox) { done.signal() }
    runner.launch(
      Job(lane: "a") { isCancelled in
        begun.signal()
        go.wait()
        wasCancelled.withLock { $0 = isCancelled() }
        ended.signal()
        return { _ in }
      })
    begun.wait()
    runner.launch(Job(lane: "a") { _ in { _ in } })
    done.wait()
    go.signal()
    ended.wait()
    #expect(wasCancelled.withLock { $0 })
    #expect(mailbox.take().count == 1)
  }

  @Test func countingHeldForAKeyBeginsAgain() {
    let mailbox = Mailbox()
    let done = DispatchSemaphore(value: 0)
    let interrupted = DispatchSemaphore(value: 0)
    let runs = Mutex(0)
    let begun = DispatchSemaphore(value: 0)
    let runner = JobRunner(mailbox, interrupt: { interrupted.signal() }, wake: { done.signal() })
    runner.launch(
      Job(lane: "counts.a") { _ in
        let first = runs.withLock { count in
          count += 1
          return count == 1
        }
        begun.signal()
        if first { interrupted.wait() }
        return { _ in }
      })
    begun.wait()
    runner.hold()
    runner.resume()
    done.wait()
    #expect(runs.withLock { $0 } == 2)
    #expect(mailbox.take().count == 1)
  }

  @Test func anExportIsNeverInterrupted() {
    let interrupts = Mutex(0)
    let go = DispatchSemaphore(value: 0)
    let done = DispatchSemaphore(value: 0)
    let runner = JobRunner(Mailbox(), interrupt: { interrupts.withLock { $0 += 1 } }, wake: { done.signal() })
    runner.launch(
      Job(lane: "export") { _ in
        go.wait()
        return { _ in }
      })
    runner.launch(Job(lane: "counts.a") { _ in { _ in } })
    runner.hold()
    runner.resume()
    #expect(interrupts.withLock { $0 } == 0)
    go.signal()
    done.wait()
  }
}
