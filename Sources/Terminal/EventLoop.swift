/// The one loop: waits, hands every event that is there to the state, paints once.
///
/// While nothing happens it sleeps without a timer: no byte is written, and it wakes only when `othersMayWrite` says
/// that somebody else has the library open, once a second, or when the state has something to do of its own.
package struct EventLoop {
  /// Why the loop ended.
  package enum End: Hashable, Sendable {
    /// The state said that it is done.
    case finished
    /// SIGHUP, SIGTERM or SIGINT came: exit with 128 + its number.
    case signal(Int32)
    /// The terminal is gone.
    case hangup

    /// The status to exit with: 0, or 128 + the signal (a lost terminal counts as SIGHUP).
    package var exitStatus: Int32 {
      switch self {
      case .finished: 0
      case .signal(let number): 128 + number
      case .hangup: 129
      }
    }
  }

  private let terminal: any TerminalDriver
  private let othersMayWrite: () -> Bool

  /// `othersMayWrite` says whether another process has the library open: then the loop looks once a second.
  package init(_ terminal: any TerminalDriver, othersMayWrite: @escaping () -> Bool = { false }) {
    self.terminal = terminal
    self.othersMayWrite = othersMayWrite
  }

  /// Runs until `isDone`, a signal or the end of the terminal. The state hears of those two last, to keep what is typed.
  ///
  /// `due` says in how many milliseconds the state wants a `.wake` although nothing happens; nil for never.
  package func run<State>(
    _ state: inout State, isDone: (State) -> Bool = { _ in false }, due: (State) -> Int? = { _ in nil },
    update: (inout State, Event) -> Void, draw: (State, inout Canvas) -> Void
  ) -> End {
    paint(state, draw)
    while !isDone(state) {
      let limit = [othersMayWrite() ? 1000 : nil, due(state)].compactMap { $0 }.min()
      var events = terminal.events(within: limit)
      if events.isEmpty, limit != nil { events = [.wake] }
      for event in events {
        if case .resumed = event { terminal.forget() }
        update(&state, event)
        switch event {
        case .signal(let number): return .signal(number)
        case .hangup: return .hangup
        default: if isDone(state) { return .finished }
        }
      }
      if !events.isEmpty { paint(state, draw) }
    }
    return .finished
  }

  private func paint<State>(_ state: State, _ draw: (State, inout Canvas) -> Void) {
    var canvas = Canvas(size: terminal.size)
    draw(state, &canvas)
    terminal.present(canvas)
  }
}
