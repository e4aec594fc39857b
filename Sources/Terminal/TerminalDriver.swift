/// A terminal as the loop sees it: the real one, or one in memory.
package protocol TerminalDriver: AnyObject {
  /// Columns and rows as they are now; a change comes as `.resize`.
  var size: Size { get }
  /// What it can do; settled when it was opened.
  var capabilities: Capabilities { get }
  /// Shows a frame: sends what differs from the last one, in one write; nothing where nothing does.
  func present(_ canvas: Canvas)
  /// Waits for events, at most `milliseconds` (nil: as long as it takes), and returns all that are there; empty when
  /// the time is over.
  func events(within milliseconds: Int?) -> [Event]
  /// Forgets what is shown, so that the next frame is painted whole.
  func forget()
  /// Turns the mouse on or off.
  func setMouse(_ on: Bool)
  /// The mouse reports to the program, and no longer selects text.
  var mouseIsOn: Bool { get }
  /// Changes the colours; the next frame is painted whole.
  func setTheme(_ theme: Theme)
  /// Gives the terminal back as it was; a second call does nothing.
  func close()
}
