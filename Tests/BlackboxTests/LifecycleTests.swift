import Foundation
import TestTerminal
import Testing

/// Starting and ending, in every kind of terminal and in every way a session ends.
@Suite(.serialized) struct LifecycleTests {
  let room: Room

  init() throws { room = try Room.madeUp() }

  struct Place: CustomTestStringConvertible, Sendable {
    let term: String
    let columns: Int
    let rows: Int
    var testDescription: String { "\(term) \(columns)x\(rows)" }

    static let all = ["xterm-256color", "screen", "linux", "vt100"].flatMap { term in
      [(80, 24), (120, 40), (40, 10)].map { Place(term: term, columns: $0.0, rows: $0.1) }
    }
  }

  @Test(arguments: Place.all) func everyTerminalIsLeftAsItWas(_ place: Place) throws {
    let desk = try Desk(room, columns: place.columns, rows: place.rows, term: place.term).opened()
    desk.press("<Alt-2>")
    #expect(desk.lines.filter { !$0.isEmpty }.count >= place.rows - 4, "\(desk.screen)")
    #expect(TerminalBytes.foreign(in: desk.session.output).isEmpty)
    #expect(TerminalBytes.hasColor(desk.session.output) == (place.term != "vt100"))
    desk.press("<Down><Enter>")
    #expect(desk.session.settings != desk.session.settingsBefore)
    desk.press("<Esc>")
    desk.session.type("q")
    #expect(desk.session.waitForEnd() == 0)
    try isRestored(desk, hasAlternateScreen: place.term == "xterm-256color" || place.term == "screen")
  }

  private func isRestored(_ desk: Desk, hasAlternateScreen: Bool = true) throws {
    #expect(desk.session.settings == desk.session.settingsBefore)
    let output = String(decoding: desk.session.output, as: UTF8.self)
    func last(_ text: String) -> String.Index? { output.range(of: text, options: .backwards)?.lowerBound }
    if hasAlternateScreen {
      let left = try #require(last("\u{1B}[?1049l"))
      #expect(left > (try #require(last("\u{1B}[?1049h"))))
    }
    #expect(try #require(last("\u{1B}[?2004l")) > (try #require(last("\u{1B}[?2004h"))))
    #expect(try #require(last("\u{1B}[?25h")) > last("\u{1B}[?25l") ?? output.startIndex)
    if let on = last("\u{1B}[?1000h") { #expect(try #require(last("\u{1B}[?1000l")) > on) }
  }

  @Test func controlCEndsIt() throws {
    let desk = try Desk(room).opened()
    desk.session.type("<^C>")
    #expect(desk.session.waitForEnd() == 0)
    try isRestored(desk)
  }

  @Test(arguments: zip([SIGTERM, SIGHUP, SIGINT], [Int32(143), 129, 130]))
  func signalsEndItCleanly(_ signal: Int32, _ status: Int32) throws {
    let desk = try Desk(room).atProjects()
    desk.session.signal(signal)
    #expect(desk.session.waitForEnd() == status)
    try isRestored(desk)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE]) func aCrashGivesTheTerminalBack(_ signal: Int32) throws {
    let desk = try Desk(room).opened()
    desk.session.signal(signal)
    #expect(desk.session.waitForEnd() == 128 + signal)
    try isRestored(desk)
  }

  @Test func aDroppedLineEndsIt() throws {
    let desk = try Desk(room).opened()
    desk.session.hangUp()
    #expect(desk.session.waitForEnd(limit: 5000) == 129)
  }

