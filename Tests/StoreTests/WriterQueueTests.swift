import Foundation
import Glibc
import Synchronization
import Testing

@testable import Store

/// Writers stand in line; each place in it is an open file of its own, as of a process of its own.
@Suite struct WriterQueueTests {
  private let path = NSTemporaryDirectory() + "sanku-line-\(UUID().uuidString)"

  init() { FileManager.default.createFile(atPath: path, contents: nil) }

  private func line(_ patience: Duration) -> WriterQueue {
    WriterQueue(path: path, waiting: LongWait(patience: patience))
  }

  /// How many were inside at once, and how many came through.
  private final class Seen: Sendable {
    struct Counts { var (inside, most, done) = (0, 0, 0) }
    let counts = Mutex(Counts())

    func enter() { counts.withLock { ($0.inside, $0.most) = ($0.inside + 1, max($0.most, $0.inside + 1)) } }
    func leave() { counts.withLock { ($0.inside, $0.done) = ($0.inside - 1, $0.done + 1) } }
  }

  @Test func oneAtATimeAndEverybodyComesUp() {
    let (seen, room) = (Seen(), DispatchGroup())
    for _ in 0..<8 {
      room.enter()
      Thread.detachNewThread {
        for _ in 0..<20 {
          try? line(.seconds(60)).inLine {
            seen.enter()
            usleep(200)
            seen.leave()
          }
        }
        room.leave()
      }
    }
    room.wait()
    seen.counts.withLock { #expect($0.most == 1 && $0.done == 160) }
  }

  @Test func whoWaitsTooLongIsToldAndKeepsNobodyBack() throws {
    let told = Seen()
    let impatient = line(.milliseconds(250))
    impatient.waiting.hear { told.enter() }
    try line(.seconds(1)).inLine {
      #expect(throws: Failure.self) { try impatient.inLine {} }
    }
    told.counts.withLock { #expect($0.inside == 1) }
    // The one that gave up is called all the same, and lets the next one by.
    try line(.seconds(10)).inLine {}
    try impatient.inLine {}
  }

  @Test func withoutTheFileNobodyWaits() throws {
    var ran = false
    try WriterQueue(path: path + "-none", waiting: LongWait(patience: .zero)).inLine { ran = true }
    #expect(ran)
  }
}
