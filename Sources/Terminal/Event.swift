/// A key as a person knows it, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
  /// A printed character, as the terminal sent it.
  case character(Character)
  /// With Ctrl, by its lower-case letter.
  case control(Character)
  /// With Alt, or after Esc sent at once.
  case alt(Character)
  /// F1 is 1.
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
  /// A key was pressed.
  case key(Key)
  /// Text pasted between the terminal's paste marks: always text, never commands.
  case paste(String)
  /// The mouse was pressed or its wheel turned.
  case mouse(Mouse)
  /// The terminal has another size now.
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

extension Event {
  /// The event as the part of a screen sees it whose corner lies at `origin`: the mouse counts from there.
  package func seen(from origin: Point) -> Event {
    guard case .mouse(var mouse) = self else { return self }
    mouse.point = Point(x: mouse.point.x - origin.x, y: mouse.point.y - origin.y)
    return .mouse(mouse)
  }
}
