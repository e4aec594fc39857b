import Domain
import Foundation
import Terminal
import Testing
import UseCases
import Widgets

@testable import Screens

/// The form inside the whole interface.
struct FormAppTests {
  private func app(_ driver: FormDriver) -> App {
    var app = App(driver.services, roots: Roots.all, start: .projects, size: Size(width: 80, height: 24))
    app.offerKeptTyping()
    return app
  }

  private func type(_ text: String, _ app: inout App) {
    for character in text { app.handle(.key(character == "\t" ? .tab : .character(character))) }
  }

  private func frame(_ app: App) -> String {
    var canvas = Canvas(size: Size(width: 80, height: 24))
    app.draw(in: &canvas)
    return canvas.text
  }

  @Test func isOpenedTypedIntoKilledAndTakenUpAgain() throws {
    let driver = try FormDriver()
    let enterprise = try driver.enterprise()
    var first = app(driver)
    first.handle(.key(.character("i")))
    #expect(first.screen is FormScreen)
    type("ajmm", &first)
    first.handle(.key(.enter))
    // Letters that are commands elsewhere are text here.
    type("q:3号窑", &first)
    first.handle(.hangup)
    // The next start offers it, before anything else.
    var second = app(driver)
    #expect(frame(second).contains("未存的输入"))
    second.handle(.key(.enter))
    let form = try #require(second.screen as? FormScreen)
    #expect(form.document["enterprise"].record == enterprise.id)
    #expect(form.form.text(FormKey("name")) == "q:3号窑")
    #expect(form.form.state.focus == FormKey("name"))
    second.handle(.key(.control("s")))
    #expect(frame(second).contains("已保存"))
    // Back in the library, it is there.
    second.handle(.key(.escape))
    #expect(second.screen is LibraryScreen)
    #expect(frame(second).contains("q:3号窑"))
    #expect(app(driver).screen is LibraryScreen)
  }

  @Test func escapeAsksAndStays() throws {
    let driver = try FormDriver()
    var app = app(driver)
    app.handle(.key(.character("i")))
    type("ajmm", &app)
    // The first Esc closes the list, the second the form, which has nothing typed.
    app.handle(.key(.escape))
    #expect(app.screen is FormScreen)
    app.handle(.key(.escape))
    #expect(app.screen is LibraryScreen)
  }

  @Test func explainsTheFieldUnderTheCursor() throws {
    let driver = try FormDriver()
    var app = app(driver)
    app.handle(.key(.character("i")))
    app.handle(.key(.function(1)))
    #expect(frame(app).contains("字段名：enterprise"))
  }

  @Test func itsKeysDoNotContradictTheFrame() {
    let own = FormScreen.actions.actions.filter { $0.id.hasPrefix("form.") }
    let keys = own.flatMap(\.allKeys)
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { $0.worksWithInputMethod })
    #expect(!keys.contains { $0.key == .control("a") || $0.key == .control("b") || $0.key == .control("z") })
  }
}