  @Test func controlZGivesTheShellItsTerminalAndComesBack() throws {
    let shell = try #require(
      TerminalSession(
        ["/bin/bash", "--norc", "--noprofile", "-i"],
        environment: ["PS1": "ready> ", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]))
    func settings() throws -> String {
      shell.type("clear; echo \"<$(stty -g)>\"<Enter>")
      #expect(shell.wait { $0.contains("\n<") && $0.contains(">\n") || $0.hasPrefix("<") })
      shell.rest()
      return try #require(shell.lines.first { $0.hasPrefix("<") && $0.contains(":") })
    }
    #expect(shell.wait(for: "ready>"))
    let before = try settings()
    shell.type("\(BuiltSanku.path) \(room.library)<Enter>")
    #expect(shell.wait(for: "2项目库"), "\(shell.screen)")
    shell.rest()
    let screen = shell.screen
    shell.type("<^Z>")
    #expect(shell.wait(for: "Stopped"), "\(shell.screen)")
    #expect(try settings() == before)
    shell.type("fg<Enter>")
    #expect(shell.wait(for: "2项目库"), "\(shell.screen)")
    shell.rest()
    #expect(list(shell.screen) == list(screen))
    shell.type("<^Q>")
    #expect(shell.wait(for: "ready>"), "\(shell.screen)")
    #expect(try settings() == before)
  }

  @Test func continuedFromOutsideItPaintsAgain() throws {
    let desk = try Desk(room).atProjects()
    desk.session.rest()
    let screen = desk.screen
    desk.session.signal(SIGSTOP)
    desk.session.listen(milliseconds: 100)
    desk.session.signal(SIGCONT)
    #expect(desk.session.listen(milliseconds: 500) > 500)
    desk.session.rest()
    #expect(list(desk.screen) == list(screen))
    #expect(desk.quit() == 0)
  }

  /// A screen without its tabs, whose counts of what waits come when they are known.
  private func list(_ screen: String) -> [Substring] { Array(screen.split(separator: "\n").dropFirst()) }

  @Test func idleItWritesNothing() throws {
    let desk = try Desk(room).atProjects()
    #expect(desk.session.wait(limit: 10_000) { $0.contains(/8督办\d/) }, "\(desk.screen)")
    desk.session.listen(milliseconds: 700)
    #expect(desk.session.listen(milliseconds: 1500) == 0)
  }

  @Test func aStormOfSizesEndsWithTheSameScreen() throws {
    let desk = try Desk(room).atProjects()
    desk.press("<Down><Down>")
    // The foot tells of the record once the keys have rested.
    #expect(desk.session.wait(limit: 10_000) { $0.contains("预期节能量(当量)") && $0.contains(" · ") }, "\(desk.screen)")
    let screen = desk.screen
    var dice = Dice(seed: 11)
    for round in 0..<60 {
      desk.session.resize(
        columns: round % 7 == 0 ? 1 : .random(in: 1...200, using: &dice),
        rows: round % 5 == 0 ? 1 : .random(in: 1...60, using: &dice))
      if round % 3 == 0 { desk.session.listen(milliseconds: 10) }
    }
    desk.session.rest()
    desk.session.resize(columns: 80, rows: 24)
    #expect(desk.session.wait(limit: 5000) { list($0) == list(screen) }, "\(screen)\nbecame\n\(desk.screen)")
    #expect(desk.quit() == 0)
  }

  @Test func noColorMeansNone() throws {
    let desk = try Desk(room, environment: ["NO_COLOR": "1"]).atProjects()
    desk.press("<Down>?")
    #expect(!TerminalBytes.hasColor(desk.session.output))
    #expect(!TerminalBytes.graphics(desk.session.output).isEmpty)
  }

  @Test func vt100DrawsItsLinesInASCII() throws {
    let desk = try Desk(room, term: "vt100").opened()
    desk.press("<Alt-2>")
    #expect(!desk.screen.contains { "│─┴▌▸▾●○".contains($0) }, "\(desk.screen)")
    #expect(desk.screen.contains("项目名称"))
  }

  @Test func withoutUTF8EveryByteIsASCII() throws {
    let desk = try Desk(room, environment: ["LANG": "C"]).opened()
    desk.press("<Alt-2><Down><Enter>")
    #expect(desk.session.output.allSatisfy { $0 < 0x80 })
    #expect(desk.quit() == 0)
  }

  @Test(.enabled(if: newlocale(1 << LC_CTYPE, "zh_CN.UTF-8", nil) == nil))
  func aMissingLocaleIsSaidAndWorks() throws {
    let desk = try Desk(room, environment: ["LC_ALL": "zh_CN.UTF-8"]).opened()
    try desk.sees("zh_CN.UTF-8")
    try desk.sees("项目库")
    #expect(desk.quit() == 0)
  }

  @Test(arguments: ["dumb", "", "no-such-terminal"]) func aTerminalTooSimpleIsRefusedInWords(_ term: String) throws {
    let desk = try Desk(room, term: term)
    #expect(desk.session.waitForEnd() == 2)
    #expect(desk.screen.contains("TERM="), "\(desk.screen)")
    #expect(desk.session.settings == desk.session.settingsBefore)
  }

  @Test func withoutATerminalItSaysSo() {
    let outcome = BuiltSanku.run([room.library])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("终端"))
    #expect(outcome.bytes.isEmpty)
  }

  @Test func aLibraryThatIsNoneIsRefusedInWords() throws {
    let path = try room.file("not-a-library.sanku", "这不是库")
    let outcome = BuiltSanku.run(["verify", "--library", path])
    #expect(outcome.status == 4)
    #expect(!outcome.errors.isEmpty)
  }
}
