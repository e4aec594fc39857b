import Domain
import Glibc
import Terminal

/// A line of progress on standard error: only at a terminal, only after half a second.
final class ProgressBar {
  private let title: String
  private let isShown: Bool
  private let start = Clock.milliseconds()
  private var last: Int64 = 0
  private var isDrawn = false

  init(_ title: String, quiet: Bool) {
    self.title = title
    isShown = !quiet && isatty(STDERR_FILENO) == 1
  }

  /// Shows a part of 1 and answers false when somebody asked to stop.
  func part(_ part: Double) -> Bool {
    draw("\(Int(max(0, min(1, part)) * 100))%")
    return !Interruption.isAsked
  }

  /// Shows a count, its rate, and the time left where `part`, a part of 1, says how much is done; answers false when
  /// somebody asked to stop.
  func count(_ count: Int, part: Double? = nil) -> Bool {
    let seconds = Double(max(1, Clock.milliseconds() - start)) / 1000
    var text = "\(count) (\(Int(Double(count) / seconds))/s)"
    if let part, part > 0.01 {
      let left = Int((seconds / min(1, part) - seconds).rounded(.up))
      text = "\(Int(min(1, part) * 100))%  " + text + say("  还需\(left)秒", "  \(left) s left")
    }
    draw(text)
    return !Interruption.isAsked
  }

  func finish() {
    if isDrawn { Output.err("\r\u{1B}[K") }
    isDrawn = false
  }

  deinit { finish() }

  private func draw(_ text: String) {
    guard isShown else { return }
    let now = Clock.milliseconds()
    guard now - start > 500, now - last > 100 else { return }
    last = now
    isDrawn = true
    Output.err("\r\u{1B}[K" + CleanText("\(title) \(text)").cut(to: 70).string)
  }
}

/// Clocks of the system.
enum Clock {
  /// A clock that never goes back, in milliseconds.
  static func milliseconds() -> Int64 { read(CLOCK_MONOTONIC) }

  /// Milliseconds since 1970, UTC; moved by whole days to the day that `SANKU_TODAY` names, so that a library of another
  /// time (the sample stands in mid-2023) can be looked at as of then.
  static func now() -> Int64 { read(CLOCK_REALTIME) + shift }

  private static let shift: Int64 = {
    guard let text = Words.environment("SANKU_TODAY"), let day = Day(parsing: text) else { return 0 }
    let today = Instant(milliseconds: read(CLOCK_REALTIME)).day
    return Int64(today.days(to: day)) * 86_400_000
  }()

  private static func read(_ id: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(id, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
