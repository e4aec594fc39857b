import Foundation
import TestTerminal

/// Milliseconds on a clock that only goes forward.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

/// What a person feels of a program in a terminal.
final class Probe {
  let session: TerminalSession
  private let started: Double

  init?(_ command: [String], environment: [String: String] = [:]) {
    started = now()
    guard let session = TerminalSession(command, environment: environment) else { return nil }
    self.session = session
  }

  /// Milliseconds from the start until the screen holds `text`; nil if it never does.
  func ready(_ text: String) -> Double? {
    session.wait(for: text) ? now() - started : nil
  }

  /// Milliseconds from a key until the last byte of its answer and until its first frame, and the bytes. The answer ends
  /// when nothing has come for `quiet` milliseconds; counts that follow later are another answer.
  @discardableResult
  func press(_ keys: String, quiet: Int = 25) -> (milliseconds: Double, shown: Double, bytes: Int) {
    session.settle(quiet: 5)
    let before = session.output.count
    let begin = now()
    session.type(keys)
    let deadline = begin + 10_000
    while session.output.count == before, now() < deadline { session.settle(quiet: 1, limit: 1) }
    let shown = session.lastRead - begin
    session.settle(quiet: quiet)
    guard session.output.count > before else { return (.nan, .nan, 0) }
    return (session.lastRead - begin, shown, session.output.count - before)
  }

  /// The highest resident memory of the program so far, MiB.
  var peakMemory: Double? {
    let status = try? String(contentsOfFile: "/proc/\(session.process.pid)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Double($0.filter(\.isNumber)) }.map { $0 / 1024 }
  }
}

extension [Double] {
  var median: Double { isEmpty ? .nan : sorted()[count / 2] }
  /// The value that 99 of 100 stay below.
  var worst: Double { isEmpty ? .nan : sorted()[Swift.min(count - 1, count * 99 / 100)] }
}
