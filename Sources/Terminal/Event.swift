/// A key as a person knows it, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
  case character(Character)
  case control(Character)
  case alt(Character)
  case function(Int)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, pageUp, pageDown, home, end
  case controlUp, controlDown, controlLeft, controlRight
}

/// Where the mouse was pressed, or which way its wheel turned.
package struct Mouse: Hashable, Sendable {
  /// What was done with it.
  package enum Action: Sendable { case press, doublePress, wheelUp, wheelDown }
  /// What was done with it.
  package var action: Action
  /// The cell under it.
  package var point: Point

  package init(action: Action, point: Point) {
    self.action = action
    self.point = point
  }
}

/// Everything that can happen to the program while it runs.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// Text pasted between the terminal's paste marks: always text, never commands.
  case paste(String)
  case mouse(Mouse)
  case resize(Size)
  /// A worker posted something, or another process may have written.
  case wake
  /// SIGHUP, SIGTERM or SIGINT: keep what is typed, then leave with 128 + n.
  case signal(Int32)
  /// Stopped and continued (SIGCONT): paint everything again.
  case resumed
  /// The terminal is gone.
  case hangup
}
