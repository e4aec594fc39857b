import Domain
import Terminal
import UseCases
import Widgets

/// The frame as it is painted: a pure function of state and size.
extension App {
  var frame: Widgets.Frame {
    let language = currentLook.language
    let tabs = tabs.map { tab in
      Widgets.Frame.Tab(
        digit: tab.rawValue, name: tab.label.caption(language), waiting: waiting[tab] ?? 0)
    }
    var said = screen?.status
    if let message { said = Widgets.Frame.Message(message.label.caption(language), kind: message.kind) }
    return Widgets.Frame(
      tabs: tabs, current: self.tabs.firstIndex(of: tab) ?? 0, session: session, message: said, footer: footer)
  }

  /// Whose session it is: the region worked for and the person.
  private var session: CleanText {
    let actor = services.environment.actor
    let code = actor.region ?? services.store.info.region
    let region = services.reference.name(.region, code, services.language) ?? code
    return CleanText(region + " " + actor.person)
  }

  private var footer: Footer {
    func make<S: Screen>(_ screen: S) -> Footer {
      let actions = screen.ownsKeys ? ActionTable(S.actions.actions.filter { $0.id.hasPrefix("common.") }) : S.actions
      return actions.footer(width: size.width, screen, currentLook, typing: screen.isTyping)
    }
    return screen.map { make($0) } ?? .empty
  }

  /// Paints everything.
  package func draw(in canvas: inout Canvas) {
    let body = frame.draw(in: &canvas, messageRow: true)
    let look = currentLook
    if let screen { canvas.inside(body) { screen.draw(in: &$0, look) } }
    guard let overlay else { return }
    // What lies below an overlay has no caret.
    canvas.caret = nil
    canvas.inside(body) { overlay.draw(in: &$0, look) }
  }
}
