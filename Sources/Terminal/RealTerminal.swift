import CNcurses
import Glibc

/// The terminal that the program was started at: raw, on its alternate screen, with bracketed paste.
///
/// One thread owns it. `wake.post()` and `paper.say()` are all that others may do.
package final class RealTerminal: TerminalDriver {
  package let capabilities: Capabilities
  /// What other threads ring to have the loop look at what they have done.
  package let wake: WakePipe
  /// What is shown, on which another thread may say a word.
  package let paper: Paper
  package private(set) var size: Size
  package private(set) var mouseIsOn = false
  private let input: Int32 = STDIN_FILENO
  private let output: Int32 = STDOUT_FILENO
  private let enter: [UInt8]
  private let leave: [UInt8]
  private let escapeDelay: Int32
  private var decoder = KeyDecoder()
  private var clicks = ClickCounter()
  private var isOpen = false

  /// Takes the terminal over.
  ///
  /// - Throws: `TerminalError` where there is none or it cannot place its cursor; the terminal is then as it was.
  package init(theme: Theme, isUTF8: Bool) throws {
    guard isatty(input) == 1, isatty(output) == 1 else { throw TerminalError.notATerminal }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    guard !name.isEmpty, name != "dumb" else { throw TerminalError.tooSimple(name) }
    switch cn_setup(name, output) {
    case CN_SETUP_OK: break
    case CN_SETUP_HARDCOPY: throw TerminalError.tooSimple(name)
    default: throw TerminalError.unknown(name)
    }
    guard Self.sequence("cup").starts(with: [0x1B, 0x5B]) else { throw TerminalError.tooSimple(name) }
    guard let pipe = WakePipe() else { throw TerminalError.system }
    wake = pipe
    capabilities = .ofThisTerminal(named: name, isUTF8: isUTF8)
    paper = Paper(Painter(capabilities: capabilities, theme: theme)) { Self.send($0) }
    escapeDelay = capabilities.isRemote ? 100 : 25
    let keypad = Self.sequence("smkx")
    let alternate = Self.sequence("smcup")
    enter = alternate + keypad + Array("\u{1B}[?2004h".utf8)
    let off = "\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1000l\u{1B}[r\u{1B}[m\u{1B}[?25h"
    // Without an alternate screen the prompt comes on a clean one.
    let after = alternate.isEmpty ? Array("\u{1B}[H\u{1B}[2J".utf8) : Self.sequence("rmcup")
    leave = Array(off.utf8) + Self.sequence("rmkx") + after
    size = Size(width: 80, height: 24)
    size = currentSize()
    try open()
    cn_watch_signals(wake.writeEnd, capabilities.suspends)
  }

  deinit {
    close()
  }

  /// Turns the mouse on where the session is local; over SSH it stays off until asked for.
  package func setMouseByDefault() {
    if !capabilities.isRemote { setMouse(true) }
  }

  package func present(_ canvas: Canvas) {
    paper.present(canvas)
  }

  package func forget() { paper.change { $0.forget() } }

  package func setTheme(_ theme: Theme) {
    paper.change { painter in
      painter.theme = theme
      painter.forget()
    }
  }

  package func setMouse(_ on: Bool) {
    guard on != mouseIsOn else { return }
    mouseIsOn = on
    Self.send(mouseSequence)
  }

  package func close() {
    guard isOpen else { return }
    paper.close()
    giveBack()
    cn_unwatch_signals()
  }

  package func events(within milliseconds: Int?) -> [Event] {
    var events: [Event] = []
    var limit = milliseconds.map(Int32.init(clamping:)) ?? -1
    while events.isEmpty {
      let escapes = decoder.isWaiting
      var watched = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&watched, 2, escapes ? escapeDelay : limit)
      if ready < 0 {
        if errno == EINTR { continue }
        return [.hangup]
      }
      if ready == 0 {
        if !escapes { return [] }
        events += decoder.timeOut()
        // Something broken was dropped: wait on, but not longer than was asked for.
        if limit > 0 { limit = max(0, limit - escapeDelay) }
        continue
      }
      if watched[0].revents != 0 { events += read() }
      if watched[1].revents != 0 { events += notices() }
    }
    return events
  }

  // MARK: reading

  private func read() -> [Event] {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(input, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    guard count > 0 else { return [.hangup] }
    var events: [Event] = []
    for event in decoder.feed(buffer[..<count]) {
      switch event {
      case .key(.control("z")) where capabilities.suspends: events += suspend()
      case .mouse(let mouse): events.append(.mouse(clicks.count(mouse)))
      default: events.append(event)
      }
    }
    return events
  }

  /// What signals and workers left in the pipe, each kind once.
  private func notices() -> [Event] {
    var events: [Event] = []
    let bytes = Set(wake.drain().map(Int32.init))
    if bytes.contains(0) { events.append(.wake) }
    if bytes.contains(SIGWINCH) {
      let now = currentSize()
      if now != size {
        size = now
        events.append(.resize(now))
      }
    }
    if bytes.contains(SIGTSTP) {
      events += suspend()
    } else if bytes.contains(SIGCONT) {
      // Stopped by SIGSTOP: whoever had the terminal meanwhile may have changed all of it.
      giveBack()
      events += resume()
    }
    for number in [SIGINT, SIGTERM, SIGHUP] where bytes.contains(number) { events.append(.signal(number)) }
    return events
  }

  private func currentSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard cn_window_size(output, &columns, &rows) else { return size }
    return Size(width: min(Int(columns), 1000), height: min(Int(rows), 500))
  }

  // MARK: taking and giving back

  private func open() throws {
    guard cn_enter_raw(input) else { throw TerminalError.system }
    isOpen = true
    leave.withUnsafeBytes { bytes in
      cn_arm_crash(output, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
    Self.send(enter)
    if mouseIsOn { Self.send(mouseSequence) }
    paper.change { $0.forget() }
  }

  private func giveBack() {
    Self.send(leave)
    cn_leave_raw(input)
    cn_disarm_crash()
    isOpen = false
  }

  private func suspend() -> [Event] {
    giveBack()
    cn_stop_job()
    // The signal that continued the job told the pipe too and is answered here; the rest of the pipe stays in it.
    for byte in Set(wake.drain()) where byte != UInt8(SIGCONT) && byte != UInt8(SIGTSTP) { wake.post(byte) }
    return resume()
  }

  private func resume() -> [Event] {
    guard (try? open()) != nil else { return [.hangup] }
    size = currentSize()
    return [.resumed, .resize(size)]
  }

  private var mouseSequence: [UInt8] {
    Array((mouseIsOn ? "\u{1B}[?1000h\u{1B}[?1006h" : "\u{1B}[?1006l\u{1B}[?1000l").utf8)
  }

  /// One `write`, as long as the terminal takes it whole.
  private static func send(_ bytes: [UInt8]) {
    let output = STDOUT_FILENO
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        guard let base = buffer.baseAddress else { return }
        let count = write(output, base + sent, buffer.count - sent)
        if count > 0 {
          sent += count
        } else if errno == EAGAIN {
          var watched = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
          if poll(&watched, 1, 10_000) <= 0 { return }
        } else if errno != EINTR {
          // The terminal is gone: reading will say so.
          return
        }
      }
    }
  }

  /// A capability of the terminal without its padding (`$<5>`); empty where it has none.
  private static func sequence(_ capability: String) -> [UInt8] {
    guard let text = cn_string(capability) else { return [] }
    var bytes: [UInt8] = []
    var padding = false
    for byte in String(cString: text).utf8 {
      if byte == 0x24 { padding = true } else if !padding { bytes.append(byte) }
      if byte == 0x3E { padding = false }
    }
    return bytes
  }
}
