import CTestTerminal
import Foundation

/// A program running in a real pseudo-terminal in front of a real terminal emulator.
///
/// Everything the program writes goes through libvterm; `screen` is what a person would see.
public final class TerminalSession {
  public private(set) var columns: Int
  public private(set) var rows: Int
  /// Every byte the program has written.
  public private(set) var output: [UInt8] = []
  /// When the last bytes came, in milliseconds of the monotonic clock.
  public private(set) var lastRead: Double = 0
  /// The wait status, once the program has ended.
  public private(set) var status: Int32?
  public let process: tt_process
  /// The terminal's settings before the program started.
  public let settingsBefore: UInt64
  private let terminal: OpaquePointer
  private var isHungUp = false
  private var lastSent: UInt8 = 0
  /// The beginning of a character whose rest has not come yet.
  private var cut: [CChar] = []

  /// Starts `command`; nil when the pseudo-terminal cannot be made. A variable set to nothing is taken away.
  public init?(
    _ command: [String], columns: Int = 80, rows: Int = 24, term: String = "xterm-256color",
    environment: [String: String] = [:]
  ) {
    self.columns = columns
    self.rows = rows
    guard let terminal = vterm_new(Int32(rows), Int32(columns)) else { return nil }
    self.terminal = terminal
    vterm_set_utf8(terminal, 1)
    vterm_screen_enable_altscreen(vterm_obtain_screen(terminal), 1)
    vterm_screen_reset(vterm_obtain_screen(terminal), 1)

    var variables = ProcessInfo.processInfo.environment
    for name in ["SSH_CONNECTION", "NO_COLOR", "SANKU_LIBRARY", "LC_ALL", "LC_CTYPE"] { variables[name] = nil }
    variables["TERM"] = term
    variables["LANG"] = "C.UTF-8"
    variables.merge(environment) { _, new in new }
    let settings = variables.filter { !$1.isEmpty }.map { "\($0)=\($1)" }
    process = withCStrings(command) { arguments in
      withCStrings(settings) { tt_spawn(arguments, $0, Int32(columns), Int32(rows)) }
    }
    guard process.pid > 0 else {
      vterm_free(terminal)
      return nil
    }
    settingsBefore = tt_settings(process.slave)
  }

  deinit {
    if status == nil {
      kill(process.pid, SIGKILL)
      var ended: Int32 = 0
      waitpid(process.pid, &ended, 0)
    }
    if !isHungUp { close(process.master) }
    close(process.slave)
    vterm_free(terminal)
  }

  /// Closes the terminal's own side, as when the line drops.
  public func hangUp() {
    guard !isHungUp else { return }
    isHungUp = true
    close(process.master)
  }

