/// A terminal in memory: takes its events from a list, keeps every frame, and hangs up when the list is done.
package final class MemoryTerminal: TerminalDriver {
  package private(set) var size: Size
  package var capabilities: Capabilities
  /// Every frame that was shown, the first first.
  package private(set) var frames: [Canvas] = []
  package private(set) var mouseIsOn = false
  /// The terminal was given back.
  package private(set) var isClosed = false
  /// How often the loop waited with a limit: the ticks that it asked for.
  package private(set) var timedWaits = 0
  /// Bytes that a real terminal would have been sent, frame by frame.
  package private(set) var sent: [[UInt8]] = []
  private var pending: [[Event]] = []
  private var painter: Painter

  /// A terminal of this size that can do these things; its own `painter` makes the bytes of `sent`.
  package init(size: Size, capabilities: Capabilities = Capabilities(), theme: Theme = .builtIn) {
    self.size = size
    self.capabilities = capabilities
    painter = Painter(capabilities: capabilities, theme: theme)
  }

  /// Adds events that arrive together.
  package func feed(_ events: [Event]) {
    pending.append(events)
  }

  /// The last frame as text; empty before the first one.
  package var text: String { frames.last?.text ?? "" }

  package func present(_ canvas: Canvas) {
    frames.append(canvas)
    sent.append(painter.frame(canvas))
  }

  package func events(within milliseconds: Int?) -> [Event] {
    if milliseconds != nil { timedWaits += 1 }
    guard !pending.isEmpty else { return [.hangup] }
    let events = pending.removeFirst()
    for case .resize(let size) in events { self.size = size }
    return events
  }

  package func forget() { painter.forget() }
  package func setMouse(_ on: Bool) { mouseIsOn = on }
  package func setTheme(_ theme: Theme) {
    painter.theme = theme
    painter.forget()
  }
  package func close() { isClosed = true }
}
