import Domain
import Terminal
import Widgets

/// What lies over a screen and has the keys.
enum Overlay {
  case palette(Palette)
  case help(HelpView)
  case box(QuestionBox, purpose: Purpose)
  /// Long work; see `LongWork`.
  case progress(ProgressBox)

  /// Who is waiting for a box's answer.
  enum Purpose: Hashable {
    /// The screen on top, under its question's name.
    case screen(String)
    case quit
    case leave
    /// Nobody.
    case none
  }

  func draw(in canvas: inout Canvas, _ look: Look) {
    switch self {
    case .palette(let palette): palette.draw(in: &canvas, look: look)
    case .help(let help): help.draw(in: &canvas, look: look)
    case .box(let box, _): box.draw(in: &canvas, look)
    case .progress(let box): box.draw(in: &canvas, look: look)
    }
  }
}