  /// What the person sees, row by row, without trailing blanks.
  public var lines: [String] {
    (0..<rows).map { row in
      var buffer = [CChar](repeating: 0, count: columns * 32 + 64)
      let used = tt_row(terminal, Int32(row), Int32(columns), &buffer, buffer.count)
      let text = String(decoding: buffer[..<used].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// What stands left of the hardware cursor in its row.
  public var textBeforeCursor: String { text(row: cursor.row, to: cursor.column) }

  /// A row between two columns, blanks kept.
  public func text(row: Int, from start: Int = 0, to end: Int) -> String {
    func left(of column: Int) -> String {
      var buffer = [CChar](repeating: 0, count: columns * 32 + 64)
      let used = tt_row(terminal, Int32(row), Int32(min(column, columns)), &buffer, buffer.count)
      return String(decoding: buffer[..<used].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return String(left(of: end).dropFirst(start == 0 ? 0 : left(of: start).count))
  }

  public var screen: String { lines.joined(separator: "\n") }

  /// Where the hardware cursor stands.
  public var cursor: (row: Int, column: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return (Int(position.row), Int(position.col))
  }

  /// The terminal's settings now.
  public var settings: UInt64 { tt_settings(process.slave) }

  /// Reads what the program writes until it has been quiet for `quiet` milliseconds; returns the number of bytes.
  @discardableResult
  public func settle(quiet: Int = 60, limit: Int = 20_000) -> Int {
    let start = output.count
    let deadline = Date().addingTimeInterval(Double(limit) / 1000)
    while Date() < deadline, read(milliseconds: quiet) {}
    return output.count - start
  }

  /// Reads until the program has taken every key, answered, and waits for the next; returns the number of bytes.
  @discardableResult
  public func rest(limit: Int = 30_000) -> Int {
    let start = output.count
    let deadline = Date().addingTimeInterval(Double(limit) / 1000)
    var quiet = 0
    // Longer than a lone Esc is waited on.
    let rounds = lastSent == 0x1B ? 6 : 3
    while quiet < rounds, Date() < deadline, !hasEnded {
      quiet = read(milliseconds: 7) || !tt_is_waiting(process) ? 0 : quiet + 1
    }
    return output.count - start
  }

  /// Reads for so long whatever comes; returns the number of bytes.
  @discardableResult
  public func listen(milliseconds: Int) -> Int {
    let start = output.count
    let deadline = Date().addingTimeInterval(Double(milliseconds) / 1000)
    while Date() < deadline { _ = read(milliseconds: max(1, Int(deadline.timeIntervalSinceNow * 1000))) }
    return output.count - start
  }

  /// Reads until the screen holds `text`; false after `limit` milliseconds or when the program has gone.
  @discardableResult
  public func wait(for text: String, limit: Int = 20_000) -> Bool {
    wait(limit: limit) { $0.contains(text) }
  }

  /// Reads until `condition` holds of the screen.
  @discardableResult
  public func wait(limit: Int = 20_000, until condition: (String) -> Bool) -> Bool {
    let deadline = Date().addingTimeInterval(Double(limit) / 1000)
    while true {
      if condition(screen) { return true }
      if Date() >= deadline { return false }
      if !read(milliseconds: 50), hasEnded { return condition(screen) }
    }
  }

  /// Types keys: text as it is, named keys in angle brackets (`<Down>`, `<Enter>`, `<Esc>`, `<F9>`, `<^S>`, `<Alt-2>`).
  public func type(_ keys: String) {
    send(Keystrokes.bytes(keys))
  }

  public func send(_ bytes: [UInt8]) {
    lastSent = bytes.last ?? lastSent
    var rest = bytes[...]
    while !rest.isEmpty, !isHungUp {
      let written = rest.withUnsafeBytes { write(process.master, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  public func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    // libvterm crashes when a wide character that was painted for a larger screen reaches one of a single column.
    vterm_set_size(terminal, Int32(max(2, rows)), Int32(max(2, columns)))
    tt_resize(process, Int32(columns), Int32(rows))
  }

  public func signal(_ number: Int32) {
    kill(process.pid, number)
  }

  /// Whether the program has ended; its status is then known.
  public var hasEnded: Bool {
    if status != nil { return true }
    var ended: Int32 = 0
    if tt_running(process.pid, &ended) { return false }
    status = ended
    return true
  }

  /// Waits for the end and answers the exit code, or 128 + n after signal n; nil if it does not end.
  public func waitForEnd(limit: Int = 20_000) -> Int32? {
    let deadline = Date().addingTimeInterval(Double(limit) / 1000)
    while !hasEnded {
      if Date() >= deadline { return nil }
      _ = read(milliseconds: 20)
    }
    while read(milliseconds: 20) {}
    guard let status else { return nil }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }

  /// Reads once; false when nothing came or the program has gone.
  private func read(milliseconds: Int) -> Bool {
    guard !isHungUp else {
      usleep(UInt32(min(milliseconds, 20)) * 1000)
      return false
    }
    var buffer = [CChar](repeating: 0, count: 65536)
    let count = tt_read(process.master, &buffer, buffer.count, Int32(milliseconds))
    guard count > 0 else {
      // The program has let go of the terminal: nothing comes any more, and asking again at once would only spin.
      if count < 0 { usleep(UInt32(min(milliseconds, 20)) * 1000) }
      return false
    }
    lastRead = tt_now()
    output += buffer[..<count].map { UInt8(bitPattern: $0) }
    show(buffer[..<count])
    answerQueries()
    return true
  }

  /// Gives bytes to the emulator, whole characters only: libvterm breaks one that is cut between two calls.
  private func show(_ bytes: ArraySlice<CChar>) {
    var all = cut + bytes
    let tail = all.suffix(3)
    let lead = tail.lastIndex { UInt8(bitPattern: $0) & 0xC0 == 0xC0 }
    cut = []
    if let lead {
      let first = UInt8(bitPattern: all[lead])
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      if all.count - lead < length {
        cut = Array(all[lead...])
        all.removeLast(all.count - lead)
      }
    }
    vterm_input_write(terminal, all, all.count)
  }

  /// Sends back what the emulator answers to queries, as a terminal does.
  private func answerQueries() {
    var buffer = [CChar](repeating: 0, count: 1024)
    let count = vterm_output_read(terminal, &buffer, buffer.count)
    if count > 0 { send(buffer[..<count].map { UInt8(bitPattern: $0) }) }
  }
}
